//! Who speaks: an integrator with a token that an operator gave out.

use crate::status::Refused;
use database::Db;
use kernel::{Caller, Deed};
use poem_openapi::{SecurityScheme, auth::Bearer};

/// A platform token, given out by an operator and revoked by one.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", rename = "platformToken")]
pub(crate) struct PlatformToken(pub Bearer);

/// The program that speaks, if its token is good and it speaks to the platform's own host: on a community's host there is nothing
/// here. What it may do is asked by each use case.
pub(crate) async fn program(db: &Db, caller: &Caller, token: &PlatformToken) -> Result<Caller, Refused> {
    if !caller.community.is_platform() {
        return Err(Refused::not_found(caller));
    }
    let known = community::platform_token::speaker(db, &token.0.token, caller.language).await;
    if let Some(program) = known.map_err(|error| Refused::by(caller, &error))? {
        return Ok(program.in_the_request_of(caller));
    }
    match db.count(caller, Deed::WrongToken, None).await {
        Ok(()) => Err(Refused::unauthorized(caller)),
        Err(too_often) => Err(Refused::by(caller, &too_often)),
    }
}
