//! Loaders: a hundred rows that each name a member cost one query, not a hundred.

use crate::{
    objects::{Listing, Member, Photo},
    refusal::refused,
    visit::Desk,
};
use async_graphql::{
    Context, Result,
    async_trait::async_trait,
    dataloader::{DataLoader, Loader},
};
use database::Db;
use exchange::{ExchangeError, Extent, ListingRow, PhotoView};
use futures_util::future::BoxFuture;
use kernel::{Caller, ListingId, MemberId};
use membership::{MemberCard, MembershipError};
use std::{collections::HashMap, sync::Arc, time::Duration};
use tracing::Instrument as _;

/// Loads for one asker, one operation.
pub(crate) struct ForOne {
    db: Db,
    caller: Caller,
}

/// The loaders of one operation. The library waits a millisecond for more keys; here only until everybody who is ready
/// to run has run.
pub(crate) fn for_one_operation(db: Db, caller: Caller) -> DataLoader<ForOne> {
    DataLoader::new(ForOne { db, caller }, spawn).delay(Duration::ZERO).max_batch_size(100)
}

fn spawn(load: BoxFuture<'static, ()>) {
    let loaded = async move {
        for _ in 0..4 {
            tokio::task::yield_now().await;
        }
        load.await;
    };
    tokio::spawn(loaded.in_current_span());
}

#[async_trait]
impl Loader<MemberId> for ForOne {
    type Value = MemberCard;
    type Error = Arc<MembershipError>;

    async fn load(&self, keys: &[MemberId]) -> Result<HashMap<MemberId, MemberCard>, Self::Error> {
        let cards = membership::views::cards(&self.db, &self.caller, keys).await.map_err(Arc::new)?;
        Ok(cards.into_iter().map(|card| (card.id, card)).collect())
    }
}

#[async_trait]
impl Loader<ListingId> for ForOne {
    type Value = ListingRow;
    type Error = Arc<ExchangeError>;

    async fn load(&self, keys: &[ListingId]) -> Result<HashMap<ListingId, ListingRow>, Self::Error> {
        let rows = exchange::views::rows(&self.db, &self.caller, keys).await.map_err(Arc::new)?;
        Ok(rows.into_iter().map(|row| (row.id, row)).collect())
    }
}

/// Names what a listing says besides its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct ExtentOf(ListingId);

#[async_trait]
impl Loader<ExtentOf> for ForOne {
    type Value = Extent;
    type Error = Arc<ExchangeError>;

    async fn load(&self, keys: &[ExtentOf]) -> Result<HashMap<ExtentOf, Extent>, Self::Error> {
        let ids: Vec<ListingId> = keys.iter().map(|key| key.0).collect();
        let found = exchange::views::extents(&self.db, &self.caller, &ids).await.map_err(Arc::new)?;
        Ok(found.into_iter().map(|(id, extent)| (ExtentOf(id), extent)).collect())
    }
}

/// What a listing says besides its words; nothing of any of it where the asker may not see it.
pub(crate) async fn extent(ctx: &Context<'_>, id: ListingId) -> Result<Extent> {
    let visit = Desk::visit(ctx)?;
    let loaded = ctx.data::<DataLoader<ForOne>>()?.load_one(ExtentOf(id)).await;
    Ok(loaded.map_err(|error| refused(visit, error.as_ref()))?.unwrap_or_default())
}

/// The photos of a listing, to be loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct PhotosOf(ListingId);

#[async_trait]
impl Loader<PhotosOf> for ForOne {
    type Value = Vec<PhotoView>;
    type Error = Arc<ExchangeError>;

    async fn load(&self, keys: &[PhotosOf]) -> Result<HashMap<PhotosOf, Vec<PhotoView>>, Self::Error> {
        let listings: Vec<ListingId> = keys.iter().map(|key| key.0).collect();
        let found = exchange::photos::views::of_listings(&self.db, &self.caller, &listings).await.map_err(Arc::new)?;
        Ok(found.into_iter().map(|(listing, photos)| (PhotosOf(listing), photos)).collect())
    }
}

/// The photos of a listing that the asker may see.
pub(crate) async fn photos(ctx: &Context<'_>, listing: ListingId) -> Result<Vec<Photo>> {
    let visit = Desk::visit(ctx)?;
    let loaded = ctx.data::<DataLoader<ForOne>>()?.load_one(PhotosOf(listing)).await;
    let photos = loaded.map_err(|error| refused(visit, error.as_ref()))?.unwrap_or_default();
    Ok(photos.into_iter().map(Photo).collect())
}

/// A member, if the asker may see them.
pub(crate) async fn member(ctx: &Context<'_>, id: MemberId) -> Result<Option<Member>> {
    let visit = Desk::visit(ctx)?;
    let loaded = ctx.data::<DataLoader<ForOne>>()?.load_one(id).await;
    Ok(loaded.map_err(|error| refused(visit, error.as_ref()))?.map(Member))
}

/// A listing, if the asker may see it.
pub(crate) async fn listing(ctx: &Context<'_>, id: ListingId) -> Result<Option<Listing>> {
    let visit = Desk::visit(ctx)?;
    let loaded = ctx.data::<DataLoader<ForOne>>()?.load_one(id).await;
    Ok(loaded.map_err(|error| refused(visit, error.as_ref()))?.map(Listing))
}
