//! `POST /listings/{id}/renew`: it is still true.

use crate::error_page::No;
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::Renew;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

#[handler]
pub(super) async fn renew(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    exchange::renew::renew(&visit.db, &visit.caller, Renew { id: id.into() }).await?;
    Ok(see_and_say(&format!("/listings/{id}"), "listing-renewed"))
}
