//! Bounces: what the relay heard back.

use crate::{status::Refused, token::PlatformToken};
use community::CommunityError;
use database::Db;
use kernel::{Caller, EmailAddress};
use membership::suppression::{self, Kind, Report};
use poem::web::Data;
use poem_openapi::{ApiResponse, Enum, Object, OpenApi, payload::Json};

/// How final it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[oai(rename_all = "lowercase")]
enum Severity {
    /// The address does not exist (5.1.1 and the like).
    Hard,
    /// The mailbox is full, the server is away: the queue tries again by itself.
    Soft,
    /// The person reported the letter as unwanted.
    Complaint,
}

/// A bounce.
#[derive(Debug, Object)]
struct Bounce {
    /// The address that was written to.
    #[oai(validator(max_length = 254))]
    email: String,
    /// How final it is.
    severity: Severity,
    /// What the other server said; kept for the operator, at most 500 characters.
    #[oai(default, validator(max_length = 500))]
    diagnostic: String,
    /// The Message-ID of the letter, where the report names it: which community's it was. Else the last letter to the address is meant.
    #[oai(skip_serializing_if_is_none, validator(max_length = 250))]
    message_id: Option<String>,
}

/// Taken in.
#[derive(Debug, Object)]
struct Taken {
    /// Whether letters to this address end with this.
    suppressed: bool,
}

/// Taken in.
#[derive(ApiResponse)]
enum Done {
    /// Written down; harmless to repeat.
    #[oai(status = 200)]
    Taken(Json<Taken>),
}

pub(crate) struct BouncesApi;

#[OpenApi]
impl BouncesApi {
    /// Report a bounce
    ///
    /// On the platform's own host, with a platform token that has the scope `bounces`. A hard bounce ends all letters to the
    /// address (a sign-in letter tries again after a week), a complaint all but sign-in letters; a soft one changes nothing,
    /// because the queue tries again by itself. Too many complaints about one community's letters make them wait.
    #[oai(path = "/api/bounces", method = "post", operation_id = "reportBounce")]
    async fn report(
        &self,
        token: PlatformToken,
        caller: Data<&Caller>,
        db: Data<&Db>,
        body: Json<Bounce>,
    ) -> Result<Done, Refused> {
        let PlatformToken(program) = token;
        let invalid = |_| Refused::by(caller.0, &CommunityError::AddressInvalid("email"));
        let email: EmailAddress = body.email.parse().map_err(invalid)?;
        let kind = match body.severity {
            Severity::Soft => None,
            Severity::Hard => Some(Kind::Dead),
            Severity::Complaint => Some(Kind::Complaint),
        };
        let reason = if body.diagnostic.is_empty() { "bounce" } else { &body.diagnostic };
        let report = Report { email: &email, kind, reason, message: body.message_id.as_deref() };
        let done = suppression::report(db.0, &program, report).await;
        done.map_err(|error| Refused::by(caller.0, &error))?;
        Ok(Done::Taken(Json(Taken { suppressed: kind.is_some() })))
    }
}
