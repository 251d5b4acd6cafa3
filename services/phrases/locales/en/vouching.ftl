vouching-title = My sponsorships
vouching-lead = The people you vouch for, and those you invite.
vouching-given-title = People I vouch for
vouching-given-none = You vouch for nobody yet. Begin with somebody you know well.
vouching-left = { $n ->
    [0] You cannot vouch for anybody else for now.
    [one] You can vouch for one more person this year.
   *[other] You can vouch for { $n } more people this year.
}
vouching-wait = You will be able to from { $day }.
vouching-sentence = “{ $sentence }”
vouching-given-carries = Member
vouching-given-waits = Waiting
vouching-given-ended = Ended
vouching-withdraw = Take my word back
vouching-withdrawn = Your word is taken back.
vouching-invited-title = People I invited
vouching-invited-none = No invitation for now.
vouching-held = An open invitation holds one of your sponsorships until it is used, cancelled, or has run out.
vouching-written = written { $when }
vouching-invitation-open = Sent
vouching-invitation-used = Accepted
vouching-invitation-revoked = Cancelled
vouching-invitation-expired = Expired
vouching-revoke = Cancel
vouching-revoked = The invitation is cancelled. Its link leads nowhere now.
vouching-invite-title = Invite somebody
vouching-invite-text = You write an address and a sentence. The person gets a letter, and your sponsorship with it.
vouching-invite = Write an invitation
vouching-link-title = My personal link
vouching-link-text = Give it to somebody you know. Whoever comes by this link asks you first.
vouching-link-label = Address to copy
vouching-renew = Change my link
vouching-renew-text = If this link travels too far, change it: the old one will lead nowhere.
vouching-renewed = Here is your new link. The old one no longer works.
vouching-to-requests = Who waits for my word
vouching-invite-page = Invite somebody
vouching-invite-lead = A letter goes to this address. When the person comes, your sponsorship counts at once.
vouching-invite-email = Their e-mail address
vouching-invite-sentence = Who are they, in one sentence?
vouching-invite-sentence-hint = These words will be in the letter and serve as your sponsorship.
vouching-invite-language = Language of the letter
vouching-invite-send = Send the invitation
vouching-invite-sent = Your invitation is on its way.
vouching-host-title = Open the door to somebody
vouching-host-text = Some newcomers know nobody here. You can agree to meet one from time to time.
