//! A community's own rules, kept as JSON with the community. Missing fields take their default, so that what was stored
//! by an older version stays readable.

use crate::CommunityError;
use kernel::standing::UnknownWord;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// More sponsors than this nobody finds.
pub const MOST_SPONSORS: u32 = 10;

/// The rules of one community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// Who lets people in.
    pub admission: Admission,
    /// Whoever has an address in one of these domains is let in at once; lower case, without `@`.
    pub email_domains: Vec<String>,
    /// Days until a request for sponsorship expires unanswered (14).
    pub sponsor_request_days: u32,
    /// Days after which the person asked is reminded (3 and 10).
    pub reminder_days: Vec<u32>,
    /// Days an invitation is good for (30).
    pub invitation_days: u32,
    /// Requests for sponsorship one applicant may have open at once (10).
    pub open_requests: u32,
    /// Days an application lives (90); renewed once, it lives as long again.
    pub application_days: u32,
    /// Whether a sponsor is told who it was for whom they vouched that deceived others (no: only that somebody did).
    pub names_to_sponsors: bool,
    /// What whoever waits to come in may do meanwhile.
    pub guest_rights: Vec<GuestRight>,
    /// Things (goods and loans) received in thirty days from which on a member lets others answer new offers of things first; absent: no
    /// such rule.
    pub fair_share: Option<u32>,
    /// How listings may be settled: `gift`, `barter`, `credit`, `money`. Money only where the preset says so.
    pub settlements: Vec<String>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            admission: Admission::Sponsors(AdmissionKnobs::default()),
            email_domains: Vec::new(),
            sponsor_request_days: 14,
            reminder_days: vec![3, 10],
            invitation_days: 30,
            open_requests: 10,
            application_days: 90,
            names_to_sponsors: false,
            guest_rights: GuestRight::ALL.to_vec(),
            fair_share: None,
            settlements: vec!["gift".to_owned(), "barter".to_owned()],
        }
    }
}

/// What a community can grant to those who wait to come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuestRight {
    /// Read bulletins.
    Bulletins,
    /// Have one request, which a steward looks at before anybody reads it.
    Request,
    /// Come to an open outing.
    Outings,
}

impl GuestRight {
    /// Every one, in the order in which forms show them.
    pub const ALL: &'static [Self] = &[Self::Bulletins, Self::Request, Self::Outings];

    /// Its word, as it is stored and sent by forms.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Bulletins => "bulletins",
            Self::Request => "request",
            Self::Outings => "outings",
        }
    }
}

impl FromStr for GuestRight {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.iter().copied().find(|right| right.as_str() == word).ok_or(UnknownWord)
    }
}

/// Who lets people in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Admission {
    /// Members who vouch, by the rules of the trust engine.
    Sponsors(AdmissionKnobs),
    /// A steward, or the rule on addresses.
    Steward,
}

/// The knobs of the trust engine; field for field its `AdmissionPolicy`, which explains them (design: trust, section 3).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AdmissionKnobs {
    /// k: sponsors needed.
    pub sponsors: u32,
    /// Fewer while the community is small: `min(k, max(1, N/2))`.
    pub fewer_while_small: bool,
    /// Independent paths needed; absent: k.
    pub paths: Option<u32>,
    /// Days a member must have been in before sponsoring.
    pub seniority_days: u32,
    /// The same in a young community.
    pub young_seniority_days: u32,
    /// Age at which a community is no longer young, days.
    pub young_community_days: u32,
    /// Tokens per sliding twelve months after the first year.
    pub tokens: u32,
    /// Tokens in the first year; absent: k−1.
    pub first_year_tokens: Option<u32>,
    /// Tokens of a founder; absent: as `tokens`.
    pub root_tokens: Option<u32>,
    /// The most tokens that lasting newcomers can bring.
    pub most_tokens: u32,
    /// Greatest distance from the founders; absent: shown only.
    pub distance: Option<u32>,
    /// Admissions a day, percent of the members.
    pub pace_percent: u32,
    /// But always at least so many a day.
    pub pace_floor: u32,
    /// Hours between the first sponsorship and admission.
    pub cooling_hours: u32,
}

impl Default for AdmissionKnobs {
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
        }
    }
}

/// Ready-made answers to "who lets people in", by name.
pub const PRESETS: [&str; 3] = ["confiance", "reseau", "departement"];

