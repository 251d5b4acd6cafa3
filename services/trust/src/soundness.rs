//! κ ≥ k for many members at once: who has it, and who loses it when somebody goes.
//!
//! Two facts make this cheap. *Lemma 1*: k distinct sponsors who are roots or have κ ≥ k give κ ≥ k, without any search.
//! *Menger*: a search that fails has walked exactly the far side of a cut of fewer than k members, so everybody it walked
//! over has κ < k as well and need not be searched for again (decision 0015, Lemma 2).

use std::collections::{HashMap, HashSet};

use crate::flow::Ending;
use crate::scratch::Side;
use crate::voices::Whose;
use crate::{Households, View};

/// What one search says of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sound {
    /// A root, or κ ≥ k.
    Yes,
    /// κ < k.
    No,
    /// The search was cut short.
    Unknown,
}

/// Members known to have κ < k in one view.
pub(crate) struct Probe<'v, 'g> {
    view: &'v View<'g>,
    k: u32,
    below: HashSet<u32>,
}

impl<'v, 'g> Probe<'v, 'g> {
    pub(crate) fn new(view: &'v View<'g>, k: u32) -> Self {
        Self { view, k, below: HashSet::new() }
    }

    /// Whether this member has κ ≥ k. A failing search answers for all it walked over.
    pub(crate) fn sound(&mut self, member: u32) -> Sound {
        if self.view.is_root(member) {
            return Sound::Yes;
        }
        if self.below.contains(&member) {
            return Sound::No;
        }
        let view = self.view;
        view.graph().pool().lend(|scratch| {
            match view.flow(Whose::Member(member), self.k, scratch).ending {
                Ending::Enough => Sound::Yes,
                Ending::Capped => Sound::Unknown,
                Ending::Cut(_) => {
                    self.below.insert(member);
                    // An `In` side is reached only past a voice that is no part of the cut; nobody of it has other words.
                    let behind = scratch.queue.iter().filter_map(|side| match side {
                        Side::In(behind) => Some(*behind),
                        Side::Out(_) => None,
                    });
                    self.below.extend(behind.flat_map(|voice| view.households().speaks_for(voice)));
                    Sound::No
                }
            }
        })
    }
}

/// Who has κ ≥ k in a view.
#[derive(Clone, Debug)]
pub struct Soundness {
    k: u32,
    sound: Vec<bool>,
    /// Voices of those who share a household.
    voices: HashMap<u32, u32>,
    /// Members whose search was cut short, in order of number. They count as not sound.
    pub undetermined: Vec<u32>,
    /// Searches made; everybody else was settled by Lemma 1 or by somebody else's cut.
    pub searches: usize,
}

impl Soundness {
    /// Whether this member is a root or is proved to have κ ≥ k.
    pub fn holds(&self, member: u32) -> bool {
        self.sound.get(member as usize).copied().unwrap_or(false)
    }

    /// How many are.
    pub fn count(&self) -> usize {
        self.sound.iter().filter(|sound| **sound).count()
    }

    /// The fast path of an admission, O(k): whether Lemma 1 alone lets a newcomer with these distinct sponsors in. `false` says
    /// nothing: search then.
    pub fn admits(&self, sponsors: &[u32]) -> bool {
        let sound = sponsors.iter().filter(|sponsor| self.holds(**sponsor));
        let distinct: HashSet<u32> = sound.map(|one| self.voices.get(one).copied().unwrap_or(*one)).collect();
        distinct.len() >= self.k as usize
    }
}

