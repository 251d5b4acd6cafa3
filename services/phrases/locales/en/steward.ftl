steward-title = The desk
steward-lead = { $n ->
    [0] Nobody is waiting at the moment.
    [one] One person is waiting to come in.
   *[other] { $n } people are waiting to come in.
}
steward-to-owner = Community settings
steward-newcomers = Newcomers
steward-namesake = A member has this name, or one that looks like it
steward-empty-title = Everybody is in
steward-empty-text = The next requests will appear here, and you will get a letter.
steward-given = { $given } of { $needed }
steward-open = { $n ->
    [0] No request without an answer
    [one] One request without an answer
   *[other] { $n } requests without an answer
}
steward-admit = Welcome { $name }
steward-refuse = Do not welcome
steward-refuse-name = Do not welcome { $name }
steward-reason = Why
steward-reason-hint = These words stay in the journal, with your name.
steward-suspended = Suspended people
steward-admitted = Done: this person is a member. A welcome letter is on its way.
steward-refused = Noted, with your reasons.
steward-is-reinstated = The suspension is over.
steward-listing-closed = The listing is closed. Its author will read why.
steward-sample-about = I have just moved here. I garden and I mend bicycles.
steward-waiting-title = Waiting room
steward-waiting-lead = { $n ->
    [0] Nobody is waiting.
    [one] One person is waiting; of these, more than thirty days: { $long }.
   *[other] { $n } people are waiting; of these, more than thirty days: { $long }.
}
steward-waiting-year = In twelve months
steward-waiting-months = Month by month
steward-waiting-month = Month
steward-waiting-asked = Asked to join
steward-waiting-sponsored = First word
steward-waiting-admitted = Came in
steward-waiting-closed = Closed without
steward-waiting-median = Half of those who came in waited { $days } days or less.
steward-waiting-median-none = Nobody has come in within these months.
steward-waiting-nobody = Nobody has answered them
steward-waiting-nobody-how = They wait without a single word, the longest first. Perhaps somebody nearby would agree to be a host.
steward-waiting-nobody-none = Everybody who waits has at least one word.
steward-waiting-has-asked = { $n ->
    [0] asked nobody
    [one] asked once
   *[other] asked { $n } times
}

steward-unanswered-title = Unanswered requests
steward-unanswered-lead = Nobody has written to these people for two days or more, or it is urgent. A word from you is often enough.
steward-unanswered-usual = { $hours ->
    [one] At the moment, half of the answers come within an hour.
   *[other] At the moment, half of the answers come within { $hours } hours.
}
steward-unanswered-empty-title = Nobody is waiting
steward-unanswered-empty-text = Every request older than two days has had at least one message.
steward-unanswered-helpers = Who may be able to help
steward-unanswered-nobody = We have found no offer that goes with this request. Whom do you know?
steward-unanswered-suggest = Mention it to { $name }
steward-unanswered-suggested = Said. They remain free to answer.
