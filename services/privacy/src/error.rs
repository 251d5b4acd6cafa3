//! How this noun says no.

use crate::map::Unreadable;
use database::DatabaseError;
use kernel::{Forbidden, Refusal, RefusalKind, Refuse};
use membership::MembershipError;

/// Why something about somebody's data was not done.
#[derive(Debug, thiserror::Error)]
pub enum PrivacyError {
    /// The permission table said no.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no copy (any more, or yet).
    #[error("there is no copy here")]
    NotFound,
    /// Nobody said that they are sure.
    #[error("an erasure cannot be taken back: say that you are sure")]
    NotSure,
    /// What was typed is not the community's short name.
    #[error("type the community's short name to say that it is meant")]
    RemovalNotConfirmed,
    /// Its removal waits already.
    #[error("this community is going to be removed already")]
    RemovalAsked,
    /// Its removal has begun.
    #[error("this removal has begun and cannot be called off any more")]
    RemovalBegun,
    /// They cannot leave as they stand.
    #[error(transparent)]
    Membership(#[from] MembershipError),
    /// Our own failure.
    #[error(transparent)]
    Fault(#[from] DatabaseError),
    /// Our own failure.
    #[error(transparent)]
    Map(#[from] Unreadable),
}

impl Refuse for PrivacyError {
    fn refusal(&self) -> Refusal {
        match self {
            Self::Forbidden(no) => no.refusal(),
            Self::NotFound => Refusal::NOT_FOUND,
            Self::NotSure => Refusal::of_field("ERASURE_NOT_SURE", "sure"),
            Self::RemovalNotConfirmed => Refusal::of_field("REMOVAL_NOT_CONFIRMED", "slug"),
            Self::RemovalAsked => Refusal::new(RefusalKind::Conflict, "REMOVAL_ASKED"),
            Self::RemovalBegun => Refusal::new(RefusalKind::Conflict, "REMOVAL_BEGUN"),
            Self::Membership(no) => no.refusal(),
            Self::Fault(fault) => fault.refusal(),
            Self::Map(_) => Refusal::FAULT,
        }
    }
}
