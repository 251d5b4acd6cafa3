//! What I say of myself.

use super::overview;
use crate::cookies::{self, LANGUAGE};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::Language;
use membership::profile::{EditProfile, edit_profile};
use poem::{Response, handler};

/// `POST /me/profile`
#[handler]
pub async fn save(visit: Visit, mut form: Form) -> Result<Response, No> {
    let (name, town) = (form.required("name", 60), form.optional("town", 80));
    let about = form.optional("about", 500);
    let language = form.parse::<Language>("language", "common-field-choose");
    let (Some(name), Some(town), Some(about), Some(language)) = (name, town, about, language) else {
        return overview::draw(&visit, Some(form), None).await;
    };
    let timezone = form.text("timezone").to_owned();
    match edit_profile(&visit.db, &visit.caller, EditProfile { name, about, town, language, timezone }).await {
        Ok(()) => {
            let mut answer = see_and_say("/me", "common-saved");
            // The language said here holds from now on, whatever was chosen in this browser before.
            cookies::take(&mut answer, LANGUAGE);
            Ok(answer)
        }
        Err(error) => {
            form.refused(error)?;
            overview::draw(&visit, Some(form), None).await
        }
    }
}
