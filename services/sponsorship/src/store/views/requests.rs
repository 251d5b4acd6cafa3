//! Requests and words, as pages show them.

use crate::views::{AskedView, GivenView, RequestView};
use crate::words::{AskedState, State};
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, PageRequest, SponsorshipId, Standing, Timestamp};
use membership::CardColumns;
use uuid::Uuid;

/// An applicant's requests, the newest first. A name is shown only where the applicant knows it: by a link, an invitation, or
/// a word given.
pub(crate) async fn asked_by(tx: &mut CommunityTx, applicant: MemberId) -> Result<Vec<AskedView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select s.id, s.asked_email, s.state, s.via, s.relation, s.sentence, s.requested_at, s.expires_at,
               s.answered_at is not null as "answered!", s.ended_at is not null as "ended!", m.name as "sponsor_name?"
           from sponsorship s
           left join member m on m.community_id = s.community_id and m.id = coalesce(s.sponsor_id, s.withheld_from)
           where s.community_id = $1 and s.applicant_id = $2 and s.via <> 'import' and s.taken_back_at is null
           order by s.requested_at desc, s.id desc
           limit 100"#,
        community,
        applicant.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut asked = Vec::with_capacity(rows.len());
    for row in rows {
        let state = AskedState::of(row.state.parse().map_err(DatabaseError::damaged)?, row.answered, row.ended);
        if state == AskedState::Cancelled {
            continue;
        }
        let given = state == AskedState::Given;
        let who = match (row.asked_email, row.sponsor_name) {
            (_, Some(name)) if given => name,
            (Some(address), _) => address,
            (None, name) => name.unwrap_or_default(),
        };
        let relation = row.relation.filter(|_| given).map(|word| word.parse()).transpose();
        asked.push(AskedView {
            id: row.id.into(),
            who,
            state,
            route: row.via.parse().map_err(DatabaseError::damaged)?,
            relation: relation.map_err(DatabaseError::damaged)?,
            sentence: if given { row.sentence } else { String::new() },
            since: row.requested_at,
            expires_at: row.expires_at,
        });
    }
    Ok(asked)
}

struct RequestRow {
    id: Uuid,
    member: Uuid,
    number: i32,
    name: String,
    town: String,
    standing: String,
    role: String,
    founder: bool,
    joined_at: Option<Timestamp>,
    about: String,
    note: String,
    requested_at: Timestamp,
    expires_at: Timestamp,
    state: String,
    namesake: bool,
}

impl RequestRow {
    fn view(self, now: Timestamp) -> Result<RequestView, DatabaseError> {
        let state: State = self.state.parse().map_err(DatabaseError::damaged)?;
        let columns = CardColumns {
            id: self.member,
            number: self.number,
            name: self.name,
            town: self.town,
            standing: self.standing,
            role: self.role,
            founder: self.founder,
            joined_at: self.joined_at,
        };
        // The one who was asked may read this page years later: it shows no more of the person than is theirs to know then.
        let applicant = columns.card()?.for_acquaintances();
        let waits = matches!(applicant.standing, Standing::Applicant | Standing::Guest);
        let about = if applicant.standing == Standing::Left { String::new() } else { self.about };
        let open = state == State::Requested && self.expires_at > now && waits;
        Ok(RequestView {
            id: self.id.into(),
            applicant,
            about,
            note: self.note,
            requested_at: self.requested_at,
            expires_at: self.expires_at,
            state,
            open,
            namesake: open && self.namesake,
        })
    }
}

