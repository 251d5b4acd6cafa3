//! Rows of the read models.

mod requests;

use crate::views::{InvitationState, InvitationView, NewcomerView};
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, PageRequest};
use membership::CardColumns;

pub(crate) use requests::{asked_by, count_requests_to, given_by, request_to, requests_to};

/// Everybody who waits, the latest first.
pub(crate) async fn newcomers(
    tx: &mut CommunityTx,
    needed: u32,
    page: &PageRequest,
) -> Result<Vec<NewcomerView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at, m.about, m.applied_at,
               (select count(*) from sponsorship s where s.community_id = $1 and s.applicant_id = m.id
                  and s.state = 'given' and s.active_at is null) as "given!",
               (select count(*) from sponsorship s where s.community_id = $1 and s.applicant_id = m.id
                  and s.state = 'requested') as "open!",
               exists (select 1 from member o where o.community_id = $1 and o.likeness = m.likeness and o.likeness <> '' and o.id <> m.id
                   and o.standing in ('member', 'under_review')) as "namesake!"
           from member m
           where m.community_id = $1 and m.standing in ('applicant', 'guest')
             and ($2::timestamptz is null or (m.applied_at, m.id) < ($2, $3))
           order by m.applied_at desc, m.id desc
           limit $4"#,
        community,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    let whole = |count: i64| u32::try_from(count).unwrap_or(u32::MAX);
    rows.into_iter()
        .map(|row| {
            Ok(NewcomerView {
                member: CardColumns {
                    id: row.id,
                    number: row.number,
                    name: row.name,
                    town: row.town,
                    standing: row.standing,
                    role: row.role,
                    founder: row.founder,
                    joined_at: row.joined_at,
                }
                .card()?,
                about: row.about,
                applied_at: row.applied_at,
                given: whole(row.given),
                needed,
                open: whole(row.open),
                namesake: row.namesake,
            })
        })
        .collect()
}

pub(crate) async fn invitations(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    page: &PageRequest,
) -> Result<Vec<InvitationView>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        r#"select id, email, relation, sentence, language, created_at, expires_at, used_at is not null as "used!",
               revoked_at is not null as "revoked!"
           from invitation
           where community_id = $1 and sponsor_id = $2 and ($3::timestamptz is null or (created_at, id) < ($3, $4))
           order by created_at desc, id desc
           limit $5"#,
        community,
        sponsor.0,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let state = match (row.used, row.revoked) {
                (true, _) => InvitationState::Used,
                (false, true) => InvitationState::Revoked,
                (false, false) if row.expires_at <= now => InvitationState::Expired,
                (false, false) => InvitationState::Open,
            };
            Ok(InvitationView {
                id: row.id.into(),
                email: row.email,
                relation: row.relation.parse().map_err(DatabaseError::damaged)?,
                sentence: row.sentence,
                language: row.language.parse().map_err(DatabaseError::damaged)?,
                state,
                created_at: row.created_at,
                expires_at: row.expires_at,
            })
        })
        .collect()
}
