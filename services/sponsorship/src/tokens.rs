//! Whether a member may vouch now, and how often still.

use crate::{SponsorshipError, people::Person, rules::Rules, store};
use database::CommunityTx;
use kernel::{MemberId, Standing, Timestamp};
use trust::{Allowance, Day, SponsorRecord};

/// What the books say of a sponsor.
#[derive(Debug, Clone)]
pub(crate) struct SponsorFacts {
    pub(crate) id: MemberId,
    pub(crate) founder: bool,
    pub(crate) joined_at: Option<Timestamp>,
    /// Moments within the last year at which a token was paid.
    pub(crate) paid: Vec<Timestamp>,
    /// People they sponsored who have been members in good standing for a year.
    pub(crate) lasted: i64,
    /// Words given to people who still wait: promised tokens.
    pub(crate) promised: i64,
    /// Invitations that are open: each becomes a word once it is used, and holds its token until then.
    pub(crate) invited: i64,
    /// Moments of strikes that count.
    pub(crate) strikes: Vec<Timestamp>,
    /// Until when a pause lasts.
    pub(crate) paused_until: Option<Timestamp>,
    /// Whether a measure halves the allowance.
    pub(crate) smaller: bool,
}

impl SponsorFacts {
    /// Reads them for these members.
    pub(crate) async fn load(tx: &mut CommunityTx, ids: &[MemberId]) -> Result<Vec<Self>, SponsorshipError> {
        Ok(store::people::sponsor_facts(tx, ids).await?)
    }

    /// Tokens by the engine's rule; what is only promised is not counted.
    pub(crate) fn allowance(&self, rules: &Rules, now: Timestamp) -> Allowance {
        let today = Day::of(now);
        let record = SponsorRecord {
            joined: self.joined_at.map_or(today, Day::of),
            root: self.founder,
            given: self.paid.iter().map(|at| Day::of(*at)).collect(),
            lasted: u32::try_from(self.lasted).unwrap_or(u32::MAX),
            strikes: self.strikes.iter().map(|at| Day::of(*at)).collect(),
        };
        self.measured(trust::allowance(&rules.policy, &record, today))
    }

    /// The engine's allowance, less what stewards have decided: a half is not halved again by a strike.
    fn measured(&self, mut allowance: Allowance) -> Allowance {
        if self.smaller && !allowance.halved {
            allowance.granted /= 2;
            allowance.halved = true;
            allowance.left = allowance.granted.saturating_sub(allowance.spent).min(allowance.left);
        }
        if let Some(until) = self.paused_until {
            allowance.barred_until = allowance.barred_until.max(Some(Day::of(until).plus(1)));
            allowance.left = 0;
            allowance.next_on = allowance.next_on.max(allowance.barred_until);
        }
        allowance
    }

    /// Tokens that are promised: by a word to somebody who waits, or by an invitation that is open.
    pub(crate) fn held(&self) -> u32 {
        u32::try_from(self.promised.saturating_add(self.invited)).unwrap_or(u32::MAX)
    }

    /// Tokens that are neither paid nor promised.
    pub(crate) fn free(&self, rules: &Rules, now: Timestamp) -> u32 {
        self.allowance(rules, now).left.saturating_sub(self.held())
    }

    /// Whether a token is there for the word of an open invitation, which holds one itself. Should there be fewer than
    /// invitations (a year has passed, the rule has changed), whoever comes first has it.
    fn can_keep_word(&self, rules: &Rules, now: Timestamp) -> bool {
        let promised = u32::try_from(self.promised).unwrap_or(u32::MAX);
        self.allowance(rules, now).left > promised
    }
}

/// The first day on which a member may vouch; `None` when they may already.
pub(crate) fn too_new(rules: &Rules, founder: bool, joined_at: Option<Timestamp>, now: Timestamp) -> Option<Day> {
    let since = Day::of(joined_at.unwrap_or(now));
    let seniority = rules.seniority(now);
    let young = !founder && Day::of(now).since(since) < i64::from(seniority);
    young.then(|| since.plus(seniority))
}

/// Refuses unless this member, whose row is held, may vouch or invite once more now.
pub(crate) async fn must_be_able_to_vouch(
    tx: &mut CommunityTx,
    rules: &Rules,
    sponsor: &Person,
) -> Result<(), SponsorshipError> {
    let now = tx.now();
    check(tx, rules, sponsor, |facts| facts.free(rules, now) > 0).await
}

/// Refuses unless this member, whose row is held, may give the word that their open invitation promised.
pub(crate) async fn must_be_able_to_keep_their_word(
    tx: &mut CommunityTx,
    rules: &Rules,
    sponsor: &Person,
) -> Result<(), SponsorshipError> {
    let now = tx.now();
    check(tx, rules, sponsor, |facts| facts.can_keep_word(rules, now)).await
}

async fn check(
    tx: &mut CommunityTx,
    rules: &Rules,
    sponsor: &Person,
    has_token: impl FnOnce(&SponsorFacts) -> bool + Send,
) -> Result<(), SponsorshipError> {
    let now = tx.now();
    match sponsor.standing {
        Standing::Member => {}
        Standing::UnderReview => return Err(SponsorshipError::UnderReview),
        _ => return Err(kernel::Forbidden::ByRule.into()),
    }
    let too_new = too_new(rules, sponsor.founder, sponsor.joined_at, now).filter(|_| !rules.by_office);
    if let Some(from) = too_new {
        return Err(SponsorshipError::TooNew { from });
    }
    let facts = SponsorFacts::load(tx, &[sponsor.id]).await?;
    // Where stewards decide, a word costs nothing; a pause and strikes hold all the same.
    if facts.first().is_some_and(|facts| facts.allowance(rules, now).barred_until.is_some()) {
        return Err(SponsorshipError::SponsoringPaused);
    }
    if rules.by_office {
        return Ok(());
    }
    if facts.first().is_some_and(has_token) { Ok(()) } else { Err(SponsorshipError::NoTokenLeft) }
}
