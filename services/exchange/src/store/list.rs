use super::{
    around::{self, Within},
    group, near, plan,
    terms::{self, Asked, Rarest},
};
use crate::{
    Direction, Kind, ListingFilter, ListingGroup, ListingRow, Settlement, State, limits, near::Circle,
    words::search_words,
};
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
    pub audience: String,
    pub urgent_until: Option<Timestamp>,
    pub reserved_at: Option<Timestamp>,
    pub circle_id: Option<Uuid>,
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
            on_behalf: None,
            cover: None,
            state: self.state.parse().map_err(DatabaseError::damaged)?,
            language: self.language.parse().map_err(DatabaseError::damaged)?,
            created_at: self.created_at,
            expires_at: self.expires_at,
            audience: self.audience.parse().map_err(DatabaseError::damaged)?,
            urgent_until: self.urgent_until,
            reserved_at: self.reserved_at,
            group: self.circle_id.map(|id| ListingGroup { id: id.into(), name: String::new() }),
            author: author.for_peers()?,
            extent: crate::Extent::default(),
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
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, m.id as author_id, m.number as author_number, m.name as author_name,
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
    paged(tx, records, page).await
}

/// The newest first of what a filter leaves. How it is gone about depends on what is rarest of all that is asked for ([`Way`]).
pub(crate) async fn matching(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: Option<&Circle>,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    let words = filter.words.as_deref().map(search_words).unwrap_or_default();
    plan::for_this_filter(tx).await?;
    let narrowed = (filter, words.as_slice(), circle);
    match Way::of(tx, filter, circle, &words).await? {
        Way::Among(few) => walked(tx, narrowed, Some(&few), page).await,
        Way::Around(within) => {
            let records = around::records(tx, narrowed, &within, page).await?;
            paged(tx, records, page).await
        }
        Way::Through(terms) => through(tx, narrowed, &terms, page).await,
        Way::OfGroup => walked(tx, narrowed, None, page).await,
        Way::Newest => {
            plan::walk_the_newest_first(tx).await?;
            walked(tx, narrowed, None, page).await
        }
    }
}

/// How a list is made: the rarer something is that is asked for, the fewer listings have to be looked at.
enum Way {
    /// These alone, which are within a circle; of listings that are over.
    Among(Vec<Uuid>),
    /// The newest that are within a circle and have what is rarest there.
    Around(Within),
    /// The newest that have what is rarest, which is not common.
    Through(Rarest),
    /// The newest of one group, by the index of groups.
    OfGroup,
    /// The newest of all, because everything is common, or nothing is asked for.
    Newest,
}

impl Way {
    async fn of(
        tx: &mut CommunityTx,
        filter: &ListingFilter,
        circle: Option<&Circle>,
        words: &[String],
    ) -> Result<Self, DatabaseError> {
        if filter.group.is_some() {
            return Ok(Self::OfGroup);
        }
        if let Some(circle) = circle {
            let found = match filter.state.unwrap_or(State::Open) {
                State::Open => around::within(tx, filter, circle, words).await?.map(Self::Around),
                _ => few(tx, filter, Some(circle), words).await?.map(Self::Among),
            };
            return Ok(found.unwrap_or(Self::Newest));
        }
        let all = Asked::of(filter, words);
        if let Some(terms) = terms::rarest(tx, &all, limits::FEW_LISTINGS).await?
            && terms.count <= limits::FEW_LISTINGS
        {
            return Ok(Self::Through(terms));
        }
        let most = limits::WALKED_LISTINGS;
        let terms = terms::rarest(tx, &all.rarer(), most).await?;
        Ok(terms.filter(|terms| terms.count <= most).map_or(Self::Newest, Self::Through))
    }
}

/// What a list is narrowed to, with its words as they are looked for and the circle that is meant.
pub(super) type Narrowed<'a> = (&'a ListingFilter, &'a [String], Option<&'a Circle>);

