//! The proxy changes a request that somebody has agreed to.

use super::{Held, reading};
use crate::{limits, store};
use database::{CommunityTx, DatabaseError};
use kernel::ListingId;
use notice::{Kind, Tell};

/// A request in somebody's name as it was before a change.
pub(crate) struct Before {
    held: Held,
    mark: String,
}

/// What a request says in whose name it still is asked, before it is changed; nothing of any other listing. Its listing is locked already, which
/// is enough: whoever changes the mandate locks both.
pub(crate) async fn before_change(tx: &mut CommunityTx, listing: ListingId) -> Result<Option<Before>, DatabaseError> {
    let held = store::mandate::one(tx, listing).await?.map(|(held, ..)| held);
    let Some(held) = held.filter(|held| held.ended_at.is_none()) else { return Ok(None) };
    Ok(Some(Before { held, mark: reading::mark(tx, listing).await? }))
}

/// Tells the member who agreed that it says something else now; of several changes within some minutes once.
pub(crate) async fn tell_of_change(tx: &mut CommunityTx, before: Option<Before>) -> Result<(), DatabaseError> {
    let Some(Before { held, mark }) = before else { return Ok(()) };
    let agreed = held.agreed_at.and(held.member);
    let Some(member) = agreed else { return Ok(()) };
    if reading::mark(tx, held.listing).await? == mark {
        return Ok(());
    }
    let meaning = format!("mandate_changed:{}:{}", held.listing, limits::span(tx.now()));
    let told = Tell::new(member, Kind::MandateChanged, meaning).by(held.proxy);
    notice::tell_tx(tx, told.about_listing(held.listing, held.title)).await?;
    Ok(())
}
