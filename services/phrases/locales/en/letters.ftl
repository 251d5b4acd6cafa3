# The letters. The first line says who, what and why; one button only.

letters-link = { $label }:
letters-quote = “{ $text }”
letters-stop = Stop these letters
letters-settings = Choose my letters
letters-postal = { $organisation }, { $address }

letters-why-sponsorship = You get this letter because you are a member of { $community } and were asked to vouch for somebody.
letters-why-applicant = You get this letter because you asked to join { $community }.
letters-why-member = You get this letter because you are a member of { $community }.
letters-why-steward = You get this letter because you are a steward of { $community }.

# Signing in
letters-sign-in-subject = Your way in: { $community }
letters-sign-in-preview = One click or six digits, good for { $minutes } minutes.
letters-sign-in-title = Here is your way in
letters-sign-in-lead = Somebody, most likely you, has just asked to sign in to { $community } with this address.
letters-sign-in-button = Sign me in
letters-sign-in-code = Or copy these six digits to the page where you asked:
letters-sign-in-note = The link and the code work once, for { $minutes } minutes, in the browser that asked for them. If it was not you, do nothing: nobody can get in without this message.
letters-sign-in-shared-preview = One click, good for { $minutes } minutes.
letters-sign-in-shared-note = Your address has been entered very often lately, perhaps not by you. So as not to fill your letter box, one letter leaves every five minutes. Its link works once, for { $minutes } minutes, in any browser that has just asked to sign in with this address. If it was not you, do nothing: nobody can get in without this message.
letters-sign-in-why = You get this letter because your address was entered on the sign-in page of { $community }.

# Changing the address, and what opens the account
letters-confirm-address-subject = Confirm your new address: { $community }
letters-confirm-address-title = Is this your address?
letters-confirm-address-lead = Somebody, most likely you, would like to get the letters of { $community } at this address and to sign in with it.
letters-confirm-address-button = Confirm this address
letters-confirm-address-note = The link and the code work once, for { $minutes } minutes, in the browser that asked for them. If it was not you, do nothing: without this message nothing changes.
letters-confirm-address-why = You get this letter because your address was entered by somebody who had signed in to { $community }.
letters-account-changed-preview = If it was not you, one click puts everything back.
letters-account-changed-title = Your account has changed
letters-account-changed-address-subject = Your address was replaced: { $community }
letters-account-changed-address-lead = Somebody, most likely you, has replaced this address by another one in { $community }. The next letters will go there.
letters-account-changed-added-subject = A second key opens your account: { $community }
letters-account-changed-added-lead = Somebody, most likely you, has added a code app to your account in { $community }.
letters-account-changed-removed-subject = Your second key was removed: { $community }
letters-account-changed-removed-lead = Somebody, most likely you, has removed the code app from your account in { $community }.
letters-account-changed-passkey-added-subject = A passkey opens your account: { $community }
letters-account-changed-passkey-added-lead = Somebody, most likely you, has added a passkey to your account in { $community }. It signs in without a letter.
letters-account-changed-passkey-removed-subject = A passkey was removed: { $community }
letters-account-changed-passkey-removed-lead = Somebody, most likely you, has removed a passkey from your account in { $community }.
letters-account-changed-reset-subject = In three days your account opens without a second key: { $community }
letters-account-changed-reset-lead = Somebody, most likely you, has told the team of { $community } that your telephone, your passkeys and your recovery codes are lost. In three days we remove them all from your account, so that you can come in with a letter again.
letters-account-changed-otherwise = If it was you, there is nothing to do. If not, take your account back:
letters-account-changed-button = This was not me
letters-account-changed-note = This button puts your account back as it was and signs out every device. It works until { $until }.
letters-account-changed-why = You get this letter because this address is, or was, that of an account that had signed in to { $community }.

# You are asked to vouch
letters-sponsorship-asked-subject = { $name } asks you to vouch for them
letters-sponsorship-asked-preview = To join { $community }. Your answer is private.
letters-sponsorship-asked-title = { $name } asks for your help to come in
letters-sponsorship-asked-lead = { $name } would like to join { $community } and thinks you know each other well enough for that. Say yes only if that is true.
letters-sponsorship-asked-button = See the request and answer
letters-sponsorship-asked-note = Your answer stays between you and us: a no is never shown. You can answer until { $until }.

