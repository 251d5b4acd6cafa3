//! What a button of the launch does: go on, go back, look at the colours, change something, launch.

use super::brand::colours;
use super::draft::{self, check};
use super::show::shown;
use super::steps::Step;
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see;
use crate::visit::Visit;
use kernel::Refuse as _;
use membership::Launched;
use poem::{Response, handler};

#[handler]
pub(super) async fn send(visit: Visit, mut form: Form) -> Result<Response, No> {
    let Some(step) = Step::of(form.text("step")) else {
        // Nothing of a launch was sent: nothing can be lost.
        return Ok(see(&if visit.is_signed_in() { "/launch".to_owned() } else { visit.sign_in_first() }));
    };
    if form.text("id").is_empty() {
        form.set("id", &visit.fresh_id().to_string());
    }
    if let Some(brand) = colours(form.text("colours")) {
        form.set("brand_primary", &brand.primary.to_string());
        form.set("brand_accent", &brand.accent.to_string());
        return shown(&visit, form, Step::Brand).await;
    }
    match form.text("go") {
        "look" => shown(&visit, form, step).await,
        "back" => shown(&visit, form, step.before().unwrap_or(step)).await,
        go => match Step::of(go) {
            Some(other) => shown(&visit, form, other).await,
            None => go_on(&visit, form, step).await,
        },
    }
}

async fn go_on(visit: &Visit, mut form: Form, step: Step) -> Result<Response, No> {
    if !check(visit, &mut form, step).await? {
        return shown(visit, form, step).await;
    }
    match step.after() {
        Some(next) => shown(visit, form, next).await,
        None => launch(visit, form).await,
    }
}

async fn launch(visit: &Visit, mut form: Form) -> Result<Response, No> {
    if !visit.is_signed_in() {
        // The session ended meanwhile. Everything typed stays on this page while they sign in elsewhere.
        form.fail_all(visit.words.t("launch-signed-out"));
        return shown(visit, form, Step::People).await;
    }
    let base = visit.base()?;
    let Some(cmd) = draft::launch(&mut form) else { return shown(visit, form, Step::People).await };
    let slug = cmd.slug.trim().to_lowercase();
    match membership::launch(&visit.db, &visit.caller, &base, cmd).await {
        Ok(Launched { .. }) => Ok(see(&format!("/launched/{slug}"))),
        Err(error) => {
            let step = error.refusal().field.and_then(Step::asking).unwrap_or(Step::People);
            form.refused(error)?;
            shown(visit, form, step).await
        }
    }
}
