//! What kept searches find: looked up by the one thing each of them asks for that is rarest, then asked exactly.

use crate::{News, saved_search::letter::Found};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, PageRequest, SavedSearchId, Timestamp};
use uuid::Uuid;

/// When somebody's letters go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clock {
    /// The name of their time zone.
    pub timezone: String,
    /// The hour of their day.
    pub hour: i32,
}

/// A search that found a listing just now.
#[derive(Debug, Clone)]
pub(crate) struct NewHit {
    pub search: SavedSearchId,
    pub name: String,
    pub member: MemberId,
    pub news: News,
    pub clock: Clock,
}

/// The searches that find the listing: of those looked up by the beginning of one of its words (eight letters at the most), by a square that
/// it lies in, by its town, or by nothing in particular, the ones that ask for nothing else that it has not. Each mark is one comparison in an
/// index, so that `offset 0` keeps PostgreSQL from reading all marks instead.
pub(crate) async fn finders(tx: &mut CommunityTx, listing: ListingId) -> Result<Vec<SavedSearchId>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_scalar!(
        r#"with candidate as materialized (
               select distinct found.search_id
               from listing l
               cross join lateral (
                   select 'w:' || left(t.term, length) as mark
                   from listing_term t cross join generate_series(1, 8) as length
                   where t.community_id = $1 and t.listing_id = l.id and length <= length(t.term) and left(t.term, 1) <> '='
                   union
                   select place || '|' || kind || '|' || category
                   from (
                       select '*' union all select 't:' || folded(l.town)
                       union all
                       select '@' || size || ':' || ((l.cell >> 12) >> size) || ':' || ((l.cell & 4095) >> size)
                       from generate_series(0, 12) as size
                       where l.cell is not null
                   ) as places (place)
                   cross join unnest(array['', l.kind]) as kind
                   cross join unnest(array['', l.category]) as category
               ) as marks
               cross join lateral (
                   select m.search_id from saved_search_mark m where m.community_id = $1 and m.mark = marks.mark offset 0
               ) as found
               where l.community_id = $1 and l.id = $2 and l.state = 'open' and l.reserved_at is null
           )
           select s.id
           from listing l
           cross join candidate c
           join saved_search s on s.community_id = $1 and s.id = c.search_id
           where l.community_id = $1 and l.id = $2 and s.paused_at is null and s.member_id <> l.author_id and search_finds(s, l)"#,
        community,
        listing.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(SavedSearchId).collect())
}

/// Those of these searches that find the listing as it is now, and have not found it before: kept.
pub(crate) async fn keep(
    tx: &mut CommunityTx,
    listing: ListingId,
    searches: &[SavedSearchId],
) -> Result<Vec<NewHit>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let searches: Vec<Uuid> = searches.iter().map(|search| search.0).collect();
    let rows = sqlx::query!(
        r#"with found as (
               insert into saved_search_hit (community_id, search_id, listing_id, found_at)
               select $1, s.id, l.id, $4
               from saved_search s
               join member reader on reader.community_id = s.community_id and reader.id = s.member_id
               join listing l on l.community_id = s.community_id and l.id = $2
               join member author on author.community_id = l.community_id and author.id = l.author_id
               where s.community_id = $1 and s.id = any ($3) and s.paused_at is null and s.member_id <> l.author_id
                 and reader.standing in ('member', 'under_review') and l.state = 'open' and l.expires_at > $4
                 and l.reserved_at is null and listing_is_shown(l.state, author.standing, l.let_through_at) and search_finds(s, l)
                 and (l.audience = 'everyone' or listing_reaches(l.community_id, l.id, l.author_id, l.audience, l.circle_id, s.member_id))
               order by s.id
               on conflict (community_id, search_id, listing_id) do nothing
               returning search_id
           )
           select s.id, s.name, s.member_id, s.news, reader.timezone, reader.digest_hour
           from found
           join saved_search s on s.community_id = $1 and s.id = found.search_id
           join member reader on reader.community_id = s.community_id and reader.id = s.member_id
           order by s.id"#,
        community,
        listing.0,
        &searches,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(NewHit {
                search: row.id.into(),
                name: row.name,
                member: row.member_id.into(),
                news: row.news.parse().map_err(DatabaseError::damaged)?,
                clock: Clock { timezone: row.timezone, hour: row.digest_hour },
            })
        })
        .collect()
}

/// What a search found and would find still, the latest first.
pub(crate) async fn of_search(
    tx: &mut CommunityTx,
    search: SavedSearchId,
    page: &PageRequest,
) -> Result<Vec<(ListingId, Timestamp)>, DatabaseError> {
    let (community, beginning) = (tx.community().0, page.beginning());
    let rows = sqlx::query!(
        "select h.listing_id, h.found_at
         from saved_search_hit h
         join saved_search s on s.community_id = h.community_id and s.id = h.search_id
         join listing l on l.community_id = h.community_id and l.id = h.listing_id
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where h.community_id = $1 and h.search_id = $2 and (h.found_at, h.listing_id) < ($3, $4)
           and l.state = 'open' and listing_is_shown(l.state, m.standing, l.let_through_at) and search_finds(s, l)
         order by h.found_at desc, h.listing_id desc
         limit $5",
        community,
        search.0,
        beginning.at,
        beginning.id,
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.listing_id.into(), row.found_at)).collect())
}

/// What no letter has told yet of a member's searches, as far as it is still so.
pub(crate) async fn untold(
    tx: &mut CommunityTx,
    member: MemberId,
    news: News,
    most: i64,
) -> Result<Vec<Found>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        "select s.id as search_id, s.name, l.id, l.title, l.direction, l.town, m.name as author_name, h.found_at
         from saved_search s
         join saved_search_hit h on h.community_id = s.community_id and h.search_id = s.id
         join listing l on l.community_id = h.community_id and l.id = h.listing_id
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where s.community_id = $1 and s.member_id = $2 and s.news = $3 and s.paused_at is null and h.told_at is null
           and l.state = 'open' and l.expires_at > $4 and l.reserved_at is null and listing_is_shown(l.state, m.standing, l.let_through_at)
           and search_finds(s, l)
         order by s.created_at, s.id, h.found_at desc, l.id
         limit $5",
        community,
        member.0,
        news.as_str(),
        now,
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| Found {
            search: row.search_id.into(),
            search_name: row.name,
            listing: row.id.into(),
            title: row.title,
            is_request: row.direction == "request",
            town: row.town,
            author_name: row.author_name,
            found_at: row.found_at,
        })
        .collect())
}

/// What was found until then comes in no letter any more; what is promised to somebody at this moment may, once it is released.
pub(crate) async fn told(
    tx: &mut CommunityTx,
    member: MemberId,
    news: News,
    until: Timestamp,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update saved_search_hit h set told_at = $5 from saved_search s
         where h.community_id = $1 and s.community_id = $1 and s.id = h.search_id and s.member_id = $2 and s.news = $3
           and h.told_at is null and h.found_at <= $4
           and not exists (
               select from listing l where l.community_id = $1 and l.id = h.listing_id and l.state = 'open' and l.reserved_at is not null
           )",
        community,
        member.0,
        news.as_str(),
        until,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What a search found until now comes in no letter.
pub(crate) async fn forget_untold(tx: &mut CommunityTx, search: SavedSearchId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update saved_search_hit set told_at = $3 where community_id = $1 and search_id = $2 and told_at is null",
        community,
        search.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
