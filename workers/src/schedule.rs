//! What happens by the clock alone: every hour each community's due digests are planned, and what nobody needs any more is
//! swept away (sign-ins and sessions belong to a community, the platform's own among them), and where each journal ends is kept
//! outside the database; and by night each community is measured, and it is seen how long people have waited, or have not come.
//!
//! Harmless to repeat and harmless to miss for some hours: planning asks whose hour has come, not what was planned
//! last (`notice::period`), so any number of processes may keep time.

use crate::anchors;
use crate::context::Context;
use crate::outcome::Trouble;
use kernel::{Caller, Timestamp};
use std::sync::Arc;
use std::time::Duration;

/// How often the clock is looked at.
const TICK: Duration = Duration::from_mins(1);

/// Planning takes some milliseconds for each community; where it takes this long, the database is gone without a word (bar D8), and
/// nothing would ever be planned again.
const LONGEST: Duration = Duration::from_mins(15);

/// Looks at the clock as long as it is let.
pub(crate) async fn keep_time(context: Arc<Context>) {
    let mut planned_for = None;
    loop {
        let hour = hour_of(context.db.clock().now());
        if planned_for != Some(hour) {
            match tokio::time::timeout(LONGEST, plan(&context)).await {
                Ok(Ok(_)) => planned_for = Some(hour),
                Err(_) => tracing::warn!("planning the hour's work took too long"),
                Ok(Err(trouble)) => tracing::warn!(%trouble, "the hour's work could not be planned"),
            }
        }
        tokio::time::sleep(TICK).await;
    }
}

/// Writes this hour's jobs for every community; returns how many communities there are.
pub async fn plan(context: &Context) -> Result<usize, Trouble> {
    let communities = community::views::all(&context.db).await?;
    for community in &communities {
        let house = Caller::house(*community);
        notice::schedule(&context.db, &house).await?;
        membership::housekeeping::schedule(&context.db, &house).await?;
        sponsorship::measure::schedule(&context.db, &house).await?;
        sponsorship::application::schedule(&context.db, &house).await?;
        privacy::idle::schedule(&context.db, &house).await?;
        exchange::place_listings::schedule(&context.db, &house).await?;
        anchors::keep(context, *community).await;
    }
    Ok(communities.len())
}

fn hour_of(moment: Timestamp) -> i64 {
    moment.timestamp().div_euclid(3_600)
}
