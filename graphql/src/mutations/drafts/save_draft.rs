//! Keeping a listing for later.

use crate::{
    ids::Global as _,
    objects::SavedDraft,
    refusal::payload,
    visit::Desk,
    words::{Audience, Direction, ListingKind, MandateRelation, Settlement, Urgency},
};
use async_graphql::{ID, InputObject, Result};
use exchange::saved_draft::{Behalf, SaveDraft, save_draft, views};
use exchange::{Draft, TypedExtent};
use kernel::{GroupId, ListingId, MemberId};
use uuid::Uuid;

/// A listing as far as it is written. Only its direction is needed.
#[derive(InputObject)]
pub struct SaveDraftInput {
    /// Made by the client: the listing is published with the same id, and photos are sent for it.
    id: Uuid,
    /// Offer or request.
    direction: Direction,
    /// What it is about.
    kind: Option<ListingKind>,
    /// What may be given in return.
    #[graphql(default)]
    settlements: Vec<Settlement>,
    /// At most 120 characters.
    #[graphql(default)]
    title: String,
    /// At most 4,000 characters.
    #[graphql(default)]
    body: String,
    /// A category.
    #[graphql(default)]
    category: String,
    /// Where, by the name of a town; at most 80 characters.
    #[graphql(default)]
    town: String,
    /// How many, when, for how long.
    #[graphql(default)]
    extent: DraftExtentInput,
    /// For whom it is to be; everybody when nothing is said.
    audience: Option<Audience>,
    /// How soon it is needed.
    urgency: Option<Urgency>,
    /// For which of the author's groups, with `GROUP`.
    group_id: Option<ID>,
    /// Another member in whose name it is to be asked.
    behalf_member: Option<ID>,
    /// The first name of somebody who is no member, in whose name it is to be asked; at most 40 characters. That they agree is said when it is
    /// published.
    #[graphql(default)]
    behalf_name: String,
    /// What they are to the asker.
    behalf_relation: Option<MandateRelation>,
}

/// What a listing is to say besides its words, each as it was typed, at most 40 characters. It is read when it is published.
#[derive(InputObject, Default)]
pub struct DraftExtentInput {
    /// How many there are.
    #[graphql(default)]
    quantity: String,
    /// From which day.
    #[graphql(default)]
    available_from: String,
    /// Until which day.
    #[graphql(default)]
    available_until: String,
    /// For how many days it is lent at the most.
    #[graphql(default)]
    loan_days: String,
    /// When an outing begins.
    #[graphql(default)]
    starts_at: String,
    /// When it ends.
    #[graphql(default)]
    ends_at: String,
    /// For how many.
    #[graphql(default)]
    seats: String,
    /// Whether those who wait to come in may come along.
    #[graphql(default)]
    for_guests: bool,
}

payload! {
    /// What came of it.
    SaveDraftPayload {
        /// The draft.
        draft: SavedDraft,
    }
}

impl From<DraftExtentInput> for TypedExtent {
    fn from(typed: DraftExtentInput) -> Self {
        Self {
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
}

impl From<SaveDraftInput> for SaveDraft {
    fn from(input: SaveDraftInput) -> Self {
        let draft = Draft {
            direction: Some(input.direction.into()),
            kind: input.kind.map(Into::into),
            settlements: input.settlements.into_iter().map(Into::into).collect(),
            title: input.title,
            body: input.body,
            category: input.category,
            town: input.town,
            extent: input.extent.into(),
            audience: input.audience.map_or_else(Default::default, Into::into),
            urgency: input.urgency.map(Into::into),
            group: input.group_id.as_ref().map(GroupId::asked),
        };
        let behalf = Behalf {
            member: input.behalf_member.as_ref().map(MemberId::asked),
            name: input.behalf_name,
            relation: input.behalf_relation.map(Into::into),
            gone: false,
        };
        Self { id: ListingId(input.id), draft, behalf }
    }
}

pub(super) async fn run(desk: Desk<'_>, input: SaveDraftInput) -> Result<SaveDraftPayload> {
    let id = ListingId(input.id);
    let done = save_draft(desk.db, desk.caller, input.into()).await;
    let kept = if done.is_ok() { desk.value(views::my_draft(desk.db, desk.caller, id).await)? } else { None };
    desk.payload(done, |()| SaveDraftPayload { draft: kept.map(SavedDraft), refusal: None })
}
