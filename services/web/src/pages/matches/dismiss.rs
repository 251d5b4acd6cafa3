//! `POST /matches/{id}/dismiss`: this one does not concern me.

use crate::error_page::No;
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::DismissMatch;
use exchange::dismiss_match::dismiss_match;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[handler]
pub(super) async fn dismiss(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    dismiss_match(&visit.db, &visit.caller, DismissMatch { id: id.into() }).await?;
    Ok(see_and_say("/matches", "matches-dismissed"))
}
