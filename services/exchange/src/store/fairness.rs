//! What was received, counted from how listings ended.

use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, Timestamp};
use uuid::Uuid;

/// From how many things on one lets others answer first; nothing where that is nobody's rule.
pub(crate) async fn share(tx: &mut CommunityTx) -> Result<Option<u32>, DatabaseError> {
    Ok(super::rules::of_community(tx).await?.policy.fair_share)
}

/// The rule, and when this offer of a thing was published; nothing where there is no rule or it is no open offer of a thing.
pub(crate) async fn shared_offer(
    tx: &mut CommunityTx,
    listing: ListingId,
) -> Result<Option<(u32, Timestamp)>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select (c.policy->>'fair_share')::integer as "share!", l.created_at
           from listing l
           join community c on c.id = l.community_id
           where l.community_id = $1 and l.id = $2 and l.state = 'open' and l.direction = 'offer' and l.kind in ('good', 'loan')
             and (c.policy->>'fair_share') is not null"#,
        community,
        listing.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.and_then(|row| Some((u32::try_from(row.share).ok()?, row.created_at))))
}

/// Each thing that one of these members received since, and when: offers of others of which they were named, their own requests, and those
/// that somebody made for them.
pub(crate) async fn received(
    tx: &mut CommunityTx,
    members: &[MemberId],
    since: Timestamp,
) -> Result<Vec<(MemberId, Timestamp)>, DatabaseError> {
    let community = tx.community().0;
    let members: Vec<Uuid> = members.iter().map(|member| member.0).collect();
    let ends = sqlx::query!(
        r#"select l.helped_by as "member!", l.closed_at as "at!" from listing l
           where l.community_id = $1 and l.helped_by = any ($2) and l.state = 'fulfilled' and l.closed_at > $3
             and l.direction = 'offer' and l.kind in ('good', 'loan')
           union all
           select l.author_id, l.closed_at from listing l
           where l.community_id = $1 and l.author_id = any ($2) and l.state = 'fulfilled' and l.closed_at > $3
             and l.direction = 'request' and l.kind in ('good', 'loan')
             and not exists (select from mandate d where d.community_id = l.community_id and d.listing_id = l.id)
           union all
           select d.member_id, l.closed_at from mandate d
           join listing l on l.community_id = d.community_id and l.id = d.listing_id
           where d.community_id = $1 and d.member_id = any ($2) and l.state = 'fulfilled' and l.closed_at > $3
             and l.direction = 'request' and l.kind in ('good', 'loan')"#,
        community,
        &members,
        since,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ends.into_iter().map(|end| (end.member.into(), end.at)).collect())
}
