//! Policies side by side: the same worlds, seeds, newcomers and attacks under each (design: trust, section 12).

mod attacks;
mod cleanup;
mod picture;
mod policies;
mod replay;
mod table;
mod town;
mod trial;
mod worlds;

use std::path::Path;

use serde::Serialize;

pub use attacks::Attack;
pub use cleanup::{Cleaning, Point};
pub use policies::Policy;
pub use trial::{Outcome, Terms};
pub use worlds::Place;

use crate::lab::LabError;

/// What is to be tried.
#[derive(Clone, Debug, Serialize)]
pub struct Plan {
    /// Where.
    pub places: Vec<Place>,
    /// Under which rules.
    pub policies: Vec<Policy>,
    /// Which attacks.
    pub attacks: Vec<Attack>,
    /// With how many accounts that are not fakes.
    pub compromised: Vec<u32>,
    /// Each once with every seed.
    pub seeds: Vec<u64>,
    /// Members beyond which P5 is left out, its flow over everybody taking ten seconds and more, and P7 is tried with the first
    /// attack only.
    pub most_for_slow: usize,
    /// k, days, fakes.
    pub terms: Terms,
}

impl Plan {
    /// Less than a minute: the Ğ1 and three small communities, each attack with 8 accounts, one seed.
    pub fn short() -> Self {
        Self {
            places: vec![
                Place::G1,
                Place::Grown { members: 500 },
                Place::TwoTowns { members: 300 },
                Place::Chain { members: 500 },
            ],
            policies: Policy::ALL.to_vec(),
            attacks: Attack::ALL.to_vec(),
            compromised: vec![8],
            seeds: vec![1],
            most_for_slow: 2_000,
            terms: Terms { k: 3, days: 365, most_fakes: 500 },
        }
    }

    /// Everything: five real webs, communities grown to two millions, from one account to fifty, five seeds. Days.
    pub fn full() -> Self {
        let mut plan = Self::short();
        plan.places.extend([Place::Otc, Place::Advogato, Place::Slashdot]);
        plan.places.extend([50, 12_000, 350_000, 2_000_000].map(|members| Place::Grown { members }));
        plan.compromised = vec![1, 2, 3, 6, 8, 10, 50];
        plan.seeds = (1..=5).collect();
        // The flow over everybody and the search of all referents are for the small ones.
        plan.most_for_slow = 13_000;
        plan
    }
}

/// One run, with what it was.
#[derive(Clone, Debug, Serialize)]
pub struct Run {
    /// The world's short name.
    pub place: String,
    /// Members at the beginning.
    pub members: usize,
    /// The rule.
    pub policy: Policy,
    /// The attack.
    pub attack: Attack,
    /// Accounts that are not fakes.
    pub compromised: u32,
    /// The seed.
    pub seed: u64,
    /// What came of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// Everything that was seen.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// What was tried.
    pub plan: Plan,
    /// Run by run.
    pub runs: Vec<Run>,
    /// Five hundred fakes let in beforehand, and eight accounts expelled one after another, in the first place.
    pub cleaning: Option<Cleaning>,
}

impl Report {
    /// As lines for people.
    pub fn table(&self) -> String {
        table::of(self)
    }

    /// The clean-up as a picture, for light and dark pages.
    pub fn picture(&self) -> Option<String> {
        self.cleaning.as_ref().map(picture::of)
    }

    /// Runs with more fakes than the theorems allow. There are none.
    pub fn beyond_the_bound(&self) -> Vec<&Run> {
        let beyond = |run: &&Run| run.outcome.bound.is_some_and(|bound| run.outcome.fakes_in > bound);
        self.runs.iter().filter(beyond).collect()
    }
}

/// Runs the plan. Real data are looked for in `folder`; `done` hears of every run.
pub fn simulate(plan: &Plan, folder: &Path, mut done: impl FnMut(&Run)) -> Result<Report, LabError> {
    let mut report = Report { plan: plan.clone(), runs: Vec::new(), cleaning: None };
    for (place, seed) in plan.places.iter().flat_map(|place| plan.seeds.iter().map(move |seed| (place, *seed))) {
        let rows = place.rows(folder, seed)?;
        if report.cleaning.is_none() {
            report.cleaning = Some(cleanup::of(place.name(), &rows, plan.terms.k, seed)?);
        }
        for &attack in &plan.attacks {
            let tried = plan.compromised.iter().flat_map(|c| plan.policies.iter().map(move |policy| (c, policy)));
            for (&compromised, &policy) in tried {
                let slow =
                    policy == Policy::Capacities || policy == Policy::Duniter && plan.attacks.first() != Some(&attack);
                if slow && rows.standing() > plan.most_for_slow {
                    continue;
                }
                let outcome = trial::run(&rows, policy, attack, compromised as usize, seed, &plan.terms)?;
                let (place, members) = (place.name(), rows.standing());
                let run = Run { place, members, policy, attack, compromised, seed, outcome };
                done(&run);
                report.runs.push(run);
            }
        }
    }
    Ok(report)
}
