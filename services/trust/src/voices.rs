//! The graph as paths see it: one vertex a voice (decision 0035).
//!
//! A household stands if anybody of it stands, is a root if a root stands in it, and has the words given to anybody of it who stands.
//! Whoever is *asked about* is asked about alone: judged by the words given to themselves, like a newcomer, so that nobody
//! becomes sound, or a root, by the people they live with. What they say to others, their household says.

use std::collections::HashSet;

use crate::View;
use crate::flow::{Ending, Flow, Net, Target, disjoint_paths};
use crate::scratch::Scratch;

/// Whose paths are searched for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Whose<'a> {
    /// Somebody in the graph.
    Member(u32),
    /// A newcomer with these distinct sponsors, who stand.
    Newcomer(&'a [u32]),
}

/// A view whose vertices are voices. Only looked at where somebody shares a household: the plain view is faster.
struct Voices<'v, 'g>(&'v View<'g>);

impl Net for Voices<'_, '_> {
    fn sources(&self, voice: u32) -> impl Iterator<Item = u32> {
        let view = self.0;
        let words = view.standing_with(voice).flat_map(|member| view.sponsors(member));
        words.map(|sponsor| view.voice(sponsor)).filter(move |&source| source != voice)
    }

    fn is_start(&self, voice: u32) -> bool {
        self.0.root_of(voice).is_some()
    }
}

impl View<'_> {
    /// Whose voice this account speaks with ([`crate::Households::voice`]).
    pub fn voice(&self, member: u32) -> u32 {
        self.households().voice(member)
    }

    /// Voices among these accounts: how many words they are.
    pub fn voices_among(&self, members: impl IntoIterator<Item = u32>) -> usize {
        let members = members.into_iter();
        if self.households().is_empty() {
            return members.count();
        }
        members.map(|member| self.voice(member)).collect::<HashSet<u32>>().len()
    }

    /// Voices that begin paths: roots, those of one household counted once.
    pub fn root_voices(&self) -> usize {
        self.voices_among(self.roots())
    }

    /// Everybody of this account's voice who stands.
    pub(crate) fn standing_with(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        self.households().speaks_for(member).filter(|&one| self.stands(one))
    }

    /// Who is named for a voice: the first of it who stands.
    pub(crate) fn speaker(&self, voice: u32) -> u32 {
        self.standing_with(voice).next().unwrap_or(voice)
    }

    /// Distinct members who stand and are actively sponsored by anybody of this account's voice.
    pub(crate) fn sponsored_by_voice(&self, member: u32) -> impl Iterator<Item = u32> + '_ {
        self.households().speaks_for(member).flat_map(|one| self.sponsored(one))
    }

    fn root_of(&self, voice: u32) -> Option<u32> {
        self.households().speaks_for(voice).find(|&member| self.is_root(member))
    }

    /// Searches for disjoint paths; what is found speaks of voices.
    pub(crate) fn flow(&self, whose: Whose<'_>, k: u32, scratch: &mut Scratch) -> Flow {
        let heads = self.heads(whose);
        let own = match whose {
            // Of a household, another may speak on the way to this one; who lives alone is on no path to themselves.
            Whose::Member(member) if self.households().with(member).is_empty() => Some(member),
            _ => None,
        };
        let (target, bound, limit) = (Target { own, heads: &heads }, self.graph().len(), self.limit());
        if self.households().is_empty() {
            disjoint_paths(self, bound, target, k, limit, scratch)
        } else {
            disjoint_paths(&Voices(self), bound, target, k, limit, scratch)
        }
    }

    /// The same, told by accounts: each path from a root to somebody who sponsors the subject. Where a path comes to one of a
    /// household and goes on from another, both stand in it, one after the other.
    pub(crate) fn search(&self, whose: Whose<'_>, k: u32) -> Flow {
        let mut flow = self.graph().pool().lend(|scratch| self.flow(whose, k, scratch));
        if !self.households().is_empty() {
            for path in &mut flow.paths {
                *path = self.accounts(whose, path);
            }
            if let Ending::Cut(cut) = &mut flow.ending {
                for voice in &mut *cut {
                    *voice = self.speaker(*voice);
                }
                cut.sort_unstable();
            }
        }
        flow
    }

    fn heads(&self, whose: Whose<'_>) -> Vec<u32> {
        let mut heads: Vec<u32> = match whose {
            Whose::Member(member) => self.sponsors(member).filter(|&sponsor| sponsor != member).collect(),
            Whose::Newcomer(sponsors) => sponsors.to_vec(),
        };
        if !self.households().is_empty() {
            let mut seen = HashSet::new();
            heads = heads.into_iter().map(|head| self.voice(head)).filter(|&voice| seen.insert(voice)).collect();
        }
        heads
    }

    /// The accounts of a path of voices, found from its end backwards.
    fn accounts(&self, whose: Whose<'_>, voices: &[u32]) -> Vec<u32> {
        let mut backwards: Vec<u32> = Vec::new();
        let Some((last, before)) = voices.split_last() else { return backwards };
        let vouches = |member: &u32| match whose {
            Whose::Member(subject) => self.sponsors(subject).any(|sponsor| sponsor == *member),
            Whose::Newcomer(sponsors) => sponsors.contains(member),
        };
        let mut speaks = self.standing_with(*last).find(vouches).unwrap_or(*last);
        let mut voice = *last;
        for &earlier in before.iter().rev() {
            backwards.push(speaks);
            let Some((giver, taker)) = self.word_between(earlier, voice, speaks) else { return Vec::new() };
            if matches!(whose, Whose::Member(subject) if subject == taker) {
                // The path comes to the subject itself before it goes on through the household: it is at its end already.
                backwards.clear();
            } else if taker != speaks {
                backwards.push(taker);
            }
            (speaks, voice) = (giver, earlier);
        }
        backwards.push(speaks);
        backwards.extend(self.root_of(voice).filter(|_| !self.is_root(speaks)));
        backwards.reverse();
        backwards
    }

    /// A sponsorship from one voice to another: to `wished` if there is one, else to somebody they live with.
    fn word_between(&self, from: u32, to: u32, wished: u32) -> Option<(u32, u32)> {
        std::iter::once(wished)
            .chain(self.standing_with(to))
            .find_map(|taker| Some((self.sponsors(taker).find(|&giver| self.voice(giver) == from)?, taker)))
    }
}
