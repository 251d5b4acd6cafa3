//! What lies around two members, read a whole step further at a time from the end where less waits (I. Pohl, *Bi-directional search*,
//! 1971).
//!
//! After e steps from one end and f from the other, every chain of at most e + f steps lies within what was read: each of its steps
//! leads away from somebody nearer than e to the one end, or nearer than f to the other. Whoever was only heard of by one end, as a
//! neighbour of the farthest read, has no place yet: most of them never need one.

use crate::View;
use crate::scratch::Stamped;

/// Places of the two ends.
pub(super) const A: u32 = 0;
pub(super) const B: u32 = 1;

/// One end; as a bit.
const FROM_A: u8 = 1;
const FROM_B: u8 = 2;

/// Instead of a place: heard of, with the ends as the lowest bits.
const HEARD: u32 = 1 << 31;
/// Instead of a place: carries nobody.
const AWAY: u32 = u32::MAX;

/// Somebody with a place.
#[derive(Clone, Copy, Debug)]
struct Seen {
    member: u32,
    /// From which ends they were reached.
    from: u8,
    /// Where their ties begin and end, once read.
    ties: Option<(usize, usize)>,
}

/// One end's reading.
#[derive(Debug, Default)]
struct Side {
    /// Those read last.
    level: Vec<u32>,
    /// Their ties: about as much as is to be read next.
    waiting: usize,
    begun: bool,
}

/// The neighbourhoods of two members.
pub(super) struct Near<'s, 'v, 'g> {
    view: &'v View<'g>,
    places: &'s mut Stamped,
    seen: Vec<Seen>,
    /// Neighbours' numbers, whether they stand or not; some twice.
    ties: Vec<u32>,
    ahead: Side,
    back: Side,
    steps: u32,
    meets: bool,
    all_read: bool,
}

impl<'s, 'v, 'g> Near<'s, 'v, 'g> {
    pub(super) fn around(view: &'v View<'g>, a: u32, b: u32, places: &'s mut Stamped) -> Self {
        places.reset(view.len());
        places.set(a, A);
        places.set(b, B);
        let end = |member, from| Seen { member, from, ties: None };
        let seen = vec![end(a, FROM_A), end(b, FROM_B)];
        let (ahead, back) = (Side::default(), Side::default());
        Self { view, places, seen, ties: Vec::new(), ahead, back, steps: 0, meets: false, all_read: false }
    }

    /// Steps read from both ends together.
    pub(super) fn steps(&self) -> u32 {
        self.steps
    }

    /// Whether a chain was read.
    pub(super) fn meets(&self) -> bool {
        self.meets
    }

    /// Whether one end has nobody further: then every chain was read.
    pub(super) fn all_read(&self) -> bool {
        self.all_read
    }

    /// One step further. `left`: members who may still be read; false when there are none left.
    pub(super) fn read_on(&mut self, left: &mut usize) -> bool {
        let (from, other) = if self.ahead.waiting <= self.back.waiting { (FROM_A, B) } else { (FROM_B, A) };
        let level = self.next_level(from, other);
        let mut waiting = 0;
        // A chain ends where it reaches the other end.
        for &place in level.iter().filter(|&&place| place != other) {
            if *left == 0 {
                return false;
            }
            *left -= 1;
            waiting += self.read(place, from);
        }
        self.all_read |= level.is_empty();
        *self.side(from) = Side { level, waiting, begun: true };
        self.steps += 1;
        true
    }

    fn side(&mut self, from: u8) -> &mut Side {
        if from == FROM_A { &mut self.ahead } else { &mut self.back }
    }

    /// Neighbours of those read last, who were not reached from this end before.
    fn next_level(&mut self, from: u8, other: u32) -> Vec<u32> {
        let side = std::mem::take(self.side(from));
        if !side.begun {
            return vec![if other == B { A } else { B }];
        }
        let mut next = Vec::new();
        for place in side.level.into_iter().filter(|&place| place != other) {
            let (begin, end) = self.seen.get(place as usize).and_then(|seen| seen.ties).unwrap_or_default();
            for at in begin..end {
                let place = self.ties.get(at).copied().and_then(|member| self.place(member));
                let seen = place.and_then(|place| self.seen.get_mut(place as usize));
                if let Some((seen, place)) = seen.zip(place).filter(|(seen, _)| seen.from & from == 0) {
                    seen.from |= from;
                    next.push(place);
                }
            }
        }
        next
    }

    /// Somebody's place, given now if need be; nothing for whoever carries nobody.
    fn place(&mut self, member: u32) -> Option<u32> {
        match self.places.get(member) {
            Some(place) if place < HEARD => Some(place),
            Some(AWAY) => None,
            _ if !self.view.stands(member) => {
                self.places.set(member, AWAY);
                None
            }
            _ => {
                let place = u32::try_from(self.seen.len()).ok()?;
                self.seen.push(Seen { member, from: 0, ties: None });
                self.places.set(member, place);
                Some(place)
            }
        }
    }

    /// Reads somebody's ties, from the graph only once, and hears of whom they lead to. How many there are.
    fn read(&mut self, place: u32, from: u8) -> usize {
        let Some(seen) = self.seen.get_mut(place as usize) else { return 0 };
        let (begin, end) = *seen.ties.get_or_insert_with(|| {
            let (begin, graph) = (self.ties.len(), self.view.graph());
            self.ties.extend(graph.active_in(seen.member).chain(graph.active_out(seen.member)));
            (begin, self.ties.len())
        });
        for at in begin..end {
            if let Some(&member) = self.ties.get(at) {
                self.hear(member, from);
            }
        }
        end - begin
    }

    /// Of whomever both ends have heard a chain may lead through.
    fn hear(&mut self, member: u32, from: u8) {
        match self.places.get(member) {
            None => self.places.set(member, HEARD | u32::from(from)),
            Some(AWAY) => {}
            Some(place) if place < HEARD => {
                self.meets |= self.seen.get(place as usize).is_some_and(|seen| seen.from & !from != 0);
            }
            Some(heard) if heard & u32::from(from) == 0 => self.meets |= self.place(member).is_some(),
            Some(_) => {}
        }
    }

    /// Everybody through whom a chain can lead, in the order of their places.
    pub(super) fn members(&self) -> impl Iterator<Item = u32> {
        self.seen.iter().map(|seen| seen.member)
    }

    /// Whether somebody's own ties were read.
    pub(super) fn is_read(&self, place: u32) -> bool {
        self.seen.get(place as usize).is_some_and(|seen| seen.ties.is_some())
    }

    /// Ties that were read, by places, between those who have one.
    pub(super) fn each_tie(&self, mut visit: impl FnMut(u32, u32)) {
        for (place, seen) in (0..).zip(&self.seen) {
            let (begin, end) = seen.ties.unwrap_or_default();
            for &member in self.ties.get(begin..end).unwrap_or_default() {
                if let Some(other) = self.places.get(member).filter(|&other| other < HEARD) {
                    visit(place, other);
                }
            }
        }
    }
}
