# One sentence per refusal code: refusal-<code in lower case, dashed>.

refusal-erasure-not-sure = An erasure cannot be taken back: say that you are sure.
refusal-other = This could not be accepted.
refusal-not-found = We cannot find this.
refusal-forbidden = You may not do this.
refusal-away = We cannot answer just now. Try again in a few seconds.
refusal-fault = Something broke on our side. Try again in a minute.
refusal-too-many = A little too often. Wait a few minutes, then try again.
refusal-rate-limited = A little too often. Wait a moment, then send it again.
refusal-address-invalid = An address looks like name@example.com. Check what stands around the @.
refusal-page-gone = This page was open for too long. Start again from the beginning.

# Listings
refusal-listing-closed = This listing is closed: it can no longer be answered or changed.
refusal-listing-id-taken = This listing has been saved already. Reload the page before you start again.
refusal-listing-direction-missing = Say whether you offer something or need it.
refusal-listing-kind-missing = Choose what it is about: a thing, a loan, a service…
refusal-listing-title-missing = Give your listing a title.
refusal-listing-title-too-short = The title is a little short: at least 3 characters.
refusal-listing-title-too-long = The title is a little long: 120 characters at most.
refusal-listing-body-missing = Describe in a few words what you offer or need.
refusal-listing-body-too-long = The text is a little long: 4,000 characters at most.
refusal-listing-settlement-missing = Say what is possible in return: nothing, a swap…
refusal-listing-settlement-not-allowed = This kind of return is not used here. Choose another one.
refusal-listing-category-unknown = Choose a category from the list, or none.
refusal-listing-town-too-long = The name of the town is a little long: 80 characters at most.
refusal-helper-unknown = Choose a member from here, or nobody.
refusal-thanks-too-long = The word of thanks is a little long: 500 characters at most.
refusal-close-reason-missing = Say why: whoever published the listing will read it.
refusal-close-reason-too-long = The reason is a little long: 500 characters at most.
refusal-listings-enough-today = Twenty listings a day are enough for one person. Publish this one tomorrow.
refusal-place-unknown = We know no place of this name. Try a neighbouring town, or a postcode.
refusal-place-which = Several places are called that, or almost. Choose which one.
refusal-street-unknown = Your town is noted. We find no such street in it: check its name, or leave the street empty.
refusal-street-unanswered = Your town is noted. The street is not: the service that knows streets does not answer. Try again later.
refusal-street-without-town = Say also in which town this street is.
refusal-street-too-long = This address is too long: the number and the street are enough.
refusal-near-what = Say near which place: a town, or your home.
refusal-near-home-missing = Say first where you live: only you will see it.
refusal-near-work-missing = Say first where you work: only you will see it.

# Private messages
refusal-message-missing = Write a message before you send it.
refusal-message-too-long = The message is a little long: 4,000 characters at most.
refusal-listing-own = This is your own listing: you will find the answers in your messages.
refusal-listing-others-first = For a few hours others may answer this offer first. The listing says until when.
refusal-recipient-away = This person cannot receive messages at the moment.
refusal-conversations-enough-today = You have written to many new people today. Begin this conversation tomorrow; those you have go on.
refusal-messages-enough-today = You have written very many messages today. Go on tomorrow.

# Texts
refusal-text-missing = Write something here.
refusal-text-too-long = This is too long. Keep what matters most.
refusal-text-invisible = Something invisible stands in this text: perhaps it was copied from elsewhere. Type it again.
refusal-name-reserved = This name, or one that looks like it, belongs to the community and its team. Give your own name.
refusal-id-in-use = This has been saved already. Reload the page before you start again.

# The community
refusal-colour-invalid = A colour is written # followed by six digits or letters a to f, such as #1f5c47.
refusal-domain-invalid = Write only what follows the @, such as example.org, one domain a line.
refusal-host-invalid = This domain name will not do. Write it without a path, such as help.example.org.
refusal-host-taken = Another community already uses this domain name.
refusal-too-many-hosts = Ten domain names are enough for one community. Take one away.
refusal-launches-enough-today = Three communities a day are enough for one person. Launch this one tomorrow: what you typed stays on this page.
refusal-language-missing = Choose at least one language.
refusal-listing-days-out-of-range = A listing lives from 7 to 365 days.
refusal-preset-unknown = Choose a model from the list.
refusal-knob-out-of-range = This number is outside its range.
refusal-look-first = Look at what this policy means first; then change to it.
refusal-settings-stale = Somebody else has changed the settings meanwhile. Reload the page, then make your change again.
refusal-slug-invalid = The address has 3 to 40 plain letters, digits or dashes.
refusal-slug-reserved = This word is kept for the installation. Choose another.
refusal-slug-taken = Another community already has this address. Add the name of your town, for instance.
refusal-sponsors-out-of-range = Ask for 1 to 10 sponsors, or 0 if the team itself lets people in.
refusal-timezone-unknown = Choose a time zone from the list, such as Europe/Paris.
refusal-too-many-founders = Name at most a hundred people at the launch. You can invite the others afterwards.

