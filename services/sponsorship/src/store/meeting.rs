//! Meetings with hosts.

mod line;
mod shown;
mod told;
mod turn;

pub(crate) use line::{lines_written, write};
pub(crate) use shown::{lines_of, of_applicant, of_host, seeking};
pub(crate) use told::{Told, told};
pub(crate) use turn::{drop_turn, end_turn, give_turn, is_somebodys_turn, turn_of};

use crate::hosting::Place;
use crate::hosting::turn::Wanted;
use crate::words::{MeetingState, MetBy, Way};
use chrono::NaiveDate;
use database::{CommunityTx, DatabaseError};
use kernel::{MeetingId, MemberId, SponsorshipId, Timestamp};
use uuid::Uuid;

/// A meeting as use cases see it.
#[derive(Debug, Clone)]
pub(crate) struct Meeting {
    pub(crate) id: MeetingId,
    pub(crate) applicant: MemberId,
    pub(crate) town: String,
    pub(crate) way: Way,
    pub(crate) note: String,
    pub(crate) state: MeetingState,
    /// Whoever agreed.
    pub(crate) host: Option<MemberId>,
    pub(crate) asked_at: Timestamp,
    pub(crate) sponsorship: Option<SponsorshipId>,
}

impl Meeting {
    /// What is looked for.
    pub(crate) fn wanted(&self) -> Wanted {
        Wanted { meeting: self.id, applicant: self.applicant, place: Place::of(&self.town), way: self.way }
    }
}

struct Row {
    id: Uuid,
    applicant_id: Uuid,
    town: String,
    way: String,
    note: String,
    state: String,
    host_id: Option<Uuid>,
    asked_at: Timestamp,
    sponsorship_id: Option<Uuid>,
}

impl Row {
    fn read(self) -> Result<Meeting, DatabaseError> {
        Ok(Meeting {
            id: self.id.into(),
            applicant: self.applicant_id.into(),
            town: self.town,
            way: self.way.parse().map_err(DatabaseError::damaged)?,
            note: self.note,
            state: self.state.parse().map_err(DatabaseError::damaged)?,
            host: self.host_id.map(Into::into),
            asked_at: self.asked_at,
            sponsorship: self.sponsorship_id.map(Into::into),
        })
    }
}

/// The meeting, without holding it.
pub(crate) async fn find(tx: &mut CommunityTx, id: MeetingId) -> Result<Option<Meeting>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        Row,
        "select id, applicant_id, town, way, note, state, host_id, asked_at, sponsorship_id
         from meeting where community_id = $1 and id = $2",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?
    .map(Row::read)
    .transpose()
}

/// The meeting, held until the transaction ends.
pub(crate) async fn hold(tx: &mut CommunityTx, id: MeetingId) -> Result<Option<Meeting>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        Row,
        "select id, applicant_id, town, way, note, state, host_id, asked_at, sponsorship_id
         from meeting where community_id = $1 and id = $2 for no key update",
        community,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?
    .map(Row::read)
    .transpose()
}

/// An applicant's meetings that are under way and were asked for by `until`, held.
pub(crate) async fn open_of(
    tx: &mut CommunityTx,
    applicant: MemberId,
    until: Timestamp,
) -> Result<Vec<Meeting>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        Row,
        "select id, applicant_id, town, way, note, state, host_id, asked_at, sponsorship_id
         from meeting where community_id = $1 and applicant_id = $2 and asked_at <= $3 and state in ('seeking', 'agreed')
         order by id for no key update",
        community,
        applicant.0,
        until,
    )
    .fetch_all(tx.conn())
    .await?
    .into_iter()
    .map(Row::read)
    .collect()
}

/// Meetings that wait for this host, asked or agreed by `until`, held.
pub(crate) async fn waiting_for(
    tx: &mut CommunityTx,
    host: MemberId,
    until: Timestamp,
) -> Result<Vec<Meeting>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        Row,
        "select g.id, g.applicant_id, g.town, g.way, g.note, g.state, g.host_id, g.asked_at, g.sponsorship_id
         from meeting g join meeting_turn t on t.community_id = g.community_id and t.meeting_id = g.id
         where g.community_id = $1 and t.host_id = $2 and t.asked_at <= $3 and g.state in ('seeking', 'agreed')
           and t.state in ('asked', 'accepted')
         order by g.id for no key update of g",
        community,
        host.0,
        until,
    )
    .fetch_all(tx.conn())
    .await?
    .into_iter()
    .map(Row::read)
    .collect()
}

