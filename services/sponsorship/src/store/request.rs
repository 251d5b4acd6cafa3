//! Requests and the words given to them.

use super::{number, uuids};
use crate::ask::NewRequest;
use crate::decision::OfferRow;
use crate::words::{Relation, State};
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, SponsorshipId, Timestamp};
use uuid::Uuid;

/// Whose request this is, if there is one of that id.
pub(crate) async fn applicant_of(tx: &mut CommunityTx, id: SponsorshipId) -> Result<Option<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_scalar!(
        "select applicant_id from sponsorship where community_id = $1 and id = $2",
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(MemberId))
}

/// Writes the request, or (`withheld`) one that looks the same to the applicant and is not brought to its member. False when
/// this address, or this member, was asked by this applicant and the request or the word still stands.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    request: &NewRequest<'_>,
    withheld: bool,
    ends: Timestamp,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let member = request.sponsor.map(Uuid::from);
    let written = sqlx::query!(
        "insert into sponsorship
             (community_id, id, applicant_id, sponsor_id, withheld_from, asked_email, state, note, via, requested_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, 'requested', $7, $8, $9, $10)
         on conflict do nothing",
        community,
        request.id.0,
        request.applicant.0,
        member.filter(|_| !withheld),
        member.filter(|_| withheld),
        request.email,
        request.note,
        request.route.as_str(),
        now,
        ends,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(written == 1)
}

/// The word that comes with an invitation; it answers the request that waits, if there is one. The id under which it stands.
pub(crate) async fn insert_given(
    tx: &mut CommunityTx,
    id: SponsorshipId,
    applicant: MemberId,
    invitation: &super::invitation::OpenInvitation,
    ends: Timestamp,
) -> Result<SponsorshipId, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let id = sqlx::query_scalar!(
        "insert into sponsorship
             (community_id, id, applicant_id, sponsor_id, state, relation, sentence, via, requested_at, answered_at, expires_at)
         values ($1, $2, $3, $4, 'given', $5, $6, 'invitation', $7, $7, $8)
         on conflict (community_id, sponsor_id, applicant_id) where sponsor_id is not null and state in ('requested', 'given')
         do update set state = 'given', relation = excluded.relation, sentence = excluded.sentence, via = excluded.via,
             answered_at = excluded.answered_at
         returning id",
        community,
        id.0,
        applicant.0,
        invitation.sponsor.0,
        invitation.relation,
        invitation.sentence,
        now,
        ends,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(SponsorshipId(id))
}

/// Finds the full member behind the address of an open request, and brings it to them; or withholds it from them, if this
/// applicant is to leave them in peace ([`super::asked`]). Nobody is found who is the applicant.
pub(crate) async fn resolve(tx: &mut CommunityTx, id: SponsorshipId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let (no_since, asked_since) = super::asked::peace(now);
    sqlx::query!(
        "update sponsorship s
         set (sponsor_id, withheld_from) = (
             select case when p.peace then null else m.id end, case when p.peace then m.id end
             from (
                 select exists (
                     select 1 from sponsorship o
                     where o.community_id = $1 and o.sponsor_id = m.id and o.applicant_id = s.applicant_id
                       and (o.state in ('requested', 'given') or (o.state = 'declined' and o.answered_at > $4)
                            or (o.requested_at > $5 and o.relation is null))
                 ) as peace
             ) p
         )
         from account a join member m on m.account_id = a.id and m.community_id = $1
         where s.community_id = $1 and s.id = $2 and s.state = 'requested' and s.sponsor_id is null and s.withheld_from is null
           and s.expires_at > $3 and a.email = s.asked_email and m.standing = 'member' and m.id <> s.applicant_id",
        community,
        id.0,
        now,
        no_since,
        asked_since,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Open requests that were made to this address before it belonged to anybody here.
pub(crate) async fn waiting_for_address(
    tx: &mut CommunityTx,
    email: &str,
) -> Result<Vec<SponsorshipId>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let ids = sqlx::query_scalar!(
        "select id from sponsorship
         where community_id = $1 and asked_email = $2 and sponsor_id is null and withheld_from is null and state = 'requested'
           and expires_at > $3",
        community,
        email,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(SponsorshipId).collect())
}

/// A request, as the member who answers it needs it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ToAnswer {
    pub(crate) applicant: MemberId,
    pub(crate) state: State,
    /// Whether it carries the applicant, who is in.
    pub(crate) active: bool,
    pub(crate) expires_at: Timestamp,
}

