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
