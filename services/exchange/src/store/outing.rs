//! Who comes to outings.

use crate::outing::{Attendance, Comer, OpenOuting};
use crate::{Outing, State};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, ListingId, MemberId, Page, PageRequest, Timestamp};
use membership::CardColumns;
use uuid::Uuid;

/// An outing under its listing's lock.
pub(crate) struct Held {
    pub listing: ListingId,
    pub author: MemberId,
    pub title: String,
    pub town: String,
    pub state: State,
    pub outing: Outing,
    pub revision: i32,
}

/// Locks the outing until the transaction ends; nothing when it is none with a date, or its author is not inside.
pub(crate) async fn hold(tx: &mut CommunityTx, listing: ListingId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let locked = sqlx::query!(
        "select l.author_id, l.title, l.town, l.state from listing l
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where l.community_id = $1 and l.id = $2 and m.standing in ('member', 'under_review')
         for no key update of l",
        community,
        listing.0
    )
    .fetch_optional(tx.conn())
    .await?;
    let Some(locked) = locked else { return Ok(None) };
    let state = locked.state.parse().map_err(DatabaseError::damaged)?;
    held(tx, listing, (locked.author_id.into(), locked.title, locked.town, state)).await
}

/// The same of one that was closed, wherever its author is.
pub(crate) async fn hold_closed(tx: &mut CommunityTx, listing: ListingId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let locked = sqlx::query!(
        "select author_id, title, town, state from listing
         where community_id = $1 and id = $2 and state in ('closed', 'fulfilled')
         for no key update",
        community,
        listing.0
    )
    .fetch_optional(tx.conn())
    .await?;
    let Some(locked) = locked else { return Ok(None) };
    let state = locked.state.parse().map_err(DatabaseError::damaged)?;
    held(tx, listing, (locked.author_id.into(), locked.title, locked.town, state)).await
}

/// Its dates are read in a statement of their own, after the lock: what was changed while we waited for it is seen.
async fn held(
    tx: &mut CommunityTx,
    listing: ListingId,
    locked: (MemberId, String, String, State),
) -> Result<Option<Held>, DatabaseError> {
    let kept = super::extent::of(tx, listing).await?;
    let Some(outing) = kept.extent.outing else { return Ok(None) };
    let (author, title, town, state) = locked;
    Ok(Some(Held { listing, author, title, town, state, outing, revision: kept.revision }))
}

/// How many come, how many wait for a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub coming: i64,
    pub in_line: i64,
}

pub(crate) async fn counts(tx: &mut CommunityTx, listing: ListingId) -> Result<Counts, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_as!(
        Counts,
        r#"select count(*) filter (where state = 'coming') as "coming!", count(*) filter (where state = 'in_line') as "in_line!"
           from outing_place where community_id = $1 and listing_id = $2"#,
        community,
        listing.0
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Whether this member comes.
pub(crate) async fn of_member(
    tx: &mut CommunityTx,
    listing: ListingId,
    member: MemberId,
) -> Result<Option<Attendance>, DatabaseError> {
    let community = tx.community().0;
    let state = sqlx::query_scalar!(
        "select state from outing_place where community_id = $1 and listing_id = $2 and member_id = $3",
        community,
        listing.0,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    state.map(|word| word.parse().map_err(DatabaseError::damaged)).transpose()
}

/// Enters them, after everybody who came before. Under the listing's lock.
pub(crate) async fn enter(
    tx: &mut CommunityTx,
    listing: ListingId,
    member: MemberId,
    state: Attendance,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into outing_place (community_id, listing_id, member_id, state, came_at)
         select $1, $2, $3, $4, greatest($5, max(came_at) + interval '1 microsecond')
         from outing_place where community_id = $1 and listing_id = $2",
        community,
        listing.0,
        member.0,
        state.as_str(),
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Takes them off the list; whether they were on it.
pub(crate) async fn leave(tx: &mut CommunityTx, listing: ListingId, member: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from outing_place where community_id = $1 and listing_id = $2 and member_id = $3",
        community,
        listing.0,
        member.0
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() > 0)
}

/// Gives the first `free` of those in line a seat; who they are, with the moment at which each had come.
pub(crate) async fn move_up(
    tx: &mut CommunityTx,
    listing: ListingId,
    free: i64,
) -> Result<Vec<(MemberId, Timestamp)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "update outing_place set state = 'coming'
         where community_id = $1 and listing_id = $2 and member_id in (
             select member_id from outing_place where community_id = $1 and listing_id = $2 and state = 'in_line'
             order by came_at limit $3
         )
         returning member_id, came_at",
        community,
        listing.0,
        free
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| (row.member_id.into(), row.came_at)).collect())
}

