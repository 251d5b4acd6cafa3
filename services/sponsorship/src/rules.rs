//! The community's rules, as this noun needs them.

use crate::SponsorshipError;
use chrono::Days;
use community::{Admission, AdmissionKnobs, CommunityFace};
use database::CommunityTx;
use kernel::{EmailAddress, Timestamp};
use trust::{AdmissionPolicy, Day};

/// Who decides, by which knobs, within which times.
#[derive(Debug, Clone)]
pub(crate) struct Rules {
    /// The knobs of the engine; k = 0 where stewards admit.
    pub(crate) policy: AdmissionPolicy,
    /// Whether stewards admit. Then no token is asked for and none is paid.
    pub(crate) by_office: bool,
    /// The day the community opened.
    pub(crate) opened: Day,
    /// What the community wrote down.
    pub(crate) community: community::Policy,
}

impl Rules {
    /// Reads them, fresh.
    pub(crate) async fn load(tx: &mut CommunityTx) -> Result<Self, SponsorshipError> {
        Ok(Self::of(&community::views::face_tx(tx).await?))
    }

    fn of(face: &CommunityFace) -> Self {
        Self {
            policy: policy_of(&face.policy.admission),
            by_office: face.policy.steward_admits(),
            opened: Day::of(face.created_at),
            community: face.policy.clone(),
        }
    }

    /// Days of membership asked of a sponsor today.
    pub(crate) fn seniority(&self, now: Timestamp) -> u32 {
        self.policy.seniority_on(Day::of(now), self.opened)
    }

    /// When a request made at `now` runs out.
    pub(crate) fn request_ends(&self, now: Timestamp) -> Timestamp {
        plus_days(now, self.community.sponsor_request_days)
    }

    /// When an invitation written at `now` runs out.
    pub(crate) fn invitation_ends(&self, now: Timestamp) -> Timestamp {
        plus_days(now, self.community.invitation_days)
    }

    /// Whether the rule on addresses lets this one in at once.
    pub(crate) fn admits_address(&self, address: &str) -> bool {
        address.parse::<EmailAddress>().is_ok_and(|address| self.community.admits_domain(address.domain()))
    }
}

/// What a community wrote down, as the engine takes it.
pub(crate) fn policy_of(admission: &Admission) -> AdmissionPolicy {
    match admission {
        Admission::Sponsors(knobs) => engine(knobs),
        Admission::Steward => AdmissionPolicy::departement(),
    }
}

/// The community's knobs as the engine's. Both sides are written out in full, so that a knob which one of them gains does not
/// compile until it is decided here what becomes of it.
fn engine(knobs: &AdmissionKnobs) -> AdmissionPolicy {
    let AdmissionKnobs {
        sponsors,
        fewer_while_small,
        paths,
        seniority_days,
        young_seniority_days,
        young_community_days,
        tokens,
        first_year_tokens,
        root_tokens,
        most_tokens,
        distance,
        pace_percent,
        pace_floor,
        cooling_hours,
    } = *knobs;
    // What no community turns by itself.
    let usual = AdmissionPolicy::default();
    AdmissionPolicy {
        sponsors,
        fewer_while_small,
        paths,
        seniority_days,
        young_seniority_days,
        young_community_days,
        tokens,
        first_year_tokens,
        root_tokens,
        most_tokens,
        distance,
        pace_percent,
        pace_floor,
        cooling_hours,
        strike_days: usual.strike_days,
        two_strikes_days: usual.two_strikes_days,
        search_states: usual.search_states,
    }
}

/// `moment` and so many days, by the clock in UTC.
pub(crate) fn plus_days(moment: Timestamp, days: u32) -> Timestamp {
    moment.checked_add_days(Days::new(u64::from(days))).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_knob_of_a_community_turns_its_own_in_the_engine() {
        let words: serde_json::Map<String, serde_json::Value> = serde_json::to_value(AdmissionKnobs::default())
            .unwrap()
            .as_object()
            .unwrap()
            .keys()
            .enumerate()
            // No two alike, so that crossed wires show.
            .map(|(place, name)| {
                let value = if name == "fewer_while_small" { false.into() } else { (1_000 + place).into() };
                (name.clone(), value)
            })
            .collect();
        let knobs: AdmissionKnobs = serde_json::from_value(words.clone().into()).unwrap();
        let policy = serde_json::to_value(engine(&knobs)).unwrap();
        for (name, value) in &words {
            assert_eq!(policy.get(name), Some(value), "{name}");
        }
    }

    #[test]
    fn days_are_added_by_the_clock() {
        let now: Timestamp = "2026-02-27T10:00:00Z".parse().unwrap();
        assert_eq!(plus_days(now, 14), "2026-03-13T10:00:00Z".parse::<Timestamp>().unwrap());
    }
}
