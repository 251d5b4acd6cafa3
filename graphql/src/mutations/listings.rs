//! Reading listings, and what goes with one's own. The list; nothing is decided here.

mod arrange_photos;
mod choose_my_places;
mod dismiss_match;
mod mark_listing_seen;
mod pass_listing_on;
mod release_listing;
mod reserve_listing;
mod set_listing_urgency;
mod suggest_helper;
mod take_urgency_off;
mod widen_listing;

use crate::visit::Desk;
use arrange_photos::{ArrangePhotosInput, ArrangePhotosPayload};
use async_graphql::{Context, Object, Result};
use choose_my_places::{ChooseMyPlacesInput, ChooseMyPlacesPayload};
use dismiss_match::{DismissMatchInput, DismissMatchPayload};
use mark_listing_seen::{MarkListingSeenInput, MarkListingSeenPayload};
use pass_listing_on::{PassListingOnInput, PassListingOnPayload};
use release_listing::{ReleaseListingInput, ReleaseListingPayload};
use reserve_listing::{ReserveListingInput, ReserveListingPayload};
use set_listing_urgency::{SetListingUrgencyInput, SetListingUrgencyPayload};
use suggest_helper::{SuggestHelperInput, SuggestHelperPayload};
use take_urgency_off::{TakeUrgencyOffInput, TakeUrgencyOffPayload};
use widen_listing::{WidenListingInput, WidenListingPayload};

/// What readers of listings do.
#[derive(Default)]
pub struct ListingMutation;

#[Object]
impl ListingMutation {
    /// Remembers that the asker has looked at a listing.
    async fn mark_listing_seen(
        &self,
        ctx: &Context<'_>,
        input: MarkListingSeenInput,
    ) -> Result<MarkListingSeenPayload> {
        mark_listing_seen::run(Desk::of(ctx)?, input).await
    }

    /// Puts the photos of a listing of the asker's in order, describes them, and deletes those that are not named. They are sent to
    /// `POST /listings/{id}/photos` as `multipart/form-data`, in fields named `photos`.
    async fn arrange_photos(&self, ctx: &Context<'_>, input: ArrangePhotosInput) -> Result<ArrangePhotosPayload> {
        arrange_photos::run(Desk::of(ctx)?, input).await
    }

    /// Says where the asker lives and works: from there they look for what is near. Nobody else is told.
    async fn choose_my_places(&self, ctx: &Context<'_>, input: ChooseMyPlacesInput) -> Result<ChooseMyPlacesPayload> {
        choose_my_places::run(Desk::of(ctx)?, input).await
    }

    /// Shows a match no more, and lets others of its category weigh less: not interested.
    async fn dismiss_match(&self, ctx: &Context<'_>, input: DismissMatchInput) -> Result<DismissMatchPayload> {
        dismiss_match::run(Desk::of(ctx)?, input).await
    }

    /// Tells somebody that the team thinks they may be able to help with a request. Stewards.
    async fn suggest_helper(&self, ctx: &Context<'_>, input: SuggestHelperInput) -> Result<SuggestHelperPayload> {
        suggest_helper::run(Desk::of(ctx)?, input).await
    }

    /// Shows a listing of the asker's to more people; it cannot be narrowed.
    async fn widen_listing(&self, ctx: &Context<'_>, input: WidenListingInput) -> Result<WidenListingPayload> {
        widen_listing::run(Desk::of(ctx)?, input).await
    }

    /// Marks an open listing of the asker's as promised to somebody: it is shown and answered as before, and suggested to nobody. No outing.
    async fn reserve_listing(&self, ctx: &Context<'_>, input: ReserveListingInput) -> Result<ReserveListingPayload> {
        reserve_listing::run(Desk::of(ctx)?, input).await
    }

    /// Says that an open listing of the asker's is promised to nobody any more: what goes with it is looked for again.
    async fn release_listing(&self, ctx: &Context<'_>, input: ReleaseListingInput) -> Result<ReleaseListingPayload> {
        release_listing::run(Desk::of(ctx)?, input).await
    }

    /// Says how soon a request of the asker's is needed, or that it can wait after all. Two within seven days may be urgent, each once.
    async fn set_listing_urgency(
        &self,
        ctx: &Context<'_>,
        input: SetListingUrgencyInput,
    ) -> Result<SetListingUrgencyPayload> {
        set_listing_urgency::run(Desk::of(ctx)?, input).await
    }

    /// Takes the mark "urgent" off a request, with a reason that its author reads. Stewards.
    async fn take_urgency_off(&self, ctx: &Context<'_>, input: TakeUrgencyOffInput) -> Result<TakeUrgencyOffPayload> {
        take_urgency_off::run(Desk::of(ctx)?, input).await
    }

    /// Shows a listing that came to the team first to everybody, as its author said the team may. Stewards.
    async fn pass_listing_on(&self, ctx: &Context<'_>, input: PassListingOnInput) -> Result<PassListingOnPayload> {
        pass_listing_on::run(Desk::of(ctx)?, input).await
    }
}