letters-sponsorship-reminder-subject = { $name } is still waiting for your answer
letters-sponsorship-reminder-preview = You can answer until { $until }.
letters-sponsorship-reminder-title = { $name } still hopes for an answer
letters-sponsorship-reminder-lead = { $name } asked you { $since } to vouch for them in { $community }. A yes or a no will help them move on.
letters-sponsorship-reminder-button = Answer the request
letters-sponsorship-reminder-note = Your answer stays private. If we do not hear from you, the request will end by itself after { $until }.

# An invitation
letters-invitation-subject = { $name } invites you to { $community }
letters-invitation-preview = { $community }: neighbours helping each other, among people who know each other.
letters-invitation-title = { $name } invites you
letters-invitation-lead = { $name } is a member of { $community }, where recommended people help each other, and vouches for you.
letters-invitation-button = Open my invitation
letters-invitation-note = The invitation is for you and works once, until { $until }. If it means nothing to you, do nothing: we will not write again.
letters-invitation-why = You get this letter, once only, because { $name } gave your address to invite you to { $community }.

# News of a sponsorship
letters-sponsorship-given-subject = { $name } vouches for you
letters-sponsorship-given-preview = { $given } of { $needed }: you are getting there.
letters-sponsorship-given-title = { $name } said yes
letters-sponsorship-given-lead = { $name } vouches for you in { $community }. That is one more link in the chain.
letters-sponsorship-given-button = See where I stand
letters-sponsorship-given-note = { $given ->
    [0] You need { $needed } sponsors to come in. Ask somebody who knows you: most people say yes.
    [one] You have one sponsor of the { $needed } you need.
   *[other] You have { $given } sponsors of the { $needed } you need.
}

letters-sponsorship-given-preview-enough = You have the sponsors you need.
letters-sponsorship-given-enough = You have the sponsors you need. The decision follows by itself, sometimes after a short while, and we will write to you at once.

letters-sponsorship-declined-subject = One of your requests in { $community } came to nothing
letters-sponsorship-declined-preview = It happens often, and nothing is lost.
letters-sponsorship-declined-title = One request came to nothing
letters-sponsorship-declined-lead = Somebody you asked to vouch for you in { $community } will not do so this time. There are a thousand reasons for that, and your application stays open.
letters-sponsorship-declined-button = Ask somebody else

letters-welcome-subject = Welcome, { $name }: { $community } is open to you
letters-welcome-preview = Say what you can do, or what you need.
letters-welcome-title = Welcome, { $name }
letters-welcome-lead = You are now a member of { $community }, thanks to { $sponsors }. Do thank them.
letters-welcome-lead-by-office = You are now a member of { $community }: the stewards accepted your application.
letters-welcome-button = Come in
letters-welcome-note = A good way to begin: ask for a small favour. Most people say yes, and that is how one gets to know each other.

letters-founder-subject = { $community } is open
letters-founder-preview = You are one of its founders: here is the door.
letters-founder-title = Welcome home, { $name }
letters-founder-lead = The community { $community } has just opened, and you are one of its founders: the first people will come in because you recommend them.
letters-founder-button = Come in
letters-founder-note = To begin, invite two or three people you know well and publish a first listing: a house where people live draws others.
letters-founder-why = You get this letter because your address was given as that of a founder of the community { $community }.

letters-newcomer-admitted-subject = { $name } is now a member of { $community }
letters-newcomer-admitted-preview = You helped to make it happen. Thank you.
letters-newcomer-admitted-title = { $name } has come in
letters-newcomer-admitted-lead = With your help, { $name } is now a member of { $community }. Thank you for your trust.
letters-newcomer-admitted-button = Say welcome
letters-newcomer-admitted-note = The first weeks matter: a word from you will help { $name } feel at home.

