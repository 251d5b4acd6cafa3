# One sentence per event told to a member: notice-<kind>. $actor: a name; $subject: the title of a listing.

notice-sponsorship-asked = { $actor } asks you to vouch for them.
notice-sponsorship-given = { $actor } vouches for you.
notice-sponsorship-declined = One of your requests will not work out this time. You can ask somebody else.
notice-sponsorship-withdrawn = Somebody who vouched for you has taken their word back. You can ask somebody else.
notice-invitation-accepted = { $actor } has answered your invitation.
notice-admitted = Welcome! You are a member.
notice-refused = Your request to join was not accepted.
notice-newcomer-admitted = { $actor }, for whom you vouched, is now a member.
notice-applicant-arrived = { $actor } asks to come in.
notice-applicant-undetermined = The request of { $actor } waits for your decision: the computation could not conclude.
notice-message-received = { $actor } has written to you about “{ $subject }”.
notice-listing-expiring = Your listing “{ $subject }” will expire soon.
notice-listing-expired = Your listing “{ $subject }” has expired.
notice-listing-closed-by-office = Your listing “{ $subject }” was closed by the team.
notice-thanked = { $actor } thanks you for your help: “{ $subject }”.
notice-standing-changed = Your standing in the community has changed.
notice-role-given = Your role in the community has changed.
notice-endorsed = { $actor } vouches for you.
notice-under-review = Your place is being reviewed. See why, and what you can do.
notice-review-ended = The review of your place has ended: you are a member as before.
notice-second-needed = A decision about { $actor } waits for a second voice.
notice-review-due = It is time to decide whether { $actor } stays.
notice-appeal-made = { $actor } appeals.
notice-appeal-answered = Your appeal has been answered.
