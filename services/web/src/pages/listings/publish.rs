//! `POST /listings`: the four answers become a listing.

use super::photos::{self, Faults};
use super::{new, questions};
use crate::error_page::No;
use crate::form::Form;
use crate::pages::mandates::behalf;
use crate::shell::{page_with_script, see_and_say};
use crate::visit::Visit;
use exchange::{ExchangeError, Publish};
use poem::http::StatusCode;
use poem::{Response, handler};

#[handler]
pub(super) async fn publish(visit: Visit, mut form: Form, faults: Faults) -> Result<Response, No> {
    let Some(id) = form.id() else { return again(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await };
    if let Some(status) = photos::first(&visit, &mut form, id.into(), &faults).await? {
        return again(&visit, form, status).await;
    }
    let cmd = Publish { id: id.into(), draft: questions::draft(&form) };
    match behalf::publish(&visit, &form, cmd).await {
        Ok(done) => {
            let (page, said) = behalf::then(&form, &done);
            Ok(see_and_say(&page, said))
        }
        Err(error) => {
            let status = questions::status_of(&error);
            // Somebody else's listing has it: nothing that is typed can ever be sent with it.
            if matches!(error, ExchangeError::IdTaken) {
                form.set("id", &visit.fresh_id().to_string());
            }
            questions::blame(&mut form, visit.words, error)?;
            again(&visit, form, status).await
        }
    }
}

/// The questions once more, with everything that was typed.
pub(super) async fn again(visit: &Visit, form: Form, status: StatusCode) -> Result<Response, No> {
    let rules = exchange::views::rules(&visit.db, &visit.caller).await?;
    // Whoever sent a page that had lost its id gets a fresh one, so that sending again works.
    let form = if form.text("id").is_empty() { form.with("id", visit.fresh_id().to_string()) } else { form };
    Ok(page_with_script(status, &new::draw(visit, form, &rules).await?))
}
