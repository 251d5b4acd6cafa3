//! How membership says no.

use community::{CommunityError, text::BadText};
use database::DatabaseError;
use kernel::{Forbidden, Refusal, RefusalKind, Refuse, TooOften};

/// Why something about a person was not done.
#[derive(Debug, thiserror::Error)]
pub enum MembershipError {
    /// The permission table said no.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Too often.
    #[error(transparent)]
    TooOften(#[from] TooOften),
    /// There is no such person here, or not one the caller may know of.
    #[error("there is no such person here")]
    NotFound,
    /// A text is missing or too long.
    #[error(transparent)]
    Text(#[from] BadText),
    /// Something about the community itself.
    #[error(transparent)]
    Community(#[from] CommunityError),
    /// This sign-in was used, or burnt by wrong codes.
    #[error("this link or code has been used")]
    SignInSpent,
    /// This sign-in is too old, or was never asked for in this browser.
    #[error("this link or code is not good any more")]
    SignInExpired,
    /// The link was opened in another browser than the one that asked.
    #[error("this link belongs to another browser")]
    SignInOtherBrowser,
    /// Six digits, but not these.
    #[error("this is not the code of the letter")]
    CodeWrong,
    /// Another account has this address, or had it until a moment ago.
    #[error("this address belongs to another account")]
    AddressTaken,
    /// It is the address they have.
    #[error("this is the address already")]
    AddressSame,
    /// The account of this address is reached elsewhere since a short while; "this was not me" takes that back.
    #[error("this address was replaced not long ago")]
    AddressReplaced,
    /// There is a second factor already; it is removed before another one is set up.
    #[error("this account has a second factor already")]
    FactorAlready,
    /// There is none, or it was begun too long ago.
    #[error("this account has no second factor")]
    FactorMissing,
    /// Not the code of this moment, or one that was taken before.
    #[error("this is not the code, or it has been used")]
    FactorCodeWrong,
    /// What the device answered opens nothing: another challenge's or another host's, an unknown or copied key. Which, is not said.
    #[error("this passkey opens nothing here")]
    PasskeyRefused,
    /// The account has none that works on this host.
    #[error("this account has no passkey for this address")]
    PasskeyMissing,
    /// Browsers know no passkeys for this host: it is a number, not a name.
    #[error("passkeys do not work on this address")]
    PasskeyNotHere,
    /// One in, one out.
    #[error("an account has at most {max} passkeys", max = crate::limits::PASSKEYS)]
    PasskeysEnough,
    /// A change that cannot be taken back any more: done already, too late, or never made.
    #[error("this change cannot be taken back any more")]
    TooLateToUndo,
    /// Nobody applies without accepting the charter.
    #[error("the charter must be accepted")]
    CharterNotAccepted,
    /// They are a member already.
    #[error("this person is here already")]
    AlreadyHere,
    /// The standing was another one, or does not lead to the one wanted.
    #[error("this person's standing has changed meanwhile")]
    StandingMoved,
    /// Somebody must keep the keys (bar M8).
    #[error("a community keeps at least one owner")]
    LastOwner,
    /// Offices are given to members in good standing.
    #[error("an office is given to a member in good standing")]
    NotAMember,
    /// The time zone is not in the IANA list.
    #[error("this time zone is not known")]
    TimezoneUnknown,
    /// Hours run from 0 to 23.
    #[error("an hour of the day is a number from 0 to 23")]
    HourOutOfRange,
    /// Too many founders at once.
    #[error("a launch names at most {max} founders", max = crate::limits::FOUNDERS)]
    TooManyFounders,
    /// Too many rows at once.
    #[error("an import brings at most {max} rows at once", max = crate::limits::IMPORT_BATCH)]
    TooManyRows,
    /// The id already belongs to somebody else.
    #[error("this id is already in use")]
    IdInUse,
    /// Our own failure.
    #[error(transparent)]
    Fault(#[from] DatabaseError),
}

impl Refuse for MembershipError {
    fn refusal(&self) -> Refusal {
        match self {
            Self::Forbidden(no) => no.refusal(),
            Self::TooOften(no) => no.refusal(),
            Self::NotFound => Refusal::NOT_FOUND,
            Self::Text(bad) => bad.refusal(),
            Self::Community(error) => error.refusal(),
            Self::SignInSpent => Refusal::new(RefusalKind::Conflict, "SIGN_IN_SPENT"),
            Self::SignInExpired => Refusal::new(RefusalKind::Conflict, "SIGN_IN_EXPIRED"),
            Self::SignInOtherBrowser => Refusal::new(RefusalKind::Conflict, "SIGN_IN_OTHER_BROWSER"),
            Self::CodeWrong => Refusal::of_field("CODE_WRONG", "code"),
            Self::AddressTaken => Refusal::new(RefusalKind::Conflict, "ADDRESS_TAKEN"),
            Self::AddressSame => Refusal::of_field("ADDRESS_SAME", "email"),
            Self::AddressReplaced => Refusal::new(RefusalKind::Conflict, "ADDRESS_REPLACED"),
            Self::FactorAlready => Refusal::new(RefusalKind::Conflict, "FACTOR_ALREADY"),
            Self::FactorMissing => Refusal::new(RefusalKind::Conflict, "FACTOR_MISSING"),
            Self::FactorCodeWrong => Refusal::of_field("FACTOR_CODE_WRONG", "code"),
            Self::PasskeyRefused => Refusal::new(RefusalKind::Conflict, "PASSKEY_REFUSED"),
            Self::PasskeyMissing => Refusal::new(RefusalKind::Conflict, "PASSKEY_MISSING"),
            Self::PasskeyNotHere => Refusal::new(RefusalKind::Conflict, "PASSKEY_NOT_HERE"),
            Self::PasskeysEnough => Refusal::new(RefusalKind::Conflict, "PASSKEYS_ENOUGH"),
            Self::TooLateToUndo => Refusal::new(RefusalKind::Conflict, "TOO_LATE_TO_UNDO"),
            Self::CharterNotAccepted => Refusal::of_field("CHARTER_NOT_ACCEPTED", "charter_accepted"),
            Self::AlreadyHere => Refusal::new(RefusalKind::Conflict, "ALREADY_HERE"),
            Self::StandingMoved => Refusal::new(RefusalKind::Conflict, "STANDING_MOVED"),
            Self::LastOwner => Refusal::new(RefusalKind::Conflict, "LAST_OWNER"),
            Self::NotAMember => Refusal::new(RefusalKind::Conflict, "NOT_A_MEMBER"),
            Self::TimezoneUnknown => Refusal::of_field("TIMEZONE_UNKNOWN", "timezone"),
            Self::HourOutOfRange => Refusal::of_field("HOUR_OUT_OF_RANGE", "digest_hour"),
            Self::TooManyFounders => Refusal::of_field("TOO_MANY_FOUNDERS", "founders"),
            Self::TooManyRows => Refusal::of_field("TOO_MANY_ROWS", "rows"),
            Self::IdInUse => Refusal::new(RefusalKind::Conflict, "ID_IN_USE"),
            Self::Fault(fault) => fault.refusal(),
        }
    }
}
