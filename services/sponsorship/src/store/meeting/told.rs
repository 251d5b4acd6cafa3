//! What letters say of a meeting.

use crate::words::{MeetingState, TurnState};
use database::{CommunityTx, DatabaseError};
use kernel::{MeetingId, MemberId, Standing, Timestamp};

/// A meeting as it stands when a letter about it is written to one of the two.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) applicant: MemberId,
    pub(crate) applicant_name: String,
    /// Whether the applicant still waits to come in.
    pub(crate) waits: bool,
    pub(crate) note: String,
    pub(crate) state: MeetingState,
    /// Whoever agreed.
    pub(crate) host: Option<MemberId>,
    pub(crate) host_name: String,
    /// The reader's turn, if they ever had one, and until when.
    pub(crate) turn: Option<(TurnState, Timestamp)>,
    pub(crate) reader: Standing,
}

/// The meeting, for a letter to `reader`.
pub(crate) async fn told(
    tx: &mut CommunityTx,
    meeting: MeetingId,
    reader: MemberId,
) -> Result<Option<Told>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select g.applicant_id, a.name, a.standing, g.note, g.state, g.host_id, h.name as "host_name?", m.standing as reader,
               t.state as "turn?", t.until_at as "until_at?"
           from meeting g
           join member a on a.community_id = g.community_id and a.id = g.applicant_id
           join member m on m.community_id = g.community_id and m.id = $3
           left join member h on h.community_id = g.community_id and h.id = g.host_id
           left join meeting_turn t on t.community_id = g.community_id and t.meeting_id = g.id and t.host_id = $3
           where g.community_id = $1 and g.id = $2"#,
        community,
        meeting.0,
        reader.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        let applicant: Standing = row.standing.parse().map_err(DatabaseError::damaged)?;
        let turn = row.turn.map(|word| word.parse()).transpose().map_err(DatabaseError::damaged)?;
        Ok(Told {
            applicant: row.applicant_id.into(),
            applicant_name: row.name,
            waits: applicant.is_waiting(),
            note: row.note,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            host: row.host_id.map(Into::into),
            host_name: row.host_name.unwrap_or_default(),
            turn: turn.zip(row.until_at),
            reader: row.reader.parse().map_err(DatabaseError::damaged)?,
        })
    })
    .transpose()
}
