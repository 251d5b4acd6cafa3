//! Faults of the database, and the constraints that are really refusals.

use kernel::{Refusal, RefusalKind, Refuse};

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

    /// Whether nothing is wrong with what was asked: the database cannot be reached, is starting or stopping, has no room for one
    /// more, takes no writes just now, or chose this transaction to end a deadlock.
    pub fn is_away(&self) -> bool {
        let Self::Sql(error) = self else { return false };
        match error {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::PoolClosed => true,
            sqlx::Error::Database(error) => error.code().is_some_and(|code| is_passing(&code)),
            _ => false,
        }
    }

    /// Whether a text was sent that no text of PostgreSQL can be: it holds a NUL. Nobody types one, and nothing that is kept holds one.
    pub fn is_unreadable(&self) -> bool {
        let Self::Sql(sqlx::Error::Database(error)) = self else { return false };
        error.code().is_some_and(|code| ["22021", "22P05"].contains(&code.as_ref()))
    }

    /// A word in the database that the code does not know.
    pub fn damaged(what: impl std::fmt::Display) -> Self {
        Self::Damaged(what.to_string())
    }
}

/// What was sent is no text at all.
const UNREADABLE: Refusal = Refusal::new(RefusalKind::Invalid, "UNREADABLE");

impl Refuse for DatabaseError {
    fn refusal(&self) -> Refusal {
        match self {
            _ if self.is_away() => Refusal::AWAY,
            _ if self.is_unreadable() => UNREADABLE,
            _ => Refusal::FAULT,
        }
    }
}

/// Classes and codes of the errors that pass by themselves (`PostgreSQL`, appendix A): connections, resources, an operator's
/// hand, rollbacks that only ask for another try, writes during a read-only time, and whatever took the server too long: a
/// lock, a statement, or ourselves between two statements.
fn is_passing(code: &str) -> bool {
    let too_long = ["25P03", "55P03", "57014"];
    ["08", "40", "53", "57P"].iter().any(|class| code.starts_with(class)) || code == "25006" || too_long.contains(&code)
}
