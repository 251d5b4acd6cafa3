//! What lies around two members, read a whole step further at a time from the end where fewer wait (I. Pohl, *Bi-directional search*,
//! 1971).
//!
//! After e steps from one end and f from the other, every chain of at most e + f steps lies within what was read: each of its steps
//! leads away from somebody nearer than e to the one end, or nearer than f to the other. Whoever was only heard of by one end, as a
//! neighbour of the farthest read, has no place yet: most of them never need one.

mod between;

use crate::View;
use crate::scratch::Stamped;

/// Places of the two ends.
pub(super) const A: u32 = 0;
pub(super) const B: u32 = 1;

/// Instead of a place: heard of, with the ends as the lowest bits.
const HEARD: u32 = 1 << 31;
/// Instead of a place: carries nobody.
const AWAY: u32 = u32::MAX;
/// Instead of where ties begin: they were not read. Instead of steps: nobody knows.
pub(super) const UNKNOWN: u32 = u32::MAX;

/// One end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    A,
    B,
}

impl End {
    fn bit(self) -> u8 {
        if self == Self::A { 1 } else { 2 }
    }

    fn place(self) -> u32 {
        if self == Self::A { A } else { B }
    }

    fn other(self) -> Self {
        if self == Self::A { Self::B } else { Self::A }
    }
}

/// Both ends, as bits.
const BOTH: u8 = 3;

/// Somebody with a place.
#[derive(Clone, Copy, Debug)]
struct Seen {
    member: u32,
    /// Which ends have heard of them.
    heard: u8,
    /// Steps from each end that has.
    from_a: u32,
    from_b: u32,
    /// Where their ties begin and end, once read.
    begin: u32,
    end: u32,
}

impl Seen {
    fn new(member: u32) -> Self {
        Self { member, heard: 0, from_a: UNKNOWN, from_b: UNKNOWN, begin: UNKNOWN, end: UNKNOWN }
    }

    fn from(&self, end: End) -> u32 {
        if end == End::A { self.from_a } else { self.from_b }
    }
}

/// One end's reading.
#[derive(Debug, Default)]
struct Side {
    /// Heard of by the last step: whom the next one reads.
    waiting: Vec<u32>,
    /// Steps read.
    steps: u32,
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
    /// Places of those of whom both ends have heard.
    middle: Vec<u32>,
    all_read: bool,
    /// Ties looked at, each as often as it was.
    pub(super) looked: usize,
}

impl<'s, 'v, 'g> Near<'s, 'v, 'g> {
    pub(super) fn around(view: &'v View<'g>, a: u32, b: u32, places: &'s mut Stamped) -> Self {
        places.reset(view.len());
        let (ahead, back) = (Side::default(), Side::default());
        let (seen, ties, middle) = (Vec::new(), Vec::new(), Vec::new());
        let mut near = Self { view, places, seen, ties, ahead, back, middle, all_read: false, looked: 0 };
        for (member, end) in [(a, End::A), (b, End::B)] {
            near.give(member);
            near.note(end.place(), end, 0);
            near.side(end).waiting.push(member);
        }
        near
    }

    /// Steps read from both ends together.
    pub(super) fn steps(&self) -> u32 {
        self.ahead.steps + self.back.steps
    }

    /// Whether a chain was read.
    pub(super) fn meets(&self) -> bool {
        !self.middle.is_empty()
    }

    /// Whether one end has nobody further: then every chain was read.
    pub(super) fn all_read(&self) -> bool {
        self.all_read
    }

    /// One step further. `left`: members who may still be read; false when there are none left.
    pub(super) fn read_on(&mut self, left: &mut usize) -> bool {
        let end = if self.ahead.waiting.len() <= self.back.waiting.len() { End::A } else { End::B };
        self.all_read = true;
        for member in std::mem::take(&mut self.side(end).waiting) {
            // A chain ends where it reaches the other end.
            let Some(place) = self.place(member, end).filter(|&place| place != end.other().place()) else { continue };
            self.all_read = false;
            if *left == 0 {
                return false;
            }
            *left -= 1;
            let (begin, end_of) = self.read(place);
            for at in begin..end_of {
                if let Some(&member) = self.ties.get(at) {
                    self.hear(member, end);
                }
            }
        }
        self.side(end).steps += 1;
        true
    }

    fn side(&mut self, end: End) -> &mut Side {
        if end == End::A { &mut self.ahead } else { &mut self.back }
    }

    fn steps_from(&self, end: End) -> u32 {
        if end == End::A { self.ahead.steps } else { self.back.steps }
    }

    fn known(&self, place: u32) -> Option<&Seen> {
        self.seen.get(place as usize)
    }

    /// The place of somebody of whom an end has heard, given now if need be; nothing for whoever carries nobody.
    fn place(&mut self, member: u32, end: End) -> Option<u32> {
        match self.places.get(member) {
            Some(AWAY) => None,
            Some(place) if place < HEARD => Some(place),
            _ => {
                let (place, steps) = (self.give(member)?, self.steps_from(end));
                self.note(place, end, steps);
                Some(place)
            }
        }
    }

    /// A new place; none for whoever carries nobody.
    fn give(&mut self, member: u32) -> Option<u32> {
        if !self.view.stands(member) {
            self.places.set(member, AWAY);
            return None;
        }
        let place = u32::try_from(self.seen.len()).ok()?;
        self.seen.push(Seen::new(member));
        self.places.set(member, place);
        Some(place)
    }

    /// An end has heard of somebody, so many steps away.
    fn note(&mut self, place: u32, end: End, steps: u32) {
        let Some(seen) = self.seen.get_mut(place as usize) else { return };
        seen.heard |= end.bit();
        *(if end == End::A { &mut seen.from_a } else { &mut seen.from_b }) = steps;
        if seen.heard == BOTH {
            self.middle.push(place);
        }
    }

    /// Where somebody's ties stand, read from the graph only once.
    fn read(&mut self, place: u32) -> (usize, usize) {
        let Some(seen) = self.seen.get_mut(place as usize) else { return (0, 0) };
        if seen.begin == UNKNOWN {
            let graph = self.view.graph();
            seen.begin = number(self.ties.len());
            self.ties.extend(graph.active_in(seen.member).chain(graph.active_out(seen.member)));
            seen.end = number(self.ties.len());
        }
        (seen.begin as usize, seen.end as usize)
    }

    /// Of whomever both ends have heard a chain may lead through.
    fn hear(&mut self, member: u32, end: End) {
        self.looked += 1;
        let (bit, steps) = (end.bit(), self.steps_from(end) + 1);
        match self.places.get(member) {
            None => self.places.set(member, HEARD | u32::from(bit)),
            Some(place) if place < HEARD => {
                if self.known(place).is_none_or(|seen| seen.heard & bit != 0) {
                    return;
                }
                self.note(place, end, steps);
            }
            // Heard of by the other end alone, and lately: before its next step gives places.
            Some(heard) if heard & u32::from(bit) == 0 => {
                let Some(place) = self.place(member, end.other()) else { return };
                self.note(place, end, steps);
            }
            Some(_) => return,
        }
        self.side(end).waiting.push(member);
    }
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