impl View<'_> {
    /// Who among all who stand has κ ≥ k. From the roots outwards, so that Lemma 1 settles nearly everybody.
    pub fn soundness(&self, k: u32) -> Soundness {
        let distances = self.distances();
        let mut order: Vec<(u32, u32)> =
            self.standing().filter_map(|member| Some((distances.of(member)?, member))).collect();
        order.sort_unstable();
        let size = self.graph().len();
        let mut all = Soundness {
            k,
            sound: vec![false; size],
            voices: voices(self.households()),
            undetermined: Vec::new(),
            searches: 0,
        };
        let (mut words, mut probe) = (vec![0_u32; size], Probe::new(self, k));
        for (_, member) in order {
            if all.holds(member) {
                continue;
            }
            all.searches += usize::from(!self.is_root(member) && !probe.below.contains(&member));
            match probe.sound(member) {
                Sound::Yes => self.spread(member, &mut all, &mut words),
                Sound::Unknown => all.undetermined.push(member),
                Sound::No => {}
            }
        }
        all.undetermined.retain(|&member| !all.sound.get(member as usize).copied().unwrap_or(false));
        all.undetermined.sort_unstable();
        all
    }

    /// Notes that somebody is sound, and everybody whom Lemma 1 makes sound by that.
    fn spread(&self, member: u32, all: &mut Soundness, words: &mut [u32]) {
        let mut waiting = vec![member];
        while let Some(sound) = waiting.pop() {
            match all.sound.get_mut(sound as usize) {
                Some(slot @ false) => *slot = true,
                _ => continue,
            }
            for next in self.sponsored(sound).filter(|&next| !self.said_before(sound, next, all)) {
                if let Some(count) = words.get_mut(next as usize) {
                    *count += 1;
                    if *count >= all.k {
                        waiting.push(next);
                    }
                }
            }
        }
    }

    /// Whether somebody whom this one lives with has spoken for that member already: one household, one word.
    fn said_before(&self, sound: u32, next: u32, all: &Soundness) -> bool {
        let others = self.households().with(sound).iter().filter(|other| **other != sound && all.holds(**other));
        others.into_iter().any(|other| self.sponsors(next).any(|sponsor| sponsor == *other))
    }

    /// `D_k`: members who stand with κ ≥ k and fall below k if these go, the goers left out, with those for whom the search was
    /// cut short. κ falls only along edges from those who go or are below k afterwards (decision 0015, Lemma 2), so only
    /// their neighbours are searched for; everybody else is not even looked at.
    pub fn falling_without(&self, gone: &[u32], k: u32) -> Falling {
        self.falling_to(&self.clone().without(gone), gone, gone, k)
    }

    /// The same if people lived together as `households` says. `moved`: whoever lives with others than before. Only what their
    /// households have said can weigh less (decision 0035, Lemma 5).
    pub fn falling_living(&self, households: &Households, moved: &[u32], k: u32) -> Falling {
        self.falling_to(&self.clone().living(households), moved, &[], k)
    }

    /// Who falls between this view and another that differs from it in these members' voices. Those in `left_out` are not looked at.
    fn falling_to(&self, then: &View<'_>, changed: &[u32], left_out: &[u32], k: u32) -> Falling {
        let mut falling = Falling::default();
        if k == 0 {
            return falling;
        }
        let (mut before, mut after) = (Probe::new(self, k), Probe::new(then, k));
        let mut seen: HashSet<u32> = left_out.iter().copied().collect();
        // Whatever the change is, those who lived with them before have said all that is said now.
        let mut waiting: Vec<u32> = changed.iter().flat_map(|&one| self.sponsored_by_voice(one)).collect();
        while let Some(member) = waiting.pop() {
            if !seen.insert(member) {
                continue;
            }
            let now = after.sound(member);
            if now == Sound::Yes {
                continue;
            }
            waiting.extend(self.sponsored_by_voice(member));
            match (before.sound(member), now) {
                (Sound::Yes, Sound::No) => falling.members.push(member),
                (Sound::No, _) => {}
                _ => falling.undetermined.push(member),
            }
        }
        falling.members.sort_unstable();
        falling.undetermined.sort_unstable();
        falling
    }
}

fn voices(households: &Households) -> HashMap<u32, u32> {
    households.all().flatten().map(|&member| (member, households.voice(member))).collect()
}

/// Who falls below k.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Falling {
    /// In order of number.
    pub members: Vec<u32>,
    /// Members for whom the search was cut short: a person must look. In order of number.
    pub undetermined: Vec<u32>,
}
