//! Names, texts, languages and colours.

use super::overview::{self, Typed};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use community::settings::{self, ChangeCommunity};
use poem::{Response, handler};

/// `POST /owner/identity`
#[handler]
pub async fn save(visit: Visit, mut form: Form) -> Result<Response, No> {
    let text = |name: &str| Some(form.text(name).to_owned());
    let languages = form.all("languages").into_iter().filter_map(|code| code.parse().ok()).collect();
    let cmd = ChangeCommunity {
        version: form.text("version").parse().unwrap_or_default(),
        name: text("name"),
        tagline: text("tagline"),
        welcome: text("welcome"),
        charter: text("charter"),
        organisation: text("organisation"),
        postal_address: text("postal_address"),
        contact_email: text("contact_email"),
        languages: Some(languages),
        brand_primary: text("brand_primary"),
        brand_accent: text("brand_accent"),
        ..ChangeCommunity::default()
    };
    match settings::change(&visit.db, &visit.caller, &visit.base()?, cmd).await {
        Ok(_) => Ok(see_and_say("/owner", "common-saved")),
        Err(error) => {
            form.refused(error)?;
            overview::draw(&visit, Typed { identity: Some(form), ..Typed::default() }).await
        }
    }
}
