# How two people are linked: the chains of sponsorships, drawn and in words.

linkage-you = You
linkage-somebody = somebody
linkage-none = No chain of sponsorships links you to { $name } yet. It says nothing bad: your circles have not met so far.
linkage-summary = { $n ->
    [one] One chain of sponsorships links you to { $name }.
   *[other] { $n } chains link you to { $name }: they have nobody in common.
}
linkage-reading = Each arrow goes from who vouches to whom they vouch for.
linkage-hidden = The question mark is somebody who is not named here.
linkage-directly = Directly.
linkage-through = Through { $names }.
linkage-you-vouch = You vouch for { $to }.
linkage-vouches-for-you = { $from } vouches for you.
linkage-you-mutual = You and { $to } vouch for each other.
linkage-vouches = { $from } vouches for { $to }.
linkage-mutual = { $from } and { $to } vouch for each other.
linkage-more = In all, { $n } chains link you without passing through the same people.
linkage-tag-direct = Direct link
linkage-tag-one = One link
linkage-tag-several = Good link
