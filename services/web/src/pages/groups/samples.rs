//! Invented groups.

use crate::preview::Preview;
use groups::{GroupMemberView, GroupState, GroupView, Joining, Part};
use uuid::Uuid;

/// Of each kind one: joined, kept, asked for, and two others.
pub(super) fn all(p: &Preview) -> Vec<GroupView> {
    let said = [
        ("group-sample-1", "group-sample-1-text", Joining::AtOnce, GroupState::Open, Part::In, 14),
        ("group-sample-2", "group-sample-2-text", Joining::Asking, GroupState::Open, Part::Keeps, 6),
        ("group-sample-3", "group-sample-3-text", Joining::AtOnce, GroupState::Asked, Part::Keeps, 0),
        ("group-sample-4", "group-sample-4-text", Joining::Asking, GroupState::Open, Part::Outside, 9),
        ("group-sample-5", "group-sample-5-text", Joining::AtOnce, GroupState::Open, Part::Outside, 1),
    ];
    let view =
        |(number, (name, purpose, joining, state, part, members)): (usize, (&str, &str, _, _, _, _))| GroupView {
            id: Uuid::from_u128(0x9e0 + number as u128).into(),
            name: p.words.t(name),
            purpose: p.words.t(purpose),
            joining,
            state,
            keeper: p.person("Bruno Faure", "Corbigny", kernel::Role::None),
            members,
            part,
            asked_at: p.ago(3),
            reason: String::new(),
            sees_listings: matches!((state, part), (GroupState::Open, Part::In | Part::Keeps)),
            puts_out: (state, part) == (GroupState::Open, Part::Keeps),
        };
    said.into_iter().enumerate().map(view).collect()
}

/// Its keeper, and others.
pub(super) fn members(p: &Preview, view: &GroupView) -> Vec<GroupMemberView> {
    let keeper = std::iter::once(view.keeper.clone());
    let people = keeper.chain(p.people().into_iter().filter(|card| card.id != view.keeper.id));
    people.map(|card| GroupMemberView { card, joined_at: p.ago(40) }).collect()
}