/// Everybody on the list, or only those who have a seat, in order of coming.
pub(crate) async fn everybody(
    tx: &mut CommunityTx,
    listing: ListingId,
    seated: bool,
) -> Result<Vec<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_scalar!(
        "select member_id from outing_place
         where community_id = $1 and listing_id = $2 and (state = 'coming' or not $3) order by came_at",
        community,
        listing.0,
        seated
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// The outings at which somebody had a place at that moment and that are still open, in the order in which they are locked.
pub(crate) async fn with_place_of(
    tx: &mut CommunityTx,
    member: MemberId,
    moment: Timestamp,
) -> Result<Vec<ListingId>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_scalar!(
        "select p.listing_id from outing_place p
         join listing l on l.community_id = p.community_id and l.id = p.listing_id
         where p.community_id = $1 and p.member_id = $2 and p.came_at <= $3 and l.state = 'open'
         order by p.listing_id",
        community,
        member.0,
        moment
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Whether somebody is out for a time; they stay so until the transaction ends.
pub(crate) async fn is_suspended(tx: &mut CommunityTx, member: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_scalar!(
        "select id from member where community_id = $1 and id = $2 and standing = 'suspended' for share",
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.is_some())
}

/// The outings still to come that somebody had open at that moment.
pub(crate) async fn ahead_of_author(
    tx: &mut CommunityTx,
    author: MemberId,
    moment: Timestamp,
) -> Result<Vec<ListingId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query_scalar!(
        "select l.id from listing l
         join listing_extent e on e.community_id = l.community_id and e.listing_id = l.id
         where l.community_id = $1 and l.author_id = $2 and l.state = 'open' and l.created_at <= $3 and e.starts_at > $4
         order by l.id",
        community,
        author.0,
        moment,
        now
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Who comes and who waits for a seat, in order of coming; those only who are inside or wait to come in.
pub(crate) async fn comers(
    tx: &mut CommunityTx,
    listing: ListingId,
    guests: bool,
    page: &PageRequest,
) -> Result<Page<Comer>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select p.state, p.came_at, m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at
         from outing_place p
         join member m on m.community_id = p.community_id and m.id = p.member_id
         where p.community_id = $1 and p.listing_id = $2
           and (m.standing in ('member', 'under_review') or ($3 and m.standing in ('applicant', 'guest')))
           and (p.came_at, p.member_id) > (
               coalesce($4::timestamptz, '-infinity'), coalesce($5::uuid, '00000000-0000-0000-0000-000000000000')
           )
         order by p.came_at, p.member_id
         limit $6",
        community,
        listing.0,
        guests,
        page.after.map(|cursor| cursor.at),
        page.after.map(|cursor| cursor.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    let comers = rows.into_iter().map(|row| {
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
        let attendance = row.state.parse().map_err(DatabaseError::damaged)?;
        Ok(Comer { card: card.for_peers()?, attendance, came_at: row.came_at })
    });
    let comers = comers.collect::<Result<Vec<_>, DatabaseError>>()?;
    Ok(Page::cut(comers, page, |comer: &Comer| Cursor { at: comer.came_at, id: comer.card.id.0 }))
}

/// An outing as somebody who waits to come in sees it.
struct OpenRow {
    id: Uuid,
    title: String,
    body: String,
    language: String,
    town: String,
    starts_at: Timestamp,
    ends_at: Option<Timestamp>,
    seats: Option<i16>,
    author_name: String,
    coming: i64,
    mine: Option<String>,
}

impl OpenRow {
    fn outing(self) -> Result<OpenOuting, DatabaseError> {
        Ok(OpenOuting {
            listing: self.id.into(),
            title: self.title,
            body: self.body,
            language: self.language.parse().map_err(DatabaseError::damaged)?,
            town: self.town,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            // Nobody is told more of a member before they are in.
            organiser: self.author_name.split_whitespace().next().unwrap_or_default().to_owned(),
            is_full: self.seats.is_some_and(|seats| self.coming >= i64::from(seats)),
            mine: self.mine.map(|word| word.parse().map_err(DatabaseError::damaged)).transpose()?,
        })
    }
}

/// The outings to come that are open to those who wait (where `granted`), and those at which this one has a place, the next first.
pub(crate) async fn open_to(
    tx: &mut CommunityTx,
    guest: MemberId,
    granted: bool,
    page: &PageRequest,
) -> Result<Page<OpenOuting>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query_as!(
        OpenRow,
        r#"select l.id, l.title, l.body, l.language, l.town, e.starts_at as "starts_at!", e.ends_at, e.seats,
               a.name as author_name, p.state as "mine?",
               (select count(*) from outing_place o
                where o.community_id = e.community_id and o.listing_id = e.listing_id and o.state = 'coming') as "coming!"
           from listing_extent e
           join listing l on l.community_id = e.community_id and l.id = e.listing_id
           join member a on a.community_id = l.community_id and a.id = l.author_id
           left join outing_place p on p.community_id = e.community_id and p.listing_id = e.listing_id and p.member_id = $2
           where e.community_id = $1 and l.state = 'open' and a.standing in ('member', 'under_review')
             and (($3 and e.for_guests) or p.member_id is not null)
             and e.starts_at > $4
             and (e.starts_at, e.listing_id) > (
                 coalesce($5::timestamptz, '-infinity'), coalesce($6::uuid, '00000000-0000-0000-0000-000000000000')
             )
           order by e.starts_at, e.listing_id
           limit $7"#,
        community,
        guest.0,
        granted,
        now,
        page.after.map(|cursor| cursor.at),
        page.after.map(|cursor| cursor.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    let outings = rows.into_iter().map(OpenRow::outing).collect::<Result<Vec<_>, DatabaseError>>()?;
    Ok(Page::cut(outings, page, |one: &OpenOuting| Cursor { at: one.starts_at, id: one.listing.0 }))
}
