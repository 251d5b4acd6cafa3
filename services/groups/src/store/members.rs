//! Who is in a group, and who waits to be let in.

use super::{Held, offer, put_out};
use crate::Part;
use database::{CommunityTx, DatabaseError};
use kernel::{GroupId, MemberId, Timestamp};

/// One group of a member's at a time, so that they are counted right.
pub(crate) async fn lock(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let key = format!("groups-of:{}:{member}", tx.community());
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", key).execute(tx.conn()).await?;
    Ok(())
}

/// Whether somebody is in it; nothing where they have not even asked.
pub(crate) async fn joined(
    tx: &mut CommunityTx,
    group: GroupId,
    member: MemberId,
) -> Result<Option<bool>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select joined_at is not null as "is!" from circle_member
           where community_id = $1 and circle_id = $2 and member_id = $3"#,
        community,
        group.0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// What somebody is to it.
pub(crate) async fn part(tx: &mut CommunityTx, held: &Held, member: MemberId) -> Result<Part, DatabaseError> {
    if held.keeper == member {
        return Ok(Part::Keeps);
    }
    Ok(match joined(tx, held.id, member).await? {
        Some(true) => Part::In,
        Some(false) => Part::Waits,
        None => Part::Outside,
    })
}

/// Whether somebody is in it, and inside the community: until the transaction ends, since whoever leaves the community waits for it.
pub(crate) async fn is_present(tx: &mut CommunityTx, group: GroupId, member: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_scalar!(
        "select m.id from circle_member c join member m on m.community_id = c.community_id and m.id = c.member_id
         where c.community_id = $1 and c.circle_id = $2 and c.member_id = $3 and c.joined_at is not null
             and m.standing in ('member', 'under_review')
         for share of m",
        community,
        group.0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.is_some())
}

/// How many groups somebody is in, or waits to be let into.
pub(crate) async fn groups_of(tx: &mut CommunityTx, member: MemberId) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from circle_member where community_id = $1 and member_id = $2"#,
        community,
        member.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// How many are in it, or wait.
pub(crate) async fn count(tx: &mut CommunityTx, group: GroupId) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from circle_member where community_id = $1 and circle_id = $2"#,
        community,
        group.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// They are in it from now on; whoever was before stays since then. That they were put out once is forgotten.
pub(crate) async fn let_in(tx: &mut CommunityTx, group: GroupId, member: MemberId) -> Result<(), DatabaseError> {
    put_out::forget(tx, group, member).await?;
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into circle_member (community_id, circle_id, member_id, asked_at, joined_at) values ($1, $2, $3, $4, $4)
         on conflict (community_id, circle_id, member_id) do update set joined_at = coalesce(circle_member.joined_at, $4)",
        community,
        group.0,
        member.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whoever waits comes in, but for those who were put out once: of them its keeper decides. Who came in.
pub(crate) async fn let_all_in(tx: &mut CommunityTx, group: GroupId) -> Result<Vec<MemberId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let members = sqlx::query_scalar!(
        "update circle_member c set joined_at = $3
         where c.community_id = $1 and c.circle_id = $2 and c.joined_at is null
             and not exists (
                 select from circle_put_out p where p.community_id = $1 and p.circle_id = $2 and p.member_id = c.member_id
             )
         returning c.member_id",
        community,
        group.0,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(members.into_iter().map(MemberId).collect())
}

/// Everybody who is in it, in no particular order.
pub(crate) async fn all_in(tx: &mut CommunityTx, group: GroupId) -> Result<Vec<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let members = sqlx::query_scalar!(
        "select member_id from circle_member where community_id = $1 and circle_id = $2 and joined_at is not null",
        community,
        group.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(members.into_iter().map(MemberId).collect())
}

/// They wait to be let in.
pub(crate) async fn ask(tx: &mut CommunityTx, group: GroupId, member: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into circle_member (community_id, circle_id, member_id, asked_at) values ($1, $2, $3, $4)
         on conflict (community_id, circle_id, member_id) do nothing",
        community,
        group.0,
        member.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// They are in it no longer, nor wait; nor is it offered to them.
pub(crate) async fn end(tx: &mut CommunityTx, group: GroupId, member: MemberId) -> Result<(), DatabaseError> {
    offer::end_to(tx, group, member).await?;
    let community = tx.community().0;
    sqlx::query!(
        "delete from circle_member where community_id = $1 and circle_id = $2 and member_id = $3",
        community,
        group.0,
        member.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Somebody is in no group any more that they had joined, or asked to join, by that moment; how many. Nor is one offered to them.
pub(crate) async fn end_of(tx: &mut CommunityTx, member: MemberId, moment: Timestamp) -> Result<u64, DatabaseError> {
    offer::end_all_to(tx, member, moment).await?;
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from circle_member where community_id = $1 and member_id = $2 and asked_at <= $3",
        community,
        member.0,
        moment,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}

/// Nobody is in it any more; who was, or waited. Who was put out of it, and to whom it was offered, is forgotten.
pub(crate) async fn end_all(tx: &mut CommunityTx, group: GroupId) -> Result<Vec<MemberId>, DatabaseError> {
    offer::end(tx, group).await?;
    put_out::forget_all(tx, group).await?;
    let community = tx.community().0;
    let members = sqlx::query_scalar!(
        "delete from circle_member where community_id = $1 and circle_id = $2 returning member_id",
        community,
        group.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(members.into_iter().map(MemberId).collect())
}

/// Who has been in it longest, of those inside the community.
pub(crate) async fn longest(tx: &mut CommunityTx, group: GroupId) -> Result<Option<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let member = sqlx::query_scalar!(
        "select c.member_id from circle_member c
         join member m on m.community_id = c.community_id and m.id = c.member_id
         where c.community_id = $1 and c.circle_id = $2 and c.joined_at is not null and m.standing in ('member', 'under_review')
         order by c.joined_at, c.member_id limit 1",
        community,
        group.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(member.map(MemberId))
}
