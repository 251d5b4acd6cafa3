//! Hosts and meetings, and whether the waiting room empties.

use super::Member;
use crate::{
    ids::Global as _,
    words::{MeetingState, MeetingWay, TurnState},
};
use async_graphql::{ID, Object, SimpleObject};
use chrono::NaiveDate;
use kernel::Timestamp;
use sponsorship::funnel::{Unanswered, WaitingFigures as Figures, WaitingMonth as Month};
use sponsorship::{
    HostMeeting as HostView, HostTerms as Terms, LineView, MyHosting as Mine, OwnMeeting as OwnView, RotaPlace,
    RotaView, SeekingView,
};

/// What a host agreed to.
#[derive(SimpleObject)]
pub struct HostTerms {
    /// Where; may be empty.
    town: String,
    /// Whether in person.
    in_person: bool,
    /// Whether by video.
    by_video: bool,
    /// Newcomers in thirty days at the most.
    a_month: u32,
}

impl From<Terms> for HostTerms {
    fn from(terms: Terms) -> Self {
        Self { town: terms.town, in_person: terms.in_person, by_video: terms.by_video, a_month: terms.a_month }
    }
}

/// A line of what the two write.
pub struct MeetingLine(LineView);

#[Object]
impl MeetingLine {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Who wrote it.
    async fn author_name(&self) -> &str {
        &self.0.author_name
    }
    /// Whether the asker did.
    async fn is_mine(&self) -> bool {
        self.0.mine
    }
    /// What.
    async fn words(&self) -> &str {
        &self.0.words
    }
    /// When.
    async fn written_at(&self) -> Timestamp {
        self.0.written_at
    }
}

/// A meeting as the applicant sees it.
pub struct OwnMeeting(pub(crate) OwnView);

#[Object]
impl OwnMeeting {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Where it stands.
    async fn state(&self) -> MeetingState {
        self.0.state.into()
    }
    /// How they would like to meet.
    async fn way(&self) -> MeetingWay {
        self.0.way.into()
    }
    /// Where they said they are; may be empty.
    async fn town(&self) -> &str {
        &self.0.town
    }
    /// What they wrote.
    async fn note(&self) -> &str {
        &self.0.note
    }
    /// Since when.
    async fn asked_at(&self) -> Timestamp {
        self.0.asked_at
    }
    /// The host, once agreed.
    async fn host_name(&self) -> Option<&str> {
        self.0.host_name.as_deref()
    }
    /// Until when somebody, who is not named, can answer; absent while it is nobody's turn.
    async fn answer_by(&self) -> Option<Timestamp> {
        self.0.answer_by
    }
    /// When they met.
    async fn met_on(&self) -> Option<NaiveDate> {
        self.0.met_on
    }
    /// What the two wrote, the earliest first; at most 40.
    async fn lines(&self) -> Vec<MeetingLine> {
        self.0.lines.iter().cloned().map(MeetingLine).collect()
    }
}

/// A meeting as the host sees it.
pub struct HostMeeting(pub(crate) HostView);

#[Object]
impl HostMeeting {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Who asks.
    async fn applicant(&self) -> Member {
        Member(self.0.applicant.clone())
    }
    /// What they say of themselves, while they wait.
    async fn about(&self) -> &str {
        &self.0.about
    }
    /// What they wrote to whoever meets them.
    async fn note(&self) -> &str {
        &self.0.note
    }
    /// How they would like to meet.
    async fn way(&self) -> MeetingWay {
        self.0.way.into()
    }
    /// Where they said they are; may be empty.
    async fn town(&self) -> &str {
        &self.0.town
    }
    /// Where it stands.
    async fn state(&self) -> MeetingState {
        self.0.state.into()
    }
    /// What became of the asker's turn.
    async fn turn(&self) -> TurnState {
        self.0.turn.into()
    }
    /// Whether the asker is to agree or pass.
    async fn waits_for_answer(&self) -> bool {
        self.0.waits_for_answer()
    }
    /// Since when it is the asker's turn.
    async fn asked_at(&self) -> Timestamp {
        self.0.asked_at
    }
    /// Until when it is.
    async fn answer_by(&self) -> Timestamp {
        self.0.answer_by
    }
    /// When they met.
    async fn met_on(&self) -> Option<NaiveDate> {
        self.0.met_on
    }
    /// Having met: the request that the host can answer.
    async fn sponsorship_id(&self) -> Option<ID> {
        self.0.sponsorship.map(crate::ids::Global::global)
    }
    /// What the two wrote, the earliest first; at most 40.
    async fn lines(&self) -> Vec<MeetingLine> {
        self.0.lines.iter().cloned().map(MeetingLine).collect()
    }
}

