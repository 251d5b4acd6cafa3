//! How often I may still vouch.

use crate::rules::Rules;
use crate::tokens::{SponsorFacts, too_new};
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller};
use trust::{Basis, Day};

/// A member's allowance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokensView {
    /// Whether tokens are asked for here at all; not where stewards admit.
    pub counted: bool,
    /// Tokens within twelve months.
    pub granted: u32,
    /// Paid within the last twelve months.
    pub spent: u32,
    /// Promised: to people who still wait, and by invitations that are open.
    pub promised: u32,
    /// Neither paid nor promised.
    pub left: u32,
    /// Why so many are granted.
    pub basis: Basis,
    /// When none is left: the day on which one comes back, if one will.
    pub next_on: Option<Day>,
    /// The first day on which the member may vouch at all, if that lies ahead.
    pub may_vouch_from: Option<Day>,
}

impl TokensView {
    /// The day the member has to wait for before they can vouch again, or for the first time; nothing when they can, or when
    /// no such day is known.
    pub fn wait_until(&self) -> Option<Day> {
        self.may_vouch_from.or_else(|| self.next_on.filter(|_| self.left == 0))
    }
}

/// The caller's own.
pub async fn tokens(db: &Db, caller: &Caller) -> Result<TokensView, SponsorshipError> {
    let me = caller.must_as_member(Act::Vouch)?;
    let mut tx = db.begin(caller.community).await?;
    let now = tx.now();
    let rules = Rules::load(&mut tx).await?;
    let person = store::people::look_at(&mut tx, me.member).await?.ok_or(SponsorshipError::NotFound)?;
    let facts = SponsorFacts::load(&mut tx, &[me.member]).await?.pop().ok_or(SponsorshipError::NotFound)?;
    tx.commit().await?;
    let allowance = facts.allowance(&rules, now);
    Ok(TokensView {
        counted: !rules.by_office,
        granted: allowance.granted,
        spent: allowance.spent,
        promised: facts.held(),
        left: facts.free(&rules, now),
        basis: allowance.basis,
        next_on: allowance.next_on,
        may_vouch_from: too_new(&rules, person.founder, person.joined_at, now).filter(|_| !rules.by_office),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_waits_for_the_first_day_or_for_a_token_and_not_at_all_while_one_is_left() {
        let tokens = |left, next_on, may_vouch_from| TokensView {
            counted: true,
            granted: 4,
            spent: 4 - left,
            promised: 0,
            left,
            basis: Basis::Established,
            next_on,
            may_vouch_from,
        };
        let (day, later) = (Day::new(20_000), Day::new(20_100));
        assert_eq!(tokens(0, Some(day), None).wait_until(), Some(day));
        assert_eq!(tokens(1, Some(day), None).wait_until(), None);
        assert_eq!(tokens(4, Some(day), Some(later)).wait_until(), Some(later));
        assert_eq!(tokens(0, None, None).wait_until(), None);
    }
}