letters-someone-applied-subject = { $name } asks to join { $community }
letters-someone-applied-preview = Somebody is waiting for your team’s answer.
letters-someone-applied-title = { $name } is at the door
letters-someone-applied-lead = { $name } asks to join { $community } and is waiting for the stewards’ answer.
letters-someone-applied-button = See the application
letters-someone-applied-note = A quick welcome is noticed: most people come back when they were answered the same day.

# Messages and listings
letters-new-message-subject = { $n ->
    [one] { $name } wrote to you
   *[other] { $name } wrote you { $n } messages
}
letters-new-message-preview = About: { $listing }
letters-new-message-title = { $n ->
    [one] { $name } wrote to you
   *[other] { $name } wrote you { $n } messages
}
letters-new-message-lead = { $n ->
    [one] A message from { $name } is waiting for you, about “{ $listing }”.
   *[other] { $n } messages from { $name } are waiting for you, about “{ $listing }”.
}
letters-new-message-button = Read and answer
letters-new-message-note = For your peace of mind, the text of messages does not travel by mail.
letters-new-message-why = You get this letter because a message has been waiting for you for a few minutes in { $community }.

letters-listing-expiring-subject = Your listing ends { $soon }: { $listing }
letters-listing-expiring-preview = One click keeps it.
letters-listing-expiring-title = Your listing ends { $soon }
letters-listing-expiring-lead = Your listing “{ $listing }” will end on { $day }. Is it still needed?
letters-listing-expiring-button = Keep it or close it
letters-listing-expiring-note = If somebody helped you, say so when you close it: it encourages everybody. Without an answer it will end by itself.
letters-listing-expiring-why = You get this letter because you published a listing in { $community }.

# The weekly letter
letters-digest-subject = { $n ->
    [0] { $listing }
    [one] { $listing }, and one more listing
   *[other] { $listing }, and { $n } more listings
} · { $community }
letters-digest-preview = { $name }, { $since }.
letters-digest-title-requests = { $n ->
    [one] Hello { $name }, somebody counts on a person like you.
    [2] Hello { $name }, two people count on somebody like you.
    [3] Hello { $name }, three people count on somebody like you.
    [4] Hello { $name }, four people count on somebody like you.
    [5] Hello { $name }, five people count on somebody like you.
   *[other] Hello { $name }, { $n } people count on somebody like you.
}
letters-digest-title-offers = Hello { $name }, somebody offers you a hand.
letters-digest-lead = { $n ->
    [one] Here is this week’s listing in { $community } that you have not seen yet.
   *[other] Here is what is new in { $community } this week and what you have not seen yet.
}
letters-digest-request = Request
letters-digest-offer = Offer
letters-digest-answer = Answer { $name }
letters-digest-others = Also this week
letters-digest-about = { $name }, { $since }
letters-digest-about-town = { $name }, { $town }, { $since }
letters-digest-goes-with = It goes with your listing “{ $title }”.
letters-digest-more = { $n ->
    [one] One more listing
   *[other] { $n } more listings
}
letters-digest-why = You get this letter every week because you are a member of { $community }. Nothing you have already seen is in it.

# Samples, for the previews
letters-sample-note = We set up the midsummer fair together last year. I would like to lend a hand near home.
letters-sample-sentence = A neighbour of many years, somebody to count on.
letters-sample-about = A retired nurse; I garden and like to drive.
letters-sample-request = Two arms to bring in my wood before the rain
letters-sample-ride = A ride to Nevers on Tuesday morning
letters-sample-offer = About thirty old-variety tomato plants

letters-copy-ready-subject = The copy of your data from { $community } is ready
letters-copy-ready-preview = It waits for you until { $until }.
letters-copy-ready-title = Here is your data, { $name }
letters-copy-ready-lead = You asked for a copy of everything that the community { $community } keeps of you. It waits in your own space until { $until }.
letters-copy-ready-button = See my data
letters-copy-ready-note = The copy holds nothing that others wrote. If you did not ask for it, end your sessions in your own space and tell the team.
letters-copy-ready-why = You get this letter because you asked for a copy of your data in the community { $community }.

