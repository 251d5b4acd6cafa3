use crate::digest::FreshListing;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Timestamp};

pub(crate) async fn for_member(
    tx: &mut CommunityTx,
    member: MemberId,
    since: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<FreshListing>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        r#"select l.id, l.title, l.direction, l.kind, l.town, m.name as author_name, l.created_at, (
               select mine.title from listing_match x
               join listing mine on mine.community_id = x.community_id and mine.id = x.mine_id
               where x.community_id = $1 and x.theirs_id = l.id and x.member_id = $2 and x.dismissed_at is null
                 and mine.state = 'open' and mine.reserved_at is null
               order by x.score desc, x.id
               limit 1
           ) as goes_with
         from listing l
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where l.community_id = $1 and l.state = 'open' and l.created_at > $3 and l.created_at <= $4 and l.expires_at > $5
           and l.reserved_at is null and l.author_id <> $2 and m.standing in ('member', 'under_review')
           and not exists (
               select 1 from listing_seen s where s.community_id = $1 and s.member_id = $2 and s.listing_id = l.id
           )
           and not exists (
               select 1 from listing_match a
               where a.community_id = $1 and a.member_id = $2 and a.theirs_id = l.id and a.asked_at is not null
           )
         order by l.created_at desc, l.id desc
         limit $6"#,
        community,
        member.0,
        since,
        until,
        now,
        limit,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(FreshListing {
                id: row.id.into(),
                title: row.title,
                direction: row.direction.parse().map_err(DatabaseError::damaged)?,
                kind: row.kind.parse().map_err(DatabaseError::damaged)?,
                town: row.town,
                author_name: row.author_name,
                created_at: row.created_at,
                goes_with: row.goes_with,
            })
        })
        .collect()
}