/// Open requests to a member, by name or by the address they have, the newest first.
pub(crate) async fn requests_to(
    tx: &mut CommunityTx,
    member: MemberId,
    page: &PageRequest,
) -> Result<Vec<RequestView>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query_as!(
        RequestRow,
        r#"select s.id, a.id as member, a.number, a.name, a.town, a.standing, a.role, a.founder, a.joined_at, a.about,
               s.note, s.requested_at, s.expires_at, s.state,
               exists (select 1 from member o where o.community_id = $1 and o.likeness = a.likeness and o.likeness <> '' and o.id <> a.id
                   and o.standing in ('member', 'under_review')) as "namesake!"
           from sponsorship s
           join member a on a.community_id = s.community_id and a.id = s.applicant_id
           where s.community_id = $1 and s.state = 'requested' and s.expires_at > $3 and a.standing in ('applicant', 'guest')
             and (s.sponsor_id = $2 or (s.sponsor_id is null and s.withheld_from is null and s.applicant_id <> $2 and s.asked_email = (
                 select c.email from member m join account c on c.id = m.account_id where m.community_id = $1 and m.id = $2
             )))
             and ($4::timestamptz is null or (s.requested_at, s.id) < ($4, $5))
           order by s.requested_at desc, s.id desc
           limit $6"#,
        community,
        member.0,
        now,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(|row| row.view(now)).collect()
}

pub(crate) async fn count_requests_to(tx: &mut CommunityTx, member: MemberId) -> Result<i64, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!"
           from sponsorship s
           join member a on a.community_id = s.community_id and a.id = s.applicant_id
           where s.community_id = $1 and s.state = 'requested' and s.expires_at > $3 and a.standing in ('applicant', 'guest')
             and (s.sponsor_id = $2 or (s.sponsor_id is null and s.withheld_from is null and s.applicant_id <> $2 and s.asked_email = (
                 select c.email from member m join account c on c.id = m.account_id where m.community_id = $1 and m.id = $2
             )))"#,
        community,
        member.0,
        now,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(count)
}

/// One request to a member, whatever became of it.
pub(crate) async fn request_to(
    tx: &mut CommunityTx,
    member: MemberId,
    id: SponsorshipId,
) -> Result<Option<RequestView>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query_as!(
        RequestRow,
        r#"select s.id, a.id as member, a.number, a.name, a.town, a.standing, a.role, a.founder, a.joined_at, a.about,
               s.note, s.requested_at, s.expires_at, s.state,
               exists (select 1 from member o where o.community_id = $1 and o.likeness = a.likeness and o.likeness <> '' and o.id <> a.id
                   and o.standing in ('member', 'under_review')) as "namesake!"
           from sponsorship s
           join member a on a.community_id = s.community_id and a.id = s.applicant_id
           where s.community_id = $1 and s.id = $3
             and (s.sponsor_id = $2 or (s.sponsor_id is null and s.withheld_from is null and s.state = 'requested' and s.applicant_id <> $2
                 and s.asked_email = (
                     select c.email from member m join account c on c.id = m.account_id where m.community_id = $1 and m.id = $2
                 )))"#,
        community,
        member.0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| row.view(now)).transpose()
}

/// Words a member has given, the newest first.
pub(crate) async fn given_by(
    tx: &mut CommunityTx,
    member: MemberId,
    page: &PageRequest,
) -> Result<Vec<GivenView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select s.id, a.id as member, a.number, a.name, a.town, a.standing, a.role, a.founder, a.joined_at,
               s.relation, s.sentence, s.met_in_person, s.answered_at as "given_at!", s.state,
               s.state = 'given' and s.active_at is not null as "carries!"
           from sponsorship s
           join member a on a.community_id = s.community_id and a.id = s.applicant_id
           where s.community_id = $1 and s.sponsor_id = $2 and s.answered_at is not null
             and s.state in ('given', 'withdrawn', 'expired', 'revoked')
             and ($3::timestamptz is null or (s.answered_at, s.id) < ($3, $4))
           order by s.answered_at desc, s.id desc
           limit $5"#,
        community,
        member.0,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(GivenView {
                id: row.id.into(),
                applicant: CardColumns {
                    id: row.member,
                    number: row.number,
                    name: row.name,
                    town: row.town,
                    standing: row.standing,
                    role: row.role,
                    founder: row.founder,
                    joined_at: row.joined_at,
                }
                .card()?
                .for_acquaintances(),
                relation: row.relation.map(|word| word.parse()).transpose().map_err(DatabaseError::damaged)?,
                sentence: row.sentence,
                met_in_person: row.met_in_person,
                given_at: row.given_at,
                state: row.state.parse().map_err(DatabaseError::damaged)?,
                carries: row.carries,
            })
        })
        .collect()
}
