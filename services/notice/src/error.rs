//! How this noun says no.

use database::DatabaseError;
use kernel::{Forbidden, Refusal, Refuse};

/// Why something about notifications or digests was not done.
#[derive(Debug, thiserror::Error)]
pub enum NoticeError {
    /// The permission table said no.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Fault(#[from] DatabaseError),
}

impl From<sqlx::Error> for NoticeError {
    fn from(error: sqlx::Error) -> Self {
        Self::Fault(error.into())
    }
}

impl Refuse for NoticeError {
    fn refusal(&self) -> Refusal {
        match self {
            Self::Forbidden(forbidden) => forbidden.refusal(),
            Self::Fault(fault) => fault.refusal(),
        }
    }
}
