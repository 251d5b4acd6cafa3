//! The community's own host names.

use super::overview::{self, Typed};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use community::settings::{self, ChangeCommunity};
use poem::{Response, handler};

/// `POST /owner/hosts`
#[handler]
pub async fn save(visit: Visit, mut form: Form) -> Result<Response, No> {
    let hosts = form.lines("hosts");
    let version = form.text("version").parse().unwrap_or_default();
    let cmd = ChangeCommunity { version, hosts: Some(hosts), ..ChangeCommunity::default() };
    match settings::change(&visit.db, &visit.caller, &visit.base()?, cmd).await {
        Ok(_) => Ok(see_and_say("/owner", "common-saved")),
        Err(error) => {
            form.refused(error)?;
            overview::draw(&visit, Typed { hosts: Some(form), ..Typed::default() }).await
        }
    }
}
