//! Reviews.

use crate::review::Review;
use crate::views::{ReviewView, UnderReview};
use crate::words::ReviewOutcome;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, PageRequest, ReviewId};
use membership::CardColumns;

pub(crate) async fn insert(tx: &mut CommunityTx, review: &Review, paths: u32, need: u32) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into review (community_id, id, member_id, departure_id, paths, need, began_at, until_at, kind)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        community,
        review.id.0,
        review.member.0,
        review.departure.map(|id| id.0),
        i32::try_from(paths).unwrap_or(i32::MAX),
        i32::try_from(need).unwrap_or(i32::MAX),
        now,
        review.until_at,
        if review.strikes { "strikes" } else { "paths" },
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

macro_rules! reviews {
    ($rows:expr) => {
        $rows.map(|row| Review {
            id: row.id.into(),
            member: row.member_id.into(),
            departure: row.departure_id.map(Into::into),
            until_at: row.until_at,
            strikes: row.kind == "strikes",
            of_paths: row.need > 0,
        })
    };
}

/// From now on it goes on because of two strikes, or no longer because of them.
pub(crate) async fn set_strikes(tx: &mut CommunityTx, id: ReviewId, strikes: bool) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update review set kind = $3 where community_id = $1 and id = $2",
        community,
        id.0,
        if strikes { "strikes" } else { "paths" },
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The open review of a member.
pub(crate) async fn open_of(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Review>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, member_id, departure_id, until_at, kind, need from review
         where community_id = $1 and member_id = $2 and ended_at is null",
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(reviews!(row))
}

/// The review of this id, as long as it is open and its member, not suspended meanwhile, waits for its end.
pub(crate) async fn open_by_id(tx: &mut CommunityTx, id: ReviewId) -> Result<Option<Review>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select r.id, r.member_id, r.departure_id, r.until_at, r.kind, r.need from review r
         join member m on m.community_id = $1 and m.id = r.member_id and m.standing = 'under_review'
         where r.community_id = $1 and r.id = $2 and r.ended_at is null",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(reviews!(row))
}

/// Every open review of somebody who waits for its end, in the order of their ids.
pub(crate) async fn all_open(tx: &mut CommunityTx) -> Result<Vec<Review>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select r.id, r.member_id, r.departure_id, r.until_at, r.kind, r.need from review r
         join member m on m.community_id = $1 and m.id = r.member_id and m.standing = 'under_review'
         where r.community_id = $1 and r.ended_at is null order by r.member_id",
        community,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(reviews!(rows.into_iter()).collect())
}

pub(crate) async fn any_open(tx: &mut CommunityTx) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from review where community_id = $1 and ended_at is null) as "is!""#,
        community,
    )
    .fetch_one(tx.conn())
    .await?)
}

pub(crate) async fn exists(tx: &mut CommunityTx, id: ReviewId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (select 1 from review where community_id = $1 and id = $2) as "is!""#,
        community,
        id.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Ends the open review of a member, if there is one.
pub(crate) async fn end_of(
    tx: &mut CommunityTx,
    member: MemberId,
    outcome: ReviewOutcome,
    by: Option<MemberId>,
    reason: &str,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update review set ended_at = $3, outcome = $4, decided_by = $5, reason = $6
         where community_id = $1 and member_id = $2 and ended_at is null",
        community,
        member.0,
        now,
        outcome.as_str(),
        by.map(|id| id.0),
        reason,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Who is under review, the most urgent first.
pub(crate) async fn page(tx: &mut CommunityTx, page: &PageRequest) -> Result<Vec<ReviewView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select r.id as review, r.kind, r.paths, r.need, r.began_at, r.until_at,
             m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at
         from review r join member m on m.community_id = $1 and m.id = r.member_id and m.standing = 'under_review'
         where r.community_id = $1 and r.ended_at is null
           and ($2::timestamptz is null or (r.until_at, r.id) > ($2, $3))
         order by r.until_at, r.id limit $4",
        community,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit(),
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
            Ok(ReviewView {
                member: card.card()?,
                review: UnderReview {
                    id: row.review.into(),
                    strikes: row.kind == "strikes",
                    paths: u32::try_from(row.paths).map_err(DatabaseError::damaged)?,
                    need: u32::try_from(row.need).map_err(DatabaseError::damaged)?,
                    began_at: row.began_at,
                    until_at: row.until_at,
                },
            })
        })
        .collect()
}

/// The open review of a member, as they see it.
pub(crate) async fn own(tx: &mut CommunityTx, member: MemberId) -> Result<Option<UnderReview>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, kind, paths, need, began_at, until_at from review
         where community_id = $1 and member_id = $2 and ended_at is null",
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(UnderReview {
            id: row.id.into(),
            strikes: row.kind == "strikes",
            paths: u32::try_from(row.paths).map_err(DatabaseError::damaged)?,
            need: u32::try_from(row.need).map_err(DatabaseError::damaged)?,
            began_at: row.began_at,
            until_at: row.until_at,
        })
    })
    .transpose()
}
