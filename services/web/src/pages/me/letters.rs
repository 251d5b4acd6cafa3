//! Which letters I get, and when.

use super::overview;
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use membership::letters::{ChooseLetters, choose_letters};
use poem::{Response, handler};

/// `POST /me/letters`
#[handler]
pub async fn save(visit: Visit, mut form: Form) -> Result<Response, No> {
    let cmd = ChooseLetters {
        digest: form.ticked("digest"),
        // What is no hour is refused by the house, which first asks who is asking.
        digest_hour: form.text("digest_hour").parse().unwrap_or(-1),
        message_letters: form.ticked("message_letters"),
        sponsorship_letters: form.ticked("sponsorship_letters"),
        listing_letters: form.ticked("listing_letters"),
        search_letters: form.ticked("search_letters"),
        urgent_letters: form.ticked("urgent_letters"),
    };
    match choose_letters(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say("/me", "common-saved")),
        Err(error) => {
            form.refused(error)?;
            overview::draw(&visit, None, Some(form)).await
        }
    }
}
