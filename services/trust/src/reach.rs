//! How far everybody is from the roots, and who is left without a path when somebody goes.

use std::collections::VecDeque;

use crate::View;

/// Fewest steps from the nearest root, for every member of a view.
#[derive(Clone, Debug)]
pub struct Distances(Vec<Option<u32>>);

impl Distances {
    /// Steps from the nearest root: 0 for a root, `None` for who stands without a path, or does not stand.
    pub fn of(&self, member: u32) -> Option<u32> {
        self.0.get(member as usize).copied().flatten()
    }

    /// How many members the roots reach, roots included.
    pub fn reached(&self) -> usize {
        self.0.iter().flatten().count()
    }

    /// The greatest distance; `None` when nobody is reached.
    pub fn greatest(&self) -> Option<u32> {
        self.0.iter().copied().flatten().max()
    }

    /// Members reached here but not there, in order of number.
    fn missing_from(&self, other: &Self) -> impl Iterator<Item = u32> {
        let pairs = self.0.iter().zip(&other.0).zip(0_u32..);
        pairs.filter(|((here, there), _)| here.is_some() && there.is_none()).map(|(_, member)| member)
    }
}

impl View<'_> {
    /// Distances of all, breadth first from the roots. A household is one step, whoever of it speaks.
    pub fn distances(&self) -> Distances {
        let mut distances = vec![None; self.graph().len()];
        let mut queue: VecDeque<(u32, u32)> = self.roots().map(|root| (self.voice(root), 0)).collect();
        while let Some((voice, steps)) = queue.pop_front() {
            match distances.get_mut(voice as usize) {
                Some(slot @ None) => *slot = Some(steps),
                _ => continue,
            }
            let next = self.sponsored_by_standing(voice).map(|next| (self.voice(next), steps.saturating_add(1)));
            queue.extend(next);
        }
        let apart = self.apart(&distances);
        for (member, steps) in apart {
            if let Some(slot) = distances.get_mut(member as usize) {
                *slot = steps;
            }
        }
        Distances(distances)
    }

    fn sponsored_by_standing(&self, voice: u32) -> impl Iterator<Item = u32> + '_ {
        self.standing_with(voice).flat_map(|member| self.sponsored(member))
    }

    /// Of those who share a household, each one's own steps, by the words given to themselves.
    fn apart(&self, voices: &[Option<u32>]) -> Vec<(u32, Option<u32>)> {
        let steps = |member: u32| {
            if self.is_root(member) {
                return Some(0);
            }
            let near =
                self.sponsors(member).filter_map(|one| voices.get(self.voice(one) as usize).copied().flatten()).min();
            near.filter(|_| self.stands(member)).map(|steps| steps.saturating_add(1))
        };
        self.households().all().flatten().map(|&member| (member, steps(member))).collect()
    }

    /// Who is left without any path if these members go: those reached now and not then, the members themselves left out.
    pub fn orphans_without(&self, gone: &[u32]) -> Vec<u32> {
        let (before, after) = (self.distances(), self.clone().without(gone).distances());
        before.missing_from(&after).filter(|member| !gone.contains(member)).collect()
    }
}
