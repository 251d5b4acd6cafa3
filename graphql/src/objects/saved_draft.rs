//! Listings that the asker has begun.

use crate::{
    ids::Global as _,
    words::{Audience, Direction, ListingKind, MandateRelation, Settlement, Urgency},
};
use async_graphql::{ID, Object, SimpleObject};
use kernel::{GroupId, MemberId, Timestamp};
use uuid::Uuid;

/// A listing that the asker has begun and keeps for later: what was typed and chosen, however incomplete.
pub struct SavedDraft(pub(crate) exchange::SavedDraft);

/// What a listing is to say besides its words, each as it was typed; empty where nothing was.
#[derive(SimpleObject)]
pub struct DraftExtent {
    /// How many there are.
    quantity: String,
    /// From which day.
    available_from: String,
    /// Until which day.
    available_until: String,
    /// For how many days it is lent at the most.
    loan_days: String,
    /// When an outing begins.
    starts_at: String,
    /// When it ends.
    ends_at: String,
    /// For how many.
    seats: String,
    /// Whether those who wait to come in may come along.
    for_guests: bool,
}

#[Object]
impl SavedDraft {
    /// The id to publish it with, to keep it again, and to send its photos for.
    async fn publish_as(&self) -> Uuid {
        self.0.id.into()
    }
    /// Offer or request.
    async fn direction(&self) -> Direction {
        self.0.direction.into()
    }
    /// What it is about.
    async fn kind(&self) -> Option<ListingKind> {
        self.0.draft.kind.map(Into::into)
    }
    /// What may be given in return.
    async fn settlements(&self) -> Vec<Settlement> {
        self.0.draft.settlements.iter().map(|one| (*one).into()).collect()
    }
    /// Its title; may be empty.
    async fn title(&self) -> &str {
        &self.0.draft.title
    }
    /// Its text; may be empty.
    async fn body(&self) -> &str {
        &self.0.draft.body
    }
    /// Its category; may be empty.
    async fn category(&self) -> &str {
        &self.0.draft.category
    }
    /// Its town; may be empty.
    async fn town(&self) -> &str {
        &self.0.draft.town
    }
    /// How many, when, for how long.
    async fn extent(&self) -> DraftExtent {
        let typed = self.0.draft.extent.clone();
        DraftExtent {
            quantity: typed.quantity,
            available_from: typed.available_from,
            available_until: typed.available_until,
            loan_days: typed.loan_days,
            starts_at: typed.starts_at,
            ends_at: typed.ends_at,
            seats: typed.seats,
            for_guests: typed.for_guests,
        }
    }
    /// For whom it is to be.
    async fn audience(&self) -> Audience {
        self.0.draft.audience.into()
    }
    /// How soon it is needed; absent where it can wait.
    async fn urgency(&self) -> Option<Urgency> {
        self.0.draft.urgency.map(Into::into)
    }
    /// For which of the asker's groups.
    async fn group_id(&self) -> Option<ID> {
        self.0.draft.group.map(GroupId::global)
    }
    /// Another member in whose name it is to be asked.
    async fn behalf_member(&self) -> Option<ID> {
        self.0.behalf.member.map(MemberId::global)
    }
    /// The first name of somebody who is no member, in whose name it is to be asked; may be empty.
    async fn behalf_name(&self) -> &str {
        &self.0.behalf.name
    }
    /// What they are to the asker.
    async fn behalf_relation(&self) -> Option<MandateRelation> {
        self.0.behalf.relation.map(Into::into)
    }
    /// Whether it was to be in the name of a member who is not here any more. It is no request of the asker's own unless they say so.
    async fn behalf_gone(&self) -> bool {
        self.0.behalf.gone
    }
    /// When it was kept last.
    async fn kept_at(&self) -> Timestamp {
        self.0.kept_at
    }
    /// When it goes, and its photos with it, unless it is kept again or published before.
    async fn goes_at(&self) -> Timestamp {
        self.0.goes_at()
    }
}
