//! How the house says no. Faults are errors; refusals are values with a code a door can translate.

use crate::Assurance;
use std::sync::atomic::{AtomicU64, Ordering};

/// The families of refusal; each door maps them to its own answer in exactly one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalKind {
    /// Absent, or not to be known of: the two are one.
    NotFound,
    /// Known, but not allowed.
    Forbidden,
    /// What was sent cannot be accepted as it is.
    Invalid,
    /// True a moment ago, not any more.
    Conflict,
    /// Too often.
    TooMany,
    /// Something we need is away for a moment: trying again makes sense.
    Away,
    /// There is no room left to keep it.
    Full,
    /// Our own failure.
    Fault,
}

/// A refusal as the doors see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Its family.
    pub kind: RefusalKind,
    /// `SCREAMING_SNAKE`; its sentence is the Fluent message `refusal-<lower-dashed>`.
    pub code: &'static str,
    /// The input field it speaks of, by the name every door uses.
    pub field: Option<&'static str>,
    /// For what was too often, or needs what is away: seconds after which trying again makes sense.
    pub wait: Option<u32>,
}

impl Refusal {
    /// A refusal that speaks of no particular field.
    pub const fn new(kind: RefusalKind, code: &'static str) -> Self {
        Self { kind, code, field: None, wait: None }
    }

    /// A refusal of what stands in `field`.
    pub const fn of_field(code: &'static str, field: &'static str) -> Self {
        Self { kind: RefusalKind::Invalid, code, field: Some(field), wait: None }
    }

    /// The refusal of what was tried too often; there is room again after `seconds`.
    pub const fn too_often(code: &'static str, seconds: u32) -> Self {
        Self { kind: RefusalKind::TooMany, code, field: None, wait: Some(seconds) }
    }

    /// The refusal for anything absent or foreign.
    pub const NOT_FOUND: Self = Self::new(RefusalKind::NotFound, "NOT_FOUND");
    /// The refusal for anything not allowed.
    pub const FORBIDDEN: Self = Self::new(RefusalKind::Forbidden, "FORBIDDEN");
    /// Allowed, once a second factor was shown (bar A3).
    pub const STEP_UP: Self = Self::new(RefusalKind::Forbidden, "STEP_UP_REQUIRED");
    /// Allowed, once signed in anew, or once the account's second factor was shown (bar A10).
    pub const SIGN_IN_AGAIN: Self = Self::new(RefusalKind::Forbidden, "SIGN_IN_AGAIN");
    /// The database is away, or has no room for one more.
    pub const AWAY: Self = Self { kind: RefusalKind::Away, code: "AWAY", field: None, wait: Some(5) };
    /// Our own failure; the cause goes to the log, never outside.
    pub const FAULT: Self = Self::new(RefusalKind::Fault, "FAULT");
}

/// A number to find a line of the log by, told with a fault in its place: process and count, nothing secret.
pub fn correlation() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("{:x}-{:x}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// What every noun's error can tell the doors.
pub trait Refuse: std::error::Error {
    /// The refusal to be translated and shown.
    fn refusal(&self) -> Refusal;
}

/// The permission table said no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// Not for this caller.
    #[error("you may not do this")]
    ByRule,
    /// For this caller, once they have shown that it is them.
    #[error("show first that it is you")]
    Unsure(Assurance),
}

impl Refuse for Forbidden {
    fn refusal(&self) -> Refusal {
        match self {
            Self::ByRule => Refusal::FORBIDDEN,
            Self::Unsure(Assurance::SecondFactor) => Refusal::STEP_UP,
            Self::Unsure(_) => Refusal::SIGN_IN_AGAIN,
        }
    }
}
