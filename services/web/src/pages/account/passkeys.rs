//! My passkeys: adding one, showing one, taking one away.

use super::carry::Carry;
use super::factor::codes_page;
use super::prove::{self as proof, give_session};
use super::{address, session_of};
use crate::error_page::No;
use crate::form::Form;
use crate::pages::passkey::{Kind, Way, answer, ask, venue};
use crate::shell::{Place, see_and_say};
use crate::visit::Visit;
use kernel::PasskeyId;
use membership::limits;
use membership::passkey::{self, AddPasskey};
use poem::web::Path;
use poem::{Request, Response, handler};
use uuid::Uuid;

/// `POST /account/passkeys/begin`. Answered by the page that asks the device: what it is asked stands at no address.
#[handler]
pub async fn begin(visit: Visit, mut form: Form, request: &Request) -> Result<Response, No> {
    let session = session_of(&visit)?;
    if form.required("name", limits::PASSKEY_NAME).is_none() {
        return address::again(&visit, form).await;
    }
    let venue = venue(&visit, request);
    match passkey::begin_adding(&visit.db, &visit.caller, session, &venue).await {
        Ok(begun) => {
            let s = visit.shell("", Place::Elsewhere).await?;
            let way =
                Way { action: "/account/passkeys", carried: form.hidden("name"), otherwise: "/account".to_owned() };
            Ok(ask(s, Kind::Add, &venue, &begun, way))
        }
        Err(error) => refused(&visit, form, error).await,
    }
}

/// `POST /account/passkeys`. Where it is the first second key, answered by the page with the recovery codes, which are shown this once.
#[handler]
pub async fn add(visit: Visit, form: Form, request: &Request) -> Result<Response, No> {
    let session = session_of(&visit)?;
    let cmd = AddPasskey { name: form.text("name").to_owned(), answer: answer(&form) };
    match passkey::add(&visit.db, &visit.caller, session, &venue(&visit, request), cmd).await {
        Ok(added) => {
            let mut answer = if added.recovery_codes.is_empty() {
                see_and_say("/account", "passkey-added")
            } else {
                codes_page(&visit, added.recovery_codes, Carry::back_to("/account")).await?
            };
            give_session(&mut answer, &added.proved.session_token);
            Ok(answer)
        }
        Err(error) => refused(&visit, form, error).await,
    }
}

/// `POST /account/passkeys/:id/remove`
#[handler]
pub async fn remove(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    passkey::remove(&visit.db, &visit.caller, PasskeyId(id)).await?;
    Ok(see_and_say("/account", "passkey-removed"))
}

/// `POST /account/prove/passkey/begin`. Answered by the page that asks the device.
#[handler]
pub async fn begin_proving(visit: Visit, mut form: Form, request: &Request) -> Result<Response, No> {
    let session = session_of(&visit)?;
    let (carry, venue) = (Carry::of(&form), venue(&visit, request));
    match passkey::begin_proving(&visit.db, &visit.caller, session, &venue).await {
        Ok(begun) => {
            let s = visit.shell("", Place::Elsewhere).await?;
            let then: String = url::form_urlencoded::byte_serialize(carry.then().as_bytes()).collect();
            let otherwise = format!("/account/prove?then={then}");
            let way = Way { action: "/account/prove/passkey", carried: carry.hidden(), otherwise };
            Ok(ask(s, Kind::Prove, &venue, &begun, way))
        }
        Err(error) => {
            form.refused(error)?;
            proof::draw(&visit, form, carry).await
        }
    }
}

/// `POST /account/prove/passkey`
#[handler]
pub async fn prove(visit: Visit, mut form: Form, request: &Request) -> Result<Response, No> {
    let session = session_of(&visit)?;
    let carry = Carry::of(&form);
    match passkey::prove(&visit.db, &visit.caller, session, &venue(&visit, request), answer(&form)).await {
        Ok(proved) => {
            let mut answer = proof::carry_on(&visit, carry).await?;
            give_session(&mut answer, &proved.session_token);
            Ok(answer)
        }
        Err(error) => {
            form.refused(error)?;
            proof::draw(&visit, form, carry).await
        }
    }
}

/// The account's page once more, with the name as typed.
async fn refused(visit: &Visit, mut form: Form, error: membership::MembershipError) -> Result<Response, No> {
    form.refused(error)?;
    address::again(visit, form).await
}
