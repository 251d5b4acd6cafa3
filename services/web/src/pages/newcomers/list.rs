//! `GET /newcomers`: who is about to come in.

use super::sample;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::ReservationId;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{ArrivingView, WithdrawReservation};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "newcomers/list.html")]
struct ListPage {
    s: Shell,
    people: Vec<ArrivingView>,
}

/// `GET /newcomers`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let people = sponsorship::arriving(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("reservation-arriving-title"), Place::Members).await?;
    Ok(page(&ListPage { s, people }))
}

/// `POST /reservations/:id/withdraw`
#[handler]
pub async fn withdraw(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let cmd = WithdrawReservation { id: ReservationId(id) };
    sponsorship::withdraw_reservation(&visit.db, &visit.caller, cmd).await?;
    Ok(see_and_say("/newcomers", "reservation-withdrawn"))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |people| ListPage { s: p.member("reservation-arriving-title", Place::Members), people };
    let some = vec![sample(p, 51, "Thomas Lambert", false), sample(p, 52, "Jean-Michel de la Roche-Guyon", true)];
    vec![p.page("newcomers", &draw(some)), p.page("newcomers-none", &draw(Vec::new()))]
}
