//! Groups.

use super::Member;
use crate::{
    ids::Global as _,
    words::{GroupJoining, GroupPart, GroupState},
};
use async_graphql::{ID, Object, SimpleObject};
use exchange::ListingGroup;
use groups::{GroupMemberView, GroupView, Matters, OfferView, PutOutView, hand_over::Heirs};
use kernel::Timestamp;

/// A circle of members inside the community: a neighbourhood, an interest, a project.
pub struct Group(pub(crate) GroupView);

#[Object]
impl Group {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// What it is for.
    async fn purpose(&self) -> &str {
        &self.0.purpose
    }
    /// How members come in.
    async fn joining(&self) -> GroupJoining {
        self.0.joining.into()
    }
    /// Where it stands.
    async fn state(&self) -> GroupState {
        self.0.state.into()
    }
    /// Who looks after it; or asked for it.
    async fn keeper(&self) -> Member {
        Member(self.0.keeper.clone())
    }
    /// How many are in it.
    async fn member_count(&self) -> i64 {
        self.0.members
    }
    /// What the asker is to it.
    async fn part(&self) -> GroupPart {
        self.0.part.into()
    }
    /// When it was asked for.
    async fn asked_at(&self) -> Timestamp {
        self.0.asked_at
    }
    /// Why it was declined or closed, to whoever kept it and to the team; else empty.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
    /// Whether the asker sees what is for it: who is in it, and the team, while it is open.
    async fn sees_listings(&self) -> bool {
        self.0.sees_listings
    }
    /// Whether the asker may put its members out: who looks after it, and the team.
    async fn puts_out(&self) -> bool {
        self.0.puts_out
    }
}

/// Somebody in a group.
pub struct GroupMember(pub(crate) GroupMemberView);

#[Object]
impl GroupMember {
    /// Who.
    async fn member(&self) -> Member {
        Member(self.0.card.clone())
    }
    /// Since when.
    async fn joined_at(&self) -> Timestamp {
        self.0.joined_at
    }
}

/// What is open between a group and the asker.
#[derive(SimpleObject)]
pub struct GroupMatters {
    /// That somebody is asked to look after it; to whoever looks after it, and to whom they asked.
    offer: Option<GroupOffer>,
    /// That the asker was put out of it.
    put_out: Option<GroupExclusion>,
    /// Whether the asker, who is outside, may join it or ask to now.
    may_join: bool,
    /// Whether they would have to ask: everybody has to, or they were put out of it once.
    asks_first: bool,
}

impl From<Matters> for GroupMatters {
    fn from(matters: Matters) -> Self {
        let Matters { offer, put_out, may_join, asks_first } = matters;
        Self { offer: offer.map(GroupOffer), put_out: put_out.map(GroupExclusion), may_join, asks_first }
    }
}

/// Somebody is asked to look after a group.
pub struct GroupOffer(OfferView);

#[Object]
impl GroupOffer {
    /// Who.
    async fn to(&self) -> Member {
        Member(self.0.to.clone())
    }
    /// Until when they can answer.
    async fn until(&self) -> Timestamp {
        self.0.until
    }
    /// Whether that is the asker.
    async fn is_mine(&self) -> bool {
        self.0.is_mine
    }
}

/// The asker was put out of a group.
pub struct GroupExclusion(PutOutView);

#[Object]
impl GroupExclusion {
    /// Why.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
    /// When.
    async fn at(&self) -> Timestamp {
        self.0.at
    }
    /// From when on they may ask to join it again.
    async fn again_at(&self) -> Timestamp {
        self.0.again_at
    }
}

/// Who could look after a group after the asker.
#[derive(SimpleObject)]
pub struct GroupSuccessors {
    /// They, by name, at most 30.
    members: Vec<GroupMember>,
    /// Whether there are more of that name.
    is_cut: bool,
}

impl From<Heirs> for GroupSuccessors {
    fn from(found: Heirs) -> Self {
        Self { members: found.members.into_iter().map(GroupMember).collect(), is_cut: found.is_cut }
    }
}

/// The group a listing is for.
#[derive(SimpleObject)]
pub struct GroupOfListing {
    /// Its id.
    id: ID,
    /// Its name.
    name: String,
}

impl From<ListingGroup> for GroupOfListing {
    fn from(group: ListingGroup) -> Self {
        Self { id: group.id.global(), name: group.name }
    }
}