# Signing in, being a member
refusal-address-same = This is your address already.
refusal-address-taken = Another account uses this address. Choose another one, or sign in with it.
refusal-address-replaced = The account of this address has used another one for a short while. If you did not choose that, open the letter that told of it and press “This was not me”.
refusal-factor-already = Your account has a second key already. Remove it before you add another one.
refusal-factor-missing = Your account has no second key yet, or you began too long ago. Add it from your account.
refusal-factor-code-wrong = This is not the code, or it has been used. Wait for the next one, then copy it.
refusal-passkey-refused = This passkey does not open here, or you took more than five minutes. Begin again, or take another way.
refusal-passkey-missing = None of your passkeys works on this address. Give a code of your app or a recovery code.
refusal-passkey-not-here = Passkeys do not work on this address.
refusal-passkeys-enough = You have twenty passkeys, which is the most. Remove one before you add another.
refusal-too-late-to-undo = This change cannot be taken back any more: the link has been used, or it is too old.
refusal-sign-in-again = Before you change this, show that it is you: sign in again, or give your code.
refusal-step-up-required = Before you act for everybody, show with your second key that it is you.
refusal-already-here = You are a member already. Come in, it is open.
refusal-charter-not-accepted = Read the charter and tick the box to go on.
refusal-code-wrong = This is not the right code. Copy the six digits from the latest letter.
refusal-hour-out-of-range = Choose an hour from 0 to 23.
refusal-last-owner = There must be at least one owner. Give this role to somebody else first.
refusal-not-a-member = This role is given to a member in good standing.
refusal-sign-in-expired = This link or code is not good any more. Ask for a new letter, it comes at once.
refusal-sign-in-other-browser = You asked to sign in on another device. Type the six digits of the letter there.
refusal-sign-in-spent = This link has been used already. If that was not you, ask for a new letter and tell the team.
refusal-standing-moved = This person’s situation has changed meanwhile. Reload the page.
refusal-too-many-rows = These are too many rows at once. Send the file in several parts.

# Programs
refusal-cursor-invalid = This place in the list is not known. Start again from the beginning.
refusal-too-slow = This takes too long. Ask for less at once, or try again in a minute.
refusal-token-invalid = This access token is missing, wrong or revoked.
refusal-unreadable = What was sent cannot be read.
refusal-too-large = This is too much at once. Send it in several parts.
refusal-not-json = Send JSON, and say so: Content-Type: application/json.

# Sponsorships and coming in
refusal-already-answered = This request has been answered before. Reload the page to see where it stands.
refusal-already-asked = You have asked this person already. Give them time to answer.
refusal-already-invited = You have invited this address already, and the invitation still holds.
refusal-asked-lately = You asked this person not long ago. Give them a few days before you ask again.
refusal-asked-too-often = That is enough requests for one day. Ask the next person tomorrow.
refusal-link-spent = This link does not hold any more. Ask the person who gave it to you for a new one.
refusal-no-token-left = You have no sponsorship left to give at the moment. Your page says when one comes back.
refusal-not-by-office = Here members decide who comes in, by vouching.
refusal-not-waiting = This person is not waiting any more: somebody has decided meanwhile, or they have gone.
refusal-sponsor-oneself = This is your own address. Ask somebody who knows you.
refusal-sponsor-too-new = You have not been a member for long enough to vouch for others. Your page says from when you can.
refusal-too-late-to-withdraw = This person is a member already: your word cannot be taken back any more. Talk to the team.
refusal-too-many-invitations = Too many invitations are on their way. Wait for an answer.
refusal-too-many-open = Too many requests wait for an answer. Wait for one, or take a request back.
refusal-under-review = While your own standing is under review you cannot vouch for others.
refusal-removal-not-confirmed = This is not the community’s short name. Write it exactly, without accents or capitals.
refusal-removal-asked = This community is going to be removed already.
refusal-removal-begun = The removal has begun: it is too late to call it off.

