//! Appeals.

use super::number;
use crate::appeal::Stored;
use crate::views::{AppealView, AppealedRow, DecisionView};
use database::{CommunityTx, DatabaseError};
use kernel::{AppealId, MemberId};
use uuid::Uuid;

/// Whether this is the decision by which this member is out now, a review of theirs that goes on, or a measure that holds. An older
/// decision is over: to appeal it would be to appeal the newer one a second time.
pub(crate) async fn may(tx: &mut CommunityTx, member: MemberId, about: Uuid) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from departure d
               join member m on m.community_id = $1 and m.id = d.member_id and m.standing in ('suspended', 'expelled')
               where d.community_id = $1 and d.id = $3 and d.member_id = $2 and d.state = 'done' and not exists (
                   select 1 from departure o
                   where o.community_id = $1 and o.member_id = $2 and o.state = 'done' and o.settled_at > d.settled_at
               )
               union all
               select 1 from review where community_id = $1 and id = $3 and member_id = $2 and ended_at is null
               union all
               select 1 from measure where community_id = $1 and id = $3 and member_id = $2 and lifted_at is null
           ) as "may!""#,
        community,
        member.0,
        about,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Writes it. False when there is one about this already, or the id is taken.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    id: AppealId,
    member: MemberId,
    about: Uuid,
    words: &str,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into appeal (community_id, id, member_id, departure_id, review_id, measure_id, words, made_at)
         select $1, $2, $3, d.id, r.id, m.id, $5, $6
         from (select $4::uuid as id) a
         left join departure d on d.community_id = $1 and d.id = a.id
         left join review r on r.community_id = $1 and r.id = a.id
         left join measure m on m.community_id = $1 and m.id = a.id
         on conflict do nothing",
        community,
        id.0,
        member.0,
        about,
        words,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether the appeal of this id is this member's about this.
pub(crate) async fn is(
    tx: &mut CommunityTx,
    id: AppealId,
    member: MemberId,
    about: Uuid,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from appeal
               where community_id = $1 and id = $2 and member_id = $3 and coalesce(departure_id, review_id, measure_id) = $4
           ) as "is!""#,
        community,
        id.0,
        member.0,
        about,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// The appeal of this id, held, with whoever took part in what it is about.
pub(crate) async fn lock(tx: &mut CommunityTx, id: AppealId) -> Result<Option<Stored>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select a.id, a.member_id, m.number, m.standing, own.cause as "cause?", a.answered_at is not null as "answered!",
               coalesce(own.proposed_by, through.proposed_by) as proposed_by, coalesce(own.settled_by, through.settled_by) as settled_by,
               own.id as "departure?", t.id as "measure?", t.given_by as "given_by?",
               array(
                   select judge from measure e
                   left join departure d on d.community_id = $1 and d.id = e.departure_id
                   cross join lateral unnest(array[e.given_by, d.proposed_by, d.settled_by]) judge
                   where r.kind = 'strikes' and e.community_id = $1 and e.member_id = a.member_id and e.degree = 'strike'
                     and e.lifted_at is null and judge is not null
               ) as "struck_by!"
           from appeal a
           join member m on m.community_id = $1 and m.id = a.member_id
           left join departure own on own.community_id = $1 and own.id = a.departure_id
           left join review r on r.community_id = $1 and r.id = a.review_id
           left join measure t on t.community_id = $1 and t.id = a.measure_id
           left join departure through on through.community_id = $1 and through.id = coalesce(r.departure_id, t.departure_id)
           where a.community_id = $1 and a.id = $2
           for no key update of a"#,
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Stored {
            id: row.id.into(),
            member: row.member_id.into(),
            number: number(row.number)?,
            standing: row.standing.parse().map_err(DatabaseError::damaged)?,
            cause: row.cause.map(|cause| cause.parse()).transpose().map_err(DatabaseError::damaged)?,
            is_answered: row.answered,
            departure: row.departure.map(Into::into),
            measure: row.measure.map(Into::into),
            deciders: [row.proposed_by, row.settled_by, row.given_by]
                .into_iter()
                .flatten()
                .chain(row.struck_by)
                .map(MemberId)
                .collect(),
        })
    })
    .transpose()
}

pub(crate) async fn answer(
    tx: &mut CommunityTx,
    id: AppealId,
    upheld: bool,
    by: Option<MemberId>,
    answer: &str,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update appeal set answered_at = $3, answered_by = $4, upheld = $5, answer = $6 where community_id = $1 and id = $2",
        community,
        id.0,
        now,
        by.map(|id| id.0),
        upheld,
        answer,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Appeals without an answer, the oldest first; at most 100.
pub(crate) async fn open(tx: &mut CommunityTx) -> Result<Vec<AppealedRow>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select a.id, a.member_id, a.words, a.made_at, d.cause as "cause?", t.degree as "degree?",
               coalesce(d.reason, t.reason) as "reason?"
           from appeal a left join departure d on d.community_id = $1 and d.id = a.departure_id
           left join measure t on t.community_id = $1 and t.id = a.measure_id
           where a.community_id = $1 and a.answered_at is null order by a.made_at, a.id limit 100"#,
        community,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(AppealedRow {
                id: row.id.into(),
                member: row.member_id.into(),
                words: row.words,
                made_at: row.made_at,
                cause: row.cause.map(|cause| cause.parse()).transpose().map_err(DatabaseError::damaged)?,
                degree: row.degree.map(|degree| degree.parse()).transpose().map_err(DatabaseError::damaged)?,
                reason: row.reason.unwrap_or_default(),
            })
        })
        .collect()
}

/// The appeal about this, as whoever made it sees it.
pub(crate) async fn about(tx: &mut CommunityTx, about: Uuid) -> Result<Option<AppealView>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, words, made_at, answered_at, upheld, answer from appeal
         where community_id = $1 and (departure_id = $2 or review_id = $2 or measure_id = $2)",
        community,
        about,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| AppealView {
        id: row.id.into(),
        words: row.words,
        made_at: row.made_at,
        answered_at: row.answered_at,
        upheld: row.upheld,
        answer: row.answer,
    }))
}

/// The last decision that put this member out.
pub(crate) async fn decision(tx: &mut CommunityTx, member: MemberId) -> Result<Option<DecisionView>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select id, cause, reason, settled_at as "settled_at!" from departure
           where community_id = $1 and member_id = $2 and state = 'done' order by settled_at desc limit 1"#,
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(DecisionView {
            id: row.id.into(),
            cause: row.cause.parse().map_err(DatabaseError::damaged)?,
            reason: row.reason,
            decided_at: row.settled_at,
        })
    })
    .transpose()
}
