//! Who lets people in, and what that means here.

use crate::visit::Desk;
use async_graphql::{InputObject, Object, Result, SimpleObject};
use community::{Admission, AdmissionKnobs, KnobChange};
use kernel::Timestamp;
use sponsorship::PolicyView;

/// Who lets people in, and by which knobs; every field replaces what was there.
#[derive(InputObject)]
pub struct AdmissionKnobsInput {
    /// Sponsors it takes to come in, 1 to 10; 0: stewards admit, and no knob matters.
    sponsors: u32,
    /// Fewer while the community is small: half its members.
    #[graphql(default = true)]
    fewer_while_small: bool,
    /// Chains with nobody in common that it takes; absent: as many as sponsors.
    paths: Option<u32>,
    /// Days a member must have been in before vouching.
    #[graphql(default = 70)]
    seniority_days: u32,
    /// The same in a young community.
    #[graphql(default = 14)]
    young_seniority_days: u32,
    /// Age at which a community is no longer young, days.
    #[graphql(default = 183)]
    young_community_days: u32,
    /// How often a member may vouch in twelve months, after the first year.
    #[graphql(default = 4)]
    tokens: u32,
    /// The same in the first year; absent: one less than sponsors.
    first_year_tokens: Option<u32>,
    /// The same of a founder; absent: as `tokens`.
    root_tokens: Option<u32>,
    /// The most that people who lasted can bring.
    #[graphql(default = 12)]
    most_tokens: u32,
    /// Greatest number of steps from the founders; absent: shown only.
    distance: Option<u32>,
    /// Admissions a day, percent of the members …
    #[graphql(default = 2)]
    pace_percent: u32,
    /// … but always so many.
    #[graphql(default = 50)]
    pace_floor: u32,
    /// Hours between the first sponsorship and coming in.
    #[graphql(default = 48)]
    cooling_hours: u32,
}

impl From<AdmissionKnobsInput> for Admission {
    fn from(input: AdmissionKnobsInput) -> Self {
        let AdmissionKnobsInput {
            sponsors,
            fewer_while_small,
            paths,
            seniority_days,
            young_seniority_days,
            young_community_days,
            tokens,
            first_year_tokens,
            root_tokens,
            most_tokens,
            distance,
            pace_percent,
            pace_floor,
            cooling_hours,
        } = input;
        if sponsors == 0 {
            return Self::Steward;
        }
        Self::Sponsors(AdmissionKnobs {
            sponsors,
            fewer_while_small,
            paths,
            seniority_days,
            young_seniority_days,
            young_community_days,
            tokens,
            first_year_tokens,
            root_tokens,
            most_tokens,
            distance,
            pace_percent,
            pace_floor,
            cooling_hours,
        })
    }
}

/// The knobs as they stand.
pub struct Knobs(AdmissionKnobs);

#[Object(name = "AdmissionKnobs")]
impl Knobs {
    /// Sponsors it takes to come in.
    async fn sponsors(&self) -> u32 {
        self.0.sponsors
    }
    /// Fewer while the community is small.
    async fn fewer_while_small(&self) -> bool {
        self.0.fewer_while_small
    }
    /// Chains with nobody in common that it takes; absent: as many as sponsors.
    async fn paths(&self) -> Option<u32> {
        self.0.paths
    }
    /// Days a member must have been in before vouching.
    async fn seniority_days(&self) -> u32 {
        self.0.seniority_days
    }
    /// The same in a young community.
    async fn young_seniority_days(&self) -> u32 {
        self.0.young_seniority_days
    }
    /// Age at which a community is no longer young, days.
    async fn young_community_days(&self) -> u32 {
        self.0.young_community_days
    }
    /// How often a member may vouch in twelve months, after the first year.
    async fn tokens(&self) -> u32 {
        self.0.tokens
    }
    /// The same in the first year; absent: one less than sponsors.
    async fn first_year_tokens(&self) -> Option<u32> {
        self.0.first_year_tokens
    }
    /// The same of a founder; absent: as `tokens`.
    async fn root_tokens(&self) -> Option<u32> {
        self.0.root_tokens
    }
    /// The most that people who lasted can bring.
    async fn most_tokens(&self) -> u32 {
        self.0.most_tokens
    }
    /// Greatest number of steps from the founders; absent: shown only.
    async fn distance(&self) -> Option<u32> {
        self.0.distance
    }
    /// Admissions a day, percent of the members.
    async fn pace_percent(&self) -> u32 {
        self.0.pace_percent
    }
    /// But always so many.
    async fn pace_floor(&self) -> u32 {
        self.0.pace_floor
    }
    /// Hours between the first sponsorship and coming in.
    async fn cooling_hours(&self) -> u32 {
        self.0.cooling_hours
    }
}

