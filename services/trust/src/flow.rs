//! Vertex-disjoint paths by augmentation, searched *backwards from the subject*.
//!
//! Every member is split into an `Out` side (where a backward walk arrives) and an `In` side (from which it goes on to the
//! member's own sources), joined by capacity one. Each breadth-first search either reaches an unused start, which gives
//! one more path (Ford and Fulkerson), or sees only the subject's side of a minimum cut (Menger). Nothing is
//! materialised; the work done depends on the neighbourhood searched, not on the size of the community.

use crate::scratch::{Scratch, Side};

/// What the search needs to know of a graph.
pub(crate) trait Net {
    /// Members with an edge into this one (duplicates do no harm).
    fn sources(&self, member: u32) -> impl Iterator<Item = u32>;
    /// Whether a path may begin here. Paths stop at the first start they meet: edges into starts never matter.
    fn is_start(&self, member: u32) -> bool;
}

/// The subject: somebody in the graph, or a newcomer who is not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    /// Its own number, which no path may pass through.
    pub(crate) own: Option<u32>,
    /// Distinct members with an edge into it.
    pub(crate) heads: &'a [u32],
}

/// How the search ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// As many paths as asked for.
    Enough,
    /// No further path exists; as many members as paths were found cut the subject off.
    Cut(Vec<u32>),
    /// The limit on visited states was reached.
    Capped,
}

/// What was found.
#[derive(Clone, Debug)]
pub(crate) struct Flow {
    /// Disjoint paths, each from its start to the head it arrives by (the subject itself left out).
    pub(crate) paths: Vec<Vec<u32>>,
    pub(crate) ending: Ending,
    /// States visited in all searches together.
    pub(crate) states: usize,
    /// Members on the shortest path (so: steps from the nearest start to the subject).
    pub(crate) shortest: Option<u32>,
}

/// Marks the subject as neighbour.
const SUBJECT: u32 = u32::MAX;

/// Finds up to `wanted` disjoint paths from the starts to the target among members numbered below `bound`.
pub(crate) fn disjoint_paths<N: Net>(
    net: &N,
    bound: usize,
    target: Target<'_>,
    wanted: u32,
    limit: usize,
    scratch: &mut Scratch,
) -> Flow {
    scratch.child.reset(bound);
    scratch.parent.reset(bound);
    let mut search = Search { net, bound, target, scratch, left: limit };
    let (mut found, mut shortest) = (0, None);
    let ending = loop {
        if found == wanted {
            break Ending::Enough;
        }
        match search.augment() {
            Augmented::Path { steps } => shortest = shortest.or(steps),
            Augmented::Blocked => break Ending::Cut(search.cut()),
            Augmented::Capped => break Ending::Capped,
        }
        found += 1;
    };
    Flow { paths: search.paths(), ending, states: limit - search.left, shortest }
}

struct Search<'s, N> {
    net: &'s N,
    bound: usize,
    target: Target<'s>,
    scratch: &'s mut Scratch,
    left: usize,
}

enum Augmented {
    Path { steps: Option<u32> },
    Blocked,
    Capped,
}

/// What became of an attempt to enter a state.
enum Entered {
    Start(u32),
    Going,
    Capped,
}

impl<N: Net> Search<'_, N> {
    fn augment(&mut self) -> Augmented {
        self.scratch.seen_out.reset(self.bound);
        self.scratch.seen_in.reset(self.bound);
        self.scratch.queue.clear();
        for &head in self.target.heads {
            match self.enter_out(head, SUBJECT) {
                Entered::Start(start) => return self.take(start),
                Entered::Capped => return Augmented::Capped,
                Entered::Going => {}
            }
        }
        let mut next = 0;
        while let Some(&state) = self.scratch.queue.get(next) {
            next += 1;
            match self.leave(state) {
                Entered::Start(start) => return self.take(start),
                Entered::Capped => return Augmented::Capped,
                Entered::Going => {}
            }
        }
        Augmented::Blocked
    }

    /// Enters everything the residual graph allows from one state.
    fn leave(&mut self, state: Side) -> Entered {
        match state {
            Side::Out(member) => match self.scratch.child.get(member) {
                // On a path already: the only way on is to push that path's piece back.
                Some(SUBJECT) => Entered::Going,
                Some(child) => self.enter_in(child, member),
                None => self.enter_in(member, member),
            },
            Side::In(member) => {
                let net = self.net;
                for source in net.sources(member) {
                    match self.enter_out(source, member) {
                        Entered::Going => {}
                        ended => return ended,
                    }
                }
                if self.scratch.child.has(member) { self.enter_out(member, member) } else { Entered::Going }
            }
        }
    }

    fn enter_out(&mut self, member: u32, from: u32) -> Entered {
        if self.target.own == Some(member) || self.scratch.seen_out.has(member) {
            return Entered::Going;
        }
        self.scratch.seen_out.set(member, from);
        if !self.scratch.child.has(member) && self.net.is_start(member) {
            return Entered::Start(member);
        }
        self.push(Side::Out(member))
    }

    fn enter_in(&mut self, member: u32, from: u32) -> Entered {
        if self.scratch.seen_in.has(member) {
            return Entered::Going;
        }
        self.scratch.seen_in.set(member, from);
        self.push(Side::In(member))
    }

    fn push(&mut self, state: Side) -> Entered {
        if self.left == 0 {
            return Entered::Capped;
        }
        self.left -= 1;
        self.scratch.queue.push(state);
        Entered::Going
    }

    /// Walks the discovery back to the subject and applies it: pieces pushed back first, then the new pieces.
    fn take(&mut self, start: u32) -> Augmented {
        let (mut removed, mut added) = (Vec::new(), Vec::new());
        let mut at = start;
        while let Some(from) = self.scratch.seen_out.get(at) {
            if from != at {
                added.push((from, at));
            }
            if from == SUBJECT {
                break;
            }
            let Some(entered_by) = self.scratch.seen_in.get(from) else { break };
            if entered_by != from {
                removed.push((from, entered_by));
            }
            at = entered_by;
        }
        for &(child, parent) in &removed {
            self.scratch.child.remove(parent);
            self.scratch.parent.remove(child);
        }
        for &(child, parent) in &added {
            self.scratch.child.set(parent, child);
            if child != SUBJECT {
                self.scratch.parent.set(child, parent);
            }
        }
        Augmented::Path { steps: u32::try_from(added.len()).ok() }
    }

    /// Members the last, failing search arrived at but could not pass.
    fn cut(&self) -> Vec<u32> {
        let scratch = &*self.scratch;
        let mut cut: Vec<u32> = scratch
            .queue
            .iter()
            .filter_map(|state| match state {
                Side::Out(member) if !scratch.seen_in.has(*member) => Some(*member),
                _ => None,
            })
            .collect();
        cut.sort_unstable();
        cut
    }

    fn paths(&self) -> Vec<Vec<u32>> {
        let heads = self.target.heads.iter().filter(|&&head| self.scratch.child.get(head) == Some(SUBJECT));
        heads
            .map(|&head| {
                let mut path: Vec<u32> =
                    std::iter::successors(Some(head), |&member| self.scratch.parent.get(member)).collect();
                path.reverse();
                path
            })
            .collect()
    }
}
