# A member’s home page.

home-title = Home
home-hello = Hello { $name }
home-day = { $day }
home-town-day = { $town }, { $day }
home-waiting = Waiting for your answer
home-wrote-about = about “{ $title }”
home-said = “{ $words }”
home-answer = Answer { $name }
home-asks = asks you to vouch for them
home-asks-silently = This person is at the door and knows you.
home-read-request = Read the request
home-all-messages = { $n ->
    [one] Your message
   *[other] Your { $n } conversations to read
}
home-all-requests = { $n ->
    [one] The request to vouch
   *[other] All { $n } requests to vouch
}
home-pairs = Goes with your listings
home-all-pairs = See all of them
home-requests = Somebody needs you
home-all-listed-requests = All requests
home-no-requests-title = Nobody is asking for anything just now
home-no-requests-text = Asking is no weakness: if you begin, others will dare.
home-offers = What people offer
home-all-listed-offers = All offers
home-no-offers-title = Nobody has offered anything yet
home-no-offers-text = An hour, a tool, what is too much in the garden: the first step can be yours.
home-news = Since you were last here
home-no-news = Nothing new. Everything is read.
home-invite-title = Is somebody missing here?
home-invite-text = A neighbour, an old friend: you can invite them and vouch for them.
home-invite-act = Invite somebody
home-sample-note = You taught me to knit at the evening in Pazy. I have just moved here.
