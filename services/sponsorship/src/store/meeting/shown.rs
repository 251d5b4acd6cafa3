//! Meetings as pages show them.

use super::super::uuids;
use crate::hosting::views::{HostMeeting, LineView, OwnMeeting, SeekingView};
use crate::words::MeetingState;
use database::{CommunityTx, DatabaseError};
use kernel::{MeetingId, MemberId};
use membership::CardColumns;
use std::collections::HashMap;
use uuid::Uuid;

/// An applicant's meetings, the newest first. A host is named once they have agreed, and whoever passed never is.
pub(crate) async fn of_applicant(tx: &mut CommunityTx, applicant: MemberId) -> Result<Vec<OwnMeeting>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select g.id, g.state, g.way, g.town, g.note, g.asked_at, g.met_on, h.name as "host_name?", h.town as "host_town?",
               (select t.until_at from meeting_turn t
                where t.community_id = $1 and t.meeting_id = g.id and t.state = 'asked') as until_at
           from meeting g
           left join member h on h.community_id = g.community_id and h.id = g.host_id
           where g.community_id = $1 and g.applicant_id = $2 and g.state <> 'ended'
           order by g.asked_at desc, g.id desc
           limit 30"#,
        community,
        applicant.0,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(OwnMeeting {
                id: row.id.into(),
                state: row.state.parse().map_err(DatabaseError::damaged)?,
                way: row.way.parse().map_err(DatabaseError::damaged)?,
                town: row.town,
                note: row.note,
                asked_at: row.asked_at,
                host_name: row.host_name,
                host_town: row.host_town.unwrap_or_default(),
                answer_by: row.until_at,
                met_on: row.met_on,
                lines: Vec::new(),
            })
        })
        .collect()
}

/// Meetings that a host was ever asked for and that are theirs to see: those that wait for their answer, and those they
/// agreed to. `only` one, or all, the newest first.
pub(crate) async fn of_host(
    tx: &mut CommunityTx,
    host: MemberId,
    only: Option<MeetingId>,
) -> Result<Vec<HostMeeting>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select g.id as meeting, g.state, g.way, g.town as near, g.note, t.asked_at, t.until_at, t.state as turn, g.met_on,
               g.sponsorship_id, a.about, a.id, a.number, a.name, a.town, a.standing, a.role, a.founder, a.joined_at
           from meeting_turn t
           join meeting g on g.community_id = t.community_id and g.id = t.meeting_id
           join member a on a.community_id = g.community_id and a.id = g.applicant_id
           where t.community_id = $1 and t.host_id = $2 and ($3::uuid is null or g.id = $3)
             and ((t.state = 'asked' and g.state = 'seeking') or (t.state = 'accepted' and g.host_id = $2))
           order by t.asked_at desc, g.id desc
           limit 50"#,
        community,
        host.0,
        only.map(Uuid::from),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            let state: MeetingState = row.state.parse().map_err(DatabaseError::damaged)?;
            let columns = CardColumns {
                id: row.id,
                number: row.number,
                name: row.name,
                town: row.town,
                standing: row.standing,
                role: row.role,
                founder: row.founder,
                joined_at: row.joined_at,
            };
            let applicant = columns.card()?.for_acquaintances();
            // What an applicant says of themselves is for whoever is to meet them; afterwards it is not.
            let about = if applicant.standing.is_waiting() { row.about } else { String::new() };
            Ok(HostMeeting {
                id: row.meeting.into(),
                applicant,
                about,
                note: if state == MeetingState::Ended { String::new() } else { row.note },
                way: row.way.parse().map_err(DatabaseError::damaged)?,
                town: row.near,
                state,
                turn: row.turn.parse().map_err(DatabaseError::damaged)?,
                asked_at: row.asked_at,
                answer_by: row.until_at,
                met_on: row.met_on,
                sponsorship: row.sponsorship_id.map(Into::into),
                lines: Vec::new(),
            })
        })
        .collect()
}

/// What was written about these meetings, in order; `reader` wrote some of it. A host reads what was written since they agreed, and
/// nothing before: what an applicant wrote to an earlier host was not for them.
pub(crate) async fn lines_of(
    tx: &mut CommunityTx,
    meetings: &[MeetingId],
    reader: MemberId,
) -> Result<HashMap<MeetingId, Vec<LineView>>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select l.id, l.meeting_id, l.author_id, m.name, l.body, l.written_at
         from meeting_line l join member m on m.community_id = l.community_id and m.id = l.author_id
         join meeting g on g.community_id = l.community_id and g.id = l.meeting_id
         where l.community_id = $1 and l.meeting_id = any($2)
           and (g.applicant_id = $3 or (g.host_id = $3 and l.written_at >= g.agreed_at))
         order by l.meeting_id, l.written_at, l.id",
        community,
        &uuids(meetings),
        reader.0,
    )
    .fetch_all(tx.conn())
    .await?;
    let mut lines: HashMap<MeetingId, Vec<LineView>> = HashMap::new();
    for row in rows {
        let line = LineView {
            id: row.id.into(),
            author_name: row.name,
            mine: row.author_id == reader.0,
            words: row.body,
            written_at: row.written_at,
        };
        lines.entry(row.meeting_id.into()).or_default().push(line);
    }
    Ok(lines)
}

/// Who looks for a host, whoever waits longest first.
pub(crate) async fn seeking(tx: &mut CommunityTx) -> Result<Vec<SeekingView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select g.asked_at, g.town as near, g.way, a.id, a.number, a.name, a.town, a.standing, a.role, a.founder, a.joined_at,
               (select t.until_at from meeting_turn t
                where t.community_id = $1 and t.meeting_id = g.id and t.state = 'asked') as until_at
           from meeting g
           join member a on a.community_id = g.community_id and a.id = g.applicant_id
           where g.community_id = $1 and g.state = 'seeking'
           order by g.asked_at, g.id
           limit 200"#,
        community,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| {
            Ok(SeekingView {
                applicant: CardColumns {
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
                town: row.near,
                way: row.way.parse().map_err(DatabaseError::damaged)?,
                asked_at: row.asked_at,
                answer_by: row.until_at,
            })
        })
        .collect()
}
