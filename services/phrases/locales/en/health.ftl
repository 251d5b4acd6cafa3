# How healthy the community is, for those who look after it.

health-title = How the community holds together
health-lead = Figures to look after people with. None of them is a verdict on anybody.
health-trend = Members with enough separate chains
health-sound = { $share } of the members ({ $part } of { $whole }) have { $need ->
    [one] a chain from the founders.
   *[other] { $need } chains or more from the founders with nobody in common.
}
health-measured = Measured on { $when }, every night.
health-funnel = Who wanted to come in, over ninety days
health-waiting = waiting now
health-asked = words asked
health-given = words given
health-declined = declined
health-unanswered = no answer
health-admitted = came in
health-median = Half of those who came in waited { $days } days or less.
health-growth = Growth
health-rho = With today’s rules and departures, a member brings in { $rho } newcomers during their whole membership. Below 1 the community shrinks.
health-rho-unknown = Nobody has left for a year, so that it cannot be said how many newcomers a member brings in while they are here.
health-founders = Founders, and what losing each would cost
health-roots = { $n ->
    [one] One founder carries the community.
   *[other] { $n } founders carry the community.
}
health-loss = { $falling ->
    [0] Nobody would have too few chains
    [one] One member would have too few chains
   *[other] { $falling } members would have too few chains
}; without any: { $orphans }.
health-keystones = Members on whom others hang
health-keystones-how = Every chain to these others passes through the one named. A second sponsor for them would help.
health-keystones-none = Nobody hangs on one single member.
health-keystone = { $n ->
    [one] One member hangs on them.
   *[other] { $n } members hang on them.
}
health-look = To look at
health-look-how = Those at the very edge of the web of trust. Most are newcomers like any other: say hello, see whether they know somebody else here. It proves nothing.
health-look-none = Nobody at the moment.
health-audit-title = Monthly audit
health-audit = { $share } of the members ({ $n }) are reached when everybody may pass on only so much trust.
health-audit-how = A second opinion (Advogato’s measure), made once a month. It decides nothing.
health-empty-title = Not measured yet
health-empty-text = The figures are made by night. Come back tomorrow.
