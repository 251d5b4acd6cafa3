//! Getting in: requests, words given, the waiting room, and how people are linked.

mod decision;

use super::Member;
use crate::{
    ids::Global as _,
    visit::Desk,
    words::{AskedState, Language, Relation, SponsorshipState},
};
use async_graphql::{Enum, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
pub use decision::{Admission, Verdict};
use kernel::{MemberId, RefusalKind, Refuse as _, Timestamp};
use sponsorship::{AskedView, GivenView, InvitationView, NewcomerView, RequestView, TokensView, views};

/// A request as the member who is asked sees it.
pub struct SponsorshipRequest(pub(crate) RequestView);

#[Object]
impl SponsorshipRequest {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Who asks.
    async fn applicant(&self) -> Member {
        Member(self.0.applicant.clone())
    }
    /// What they say of themselves.
    async fn about(&self) -> &str {
        &self.0.about
    }
    /// Their line to the reader; may be empty.
    async fn note(&self) -> &str {
        &self.0.note
    }
    /// When they asked.
    async fn requested_at(&self) -> Timestamp {
        self.0.requested_at
    }
    /// Until when it can be answered.
    async fn expires_at(&self) -> Timestamp {
        self.0.expires_at
    }
    /// Where it stands.
    async fn state(&self) -> SponsorshipState {
        self.0.state.into()
    }
    /// Whether it can still be answered.
    async fn is_open(&self) -> bool {
        self.0.open
    }
}

/// A word as its giver sees it.
pub struct GivenSponsorship(pub(crate) GivenView);

#[Object]
impl GivenSponsorship {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// For whom.
    async fn applicant(&self) -> Member {
        Member(self.0.applicant.clone())
    }
    /// How the giver knows them; absent where it was brought along by an import.
    async fn relation(&self) -> Option<Relation> {
        self.0.relation.map(Into::into)
    }
    /// What the giver said.
    async fn sentence(&self) -> &str {
        &self.0.sentence
    }
    /// Whether they have met.
    async fn met_in_person(&self) -> bool {
        self.0.met_in_person
    }
    /// When it was said.
    async fn given_at(&self) -> Timestamp {
        self.0.given_at
    }
    /// Where it stands.
    async fn state(&self) -> SponsorshipState {
        self.0.state.into()
    }
    /// Whether it carries the newcomer, who is in.
    async fn carries(&self) -> bool {
        self.0.carries
    }
}

/// A request as its applicant sees it.
pub struct AskedSponsor(AskedView);

#[Object]
impl AskedSponsor {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Whom they asked: the address as they typed it, or the name where they knew it.
    async fn who(&self) -> &str {
        &self.0.who
    }
    /// Where it stands, as far as they may know.
    async fn state(&self) -> AskedState {
        self.0.state.into()
    }
    /// How the sponsor says they know them, once given.
    async fn relation(&self) -> Option<Relation> {
        self.0.relation.map(Into::into)
    }
    /// What the sponsor says, once given.
    async fn sentence(&self) -> &str {
        &self.0.sentence
    }
    /// Since when.
    async fn since(&self) -> Timestamp {
        self.0.since
    }
    /// Until when it can be answered.
    async fn expires_at(&self) -> Timestamp {
        self.0.expires_at
    }
}

/// Where the asker's application stands.
pub struct WaitingRoom(pub(crate) views::WaitingRoom);

#[Object]
impl WaitingRoom {
    /// The asker.
    async fn applicant(&self) -> Member {
        Member(self.0.applicant.clone())
    }
    /// Whether a steward decides here; then sponsors are welcome but not needed.
    async fn is_by_office(&self) -> bool {
        self.0.by_office
    }
    /// Sponsorships needed today.
    async fn needed(&self) -> u32 {
        self.0.needed
    }
    /// Sponsorships given.
    async fn given(&self) -> u32 {
        self.0.given
    }
    /// What would be decided now.
    async fn verdict(&self) -> Verdict {
        self.0.verdict.clone().into()
    }
    /// Requests, the newest first.
    async fn asked(&self) -> Vec<AskedSponsor> {
        self.0.asked.iter().cloned().map(AskedSponsor).collect()
    }
    /// Whether another member can be asked now.
    async fn may_ask(&self) -> bool {
        self.0.may_ask()
    }
}

/// Somebody who waits, as a steward sees them.
pub struct Newcomer(pub(crate) NewcomerView);

#[Object]
impl Newcomer {
    /// Who.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// What they say of themselves.
    async fn about(&self) -> &str {
        &self.0.about
    }
    /// Since when they wait.
    async fn applied_at(&self) -> Timestamp {
        self.0.applied_at
    }
    /// Sponsorships given to them.
    async fn given(&self) -> u32 {
        self.0.given
    }
    /// Sponsorships needed today; 0 where a steward decides.
    async fn needed(&self) -> u32 {
        self.0.needed
    }
    /// Requests without an answer.
    async fn open(&self) -> u32 {
        self.0.open
    }
}

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::InvitationState")]
pub enum InvitationState {
    /// Holds.
    Open,
    /// The person came.
    Used,
    /// Taken back.
    Revoked,
    /// Out of time.
    Expired,
}

/// An invitation as its writer sees it.
pub struct Invitation(pub(crate) InvitationView);

#[Object]
impl Invitation {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// To whom, as typed.
    async fn email(&self) -> &str {
        &self.0.email
    }
    /// How the writer knows them.
    async fn relation(&self) -> Relation {
        self.0.relation.into()
    }
    /// What the writer says of them.
    async fn sentence(&self) -> &str {
        &self.0.sentence
    }
    /// The language of the letter.
    async fn language(&self) -> Language {
        self.0.language.into()
    }
    /// What became of it.
    async fn state(&self) -> InvitationState {
        self.0.state.into()
    }
    /// When it was written.
    async fn created_at(&self) -> Timestamp {
        self.0.created_at
    }
    /// Until when it holds.
    async fn expires_at(&self) -> Timestamp {
        self.0.expires_at
    }
}

/// How often the asker may still vouch.
#[derive(SimpleObject)]
pub struct Tokens {
    /// Whether it is counted here at all; not where stewards admit.
    is_counted: bool,
    /// Tokens within twelve months.
    granted: u32,
    /// Paid within the last twelve months.
    spent: u32,
    /// Promised to people who still wait.
    promised: u32,
    /// Neither paid nor promised.
    left: u32,
    /// When none is left: the day on which one comes back, if one will.
    next_on: Option<NaiveDate>,
    /// The first day on which the asker may vouch at all, if that lies ahead.
    may_vouch_from: Option<NaiveDate>,
}

impl From<TokensView> for Tokens {
    fn from(view: TokensView) -> Self {
        Self {
            is_counted: view.counted,
            granted: view.granted,
            spent: view.spent,
            promised: view.promised,
            left: view.left,
            next_on: view.next_on.and_then(date),
            may_vouch_from: view.may_vouch_from.and_then(date),
        }
    }
}

/// Days from the common era to 1 January 1970.
const EPOCH_FROM_CE: i32 = 719_163;

fn date(day: trust::Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day.number().checked_add(EPOCH_FROM_CE)?)
}

