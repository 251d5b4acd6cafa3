//! Requests in somebody's name.

use crate::mandate::{Held, OnBehalf, Relation};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, Timestamp};
use membership::{CardColumns, MemberCard};
use uuid::Uuid;

struct Row {
    listing_id: Uuid,
    proxy_id: Uuid,
    title: String,
    body: String,
    state: String,
    first_name: String,
    member_id: Option<Uuid>,
    relation: String,
    said_at: Timestamp,
    agreed_at: Option<Timestamp>,
    offered_at: Option<Timestamp>,
    ended_at: Option<Timestamp>,
    taken_as: Option<Uuid>,
}

impl Row {
    fn read(self) -> Result<(Held, String, Option<Relation>), DatabaseError> {
        let held = Held {
            listing: self.listing_id.into(),
            proxy: self.proxy_id.into(),
            title: self.title,
            state: self.state.parse().map_err(DatabaseError::damaged)?,
            first_name: self.first_name,
            member: self.member_id.map(MemberId),
            said_at: self.said_at,
            agreed_at: self.agreed_at,
            offered_at: self.offered_at,
            ended_at: self.ended_at,
            taken_as: self.taken_as.map(ListingId),
        };
        Ok((held, self.body, self.relation.parse().ok()))
    }
}

/// Keeps for whom a listing of this transaction is.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    listing: ListingId,
    proxy: MemberId,
    first_name: &str,
    member: Option<MemberId>,
    relation: Option<Relation>,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into mandate (community_id, listing_id, proxy_id, first_name, member_id, relation, said_at)
         values ($1, $2, $3, $4, $5, $6, $7)",
        community,
        listing.0,
        proxy.0,
        first_name,
        member.map(|id| id.0),
        relation.map_or("", Relation::as_str),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Locks the listing and its mandate until the transaction ends.
pub(crate) async fn hold(tx: &mut CommunityTx, listing: ListingId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query_as!(
        Row,
        "select x.listing_id, x.proxy_id, l.title, l.body, l.state, x.first_name, x.member_id, x.relation, x.said_at, x.agreed_at,
             x.offered_at, x.ended_at, x.taken_as
         from mandate x
         join listing l on l.community_id = x.community_id and l.id = x.listing_id
         where x.community_id = $1 and x.listing_id = $2
         for no key update",
        community,
        listing.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Row::read).transpose()?.map(|(held, ..)| held))
}

/// The same unlocked, with the listing's whole text.
pub(crate) async fn one(
    tx: &mut CommunityTx,
    listing: ListingId,
) -> Result<Option<(Held, String, Option<Relation>)>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query_as!(
        Row,
        "select x.listing_id, x.proxy_id, l.title, l.body, l.state, x.first_name, x.member_id, x.relation, x.said_at, x.agreed_at,
             x.offered_at, x.ended_at, x.taken_as
         from mandate x
         join listing l on l.community_id = x.community_id and l.id = x.listing_id
         where x.community_id = $1 and x.listing_id = $2",
        community,
        listing.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(Row::read).transpose()
}

/// What goes on in somebody's name, the latest first.
pub(crate) async fn of_person(
    tx: &mut CommunityTx,
    member: MemberId,
    most: i64,
) -> Result<Vec<(Held, String, Option<Relation>)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_as!(
        Row,
        "select x.listing_id, x.proxy_id, l.title, l.body, l.state, x.first_name, x.member_id, x.relation, x.said_at, x.agreed_at,
             x.offered_at, x.ended_at, x.taken_as
         from mandate x
         join listing l on l.community_id = x.community_id and l.id = x.listing_id
         where x.community_id = $1 and x.member_id = $2 and x.ended_at is null and l.state in ('agreeing', 'open')
         order by x.said_at desc, x.listing_id
         limit $3",
        community,
        member.0,
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::read).collect()
}

/// In whose name these listings ask. Of a member only once they have agreed: whoever was handed a request over is not named before.
pub(crate) async fn on_behalf(tx: &mut CommunityTx, ids: &[Uuid]) -> Result<Vec<(ListingId, OnBehalf)>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select x.listing_id, case when x.first_name = '' then m.name else x.first_name end as "name!", x.relation,
               case when x.first_name = '' then x.member_id end as member_id, x.taken_as
           from mandate x
           left join member m on m.community_id = x.community_id and m.id = x.member_id
           where x.community_id = $1 and x.listing_id = any ($2)"#,
        community,
        ids,
    )
    .fetch_all(tx.conn())
    .await?;
    let said = rows.into_iter().map(|row| {
        let on_behalf = OnBehalf {
            name: row.name,
            relation: row.relation.parse().ok(),
            member: row.member_id.map(MemberId),
            taken_as: row.taken_as.map(ListingId),
        };
        (row.listing_id.into(), on_behalf)
    });
    Ok(said.collect())
}

/// Whether somebody is inside; they stay so until the transaction ends.
pub(crate) async fn is_inside(tx: &mut CommunityTx, member: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_scalar!(
        "select id from member where community_id = $1 and id = $2 and standing in ('member', 'under_review') for share",
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.is_some())
}

