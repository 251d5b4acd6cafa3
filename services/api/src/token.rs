//! Who speaks: an integrator with a token that an operator gave out.

use crate::status::Refused;
use database::Db;
use kernel::{Caller, Deed};
use poem::{Error, IntoResponse as _, Request, Result};
use poem_openapi::{SecurityScheme, auth::Bearer};

/// The program behind a platform token, given out by an operator and revoked by one. Every operation takes it first: whoever has
/// no good token is told that, and nothing of what else they sent.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", rename = "platformToken", checker = "known")]
pub(crate) struct PlatformToken(pub Caller);

async fn known(request: &Request, bearer: Bearer) -> Result<Caller> {
    let (Some(db), Some(caller)) = (request.data::<Db>(), request.data::<Caller>()) else {
        return Err(poem::error::InternalServerError(std::io::Error::other("a request without its caller")));
    };
    program(db, caller, &bearer.token).await.map_err(|refused| Error::from_response(refused.into_response()))
}

/// The program that speaks, if its token is good and it speaks to the platform's own host: on a community's host there is nothing
/// here. What it may do is asked by each use case.
async fn program(db: &Db, caller: &Caller, token: &str) -> Result<Caller, Refused> {
    if !caller.community.is_platform() {
        return Err(Refused::not_found(caller));
    }
    let known = community::platform_token::speaker(db, token, caller.language).await;
    if let Some(program) = known.map_err(|error| Refused::by(caller, &error))? {
        return Ok(program.in_the_request_of(caller));
    }
    match db.count(caller, Deed::WrongToken, None).await {
        Ok(()) => Err(Refused::unauthorized(caller)),
        Err(too_often) => Err(Refused::by(caller, &too_often)),
    }
}
