//! Where I am signed in.

use crate::cookies;
use crate::error_page::No;
use crate::shell::{see, see_and_say};
use crate::visit::Visit;
use kernel::SessionId;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// `POST /account/sessions/:id/end`
#[handler]
pub async fn end(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let session = SessionId(id);
    membership::session::sign_out(&visit.db, &visit.caller, session).await?;
    if visit.session == Some(session) {
        return Ok(signed_out());
    }
    Ok(see_and_say("/account", "account-session-ended"))
}

/// `POST /account/sessions/end-all`
#[handler]
pub async fn end_all(visit: Visit) -> Result<Response, No> {
    membership::session::sign_out_everywhere(&visit.db, &visit.caller).await?;
    Ok(signed_out())
}

fn signed_out() -> Response {
    let mut answer = see("/");
    cookies::take(&mut answer, cookies::SESSION);
    answer
}