/// What a host sees of their own part.
pub struct MyHosting(pub(crate) Mine);

#[Object]
impl MyHosting {
    /// What they agreed to; absent for whoever has not.
    async fn terms(&self) -> Option<HostTerms> {
        self.0.terms.clone().map(Into::into)
    }
    /// Meetings that wait for them or that they agreed to, the newest first; at most 50.
    async fn meetings(&self) -> Vec<HostMeeting> {
        self.0.meetings.iter().cloned().map(HostMeeting).collect()
    }
}

/// A host as stewards see them.
pub struct Host(RotaPlace);

#[Object]
impl Host {
    /// Who.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// What they agreed to.
    async fn terms(&self) -> HostTerms {
        self.0.terms.clone().into()
    }
    /// When they were asked last.
    async fn last_asked_at(&self) -> Option<Timestamp> {
        self.0.last_asked_at
    }
    /// Times they were asked within thirty days.
    async fn asked_lately(&self) -> i64 {
        self.0.asked_lately
    }
    /// Times they agreed.
    async fn accepted(&self) -> i64 {
        self.0.accepted
    }
    /// Times they did not answer.
    async fn missed(&self) -> i64 {
        self.0.missed
    }
    /// People they met.
    async fn met(&self) -> i64 {
        self.0.met
    }
}

/// Somebody who looks for a host, as stewards see them.
pub struct HostSeeker(SeekingView);

#[Object]
impl HostSeeker {
    /// Who.
    async fn applicant(&self) -> Member {
        Member(self.0.applicant.clone())
    }
    /// Where; may be empty.
    async fn town(&self) -> &str {
        &self.0.town
    }
    /// How.
    async fn way(&self) -> MeetingWay {
        self.0.way.into()
    }
    /// Since when.
    async fn asked_at(&self) -> Timestamp {
        self.0.asked_at
    }
    /// Until when somebody can answer; absent while it is nobody's turn.
    async fn answer_by(&self) -> Option<Timestamp> {
        self.0.answer_by
    }
}

/// The rota as stewards see it; nobody is assigned.
pub struct HostRota(pub(crate) RotaView);

#[Object]
impl HostRota {
    /// Hosts, whoever was asked longest ago first; at most 200.
    async fn hosts(&self) -> Vec<Host> {
        self.0.hosts.iter().cloned().map(Host).collect()
    }
    /// Who looks for one, the longest first; at most 200.
    async fn seeking(&self) -> Vec<HostSeeker> {
        self.0.seeking.iter().cloned().map(HostSeeker).collect()
    }
}

/// What happened in a month.
#[derive(SimpleObject)]
pub struct WaitingMonth {
    /// Its first day, in the community's time zone.
    month: NaiveDate,
    /// Applications made.
    asked: i64,
    /// People who got their first word.
    sponsored: i64,
    /// People let in.
    admitted: i64,
    /// Applications closed without.
    closed: i64,
}

/// Somebody who waits without a single word.
pub struct UnansweredNewcomer(Unanswered);

#[Object]
impl UnansweredNewcomer {
    /// Who.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// Since when.
    async fn applied_at(&self) -> Timestamp {
        self.0.applied_at
    }
    /// Requests and meetings they asked for.
    async fn asked(&self) -> i64 {
        self.0.asked
    }
}

/// Whether the waiting room empties.
pub struct WaitingFigures(pub(crate) Figures);

#[Object]
impl WaitingFigures {
    /// Twelve months, the earliest first.
    async fn months(&self) -> Vec<WaitingMonth> {
        let month = |one: &Month| WaitingMonth {
            month: one.month,
            asked: one.asked,
            sponsored: one.sponsored,
            admitted: one.admitted,
            closed: one.closed,
        };
        self.0.months.iter().map(month).collect()
    }
    /// Days from applying to coming in, of half of those who came in within these months at the most; absent while nobody did.
    async fn median_days(&self) -> Option<f64> {
        self.0.median_days
    }
    /// People who wait now.
    async fn waiting(&self) -> i64 {
        self.0.waiting
    }
    /// Of these, those who have waited more than thirty days.
    async fn waiting_long(&self) -> i64 {
        self.0.waiting_long
    }
    /// Of these, those without a single word, whoever waits longest first; at most 50.
    async fn unanswered(&self) -> Vec<UnansweredNewcomer> {
        self.0.unanswered.iter().cloned().map(UnansweredNewcomer).collect()
    }
}
