# Outings: when, for how many, who comes; and what a listing says besides its words.

outing-title = Who is coming?
outing-fact = When, how many
outing-seats = { $n ->
    [one] One seat
   *[other] { $n } seats
}
outing-quantity = { $n ->
    [one] One of it
   *[other] { $n } of them
}
outing-loan-days = { $n ->
    [one] Lent for one day at most
   *[other] Lent for { $n } days at most
}
outing-until-hour = { $start }, until { $end }
outing-until-day = { $start }, until { $end }
outing-available-from = Available from { $from }
outing-available-until = Available until { $until }
outing-available = Available from { $from } to { $until }
outing-open = An open outing: people who wait to come in may come as well.
outing-coming = { $n ->
    [one] { $n } person is coming
   *[other] { $n } people are coming
}
outing-coming-of = { $n ->
    [one] { $n } seat of { $seats } taken
   *[other] { $n } seats of { $seats } taken
}
outing-in-line = { $n ->
    [one] { $n } person waiting
   *[other] { $n } people waiting
}
outing-come = I am coming
outing-come-in-line = Put me on the waiting list
outing-full-text = All seats are taken. If one becomes free, it goes to the first person waiting, who gets a letter.
outing-step-back = I am not coming after all
outing-mine-coming = You have a seat.
outing-mine-in-line = You are on the waiting list. If a seat becomes free for you, a letter tells you.
outing-said-coming = Noted: you are coming.
outing-said-in-line = You are on the waiting list.
outing-said-stepped-back = Noted: you are not coming.
outing-own = To call the outing off, close the listing: everybody on the list gets a letter.
outing-begun = This outing has begun: nobody signs up any more.
outing-who = Who has signed up
outing-nobody = Nobody has signed up yet.
outing-more = { $n ->
    [one] And one more person.
   *[other] And { $n } more people.
}
outing-tag-in-line = Waiting
outing-tag-off = Called off
outing-tag-own = Yours
outing-file = Add to my calendar

outing-form-title = Anything else to say?
outing-form-outing = For an outing: date and seats
outing-form-outing-hint = An outing that you offer has a date. Members sign up with a button, and you see who is coming.
outing-form-starts = Beginning
outing-form-ends = End
outing-form-seats = Number of seats
outing-form-seats-hint = Without a number, everybody may come.
outing-form-guests = Open to people who wait to come in
outing-form-guests-hint = They read this listing, see your first name, and may sign up.
outing-form-things = For a thing or a loan: how many, how long, which days
outing-form-quantity = How many there are
outing-form-quantity-hint = For a thing to give or to lend, 1 to 999.
outing-form-loan = Lent for how many days at most
outing-form-loan-hint = For a loan, 1 to 365.
outing-form-from = Available from
outing-form-until = Available until
outing-form-until-hint = After that day the listing closes by itself. Not for an outing.

outing-calendar-title = My outings
outing-calendar-lead = Those you go to, those where you wait for a seat, and your own.
outing-calendar-empty = Nothing at the moment.
outing-calendar-find = See outings
outing-calendar-address = In your calendar
outing-calendar-address-text = An address to give to your calendar (phone or computer): it follows your outings by itself. Whoever has this address reads your outings: keep it to yourself.
outing-calendar-make = Make my address
outing-calendar-since = Good since { $day }.
outing-calendar-renew = Change the address
outing-calendar-renew-text = The old address stops working at once.
outing-calendar-renewed = Your new address is ready.
outing-calendar-delete = Delete the address
outing-calendar-delete-text = Nobody reads your outings by it any more, and you have none until you make another. So it is when you choose “Sign out everywhere” in your account.
outing-calendar-deleted = Your address is deleted: nobody reads your outings by it any more.
outing-calendar-name = My outings, { $community }

outing-guest-title = Open outings
outing-guest-lead = While you wait to come in, you may come to these outings and meet members there.
outing-guest-room = Come to an open outing
outing-guest-none = No open outing is planned at the moment.
outing-guest-not-granted = This community does not let people come to its outings while they wait. You may once you are in.
outing-guest-with = With { $name }

outing-sample = A walk around the lake
outing-sample-text = Two hours on foot, at an easy pace, then hot chocolate. We meet at the car park by the dam.
