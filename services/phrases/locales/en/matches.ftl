# What goes with the reader's listings, and why.

matches-title = For you
matches-lead = Listings that go with yours. We always say why.
matches-found = What we have found
matches-empty-title = Nothing goes with your listings at the moment
matches-empty-text = Say what you need, or what you can give: as soon as somebody offers or asks for the same, you will know.
matches-for-this = What goes with this listing
matches-because-offered = Because you offer “{ $title }”.
matches-because-offered-words = Because you offer “{ $title }” ({ $words }).
matches-because-asked = Because you ask for “{ $title }”.
matches-because-asked-words = Because you ask for “{ $title }” ({ $words }).
matches-near = { $km ->
    [one] About a kilometre away
   *[other] { $km } kilometres away
}
matches-same-town = In the same town
matches-same-time = On the same dates
matches-same-category = In the same category
matches-common-sponsor = The same person vouched for both of you
matches-trusted = You are well linked
matches-fresh = Brand new
matches-dismiss = Not interested
matches-dismissed = Noted. We will not suggest it again, and ones like it less often.