letters-removal-subject = { $community } will be removed on { $day }
letters-removal-preview = Everything in it will be gone that day. You have time until then.
letters-removal-title = { $name }, this community is going to close
letters-removal-soon-title = { $name }, the end is near
letters-removal-lead = The community { $community } will be removed on { $day }, with everything in it: people, listings, messages, journal. Nothing can be brought back.
letters-removal-button = Take my data with me
letters-removal-owner-button = See it, or call it off
letters-removal-note = Until then you can ask for a copy of everything it keeps of you. Talk to its owners if you want it to go on.
letters-removal-owner-note = You are one of its owners: until that day you can call it off with one click. Everybody can ask for a copy of their data in their own space, and so can you.
letters-removal-off-subject = { $community } goes on
letters-removal-off-preview = The removal that you were told of will not happen.
letters-removal-off-title = { $name }, the community stays
letters-removal-off-lead = The removal of the community { $community } will not happen. Everything goes on as before.
letters-removal-off-button = Back to the home page
letters-removal-off-note = There is nothing you need to do.
letters-removal-why = You get this letter because you have a place in the community { $community }.
letters-standing-under-review-subject = Your place in { $community } is being reviewed
letters-standing-under-review-preview = See why, and how to mend it.
letters-standing-under-review-title = { $name }, your place is being reviewed
letters-standing-under-review-lead = Somebody through whom you were linked to the founders of { $community } is not there any more. You keep everything but the right to sponsor. A member who knows you can mend it with a word, until { $day }.
letters-standing-under-review-button = See my place here
letters-standing-under-review-note = After that day a person decides, never a computation.
letters-standing-cured-subject = Your place in { $community } is safe again
letters-standing-cured-preview = The review has ended.
letters-standing-cured-title = { $name }, all is well
letters-standing-cured-lead = Enough paths lead to you in { $community } again. The review of your place has ended by itself.
letters-standing-cured-button = See my place here
letters-standing-cured-note = You are a member as before.
letters-standing-confirmed-subject = You stay a member of { $community }
letters-standing-confirmed-preview = The team has decided.
letters-standing-confirmed-title = { $name }, you stay
letters-standing-confirmed-lead = The team of { $community } has decided that you stay a member. The review of your place has ended.
letters-standing-confirmed-button = See my place here
letters-standing-confirmed-note = You are a member as before.
letters-standing-suspended-subject = Your place in { $community } is suspended
letters-standing-suspended-preview = The reason, and how to appeal.
letters-standing-suspended-title = { $name }, your place is suspended
letters-standing-suspended-lead = The team of { $community } has suspended your place.
letters-standing-suspended-button = See my place here
letters-standing-suspended-note = You can appeal on that page.
letters-standing-expelled-subject = You are no longer a member of { $community }
letters-standing-expelled-preview = The reason, and how to appeal.
letters-standing-expelled-title = { $name }, you are no longer a member
letters-standing-expelled-lead = The team of { $community } has put you out.
letters-standing-expelled-button = See my place here
letters-standing-expelled-note = You can appeal on that page.
letters-standing-appeal-upheld-subject = Your appeal in { $community }: you were right
letters-standing-appeal-upheld-preview = The team’s answer.
letters-standing-appeal-upheld-title = { $name }, you were found to be right
letters-standing-appeal-upheld-lead = Somebody of the team of { $community } has read your appeal and finds you right: the decision no longer holds.
letters-standing-appeal-upheld-button = See my place here
letters-standing-appeal-upheld-note = Thank you for telling us.
letters-standing-appeal-turned-down-subject = Your appeal in { $community } has been answered
letters-standing-appeal-turned-down-preview = The decision stands.
letters-standing-appeal-turned-down-title = { $name }, the decision stands
letters-standing-appeal-turned-down-lead = Somebody of the team of { $community } has read your appeal. The decision stands.
letters-standing-appeal-turned-down-button = See my place here
letters-standing-appeal-turned-down-note = The whole answer is on that page.
letters-standing-reason = “{ $reason }”
letters-standing-why = You get this letter because it says where you stand in { $community }.
letters-meeting-why-host = You get this letter because you agreed to meet newcomers of { $community }.
letters-meeting-asked-subject = { $name } would like to meet you
letters-meeting-asked-preview = It is your turn in { $community }. You can pass.
letters-meeting-asked-title = { $name } knows nobody here yet
letters-meeting-asked-lead = { $name } would like to join { $community } and asks to meet somebody. It is your turn.
letters-meeting-asked-button = See the person and answer
letters-meeting-asked-note = You can answer until { $day }. After that, or if you pass, the next person is asked; your name is not shown.
letters-meeting-agreed-subject = { $name } agrees to meet you
letters-meeting-agreed-preview = A first step into { $community }.
letters-meeting-agreed-title = { $name } agrees to meet you
letters-meeting-agreed-lead = { $name }, a member of { $community }, agrees to meet you and has written to you.
letters-meeting-agreed-button = Read, and find a day
letters-meeting-agreed-note = For a first time, choose a public place.
letters-meeting-moved-on-subject = We are asking the next person to meet you
letters-meeting-moved-on-preview = You need do nothing.
letters-meeting-moved-on-title = Somebody could not meet you this time
letters-meeting-moved-on-lead = That says nothing about you. We have gone on to the next person of { $community }.
letters-meeting-moved-on-button = See where my request stands
letters-meeting-moved-on-note = You need do nothing: we write to you as soon as somebody agrees.
letters-meeting-missed-subject = { $name } is meeting somebody else
letters-meeting-missed-preview = Your turn in { $community } is over.
letters-meeting-missed-title = Your turn is over
letters-meeting-missed-lead = { $name } had asked to meet you, and five days have gone by. We have gone on to the next person of { $community }.
letters-meeting-missed-button = See what I agreed to
letters-meeting-missed-note = If you have less time at the moment, you can be asked less often, or stop.
letters-meeting-wrote-subject = { $name } has written to you
letters-meeting-wrote-preview = About your meeting in { $community }.
letters-meeting-wrote-title = { $name } has written to you
letters-meeting-wrote-lead = { $name } has written about your meeting in { $community }.
letters-meeting-wrote-button = Read and answer
letters-meeting-wrote-note = What is written there is for the two of you.
letters-application-no-answer-subject = One of your requests in { $community } waits for an answer
letters-application-no-answer-preview = You can ask somebody else meanwhile.
letters-application-no-answer-title = No answer so far
letters-application-no-answer-lead = Somebody you asked to vouch for you in { $community } has not answered yet, and can until { $day }. You need not wait for that: ask somebody else as well.
letters-application-no-answer-button = Ask somebody else
letters-application-no-answer-note = You know nobody else? On the same page you can ask to meet a member.
letters-application-ends-soon-subject = Your application to { $community } ends soon
letters-application-ends-soon-preview = On { $day }. One click gives it more time.
letters-application-ends-soon-title = Do you still wish to come in?
letters-application-ends-soon-lead = Your application to { $community } stays open until { $day }. If you still wish to come in, one click gives it as much time again.
letters-application-ends-soon-button = Go on waiting
letters-application-ends-soon-note = If not, you need do nothing.
letters-application-ends-for-good-subject = Your application to { $community } ends soon
letters-application-ends-for-good-preview = On { $day }. You can begin anew afterwards.
letters-application-ends-for-good-title = Your application ends soon
letters-application-ends-for-good-lead = Your application to { $community } stays open until { $day }. Until then, members can still vouch for you, and you can ask to meet one.
letters-application-ends-for-good-button = See my waiting room
letters-application-ends-for-good-note = Afterwards you can begin anew whenever you like.
letters-application-closed-subject = Your application to { $community } has come to its end
letters-application-closed-preview = You can begin anew whenever you like.
letters-application-closed-title = Thank you for having knocked
letters-application-closed-lead = Your application to { $community } was open until { $day }, and has come to its end. That says nothing about you: it often takes a second go.
letters-application-closed-button = Begin anew
letters-application-closed-note = Perhaps you know somebody here by now, or would like to ask to meet a member.
letters-standing-warned-subject = A warning in { $community }
letters-standing-warned-preview = The reason, and how to appeal.
letters-standing-warned-title = { $name }, a warning
letters-standing-warned-lead = The team of { $community } warns you about how you sponsor. Nothing else changes.
letters-standing-warned-button = See my place here
letters-standing-warned-note = You can appeal on that page.
letters-standing-paused-subject = Your sponsoring in { $community } pauses
letters-standing-paused-preview = The reason, and until when.
letters-standing-paused-title = { $name }, a pause
letters-standing-paused-lead = The team of { $community } asks you to sponsor nobody until { $day }.
letters-standing-paused-button = See my place here
letters-standing-paused-note = You can appeal on that page.
letters-standing-smaller-subject = Fewer sponsorships in { $community }
letters-standing-smaller-preview = The reason, and until when.
letters-standing-smaller-title = { $name }, fewer sponsorships
letters-standing-smaller-lead = The team of { $community } has halved your sponsorships until { $day }.
letters-standing-smaller-button = See my place here
letters-standing-smaller-note = You can appeal on that page.
letters-standing-struck-subject = Somebody you sponsored has left { $community }
letters-standing-struck-preview = What that changes for you.
letters-standing-struck-title = { $name }, a fault in sponsoring
letters-standing-struck-lead = Somebody for whom you vouched has left { $community } for breach of the rules. Until { $day } you have half as many sponsorships.
letters-standing-struck-button = See my place here
letters-standing-struck-note = You can appeal on that page.
letters-standing-faulted-subject = A fault in sponsoring in { $community }
letters-standing-faulted-preview = The reason, and until when.
letters-standing-faulted-title = { $name }, a fault in sponsoring
letters-standing-faulted-lead = The team of { $community } holds something in how you sponsor to be a fault. Until { $day } you have half as many sponsorships.
letters-standing-faulted-button = See my place here
letters-standing-faulted-note = You can appeal on that page.
letters-standing-barred-subject = Your sponsoring in { $community } pauses for a year
letters-standing-barred-preview = What that changes for you.
letters-standing-barred-title = { $name }, a second fault in sponsoring
letters-standing-barred-lead = It is the second within two years in { $community }. You can sponsor nobody until { $day }, and somebody of the team looks at it with you. Everything else goes on.
letters-standing-barred-button = See my place here
letters-standing-barred-note = You can appeal on that page.
letters-standing-reserved-subject = A reservation about you in { $community }
letters-standing-reserved-preview = Of what kind it is, and how to answer.
letters-standing-reserved-title = { $name }, a reservation about you
letters-standing-reserved-lead = Somebody of { $community } has confided a doubt to the team. Two people of the team will decide; you can answer first.
letters-standing-reserved-button = See and answer
letters-standing-reserved-note = The page says of what kind it is.
letters-standing-together-asked-subject = Do you live together? A question in { $community }
letters-standing-together-asked-preview = A member says so. Is it true?
letters-standing-together-asked-title = { $name }, a question about your household
letters-standing-together-asked-lead = A member of { $community } says that you live together. If you both say so, your words count as one when somebody is to come in.
letters-standing-together-asked-button = See who, and answer
letters-standing-together-asked-note = If it is not so, say no on the same page; nobody is told.
letters-standing-together-entered-subject = Your household in { $community }
letters-standing-together-entered-preview = The team has entered with whom you live.
letters-standing-together-entered-title = { $name }, your household
letters-standing-together-entered-lead = The team of { $community } has entered that you live with another member. From now on your words count as one when somebody is to come in. Your own place does not change by it.
letters-standing-together-entered-button = See with whom
letters-standing-together-entered-note = If that is wrong, say so on the page: the team will be told.
letters-standing-together-kept-subject = Your household in { $community } stays as it is
letters-standing-together-kept-preview = The team has objected to a change.
letters-standing-together-kept-title = { $name }, about your household
letters-standing-together-kept-lead = The team of { $community } objects: your words and those of a member you lived with go on counting as one.
letters-standing-together-kept-button = See your household
letters-standing-together-kept-note = You can write to the team if that is wrong.

