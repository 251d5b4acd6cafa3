//! Whether others may read my name on a chain between two people.

use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use membership::naming::{ChooseNaming, choose_naming};
use poem::{Response, handler};

/// `POST /me/naming`
#[handler]
pub async fn save(visit: Visit, form: Form) -> Result<Response, No> {
    choose_naming(&visit.db, &visit.caller, ChooseNaming { named: form.ticked("named") }).await?;
    Ok(see_and_say("/me", "common-saved"))
}
