//! Asking a member to vouch: by their address, or by their personal link.

use super::room::{elsewhere, shown};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::{EmailAddress, SponsorshipId};
use poem::{Response, handler};
use sponsorship::ask::LONGEST_NOTE;
use sponsorship::{AskSponsor, AskViaLink, SponsorshipError, ask_sponsor, ask_via_link};

#[handler]
pub(super) async fn ask(visit: Visit, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let by_address_typed = form.text("token").is_empty();
    let done = if by_address_typed { by_address(&visit, &mut form).await } else { by_link(&visit, &mut form).await };
    match done {
        Some(Ok(())) => Ok(see_and_say("/waiting", "waiting-done-asked")),
        Some(Err(error)) => {
            refuse(&visit, &mut form, error)?;
            shown(&visit, form).await
        }
        None => shown(&visit, form).await,
    }
}

async fn by_address(visit: &Visit, form: &mut Form) -> Option<Result<(), SponsorshipError>> {
    let id = form.id();
    let email: Option<EmailAddress> = form.parse("email", "common-field-email");
    let note = form.optional("note", LONGEST_NOTE);
    let cmd = AskSponsor { id: SponsorshipId(id?), email: email?, note: note? };
    Some(ask_sponsor(&visit.db, &visit.caller, cmd).await)
}

async fn by_link(visit: &Visit, form: &mut Form) -> Option<Result<(), SponsorshipError>> {
    let id = form.id();
    let note = form.optional("note", LONGEST_NOTE);
    let cmd = AskViaLink { id: SponsorshipId(id?), token: form.text("token").to_owned(), note: note? };
    Some(ask_via_link(&visit.db, &visit.caller, cmd).await.map(drop))
}

/// A link that does not hold is told on the page: the room is still there.
fn refuse(visit: &Visit, form: &mut Form, error: SponsorshipError) -> Result<(), No> {
    if matches!(error, SponsorshipError::LinkSpent) {
        form.fail_all(visit.words.t("join-link-spent-text"));
        return Ok(());
    }
    form.refused(error)
}
