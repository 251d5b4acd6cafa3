//! What the operator sees: figures, no member's content.

use crate::ids::Global as _;
use async_graphql::{ID, Object, SimpleObject};
use community::host_wish::HostWish as Wish;
use community::operator::{BuriedJob as Buried, CommunityLine, LaneFigures, LetterLine};
use kernel::Timestamp;
use membership::complaints::LetterWatch as Watch;

/// A community in the operator's list.
pub struct CommunityFigures(pub(crate) CommunityLine);

#[Object]
impl CommunityFigures {
    /// Which one.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Short name.
    async fn slug(&self) -> &str {
        &self.0.slug
    }
    /// Name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Who runs it.
    async fn organisation(&self) -> &str {
        &self.0.organisation
    }
    /// The preset it was launched from.
    async fn preset(&self) -> &str {
        &self.0.preset
    }
    /// How many people are in.
    async fn member_count(&self) -> i32 {
        self.0.members
    }
    /// The host name it is shown under.
    async fn host(&self) -> Option<&str> {
        self.0.primary_host.as_deref()
    }
    /// Launched when.
    async fn created_at(&self) -> Timestamp {
        self.0.created_at
    }
}

/// One lane of the queue, counted.
#[derive(SimpleObject)]
pub struct Lane {
    /// `security`, `prompt` or `bulk`.
    name: String,
    /// Jobs that wait, due or not.
    queued: i64,
    /// Jobs in a worker's hands.
    leased: i64,
    /// Jobs that could not be done.
    buried: i64,
    /// Since when the oldest due job waits.
    oldest_due_at: Option<Timestamp>,
}

impl From<LaneFigures> for Lane {
    fn from(lane: LaneFigures) -> Self {
        let LaneFigures { lane: name, queued, leased, buried, oldest_due_at } = lane;
        Self { name, queued, leased, buried, oldest_due_at }
    }
}

/// A job that could not be done.
pub struct BuriedJob(pub(crate) Buried);

#[Object]
impl BuriedJob {
    /// Which.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Whose.
    async fn community_id(&self) -> ID {
        self.0.community.global()
    }
    /// That community's name.
    async fn community_name(&self) -> &str {
        &self.0.community_name
    }
    /// Its kind.
    async fn kind(&self) -> &str {
        &self.0.kind
    }
    /// Its lane.
    async fn lane(&self) -> &str {
        &self.0.lane
    }
    /// How often it was tried.
    async fn attempts(&self) -> i32 {
        self.0.attempts
    }
    /// Why the last try failed.
    async fn last_error(&self) -> &str {
        &self.0.last_error
    }
    /// Written when.
    async fn created_at(&self) -> Timestamp {
        self.0.created_at
    }
}

/// A host name that waits for the operator.
pub struct HostWish(pub(crate) Wish);

#[Object]
impl HostWish {
    /// Whose.
    async fn community_id(&self) -> ID {
        self.0.community.global()
    }
    /// That community's name.
    async fn community_name(&self) -> &str {
        &self.0.community_name
    }
    /// Which.
    async fn host(&self) -> &str {
        &self.0.host
    }
    /// Since when.
    async fn asked_at(&self) -> Timestamp {
        self.0.asked_at
    }
}

/// A letter that left the house, or did not.
pub struct SentLetter(pub(crate) LetterLine);

#[Object]
impl SentLetter {
    /// That community's name.
    async fn community_name(&self) -> &str {
        &self.0.community_name
    }
    /// To which address, shortened to its first letter and its domain.
    async fn recipient(&self) -> &str {
        &self.0.recipient
    }
    /// Which letter.
    async fn kind(&self) -> &str {
        &self.0.kind
    }
    /// `sent`, `refused` or `suppressed`.
    async fn outcome(&self) -> &str {
        &self.0.outcome
    }
    /// What the relay said.
    async fn answer(&self) -> &str {
        &self.0.answer
    }
    /// When.
    async fn at(&self) -> Timestamp {
        self.0.at
    }
}

/// How a community stands with those who get its letters.
pub struct LetterWatch(pub(crate) Watch);

#[Object]
impl LetterWatch {
    /// Which community.
    async fn community_id(&self) -> ID {
        self.0.community.global()
    }
    /// Its name.
    async fn community_name(&self) -> &str {
        &self.0.name
    }
    /// Letters sent within thirty days, when it was counted last.
    async fn letters(&self) -> i64 {
        self.0.figures.letters
    }
    /// Those of them that somebody reported as unwanted.
    async fn complaints(&self) -> i64 {
        self.0.figures.complaints
    }
    /// When it was counted last.
    async fn counted_at(&self) -> Timestamp {
        self.0.counted_at
    }
    /// Since when its letters wait, those to sign in with aside; nothing while they leave.
    async fn held_since(&self) -> Option<Timestamp> {
        self.0.held_since
    }
    /// When its owners and the operators were last told that there are too many complaints.
    async fn warned_at(&self) -> Option<Timestamp> {
        self.0.alarmed_at
    }
    /// When an operator last let its letters go on.
    async fn let_go_at(&self) -> Option<Timestamp> {
        self.0.let_go_at
    }
    /// Why; empty as long as nobody has.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
}
