//! `POST /listings/drafts`: the form of a new listing is kept for later, as far as it is filled in.

use super::filled::read;
use crate::error_page::No;
use crate::form::Form;
use crate::pages::listings::photos::{self, Faults};
use crate::pages::listings::{publish::again, questions};
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::saved_draft::save_draft;
use poem::http::StatusCode;
use poem::{Response, handler};

#[handler]
pub(crate) async fn save(visit: Visit, mut form: Form, faults: Faults) -> Result<Response, No> {
    let Some(id) = form.id() else { return again(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await };
    // Before anything is said of the photos, whatever becomes of them; and a listing that is published has none of its own changed by this.
    if let Err(error) = save_draft(&visit.db, &visit.caller, read(id.into(), &form)).await {
        let status = questions::status_of(&error);
        questions::blame(&mut form, visit.words, error)?;
        return again(&visit, form, status).await;
    }
    match photos::first(&visit, &mut form, id.into(), &faults).await? {
        Some(status) => again(&visit, form, status).await,
        None => Ok(see_and_say("/listings/mine", "listing-draft-kept")),
    }
}