letters-idle-subject = We have not seen you in { $community } for nearly two years
letters-idle-preview = Come once before { $from }, and everything stays as it is.
letters-idle-title = Are you still there, { $name }?
letters-idle-lead = You have not come to { $community } for 23 months. We keep nobody’s data for nothing: from { $from } on, what says who you are there is erased. Sign in once before, and everything stays as it is.
letters-idle-button = Sign in and stay
letters-idle-note = If you do not want to come back, there is nothing to do. What others wrote stays theirs.
letters-idle-why = You get this letter once, because you have a place in the community { $community } and have not come for long.

letters-guest-request-waits-subject = { $name } waits to come into { $community }, and asks for something
letters-guest-request-waits-title = A request to read
letters-guest-request-waits-lead = { $name }, who waits to come into { $community }, asks: “{ $listing }”. Members see it once a steward has read it and let it through.
letters-guest-request-waits-button = Read the request
letters-guest-request-waits-note = If something in it has to change, you can send it back with a word why.
letters-guest-request-let-through-subject = Members of { $community } see your request now
letters-guest-request-let-through-title = Members see your request
letters-guest-request-let-through-lead = The team has read “{ $listing }”: members of { $community } see it now and can write to you.
letters-guest-request-let-through-button = See my request
letters-guest-request-let-through-note = You will hear when somebody writes to you.
letters-guest-request-sent-back-subject = The team of { $community } sent your request back
letters-guest-request-sent-back-title = Your request came back
letters-guest-request-sent-back-lead = The team has read “{ $listing }” and asks you to look at it again. You will find their reason on the page of your request in { $community }.
letters-guest-request-sent-back-button = Read why
letters-guest-request-sent-back-note = You can change it there and send it again.
## What saved searches have found

