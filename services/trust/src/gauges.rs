//! How healthy a community is, for those who look after it (design: trust, section 8). Background work: seconds at hundreds of
//! thousands of members. Nothing here is a verdict on anybody.

use serde::{Deserialize, Serialize};

use crate::{AdmissionPolicy, Dominators, Standard, View};

mod advogato;
mod sybilrank;

pub use advogato::Capacities;

/// The window in which tokens are counted, days.
const WINDOW: f64 = 365.0;
/// Keystone members that are listed.
const KEYSTONES: usize = 20;

/// What losing one root would cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RootLoss {
    /// Which root.
    pub root: u32,
    /// Members who would be left without a path.
    pub orphans: usize,
    /// Members who would fall below the paths asked for.
    pub falling: usize,
}

/// Somebody on whom others hang; of a household one is named for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keystone {
    /// Who.
    pub member: u32,
    /// How many have no path without them, and without whoever they live with.
    pub dominated: usize,
}

/// The figures of one day; the share's trend is the row of such figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gauges {
    /// Members who stand, roots included.
    pub standing: usize,
    /// Roots that count.
    pub roots: usize,
    /// Paths asked for (one while that rule is off).
    pub need: u32,
    /// Members who stand with as many, roots included.
    pub sound: usize,
    /// Members about whom the search was cut short.
    pub undetermined: usize,
    /// What each root carries, the greatest loss first.
    pub losses: Vec<RootLoss>,
    /// Those on whom most hang, the greatest first.
    pub keystones: Vec<Keystone>,
}

impl Gauges {
    /// Share of those who stand that have as many paths as are asked for, 0 to 1; 1 where nobody stands.
    pub fn share(&self) -> f64 {
        if self.standing == 0 { 1.0 } else { ratio(self.sound, self.standing) }
    }
}

impl View<'_> {
    /// The figures of this community today.
    pub fn gauges(&self, standard: &Standard) -> Gauges {
        let need = standard.need().max(1);
        let sound = self.soundness(need);
        let tree = self.dominators();
        let mut losses: Vec<RootLoss> = self.roots().map(|root| self.loss(root, need)).collect();
        losses.sort_unstable_by_key(|loss| (std::cmp::Reverse(loss.falling), loss.root));
        Gauges {
            standing: self.standing().count(),
            roots: losses.len(),
            need,
            sound: sound.count(),
            undetermined: sound.undetermined.len(),
            losses,
            keystones: keystones(&tree),
        }
    }

    fn loss(&self, root: u32, need: u32) -> RootLoss {
        RootLoss {
            root,
            orphans: self.falling_without(&[root], 1).members.len(),
            falling: self.falling_without(&[root], need).members.len(),
        }
    }
}

fn keystones(tree: &Dominators) -> Vec<Keystone> {
    let all = (0_u32..).zip(tree.sizes()).filter(|&(member, dominated)| dominated > 0 && tree.is_named(member));
    let mut found: Vec<Keystone> = all.map(|(member, dominated)| Keystone { member, dominated }).collect();
    found.sort_unstable_by_key(|one| (std::cmp::Reverse(one.dominated), one.member));
    found.truncate(KEYSTONES);
    found
}

/// ρ: newcomers whom one member lets in, shared among the k who answer for each, over a whole membership: a member sponsors
/// from age A on, q times in a window W, and leaves at the daily rate δ, so ρ = (q / kW) · e^(−δA) / δ (the net reproduction
/// rate of A. J. Lotka, *Théorie analytique des associations biologiques*, 1939). Below 1 the community shrinks whatever
/// people wish. `None` where nobody leaves or stewards admit: then nothing bounds it.
pub fn reproduction(policy: &AdmissionPolicy, leaving_per_day: f64) -> Option<f64> {
    if policy.sponsors == 0 || leaving_per_day <= 0.0 {
        return None;
    }
    let a_day = f64::from(policy.tokens) / (f64::from(policy.sponsors) * WINDOW);
    Some(a_day * (-leaving_per_day * f64::from(policy.seniority_days)).exp() / leaving_per_day)
}

#[expect(clippy::cast_precision_loss, reason = "counts of people, far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}
