use super::{near, terms};
use crate::{Direction, Kind, ListingFilter, ListingRow, Settlement, State, limits, near::Circle, views::search_words};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, ListingId, MemberId, Page, PageRequest, Timestamp};
use membership::CardColumns;
use uuid::Uuid;

/// What a list shows, as the join brings it.
pub(crate) struct ListRecord {
    pub id: Uuid,
    pub direction: String,
    pub kind: String,
    pub settlements: Vec<String>,
    pub title: String,
    pub excerpt: String,
    pub category: String,
    pub town: String,
    pub place: Option<String>,
    pub state: String,
    pub language: String,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
    pub author_id: Uuid,
    pub author_number: i32,
    pub author_name: String,
    pub author_town: String,
    pub author_standing: String,
    pub author_role: String,
    pub author_founder: bool,
    pub author_joined_at: Option<Timestamp>,
}

impl ListRecord {
    pub fn row(self) -> Result<ListingRow, DatabaseError> {
        let settlements: Result<Vec<Settlement>, _> = self.settlements.iter().map(|word| word.parse()).collect();
        let author = CardColumns {
            id: self.author_id,
            number: self.author_number,
            name: self.author_name,
            town: self.author_town,
            standing: self.author_standing,
            role: self.author_role,
            founder: self.author_founder,
            joined_at: self.author_joined_at,
        };
        Ok(ListingRow {
            id: self.id.into(),
            direction: self.direction.parse().map_err(DatabaseError::damaged)?,
            kind: self.kind.parse().map_err(DatabaseError::damaged)?,
            settlements: settlements.map_err(DatabaseError::damaged)?,
            title: self.title,
            excerpt: self.excerpt,
            category: self.category,
            town: self.town,
            place: self.place.and_then(|code| code.parse().ok()),
            nearness: None,
            state: self.state.parse().map_err(DatabaseError::damaged)?,
            language: self.language.parse().map_err(DatabaseError::damaged)?,
            created_at: self.created_at,
            expires_at: self.expires_at,
            author: author.for_peers()?,
        })
    }
}

/// The newest open listings of everybody: what most people ask for most of the time. For a transaction of lasting plans, so
/// it leaves nothing to choose: each row by the index of the newest, its author by their key (`offset 0` keeps PostgreSQL
/// from reading all members instead, which looks cheaper to it while it does not know how many rows are wanted).
pub(crate) async fn newest(tx: &mut CommunityTx, page: &PageRequest) -> Result<Page<ListingRow>, DatabaseError> {
    let community = tx.community().0;
    let beginning = page.beginning();
    let records = sqlx::query_as!(
        ListRecord,
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $5) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, m.id as author_id, m.number as author_number, m.name as author_name,
               m.town as author_town, m.standing as author_standing, m.role as author_role, m.founder as author_founder,
               m.joined_at as author_joined_at
           from listing l
           cross join lateral (
               select * from member where community_id = l.community_id and id = l.author_id offset 0
           ) m
           where l.community_id = $1 and l.state = 'open' and listing_is_shown(l.state, m.standing, l.let_through_at)
             and (l.created_at, l.id) < ($2, $3)
           order by l.created_at desc, l.id desc
           limit $4"#,
        community,
        beginning.at,
        beginning.id,
        page.limit(),
        limits::EXCERPT,
    )
    .fetch_all(tx.conn())
    .await?;
    paged(records, page)
}

