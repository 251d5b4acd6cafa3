//! What the doors show of hosts and meetings.

use crate::words::{MeetingState, TurnState, Way};
use crate::{SponsorshipError, store};
use chrono::NaiveDate;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, MeetingId, MeetingLineId, MemberId, SponsorshipId, Timestamp};
use membership::MemberCard;

/// What a host agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostTerms {
    /// Where; may be empty.
    pub town: String,
    /// Whether in person.
    pub in_person: bool,
    /// Whether by video.
    pub by_video: bool,
    /// Newcomers in thirty days at the most.
    pub a_month: u32,
}

/// A line of what the two write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineView {
    /// Which.
    pub id: MeetingLineId,
    /// Who wrote it.
    pub author_name: String,
    /// Whether the reader did.
    pub mine: bool,
    /// What.
    pub words: String,
    /// When.
    pub written_at: Timestamp,
}

/// A meeting as the applicant sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnMeeting {
    /// Which.
    pub id: MeetingId,
    /// Where it stands; those that ended are not shown.
    pub state: MeetingState,
    /// How they would like to meet.
    pub way: Way,
    /// Where they said they are.
    pub town: String,
    /// What they wrote.
    pub note: String,
    /// Since when.
    pub asked_at: Timestamp,
    /// The host, once agreed.
    pub host_name: Option<String>,
    /// Where the host lives; may be empty.
    pub host_town: String,
    /// Until when somebody, who is not named, can answer; nothing while it is nobody's turn.
    pub answer_by: Option<Timestamp>,
    /// When they met.
    pub met_on: Option<NaiveDate>,
    /// What the two wrote.
    pub lines: Vec<LineView>,
}

/// A meeting as the host sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostMeeting {
    /// Which.
    pub id: MeetingId,
    /// Who asks.
    pub applicant: MemberCard,
    /// What they say of themselves, while they wait.
    pub about: String,
    /// What they wrote to whoever meets them.
    pub note: String,
    /// How they would like to meet.
    pub way: Way,
    /// Where they said they are.
    pub town: String,
    /// Where it stands.
    pub state: MeetingState,
    /// What became of the reader's turn.
    pub turn: TurnState,
    /// Since when it is the reader's turn.
    pub asked_at: Timestamp,
    /// Until when.
    pub answer_by: Timestamp,
    /// When they met.
    pub met_on: Option<NaiveDate>,
    /// Having met: the request that the host can answer.
    pub sponsorship: Option<SponsorshipId>,
    /// What the two wrote.
    pub lines: Vec<LineView>,
}

impl HostMeeting {
    /// Whether the reader is to say yes or pass.
    pub fn waits_for_answer(&self) -> bool {
        self.turn == TurnState::Asked && self.state == MeetingState::Seeking
    }
}

/// What a host sees of their own part.
#[derive(Debug, Clone, Default)]
pub struct MyHosting {
    /// What they agreed to; nothing for whoever has not.
    pub terms: Option<HostTerms>,
    /// Where they live by their own profile, to begin with.
    pub town: String,
    /// Meetings that wait for them or that they agreed to, the newest first.
    pub meetings: Vec<HostMeeting>,
}

/// A host as stewards see them.
#[derive(Debug, Clone)]
pub struct RotaPlace {
    /// Who.
    pub member: MemberCard,
    /// What they agreed to.
    pub terms: HostTerms,
    /// When they were asked last.
    pub last_asked_at: Option<Timestamp>,
    /// Times they were asked within thirty days.
    pub asked_lately: i64,
    /// Times they agreed.
    pub accepted: i64,
    /// Times they did not answer.
    pub missed: i64,
    /// People they met.
    pub met: i64,
}

/// Somebody who looks for a host, as stewards see them.
#[derive(Debug, Clone)]
pub struct SeekingView {
    /// Who.
    pub applicant: MemberCard,
    /// Where.
    pub town: String,
    /// How.
    pub way: Way,
    /// Since when.
    pub asked_at: Timestamp,
    /// Until when somebody can answer; nothing while it is nobody's turn.
    pub answer_by: Option<Timestamp>,
}

/// The rota as stewards see it. They see; nobody assigns.
#[derive(Debug, Clone, Default)]
pub struct RotaView {
    /// Hosts, whoever was asked longest ago first; at most 200.
    pub hosts: Vec<RotaPlace>,
    /// Who looks for one, the longest first; at most 200.
    pub seeking: Vec<SeekingView>,
}

/// The caller's meetings with hosts, the newest first.
pub async fn own_meetings(db: &Db, caller: &Caller) -> Result<Vec<OwnMeeting>, SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?.member;
    let mut tx = db.begin(caller.community).await?;
    let mut meetings = store::meeting::of_applicant(&mut tx, me).await?;
    let ids: Vec<MeetingId> = meetings.iter().map(|meeting| meeting.id).collect();
    let mut lines = store::meeting::lines_of(&mut tx, &ids, me).await?;
    tx.commit().await?;
    for meeting in &mut meetings {
        meeting.lines = lines.remove(&meeting.id).unwrap_or_default();
    }
    Ok(meetings)
}

/// What the caller agreed to as a host, and whom they are to meet.
pub async fn my_hosting(db: &Db, caller: &Caller) -> Result<MyHosting, SponsorshipError> {
    let me = caller.must_as_member(Act::Host)?.member;
    let mut tx = db.begin(caller.community).await?;
    let terms = store::hosts::terms(&mut tx, me).await?;
    let town = membership::views::cards_tx(&mut tx, &[me]).await?.pop().map(|card| card.town).unwrap_or_default();
    let meetings = of_host(&mut tx, me, None).await?;
    tx.commit().await?;
    Ok(MyHosting { terms, town, meetings })
}

/// One meeting that waits for the caller or that they agreed to.
pub async fn meeting_for_host(
    db: &Db,
    caller: &Caller,
    id: MeetingId,
) -> Result<Option<HostMeeting>, SponsorshipError> {
    let me = caller.must_as_member(Act::Host)?.member;
    let mut tx = db.begin(caller.community).await?;
    let found = of_host(&mut tx, me, Some(id)).await?.pop();
    tx.commit().await?;
    Ok(found)
}

async fn of_host(
    tx: &mut CommunityTx,
    host: MemberId,
    only: Option<MeetingId>,
) -> Result<Vec<HostMeeting>, SponsorshipError> {
    let mut meetings = store::meeting::of_host(tx, host, only).await?;
    let ids: Vec<MeetingId> = meetings.iter().map(|meeting| meeting.id).collect();
    let mut lines = store::meeting::lines_of(tx, &ids, host).await?;
    for meeting in &mut meetings {
        meeting.lines = lines.remove(&meeting.id).unwrap_or_default();
    }
    Ok(meetings)
}

/// The rota, and who looks for a host. Stewards and owners.
pub async fn rota(db: &Db, caller: &Caller) -> Result<RotaView, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let hosts = store::hosts::rota(&mut tx).await?;
    let seeking = store::meeting::seeking(&mut tx).await?;
    tx.commit().await?;
    Ok(RotaView { hosts, seeking })
}
