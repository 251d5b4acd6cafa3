//! Searches as they are kept.

use super::{places::known, search_hits::Clock};
use crate::{
    Direction, Kind, ListingFilter, Near, Settlement, Whence,
    saved_search::{Marks, News, SavedSearchView},
};
use chrono::Duration;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, SavedSearchId, Timestamp};
use places::Point;
use std::str::FromStr;
use uuid::Uuid;

/// A search to be kept.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    pub id: SavedSearchId,
    pub member: MemberId,
    pub name: String,
    pub news: News,
    pub wanted: Wanted,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Wanted {
    pub direction: Option<Direction>,
    pub kind: Option<Kind>,
    pub settlement: Option<Settlement>,
    pub category: Option<String>,
    pub town: Option<String>,
    /// As they were typed.
    pub words: String,
    /// As they are looked for (`words::search_words`).
    pub sought: Vec<String>,
    /// `home`, `work`, or a place's code.
    pub whence: Option<String>,
    pub kilometres: Option<f64>,
    /// The middle of the circle.
    pub middle: Option<Point>,
}

/// One member keeps one search at a time, so that the count is right however many are sent at once.
pub(crate) async fn lock(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let key = format!("searches:{}:{member}", tx.community());
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", key).execute(tx.conn()).await?;
    Ok(())
}

/// False when the id is taken.
pub(crate) async fn insert(tx: &mut CommunityTx, kept: &Kept) -> Result<bool, DatabaseError> {
    let (community, now, wanted) = (tx.community().0, tx.now(), &kept.wanted);
    let done = sqlx::query!(
        "insert into saved_search
             (community_id, id, member_id, name, direction, kind, settlement, category, town, words, sought, whence, kilometres, latitude,
              longitude, news, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
         on conflict (community_id, id) do nothing",
        community,
        kept.id.0,
        kept.member.0,
        kept.name,
        wanted.direction.map(Direction::as_str),
        wanted.kind.map(Kind::as_str),
        wanted.settlement.map(Settlement::as_str),
        wanted.category,
        wanted.town,
        wanted.words,
        &wanted.sought,
        wanted.whence,
        wanted.kilometres.map(whole),
        wanted.middle.map(|middle| middle.latitude),
        wanted.middle.map(|middle| middle.longitude),
        kept.news.as_str(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

#[expect(clippy::cast_possible_truncation, reason = "half the globe at the most, and whole")]
fn whole(kilometres: f64) -> i32 {
    kilometres as i32
}

pub(crate) async fn count(tx: &mut CommunityTx, member: MemberId) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from saved_search where community_id = $1 and member_id = $2"#,
        community,
        member.0
    )
    .fetch_one(tx.conn())
    .await?)
}

pub(crate) async fn owner(tx: &mut CommunityTx, id: SavedSearchId) -> Result<Option<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let owner =
        sqlx::query_scalar!("select member_id from saved_search where community_id = $1 and id = $2", community, id.0)
            .fetch_optional(tx.conn())
            .await?;
    Ok(owner.map(MemberId))
}

