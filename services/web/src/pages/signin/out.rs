//! Signing out, here and now.

use crate::cookies::{self, SESSION};
use crate::error_page::No;
use crate::shell::{see, see_and_say};
use crate::visit::Visit;
use membership::session;
use poem::{Response, handler};

#[handler]
pub(super) async fn sign_out(visit: Visit) -> Result<Response, No> {
    if visit.session.is_none() {
        return Ok(see("/"));
    }
    session::end_former(&visit.db, &visit.caller, visit.session).await?;
    let mut answer = see_and_say("/", "signin-out-done");
    cookies::take(&mut answer, SESSION);
    Ok(answer)
}
