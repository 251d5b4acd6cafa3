//! What is promised to somebody: its author says so, and that it is free again. Two buttons, on its page and among one's own; both lead to its
//! page, which says how it stands.

use crate::error_page::No;
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::{Free, Reserve, reserved};
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// `POST /listings/{id}/reserve`
#[handler]
pub(super) async fn reserve(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    reserved::reserve::reserve(&visit.db, &visit.caller, Reserve { id: id.into() }).await?;
    Ok(see_and_say(&format!("/listings/{id}"), "reserved-done"))
}

/// `POST /listings/{id}/free`
#[handler]
pub(super) async fn free(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    reserved::free::free(&visit.db, &visit.caller, Free { id: id.into() }).await?;
    Ok(see_and_say(&format!("/listings/{id}"), "reserved-freed"))
}