/// Locks the member's own search until the transaction ends; where its news go. Nothing when it is absent, foreign or somebody else's.
pub(crate) async fn hold(
    tx: &mut CommunityTx,
    id: SavedSearchId,
    member: MemberId,
) -> Result<Option<News>, DatabaseError> {
    let community = tx.community().0;
    let news = sqlx::query_scalar!(
        "select news from saved_search where community_id = $1 and id = $2 and member_id = $3 for no key update",
        community,
        id.0,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    news.map(|news| news.parse().map_err(DatabaseError::damaged)).transpose()
}

pub(crate) async fn change(
    tx: &mut CommunityTx,
    id: SavedSearchId,
    name: &str,
    news: News,
    paused: bool,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update saved_search set name = $3, news = $4, paused_at = case when $5 then coalesce(paused_at, $6) end
         where community_id = $1 and id = $2",
        community,
        id.0,
        name,
        news.as_str(),
        paused,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn delete(tx: &mut CommunityTx, id: SavedSearchId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from saved_search_hit where community_id = $1 and search_id = $2", community, id.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from saved_search_mark where community_id = $1 and search_id = $2", community, id.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!("delete from saved_search where community_id = $1 and id = $2", community, id.0)
        .execute(tx.conn())
        .await?;
    Ok(())
}

/// Keeps what the search is looked up by, in the place of what was kept before. As long as words are compared by, they are compared by
/// their first eight letters (`search_hits::candidates` takes as many).
pub(crate) async fn mark(tx: &mut CommunityTx, id: SavedSearchId, marks: &Marks) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!("delete from saved_search_mark where community_id = $1 and search_id = $2", community, id.0)
        .execute(tx.conn())
        .await?;
    sqlx::query!(
        "insert into saved_search_mark (community_id, mark, search_id)
         select $1, mark, $2 from (
             select 'w:' || left(folded(form), 8) as mark from unnest($3::text[]) as form
             union
             select case when place like 't:%' then 't:' || folded(substr(place, 3)) else place end
                 || '|' || coalesce(s.kind, '') || '|' || coalesce(s.category, '')
             from saved_search s cross join unnest($4::text[]) as place
             where s.community_id = $1 and s.id = $2
         ) as marks",
        community,
        id.0,
        &marks.forms,
        &marks.places,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Gives the member's searches around `whence` another middle; what they are looked up by.
pub(crate) async fn move_to(
    tx: &mut CommunityTx,
    member: MemberId,
    whence: &str,
    middle: Option<Point>,
) -> Result<Vec<(SavedSearchId, Wanted)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "update saved_search set latitude = $4, longitude = $5
         where community_id = $1 and member_id = $2 and whence = $3
         returning id, sought, kilometres",
        community,
        member.0,
        whence,
        middle.map(|middle| middle.latitude),
        middle.map(|middle| middle.longitude),
    )
    .fetch_all(tx.conn())
    .await?;
    let moved = rows.into_iter().map(|row| {
        let whence = Some(whence.to_owned());
        let kilometres = row.kilometres.map(f64::from);
        (row.id.into(), Wanted { sought: row.sought, whence, kilometres, middle, ..Wanted::default() })
    });
    Ok(moved.collect())
}

/// When the member's letters go.
pub(crate) async fn clock(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Clock>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select timezone, digest_hour from member where community_id = $1 and id = $2",
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Clock { timezone: row.timezone, hour: row.digest_hour }))
}

/// The member's searches, the latest first; of them one only, where one is named.
pub(crate) async fn of_member(
    tx: &mut CommunityTx,
    member: MemberId,
    id: Option<SavedSearchId>,
) -> Result<Vec<SavedSearchView>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query_as!(
        Row,
        r#"select s.id, s.name, s.direction, s.kind, s.settlement, s.category, s.town, s.words, s.whence, s.kilometres, s.news, s.paused_at,
               s.created_at, (
                   select count(*) from saved_search_hit h
                   join listing l on l.community_id = h.community_id and l.id = h.listing_id
                   join member m on m.community_id = l.community_id and m.id = l.author_id
                   where h.community_id = $1 and h.search_id = s.id and h.found_at > $4 and l.state = 'open'
                     and listing_is_shown(l.state, m.standing, l.let_through_at) and search_finds(s, l)
               ) as "fresh!"
           from saved_search s
           where s.community_id = $1 and s.member_id = $2 and ($3::uuid is null or s.id = $3)
           order by s.created_at desc, s.id desc"#,
        community,
        member.0,
        id.map(Uuid::from),
        now - Duration::days(7),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::view).collect()
}

struct Row {
    id: Uuid,
    name: String,
    direction: Option<String>,
    kind: Option<String>,
    settlement: Option<String>,
    category: Option<String>,
    town: Option<String>,
    words: String,
    whence: Option<String>,
    kilometres: Option<i32>,
    news: String,
    paused_at: Option<Timestamp>,
    created_at: Timestamp,
    fresh: i64,
}

impl Row {
    fn view(self) -> Result<SavedSearchView, DatabaseError> {
        let far =
            |kilometres: &i32| u32::try_from(*kilometres).ok().filter(|km| *km < crate::limits::FURTHEST_KILOMETRES);
        let near = self.whence.as_deref().map(|whence| Near {
            whence: known(Some(whence)).map_or_else(|| Whence::read(whence), |place| Whence::Place(place.id())),
            kilometres: self.kilometres.as_ref().and_then(far),
        });
        let filter = ListingFilter {
            direction: word(self.direction)?,
            kind: word(self.kind)?,
            settlement: word(self.settlement)?,
            category: self.category,
            town: self.town,
            words: Some(self.words).filter(|words| !words.is_empty()),
            near,
            ..ListingFilter::default()
        };
        Ok(SavedSearchView {
            id: self.id.into(),
            name: self.name,
            filter,
            news: self.news.parse().map_err(DatabaseError::damaged)?,
            paused_at: self.paused_at,
            created_at: self.created_at,
            fresh: u32::try_from(self.fresh).unwrap_or(u32::MAX),
        })
    }
}

fn word<T: FromStr<Err = kernel::standing::UnknownWord>>(word: Option<String>) -> Result<Option<T>, DatabaseError> {
    word.map(|word| word.parse().map_err(DatabaseError::damaged)).transpose()
}
