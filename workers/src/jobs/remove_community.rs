//! Removes a community whose time is over: its rows, what was counted of it, and what is kept of it in files.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use crate::{anchors, erasures, removals};
use database::queue::Leased;
use kernel::Caller;
use privacy::{jobs::RemoveCommunity, removal};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: RemoveCommunity) -> Handled {
    let community = leased.community;
    let house = Caller::house(community);
    if !removal::is_due(&context.db, &house, job.removal).await? {
        return Ok(Outcome::NotNeeded);
    }
    // Before, not after: what is remembered and not done is done again; what is done and not remembered would come back.
    removals::remember(context, community)?;
    let Some(removed) = removal::carry_out(&context.db, &house, job.removal).await? else {
        return Ok(Outcome::NotNeeded);
    };
    context.shelf()?.drop_community(community).await?;
    anchors::forget(context, community)?;
    erasures::forget(context, community)?;
    let rows: u64 = removed.rows.values().sum();
    tracing::info!(%community, rows, accounts = removed.accounts, counts = removed.counts_forgotten, "removed");
    Ok(Outcome::Done)
}