/// All of them from the newest on, or a few.
async fn walked(
    tx: &mut CommunityTx,
    (filter, words, circle): Narrowed<'_>,
    few: Option<&[Uuid]>,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    let community = tx.community().0;
    // No cursor: from the end of time, so that the comparison stays one the index answers.
    let records = sqlx::query_as!(
        ListRecord,
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $13) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, m.id as author_id, m.number as author_number, m.name as author_name,
               m.town as author_town, m.standing as author_standing, m.role as author_role, m.founder as author_founder,
               m.joined_at as author_joined_at
           from listing l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           where l.community_id = $1 and l.state = $2 and listing_is_shown(l.state, m.standing, l.let_through_at)
             and (l.created_at, l.id) < (
                 coalesce($10::timestamptz, 'infinity'), coalesce($11::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
             )
             and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $3, $4, $5, $6, $7, search_query($9::text[]))
             and ($8::uuid is null or l.author_id = $8)
             and ($14::uuid[] is null or l.id = any ($14))
             and ($15::float8 is null or kilometres($15, $16, l.latitude, l.longitude) <= $17)
             and l.author_id <> all ($18::uuid[])
             and ($19::uuid is null or l.circle_id = $19)
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
        words,
        page.after.map(|cursor| cursor.at),
        page.after.map(|cursor| cursor.id),
        page.limit(),
        limits::EXCERPT,
        few,
        circle.map(|circle| circle.middle.point.latitude),
        circle.map_or(0.0, |circle| circle.middle.point.longitude),
        circle.map_or(0.0, |circle| circle.kilometres),
        &filter.in_front(),
        filter.group.map(Uuid::from),
    )
    .fetch_all(tx.conn())
    .await?;
    paged(tx, records, page).await
}

/// The listings of which something that is asked for is rare: those of a group, else its words before its place; nothing when all of it is
/// common.
pub(super) async fn few(
    tx: &mut CommunityTx,
    filter: &ListingFilter,
    circle: Option<&Circle>,
    words: &[String],
) -> Result<Option<Vec<Uuid>>, DatabaseError> {
    if let Some(group) = filter.group {
        return group::listings(tx, group, filter).await.map(Some);
    }
    match (terms::few(tx, filter, words).await?, circle) {
        (None, Some(circle)) => near::few(tx, filter, circle).await,
        (found, _) => Ok(found),
    }
}

/// Those that have what is rarest, from the newest on, each looked at only until the page is full.
async fn through(
    tx: &mut CommunityTx,
    (filter, words, _): Narrowed<'_>,
    terms: &Rarest,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    let (community, beginning) = (tx.community().0, page.beginning());
    let records = sqlx::query_as!(
        ListRecord,
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $13) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, m.id as author_id, m.number as author_number, m.name as author_name,
               m.town as author_town, m.standing as author_standing, m.role as author_role, m.founder as author_founder,
               m.joined_at as author_joined_at
           from (
               select distinct t.created_at, t.listing_id as id
               from unnest($14::text[], $15::text[]) as range (low, high)
               cross join lateral (
                   select created_at, listing_id from listing_term
                   where community_id = $1 and term >= range.low and term < range.high offset 0
               ) as t
               where (t.created_at, t.listing_id) < ($10, $11)
               order by t.created_at desc, t.listing_id desc
               offset 0
           ) as d
           cross join lateral (select * from listing where community_id = $1 and id = d.id and state = $2 offset 0) as l
           cross join lateral (select * from member where community_id = $1 and id = l.author_id offset 0) as m
           where listing_is_shown(l.state, m.standing, l.let_through_at)
             and listing_fits(l.direction, l.kind, l.settlements, l.category, l.town, l.words, $3, $4, $5, $6, $7, search_query($9::text[]))
             and ($8::uuid is null or l.author_id = $8)
             and l.author_id <> all ($16::uuid[])
           order by d.created_at desc, d.id desc
           limit $12"#,
        community,
        filter.state.unwrap_or(State::Open).as_str(),
        filter.direction.map(Direction::as_str),
        filter.kind.map(Kind::as_str),
        filter.settlement.map(Settlement::as_str),
        filter.category.as_deref().filter(|category| !category.is_empty()),
        filter.town.as_deref().map(str::trim).filter(|town| !town.is_empty()),
        filter.author.map(Uuid::from),
        words,
        beginning.at,
        beginning.id,
        page.limit(),
        limits::EXCERPT,
        &terms.low,
        &terms.high,
        &filter.in_front(),
    )
    .fetch_all(tx.conn())
    .await?;
    paged(tx, records, page).await
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
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, m.id as author_id, m.number as author_number, m.name as author_name,
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
    paged(tx, records, page).await
}

pub(crate) async fn by_ids(tx: &mut CommunityTx, ids: &[ListingId]) -> Result<Vec<ListingRow>, DatabaseError> {
    let community = tx.community().0;
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).take(limits::ROWS_AT_ONCE).collect();
    let records = sqlx::query_as!(
        ListRecord,
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $3) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, m.id as author_id, m.number as author_number, m.name as author_name,
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
    group::named(tx, records).await
}

async fn paged(
    tx: &mut CommunityTx,
    records: Vec<ListRecord>,
    page: &PageRequest,
) -> Result<Page<ListingRow>, DatabaseError> {
    let rows = group::named(tx, records).await?;
    Ok(Page::cut(rows, page, |row| Cursor { at: row.created_at, id: row.id.0 }))
}
