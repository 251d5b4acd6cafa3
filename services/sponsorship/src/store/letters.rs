//! What letters say.

use crate::jobs::StandingLetter;
use crate::letters::{AskedLetter, InvitationFacts, StandingFacts, ToldFacts};
use crate::words::News;
use database::{CommunityTx, DatabaseError};
use kernel::{InvitationId, MemberId, SponsorshipId, Timestamp};

pub(crate) async fn asked(tx: &mut CommunityTx, id: SponsorshipId) -> Result<Option<AskedLetter>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        r#"select s.sponsor_id as "sponsor!", s.applicant_id, a.name, s.note, s.requested_at, s.expires_at
           from sponsorship s
           join member a on a.community_id = s.community_id and a.id = s.applicant_id
           join member m on m.community_id = s.community_id and m.id = s.sponsor_id
           where s.community_id = $1 and s.id = $2 and s.state = 'requested' and s.expires_at > $3
             and a.standing in ('applicant', 'guest') and m.standing = 'member'"#,
        community,
        id.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| AskedLetter {
        sponsorship: id,
        sponsor: row.sponsor.into(),
        applicant: row.applicant_id.into(),
        applicant_name: row.name,
        note: row.note,
        requested_at: row.requested_at,
        expires_at: row.expires_at,
    }))
}

/// Whom a letter about this sponsorship goes to.
#[derive(Debug, Clone)]
pub(crate) struct ProgressRow {
    pub(crate) applicant: MemberId,
    pub(crate) sponsor_name: Option<String>,
}

/// The applicant, as long as they wait and the word stands (`given`), or has ended (not `given`).
pub(crate) async fn progress(
    tx: &mut CommunityTx,
    id: SponsorshipId,
    given: bool,
) -> Result<Option<ProgressRow>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select s.applicant_id, m.name as "sponsor_name?"
           from sponsorship s
           join member a on a.community_id = s.community_id and a.id = s.applicant_id
           left join member m on m.community_id = s.community_id and m.id = s.sponsor_id
           where s.community_id = $1 and s.id = $2 and a.standing in ('applicant', 'guest')
             and case when $3 then s.state = 'given' else s.state in ('declined', 'expired') and s.taken_back_at is null end"#,
        community,
        id.0,
        given,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| ProgressRow { applicant: row.applicant_id.into(), sponsor_name: row.sponsor_name }))
}

/// An invitation that holds, from a full member, to an address that is nobody inside.
pub(crate) async fn invitation(
    tx: &mut CommunityTx,
    id: InvitationId,
    token: String,
) -> Result<Option<InvitationFacts>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "select i.email, i.language, m.name, i.sentence, i.expires_at
         from invitation i
         join member m on m.community_id = i.community_id and m.id = i.sponsor_id
         where i.community_id = $1 and i.id = $2 and i.used_at is null and i.revoked_at is null and i.expires_at > $3
           and m.standing = 'member'
           and not exists (
               select 1 from account a join member o on o.account_id = a.id and o.community_id = $1
               where a.email = i.email and o.standing in ('member', 'under_review', 'suspended', 'expelled')
           )",
        community,
        id.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(InvitationFacts {
            email: row.email.parse().map_err(DatabaseError::damaged)?,
            language: row.language.parse().map_err(DatabaseError::damaged)?,
            sponsor_name: row.name,
            sentence: row.sentence,
            token,
            expires_at: row.expires_at,
        })
    })
    .transpose()
}

pub(crate) async fn told(
    tx: &mut CommunityTx,
    member: MemberId,
    sponsor: MemberId,
) -> Result<Option<ToldFacts>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select n.id, n.name
         from member n join member s on s.community_id = n.community_id
         where n.community_id = $1 and n.id = $2 and s.id = $3
           and n.standing in ('member', 'under_review') and s.standing in ('member', 'under_review')",
        community,
        member.0,
        sponsor.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| ToldFacts { member: row.id.into(), name: row.name }))
}

/// Who carries a member, in the order in which they vouched.
pub(crate) async fn sponsor_names(tx: &mut CommunityTx, member: MemberId) -> Result<Vec<String>, DatabaseError> {
    let community = tx.community().0;
    let names = sqlx::query_scalar!(
        "select m.name from sponsorship s
         join member m on m.community_id = s.community_id and m.id = s.sponsor_id
         where s.community_id = $1 and s.applicant_id = $2 and s.state = 'given' and s.active_at is not null
           and m.standing in ('member', 'under_review')
         order by s.answered_at, s.id",
        community,
        member.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(names)
}

/// Why somebody stands where they do, as long as they stand there.
pub(crate) async fn standing(
    tx: &mut CommunityTx,
    job: &StandingLetter,
) -> Result<Option<StandingFacts>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select r.reason as "reason!", r.until_at as "until_at?"
           from review r join member m on m.community_id = $1 and m.id = r.member_id
           where r.community_id = $1 and r.id = $2 and m.id = $3
             and (($4 = 'under_review' and r.ended_at is null and m.standing = 'under_review') or r.outcome = $4)
           union all
           select d.reason, null
           from departure d join member m on m.community_id = $1 and m.id = d.member_id
           where d.community_id = $1 and d.id = $2 and m.id = $3 and d.state = 'done' and m.standing = $4
           union all
           select t.reason, t.until_at
           from measure t
           where t.community_id = $1 and t.id = $2 and t.member_id = $3 and t.lifted_at is null
             and ($4, t.degree) in (('warned', 'warning'), ('paused', 'pause'), ('smaller', 'smaller'), ('struck', 'strike'),
               ('faulted', 'strike'), ('barred', 'strike'))
           union all
           select '', null
           from reservation v
           where $4 = 'reserved' and v.community_id = $1 and v.id = $2 and v.applicant_id = $3 and v.outcome is null
           union all
           select h.reason, null
           from household h
           where h.community_id = $1 and h.id = $2 and $3 in (h.member_id, h.other_id) and h.ended_at is null
             and (($4 = 'household_asked' and h.agreed_at is null)
               or ($4 in ('household_entered', 'household_kept') and h.began_at is not null and h.ending_at is null))
           union all
           select a.answer, null
           from appeal a
           where a.community_id = $1 and a.id = $2 and a.member_id = $3
             and ((a.upheld and $4 = 'appeal_upheld') or (not a.upheld and $4 = 'appeal_turned_down'))"#,
        community,
        job.about,
        job.member.0,
        job.news.as_str(),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| StandingFacts {
        reason: row.reason,
        until_at: row.until_at.filter(|_| !matches!(job.news, News::Cured | News::Confirmed)),
    }))
}

/// The applicant and the end of a request that waits, as far as its applicant knows.
pub(crate) async fn unanswered(
    tx: &mut CommunityTx,
    id: SponsorshipId,
) -> Result<Option<(MemberId, Timestamp)>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "select s.applicant_id, s.expires_at from sponsorship s
         join member a on a.community_id = s.community_id and a.id = s.applicant_id
         where s.community_id = $1 and s.id = $2 and s.expires_at > $3 and s.taken_back_at is null
           and a.standing in ('applicant', 'guest') and (s.state = 'requested' or (s.state = 'declined' and s.ended_at is null))",
        community,
        id.0,
        now,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| (row.applicant_id.into(), row.expires_at)))
}
