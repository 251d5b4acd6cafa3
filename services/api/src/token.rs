//! Who speaks: an integrator with a token that an operator gave out.

use crate::status::Refused;
use database::Db;
use kernel::Caller;
use poem_openapi::{SecurityScheme, auth::Bearer};

/// A platform token, given out by an operator and revoked by one.
#[derive(SecurityScheme)]
#[oai(ty = "bearer", rename = "platformToken")]
pub(crate) struct PlatformToken(pub Bearer);

/// Refuses unless the token is good and speaks to the platform's own host: on a community's host there is nothing here.
/// Whoever passes acts as the house.
pub(crate) async fn integrator(db: &Db, caller: &Caller, token: &PlatformToken) -> Result<Caller, Refused> {
    if !caller.community.is_platform() {
        return Err(Refused::not_found(caller));
    }
    let known = community::platform_token::check(db, &token.0.token).await;
    match known.map_err(|error| Refused::by(caller, &error))? {
        Some(_) => Ok(Caller { language: caller.language, ..Caller::house(caller.community) }),
        None => Err(Refused::unauthorized(caller)),
    }
}
