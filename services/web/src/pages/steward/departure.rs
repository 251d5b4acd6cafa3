//! What one steward proposed, and another confirms or calls off.

use super::effects::{cause, effects, sample};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::Html;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{DepartureId, Role};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{CallOff, ConfirmDeparture, EffectsView, ProposalView};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "steward/departure.html")]
struct DeparturePage {
    s: Shell,
    form: Form,
    wish: ProposalView,
    cause: String,
    effects: Html,
    /// Whether the reader proposed it, so that somebody else confirms it.
    mine: bool,
}

/// `GET /steward/departures/:id`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    draw(&visit, DepartureId(id), Form::blank(visit.words)).await
}

/// `POST /steward/departures/:id/confirm`
#[handler]
pub async fn confirm(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let cmd = ConfirmDeparture { id: DepartureId(id), seen: form.text("seen").to_owned() };
    let done = sponsorship::confirm_departure(&visit.db, &visit.caller, cmd).await;
    answered(&visit, DepartureId(id), form, done, "standing-is-out").await
}

/// `POST /steward/departures/:id/call-off`
#[handler]
pub async fn call_off(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let done = sponsorship::call_off(&visit.db, &visit.caller, CallOff { id: DepartureId(id) }).await;
    answered(&visit, DepartureId(id), form, done, "standing-is-called-off").await
}

async fn answered<E: kernel::Refuse>(
    visit: &Visit,
    id: DepartureId,
    mut form: Form,
    done: Result<(), E>,
    said: &str,
) -> Result<Response, No> {
    match done {
        Ok(()) => Ok(see_and_say("/steward/reviews", said)),
        Err(error) => {
            form.refused(error)?;
            draw(visit, id, form).await
        }
    }
}

async fn draw(visit: &Visit, id: DepartureId, mut form: Form) -> Result<Response, No> {
    let (wish, view) = sponsorship::proposal(&visit.db, &visit.caller, id).await?;
    form.set("seen", &view.seen);
    let title = visit.words.t1("standing-put-out-title", "name", wish.member.name.as_str());
    let s = visit.shell(&title, Place::Elsewhere).await?;
    let mine = visit.caller.me().is_some_and(|me| wish.proposed_by.as_ref().is_some_and(|by| by.id == me.member));
    Ok(page_with(form.status(), &DeparturePage::of(s, form, wish, &view, mine)))
}

impl DeparturePage {
    fn of(s: Shell, form: Form, wish: ProposalView, view: &EffectsView, mine: bool) -> Self {
        Self { cause: cause(s.words, wish.cause), effects: effects(s.words, view), s, form, wish, mine }
    }

    fn proposer(&self) -> String {
        self.wish.proposed_by.as_ref().map_or_else(|| self.s.t("common-somebody"), |card| card.name.clone())
    }
}

/// What the previews show.
pub(super) fn sample_wish(p: &Preview) -> ProposalView {
    ProposalView {
        id: DepartureId(Uuid::from_u128(5)),
        member: p.person("Bruno Faure", "Corbigny", Role::None),
        cause: sponsorship::Cause::Fraud,
        reason: p.words.t("standing-sample-reason"),
        touched: 4,
        proposed_by: Some(p.person("Guy", "Chaumot", Role::Steward)),
        proposed_at: p.ago(1),
        expires_at: p.ahead(6),
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |mine| {
        let wish = sample_wish(p);
        let title = p.words.t1("standing-put-out-title", "name", wish.member.name.as_str());
        let s = p.steward("steward-title", Place::Elsewhere).titled(title);
        DeparturePage::of(s, Form::blank(p.words), wish, &sample(p, true), mine)
    };
    vec![p.page("departure", &draw(false)), p.page("departure-mine", &draw(true))]
}
