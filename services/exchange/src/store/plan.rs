//! How PostgreSQL is to plan a transaction's statements.

use database::{CommunityTx, DatabaseError};

/// A plan made once for all filters reads every open listing and sorts them (100 ms at 30,000, against 1 ms): it can know
/// neither that most filters are absent nor that there are words to look for.
pub(super) async fn for_this_filter(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    sqlx::query!("select set_config('plan_cache_mode', 'force_custom_plan', true)").fetch_one(tx.conn()).await?;
    Ok(())
}

/// What is asked for is common, so that the newest listings hold enough of it. The planner thinks several common things together rare,
/// and would read and sort all of them. Whatever this transaction still sorts, such as photos, then looks so dear that PostgreSQL would compile
/// it first, which takes a fraction of a second, and seconds on a busy machine: it must not.
pub(super) async fn walk_the_newest_first(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    sqlx::query!(
        "select set_config('enable_sort', 'off', true) as sorting, set_config('jit', 'off', true) as compiling"
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(())
}
