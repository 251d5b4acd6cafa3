//! Groups.

use super::Member;
use crate::{
    ids::Global as _,
    words::{GroupJoining, GroupPart, GroupState},
};
use async_graphql::{ID, Object, SimpleObject};
use exchange::ListingGroup;
use groups::{GroupMemberView, GroupView};
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
