# Everybody’s place: departures by decision, reviews, appeals, words for somebody who is in already.

standing-put-out-title = { $name } goes?
standing-put-out-lead = First look at who would be touched. Nothing changes before you have decided.
standing-cause = Why
standing-cause-suspension = Suspension, until decided otherwise
standing-cause-conduct = Exclusion for conduct
standing-cause-fraud = Exclusion for deceit
standing-look = See what that would change
standing-decide = Decide
standing-reason = Why
standing-reason-hint = The person will read these words. They stay in the journal.
standing-put-out = Yes, { $name } goes
standing-propose = Propose it to somebody else of the team
standing-keep = Change nothing
standing-effects-title = What that would change
standing-effects-none = Nobody else would be touched if { $name } went.
standing-effects-some = If { $name } goes, { $n ->
    [one] one other person would hang on too few people. Their place would be reviewed.
   *[other] { $n } other people would hang on too few people. Their places would be reviewed.
}
standing-falls-title = { $n ->
    [one] One place to review
   *[other] { $n } places to review
}
standing-falls-orphan = { $name } would have no path from the founders any more. A new sponsorship can mend that until { $day }.
standing-falls-thin = { $name } would be left with { $paths ->
    [one] one independent path.
   *[other] { $paths } independent paths.
}
standing-falls-until = A new sponsorship can mend that until { $day }.
standing-falls-more = and { $n } more
standing-falls-how = While they are reviewed, these people keep everything but the right to sponsor. Nobody is ever put out by a computation.
standing-unclear-title = The computation could not conclude for
standing-recent-title = Sponsored by { $name } within a year
standing-sponsors-title = Who sponsored { $name }
standing-fraud-void = The sponsorships that { $name } gave would be worth nothing any more.
standing-two-title = Two people take this decision
standing-two-text = It touches many people. Somebody else of the team must confirm it within seven days.
standing-is-out = Done. Those concerned will get a letter.
standing-is-proposed = Proposed. Somebody else of the team has seven days to confirm it.
standing-is-called-off = The proposal is called off.
standing-is-confirmed = Done: this person stays a member.
standing-is-answered = The answer is on its way.
standing-is-appealed = Your appeal has arrived. Somebody who did not take the decision will read it.
standing-proposed-lead = Proposed by { $name }. Unless it is confirmed before { $day }, nothing changes.
standing-proposed-mine = You proposed it: somebody else must confirm it.
standing-confirm-out = Confirm: { $name } goes
standing-call-off = Call the proposal off
standing-reviews-title = Places to review
standing-reviews-lead = What waits for a second voice, appeals, and the people whose places are reviewed.
standing-second-title = Waits for a second voice
standing-second-line = { $n ->
    [0] Nobody else touched
    [one] One person touched
   *[other] { $n } people touched
}, until { $day }
standing-appeals-title = Appeals
standing-appeal-review = Review of their place
standing-answer = Answer
standing-answer-words = Your answer
standing-answer-hint = The person will read these words. They stay in the journal.
standing-answer-uphold = This person is right: they get their place back
standing-answer-whom = Answer { $name }
standing-list-title = Reviews under way
standing-list-empty-title = No review
standing-list-empty-text = Everybody here hangs on enough people.
standing-list-paths = { $paths } of { $need } paths
standing-list-due = To be decided
standing-list-until = A new sponsorship can mend it until { $day }.
standing-confirm = This person stays
standing-confirm-name = { $name } stays a member
standing-mine-title = My place here
standing-mine-member = You are a member, and all is well.
standing-mine-review = Your place is being reviewed. You keep everything but the right to sponsor.
standing-mine-suspended = The team has suspended your place.
standing-mine-expelled = The team has put you out of this community.
standing-mine-left = You have left this community.
standing-mine-waiting = You are waiting to come in.
standing-mine-until = Until { $day }
standing-mine-why = Somebody through whom you were linked to the founders is not here any more. { $paths ->
    [0] No path leads to you now
    [one] One independent path leads to you still
   *[other] { $paths } independent paths lead to you still
}; it takes { $need }.
standing-mine-still = Nobody blames you for anything. After that day somebody of the team decides; never a computation.
standing-mine-cure = What to do
standing-mine-cure-text = Ask a member who knows you to vouch for you. As soon as there are enough paths, the review ends by itself. Give them this address:
standing-mine-decided = Decided on { $day }
standing-appealed-title = Your appeal
standing-appeal-upheld = You were found to be right.
standing-appeal-kept = The decision stands.
standing-appeal-waits = Sent { $when }. A letter will tell you the answer.
standing-appeal-title = Appeal
standing-appeal-text = Write what the team ought to know. If possible, somebody who did not take the decision will read it. One text only.
standing-appeal-words = Your text
standing-appeal-send = Send the appeal
standing-endorse-lead = Your word adds a path to this person. It counts as a sponsorship.
standing-endorse-left = { $n ->
    [0] You have no sponsorship left.
    [one] You have one sponsorship left.
   *[other] You have { $n } sponsorships left.
}
standing-endorsed = Done. Thank you.
standing-sample-reason = Three members answered listings that did not exist.
standing-sample-appeal = I was not here that week, and nobody asked me anything.
standing-degree = What
standing-degree-warning = Warning
standing-degree-pause = No sponsoring for 90 days
standing-degree-smaller = Half as many sponsorships for a year
standing-degree-strike = A fault in sponsoring: half as many sponsorships for a year
standing-fraud-strike = Everybody who vouched for them answers for their word: half as many sponsorships for a year.
standing-measures-title = How { $name } sponsors
standing-measures-lead = From the mildest to the firmest. Each measure has a day and a reason, and can be taken back.
standing-measures-none = Nothing has been decided.
standing-measures-link = How they sponsor
standing-measure-of = For { $name }, who was excluded for deceit.
standing-measure-follows = Somebody who had been sponsored left for breach of the rules.
standing-measure-since = Since { $day }.
standing-measure-until = Until { $day }.
standing-measure-is-lifted = Taken back on { $day }.
standing-measure-lift = Take this measure back
standing-measure-new = Decide on a measure
standing-measure-give = Take this measure
standing-measure-given = Noted. The person will get a letter.
standing-measure-lifted = The measure is taken back.
standing-mine-measures = My sponsoring
standing-mine-strikes = Two faults in sponsoring within two years. Somebody of the team looks with you at how you sponsor.
standing-list-strikes = Two faults in sponsoring within two years
standing-list-decide = To be decided before { $day }.
standing-sample-measure = Three sponsorships in one morning, and nobody met in person.
