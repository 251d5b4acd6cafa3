//! On what a member's answer to a request in their name rests: what it says, and whether they said no before.

use crate::mandate::Wording;
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, Timestamp};
use uuid::Uuid;

/// What these listings say besides their titles and texts, and all of what they say as one text: the same while nothing that somebody reads of
/// it has changed, neither words nor choices nor photos.
pub(crate) async fn wordings(
    tx: &mut CommunityTx,
    listings: &[ListingId],
) -> Result<Vec<(ListingId, Wording)>, DatabaseError> {
    let community = tx.community().0;
    let listings: Vec<Uuid> = listings.iter().map(|id| id.0).collect();
    let rows = sqlx::query!(
        r#"select l.id, l.kind, l.settlements, l.category, l.town,
               jsonb_build_array(
                   l.direction, l.kind, l.settlements, l.title, l.body, l.category, l.town, l.language, l.audience,
                   (select to_jsonb(e) - '{community_id,listing_id,revision}'::text[] from listing_extent e
                    where e.community_id = l.community_id and e.listing_id = l.id),
                   (select jsonb_agg(jsonb_build_array(p.id, p.description) order by p.place, p.created_at, p.id) from listing_photo p
                    where p.community_id = l.community_id and p.listing_id = l.id)
               )::text as "whole!"
           from listing l where l.community_id = $1 and l.id = any ($2)"#,
        community,
        &listings,
    )
    .fetch_all(tx.conn())
    .await?;
    let read = rows.into_iter().map(|row| {
        let settlements: Result<Vec<_>, _> = row.settlements.iter().map(|word| word.parse()).collect();
        let wording = Wording {
            kind: row.kind.parse().map_err(DatabaseError::damaged)?,
            settlements: settlements.map_err(DatabaseError::damaged)?,
            category: row.category,
            town: row.town,
            whole: row.whole,
        };
        Ok((row.id.into(), wording))
    });
    read.collect()
}

/// Whether the member said no to a question of this proxy's, or to a request that they handed over, after a moment. Neither a question that was
/// taken back nor the end of what had been agreed to is a no. The journal says so: a no to what was handed over leaves no trace of itself.
pub(crate) async fn said_no_since(
    tx: &mut CommunityTx,
    proxy: MemberId,
    member: MemberId,
    since: Timestamp,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from journal j
               join mandate x on x.community_id = j.community_id and x.listing_id = (j.detail ->> 'listing')::uuid
               where j.community_id = $1 and j.subject_id = $2 and j.actor_id = $3 and j.act = 'mandate_ended' and j.at > $4
                 and x.proxy_id = $2 and x.agreed_at is null
           ) as "is!""#,
        community,
        proxy.0,
        member.0,
        since,
    )
    .fetch_one(tx.conn())
    .await?)
}
