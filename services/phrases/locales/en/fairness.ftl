# Fairness: whoever has received many things lately lets others answer first.

fairness-title = Sharing out fairly
fairness-lead = Here, whoever has received many things lately lets others go first for a few hours. It is no reproach: it is how everybody gets a turn.
fairness-none = This community has no rule about who goes first: everybody may answer every offer at once.
fairness-stand = Where you stand
fairness-received = { $n ->
    [0] You have received nothing in the last thirty days
    [one] You have received one thing in the last thirty days
   *[other] You have received { $n } things in the last thirty days
}
fairness-free = You may answer every offer as soon as it is published.
fairness-waits = For the first { $hours } hours after a thing is offered others may answer first; then it is your turn like everybody’s. If you receive nothing else, this ends on { $day }.
fairness-private = Only you can see this. Nobody else is told how much you have received: not whoever offers something, not the team.
fairness-rule = The rule
fairness-rule-wait = { $n ->
    [one] Whoever has received a thing in the last thirty days may answer a new offer of a thing { $hours } hours later than the others.
   *[other] Whoever has received { $n } things or more in the last thirty days may answer a new offer of a thing { $hours } hours later than the others.
}
fairness-rule-told = When a new offer goes with several requests, those who have received nothing lately are told first; whoever is over the number above finds it on their page and in the next letter.
fairness-rule-free = It goes for things that are given or lent. Help, skills, outings and conversations that have begun are open to all at once, and so is everything you ask for.
fairness-rule-end = What was received more than thirty days ago no longer counts.
fairness-counted = What is counted
fairness-counted-text = The offers whose author named you when closing them, your own requests that were fulfilled, and those that somebody made for you. What was agreed without saying so is not counted.
fairness-to-listings = To the listings
fairness-note = You have received several things lately, so others may answer { $name } first. You may from { $when } on.
fairness-note-why = Why, and where I stand
