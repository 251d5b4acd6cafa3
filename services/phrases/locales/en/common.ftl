# What all pages share.

common-skip = Skip to content
common-menu-main = Main menu
common-menu-foot = Footer
common-menu-language = Language
common-nav-home = Home
common-nav-listings = Listings
common-nav-messages = Messages
common-nav-members = Members
common-nav-newcomers = Newcomers
common-nav-desk = Team
common-nav-waiting = Where I stand
common-nav-operator = Operations
common-nav-launch = Launch
common-nav-new = { $n ->
   *[other] new
}
common-notifications = Notifications
common-notifications-new = { $n ->
    [one] Notifications, one new
   *[other] Notifications, { $n } new
}
common-my-space = My space
common-sign-in = Sign in
common-sign-out = Sign out
common-foot-about = { $community } is run by { $organisation }.
common-foot-platform = Maillon is free software under the AGPL 3. You can run it yourself.
common-foot-help = Help and site map
common-foot-charter = Charter
common-foot-accessibility-none = Accessibility: not conforming
common-foot-accessibility-part = Accessibility: conforming in part
common-foot-accessibility-full = Accessibility: fully conforming
common-foot-privacy = Personal data
common-foot-legal = Legal notice
common-foot-contact = Contact us

common-back = Back
common-next = Next
common-previous = Previous
common-page-next = More
common-page-first = Back to the start
common-continue = Continue
common-save = Save
common-saved = Saved.
common-cancel = Cancel
common-send = Send
common-search = Search
common-apply = Apply
common-more = More details
common-optional = optional
common-all-needed = Everything is to be filled in.
common-all-needed-but-box = Everything is to be filled in, but for the box to tick.
common-see-all = See all
common-yes = Yes
common-no = No
common-remove-filter = remove this filter
common-somebody = Somebody
common-step-of = Step { $step } of { $of }
common-step-done = { $step }, done
common-step-now = { $step }, now
common-same-as-table = The same figures as a table

common-form-errors = { $n ->
    [one] One thing left to correct
   *[other] { $n } things left to correct
}
common-form-error-prefix = Error:
common-field-missing = Write something here.
common-field-too-long = That is a little long: { $max } characters at most.
common-field-too-short = That is a little short: at least { $min } characters.
common-field-email = An address looks like name@example.com. Check what stands around the @.
common-field-choose = Choose one of the answers.
common-field-tick = Tick the box to go on.
common-field-code = The code has six digits. Copy it from the letter.
common-field-colour = A colour is written # and six digits or letters, for example #1f5c47.
common-field-number = Write a number, without letters.
common-field-stale = This page was open for too long. Your answers are kept, send them again.

common-list-and = { $first } and { $last }

common-date-day = { $weekday } { $day } { $month }
common-date-full = { $day } { $month } { $year }
common-date-month-year = { $month } { $year }
common-date-day-time = { $day } at { $time }
common-ago-now = just now
common-ago-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
} ago
common-ago-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
} ago
common-ago-yesterday = yesterday
common-ago-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
} ago
common-ago-weeks = { $n ->
    [one] { $n } week
   *[other] { $n } weeks
} ago
common-ago-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
} ago
common-ago-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
} ago
common-until-soon = in a few minutes
common-until-hours = in { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
common-until-tomorrow = tomorrow
common-until-days = in { $n ->
    [one] { $n } day
   *[other] { $n } days
}
common-until-weeks = in { $n ->
    [one] { $n } week
   *[other] { $n } weeks
}
common-until-months = in { $n ->
    [one] { $n } month
   *[other] { $n } months
}
common-weekday-1 = Monday
common-weekday-2 = Tuesday
common-weekday-3 = Wednesday
common-weekday-4 = Thursday
common-weekday-5 = Friday
common-weekday-6 = Saturday
common-weekday-7 = Sunday
common-month-1 = January
common-month-2 = February
common-month-3 = March
common-month-4 = April
common-month-5 = May
common-month-6 = June
common-month-7 = July
common-month-8 = August
common-month-9 = September
common-month-10 = October
common-month-11 = November
common-month-12 = December

# The path of sponsorships, drawn as links
common-path-title = { $given ->
    [0] Your path: { $needed } sponsorships to gather
    [one] Your path: one sponsorship given out of { $needed }
   *[other] Your path: { $given } sponsorships given out of { $needed }
}
common-path-given = given
common-path-asked = asked
common-path-open = to come
common-path-door = Entrance
common-path-door-open = open
common-path-door-soon = soon
common-path-described = { $links }. Then a door: you will be a member.
common-path-described-in = { $links }. The door is open: you are a member.

# Pages that say no
common-error-not-found-title = There is no such page
common-error-not-found-text = It may have been taken away, or the address is incomplete.
common-error-forbidden-title = This page is not for you
common-error-forbidden-text = Sign in with the account that may see it, or go back to the home page.
common-error-invalid-title = Something could not be accepted
common-error-invalid-text = Go back, check what you wrote, then send it again.
common-error-conflict-title = It was true a moment ago
common-error-conflict-text = Somebody was faster, or you had already done it. Reload the page to see where things stand.
common-error-too-many-title = A little too fast
common-error-too-many-text = Wait a few minutes, then try again.
common-error-full-title = There is no room left
common-error-full-text = Nothing you had saved is lost. The technical team has been told: try again later.
common-error-away-title = We cannot answer just now
common-error-away-text = Nothing you had saved is lost. Try again in a few seconds.
common-error-fault-title = Something broke on our side
common-error-fault-text = Nothing you had saved is lost. Try again in a minute.
common-error-origin-title = This came from somewhere else
common-error-origin-text = To protect you, we only accept a form sent from our own pages. Open the page again and send it once more.
common-error-no-host = There is nothing at this address.
common-error-home = Back to the home page

# Trying a demo community as one of its people
common-guest-title = Try this community as { $name }
common-guest-text = The people of the demo communities are made up. You go in with a real sign-in letter, as they would, and may try everything.
common-guest-code = This person acts for everybody, and gives a code of their second key for that. Here it is:
common-guest-code-next = It changes every thirty seconds and works once. Show the next one
common-guest-enter = Go in
common-guest-enough = Sign-in letters have been asked for very often here, for this person or from your network. Try somebody else, or come back in a few minutes.
common-closing-title = This community will be removed on { $day }
common-closing-text = Everything in it will be gone that day.
common-closing-link = Take a copy of my data
