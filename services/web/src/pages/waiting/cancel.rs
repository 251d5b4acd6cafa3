//! Taking a request back before it is answered.

use super::room::elsewhere;
use crate::error_page::No;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::{Refusal, SponsorshipId};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{CancelRequest, cancel_request};

#[handler]
pub(super) async fn cancel(Path(id): Path<String>, visit: Visit) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let sponsorship: SponsorshipId = id.parse().map_err(|_| No(Refusal::NOT_FOUND))?;
    cancel_request(&visit.db, &visit.caller, CancelRequest { sponsorship }).await?;
    Ok(see_and_say("/waiting", "waiting-done-cancelled"))
}
