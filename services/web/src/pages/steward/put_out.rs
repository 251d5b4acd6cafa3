//! Putting somebody out: first what it does to others, then the decision.

use super::effects::{cause, effects, sample};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::Html;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{DepartureId, MemberId};
use poem::web::Path;
use poem::{Request, Response, handler};
use sponsorship::{Cause, EffectsView, PutOut, PutOutcome};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "steward/put_out.html")]
struct PutOutPage {
    s: Shell,
    form: Form,
    id: MemberId,
    name: String,
    causes: Vec<(String, String)>,
    effects: Html,
    two_stewards: bool,
}

impl PutOutPage {
    fn of(s: Shell, form: Form, view: &EffectsView) -> Self {
        let causes = Cause::ALL.iter().map(|one| (one.as_str().to_owned(), cause(s.words, *one))).collect();
        Self {
            effects: effects(s.words, view),
            id: view.member.id,
            name: view.member.name.clone(),
            two_stewards: view.two_stewards,
            causes,
            form,
            s,
        }
    }
}

/// `GET /steward/members/:id/put-out`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>, request: &Request) -> Result<Response, No> {
    let query = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("cause", query.text("cause"));
    draw(&visit, MemberId(id), form).await
}

/// `POST /steward/members/:id/put-out`
#[handler]
pub async fn put_out(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = PutOut {
        id: DepartureId(form.text("id").parse().unwrap_or_else(|_| visit.fresh_id())),
        member: MemberId(id),
        cause: chosen(&form),
        reason: form.text("reason").to_owned(),
        seen: form.text("seen").to_owned(),
    };
    match sponsorship::put_out(&visit.db, &visit.caller, cmd).await {
        Ok(PutOutcome::Done) => Ok(see_and_say("/steward", "standing-is-out")),
        Ok(PutOutcome::Waits) => Ok(see_and_say("/steward/reviews", "standing-is-proposed")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, MemberId(id), form).await
        }
    }
}

/// The cause that was chosen; the mildest while none is.
fn chosen(form: &Form) -> Cause {
    form.text("cause").parse().unwrap_or(Cause::Suspension)
}

/// What would happen now, with what was typed.
async fn draw(visit: &Visit, id: MemberId, mut form: Form) -> Result<Response, No> {
    let cause = chosen(&form);
    let view = sponsorship::what_if(&visit.db, &visit.caller, id, cause).await?;
    form.set("cause", cause.as_str());
    form.set("seen", &view.seen);
    let title = visit.words.t1("standing-put-out-title", "name", view.member.name.as_str());
    let s = visit.shell(&title, Place::Elsewhere).await?;
    Ok(page_with(form.status(), &PutOutPage::of(s, form, &view)))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |form: Form, view: &EffectsView| {
        let title = p.words.t1("standing-put-out-title", "name", view.member.name.as_str());
        PutOutPage::of(p.steward("steward-title", Place::Elsewhere).titled(title), form.with("cause", "fraud"), view)
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("reason", 500);
    let nobody = EffectsView { falls: Vec::new(), unclear: Vec::new(), touched: 0, ..sample(p, false) };
    vec![
        p.page("put-out", &draw(Form::blank(p.words), &sample(p, true))),
        p.page("put-out-nobody", &draw(Form::blank(p.words), &nobody)),
        p.page("put-out-error", &draw(wrong, &sample(p, false))),
    ]
}