/// How much an applicant has asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    /// Under way.
    pub(crate) open: i64,
    /// Within a month, whatever became of them.
    pub(crate) lately: i64,
}

pub(crate) async fn figures(tx: &mut CommunityTx, applicant: MemberId) -> Result<Figures, DatabaseError> {
    let (community, since) = (tx.community().0, tx.now() - crate::hosting::MONTH);
    let row = sqlx::query!(
        r#"select count(*) filter (where state in ('seeking', 'agreed')) as "open!",
               count(*) filter (where asked_at > $3) as "lately!"
           from meeting where community_id = $1 and applicant_id = $2"#,
        community,
        applicant.0,
        since,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Figures { open: row.open, lately: row.lately })
}

pub(crate) async fn insert(tx: &mut CommunityTx, wanted: &Wanted, town: &str, note: &str) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into meeting (community_id, id, applicant_id, town, way, note, state, asked_at)
         values ($1, $2, $3, $4, $5, $6, 'seeking', $7)",
        community,
        wanted.meeting.0,
        wanted.applicant.0,
        town,
        wanted.way.as_str(),
        note,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Meetings for which nobody is asked: the earliest hundred.
pub(crate) async fn without_a_host(tx: &mut CommunityTx) -> Result<Vec<MeetingId>, DatabaseError> {
    let community = tx.community().0;
    let ids = sqlx::query_scalar!(
        "select g.id from meeting g
         where g.community_id = $1 and g.state = 'seeking' and not exists (
             select 1 from meeting_turn t where t.community_id = $1 and t.meeting_id = g.id and t.state = 'asked'
         )
         order by g.asked_at, g.id limit 100",
        community,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(ids.into_iter().map(MeetingId).collect())
}

/// False when it is not looking for a host any more.
pub(crate) async fn agree(tx: &mut CommunityTx, meeting: MeetingId, host: MemberId) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update meeting set state = 'agreed', host_id = $3, agreed_at = $4
         where community_id = $1 and id = $2 and state = 'seeking'",
        community,
        meeting.0,
        host.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// It looks for a host again.
pub(crate) async fn reopen(tx: &mut CommunityTx, meeting: MeetingId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update meeting set state = 'seeking', host_id = null, agreed_at = null
         where community_id = $1 and id = $2 and state in ('seeking', 'agreed')",
        community,
        meeting.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn end(tx: &mut CommunityTx, meeting: MeetingId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update meeting set state = 'ended', ended_at = $3
         where community_id = $1 and id = $2 and state in ('seeking', 'agreed')",
        community,
        meeting.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn met(
    tx: &mut CommunityTx,
    meeting: MeetingId,
    met_on: NaiveDate,
    met_by: MetBy,
    sponsorship: SponsorshipId,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update meeting set state = 'met', met_on = $3, met_way = $4, sponsorship_id = $5
         where community_id = $1 and id = $2 and state = 'agreed'",
        community,
        meeting.0,
        met_on,
        met_by.as_str(),
        sponsorship.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// A request or word between two that stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub(crate) id: SponsorshipId,
    /// Whether the applicant knows whose it is: of a request by address they do not, until it is granted.
    pub(crate) is_known: bool,
}

/// The request or word between these two that stands, if there is one.
pub(crate) async fn request_of_pair(
    tx: &mut CommunityTx,
    sponsor: MemberId,
    applicant: MemberId,
) -> Result<Option<Standing>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query!(
        r#"select id, (state = 'given' or via in ('link', 'invitation', 'host')) as "is_known!" from sponsorship
           where community_id = $1 and sponsor_id = $2 and applicant_id = $3 and state in ('requested', 'given')"#,
        community,
        sponsor.0,
        applicant.0,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(|row| Standing { id: row.id.into(), is_known: row.is_known }))
}