/// What a policy means for the community today.
#[derive(SimpleObject)]
pub struct Consequences {
    /// Sponsors asked for; 0 where stewards admit.
    sponsors: u32,
    /// Chains with nobody in common that are asked for; 0 while there are too few founders to ask for any.
    paths: u32,
    /// Founders who count.
    roots: u32,
    /// Members inside.
    members: u32,
    /// Members with fewer chains than are asked for. Nothing happens to them.
    below: u32,
    /// Members about whom it could not be said in time; they count as below.
    undetermined: u32,
    /// Members who have been in long enough to vouch.
    may_sponsor: u32,
    /// Members farther from the founders than newcomers may be.
    beyond: u32,
    /// Admissions a day.
    pace: u32,
    /// False accounts that one dishonest member can bring in a year; absent where nothing bounds it.
    fakes: Option<u32>,
    /// The same for one who has earned as many sponsorships as anybody can.
    fakes_at_most: Option<u32>,
    /// Newcomers whom one member brings in a whole membership; below 1 the community shrinks. Absent where nobody left for a year.
    reproduction: Option<f64>,
}

impl From<sponsorship::Consequences> for Consequences {
    fn from(means: sponsorship::Consequences) -> Self {
        let sponsorship::Consequences {
            sponsors,
            paths,
            roots,
            members,
            below,
            undetermined,
            may_sponsor,
            beyond,
            pace,
            fakes,
            fakes_at_most,
            reproduction,
        } = means;
        Self {
            sponsors,
            paths,
            roots,
            members,
            below,
            undetermined,
            may_sponsor,
            beyond,
            pace,
            fakes,
            fakes_at_most,
            reproduction,
        }
    }
}

/// A policy beside the one that holds.
pub struct AdmissionPolicy(pub(crate) PolicyView);

#[Object]
impl AdmissionPolicy {
    /// The knobs that hold; absent where stewards admit.
    async fn knobs(&self) -> Option<Knobs> {
        shown(&self.0.now)
    }
    /// The knobs that were asked about, or those that hold; absent where stewards admit.
    async fn wanted(&self) -> Option<Knobs> {
        shown(&self.0.then)
    }
    /// The settings' version that was looked at; to be sent with a change.
    async fn version(&self) -> i32 {
        self.0.version
    }
    /// What shows that somebody looked at this; to be sent with a change.
    async fn look(&self) -> &str {
        &self.0.look
    }
    /// What holds means today.
    async fn means(&self) -> Consequences {
        self.0.means.into()
    }
    /// What was asked about would mean today.
    async fn would_mean(&self) -> Consequences {
        self.0.would_mean.into()
    }
    /// Members who have enough chains now and would not have then. Nothing would happen to them.
    async fn falling(&self) -> u32 {
        self.0.falling
    }
}

fn shown(admission: &Admission) -> Option<Knobs> {
    match admission {
        Admission::Sponsors(knobs) => Some(Knobs(knobs.clone())),
        Admission::Steward => None,
    }
}

/// A change of the admission policy.
pub struct PolicyChange(pub(crate) community::PolicyChange);

#[Object]
impl PolicyChange {
    /// When.
    async fn at(&self) -> Timestamp {
        self.0.at
    }
    /// By whom; absent for the house.
    async fn actor_name(&self) -> Option<&str> {
        Some(self.0.actor_name.as_str()).filter(|name| !name.is_empty())
    }
    /// What was turned.
    async fn changes(&self) -> Vec<KnobTurned> {
        self.0.changes.iter().cloned().map(Into::into).collect()
    }
}

/// One knob that was turned.
#[derive(SimpleObject)]
pub struct KnobTurned {
    /// Its name; `by` for who decides.
    knob: String,
    /// Where it stood; absent where it was left to the rule.
    from: Option<String>,
    /// Where it stands since.
    to: Option<String>,
}

impl From<KnobChange> for KnobTurned {
    fn from(change: KnobChange) -> Self {
        let KnobChange { knob, from, to } = change;
        Self { knob, from, to }
    }
}

/// The policy, with what was asked about beside it.
pub(crate) async fn admission_policy(desk: Desk<'_>, wanted: Option<AdmissionKnobsInput>) -> Result<AdmissionPolicy> {
    let found = sponsorship::policy(desk.db, desk.caller, wanted.map(Into::into)).await;
    desk.value(found).map(AdmissionPolicy)
}
