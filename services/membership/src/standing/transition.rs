//! The table of ways from one standing to another (bar M7). What is not written here cannot happen.

use kernel::Standing::{self, Applicant, Expelled, Guest, Left, Member, Suspended, UnderReview};

/// A way that exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transition {
    /// From here …
    pub from: Standing,
    /// … to there.
    pub to: Standing,
}

/// Every way, with what leads along it.
const WAYS: &[(Standing, Standing)] = &[
    (Applicant, Guest),       // the policy opens a part of the house while they wait
    (Applicant, Member),      // admitted
    (Applicant, Left),        // gave up, or was refused
    (Guest, Applicant),       // guest time over
    (Guest, Member),          // admitted
    (Guest, Left),            // gave up, or was refused
    (Guest, Expelled),        // decided upon
    (Member, UnderReview),    // lost the paths that carried them
    (Member, Suspended),      // decided upon
    (Member, Expelled),       // decided upon
    (Member, Left),           // went
    (UnderReview, Member),    // cured, or confirmed
    (UnderReview, Suspended), // decided upon
    (UnderReview, Expelled),  // decided upon
    (UnderReview, Left),      // went
    (Suspended, Member),      // reinstated
    (Suspended, UnderReview), // reinstated, but the review goes on
    (Suspended, Expelled),    // decided upon
    (Expelled, Member),       // an appeal was upheld
    (Left, Applicant),        // asks again
];

impl Transition {
    /// The way between two standings, if there is one.
    pub fn between(from: Standing, to: Standing) -> Option<Self> {
        WAYS.contains(&(from, to)).then_some(Self { from, to })
    }

    /// By how much the count of members changes: −1, 0 or 1.
    pub fn members(self) -> i32 {
        i32::from(self.to.is_inside()) - i32::from(self.from.is_inside())
    }

    /// Whether seniority begins here: somebody comes in from outside. A suspension does not interrupt it.
    pub fn joins(self) -> bool {
        self.to == Member && matches!(self.from, Applicant | Guest)
    }

    /// Whether somebody who was gone asks to come in again.
    pub fn asks_again(self) -> bool {
        (self.from, self.to) == (Left, Applicant)
    }

    /// Whether somebody is gone, by decision or by their own wish; offices do not survive it.
    pub fn ends(self) -> bool {
        matches!(self.to, Left | Expelled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways() -> impl Iterator<Item = Transition> {
        Standing::ALL.iter().flat_map(|from| Standing::ALL.iter().filter_map(|to| Transition::between(*from, *to)))
    }

    #[test]
    fn m7_only_listed_ways_exist() {
        assert_eq!(ways().count(), WAYS.len(), "each way is listed once");
        for from in Standing::ALL {
            assert_eq!(Transition::between(*from, *from), None, "nobody goes where they stand");
            assert!(
                from == &Left || from == &Guest || Transition::between(*from, Applicant).is_none(),
                "{from:?} never applies"
            );
        }
        let back: Vec<_> = ways().filter(|way| way.from == Expelled).map(|way| way.to).collect();
        assert_eq!(back, [Member], "an appeal leads back to where they stood, and nothing leads elsewhere");
        assert_eq!(Transition::between(Left, Member), None, "whoever left cannot walk in");
    }

    #[test]
    fn the_count_of_members_follows_the_door() {
        for way in ways() {
            let expected = match (way.from.is_inside(), way.to.is_inside()) {
                (false, true) => 1,
                (true, false) => -1,
                _ => 0,
            };
            assert_eq!(way.members(), expected, "{way:?}");
        }
        let sum: i32 =
            [(Applicant, Member), (Member, UnderReview), (UnderReview, Suspended), (Suspended, Member), (Member, Left)]
                .iter()
                .map(|(from, to)| Transition::between(*from, *to).unwrap().members())
                .sum();
        assert_eq!(sum, 0, "in and out again");
    }

    #[test]
    fn seniority_begins_at_the_door_and_survives_a_suspension() {
        for way in ways() {
            let was_out = matches!(way.from, Suspended | Expelled);
            assert_eq!(way.joins(), way.to == Member && !way.from.is_inside() && !was_out, "{way:?}");
        }
    }
}