letters-saved-search-subject = { $n ->
    [one] Found for you: { $listing }
   *[other] Found for you: { $listing }, and other listings
}
letters-saved-search-preview = For your search “{ $name }”.
letters-saved-search-title = { $n ->
    [one] Your searches have found a listing
   *[other] Your searches have found { $n } listings
}
letters-saved-search-lead = Somebody in { $community } has just published what you are looking for.
letters-saved-search-search = Your search “{ $name }”
letters-saved-search-see = See the listing
letters-saved-search-more = { $n ->
    [one] and one more listing
   *[other] and { $n } more listings
}
letters-saved-search-all = My searches
letters-saved-search-why = You get this letter because you keep searches in { $community } and chose to be told of them by letter.
letters-sample-search = Plants and seeds
letters-mandate-asked-subject = { $name } would like to ask for something in your name
letters-mandate-asked-title = Do you agree?
letters-mandate-asked-lead = { $name } would like to ask for you in { $community }: “{ $listing }”. Nobody reads it before you have answered.
letters-mandate-asked-button = Read and answer
letters-mandate-asked-note = You can say no without a reason. If you do not answer, nothing is published.
letters-mandate-agreed-subject = { $name } agrees that you ask in their name
letters-mandate-agreed-title = It is published
letters-mandate-agreed-lead = { $name } agrees: members of { $community } now read “{ $listing }”. They will write to you.
letters-mandate-agreed-button = See the request
letters-mandate-agreed-note = They can end it, or go on by themselves, at any time.
letters-mandate-ended-subject = A request in somebody else’s name
letters-mandate-ended-title = It is not, or no longer, asked in somebody’s name
letters-mandate-ended-lead = “{ $listing }”, in { $community }: this is not, or no longer, asked in another person’s name.
letters-mandate-ended-button = See how it stands
letters-mandate-ended-note = You can always ask in your own name.
letters-mandate-offered-subject = { $name } hands a request over to you
letters-mandate-offered-title = Will you take it over?
letters-mandate-offered-lead = Before you came into { $community }, { $name } asked for you: “{ $listing }”. Now you can go on by yourself.
letters-mandate-offered-button = Read and answer
letters-mandate-offered-note = You can say no without a reason.
letters-mandate-taken-subject = { $name } goes on by themselves
letters-mandate-taken-title = Your request was taken over
letters-mandate-taken-lead = { $name } goes on by themselves in { $community }: “{ $listing }”. What people wrote to you stays yours.
letters-mandate-taken-button = See the request
letters-mandate-taken-note = Thank you for asking in their place.