/// Whose link or invitation somebody holds, as a stranger may see them.
#[derive(SimpleObject)]
pub struct Inviter {
    /// Name.
    name: String,
    /// Where they live; may be empty.
    town: String,
    /// What they wrote of the person they invited; empty on a personal link.
    sentence: String,
    /// The language of the invitation; absent on a personal link.
    language: Option<Language>,
}

impl From<sponsorship::InviterFace> for Inviter {
    fn from(face: sponsorship::InviterFace) -> Self {
        let language = face.language.map(Into::into);
        Self { name: face.name, town: face.town, sentence: face.sentence, language }
    }
}

/// Who vouched for whom in a step of a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "trust::Arrow")]
pub enum Arrow {
    /// The one before vouched for this one.
    Sponsored,
    /// This one vouched for the one before.
    SponsoredBy,
    /// Each for the other.
    Mutual,
}

/// One person on a chain. The first is the asker.
#[derive(SimpleObject)]
pub struct ChainStep {
    /// Who; hidden where the person is no longer among those whom members see.
    member: Option<Member>,
    /// Who vouched for whom between the one before and this one; absent on the first.
    arrow: Option<Arrow>,
}

/// The ties between the asker and another member.
#[derive(SimpleObject)]
pub struct HowLinked {
    /// One shortest chain, both ends included; empty when there is none.
    chain: Vec<ChainStep>,
    /// Chains that share nobody in between, counted up to three.
    independent: u8,
    /// Members who vouched for both.
    common_sponsors: Vec<Member>,
    /// Members for whom both vouched.
    common_sponsored: Vec<Member>,
}

/// Nothing where the house knows no ties to speak of: oneself, or somebody who is not inside.
pub(super) async fn how_linked(desk: Desk<'_>, member: MemberId) -> Result<Option<HowLinked>> {
    if desk.caller.me().is_some_and(|me| me.member == member) {
        return Ok(None);
    }
    match sponsorship::connection(desk.db, desk.caller, member).await {
        Err(error) if error.refusal().kind == RefusalKind::NotFound => Ok(None),
        found => desk.value(found).map(|view| Some(view.into())),
    }
}

impl From<sponsorship::ConnectionView> for HowLinked {
    fn from(view: sponsorship::ConnectionView) -> Self {
        let step = |step: sponsorship::ChainStep| ChainStep {
            member: step.member.map(Member),
            arrow: step.arrow.map(Into::into),
        };
        Self {
            chain: view.chain.into_iter().map(step).collect(),
            independent: view.independent,
            common_sponsors: view.common_sponsors.into_iter().map(Member).collect(),
            common_sponsored: view.common_sponsored.into_iter().map(Member).collect(),
        }
    }
}
