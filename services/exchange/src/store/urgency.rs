//! Which requests are urgent, and who is asked because of that. Like `helpers`, these statements read `conversation`'s table.

use crate::{Direction, State, UrgentLetter, urgency::UrgentFacts};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, Timestamp};
use membership::Recipient;
use uuid::Uuid;

/// A listing under our lock.
pub(crate) struct Held {
    pub author: MemberId,
    pub title: String,
    pub direction: Direction,
    pub state: State,
    pub urgent_until: Option<Timestamp>,
    /// Whether it has been urgent, now or before.
    pub marked: bool,
    /// Whether the team took the mark off it.
    pub taken_off: bool,
    /// Whether it is promised to somebody.
    pub reserved: bool,
}

/// Locks the listing until the transaction ends.
pub(crate) async fn hold(tx: &mut CommunityTx, id: ListingId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select author_id, title, direction, state, urgent_at, urgent_until, urgent_reason, reserved_at from listing
         where community_id = $1 and id = $2
         for no key update",
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Held {
            author: row.author_id.into(),
            title: row.title,
            direction: row.direction.parse().map_err(DatabaseError::damaged)?,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            urgent_until: row.urgent_until,
            marked: row.urgent_at.is_some(),
            taken_off: !row.urgent_reason.is_empty(),
            reserved: row.reserved_at.is_some(),
        })
    })
    .transpose()
}

/// How many of the member's were marked since, whatever became of them.
pub(crate) async fn marked_since(
    tx: &mut CommunityTx,
    author: MemberId,
    since: Timestamp,
) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from listing where community_id = $1 and author_id = $2 and urgent_at > $3"#,
        community,
        author.0,
        since
    )
    .fetch_one(tx.conn())
    .await?)
}

pub(crate) async fn mark(tx: &mut CommunityTx, id: ListingId, until: Timestamp) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing set urgent_at = $3, urgent_until = $4 where community_id = $1 and id = $2 and direction = 'request'",
        community,
        id.0,
        now,
        until
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// It is urgent no more from now on; that it was marked stays.
pub(crate) async fn end(tx: &mut CommunityTx, id: ListingId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing set urgent_until = $3 where community_id = $1 and id = $2 and urgent_until > $3",
        community,
        id.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The same by the team, with what its author reads.
pub(crate) async fn take_off(tx: &mut CommunityTx, id: ListingId, reason: &str) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing set urgent_until = $3, urgent_reason = $4 where community_id = $1 and id = $2 and urgent_until > $3",
        community,
        id.0,
        now,
        reason
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Those of the members, in their order, who may be asked because of this request: it is urgent and promised to nobody, they want such
/// letters, have not been asked since, were not to be asked because of this one before, and have neither put it aside nor written about it.
pub(crate) async fn to_ask(
    tx: &mut CommunityTx,
    request: ListingId,
    members: &[MemberId],
    since: Timestamp,
) -> Result<Vec<MemberId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let members: Vec<Uuid> = members.iter().map(|member| member.0).collect();
    let found = sqlx::query_scalar!(
        "select m.id from listing l
         join member m on m.community_id = l.community_id and m.id = any ($3)
         where l.community_id = $1 and l.id = $2 and l.state = 'open' and l.urgent_until > $4 and l.reserved_at is null
           and m.standing in ('member', 'under_review') and m.urgent_letters
           and not exists (
               select 1 from listing_match x where x.community_id = $1 and x.member_id = m.id and x.asked_at > $5
           )
           and not exists (
               select 1 from listing_match x
               where x.community_id = $1 and x.member_id = m.id and x.theirs_id = l.id
                 and (x.asked_at is not null or x.unasked_at is not null or x.dismissed_at is not null)
           )
           and not exists (
               select 1 from conversation c where c.community_id = $1 and c.listing_id = l.id and c.starter_id = m.id
           )
         order by array_position($3, m.id)",
        community,
        request.0,
        &members,
        now,
        since,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(MemberId).collect())
}

/// How many have been asked because of the request, whatever became of it: those whose letter came to nothing are not counted.
pub(crate) async fn asked(tx: &mut CommunityTx, request: ListingId) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from listing_match where community_id = $1 and theirs_id = $2 and asked_at is not null"#,
        community,
        request.0
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Whether it is urgent at this moment, and promised to nobody.
pub(crate) async fn is_urgent(tx: &mut CommunityTx, request: ListingId) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from listing
               where community_id = $1 and id = $2 and state = 'open' and urgent_until > $3 and reserved_at is null
           ) as "is!""#,
        community,
        request.0,
        now
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Writes down that the member is asked; false where they are not interested, or were to be asked before.
pub(crate) async fn ask(
    tx: &mut CommunityTx,
    member: MemberId,
    offer: ListingId,
    request: ListingId,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update listing_match set asked_at = $5
         where community_id = $1 and member_id = $2 and mine_id = $3 and theirs_id = $4 and dismissed_at is null and unasked_at is null",
        community,
        member.0,
        offer.0,
        request.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// No letter left: they may be asked because of another, and read of this one in their digest.
pub(crate) async fn not_asked(tx: &mut CommunityTx, job: &UrgentLetter) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing_match set asked_at = null, unasked_at = coalesce(unasked_at, $5)
         where community_id = $1 and member_id = $2 and mine_id = $3 and theirs_id = $4",
        community,
        job.member.0,
        job.offer.0,
        job.request.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What the letter is written from, if the request is urgent still, neither it nor the offer is promised to somebody, and the member may
/// read it and has not answered. The transaction reads
/// for them.
pub(crate) async fn facts(
    tx: &mut CommunityTx,
    job: &UrgentLetter,
    to: Recipient,
) -> Result<Option<UrgentFacts>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        r#"select l.title, l.town, l.urgent_until as "until!", a.name as author_name, mine.title as goes_with
           from listing_match x
           join listing l on l.community_id = x.community_id and l.id = x.theirs_id
           join member a on a.community_id = l.community_id and a.id = l.author_id
           join listing mine on mine.community_id = x.community_id and mine.id = x.mine_id
           where x.community_id = $1 and x.member_id = $2 and x.mine_id = $3 and x.theirs_id = $4
             and x.asked_at is not null and x.dismissed_at is null and mine.state = 'open'
             and mine.reserved_at is null and l.reserved_at is null
             and l.state = 'open' and l.urgent_until > $5 and listing_is_shown(l.state, a.standing, l.let_through_at)
             and not exists (
                 select 1 from conversation c where c.community_id = $1 and c.listing_id = l.id and c.starter_id = $2
             )"#,
        community,
        job.member.0,
        job.offer.0,
        job.request.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| UrgentFacts {
        to,
        title: row.title,
        town: row.town,
        author_name: row.author_name,
        until: row.until,
        goes_with: row.goes_with,
    }))
}