letters-sample-outing = A walk around the lake
letters-outing-why = You get this letter because you signed up for an outing of the community { $community }.
letters-outing-button = See the outing
letters-outing-where = Where: { $town }
letters-outing-free-subject = A seat for you: { $outing }
letters-outing-free-title = A seat has become free
letters-outing-free-lead = You were waiting for a seat at “{ $outing }”, { $when }: it is yours.
letters-outing-free-note = If you are not coming after all, say so on the page of the outing: the seat goes to the next person.
letters-outing-changed-subject = Changed: { $outing }
letters-outing-changed-title = Another time or place
letters-outing-changed-lead = “{ $outing }” now takes place { $when }.
letters-outing-changed-note = You stay on the list. If it does not suit you any more, say so on the page of the outing.
letters-outing-off-subject = Called off: { $outing }
letters-outing-off-title = The outing is called off
letters-outing-off-lead = “{ $outing }”, planned for { $when }, does not take place.
letters-outing-off-note = There is nothing you need to do.
letters-outing-soon-subject = Soon: { $outing }
letters-outing-soon-title = Your outing is near
letters-outing-soon-lead = “{ $outing }” takes place { $when }. You are expected.
letters-outing-soon-note = If you are not coming after all, say so on the page of the outing: somebody may be waiting for a seat.

