//! What was decided about somebody, and what is missing.

use super::super::Member;
use crate::ids::Global as _;
use async_graphql::{Enum, ID, Object, SimpleObject};
use kernel::{MemberId, Timestamp};
use sponsorship::{AdmissionView, VerdictSummary, WitnessStep};

/// What comes of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "trust::Outcome")]
pub enum Outcome {
    /// In.
    Admitted,
    /// Not yet.
    Waiting,
    /// A person must decide.
    Undetermined,
}

/// What stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum Obstacle {
    /// A steward must admit.
    Steward,
    /// More members must vouch.
    Sponsors,
    /// The sponsors hang on too few others.
    Paths,
    /// The search was cut short.
    Search,
    /// Too far from the founders, or not linked to any.
    Distance,
    /// Some of the sponsors have no token left.
    Tokens,
    /// Enough people came in today.
    Pace,
    /// Too soon after the first word.
    Cooling,
    /// Stewards are looking at a reservation.
    Reservation,
}

/// What stands in the way, in numbers.
#[derive(Debug, SimpleObject)]
pub struct Missing {
    /// What.
    what: Obstacle,
    /// How much there is.
    have: Option<u32>,
    /// How much it takes, or at most may be.
    need: Option<u32>,
    /// Until when, where only time stands in the way.
    until: Option<Timestamp>,
}

impl From<trust::Missing> for Missing {
    fn from(missing: trust::Missing) -> Self {
        use trust::Missing as M;
        let of = |what, have, need| Self { what, have, need, until: None };
        match missing {
            M::Steward => of(Obstacle::Steward, None, None),
            M::Sponsors { have, need } => of(Obstacle::Sponsors, Some(have), Some(need)),
            M::Paths { have, need } => of(Obstacle::Paths, Some(have), Some(need)),
            M::Search { at_least, need } => of(Obstacle::Search, Some(at_least), Some(need)),
            M::Distance { have, at_most } => of(Obstacle::Distance, have, Some(at_most)),
            M::Tokens { have, need } => of(Obstacle::Tokens, Some(have), Some(need)),
            M::Pace { today, at_most } => of(Obstacle::Pace, Some(today), Some(at_most)),
            M::Cooling { until } => Self { until: Some(until), ..of(Obstacle::Cooling, None, None) },
            M::Reservation { open } => of(Obstacle::Reservation, Some(open), None),
        }
    }
}

/// What the community's rules say of an application. Names nobody.
#[derive(Debug, SimpleObject)]
pub struct Verdict {
    /// What comes of it.
    outcome: Outcome,
    /// Code of the rule that decided, such as `R1_SPONSORS`.
    rule: String,
    /// What stands in the way, in the order of the rules.
    missing: Vec<Missing>,
    /// Sponsors that count.
    sponsors: u32,
    /// Sponsors needed.
    sponsors_needed: u32,
    /// Independent paths, as far as they were counted.
    paths: Option<u32>,
    /// Independent paths needed.
    paths_needed: u32,
    /// Whether some who vouch share a household, so that their words count as one.
    is_household_shared: bool,
    /// When only time stands in the way: until then.
    again_at: Option<Timestamp>,
}

impl From<VerdictSummary> for Verdict {
    fn from(verdict: VerdictSummary) -> Self {
        Self {
            outcome: verdict.outcome.into(),
            rule: verdict.rule.to_owned(),
            missing: verdict.missing.into_iter().map(Missing::from).collect(),
            sponsors: verdict.figures.sponsors,
            sponsors_needed: verdict.figures.sponsors_needed,
            paths: verdict.figures.paths,
            paths_needed: verdict.figures.paths_needed,
            is_household_shared: verdict.shared_household,
            again_at: verdict.again_at,
        }
    }
}

/// Why somebody is in: the rule, and the evidence.
pub struct Admission(pub(crate) AdmissionView);

/// One person on a path; hidden where they are no longer among those whom members see.
#[derive(SimpleObject)]
pub struct Witness {
    /// Who, if they may be named.
    member: Option<Member>,
}

/// One path of the certificate.
#[derive(SimpleObject)]
pub struct WitnessPath {
    /// From a founder to a sponsor, both ends included.
    steps: Vec<Witness>,
}

fn witnesses(steps: &[WitnessStep]) -> Vec<Witness> {
    steps.iter().map(|step| Witness { member: step.member.clone().map(Member) }).collect()
}

/// What a second look at a certificate says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum CertificateCheck {
    /// It is true of the ties as they were then.
    Holds,
    /// It is not.
    Fails,
    /// The decision rests on none: a rule on addresses, or an office.
    NoCertificate,
}

impl From<sponsorship::Recheck> for CertificateCheck {
    fn from(recheck: sponsorship::Recheck) -> Self {
        match recheck {
            sponsorship::Recheck::Holds => Self::Holds,
            sponsorship::Recheck::Fails(_) => Self::Fails,
            sponsorship::Recheck::None => Self::NoCertificate,
        }
    }
}

#[Object]
impl Admission {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Whether they were let in, or turned down.
    async fn is_admitted(&self) -> bool {
        self.0.admitted
    }
    /// The code of the rule.
    async fn rule(&self) -> &str {
        &self.0.rule
    }
    /// What the rules said, where they were asked.
    async fn verdict(&self) -> Option<Verdict> {
        self.0.verdict.clone().map(Verdict::from)
    }
    /// Those whose word carried the newcomer.
    async fn sponsors(&self) -> Vec<Witness> {
        witnesses(&self.0.sponsors)
    }
    /// The certificate: paths that share nobody, each from a founder to a sponsor.
    async fn paths(&self) -> Vec<WitnessPath> {
        self.0.paths.iter().map(|path| WitnessPath { steps: witnesses(path) }).collect()
    }
    /// The steward who decided; shown to stewards only.
    async fn decided_by(&self) -> Option<ID> {
        self.0.decided_by.map(MemberId::global)
    }
    /// Why; shown to stewards only.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }
    /// When.
    async fn decided_at(&self) -> Timestamp {
        self.0.decided_at
    }
}
