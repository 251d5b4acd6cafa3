//! Requests to which nobody has written. Like `helpers`, these statements read `conversation`'s table.

use crate::limits;
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, ListingId, MemberId, Timestamp};
use membership::{CardColumns, MemberCard};

/// The open requests published before a moment, or urgent now, to which nobody has written and that are promised to nobody, those that
/// wait longest first.
pub(crate) async fn requests(
    tx: &mut CommunityTx,
    before: Timestamp,
    after: Option<Cursor>,
    most: i64,
) -> Result<Vec<ListingId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let found = sqlx::query_scalar!(
        "select l.id from listing l
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where l.community_id = $1 and l.state = 'open' and l.direction = 'request' and (l.created_at <= $2 or l.urgent_until > $3)
           and l.expires_at > $3 and l.reserved_at is null and listing_is_shown(l.state, m.standing, l.let_through_at)
           and (l.created_at, l.id) > (
               coalesce($4::timestamptz, '-infinity'), coalesce($5::uuid, '00000000-0000-0000-0000-000000000000')
           )
           and not exists (select 1 from conversation c where c.community_id = $1 and c.listing_id = l.id)
         order by l.created_at, l.id
         limit $6",
        community,
        before,
        now,
        after.map(|cursor| cursor.at),
        after.map(|cursor| cursor.id),
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(ListingId).collect())
}

/// A request that waits for its first answer.
pub(crate) struct Waits {
    pub title: String,
    pub town: String,
    pub author_name: String,
}

/// The request, if it is open, shown, and nobody has written to it; not while it is promised to somebody.
pub(crate) async fn waits(tx: &mut CommunityTx, request: ListingId) -> Result<Option<Waits>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let found = sqlx::query_as!(
        Waits,
        "select l.title, l.town, m.name as author_name from listing l
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where l.community_id = $1 and l.id = $2 and l.state = 'open' and l.direction = 'request' and l.expires_at > $3
           and l.reserved_at is null and listing_is_shown(l.state, m.standing, l.let_through_at)
           and not exists (select 1 from conversation c where c.community_id = $1 and c.listing_id = l.id)",
        community,
        request.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found)
}

/// Somebody who offers what a request asks for.
pub(crate) struct Offering {
    pub request: ListingId,
    pub offer: ListingId,
    pub title: String,
    pub who: MemberCard,
}

/// Who offers what these ask for, the best match first, a few for each; as far as they are inside, their offers open and promised to nobody, and
/// the request is for them.
pub(crate) async fn offering(tx: &mut CommunityTx, requests: &[ListingId]) -> Result<Vec<Offering>, DatabaseError> {
    let community = tx.community().0;
    let requests: Vec<_> = requests.iter().map(|request| request.0).collect();
    let rows = sqlx::query!(
        "select asked.id as request_id, x.theirs_id, x.title, m.id, m.number, m.name, m.town, m.standing, m.role, m.founder,
             m.joined_at
         from unnest($2::uuid[]) as asked (id)
         cross join lateral (
             select x.theirs_id, offer.title, offer.author_id, x.score
             from listing_match x
             join listing offer on offer.community_id = x.community_id and offer.id = x.theirs_id
             where x.community_id = $1 and x.mine_id = asked.id and offer.state = 'open' and offer.reserved_at is null
             order by x.score desc, x.theirs_id
             limit $3
         ) as x
         join member m on m.community_id = $1 and m.id = x.author_id
         join listing l on l.community_id = $1 and l.id = asked.id
         where m.standing in ('member', 'under_review')
           and (l.audience = 'everyone' or listing_reaches(l.community_id, l.id, l.author_id, l.audience, l.circle_id, m.id))
         order by x.score desc, x.theirs_id",
        community,
        &requests,
        limits::HELPERS_SUGGESTED,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let card = CardColumns {
                id: row.id,
                number: row.number,
                name: row.name,
                town: row.town,
                standing: row.standing,
                role: row.role,
                founder: row.founder,
                joined_at: row.joined_at,
            };
            Ok(Offering {
                request: row
                    .request_id
                    .map(ListingId)
                    .ok_or_else(|| DatabaseError::damaged("a row without its request"))?,
                offer: row.theirs_id.into(),
                title: row.title,
                who: card.for_peers()?,
            })
        })
        .collect()
}

/// The title of a member's offer, open and promised to nobody, that matches the request, which is for them.
pub(crate) async fn offer_of(
    tx: &mut CommunityTx,
    request: ListingId,
    helper: MemberId,
) -> Result<Option<String>, DatabaseError> {
    let community = tx.community().0;
    let title = sqlx::query_scalar!(
        "select offer.title from listing_match x
         join listing offer on offer.community_id = x.community_id and offer.id = x.theirs_id
         join member m on m.community_id = x.community_id and m.id = offer.author_id
         join listing l on l.community_id = x.community_id and l.id = x.mine_id
         where x.community_id = $1 and x.mine_id = $2 and offer.author_id = $3 and offer.state = 'open'
           and offer.reserved_at is null and m.standing in ('member', 'under_review')
           and (l.audience = 'everyone' or listing_reaches(l.community_id, l.id, l.author_id, l.audience, l.circle_id, m.id))
         order by x.score desc, x.id
         limit 1",
        community,
        request.0,
        helper.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(title)
}

/// Half of the requests published since that were answered had their first answer within this many seconds; nothing where fewer than
/// `least` were.
pub(crate) async fn first_answer(
    tx: &mut CommunityTx,
    since: Timestamp,
    least: i64,
) -> Result<Option<f64>, DatabaseError> {
    let community = tx.community().0;
    let median = sqlx::query_scalar!(
        "select case when count(*) >= $3 then
             percentile_cont(0.5) within group (order by extract(epoch from answered.at - answered.asked)) end
         from (
             select l.created_at as asked, min(c.created_at) as at
             from listing l
             join conversation c on c.community_id = l.community_id and c.listing_id = l.id
             where l.community_id = $1 and l.direction = 'request' and l.created_at > $2
             group by l.created_at, l.id
         ) as answered",
        community,
        since,
        least,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(median)
}
