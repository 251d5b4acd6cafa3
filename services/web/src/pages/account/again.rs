//! `POST /account/sign-in-again`: ends this session and leads to the next.

use super::carry::Carry;
use crate::cookies;
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see;
use crate::visit::Visit;
use membership::session;
use poem::{Response, handler};

/// What was typed cannot wait for a letter; the page it was typed on is where one comes back to.
#[handler]
pub async fn sign_in_again(visit: Visit, form: Form) -> Result<Response, No> {
    session::end_former(&visit.db, &visit.caller, visit.session).await?;
    let carry = Carry::of(&form);
    let then: String = url::form_urlencoded::byte_serialize(carry.then().as_bytes()).collect();
    let mut answer = see(&format!("/sign-in?return_to={then}"));
    cookies::take(&mut answer, cookies::SESSION);
    Ok(answer)
}
