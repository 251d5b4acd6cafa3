use chrono_tz::Tz;
use community::Policy;
use database::{CommunityTx, DatabaseError};

pub(crate) struct RulesRow {
    pub policy: Policy,
    pub categories: Vec<String>,
    pub listing_days: i32,
    pub zone: Tz,
}

pub(crate) async fn of_community(tx: &mut CommunityTx) -> Result<RulesRow, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!("select policy, categories, listing_days, timezone from community where id = $1", community)
        .fetch_one(tx.conn())
        .await?;
    let policy = serde_json::from_value(row.policy)?;
    let zone = row.timezone.parse().map_err(DatabaseError::damaged)?;
    Ok(RulesRow { policy, categories: row.categories, listing_days: row.listing_days, zone })
}

/// The name of the preset that the community was launched from.
pub(crate) async fn preset(tx: &mut CommunityTx) -> Result<String, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!("select preset from community where id = $1", community).fetch_one(tx.conn()).await?)
}
