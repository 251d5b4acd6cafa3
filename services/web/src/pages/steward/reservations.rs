//! `GET /steward/reservations`: doubts that wait for two stewards.

use crate::error_page::No;
use crate::form::Form;
use crate::pages::newcomers::category;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{ReservationId, Role};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{Category, DecideReservation, Decided, OpenReservation, VoiceView};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "steward/reservations.html")]
struct ReservationsPage {
    s: Shell,
    form: Form,
    open: Vec<OpenReservation>,
}

impl ReservationsPage {
    fn category(&self, one: &OpenReservation) -> String {
        category(self.s.words, one.category)
    }

    /// Whose it is, and how many they confided within a year.
    fn author(&self, one: &OpenReservation) -> String {
        let name = one.confided_by.as_ref().map_or_else(|| self.s.t("reservation-nobody"), |card| card.name.clone());
        self.s.t2("reservation-author", "name", name.as_str(), "n", one.within_a_year)
    }

    fn voice(&self, voice: &VoiceView) -> String {
        let key = if voice.upheld { "reservation-voice-upheld" } else { "reservation-voice-aside" };
        self.s.t1(key, "name", voice.steward.name.as_str())
    }
}

/// `GET /steward/reservations`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    draw(&visit, Form::blank(visit.words)).await
}

/// `POST /steward/reservations/:id/decide`
#[handler]
pub async fn decide(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let upheld = form.ticked("upheld");
    let cmd = DecideReservation { id: ReservationId(id), upheld, reason: form.text("reason").to_owned() };
    match sponsorship::decide_reservation(&visit.db, &visit.caller, cmd).await {
        Ok(Decided::Done) => Ok(see_and_say("/steward/reservations", "reservation-decided")),
        Ok(Decided::Waits) => Ok(see_and_say("/steward/reservations", "reservation-waits")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form.about(id)).await
        }
    }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let open = sponsorship::open_reservations(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("reservation-desk-title"), Place::Elsewhere).await?;
    Ok(page_with(form.status(), &ReservationsPage { s, form, open }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let one = |n: u128, category, words: &str, may_decide| OpenReservation {
        id: ReservationId(Uuid::from_u128(n)),
        applicant: p.person("Thomas Lambert", "Corbigny", Role::None),
        confided_by: Some(p.person("Bruno Faure", "Clamecy", Role::None)),
        within_a_year: 4,
        category,
        words: words.to_owned(),
        confided_at: p.ago(1),
        answer: if n == 1 { p.words.t("reservation-sample-answer") } else { String::new() },
        voices: if n == 1 {
            let reason = p.words.t("reservation-sample-reason");
            vec![VoiceView { steward: p.person("Anne Petit", "Clamecy", Role::Steward), upheld: false, reason }]
        } else {
            Vec::new()
        },
        may_decide,
    };
    let draw = |form, open| ReservationsPage { s: p.steward("reservation-desk-title", Place::Elsewhere), form, open };
    let words = p.words.t("reservation-sample-words");
    let some = || vec![one(1, Category::Exchange, &words, true), one(2, Category::Identity, "", false)];
    let mut wrong = Form::blank(p.words);
    wrong.required("reason", 500);
    vec![
        p.page("reservations", &draw(Form::blank(p.words), some())),
        p.page("reservations-none", &draw(Form::blank(p.words), Vec::new())),
        p.page("reservations-error", &draw(wrong.about(Uuid::from_u128(1)), some())),
    ]
}