/// The request, if it is `member`'s to answer: by name, or by the address they have.
pub(crate) async fn to_answer(
    tx: &mut CommunityTx,
    id: SponsorshipId,
    member: MemberId,
) -> Result<Option<ToAnswer>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select s.applicant_id, s.state, s.active_at is not null as "active!", s.expires_at
           from sponsorship s
           where s.community_id = $1 and s.id = $2 and (
               s.sponsor_id = $3
               or (s.sponsor_id is null and s.withheld_from is null and s.state = 'requested' and s.applicant_id <> $3 and s.asked_email = (
                   select a.email from member m join account a on a.id = m.account_id where m.community_id = $1 and m.id = $3
               ))
           )"#,
        community,
        id.0,
        member.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(ToAnswer {
            applicant: row.applicant_id.into(),
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            active: row.active,
            expires_at: row.expires_at,
        })
    })
    .transpose()
}

/// What a sponsor says.
#[derive(Debug)]
pub(crate) struct Word<'w> {
    pub(crate) relation: Relation,
    pub(crate) sentence: &'w str,
    pub(crate) met_in_person: bool,
}

/// Writes the word. False when the request is not open any more, or another request of the pair carries a word already.
pub(crate) async fn give(
    tx: &mut CommunityTx,
    id: SponsorshipId,
    sponsor: MemberId,
    word: &Word<'_>,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let given = sqlx::query!(
        "update sponsorship s
         set state = 'given', sponsor_id = $3, relation = $4, sentence = $5, met_in_person = $6, answered_at = $7
         where s.community_id = $1 and s.id = $2 and s.state = 'requested'
           and not exists (
               select 1 from sponsorship o
               where o.community_id = $1 and o.sponsor_id = $3 and o.applicant_id = s.applicant_id and o.id <> s.id
                 and o.state in ('requested', 'given')
           )",
        community,
        id.0,
        sponsor.0,
        word.relation.as_str(),
        word.sentence,
        word.met_in_person,
        now,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(given == 1)
}

/// False when it is not open any more. It has no end yet: that comes when the applicant is told.
pub(crate) async fn decline(tx: &mut CommunityTx, id: SponsorshipId, sponsor: MemberId) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let declined = sqlx::query!(
        "update sponsorship set state = 'declined', sponsor_id = $3, answered_at = $4
         where community_id = $1 and id = $2 and state = 'requested'",
        community,
        id.0,
        sponsor.0,
        now,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(declined == 1)
}

/// Takes a word back that does not carry yet.
pub(crate) async fn withdraw(tx: &mut CommunityTx, id: SponsorshipId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update sponsorship set state = 'withdrawn', ended_at = $3
         where community_id = $1 and id = $2 and state = 'given' and active_at is null",
        community,
        id.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// True as well when the applicant took it back before; false once it ran out or they were told of an answer. One that was
/// declined, of which they know nothing, stays declined: whoever said no is left in peace all the same.
pub(crate) async fn cancel(
    tx: &mut CommunityTx,
    id: SponsorshipId,
    applicant: MemberId,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let cancelled = sqlx::query!(
        "update sponsorship
         set state = case when state = 'declined' then state else 'withdrawn' end,
             ended_at = coalesce(ended_at, $4), taken_back_at = coalesce(taken_back_at, $4)
         where community_id = $1 and id = $2 and applicant_id = $3
           and (state = 'requested' or (state = 'withdrawn' and answered_at is null)
                or (state = 'declined' and (ended_at is null or taken_back_at is not null)))",
        community,
        id.0,
        applicant.0,
        now,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(cancelled == 1)
}

/// The words given to an applicant that do not carry yet, the earliest first.
pub(crate) async fn offers(tx: &mut CommunityTx, applicant: MemberId) -> Result<Vec<OfferRow>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select s.id, m.id as sponsor, m.number, coalesce(s.answered_at, s.requested_at) as "given_at!"
           from sponsorship s
           join member m on m.community_id = s.community_id and m.id = s.sponsor_id
           where s.community_id = $1 and s.applicant_id = $2 and s.state = 'given' and s.active_at is null
           order by s.answered_at, s.id"#,
        community,
        applicant.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(OfferRow {
                sponsorship: row.id.into(),
                sponsor: row.sponsor.into(),
                number: number(row.number)?,
                given_at: row.given_at,
            })
        })
        .collect()
}

/// From now on these carry the newcomer.
pub(crate) async fn activate(tx: &mut CommunityTx, ids: &[SponsorshipId], paid: bool) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update sponsorship set active_at = $3, paid_at = $4 where community_id = $1 and id = any($2)",
        community,
        &uuids(ids),
        now,
        paid.then_some(now),
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
