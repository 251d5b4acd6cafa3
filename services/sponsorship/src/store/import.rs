//! Sponsorships brought along.

use super::uuids;
use crate::import::Edge;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, SponsorshipId, Timestamp};

/// Writes those that were not there before; how many that were.
pub(crate) async fn insert(tx: &mut CommunityTx, ids: &[SponsorshipId], rows: &[Edge]) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let sponsors: Vec<MemberId> = rows.iter().map(|row| row.sponsor).collect();
    let members: Vec<MemberId> = rows.iter().map(|row| row.member).collect();
    let given: Vec<Timestamp> = rows.iter().map(|row| row.given_at).collect();
    let written = sqlx::query!(
        "insert into sponsorship
             (community_id, id, sponsor_id, applicant_id, state, via, requested_at, answered_at, active_at, expires_at)
         select $1, r.id, r.sponsor_id, r.member_id, 'given', 'import', r.given_at, r.given_at, r.given_at, r.given_at
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[]) as r (id, sponsor_id, member_id, given_at)
         on conflict do nothing",
        community,
        &uuids(ids),
        &uuids(&sponsors),
        &uuids(&members),
        &given,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(written)
}