## Somebody needs urgently what one offers

letters-asked-subject = Urgent, by { $day }: { $listing }
letters-asked-title = Can you help?
letters-asked-lead = { $name } needs help by { $day }: “{ $listing }”.
letters-asked-goes-with = It goes with what you offer: “{ $listing }”.
letters-asked-where = Where: { $town }
letters-asked-button = Read and answer
letters-asked-note = If it does not suit you, there is nothing you need to do: nobody is told who was asked. You get one such letter a week at most.
letters-asked-why = You get this letter because you offer help in { $community }, and somebody near you needs it urgently.
letters-sample-hands = Two good hands, wheelbarrow and trailer

## Letters of the community are reported as unwanted

letters-complaints-subject = { $community }: letters reported as unwanted
letters-complaints-preview = How many, and what you can do.
letters-complaints-title = { $name }, letters are reported as unwanted
letters-complaints-lead = { $n } people reported a letter of { $community } as unwanted, of { $letters } that left within thirty days. If this goes on, the community’s letters will wait.
letters-complaints-button = See how the letters stand
letters-complaints-operator-button = Have a look, and decide
letters-complaints-note = Whoever reports a letter gets no more. Are there people here who never wanted to be? Everybody chooses their letters in their own space: it may help to say so again.
letters-complaints-operator-note = The owners of the community are told the same. Letters to sign in with leave all the same.
letters-complaints-held-subject = { $community }: the letters wait
letters-complaints-held-preview = Too many letters were reported as unwanted.
letters-complaints-held-title = { $name }, the letters wait
letters-complaints-held-lead = { $n } people reported a letter of { $community } as unwanted, of { $letters } that left within thirty days. That is too many: its letters wait, but for those to sign in with, until the operators of the platform let them go on.
letters-complaints-gone-subject = { $community }: the letters leave again
letters-complaints-gone-preview = The operators of the platform let them go on.
letters-complaints-gone-title = { $name }, the letters leave again
letters-complaints-gone-lead = The operators of the platform let the letters of { $community } go on. Those that waited leave now, but for the oldest.
letters-complaints-gone-note = The reason stands with the settings of the community. Complaints are counted from nothing again.
letters-complaints-why = You get this letter because you are an owner of the community { $community }.
letters-complaints-why-operator = You get this letter because you look after this platform.

## The team thinks that somebody may be able to help

letters-helper-subject = Could you help? { $listing }
letters-helper-lead = Nobody has answered { $name } yet: “{ $listing }”. The team of { $community } thought of you.
letters-helper-note = If it does not suit you, there is nothing you need to do: only the team knows that it asked you.
letters-helper-why = You get this letter because you offer help in { $community }, and its team thought of you.
