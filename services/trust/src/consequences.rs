//! What a policy means for one community: the figures beside each knob (design: trust, sections 3, 4 and 8). Looks at everybody,
//! and changes nothing.

use serde::{Deserialize, Serialize};

use crate::{AdmissionPolicy, Day, MemberState, Soundness, Standard, TrustGraph, View, reproduction};

/// Days over which departures are counted.
const YEAR: i64 = 365;

/// A policy's figures on one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consequences {
    /// Sponsors asked for today; 0 where stewards admit.
    pub sponsors: u32,
    /// Independent paths asked for today; 0 while that rule is off.
    pub paths: u32,
    /// Roots that count, those of one household once.
    pub roots: u32,
    /// Members inside.
    pub members: u32,
    /// Members inside with fewer paths than those already in need ([`Standard::need`]).
    pub below: u32,
    /// Members about whom the search was cut short; they count as below.
    pub undetermined: u32,
    /// Members in good standing who are old enough to sponsor.
    pub may_sponsor: u32,
    /// Members farther from the roots than newcomers may be; 0 where distance is shown only.
    pub beyond: u32,
    /// Admissions a day.
    pub pace: u32,
    /// False accounts that one dishonest member can bring in a year, rounded up, with the usual number of tokens (Theorem 3 of decision
    /// 0015); nothing where a false account could pay for the next: then nothing bounds it.
    pub fakes: Option<u32>,
    /// The same for one who has earned as many tokens as anybody can.
    pub fakes_at_most: Option<u32>,
    /// ρ ([`reproduction`]), with the departures of the last year.
    pub reproduction: Option<f64>,
}

/// A policy beside the one that holds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Foresight {
    /// What holds means today.
    pub now: Consequences,
    /// What the other would mean today.
    pub then: Consequences,
    /// Members who have enough paths now and would not have enough then. Nothing would happen to them.
    pub falling: u32,
}

impl Foresight {
    /// Looks at `then` beside `now`, in a community opened that day.
    pub fn of(graph: &TrustGraph, now: &AdmissionPolicy, then: &AdmissionPolicy, today: Day, opened: Day) -> Self {
        let view = graph.for_keeping(today);
        let (one, two) = (Look::at(&view, now, today), Look::at(&view, then, today));
        let falling = inside(graph).filter(|&member| one.enough(member) && !two.enough(member)).count();
        Self {
            now: one.figures(&view, now, today, opened),
            then: two.figures(&view, then, today, opened),
            falling: whole(falling),
        }
    }
}

/// Who has enough paths by one policy.
struct Look {
    standard: Standard,
    /// Nothing where nobody needs any.
    sound: Option<Soundness>,
}

impl Look {
    fn at(view: &View<'_>, policy: &AdmissionPolicy, today: Day) -> Self {
        let standard = Standard::on(policy, view.graph(), today);
        let sound = (standard.need() > 0).then(|| view.soundness(standard.need()));
        Self { standard, sound }
    }

    fn enough(&self, member: u32) -> bool {
        self.sound.as_ref().is_none_or(|sound| sound.holds(member))
    }

    fn figures(&self, view: &View<'_>, policy: &AdmissionPolicy, today: Day, opened: Day) -> Consequences {
        let graph = view.graph();
        let members = whole(inside(graph).count());
        let senior = graph.for_admission(today, policy.seniority_on(today, opened));
        Consequences {
            sponsors: self.standard.sponsors,
            paths: self.standard.paths,
            roots: whole(view.root_voices()),
            members,
            below: whole(inside(graph).filter(|&member| !self.enough(member)).count()),
            undetermined: self.sound.as_ref().map_or(0, |sound| whole(sound.undetermined.len())),
            may_sponsor: whole(senior.standing().count()),
            beyond: policy.distance.map_or(0, |most| beyond(view, most)),
            pace: policy.pace(members),
            fakes: fakes(policy, usual_tokens(policy)),
            fakes_at_most: fakes(policy, usual_tokens(policy).max(policy.most_tokens)),
            reproduction: reproduction(policy, leaving(graph, members, today)),
        }
    }
}

fn inside(graph: &TrustGraph) -> impl Iterator<Item = u32> + '_ {
    let is_inside = |state| matches!(state, MemberState::Member { .. } | MemberState::UnderReview);
    graph.members().filter(move |row| is_inside(row.state)).map(|row| row.number)
}

fn beyond(view: &View<'_>, most: u32) -> u32 {
    let distances = view.distances();
    whole(inside(view.graph()).filter(|&member| distances.of(member).is_none_or(|steps| steps > most)).count())
}

fn usual_tokens(policy: &AdmissionPolicy) -> u32 {
    policy.tokens.max(policy.root_tokens.unwrap_or(policy.tokens))
}

/// q / (k − q₁), for one dishonest member in the first window.
fn fakes(policy: &AdmissionPolicy, tokens: u32) -> Option<u32> {
    let first_year = policy.first_year_tokens.unwrap_or(policy.sponsors.saturating_sub(1));
    let missing = policy.sponsors.checked_sub(first_year).filter(|missing| *missing > 0)?;
    Some(tokens.div_ceil(missing))
}

/// Share of the members who leave in a day, by those who left within a year.
fn leaving(graph: &TrustGraph, members: u32, today: Day) -> f64 {
    let lately = |state| matches!(state, MemberState::Left { day } if today.since(day) < YEAR);
    let left = whole(graph.members().filter(|row| lately(row.state)).count());
    f64::from(left) / f64::from(members.max(1)) / 365.0
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
