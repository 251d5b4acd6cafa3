//! Faults of the database, and the constraints that are really refusals.

use kernel::{Refusal, Refuse};

/// The database failed, or refused by a constraint.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// PostgreSQL or the way to it.
    #[error("the database failed: {0}")]
    Sql(#[from] sqlx::Error),
    /// A migration could not be applied.
    #[error("the database could not be migrated: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// Something stored does not read as what it should be.
    #[error("stored data is damaged: {0}")]
    Damaged(String),
    /// A value could not be written as JSON.
    #[error("a value could not be stored: {0}")]
    Json(#[from] serde_json::Error),
}

impl DatabaseError {
    /// The name of the violated constraint or unique index, if that is what happened.
    pub fn constraint(&self) -> Option<&str> {
        match self {
            Self::Sql(sqlx::Error::Database(error)) => error.constraint(),
            _ => None,
        }
    }

    /// A word in the database that the code does not know.
    pub fn damaged(what: impl std::fmt::Display) -> Self {
        Self::Damaged(what.to_string())
    }
}

impl Refuse for DatabaseError {
    fn refusal(&self) -> Refusal {
        Refusal::FAULT
    }
}
