# The operator's desk.

operator-title = Operations
operator-calm = Everything goes its way.
operator-work = Something needs your attention.
operator-queue = The queue
operator-lane-security = Signing in
operator-lane-prompt = Prompt mail
operator-lane-bulk = Bulk mail
operator-queued = Waiting
operator-oldest = the oldest { $ago }
operator-leased = In hand
operator-buried = Given up
operator-jobs = Jobs given up
operator-jobs-none = None. A job gets here only after several tries.
operator-attempts = { $n ->
    [one] { $n } try
   *[other] { $n } tries
}
operator-retry = Try again
operator-done-retry = The job is back in the queue.
operator-communities = Communities
operator-communities-none = No community yet
operator-communities-none-text = The first is launched in five minutes.
operator-members = { $n ->
    [0] no member yet
    [one] { $n } member
   *[other] { $n } members
}
operator-since = since { $date }
operator-letters = Last letters
operator-letters-none = No letter has left yet.
operator-letter-when = When
operator-letter-kind = Letter
operator-letter-to = To
operator-letter-community = Community
operator-letter-outcome = Outcome
operator-letter-answer = What the relay said
operator-letter-sent = Sent
operator-letter-refused = Refused
operator-letter-suppressed = Held back
operator-hosts = Domain names that wait
operator-hosts-none = None. A community’s own domain name leads to it only after you have looked.
operator-hosts-text = Make sure that the organisation owns the name: call them, or look who has it registered.
operator-host-activate = Activate
operator-host-turn-down = Turn down
operator-done-activated = The domain name leads to its community now.
operator-done-turned-down = The domain name does not wait any more.
operator-lift = Somebody gets no letters?
operator-lift-text = An address is left alone when its mail server refuses it, or when its owner has complained. Once that is cleared up, let letters go there again.
operator-lift-email = Their address
operator-lift-button = Write there again
operator-lift-none = Nothing keeps letters from this address. Look among the last letters below.
operator-done-lifted = Letters go to this address again.
operator-reset = Somebody has lost their second key?
operator-reset-text = Telephone, passkeys and recovery codes: all lost. Make sure by another way who asks. Their address is told, and can stop it for three days; then every second key of the account goes.
operator-reset-account = The address of their account
operator-reset-reason = How you made sure
operator-reset-reason-hint = Stands in the journal of the platform.
operator-reset-button = Remove their second keys in three days
operator-reset-none = No account with a second key has this address.
operator-done-reset = It is noted, and their address is told.
operator-removal = Remove…
operator-watch = Letters reported as unwanted
operator-watch-none = No community has too many.
operator-watch-figures = { $complaints } complaints about { $letters } letters in thirty days
operator-watch-warned = Warned on { $date }
operator-watch-held = Waiting since { $date }
operator-watch-see = See…
operator-held-title = The letters of { $community }
operator-held-none = Nothing keeps its letters back.
operator-held-since = Its letters have waited since { $date }
operator-held-text = Those to sign in with leave all the same. Talk to the owners of the community before you let the others go on: a mail server that gets too many complaints ends up refusing every letter of the platform.
operator-warned-text = Its letters still leave. At three complaints in a thousand letters they will wait.
operator-held-reason = Why they may go on
operator-held-reason-hint = The team and the owners of the community read it. Name nobody.
operator-held-go = Let its letters go on
operator-done-held = Its letters leave again, and its owners are told.
