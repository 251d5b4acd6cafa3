# One sentence per refusal code: refusal-<code in lower case, dashed>.

refusal-other = This could not be accepted.
refusal-not-found = We cannot find this.
refusal-forbidden = You may not do this.
refusal-fault = Something broke on our side. Try again in a minute.
refusal-too-many = A little too often. Wait a few minutes, then try again.
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

# Private messages
refusal-message-missing = Write a message before you send it.
refusal-message-too-long = The message is a little long: 4,000 characters at most.
refusal-listing-own = This is your own listing: you will find the answers in your messages.
refusal-recipient-away = This person cannot receive messages at the moment.
