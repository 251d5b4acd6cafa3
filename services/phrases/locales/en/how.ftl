# How people get in: the rule, the reasons, the proofs (decision 0015), for anybody to read.

how-title = How people get in here
how-lead = Members answer for newcomers. Here is what is asked for and why, what it protects from, and what it does not.
how-rule-title = The rule here
how-rule-team = Here the team welcomes each newcomer itself, and every decision stands in the journal. What follows is how it works where members decide.
how-rule-sponsors = { $n ->
    [one] One member vouches for a newcomer.
   *[other] { $n } members vouch for a newcomer.
}
how-rule-small = While the community is small, half its members are enough.
how-rule-paths = { $n ->
    [one] A chain of such sponsorships must lead from the founders to the newcomer
   *[other] { $n } chains of such sponsorships, with nobody in common, must lead from the founders to the newcomer
}; this is asked for from { $roots } founders on, because fewer cannot carry everybody.
how-rule-words = A member may vouch after { $days } days here, { $n } times a year at first and { $first } in the first year. Whoever vouched for people who stayed may vouch more often.
how-rule-cooling = { $n } hours pass between the first sponsorship and coming in: time to think it over.
how-why-title = Why chains, and not a number of friends
how-why-1 = Three people vouch for Eve. Fine, unless all three are here only because of Bruno: then it is Bruno’s word three times over.
how-why-2 = So we do not ask “how many friends?” but “how many people would have to be wrong, or lying, for Eve to have no honest way in?”
how-why-3 = Draw the chains from the founders to Eve. If three can be drawn that have nobody in common, three separate people would have to fail. If every chain passes through Bruno, one is enough.
how-buys-title = What it protects from
how-buys-1 = Where three chains are asked for, two cheats get nobody in: however many false accounts they make, every chain to one of those goes through the two of them.
how-buys-2 = Cleaning up works by itself. When enough of those who let in false accounts are found out, all these accounts fall short at once, those included whom nobody suspected. A number of friends does nothing of the kind: false accounts vouch for one another.
how-buys-3 = Many cheats together are slowed, not stopped: sponsorships are counted, so that each brings in few.
how-here-title = With the numbers of this community
how-here-door = { $n ->
    [0] One dishonest member is enough to let a false account in.
    [one] A single dishonest member lets no false account in.
   *[other] { $n } dishonest members together let no false account in.
}
how-here-quota = Beyond that, each of them brings in at most { $n } false accounts in the first year, with the usual number of sponsorships.
how-here-unbounded = Nothing bounds how many false accounts could follow the first: they may vouch as often as it takes to come in.
how-not-title = What it does not do
how-not-1 = It cannot tell whether a real person is honest.
how-not-2 = Careless people who vouch for anybody count like cheats.
how-not-3 = Whoever names the founders holds the power. That is why they are shown, and every change of them stands in the journal.
how-not-4 = Cleaning up is a weapon, too: who has honest people expelled may make others fall. That is why nothing follows by itself but a review, with time to find another sponsor, and an act that touches many needs two moderators.
how-not-5 = Nobody is put out by a computation. A person decides, gives a reason, and can be asked to look again.
how-maths-title = In mathematics
how-maths-words = A directed graph, from sponsor to member. R are the founders. κ(x) is the greatest number of paths from R to x that share nobody but x. S are false accounts, no founder among them; C are those outside S who vouched for one of S: accomplices, stolen accounts and careless people; c is how many they are. k is the number of paths asked for.
how-maths-menger = By K. Menger (1927), κ(x) is also the least number of people, founders included and x left out, who stand on every path from R to x.
how-lemma-1-title = Lemma 1
how-lemma-1 = If k different sponsors of x are founders or have κ ≥ k, then κ(x) ≥ k.
how-lemma-1-proof = Suppose fewer than k people, x not among them, meet every path from R to x; call them Z. One of the k sponsors, s, is not in Z. If s is a founder, the step from s to x avoids Z. Otherwise κ(s) ≥ k is more than Z has, so some path from R to s avoids Z; if it avoids x, go on to x, and if it meets x, stop there. Either way a path to x avoids Z: a contradiction.
how-lemma-1-so = So in a community that only grows, asking for k chains at the door adds nothing to asking for k sponsors. It matters when people go.
how-theorem-1-title = Theorem 1 (the door)
how-theorem-1 = κ(s) ≤ c for every false account s.
how-theorem-1-proof = A path from R, which is outside S, enters S by a step whose beginning is in C. So C meets every path to s, and Menger’s theorem says the rest.
how-theorem-1-so = If c is less than k, no false account ever comes in, in whatever order they try: the first would need κ ≥ k.
how-theorem-2-title = Theorem 2 (cleaning up)
how-theorem-2 = Once fewer than k of C are still here, every false account has κ < k.
how-theorem-2-proof = The paths that remain enter S through those of C who remain: Theorem 1 with their number.
how-theorem-2-so = It does not matter how false accounts vouch for one another, nor who was suspected.
how-theorem-3-title = Theorem 3 (counted sponsorships)
how-theorem-3 = Each of C gives at most q sponsorships in any window of W days; a false account at most q₁, fewer than k, until it is W days old. Until then the number of false accounts at time t is at most c·q·(⌊t/W⌋ + 1) / (k − q₁).
how-theorem-3-proof = Every false account was paid for with k sponsorships. Those of C come to c·q·(⌊t/W⌋ + 1) at most, since ⌊t/W⌋ + 1 windows cover the time; those of X false accounts to q₁·X. So k·X ≤ c·q·(⌊t/W⌋ + 1) + q₁·X.
how-theorem-3-so = If false accounts had k sponsorships each, one could pay for the next for ever. That is why q₁ is k − 1.
how-limits-title = Limits
how-limits-1 = When k or more of C work together, only counted sponsorships, seniority, pace and attentive people hold them back.
how-limits-2 = “k separate chains of at most L steps” cannot be computed in reasonable time from five steps on (A. Itai, Y. Perl, Y. Shiloach, 1982): distance and separateness are asked for apart.
how-limits-3 = A search that grows too long lets nobody in: it goes to a person.
how-limits-4 = With few founders, chains are shown and not asked for.
how-more = The whole argument, with its sources and the experiments, comes with the software (decision 15).
