//! The community's rules, as this noun needs them.

use crate::SponsorshipError;
use chrono::Days;
use community::{Admission, CommunityFace};
use database::{CommunityTx, DatabaseError};
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
        Ok(Self::of(&community::views::face_tx(tx).await?)?)
    }

    fn of(face: &CommunityFace) -> Result<Self, DatabaseError> {
        let policy = match &face.policy.admission {
            // Field for field the same; going through JSON keeps the two from drifting apart unnoticed (see the test).
            Admission::Sponsors(knobs) => serde_json::from_value(serde_json::to_value(knobs)?)?,
            Admission::Steward => AdmissionPolicy::departement(),
        };
        Ok(Self {
            policy,
            by_office: face.policy.steward_admits(),
            opened: Day::of(face.created_at),
            community: face.policy.clone(),
        })
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

/// `moment` and so many days, by the clock in UTC.
pub(crate) fn plus_days(moment: Timestamp, days: u32) -> Timestamp {
    moment.checked_add_days(Days::new(u64::from(days))).unwrap_or(moment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use community::AdmissionKnobs;

    #[test]
    fn every_knob_of_a_community_reaches_the_engine_under_the_same_name() {
        let knobs = serde_json::to_value(AdmissionKnobs::default()).unwrap();
        let policy = serde_json::to_value(AdmissionPolicy::default()).unwrap();
        for (name, value) in knobs.as_object().unwrap() {
            assert_eq!(policy.get(name), Some(value), "{name}");
        }
        let other = AdmissionKnobs { sponsors: 2, distance: Some(4), ..AdmissionKnobs::default() };
        let read: AdmissionPolicy = serde_json::from_value(serde_json::to_value(&other).unwrap()).unwrap();
        assert_eq!((read.sponsors, read.distance), (2, Some(4)));
    }

    #[test]
    fn days_are_added_by_the_clock() {
        let now: Timestamp = "2026-02-27T10:00:00Z".parse().unwrap();
        assert_eq!(plus_days(now, 14), "2026-03-13T10:00:00Z".parse::<Timestamp>().unwrap());
    }
}
