//! Getting in: requests, words given, the waiting room.

mod decision;
mod inviting;
mod ties;

use super::Member;
use crate::{
    ids::Global as _,
    words::{AskedState, Relation, SponsorshipState},
};
use async_graphql::{ID, Object};
pub use decision::{Admission, CertificateCheck, Verdict};
pub use inviting::{Invitation, Inviter, Tokens};
use kernel::Timestamp;
use sponsorship::{AskedView, GivenView, NewcomerView, RequestView, views};
pub use ties::HowLinked;
pub(crate) use ties::how_linked;

/// A request as the member who is asked sees it.
pub struct SponsorshipRequest(pub(crate) RequestView);

#[Object]
impl SponsorshipRequest {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
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
    /// As long as it can: whether a member has the applicant's name, or one that looks like it.
    async fn has_namesake(&self) -> bool {
        self.0.namesake
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
    /// Whether it can still be taken back.
    async fn may_withdraw(&self) -> bool {
        self.0.may_withdraw()
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
    /// When the application ends, unless it is renewed before; absent on its first day.
    async fn ends_at(&self) -> Option<Timestamp> {
        self.0.end.map(|end| end.ends_at)
    }
    /// Whether it can be renewed now: once, within the fourteen days before its end.
    async fn may_renew(&self) -> bool {
        self.0.end.is_some_and(|end| end.may_renew)
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
    /// Whether a member has this name, or one that looks like it.
    async fn has_namesake(&self) -> bool {
        self.0.namesake
    }
}
