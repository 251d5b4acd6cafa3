//! The one place where this door says what kind of no it is.

use kernel::{Caller, CommunityId, Language, RefusalKind, Refuse, refusal::correlation};
use phrases::Words;
use poem::{Error, http::StatusCode};
use poem_openapi::{ApiResponse, Object, payload::Json};

/// Why something was not done.
#[derive(Debug, Clone, Object)]
pub(crate) struct Problem {
    /// Its name, for programs.
    pub code: String,
    /// A sentence in the language asked for.
    pub message: String,
    /// The field it speaks of.
    #[oai(skip_serializing_if_is_none)]
    pub field: Option<String>,
    /// For what could not be read: where reading ended.
    #[oai(skip_serializing_if_is_none)]
    pub detail: Option<String>,
    /// For failures of ours: the number to find it by in the log.
    #[oai(skip_serializing_if_is_none)]
    pub correlation_id: Option<String>,
}

/// The refusals of this door.
#[derive(Debug, ApiResponse)]
pub(crate) enum Refused {
    /// What was sent cannot be read.
    #[oai(status = 400)]
    Unreadable(Json<Problem>),
    /// The token is missing, wrong or revoked.
    #[oai(status = 401)]
    Unauthorized(Json<Problem>),
    /// Known, but not allowed.
    #[oai(status = 403)]
    Forbidden(Json<Problem>),
    /// Absent, or not to be known of.
    #[oai(status = 404)]
    NotFound(Json<Problem>),
    /// True a moment ago, not any more.
    #[oai(status = 409)]
    Conflict(Json<Problem>),
    /// Too large to be read.
    #[oai(status = 413)]
    TooLarge(Json<Problem>),
    /// Not said to be JSON.
    #[oai(status = 415)]
    NotJson(Json<Problem>),
    /// Readable, but cannot be accepted as it is.
    #[oai(status = 422)]
    Invalid(Json<Problem>),
    /// Too often.
    #[oai(status = 429)]
    TooMany(Json<Problem>, #[oai(header = "Retry-After")] u64),
    /// The database is away; trying again makes sense.
    #[oai(status = 503)]
    Away(Json<Problem>, #[oai(header = "Retry-After")] u64),
    /// Our own failure.
    #[oai(status = 500)]
    Fault(Json<Problem>),
}

/// Seconds to wait after [`Refused::TooMany`] when the house does not say.
const WAIT: u64 = 300;

impl Refused {
    /// What the house's no is here.
    pub(crate) fn by(caller: &Caller, error: &dyn Refuse) -> Self {
        let refusal = error.refusal();
        let mut problem = problem(caller, refusal.code);
        problem.field = refusal.field.map(str::to_owned);
        match refusal.kind {
            RefusalKind::NotFound => Self::NotFound(Json(problem)),
            RefusalKind::Forbidden => Self::Forbidden(Json(problem)),
            RefusalKind::Invalid => Self::Invalid(Json(problem)),
            RefusalKind::Conflict => Self::Conflict(Json(problem)),
            RefusalKind::TooMany => Self::TooMany(Json(problem), refusal.wait.map_or(WAIT, u64::from)),
            RefusalKind::Away => {
                tracing::error!(%error, "the database is away");
                Self::Away(Json(problem), refusal.wait.map_or(WAIT, u64::from))
            }
            // Nothing of this door is kept in files.
            RefusalKind::Full | RefusalKind::Fault => {
                let number = correlation();
                tracing::error!(%number, %error, "a request failed");
                problem.correlation_id = Some(number);
                Self::Fault(Json(problem))
            }
        }
    }

    /// What was refused before any operation saw it; `error` itself when it is nothing of that kind.
    pub(crate) fn before(caller: Option<&Caller>, error: Error) -> Result<Self, Error> {
        // The house's own no, said before the operation was reached.
        if error.is_from_response() {
            return Err(error);
        }
        let anybody = || Caller::anonymous(CommunityId::PLATFORM, Language::default());
        let caller = caller.cloned().unwrap_or_else(anybody);
        let detailed = |code| Problem { detail: Some(error.to_string()), ..problem(&caller, code) };
        match error.status() {
            StatusCode::BAD_REQUEST => Ok(Self::Unreadable(Json(detailed("UNREADABLE")))),
            StatusCode::UNAUTHORIZED => Ok(Self::unauthorized(&caller)),
            StatusCode::NOT_FOUND => Ok(Self::not_found(&caller)),
            StatusCode::PAYLOAD_TOO_LARGE => Ok(Self::TooLarge(Json(problem(&caller, "TOO_LARGE")))),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Ok(Self::NotJson(Json(problem(&caller, "NOT_JSON")))),
            status if status.is_client_error() => Ok(Self::Unreadable(Json(detailed("UNREADABLE")))),
            _ => Err(error),
        }
    }

    pub(crate) fn not_found(caller: &Caller) -> Self {
        Self::NotFound(Json(problem(caller, "NOT_FOUND")))
    }

    pub(crate) fn unauthorized(caller: &Caller) -> Self {
        Self::Unauthorized(Json(problem(caller, "TOKEN_INVALID")))
    }
}

fn problem(caller: &Caller, code: &str) -> Problem {
    // A time zone matters for dates only; a refusal has none.
    let message = Words::new(caller.language, chrono_tz::UTC).refusal(code);
    Problem { code: code.to_owned(), message, field: None, detail: None, correlation_id: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use database::DatabaseError;

    #[test]
    fn a_failure_of_ours_says_its_number_and_nothing_else() {
        let caller = Caller::anonymous(CommunityId::PLATFORM, Language::En);
        let error = DatabaseError::damaged("a word at /srv/secret");
        let Refused::Fault(Json(problem)) = Refused::by(&caller, &error) else { panic!("no fault") };
        assert_eq!(problem.code, "FAULT");
        assert!(problem.correlation_id.is_some() && !problem.message.contains("secret"), "{problem:?}");
    }
}
