//! `GET /me/household`: with whom I am said to share one.

use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{HouseholdId, Role};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{AnswerTogether, EndTogether, Said, TieState, TieView};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "household/mine.html")]
struct MinePage {
    s: Shell,
    form: Form,
    ties: Vec<TieView>,
}

impl MinePage {
    fn state(&self, tie: &TieView) -> String {
        let name = tie.with.name.as_str();
        match tie.state {
            TieState::Asked if tie.said_first => self.s.t1("household-state-asked", "name", name),
            TieState::Asked => self.s.t1("household-state-asks", "name", name),
            TieState::Looked => self.s.t("household-state-looked"),
            TieState::Counts => self.s.t("household-state-counts"),
            TieState::Ending { at } => self.s.t1("household-state-ending", "day", self.s.date(&at)),
        }
    }

    #[expect(clippy::unused_self, reason = "the template asks the page")]
    fn asks_me(&self, tie: &TieView) -> bool {
        tie.state == TieState::Asked && !tie.said_first
    }

    #[expect(clippy::unused_self, reason = "the template asks the page")]
    fn asks_them(&self, tie: &TieView) -> bool {
        tie.state == TieState::Asked && tie.said_first
    }

    #[expect(clippy::unused_self, reason = "the template asks the page")]
    fn may_end(&self, tie: &TieView) -> bool {
        matches!(tie.state, TieState::Counts | TieState::Looked)
    }
}

/// `GET /me/household`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    draw(&visit, Form::blank(visit.words)).await
}

/// `POST /households/:id/answer`
#[handler]
pub async fn answer(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let cmd = AnswerTogether { id: HouseholdId(id), agrees: form.ticked("agrees") };
    match sponsorship::answer_together(&visit.db, &visit.caller, cmd).await {
        Ok(said) => Ok(see_and_say("/me/household", told(said))),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

/// `POST /households/:id/end`
#[handler]
pub async fn end(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    match sponsorship::end_together(&visit.db, &visit.caller, EndTogether { id: HouseholdId(id) }).await {
        Ok(()) => Ok(see_and_say("/me/household", "household-is-ending")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

/// What is said of what came of it.
pub(super) fn told(said: Option<Said>) -> &'static str {
    match said {
        Some(Said::Waits) => "household-is-said",
        Some(Said::Counts) => "household-is-agreed",
        Some(Said::Looked) => "household-is-looked",
        None => "household-is-denied",
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let ties = sponsorship::my_household(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("household-title"), Place::Elsewhere).await?;
    Ok(page_with(form.status(), &MinePage { s, form, ties }))
}

/// What the previews show.
pub(crate) fn sample(p: &Preview, n: u128, name: &str, state: TieState, said_first: bool) -> TieView {
    TieView {
        id: HouseholdId(Uuid::from_u128(n)),
        with: p.person(name, "Corbigny", Role::None),
        said_first,
        reason: String::new(),
        state,
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |ties| MinePage { s: p.member("household-title", Place::Elsewhere), form: Form::blank(p.words), ties };
    let entered =
        TieView { reason: p.words.t("household-sample-reason"), ..sample(p, 5, "Guy Moreau", TieState::Counts, false) };
    let some = vec![
        sample(p, 1, "Anne Petit", TieState::Asked, false),
        sample(p, 2, "Bruno Faure", TieState::Asked, true),
        sample(p, 3, "Minh", TieState::Ending { at: p.ahead(9) }, true),
        sample(p, 4, "Fatou Diop", TieState::Looked, true),
        entered,
    ];
    vec![p.page("my-household", &draw(some)), p.page("my-household-none", &draw(Vec::new()))]
}
