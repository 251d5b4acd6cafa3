//! How the tenant says no.

use crate::text::BadText;
use database::DatabaseError;
use kernel::{Forbidden, Refusal, RefusalKind, Refuse};

/// Why something about a community was not done.
#[derive(Debug, thiserror::Error)]
pub enum CommunityError {
    /// The permission table said no.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no such community, host or job.
    #[error("there is no such thing here")]
    NotFound,
    /// A text is missing or too long.
    #[error(transparent)]
    Text(#[from] BadText),
    /// The slug has other signs than a–z, 0–9 and dashes, or a length outside 3 to 40.
    #[error("an address part is 3 to 40 letters a to z, digits or dashes")]
    SlugInvalid,
    /// The word is kept for the installation (`www`, `api`, …).
    #[error("this address part is kept for the installation")]
    SlugReserved,
    /// Another community has this slug.
    #[error("another community has this address part")]
    SlugTaken,
    /// The text is no host name one could own.
    #[error("this is not a host name")]
    HostInvalid,
    /// More hosts than one community needs.
    #[error("a community has at most {max} host names of its own", max = crate::limits::HOSTS)]
    TooManyHosts,
    /// This account has launched enough communities for a day.
    #[error("an account launches at most {max} communities a day", max = crate::limits::LAUNCHES_A_DAY)]
    EnoughLaunched,
    /// Another community has this host.
    #[error("another community has this host name")]
    HostTaken,
    /// The text in this field is not `#rrggbb`.
    #[error("this is not a colour")]
    ColourInvalid(&'static str),
    /// No language was chosen.
    #[error("a community speaks at least one language")]
    LanguageMissing,
    /// The time zone is not in the IANA list.
    #[error("this time zone is not known")]
    TimezoneUnknown,
    /// There is no preset of this name.
    #[error("there is no such preset")]
    PresetUnknown,
    /// More sponsors than anybody can find.
    #[error("a community asks for at most {max} sponsors", max = crate::policy::MOST_SPONSORS)]
    SponsorsOutOfRange,
    /// A knob of the admission policy stands where it cannot do its work.
    #[error("this number is outside its range")]
    KnobOutOfRange(&'static str),
    /// A change of the admission policy whose consequences nobody has looked at, or looked at before something else changed.
    #[error("look at what this policy means before you change to it")]
    LookFirst,
    /// A listing lives 7 to 365 days.
    #[error("a listing lives 7 to 365 days")]
    ListingDaysOutOfRange,
    /// Not an e-mail address, in this field.
    #[error("this is not an e-mail address")]
    AddressInvalid(&'static str),
    /// Not a domain, in the list of domains that are let in.
    #[error("this is not an e-mail domain")]
    DomainInvalid,
    /// Somebody else saved the settings meanwhile.
    #[error("somebody else changed this meanwhile")]
    Stale,
    /// The id already belongs to something else.
    #[error("this id is already in use")]
    IdInUse,
    /// Our own failure.
    #[error(transparent)]
    Fault(#[from] DatabaseError),
}

impl Refuse for CommunityError {
    fn refusal(&self) -> Refusal {
        match self {
            Self::Forbidden(no) => no.refusal(),
            Self::NotFound => Refusal::NOT_FOUND,
            Self::Text(bad) => bad.refusal(),
            Self::SlugInvalid => Refusal::of_field("SLUG_INVALID", "slug"),
            Self::SlugReserved => Refusal::of_field("SLUG_RESERVED", "slug"),
            Self::SlugTaken => taken("SLUG_TAKEN", "slug"),
            Self::HostInvalid => Refusal::of_field("HOST_INVALID", "hosts"),
            Self::TooManyHosts => Refusal::of_field("TOO_MANY_HOSTS", "hosts"),
            Self::EnoughLaunched => Refusal::too_often("LAUNCHES_ENOUGH_TODAY", 3_600),
            Self::HostTaken => taken("HOST_TAKEN", "hosts"),
            Self::ColourInvalid(field) => Refusal::of_field("COLOUR_INVALID", field),
            Self::LanguageMissing => Refusal::of_field("LANGUAGE_MISSING", "languages"),
            Self::TimezoneUnknown => Refusal::of_field("TIMEZONE_UNKNOWN", "timezone"),
            Self::PresetUnknown => Refusal::of_field("PRESET_UNKNOWN", "preset"),
            Self::SponsorsOutOfRange => Refusal::of_field("SPONSORS_OUT_OF_RANGE", "sponsors"),
            Self::KnobOutOfRange(field) => Refusal::of_field("KNOB_OUT_OF_RANGE", field),
            Self::LookFirst => Refusal::new(RefusalKind::Conflict, "LOOK_FIRST"),
            Self::ListingDaysOutOfRange => Refusal::of_field("LISTING_DAYS_OUT_OF_RANGE", "listing_days"),
            Self::AddressInvalid(field) => Refusal::of_field("ADDRESS_INVALID", field),
            Self::DomainInvalid => Refusal::of_field("DOMAIN_INVALID", "email_domains"),
            Self::Stale => Refusal::new(RefusalKind::Conflict, "SETTINGS_STALE"),
            Self::IdInUse => Refusal::new(RefusalKind::Conflict, "ID_IN_USE"),
            Self::Fault(fault) => fault.refusal(),
        }
    }
}

const fn taken(code: &'static str, field: &'static str) -> Refusal {
    Refusal { kind: RefusalKind::Conflict, ..Refusal::of_field(code, field) }
}

impl CommunityError {
    /// The named constraints of this noun are refusals, everything else a fault.
    pub(crate) fn from_write(error: DatabaseError) -> Self {
        match error.constraint() {
            Some("community_slug_taken") => Self::SlugTaken,
            Some("community_host_taken") => Self::HostTaken,
            _ => Self::Fault(error),
        }
    }
}
