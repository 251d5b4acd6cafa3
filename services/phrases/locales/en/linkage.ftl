# How two people are linked: the chains of sponsorships, drawn and in words.

linkage-you = You
linkage-somebody = somebody
linkage-none = No chain of sponsorships links you to { $name } yet. It says nothing bad: your circles have not met so far.
linkage-summary = { $n ->
    [one] One chain of sponsorships links you to { $name }.
    [3] At least { $n } chains link you to { $name }: they have nobody in common.
   *[other] { $n } chains link you to { $name }: they have nobody in common.
}
linkage-reading = Each arrow goes from who vouches to whom they vouch for.
linkage-hidden = The question mark is somebody whom you may know: only those are named who agreed to be.
linkage-directly = Directly.
linkage-through = Through { $names }.
linkage-you-vouch = You vouch for { $to }.
linkage-vouches-for-you = { $from } vouches for you.
linkage-you-mutual = You and { $to } vouch for each other.
linkage-vouches = { $from } vouches for { $to }.
linkage-mutual = { $from } and { $to } vouch for each other.
linkage-shorter = The shortest chain is another one, which has somebody in common with these. { $steps }
linkage-capped = There may be more: the search was stopped, because so many people are around you.
linkage-tag-strong = Strong link
linkage-tag-good = Good link
linkage-tag-thin = Thin link
linkage-tag-faint = Distant link
linkage-common-sponsors = Vouch for both of you: { $names }.
linkage-common-sponsored = You both vouch for { $names }.
linkage-people = { $n ->
    [one] one person
   *[other] { $n } people
}
linkage-others = { $n ->
    [one] one other
   *[other] { $n } others
}
linkage-band-new = { $name } has been a member for less than a year.
linkage-band-settled = { $name } has been a member for more than a year.
linkage-band-old = { $name } has been a member for more than three years.
linkage-sponsored = { $n ->
    [one] { $name } vouches for one person who is here
   *[other] { $name } vouches for { $n } people who are here
}; for a year or more: { $lasted }.
linkage-solid = Solid: { $n ->
    [one] a chain leads from the founders to { $name }.
   *[other] { $n } chains with nobody in common lead from the founders to { $name }.
}
linkage-unnamed = You yourself are named to nobody on such chains.
linkage-unnamed-change = Let myself be named
linkage-later-title = Not just now
linkage-later-text = You have looked up how you are linked to very many people. Come back in a while.