impl Admission {
    /// The ready-made one of this name: three sponsors, one sponsor, the stewards.
    pub fn preset(name: &str) -> Option<Self> {
        match name {
            "confiance" => Some(Self::Sponsors(AdmissionKnobs::default())),
            "reseau" => Some(Self::Sponsors(AdmissionKnobs { sponsors: 1, ..AdmissionKnobs::default() })),
            "departement" => Some(Self::Steward),
            _ => None,
        }
    }

    /// The same, if every knob is where it can do its work.
    ///
    /// # Errors
    /// The first knob that is not, by its name.
    pub fn checked(self) -> Result<Self, CommunityError> {
        let Self::Sponsors(knobs) = &self else { return Ok(self) };
        let k = knobs.sponsors;
        if !(1..=MOST_SPONSORS).contains(&k) {
            return Err(CommunityError::SponsorsOutOfRange);
        }
        let fits = [
            // More paths than sponsors can never be met.
            ("paths", knobs.paths.is_none_or(|paths| (1..=k).contains(&paths))),
            ("seniority_days", knobs.seniority_days <= 730),
            ("young_seniority_days", knobs.young_seniority_days <= 730),
            ("young_community_days", knobs.young_community_days <= 3_650),
            ("tokens", (1..=100).contains(&knobs.tokens)),
            ("first_year_tokens", knobs.first_year_tokens.is_none_or(|tokens| tokens <= 100)),
            ("root_tokens", knobs.root_tokens.is_none_or(|tokens| tokens <= 1_000)),
            ("most_tokens", (knobs.tokens..=1_000).contains(&knobs.most_tokens)),
            ("distance", knobs.distance.is_none_or(|steps| (1..=30).contains(&steps))),
            ("pace_percent", knobs.pace_percent <= 100),
            ("pace_floor", (1..=100_000).contains(&knobs.pace_floor)),
            ("cooling_hours", knobs.cooling_hours <= 720),
        ];
        match fits.iter().find(|(_, fits)| !fits) {
            Some((knob, _)) => Err(CommunityError::KnobOutOfRange(knob)),
            None => Ok(self),
        }
    }
}

impl Policy {
    /// k, or nothing where a steward admits.
    pub fn sponsors(&self) -> Option<u32> {
        match &self.admission {
            Admission::Sponsors(knobs) => Some(knobs.sponsors),
            Admission::Steward => None,
        }
    }

    /// Whether a steward admits here.
    pub fn steward_admits(&self) -> bool {
        self.admission == Admission::Steward
    }

    /// Whether whoever waits may do this meanwhile.
    pub fn grants(&self, right: GuestRight) -> bool {
        self.guest_rights.contains(&right)
    }

    /// The same policy with these rights for whoever waits, each once.
    #[must_use]
    pub fn with_guest_rights(self, wanted: &[GuestRight]) -> Self {
        let guest_rights = GuestRight::ALL.iter().copied().filter(|right| wanted.contains(right)).collect();
        Self { guest_rights, ..self }
    }

    /// Whether an address in `domain` is let in by rule.
    pub fn admits_domain(&self, domain: &str) -> bool {
        self.email_domains.iter().any(|known| known == domain)
    }

    /// The same policy with another k; 0 hands admission to the stewards.
    pub fn with_sponsors(mut self, sponsors: u32) -> Result<Self, CommunityError> {
        self.admission = match (sponsors, self.admission) {
            (0, _) => Admission::Steward,
            (1..=MOST_SPONSORS, Admission::Sponsors(knobs)) => {
                Admission::Sponsors(AdmissionKnobs { sponsors, ..knobs })
            }
            (1..=MOST_SPONSORS, Admission::Steward) => {
                Admission::Sponsors(AdmissionKnobs { sponsors, ..AdmissionKnobs::default() })
            }
            _ => return Err(CommunityError::SponsorsOutOfRange),
        };
        Ok(self)
    }

    /// The same policy with another life of an application, 30 to 730 days.
    pub fn with_application_days(self, days: i32) -> Result<Self, CommunityError> {
        match u32::try_from(days) {
            Ok(application_days) if (30..=730).contains(&application_days) => Ok(Self { application_days, ..self }),
            _ => Err(CommunityError::KnobOutOfRange("application_days")),
        }
    }

    /// The same policy with another share of things for each, 1 to 50; 0 for no such rule.
    pub fn with_fair_share(self, things: i32) -> Result<Self, CommunityError> {
        match u32::try_from(things) {
            Ok(0) => Ok(Self { fair_share: None, ..self }),
            Ok(things @ 1..=50) => Ok(Self { fair_share: Some(things), ..self }),
            _ => Err(CommunityError::KnobOutOfRange("fair_share")),
        }
    }

