//! Requests to me, and words I have given.

use crate::words::{Relation, State};
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, Cursor, Page, PageRequest, SponsorshipId, Timestamp};
use membership::MemberCard;

/// A request as the member who is asked sees it.
#[derive(Debug, Clone)]
pub struct RequestView {
    /// Which.
    pub id: SponsorshipId,
    /// Who asks.
    pub applicant: MemberCard,
    /// What they say of themselves.
    pub about: String,
    /// Their line to the reader; may be empty.
    pub note: String,
    /// When they asked.
    pub requested_at: Timestamp,
    /// Until when one can answer.
    pub expires_at: Timestamp,
    /// Where it stands.
    pub state: State,
    /// Whether it can still be answered.
    pub open: bool,
    /// As long as it can: whether a member has the applicant's name, or one that looks like it.
    pub namesake: bool,
}

/// A word as its giver sees it.
#[derive(Debug, Clone)]
pub struct GivenView {
    /// Which.
    pub id: SponsorshipId,
    /// For whom.
    pub applicant: MemberCard,
    /// How they know them; absent on words brought along by an import.
    pub relation: Option<Relation>,
    /// What they said.
    pub sentence: String,
    /// Whether they have met.
    pub met_in_person: bool,
    /// When they said it.
    pub given_at: Timestamp,
    /// Where it stands.
    pub state: State,
    /// Whether it carries the newcomer, who is in.
    pub carries: bool,
}

impl GivenView {
    /// Whether the word can still be taken back: as long as it carries nobody.
    pub fn may_withdraw(&self) -> bool {
        self.state == State::Given && !self.carries
    }
}

/// Open requests to the caller, the newest first, also those made to their address before they came in.
pub async fn asked_of_me(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<RequestView>, SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let mut tx = db.begin(caller.community).await?;
    let rows = store::views::requests_to(&mut tx, me.member, &page).await?;
    tx.commit().await?;
    Ok(Page::cut(rows, &page, |row| Cursor { at: row.requested_at, id: row.id.0 }))
}

/// How many open requests wait for the caller.
pub async fn open_requests(db: &Db, caller: &Caller) -> Result<i64, SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let mut tx = db.begin(caller.community).await?;
    let count = store::views::count_requests_to(&mut tx, me.member).await?;
    tx.commit().await?;
    Ok(count)
}

/// One request to the caller, open or not.
pub async fn request(db: &Db, caller: &Caller, id: SponsorshipId) -> Result<Option<RequestView>, SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::request_to(&mut tx, me.member, id).await?;
    tx.commit().await?;
    Ok(found)
}

/// Words the caller has given, the newest first, also those that have ended.
pub async fn given_by_me(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<GivenView>, SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let mut tx = db.begin(caller.community).await?;
    let rows = store::views::given_by(&mut tx, me.member, &page).await?;
    tx.commit().await?;
    Ok(Page::cut(rows, &page, |row| Cursor { at: row.given_at, id: row.id.0 }))
}