pub(crate) async fn matching(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: Option<&Circle>,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    let community = tx.community().0;
    let words = filter.words.as_deref().map(search_words).unwrap_or_default();
    plan_for_this_filter(tx).await?;
    let few = few(tx, filter, circle, &words).await?;
    match &few {
        Some(none) if none.is_empty() => return paged(Vec::new(), page),
        Some(_) => {}
        None => walk_the_newest_first(tx).await?,
    }
    // No cursor: from the end of time, so that the comparison stays one the index answers.
    let records = sqlx::query_as!(
        ListRecord,
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $13) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, m.id as author_id, m.number as author_number, m.name as author_name,
               m.town as author_town, m.standing as author_standing, m.role as author_role, m.founder as author_founder,
               m.joined_at as author_joined_at
           from listing l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           where l.community_id = $1 and l.state = $2 and listing_is_shown(l.state, m.standing, l.let_through_at)
             and (l.created_at, l.id) < (
                 coalesce($10::timestamptz, 'infinity'), coalesce($11::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
             )
             and ($3::text is null or l.direction = $3)
             and ($4::text is null or l.kind = $4)
             and ($5::text is null or $5 = any (l.settlements))
             and ($6::text is null or l.category = $6)
             and ($7::text is null or folded(l.town) = folded($7))
             and ($8::uuid is null or l.author_id = $8)
             and ($14::uuid[] is null or l.id = any ($14))
             and ($15::float8 is null or kilometres($15, $16, l.latitude, l.longitude) <= $17)
             and (cardinality($9::text[]) = 0 or l.words @@ (
                 select to_tsquery('simple', string_agg(folded(word) || ':*', ' & ')) from unnest($9::text[]) as word
             ))
           order by l.created_at desc, l.id desc
           limit $12"#,
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        filter.direction.map(Direction::as_str),
        filter.kind.map(Kind::as_str),
        filter.settlement.map(Settlement::as_str),
        filter.category.as_deref().filter(|category| !category.is_empty()),
        filter.town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        filter.author.map(Uuid::from),
        &words,
        page.after.map(|cursor| cursor.at),
        page.after.map(|cursor| cursor.id),
        page.limit(),
        limits::EXCERPT,
        few.as_deref(),
        circle.map(|circle| circle.middle.point.latitude),
        circle.map_or(0.0, |circle| circle.middle.point.longitude),
        circle.map_or(0.0, |circle| circle.kilometres),
    )
    .fetch_all(tx.conn())
    .await?;
    paged(records, page)
}

/// Those of which something that is asked for is rare, its words before its place.
pub(super) async fn few(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: Option<&Circle>,
    words: &[String],
) -> Result<Option<Vec<Uuid>>, DatabaseError> {
    let found = terms::few(tx, filter, words).await?;
    match (found, circle) {
        (None, Some(circle)) => near::few(tx, filter, circle).await,
        (found, _) => Ok(found),
    }
}

/// A plan made once for all filters reads every open listing and sorts them (100 ms at 30,000, against 1 ms): it can know
/// neither that most filters are absent nor that there are words to look for.
pub(super) async fn plan_for_this_filter(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    sqlx::query!("select set_config('plan_cache_mode', 'force_custom_plan', true)").fetch_one(tx.conn()).await?;
    Ok(())
}

/// What is asked for is common, so that the newest listings hold enough of it. The planner thinks several common things together rare,
/// and would read and sort all of them.
async fn walk_the_newest_first(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    sqlx::query!("select set_config('enable_sort', 'off', true)").fetch_one(tx.conn()).await?;
    Ok(())
}

pub(crate) async fn of_author(
    tx: &mut CommunityTx,
    author: MemberId,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    let community = tx.community().0;
    let records = sqlx::query_as!(
        ListRecord,
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $6) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, m.id as author_id, m.number as author_number, m.name as author_name,
               m.town as author_town, m.standing as author_standing, m.role as author_role, m.founder as author_founder,
               m.joined_at as author_joined_at
           from listing l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           where l.community_id = $1 and l.author_id = $2
             and (l.created_at, l.id) < (
                 coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
             )
           order by l.created_at desc, l.id desc
           limit $5"#,
        community,
        author.0,
        page.after.map(|cursor| cursor.at),
        page.after.map(|cursor| cursor.id),
        page.limit(),
        limits::EXCERPT,
    )
    .fetch_all(tx.conn())
    .await?;
    paged(records, page)
}

pub(crate) async fn by_ids(tx: &mut CommunityTx, ids: &[ListingId]) -> Result<Vec<ListingRow>, DatabaseError> {
    let community = tx.community().0;
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).take(limits::ROWS_AT_ONCE).collect();
    let records = sqlx::query_as!(
        ListRecord,
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $3) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, m.id as author_id, m.number as author_number, m.name as author_name,
               m.town as author_town, m.standing as author_standing, m.role as author_role, m.founder as author_founder,
               m.joined_at as author_joined_at
           from listing l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           where l.community_id = $1 and l.id = any ($2) and listing_is_shown(l.state, m.standing, l.let_through_at)"#,
        community,
        &ids,
        limits::EXCERPT,
    )
    .fetch_all(tx.conn())
    .await?;
    records.into_iter().map(ListRecord::row).collect()
}

fn paged(records: Vec<ListRecord>, page: &PageRequest) -> Result<Page<ListingRow>, DatabaseError> {
    let rows = records.into_iter().map(ListRecord::row).collect::<Result<Vec<_>, _>>()?;
    Ok(Page::cut(rows, page, |row| Cursor { at: row.created_at, id: row.id.0 }))
}
