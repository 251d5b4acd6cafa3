//! Measures.

use crate::liability::Measure;
use crate::views::MeasureView;
use database::{CommunityTx, DatabaseError};
use kernel::{DepartureId, MeasureId, MemberId, Timestamp};

/// Writes it. False when the id is taken.
pub(crate) async fn insert(tx: &mut CommunityTx, measure: &Measure) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into measure (community_id, id, member_id, degree, departure_id, reason, given_by, given_at, until_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (community_id, id) do nothing",
        community,
        measure.id.0,
        measure.member.0,
        measure.degree.as_str(),
        measure.departure.map(|id| id.0),
        measure.reason,
        measure.given_by.map(|id| id.0),
        now,
        measure.until_at,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

macro_rules! measure {
    ($row:ident) => {
        Ok(Measure {
            id: $row.id.into(),
            member: $row.member_id.into(),
            degree: $row.degree.parse().map_err(DatabaseError::damaged)?,
            departure: $row.departure_id.map(Into::into),
            reason: $row.reason,
            given_by: $row.given_by.map(MemberId),
            until_at: $row.until_at,
        })
    };
}

pub(crate) async fn by_id(tx: &mut CommunityTx, id: MeasureId) -> Result<Option<Measure>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select id, member_id, degree, departure_id, reason, given_by, until_at from measure where community_id = $1 and id = $2",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| measure!(row)).transpose()
}

/// Strikes that followed from this departure and count.
pub(crate) async fn of_departure(tx: &mut CommunityTx, departure: DepartureId) -> Result<Vec<Measure>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select id, member_id, degree, departure_id, reason, given_by, until_at from measure
         where community_id = $1 and departure_id = $2 and lifted_at is null order by member_id",
        community,
        departure.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| measure!(row)).collect()
}

/// Takes it back. False when it was before.
pub(crate) async fn lift(tx: &mut CommunityTx, id: MeasureId, by: Option<MemberId>) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update measure set lifted_at = $3, lifted_by = $4 where community_id = $1 and id = $2 and lifted_at is null",
        community,
        id.0,
        now,
        by.map(|id| id.0),
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whose measure it is, where its time is over, nobody took it back before, and they are inside.
pub(crate) async fn is_over(tx: &mut CommunityTx, id: MeasureId) -> Result<Option<MemberId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let member = sqlx::query_scalar!(
        "select e.member_id from measure e join member m on m.community_id = $1 and m.id = e.member_id
         where e.community_id = $1 and e.id = $2 and e.lifted_at is null and e.until_at <= $3
           and m.standing in ('member', 'under_review')",
        community,
        id.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(member.map(MemberId))
}

/// How many strikes that count a member has had since then.
pub(crate) async fn strikes_since(
    tx: &mut CommunityTx,
    member: MemberId,
    since: Timestamp,
) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from measure
           where community_id = $1 and member_id = $2 and degree = 'strike' and lifted_at is null and given_at > $3"#,
        community,
        member.0,
        since,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Whether people have looked at the member's latest strike, or do at this moment; a review that ended because they went is no look.
pub(crate) async fn were_looked_at(tx: &mut CommunityTx, member: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
             select 1 from review r
             where r.community_id = $1 and r.member_id = $2 and r.kind = 'strikes' and r.outcome is distinct from 'gone'
               and (r.ended_at is null or r.ended_at >= all (
                   select given_at from measure
                   where community_id = $1 and member_id = $2 and degree = 'strike' and lifted_at is null
               ))
         ) as "were!""#,
        community,
        member.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Who waits with the word of this member.
pub(crate) async fn waiting_with_word_of(
    tx: &mut CommunityTx,
    sponsor: MemberId,
) -> Result<Vec<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let ids = sqlx::query_scalar!(
        "select a.id from sponsorship s join member a on a.community_id = $1 and a.id = s.applicant_id
         where s.community_id = $1 and s.sponsor_id = $2 and s.state = 'given' and s.active_at is null
           and a.standing in ('applicant', 'guest')",
        community,
        sponsor.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(MemberId).collect())
}

/// Everything that was taken about a member, the latest first; at most 50. Whom it was for is named only if the community wants that.
pub(crate) async fn of_member(
    tx: &mut CommunityTx,
    member: MemberId,
    named: bool,
) -> Result<Vec<MeasureView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select m.id, m.degree, m.reason, m.given_at, m.until_at, m.lifted_at, m.departure_id is not null as "follows!",
               p.name as "name?"
           from measure m
           left join departure d on d.community_id = $1 and d.id = m.departure_id
           left join member p on $3 and p.community_id = $1 and p.id = d.member_id
           where m.community_id = $1 and m.member_id = $2 order by m.given_at desc, m.id limit 50"#,
        community,
        member.0,
        named,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(MeasureView {
                id: row.id.into(),
                degree: row.degree.parse().map_err(DatabaseError::damaged)?,
                reason: row.reason,
                follows: row.follows,
                of: row.name,
                given_at: row.given_at,
                until_at: row.until_at,
                lifted_at: row.lifted_at,
                appeal: None,
            })
        })
        .collect()
}
