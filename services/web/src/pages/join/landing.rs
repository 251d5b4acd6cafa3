//! Where a personal link or an invitation leads: who invites, and what comes next. Looking uses nothing up.

use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use kernel::Who;
use poem::http::StatusCode;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::InviterFace;

#[derive(Template)]
#[template(path = "join/landing.html")]
struct LandingPage {
    s: Shell,
    face: Option<InviterFace>,
    next: Next,
    /// Carries the token and a fresh id.
    form: Form,
}

/// What the reader can do with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// Introduce oneself.
    Join,
    /// Ask this member, from the waiting room.
    Ask,
    /// Nothing: inside already.
    Inside,
}

#[handler]
pub(super) async fn landing(Path(token): Path<String>, visit: Visit) -> Result<Response, No> {
    let face = sponsorship::peek(&visit.db, visit.caller.community, &token).await?;
    let next = match visit.caller.who {
        Who::Member(me) if me.standing.is_inside() => Next::Inside,
        Who::Member(me) if me.standing.is_waiting() => Next::Ask,
        _ => Next::Join,
    };
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("token", token);
    let s = visit.shell("", Place::Elsewhere).await?;
    Ok(answer(&of(s, face, next, form)))
}

fn of(s: Shell, face: Option<InviterFace>, next: Next, form: Form) -> LandingPage {
    let title = match &face {
        Some(inviter) => s.t1("join-invited-title", "name", &inviter.name),
        None => s.t("join-link-spent-title"),
    };
    LandingPage { s: s.titled(title), face, next, form }
}

fn answer(page: &LandingPage) -> Response {
    let status = if page.face.is_some() { StatusCode::OK } else { StatusCode::NOT_FOUND };
    page_with(status, page)
}

impl LandingPage {
    /// Where to introduce oneself, remembering who opened the way.
    fn join(&self) -> String {
        let token: String = url::form_urlencoded::byte_serialize(self.form.text("token").as_bytes()).collect();
        format!("/join?via={token}")
    }
}

/// By invitation, by personal link, for somebody who waits, for a member, and a link that does not hold.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let face = |sentence: &str| InviterFace {
        name: "Anne Lemaire".to_owned(),
        town: "Corbigny".to_owned(),
        sentence: sentence.to_owned(),
        language: None,
    };
    let written = "Voisins de palier depuis six ans, il garde mon chat.";
    let shown = |name: &str, face, next| {
        let form = Form::blank(preview.words).with("token", "abc");
        preview.page(name, &of(preview.visitor("join-title"), face, next, form))
    };
    vec![
        shown("invitation", Some(face(written)), Next::Join),
        shown("personal_link", Some(face("")), Next::Join),
        shown("personal_link_waiting", Some(face("")), Next::Ask),
        shown("personal_link_member", Some(face("")), Next::Inside),
        shown("personal_link_spent", None, Next::Join),
    ]
}