# Everybody’s place
refusal-graph-moved = Meanwhile other people are concerned. Look again before you decide.
refusal-departure-waits = A decision about this person waits for a second voice already.
refusal-departure-settled = This has been settled, or nobody confirmed it in time.
refusal-same-steward = Somebody else of the team must confirm this.
refusal-needs-no-word = Nobody need vouch for this person.
refusal-already-vouched = You vouch for this person already.
refusal-review-ended = This review has ended already.
refusal-already-appealed = An appeal was made against this already.
refusal-own-decision = Somebody who did not take the decision must read this appeal.
refusal-too-many-meetings = Three meetings are under way for you already. Wait for one of them, or call it off.
refusal-meeting-settled = This meeting is not open to that any more.
refusal-no-way-to-meet = Choose at least one way to meet.
refusal-too-many-a-month = Say a number from 1 to 20.
refusal-not-that-day = That day cannot be the one: it lies ahead, or before the meeting was asked for.
refusal-too-many-lines = A lot has been written already. Agree on the rest when you meet.
refusal-renew-later = There is time yet. You can renew your application within the fourteen days before its end.
refusal-sponsoring-paused = For now you cannot vouch for others. The page “My place here” says why and until when.
refusal-already-reserved = You have confided a reservation about this person already.
refusal-own-reservation = This reservation is yours: others decide.
refusal-reservation-open = A reservation about this person still waits.
refusal-already-together = It is known already that these two live together.
refusal-household-full = So many people are said to live here that the team has to look. Write to them.
refusal-guest-request-one = You have a request already. Close it before you ask for something else.
refusal-guest-request-changed = Its author changed this request meanwhile. Read it again.
refusal-searches-enough = You keep twenty searches already. Delete one to keep another.
refusal-search-name-missing = Give this search a name, so that you recognise it.
refusal-search-name-too-long = This name is too long: sixty letters at the most.
refusal-search-words-too-long = This is too long: a hundred and twenty letters at the most.
refusal-search-not-kept = A search by author or by state cannot be kept.
refusal-mandate-request-only = You can ask for somebody, but not offer in their name.
refusal-mandate-name-missing = Give their first name, or leave all of it empty if you ask for yourself.
refusal-mandate-name-too-long = This first name is a little long: 40 characters at most.
refusal-mandate-name-only = A first name only: no address, no telephone number, no figures.
refusal-mandate-consent-missing = Tick this box if they asked you to. If they did not, ask them first.
refusal-mandate-member-unknown = We cannot find this person among the members.
refusal-mandate-asked-already = You are still waiting for an answer from this person.
refusal-audience-only-wider = It can only be shown to more people than before: whoever has read it cannot be made to forget it.
refusal-urgent-request-only = Only a request can be urgent.
refusal-urgent-once = This request has been urgent before. If you still need help, close it and publish it anew.
refusal-urgent-enough = Two of your requests were urgent within seven days: that is as many as one person may have. Choose “It can wait”; everybody sees it all the same.
refusal-audience-kept = Its author keeps this listing with the team. Ask them whether it may be shown to everybody.
refusal-mandate-said-no = This person said no not long ago. Let a month go by, or talk to them in person.
refusal-mandate-changed = This request was changed meanwhile. Here it is as it is now: read it again before you answer.
refusal-listing-date-past = The date of this listing has passed. Publish it again, with another date.
refusal-listing-not-of-this-kind = This field does not go with this kind of listing. Empty it, or choose another kind.
refusal-listing-quantity-range = Give a number from 1 to 999.
refusal-listing-loan-days-range = Give a number of days from 1 to 365.
refusal-listing-day-unreadable = Give a day, such as 2026-12-05.
refusal-listing-day-far = That is more than a year away. Check the year.
refusal-listing-until-past = That day has passed.
refusal-listing-until-before-from = The last day comes before the first.
refusal-outing-start-missing = Say when the outing begins.
refusal-outing-time-unreadable = Give a day and an hour that exist, such as 2026-12-05 14:30.
refusal-outing-start-past = That moment has passed.
refusal-outing-end-before-start = The end comes before the beginning.
refusal-outing-too-long = An outing lasts 31 days at most.
refusal-outing-seats-range = Give a number of seats from 1 to 999, or nothing.
refusal-outing-has-comers = People have signed up: keep a date, or close the listing to call the outing off.
refusal-outing-own = This outing is yours: you are there already.
refusal-outing-begun = This outing has begun: nobody signs up any more.
refusal-outing-crowded = Too many people have signed up. Write to whoever offers the outing.

# Photos
refusal-photo-too-heavy = A photo weighs more than 10 MB. Choose a lighter one; the others are kept.
refusal-photo-kind = A file is not a photo that we can read. Choose a JPEG, PNG or WebP.
refusal-photo-too-large = A photo is too large: at most 8,192 pixels on a side and 40 million in all.
refusal-photo-broken = A photo cannot be read, it may be damaged. Try another one.
refusal-photo-description-too-long = Say what a photo shows in 200 characters at most.
refusal-photos-enough = Six photos are enough for a listing. Remove one to add another.
refusal-photos-too-many = Your photos take all the room that one person has. Remove some from your other listings.
refusal-photos-busy = Many photos are arriving at the moment. Your text is kept on this page: send the photo again in a minute.
refusal-photos-full = There is no room left for photos, and the technical team has been told. Your text is kept on this page: publish without a photo, or try again later.
