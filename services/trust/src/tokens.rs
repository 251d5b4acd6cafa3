//! How often a member may sponsor: tokens in a sliding window of twelve months (design: trust, section 3).

use serde::{Deserialize, Serialize};

use crate::{AdmissionPolicy, Day};

/// The sliding window, days.
const WINDOW: u32 = 365;

/// What is known of a sponsor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SponsorRecord {
    /// Day of admission.
    pub joined: Day,
    /// Whether they are a root.
    pub root: bool,
    /// Days on which they paid a token (any age; those outside the window are ignored).
    pub given: Vec<Day>,
    /// People they sponsored who have been in good standing for a year.
    pub lasted: u32,
    /// Days of their strikes (any age).
    pub strikes: Vec<Day>,
}

/// Why the allowance is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Basis {
    /// A root.
    Root,
    /// A member for less than a year.
    FirstYear,
    /// A member for a year or more.
    Established,
}

/// What a sponsor may still give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// Tokens for the window.
    pub granted: u32,
    /// Tokens paid within the window.
    pub spent: u32,
    /// Tokens left; 0 while barred.
    pub left: u32,
    /// Why.
    pub basis: Basis,
    /// Whether a strike halves the allowance now.
    pub halved: bool,
    /// Two strikes: no sponsoring before this day.
    pub barred_until: Option<Day>,
    /// When nothing is left: the day a token comes back, if one will.
    pub next_on: Option<Day>,
}

/// Tokens of a sponsor today.
pub fn allowance(policy: &AdmissionPolicy, record: &SponsorRecord, today: Day) -> Allowance {
    let basis = basis(record, today);
    let recent = |day: &Day, days: u32| *day <= today && today.since(*day) < i64::from(days);
    let halved = record.strikes.iter().any(|strike| recent(strike, policy.strike_days));
    let whole = whole(policy, record, basis);
    let granted = if halved { whole / 2 } else { whole };
    let mut paid: Vec<Day> = record.given.iter().copied().filter(|day| recent(day, WINDOW)).collect();
    paid.sort_unstable();
    let spent = u32::try_from(paid.len()).unwrap_or(u32::MAX);
    let barred_until = barred_until(policy, record, today);
    let left = if barred_until.is_some() { 0 } else { granted.saturating_sub(spent) };
    // A token is free again when so many of the oldest payments have left the window that fewer than `granted` remain.
    let freeing = spent.checked_sub(granted).and_then(|over| paid.get(over as usize)).filter(|_| granted > 0);
    let next_on = if left > 0 { None } else { freeing.map(|day| day.plus(WINDOW)).max(barred_until) };
    Allowance { granted, spent, left, basis, halved, barred_until, next_on }
}

fn basis(record: &SponsorRecord, today: Day) -> Basis {
    if record.root {
        Basis::Root
    } else if today.since(record.joined) < i64::from(WINDOW) {
        Basis::FirstYear
    } else {
        Basis::Established
    }
}

fn whole(policy: &AdmissionPolicy, record: &SponsorRecord, basis: Basis) -> u32 {
    let start = match basis {
        Basis::FirstYear => return policy.first_year_tokens.unwrap_or(policy.sponsors.saturating_sub(1)),
        Basis::Root => policy.root_tokens.unwrap_or(policy.tokens),
        Basis::Established => policy.tokens,
    };
    // The ceiling bounds the bonus, not what the community chose to start from.
    start.saturating_add(record.lasted).min(policy.most_tokens.max(start))
}

/// The second of two strikes close together bars for a while, from that day.
fn barred_until(policy: &AdmissionPolicy, record: &SponsorRecord, today: Day) -> Option<Day> {
    let mut strikes: Vec<Day> = record.strikes.iter().copied().filter(|day| *day <= today).collect();
    strikes.sort_unstable();
    strikes
        .windows(2)
        .filter_map(|pair| match pair {
            [first, second] if second.since(*first) < i64::from(policy.two_strikes_days) => {
                Some(second.plus(policy.strike_days))
            }
            _ => None,
        })
        .filter(|end| *end > today)
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> SponsorRecord {
        SponsorRecord { joined: Day::new(0), root: false, given: vec![], lasted: 0, strikes: vec![] }
    }

    fn left(record: &SponsorRecord, today: i32) -> u32 {
        allowance(&AdmissionPolicy::confiance(), record, Day::new(today)).left
    }

    #[test]
    fn a_first_year_member_has_one_token_less_than_the_sponsors_needed() {
        assert_eq!(left(&record(), 364), 2);
        assert_eq!(left(&record(), 365), 4);
    }

    #[test]
    fn people_who_stay_a_year_bring_tokens_up_to_twelve() {
        assert_eq!(left(&SponsorRecord { lasted: 3, ..record() }, 800), 7);
        assert_eq!(left(&SponsorRecord { lasted: 30, ..record() }, 800), 12);
    }

    #[test]
    fn a_root_sponsors_like_an_old_member_from_the_first_day() {
        let root = SponsorRecord { root: true, ..record() };
        assert_eq!(left(&root, 0), 4);
        let generous = AdmissionPolicy { root_tokens: Some(20), ..AdmissionPolicy::confiance() };
        assert_eq!(allowance(&generous, &root, Day::new(0)).left, 20);
    }

    #[test]
    fn a_token_comes_back_a_year_after_it_was_paid() {
        let spent = SponsorRecord { given: [500, 510, 520, 530].map(Day::new).to_vec(), ..record() };
        let now = allowance(&AdmissionPolicy::confiance(), &spent, Day::new(600));
        assert_eq!((now.left, now.next_on), (0, Some(Day::new(865))));
        assert_eq!(left(&spent, 864), 0);
        assert_eq!(left(&spent, 865), 1);
    }

    #[test]
    fn one_strike_halves_and_two_bar_for_a_year() {
        let one = SponsorRecord { strikes: vec![Day::new(1000)], ..record() };
        assert_eq!(left(&one, 1001), 2);
        assert_eq!(left(&one, 1365), 4);
        let two = SponsorRecord { strikes: [1000, 1700].map(Day::new).to_vec(), ..record() };
        let barred = allowance(&AdmissionPolicy::confiance(), &two, Day::new(1800));
        assert_eq!((barred.left, barred.barred_until), (0, Some(Day::new(2065))));
        assert_eq!(left(&two, 2065), 4);
        let far = SponsorRecord { strikes: [1000, 1730].map(Day::new).to_vec(), ..record() };
        assert_eq!(left(&far, 1800), 2, "two strikes two years apart do not bar");
    }

    #[test]
    fn i12_tokens_left_and_spent_never_exceed_what_was_granted_unless_it_shrank() {
        for spent in 0..8 {
            let given = (0..spent).map(|n| Day::new(900 + n)).collect();
            let now = allowance(&AdmissionPolicy::confiance(), &SponsorRecord { given, ..record() }, Day::new(1000));
            assert_eq!(now.left, now.granted.saturating_sub(now.spent));
        }
    }
}
