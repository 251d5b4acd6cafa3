//! The community's rules beside who lets people in, which is [`super::admission`].

use super::overview::{self, Typed};
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use community::settings::{self, ChangeCommunity};
use poem::{Response, handler};

/// `POST /owner/policy`
#[handler]
pub async fn save(visit: Visit, mut form: Form) -> Result<Response, No> {
    let listing_days = form.parse::<i32>("listing_days", "common-field-number");
    let application_days = form.parse::<i32>("application_days", "common-field-number");
    let fair_share = if form.text("fair_share").is_empty() {
        Some(0)
    } else {
        form.parse::<i32>("fair_share", "common-field-number")
    };
    let (Some(listing_days), Some(application_days), Some(fair_share)) = (listing_days, application_days, fair_share)
    else {
        return again(&visit, form).await;
    };
    let cmd = ChangeCommunity {
        version: form.text("version").parse().unwrap_or_default(),
        names_to_sponsors: Some(form.ticked("names_to_sponsors")),
        guest_rights: Some(form.all("guest_rights").into_iter().filter_map(|word| word.parse().ok()).collect()),
        listing_days: Some(listing_days),
        application_days: Some(application_days),
        fair_share: Some(fair_share),
        email_domains: Some(form.lines("email_domains")),
        categories: Some(form.lines("categories")),
        ..ChangeCommunity::default()
    };
    match settings::change(&visit.db, &visit.caller, &visit.base()?, cmd).await {
        Ok(_) => Ok(see_and_say("/owner", "common-saved")),
        Err(error) => {
            form.refused(error)?;
            again(&visit, form).await
        }
    }
}

async fn again(visit: &Visit, form: Form) -> Result<Response, No> {
    overview::draw(visit, Typed { policy: Some(form), ..Typed::default() }).await
}
