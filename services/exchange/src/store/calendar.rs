//! Outings as calendars show them, and the addresses below which they are read.

use crate::calendar::CalendarEntry;
use crate::{Outing, limits};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, Timestamp, TokenHash};
use uuid::Uuid;

struct Columns {
    id: Uuid,
    title: String,
    body: String,
    town: String,
    state: String,
    starts_at: Timestamp,
    ends_at: Option<Timestamp>,
    mine: Option<String>,
    revision: i32,
    changed_at: Timestamp,
}

impl Columns {
    fn entry(self) -> Result<CalendarEntry, DatabaseError> {
        let outing = Outing { starts_at: self.starts_at, ends_at: self.ends_at, seats: None, for_guests: false };
        Ok(CalendarEntry {
            listing: self.id.into(),
            title: self.title,
            body: self.body,
            town: self.town,
            starts_at: self.starts_at,
            ends_at: outing.over_at(),
            // What is over is closed as well, by its author or by itself: `called_off` is what was closed before it began.
            called_off: matches!(self.state.as_str(), "closed" | "fulfilled") && self.changed_at < self.starts_at,
            mine: self.mine.map(|word| word.parse().map_err(DatabaseError::damaged)).transpose()?,
            revision: self.revision,
            changed_at: self.changed_at,
        })
    }
}

/// The outings to which somebody comes, for which they wait in line, or their own, that begin after that moment; the next first.
pub(crate) async fn of_member(
    tx: &mut CommunityTx,
    member: MemberId,
    since: Timestamp,
) -> Result<Vec<CalendarEntry>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_as!(
        Columns,
        r#"select l.id, l.title, l.body, l.town, l.state, e.starts_at as "starts_at!", e.ends_at, p.state as "mine?", e.revision,
               coalesce(case when l.state in ('closed', 'fulfilled') then l.closed_at end, l.edited_at, l.created_at) as "changed_at!"
           from listing_extent e
           join listing l on l.community_id = e.community_id and l.id = e.listing_id
           join member a on a.community_id = l.community_id and a.id = l.author_id
           left join outing_place p on p.community_id = e.community_id and p.listing_id = e.listing_id and p.member_id = $2
           where e.community_id = $1
             and e.listing_id in (
                 select listing_id from outing_place where community_id = $1 and member_id = $2
                 union all
                 select id from listing where community_id = $1 and author_id = $2
             )
             and e.starts_at > $3 and listing_is_shown(l.state, a.standing, l.let_through_at)
           order by e.starts_at, e.listing_id
           limit $4"#,
        community,
        member.0,
        since,
        limits::CALENDAR,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Columns::entry).collect()
}

/// One outing, as this member sees it.
pub(crate) async fn one(
    tx: &mut CommunityTx,
    listing: ListingId,
    member: MemberId,
) -> Result<Option<CalendarEntry>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query_as!(
        Columns,
        r#"select l.id, l.title, l.body, l.town, l.state, e.starts_at as "starts_at!", e.ends_at, p.state as "mine?", e.revision,
               coalesce(case when l.state in ('closed', 'fulfilled') then l.closed_at end, l.edited_at, l.created_at) as "changed_at!"
           from listing_extent e
           join listing l on l.community_id = e.community_id and l.id = e.listing_id
           join member a on a.community_id = l.community_id and a.id = l.author_id
           left join outing_place p on p.community_id = e.community_id and p.listing_id = e.listing_id and p.member_id = $3
           where e.community_id = $1 and e.listing_id = $2 and e.starts_at is not null
             and listing_is_shown(l.state, a.standing, l.let_through_at)"#,
        community,
        listing.0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(Columns::entry).transpose()
}

/// With which number the member's address is sealed, and since when; nothing of one that was deleted, or from before they signed out everywhere.
pub(crate) async fn feed(tx: &mut CommunityTx, member: MemberId) -> Result<Option<(i32, Timestamp)>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select f.number, f.made_at as "made_at!" from calendar_feed f
           join member m on m.community_id = f.community_id and m.id = f.member_id
           join account a on a.id = m.account_id and a.session_generation = f.generation
           where f.community_id = $1 and f.member_id = $2 and f.made_at is not null"#,
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.number, row.made_at)))
}

/// The number after that of the last address, whether that holds or not. Two at once are given the same, and make the same address.
pub(crate) async fn next_number(tx: &mut CommunityTx, member: MemberId) -> Result<i32, DatabaseError> {
    let community = tx.community().0;
    let last = sqlx::query_scalar!(
        "select number from calendar_feed where community_id = $1 and member_id = $2",
        community,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(last.map_or(1, |number| number.saturating_add(1)))
}

/// Lets the member have no address any more; its number stays.
pub(crate) async fn delete(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update calendar_feed set token_hash = null, made_at = null where community_id = $1 and member_id = $2",
        community,
        member.0
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Lets this address hold, in the place of the one before; since when, as the database keeps it.
pub(crate) async fn keep(
    tx: &mut CommunityTx,
    member: MemberId,
    number: i32,
    hash: TokenHash,
) -> Result<Timestamp, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_scalar!(
        r#"insert into calendar_feed (community_id, member_id, number, token_hash, made_at, generation)
           select m.community_id, m.id, $3, $4, $5, a.session_generation
           from member m join account a on a.id = m.account_id
           where m.community_id = $1 and m.id = $2
           on conflict (community_id, member_id) do update set
               number = excluded.number, token_hash = excluded.token_hash, made_at = excluded.made_at, generation = excluded.generation
           returning made_at as "made_at!""#,
        community,
        member.0,
        number,
        hash.as_bytes(),
        now
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Whose address it is, while they are inside and have not signed out everywhere since.
pub(crate) async fn member_of(tx: &mut CommunityTx, hash: TokenHash) -> Result<Option<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let member = sqlx::query_scalar!(
        "select m.id from calendar_feed f
         join member m on m.community_id = f.community_id and m.id = f.member_id
         join account a on a.id = m.account_id and a.session_generation = f.generation
         where f.community_id = $1 and f.token_hash = $2 and m.standing in ('member', 'under_review')",
        community,
        hash.as_bytes()
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(member.map(Into::into))
}
