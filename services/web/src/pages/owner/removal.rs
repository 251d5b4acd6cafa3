//! The end of the community: asked for by its owner, called off as long as there is time.

use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::RemovalId;
use poem::{Response, handler};
use privacy::removal::{self, AskRemoval, RemovalView};

/// An owner's page, and an operator's.
#[derive(Template)]
#[template(path = "owner/removal.html")]
pub(in crate::pages) struct RemovalPage {
    pub s: Shell,
    pub form: Form,
    /// The community's name.
    pub name: String,
    /// Its short name, which is to be typed.
    pub slug: String,
    /// Where the forms lead.
    pub action: String,
    /// Where the page belongs, and what that is called.
    pub back: (&'static str, String),
    /// The removal that waits, if one does.
    pub removal: Option<RemovalView>,
}

/// `GET /owner/removal`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    draw(&visit, fresh(&visit)).await
}

/// `POST /owner/removal`
#[handler]
pub async fn ask(visit: Visit, mut form: Form) -> Result<Response, No> {
    let Some(cmd) = wish(&mut form) else { return draw(&visit, form).await };
    match removal::ask_removal(&visit.db, &visit.caller, cmd).await {
        Ok(_) => Ok(see_and_say("/owner/removal", "owner-removal-asked")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

/// `POST /owner/removal/call-off`
#[handler]
pub async fn call_off(visit: Visit, mut form: Form) -> Result<Response, No> {
    match removal::call_off_removal(&visit.db, &visit.caller).await {
        Ok(()) => Ok(see_and_say("/owner/removal", "owner-removal-called-off")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

/// The form as it is offered.
pub(in crate::pages) fn fresh(visit: &Visit) -> Form {
    Form::blank(visit.words).with("id", visit.fresh_id().to_string())
}

/// What was sent, unless something is missing.
pub(in crate::pages) fn wish(form: &mut Form) -> Option<AskRemoval> {
    let id = form.id().map(RemovalId);
    let slug = form.required("slug", community::limits::SLUG);
    Some(AskRemoval { id: id?, slug: slug? })
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let removal = removal::removal(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("owner-removal-title"), Place::Elsewhere).await?;
    let page = RemovalPage {
        name: visit.face.name.clone(),
        slug: visit.face.slug.clone(),
        action: "/owner/removal".to_owned(),
        back: ("/owner", s.t("owner-title")),
        removal,
        form,
        s,
    };
    Ok(page_with(page.form.status(), &page))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |form: Form, removal: Option<RemovalView>| {
        let s = p.steward("owner-removal-title", Place::Elsewhere).closing(removal.map(|view| view.due_at));
        RemovalPage {
            name: "Entraide Nièvre".to_owned(),
            slug: "nievre".to_owned(),
            action: "/owner/removal".to_owned(),
            back: ("/owner", s.t("owner-title")),
            removal,
            form,
            s,
        }
    };
    let view = RemovalView {
        id: RemovalId(uuid::Uuid::from_u128(1)),
        asked_at: p.ago(3),
        due_at: p.ahead(27),
        has_begun: false,
    };
    let mut wrong = Form::blank(p.words).with("slug", "Nièvre");
    wrong.fail("slug", p.words.t("refusal-removal-not-confirmed"));
    vec![
        p.page("owned-removal", &draw(Form::blank(p.words), None)),
        p.page("owned-removal-error", &draw(wrong, None)),
        p.page("owned-removal-waiting", &draw(Form::blank(p.words), Some(view))),
    ]
}
