//! Signing out, here and now.

use crate::cookies::{self, SESSION};
use crate::error_page::No;
use crate::shell::{see, see_and_say};
use crate::visit::Visit;
use membership::{MembershipError, session};
use poem::{Response, handler};

#[handler]
pub(super) async fn sign_out(visit: Visit) -> Result<Response, No> {
    let Some(open) = visit.session else { return Ok(see("/")) };
    match session::sign_out(&visit.db, &visit.caller, open).await {
        // Ended meanwhile, from another device: out all the same.
        Ok(()) | Err(MembershipError::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    let mut answer = see_and_say("/", "signin-out-done");
    cookies::take(&mut answer, SESSION);
    Ok(answer)
}
