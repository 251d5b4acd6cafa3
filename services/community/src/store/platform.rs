//! The platform's own row.

use crate::{Brand, Policy, platform::Platform, store::community::codes};
use database::{CommunityTx, DatabaseError};
use kernel::Language;

/// False when it was there already; an operator's changes are kept.
pub(crate) async fn insert(tx: &mut CommunityTx, platform: &Platform) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into community (id, kind, slug, name, organisation, postal_address, contact_email, preset, languages, timezone,
             brand_primary, brand_accent, policy, created_at)
         values ($1, 'platform', '', $2, $3, $4, $5, 'platform', $6, 'Europe/Paris', $7, $8, $9, $10)
         on conflict (id) do nothing",
        community,
        platform.name,
        platform.organisation,
        platform.postal_address,
        platform.contact_email,
        &codes(&Language::ALL),
        Brand::PLATFORM.primary.to_string(),
        Brand::PLATFORM.accent.to_string(),
        serde_json::to_value(Policy { admission: crate::Admission::Steward, ..Policy::default() })?,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
