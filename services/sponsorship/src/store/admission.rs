//! Decisions.

use database::{CommunityTx, DatabaseError};
use kernel::{AdmissionId, MemberId, Timestamp};
use serde_json::Value;
use uuid::Uuid;

/// Figures of the day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) admitted_today: u32,
    pub(crate) members_yesterday: u32,
}

/// Admissions since midnight, and members who were in before: those whom the community counts, without who came since. To count
/// all of them anew would be most of the work of a decision.
pub(crate) async fn counts(tx: &mut CommunityTx, midnight: Timestamp) -> Result<Counts, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select
               (select count(*) from admission where community_id = $1 and outcome = 'admitted' and decided_at >= $2) as "today!",
               (select c.members - (select count(*) from member m
                                    where m.community_id = $1 and m.joined_at >= $2 and m.standing in ('member', 'under_review'))
                from community c where c.id = $1) as "members!""#,
        community,
        midnight,
    )
    .fetch_one(tx.conn())
    .await?;
    let whole = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Counts { admitted_today: whole(row.today), members_yesterday: whole(row.members) })
}

/// A decision to be written.
#[derive(Debug)]
pub(crate) struct Record<'r> {
    pub(crate) id: AdmissionId,
    pub(crate) member: MemberId,
    pub(crate) admitted: bool,
    pub(crate) rule: &'r str,
    pub(crate) verdict: Value,
    pub(crate) policy: Value,
    pub(crate) seq: i64,
    pub(crate) decided_by: Option<MemberId>,
    pub(crate) reason: &'r str,
}

pub(crate) async fn insert(tx: &mut CommunityTx, record: &Record<'_>) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into admission
             (community_id, id, member_id, outcome, rule, verdict, policy, trust_seq, decided_by, reason, decided_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        community,
        record.id.0,
        record.member.0,
        if record.admitted { "admitted" } else { "refused" },
        record.rule,
        record.verdict,
        record.policy,
        record.seq,
        record.decided_by.map(Uuid::from),
        record.reason,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A decision as it was written.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) id: AdmissionId,
    pub(crate) admitted: bool,
    pub(crate) rule: String,
    pub(crate) verdict: Value,
    pub(crate) decided_by: Option<MemberId>,
    pub(crate) reason: String,
    pub(crate) decided_at: Timestamp,
}

struct Row {
    id: Uuid,
    outcome: String,
    rule: String,
    verdict: Value,
    decided_by: Option<Uuid>,
    reason: String,
    decided_at: Timestamp,
}

impl From<Row> for Stored {
    fn from(row: Row) -> Self {
        Self {
            id: row.id.into(),
            admitted: row.outcome == "admitted",
            rule: row.rule,
            verdict: row.verdict,
            decided_by: row.decided_by.map(MemberId),
            reason: row.reason,
            decided_at: row.decided_at,
        }
    }
}

pub(crate) async fn by_id(tx: &mut CommunityTx, id: AdmissionId) -> Result<Option<Stored>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query_as!(
        Row,
        "select id, outcome, rule, verdict, decided_by, reason, decided_at from admission where community_id = $1 and id = $2",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Into::into))
}

/// The latest decision about a member.
pub(crate) async fn of_member(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Stored>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query_as!(
        Row,
        "select id, outcome, rule, verdict, decided_by, reason, decided_at from admission
         where community_id = $1 and member_id = $2 order by decided_at desc limit 1",
        community,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(Into::into))
}
