//! Leaving the community.

use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "me/leave.html")]
struct LeavePage {
    s: Shell,
    form: Form,
}

/// `GET /me/leave`
#[handler]
pub async fn ask(visit: Visit) -> Result<Response, No> {
    draw(&visit, Form::blank(visit.words)).await
}

/// `POST /me/leave`
#[handler]
pub async fn go(visit: Visit, mut form: Form) -> Result<Response, No> {
    if !form.ticked("sure") {
        form.fail("sure", visit.words.t("common-field-tick"));
        return draw(&visit, form).await;
    }
    match membership::leave::leave(&visit.db, &visit.caller).await {
        Ok(()) => Ok(see_and_say("/", "me-left")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    // Whoever may not leave is not asked whether they are sure.
    membership::leave::may_leave(&visit.caller)?;
    let title = visit.words.t1("me-leave-title", "community", visit.face.name.as_str());
    let s = visit.shell(&title, Place::Elsewhere).await?;
    Ok(page_with(form.status(), &LeavePage { s, form }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let title = p.words.t1("me-leave-title", "community", p.brand.name.as_str());
    let draw = |form| LeavePage { s: p.member("me-title", Place::Elsewhere).titled(title.clone()), form };
    let mut wrong = Form::blank(p.words);
    wrong.fail("sure", p.words.t("common-field-tick"));
    vec![p.page("mine-leave", &draw(Form::blank(p.words))), p.page("mine-leave-error", &draw(wrong))]
}
