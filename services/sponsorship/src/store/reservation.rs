//! Reservations, and what stewards think of them.

use crate::reservation::Reservation;
use crate::views::{ArrivingView, ReservationAboutMe};
use crate::words::ReservationOutcome;
use chrono::Duration;
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, ReservationId, Timestamp};

/// Writes it. False while one by the same member about the same person is open.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    reservation: &Reservation,
    words: &str,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into reservation (community_id, id, applicant_id, confided_by, category, words, confided_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        community,
        reservation.id.0,
        reservation.applicant.0,
        reservation.confided_by.map(|id| id.0),
        reservation.category.as_str(),
        words,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The reservation of this id, held until the transaction ends.
pub(crate) async fn lock(tx: &mut CommunityTx, id: ReservationId) -> Result<Option<Reservation>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, applicant_id, confided_by, category, outcome from reservation
         where community_id = $1 and id = $2 for no key update",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Reservation {
            id: row.id.into(),
            applicant: row.applicant_id.into(),
            confided_by: row.confided_by.map(MemberId),
            category: row.category.parse().map_err(DatabaseError::damaged)?,
            outcome: row.outcome.map(|outcome| outcome.parse()).transpose().map_err(DatabaseError::damaged)?,
        })
    })
    .transpose()
}

/// How many about somebody are open.
pub(crate) async fn open_about(tx: &mut CommunityTx, applicant: MemberId) -> Result<u32, DatabaseError> {
    let community = tx.community().0;
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from reservation where community_id = $1 and applicant_id = $2 and outcome is null"#,
        community,
        applicant.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Its applicant's answer. False when there is one.
pub(crate) async fn answer(tx: &mut CommunityTx, id: ReservationId, words: &str) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update reservation set answer = $3, answered_at = $4 where community_id = $1 and id = $2 and answered_at is null",
        community,
        id.0,
        words,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Ends it.
pub(crate) async fn settle(
    tx: &mut CommunityTx,
    id: ReservationId,
    outcome: ReservationOutcome,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update reservation set outcome = $3, settled_at = $4 where community_id = $1 and id = $2 and outcome is null",
        community,
        id.0,
        outcome.as_str(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Whoever they are about waits no more: those that are open have nothing to hold.
pub(crate) async fn drop_open(tx: &mut CommunityTx, applicant: MemberId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update reservation set outcome = 'moot', settled_at = $3
         where community_id = $1 and applicant_id = $2 and outcome is null",
        community,
        applicant.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A steward's voice; a later one replaces it.
pub(crate) async fn voice(
    tx: &mut CommunityTx,
    id: ReservationId,
    steward: MemberId,
    upheld: bool,
    reason: &str,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into reservation_voice (community_id, reservation_id, steward_id, upheld, reason, given_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (community_id, reservation_id, steward_id)
         do update set upheld = excluded.upheld, reason = excluded.reason, given_at = excluded.given_at",
        community,
        id.0,
        steward.0,
        upheld,
        reason,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How many of those who may still decide say so.
pub(crate) async fn voices(tx: &mut CommunityTx, id: ReservationId, upheld: bool) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from reservation_voice v
           join member m on m.community_id = $1 and m.id = v.steward_id
           where v.community_id = $1 and v.reservation_id = $2 and v.upheld = $3
             and m.standing = 'member' and m.role in ('steward', 'owner')"#,
        community,
        id.0,
        upheld,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// An open one, as stewards read of it.
pub(crate) struct OpenRow {
    pub(crate) id: ReservationId,
    pub(crate) applicant: MemberId,
    pub(crate) confided_by: Option<MemberId>,
    pub(crate) category: String,
    pub(crate) words: String,
    pub(crate) confided_at: Timestamp,
    pub(crate) answer: String,
    pub(crate) within_a_year: i64,
}

/// Those that wait for the stewards, the oldest first, at most 100; each with how many its author confided within twelve months.
pub(crate) async fn open(tx: &mut CommunityTx) -> Result<Vec<OpenRow>, DatabaseError> {
    let (community, year_ago) = (tx.community().0, tx.now() - Duration::days(365));
    let rows = sqlx::query!(
        r#"select r.id, r.applicant_id, r.confided_by, r.category, r.words, r.confided_at, r.answer,
               (select count(*) from reservation o
                where o.community_id = $1 and o.confided_by = r.confided_by and o.confided_at > $2) as "within_a_year!"
           from reservation r
           where r.community_id = $1 and r.outcome is null order by r.confided_at, r.id limit 100"#,
        community,
        year_ago,
    )
    .fetch_all(tx.conn())
    .await?;
    let row = rows.into_iter().map(|row| OpenRow {
        id: row.id.into(),
        applicant: row.applicant_id.into(),
        confided_by: row.confided_by.map(MemberId),
        category: row.category,
        words: row.words,
        confided_at: row.confided_at,
        answer: row.answer,
        within_a_year: row.within_a_year,
    });
    Ok(row.collect())
}

/// A steward's voice about an open one.
pub(crate) struct VoiceRow {
    pub(crate) reservation: ReservationId,
    pub(crate) steward: MemberId,
    pub(crate) upheld: bool,
    pub(crate) reason: String,
}

/// Every voice about those that are open.
pub(crate) async fn open_voices(tx: &mut CommunityTx) -> Result<Vec<VoiceRow>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select v.reservation_id, v.steward_id, v.upheld, v.reason from reservation_voice v
         join reservation r on r.community_id = $1 and r.id = v.reservation_id and r.outcome is null
         where v.community_id = $1 order by v.given_at, v.steward_id",
        community,
    )
    .fetch_all(tx.conn())
    .await?;
    let row = rows.into_iter().map(|row| VoiceRow {
        reservation: row.reservation_id.into(),
        steward: row.steward_id.into(),
        upheld: row.upheld,
        reason: row.reason,
    });
    Ok(row.collect())
}

/// Those about somebody that are open, without whose they are and what was written; the oldest first.
pub(crate) async fn about(tx: &mut CommunityTx, applicant: MemberId) -> Result<Vec<ReservationAboutMe>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select id, category, confided_at, answer from reservation
         where community_id = $1 and applicant_id = $2 and outcome is null order by confided_at, id",
        community,
        applicant.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(ReservationAboutMe {
                id: row.id.into(),
                category: row.category.parse().map_err(DatabaseError::damaged)?,
                confided_on: row.confided_at.date_naive(),
                answer: row.answer,
            })
        })
        .collect()
}

/// Who is about to come in: waits, and somebody vouches for them. The latest first, at most 100; one of them, or all.
pub(crate) async fn arriving(
    tx: &mut CommunityTx,
    reader: MemberId,
    one: Option<MemberId>,
) -> Result<Vec<ArrivingView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select m.id, m.name, m.town, w.since as "since!", r.id as "own?"
           from member m
           join (select applicant_id, min(answered_at) as since from sponsorship
                 where community_id = $1 and state = 'given' and active_at is null group by applicant_id) w on w.applicant_id = m.id
           left join reservation r on r.community_id = $1 and r.applicant_id = m.id and r.confided_by = $2 and r.outcome is null
           where m.community_id = $1 and m.standing in ('applicant', 'guest') and m.id <> $2 and ($3::uuid is null or m.id = $3)
           order by w.since desc, m.id limit 100"#,
        community,
        reader.0,
        one.map(|id| id.0),
    )
    .fetch_all(tx.conn())
    .await?;
    let row = rows.into_iter().map(|row| ArrivingView {
        id: row.id.into(),
        name: row.name,
        town: row.town,
        since: row.since,
        own: row.own.map(ReservationId),
    });
    Ok(row.collect())
}
