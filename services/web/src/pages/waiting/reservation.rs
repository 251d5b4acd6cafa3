//! Answering a reservation about oneself.

use super::room::{elsewhere, shown};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::{Refusal, ReservationId};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{AnswerReservation, answer_reservation};

#[handler]
pub(super) async fn answer(Path(id): Path<String>, visit: Visit, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let id: ReservationId = id.parse().map_err(|_| No(Refusal::NOT_FOUND))?;
    let cmd = AnswerReservation { id, words: form.text("words").to_owned() };
    match answer_reservation(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/waiting", "reservation-answered")),
        Err(error) => {
            form.refused(error)?;
            shown(&visit, form).await
        }
    }
}
