# Who shares a household: then their words count as one.

household-title = My household
household-lead = Two people who live together are one voice when somebody is to come in. Say with whom you do.
household-none = You have not said that you live with anybody here.
household-how = Your own place does not change by it. Only you two and the team see this page. Whoever you both vouch for reads that two of their sponsors live together, and may guess which.
household-find = Find the person you live with
household-state-asked = You have said so. { $name } has not answered yet.
household-state-asks = { $name } says that you live together.
household-state-looked = You have both said so. It concerns many people, so the team looks first.
household-state-counts = Your words count as one.
household-state-ending = Your words count as one until { $day }, unless the team objects.
household-entered = Entered by the team:
household-agree = Yes, I live with { $name }
household-deny = No, not with { $name }
household-take-back = Take back what I said of { $name }
household-end = I live with { $name } no longer
household-end-text = The team will be told and may object. Your words go on counting as one for two weeks.
household-end-yes = Yes, tell the team about { $name } and me
household-say-link = We live together
household-say-title = You and { $name } live together?
household-say-lead = { $name } will be asked. Once you have both said so, your words count as one.
household-say-what = If you both vouch for somebody, that is one sponsorship, not two. People you have vouched for may need another one; they would have weeks to find it.
household-say-yes = Ask { $name }
household-is-said = It is said. The other has been asked.
household-is-agreed = Noted: your words count as one.
household-is-looked = Noted. It concerns many people: the team looks first.
household-is-denied = Noted: it is not so.
household-is-ending = The team has been told.
household-desk-link = Household
household-desk-title = With whom { $name } lives
household-desk-lead = People of one household are one voice. Only the two and the team see this.
household-desk-nobody = Nobody is said to live with them.
household-desk-asked = One of the two has said so; the other has not answered.
household-desk-looked = It is said, but it concerns many people: somebody of the team must enter it.
household-desk-counts = Their words count as one.
household-desk-ending = One of the two says that it is over. Their words count as one until { $day }, unless you object.
household-desk-look = See what it changes with { $name }
household-keep = Object: they go on living with { $name }
household-enter-title = Enter that two people live together
household-enter-text = Where two accounts turn out to be of one household. Both will read why.
household-with = The other person
household-with-hint = The address of their page, copied from your browser.
household-with-unknown = That is not the address of somebody’s page.
household-effects-title = If { $name } and this person count as one
household-effects-none = Nobody’s place would change.
household-effects-some = { $n ->
    [one] One person would hang on too few words. Their place would be reviewed.
   *[other] { $n } people would hang on too few words. Their places would be reviewed.
}
household-unclear = The search could not tell of these people:
household-two = So many people are touched that a second person of the team must enter it too.
household-reason-hint = Both will read these words. They stay in the journal.
household-enter = Enter that they live with { $name }
household-is-entered = Entered. Both have been told why.
household-is-proposed = Noted. A second person of the team must enter it too.
household-is-kept = Their words go on counting as one. Both have been told why.
household-sample-reason = Both told us at the summer party that they share a flat.
