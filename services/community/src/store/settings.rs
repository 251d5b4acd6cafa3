//! Changing the community's own row.

use crate::{settings::Checked, store::community::codes};
use database::{CommunityTx, DatabaseError};

/// False when the row is not at `version` any more.
pub(crate) async fn update(tx: &mut CommunityTx, version: i32, new: &Checked) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update community set name = $3, tagline = $4, welcome = $5, charter = $6, organisation = $7, postal_address = $8,
             contact_email = $9, languages = $10, timezone = $11, brand_primary = $12, brand_accent = $13, policy = $14,
             categories = $15, listing_days = $16, version = version + 1
         where id = $1 and version = $2",
        community,
        version,
        new.name,
        new.tagline,
        new.welcome,
        new.charter,
        new.organisation,
        new.postal_address,
        new.contact_email,
        &codes(&new.languages),
        new.timezone.name(),
        new.brand.primary.to_string(),
        new.brand.accent.to_string(),
        serde_json::to_value(&new.policy)?,
        &new.categories,
        new.listing_days,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
