//! Bounces: what the relay heard back.

use crate::{
    status::Refused,
    token::{PlatformToken, integrator},
};
use community::CommunityError;
use database::Db;
use kernel::{Caller, EmailAddress};
use membership::suppression;
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
}

/// Taken in.
#[derive(Debug, Object)]
struct Taken {
    /// Whether no letter goes to this address any more.
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
    /// On the platform's own host, with a platform token. A hard bounce or a complaint ends all letters to the address at
    /// once; a soft one changes nothing, because the queue tries again by itself.
    #[oai(path = "/api/bounces", method = "post", operation_id = "reportBounce")]
    async fn report(
        &self,
        token: PlatformToken,
        caller: Data<&Caller>,
        db: Data<&Db>,
        body: Json<Bounce>,
    ) -> Result<Done, Refused> {
        let house = integrator(db.0, caller.0, &token).await?;
        let invalid = |_| Refused::by(caller.0, &CommunityError::AddressInvalid("email"));
        let email: EmailAddress = body.email.parse().map_err(invalid)?;
        let ends = body.severity != Severity::Soft;
        if ends {
            let reason = if body.diagnostic.is_empty() { "bounce" } else { &body.diagnostic };
            let done = suppression::suppress(db.0, &house, &email, reason).await;
            done.map_err(|error| Refused::by(caller.0, &error))?;
        }
        Ok(Done::Taken(Json(Taken { suppressed: ends })))
    }
}