/// Whether the member has not answered the proxy about another listing yet.
pub(crate) async fn waits(
    tx: &mut CommunityTx,
    proxy: MemberId,
    member: MemberId,
    but: ListingId,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from mandate
               where community_id = $1 and proxy_id = $2 and member_id = $3 and listing_id <> $4
                 and agreed_at is null and ended_at is null
           ) as "waits!""#,
        community,
        proxy.0,
        member.0,
        but.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Keeps a listing of this transaction from being read until its person agrees; the end as the database keeps it.
pub(crate) async fn wait(
    tx: &mut CommunityTx,
    listing: ListingId,
    until: Timestamp,
) -> Result<Timestamp, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        "update listing set state = 'agreeing', expires_at = $3 where community_id = $1 and id = $2 and state = 'open'
         returning expires_at",
        community,
        listing.0,
        until,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Shows it as of now; the end as the database keeps it, nothing where it does not wait any more.
pub(crate) async fn open(
    tx: &mut CommunityTx,
    listing: ListingId,
    until: Timestamp,
) -> Result<Option<Timestamp>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_scalar!(
        "update listing set state = 'open', created_at = $4, expires_at = $3
         where community_id = $1 and id = $2 and state = 'agreeing'
         returning expires_at",
        community,
        listing.0,
        until,
        now,
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// The member's yes.
pub(crate) async fn agree(tx: &mut CommunityTx, listing: ListingId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update mandate set agreed_at = $3 where community_id = $1 and listing_id = $2 and ended_at is null",
        community,
        listing.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// It is over; `taken_as` where the person goes on.
pub(crate) async fn end(
    tx: &mut CommunityTx,
    listing: ListingId,
    taken_as: Option<ListingId>,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update mandate set ended_at = $3, taken_as = $4 where community_id = $1 and listing_id = $2 and ended_at is null",
        community,
        listing.0,
        now,
        taken_as.map(|id| id.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Hands it over to a member, who is to answer.
pub(crate) async fn offer(tx: &mut CommunityTx, listing: ListingId, member: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update mandate set member_id = $3, offered_at = $4
         where community_id = $1 and listing_id = $2 and member_id is null and ended_at is null",
        community,
        listing.0,
        member.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// As it was before it was handed over.
pub(crate) async fn take_back_offer(tx: &mut CommunityTx, listing: ListingId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update mandate set member_id = null, offered_at = null
         where community_id = $1 and listing_id = $2 and offered_at is not null and ended_at is null",
        community,
        listing.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The same words as a listing of the person's own, promised as it was; nothing when the id is taken. What was for a group that
/// the person is not in is for the team, until they show it to more people: nobody speaks into a group from outside.
pub(crate) async fn copy(
    tx: &mut CommunityTx,
    from: ListingId,
    to: ListingId,
    author: MemberId,
    until: Timestamp,
) -> Result<Option<Timestamp>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_scalar!(
        "insert into listing
             (community_id, id, author_id, direction, kind, settlements, title, body, category, town, state, language, created_at,
              expires_at, reserved_at, place, latitude, longitude, cell, audience, circle_id)
         select community_id, $3, $4, direction, kind, settlements, title, body, category, town, 'open', language, $5, $6, reserved_at, place,
             latitude, longitude, cell, case when outside.it then 'stewards' else audience end, case when outside.it then null else circle_id end
         from listing
         cross join lateral (
             select circle_id is not null and not exists (
                 select from circle_member c
                 where c.community_id = $1 and c.circle_id = listing.circle_id and c.member_id = $4 and c.joined_at is not null
             ) as it
         ) as outside
         where community_id = $1 and id = $2
         on conflict (community_id, id) do nothing
         returning expires_at",
        community,
        from.0,
        to.0,
        author.0,
        now,
        until,
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// What had been handed over to somebody by a moment, unanswered.
pub(crate) async fn offered_to(
    tx: &mut CommunityTx,
    member: MemberId,
    by: Timestamp,
) -> Result<Vec<ListingId>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_scalar!(
        "select listing_id from mandate
         where community_id = $1 and member_id = $2 and offered_at <= $3 and ended_at is null order by listing_id",
        community,
        member.0,
        by,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(ListingId).collect())
}

/// What went on by a moment in somebody's name, or was asked by them.
pub(crate) async fn going_on(
    tx: &mut CommunityTx,
    member: MemberId,
    by: Timestamp,
) -> Result<Vec<ListingId>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_scalar!(
        "select listing_id from mandate
         where community_id = $1 and (member_id = $2 or proxy_id = $2) and said_at <= $3 and ended_at is null
         order by listing_id",
        community,
        member.0,
        by,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(ListingId).collect())
}

/// Members who came in after it was said, those of that first name before others.
pub(crate) async fn come_since(tx: &mut CommunityTx, held: &Held, most: i64) -> Result<Vec<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        CardColumns,
        "select id, number, name, town, standing, role, founder, joined_at from member
         where community_id = $1 and id <> $2 and standing in ('member', 'under_review') and joined_at > $3
         order by not starts_with(folded(name), folded($4)), joined_at desc, id
         limit $5",
        community,
        held.proxy.0,
        held.said_at,
        held.first_name,
        most,
    )
    .fetch_all(tx.conn())
    .await?
    .into_iter()
    .map(CardColumns::for_peers)
    .collect()
}
