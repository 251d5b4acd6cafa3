//! The knobs of admission, one set per community (design: trust, section 3). Data, not code: stored as JSON.

use serde::{Deserialize, Serialize};

use crate::Day;
use crate::view::SEARCH_STATES;

/// How a community lets people in. A missing field takes its default, so that old stored policies stay readable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AdmissionPolicy {
    /// k: sponsors needed (3). 0: no sponsor decides; a steward or a rule of the community admits.
    pub sponsors: u32,
    /// Ask for fewer sponsors while the community is small: `min(k, max(1, N/2))` with yesterday's N (yes).
    pub fewer_while_small: bool,
    /// `k_p`: independent paths needed (absent: k). Off until there are 2k+1 roots, and never above (|R|−1)/2.
    pub paths: Option<u32>,
    /// A: days a member must have been in before sponsoring (70). Roots need none.
    pub seniority_days: u32,
    /// A in a community younger than [`Self::young_community_days`] (14).
    pub young_seniority_days: u32,
    /// Age at which a community is no longer young, days (183).
    pub young_community_days: u32,
    /// q: tokens per sliding twelve months after the first year (4).
    pub tokens: u32,
    /// q₁: tokens in the first year (absent: k−1, so that first-year fakes cannot sustain themselves).
    pub first_year_tokens: Option<u32>,
    /// Tokens of a root before any bonus (absent: q, from the first day).
    pub root_tokens: Option<u32>,
    /// The most tokens that lasting newcomers can bring (12).
    pub most_tokens: u32,
    /// D: greatest number of steps from the roots (absent: shown only).
    pub distance: Option<u32>,
    /// Pace: admissions a day as a share of yesterday's members, percent (2) …
    pub pace_percent: u32,
    /// … but always at least so many a day (50).
    pub pace_floor: u32,
    /// Hours between the first offer and admission (48).
    pub cooling_hours: u32,
    /// Days during which a strike halves the tokens (365).
    pub strike_days: u32,
    /// Two strikes within so many days (730) bar from sponsoring for [`Self::strike_days`].
    pub two_strikes_days: u32,
    /// States one search may visit before it is handed to a person (300,000).
    pub search_states: usize,
}

impl Default for AdmissionPolicy {
    fn default() -> Self {
        Self {
            sponsors: 3,
            fewer_while_small: true,
            paths: None,
            seniority_days: 70,
            young_seniority_days: 14,
            young_community_days: 183,
            tokens: 4,
            first_year_tokens: None,
            root_tokens: None,
            most_tokens: 12,
            distance: None,
            pace_percent: 2,
            pace_floor: 50,
            cooling_hours: 48,
            strike_days: 365,
            two_strikes_days: 730,
            search_states: SEARCH_STATES,
        }
    }
}

impl AdmissionPolicy {
    /// Three sponsors who answer for the newcomer: the defaults.
    pub fn confiance() -> Self {
        Self::default()
    }

    /// A steward, or a rule on the address, admits; members need not sponsor.
    pub fn departement() -> Self {
        Self { sponsors: 0, cooling_hours: 0, ..Self::default() }
    }

    /// Days of membership needed to sponsor, in a community opened that day.
    pub fn seniority_on(&self, today: Day, opened: Day) -> u32 {
        if today.since(opened) < i64::from(self.young_community_days) {
            self.young_seniority_days.min(self.seniority_days)
        } else {
            self.seniority_days
        }
    }

    /// Admissions allowed in one day.
    pub fn pace(&self, members_yesterday: u32) -> u32 {
        let share = u64::from(members_yesterday) * u64::from(self.pace_percent) / 100;
        u32::try_from(share).unwrap_or(u32::MAX).max(self.pace_floor)
    }
}

/// Sponsors needed today: `min(k, max(1, N/2))` with yesterday's N while the community is small; 0 stays 0.
pub fn effective_k(policy: &AdmissionPolicy, members_yesterday: u32) -> u32 {
    if policy.fewer_while_small && policy.sponsors > 0 {
        policy.sponsors.min((members_yesterday / 2).max(1))
    } else {
        policy.sponsors
    }
}

/// Independent paths needed today, given how many roots stand: 0 (off) below 2k+1 roots, else at most (|R|−1)/2
/// and at most the sponsors needed.
pub fn effective_paths(policy: &AdmissionPolicy, members_yesterday: u32, roots: u32) -> u32 {
    let k = u64::from(policy.sponsors);
    if u64::from(roots) < 2 * k + 1 {
        return 0;
    }
    let asked = policy.paths.unwrap_or(policy.sponsors);
    asked.min(roots.saturating_sub(1) / 2).min(effective_k(policy, members_yesterday))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_community_asks_for_half_its_members_and_never_for_none() {
        let policy = AdmissionPolicy::confiance();
        let asked: Vec<u32> = [0, 1, 3, 4, 5, 6, 1000].iter().map(|&n| effective_k(&policy, n)).collect();
        assert_eq!(asked, [1, 1, 1, 2, 2, 3, 3]);
        assert_eq!(effective_k(&AdmissionPolicy::departement(), 1000), 0);
    }

    #[test]
    fn paths_are_off_until_there_are_twice_k_and_one_roots() {
        let policy = AdmissionPolicy::confiance();
        assert_eq!(effective_paths(&policy, 500, 6), 0);
        assert_eq!(effective_paths(&policy, 500, 7), 3);
        let strict = AdmissionPolicy { paths: Some(5), sponsors: 3, ..policy };
        assert_eq!(effective_paths(&strict, 500, 9), 3, "more paths than sponsors can never be met");
    }

    #[test]
    fn a_policy_stored_with_fewer_fields_takes_the_defaults_for_the_rest() {
        let policy: AdmissionPolicy = serde_json::from_str(r#"{"sponsors":2}"#).unwrap();
        assert_eq!(policy, AdmissionPolicy { sponsors: 2, ..AdmissionPolicy::default() });
        let whole = serde_json::to_value(&policy).unwrap();
        assert_eq!(serde_json::from_value::<AdmissionPolicy>(whole).unwrap(), policy);
    }

    #[test]
    fn a_young_community_asks_for_a_fortnight_and_an_older_one_for_ten_weeks() {
        let policy = AdmissionPolicy::confiance();
        assert_eq!(policy.seniority_on(Day::new(182), Day::new(0)), 14);
        assert_eq!(policy.seniority_on(Day::new(183), Day::new(0)), 70);
    }

    #[test]
    fn the_pace_is_two_percent_or_fifty_whichever_is_greater() {
        let policy = AdmissionPolicy::confiance();
        assert_eq!(policy.pace(100), 50);
        assert_eq!(policy.pace(350_000), 7_000);
    }
}
