//! The Sybil rank: who receives little of the trust that flows from the roots (Q. Cao, M. Sirivianos, X. Yang, T. Pregueiro, *Aiding the
//! detection of fake accounts in large scale social online services*, NSDI 2012). A queue for stewards, never a verdict.

use crate::View;

impl View<'_> {
    /// The lowest share (percent) of those who stand and have any tie, the lowest first. Trust walks both ways along
    /// sponsorships for ⌈log₂ n⌉ rounds, and what arrives is divided by the number of ties. Roots are never in it.
    pub fn sybil_tail(&self, percent: u32) -> Vec<u32> {
        let members: Vec<u32> = self.standing().collect();
        let degrees: Vec<f64> = (0..self.graph().len()).map(|at| self.degree(at)).collect();
        let rounds = usize::BITS - members.len().leading_zeros();
        let mut trust = vec![0.0; degrees.len()];
        for root in self.roots() {
            put(&mut trust, root, 1.0);
        }
        for _ in 0..rounds {
            let mut next = vec![0.0; trust.len()];
            for &member in &members {
                let given = at(&trust, member) / at(&degrees, member).max(1.0);
                if given > 0.0 {
                    for other in self.neighbours(member) {
                        let sum = at(&next, other) + given;
                        put(&mut next, other, sum);
                    }
                }
            }
            trust = next;
        }
        let tied = members.into_iter().filter(|&member| at(&degrees, member) > 0.0 && !self.is_root(member));
        let mut ranked: Vec<(f64, u32)> =
            tied.map(|member| (at(&trust, member) / at(&degrees, member), member)).collect();
        ranked.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        ranked.truncate(ranked.len() * percent as usize / 100);
        ranked.into_iter().map(|(_, member)| member).collect()
    }

    fn degree(&self, member: usize) -> f64 {
        let member = u32::try_from(member).unwrap_or(u32::MAX);
        if !self.stands(member) {
            return 0.0;
        }
        u32::try_from(self.neighbours(member).count()).map_or(f64::MAX, f64::from)
    }
}

fn at(values: &[f64], member: u32) -> f64 {
    values.get(member as usize).copied().unwrap_or(0.0)
}

fn put(values: &mut [f64], member: u32, value: f64) {
    if let Some(slot) = values.get_mut(member as usize) {
        *slot = value;
    }
}