    /// The same policy with other domains; each is cleaned (`@Ville.fr` → `ville.fr`) and must be one.
    pub fn with_domains(mut self, domains: &[String]) -> Result<Self, CommunityError> {
        let mut kept: Vec<String> = Vec::new();
        for domain in domains
            .iter()
            .map(|text| text.trim().trim_start_matches('@').to_lowercase())
            .filter(|text| !text.is_empty())
        {
            // Whatever is a good address with some local part is a good domain.
            format!("a@{domain}").parse::<kernel::EmailAddress>().map_err(|_| CommunityError::DomainInvalid)?;
            if !kept.contains(&domain) {
                kept.push(domain);
            }
        }
        self.email_domains = kept;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Refuse as _;

    #[test]
    fn a_policy_stored_with_fewer_fields_takes_the_defaults_for_the_rest() {
        let policy: Policy = serde_json::from_str(r#"{"admission":{"by":"sponsors","sponsors":2}}"#).unwrap();
        assert_eq!(policy.sponsors(), Some(2));
        assert_eq!(policy.reminder_days, [3, 10]);
        let steward: Policy = serde_json::from_str(r#"{"admission":{"by":"steward"}}"#).unwrap();
        assert!(steward.steward_admits());
        let whole = serde_json::to_value(&policy).unwrap();
        assert_eq!(serde_json::from_value::<Policy>(whole).unwrap(), policy);
    }

    #[test]
    fn a_guest_has_the_rights_that_are_granted_and_those_of_an_older_policy_are_all() {
        let older: Policy = serde_json::from_str("{}").unwrap();
        assert!(GuestRight::ALL.iter().all(|right| older.grants(*right)));
        let none = Policy::default().with_guest_rights(&[]);
        assert!(!GuestRight::ALL.iter().any(|right| none.grants(*right)));
        let twice = none.with_guest_rights(&[GuestRight::Bulletins, GuestRight::Bulletins]);
        assert_eq!(twice.guest_rights, [GuestRight::Bulletins]);
        for right in GuestRight::ALL {
            assert_eq!(right.as_str().parse(), Ok(*right));
            assert_eq!(serde_json::to_value(right).unwrap(), right.as_str());
        }
    }

    #[test]
    fn k_runs_from_one_to_ten_and_zero_means_the_stewards() {
        assert!(Policy::default().with_sponsors(0).unwrap().steward_admits());
        assert_eq!(Policy::default().with_sponsors(MOST_SPONSORS).unwrap().sponsors(), Some(MOST_SPONSORS));
        assert!(matches!(Policy::default().with_sponsors(MOST_SPONSORS + 1), Err(CommunityError::SponsorsOutOfRange)));
    }

    #[test]
    fn a_knob_beyond_its_range_is_named_and_every_preset_is_within() {
        for name in PRESETS {
            Admission::preset(name).unwrap().checked().unwrap();
        }
        let wrong = |turn: fn(&mut AdmissionKnobs)| {
            let mut knobs = AdmissionKnobs::default();
            turn(&mut knobs);
            Admission::Sponsors(knobs).checked().unwrap_err().refusal().field
        };
        assert_eq!(wrong(|knobs| knobs.sponsors = 0), Some("sponsors"));
        assert_eq!(wrong(|knobs| knobs.paths = Some(4)), Some("paths"));
        assert_eq!(wrong(|knobs| knobs.tokens = 13), Some("most_tokens"));
        assert_eq!(wrong(|knobs| knobs.distance = Some(0)), Some("distance"));
        assert_eq!(wrong(|knobs| knobs.cooling_hours = 721), Some("cooling_hours"));
    }

    #[test]
    fn domains_are_cleaned_and_nonsense_is_refused() {
        let written = ["@Mairie-Corbigny.fr ".to_owned(), String::new(), "mairie-corbigny.fr".to_owned()];
        let policy = Policy::default().with_domains(&written).unwrap();
        assert_eq!(policy.email_domains, ["mairie-corbigny.fr"]);
        assert!(policy.admits_domain("mairie-corbigny.fr") && !policy.admits_domain("evil.mairie-corbigny.fr"));
        assert!(matches!(Policy::default().with_domains(&["fr".to_owned()]), Err(CommunityError::DomainInvalid)));
    }
}
