//! The waiting room.

use super::VerdictSummary;
use crate::application::ApplicationEnd;
use crate::graph::kept;
use crate::rules::Rules;
use crate::words::{AskedState, Relation, Route};
use crate::{SponsorshipError, decision, store};
use database::Db;
use kernel::{Act, Caller, SponsorshipId, Timestamp};
use membership::MemberCard;

/// A request as its applicant sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedView {
    /// Which.
    pub id: SponsorshipId,
    /// Whom they asked: the address as they typed it, or the name where they knew it (a link, an invitation, a word given).
    pub who: String,
    /// Where it stands, as far as they may know.
    pub state: AskedState,
    /// How it came about.
    pub route: Route,
    /// How the sponsor says they know them, once given.
    pub relation: Option<Relation>,
    /// What the sponsor says, once given.
    pub sentence: String,
    /// Since when.
    pub since: Timestamp,
    /// Until when it can be answered.
    pub expires_at: Timestamp,
}

/// Where an application stands.
#[derive(Debug, Clone)]
pub struct WaitingRoom {
    /// The applicant.
    pub applicant: MemberCard,
    /// Whether a steward decides here; then sponsors are welcome but not needed.
    pub by_office: bool,
    /// Sponsorships needed today; 0 where a steward decides.
    pub needed: u32,
    /// Sponsorships given; of one household one.
    pub given: u32,
    /// What the engine says now.
    pub verdict: VerdictSummary,
    /// Requests, the newest first; those taken back are left out.
    pub asked: Vec<AskedView>,
    /// Requests without an answer.
    pub open: u32,
    /// Requests that may be open at once.
    pub most_open: u32,
    /// How long the application still lives; nothing on its first day.
    pub end: Option<ApplicationEnd>,
    /// After how many days without an answer one had better ask somebody else.
    pub patience_days: u32,
}

impl WaitingRoom {
    /// Whether another member can be asked now.
    pub fn may_ask(&self) -> bool {
        self.open < self.most_open
    }
}

/// The caller's own waiting room.
pub async fn waiting(db: &Db, caller: &Caller) -> Result<WaitingRoom, SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    let mut tx = db.begin(caller.community).await?;
    let rules = Rules::load(&mut tx).await?;
    let person = store::people::look_at(&mut tx, me.member).await?.ok_or(SponsorshipError::NotFound)?;
    let card = membership::views::cards_tx(&mut tx, &[me.member]).await?.pop().ok_or(SponsorshipError::NotFound)?;
    let offers = decision::offers(&mut tx, me.member).await?;
    let given = u32::try_from(offers.len()).unwrap_or(u32::MAX);
    let question = decision::Question::about(&mut tx, &rules, &person, &offers).await?;
    let asked = store::views::asked_by(&mut tx, me.member).await?;
    let end = store::application::of(&mut tx, me.member).await?;
    let version = store::graph::version(&mut tx).await?;
    tx.commit().await?;
    // Only a preview: the decision itself is taken on the rows, under the head's lock.
    let graph = kept::reading(db, caller.community, version).await?;
    let verdict = graph.ask(move |graph| question.put_to(graph)).await?;
    // Of two who share a household, one word counts: the applicant is told that it is so, not whose.
    let doubled = verdict.set_aside.iter().filter(|aside| aside.why == trust::WhyAside::SameHousehold).count();
    let given = given.saturating_sub(u32::try_from(doubled).unwrap_or(u32::MAX));
    let open = asked.iter().filter(|asked| asked.state == AskedState::Waiting).count();
    Ok(WaitingRoom {
        applicant: card,
        by_office: rules.by_office,
        needed: verdict.figures.sponsors_needed,
        given,
        verdict: verdict.into(),
        asked,
        open: u32::try_from(open).unwrap_or(u32::MAX),
        most_open: rules.community.open_requests,
        end: end.map(|end| ApplicationEnd { ends_at: end.ends_at, may_renew: end.told && !end.renewed }),
        patience_days: rules
            .community
            .reminder_days
            .iter()
            .max()
            .copied()
            .unwrap_or(rules.community.sponsor_request_days),
    })
}
