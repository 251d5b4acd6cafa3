//! `POST /listings/{id}/come` and `/listings/{id}/step-back`, `GET /listings/{id}/outing.ics`; and what a listing's page says of its outing.

use super::extent;
use crate::error_page::No;
use crate::pages::calendar::ics;
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::outing::{self, Attendance, Comer, OutingView, SignUp, StepBack};
use exchange::{ExchangeError, ListingView, State};
use kernel::{ListingId, PageRequest, Timestamp};
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// People shown.
const COMERS: u32 = 100;

/// How an outing stands, for the template `listings/outing.html`.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each shows a line of its own")]
pub(super) struct OutingPart {
    pub href: String,
    pub view: OutingView,
    /// How many come, and how many wait for a seat.
    pub count: String,
    /// What the reader may expect.
    pub mine: Option<String>,
    /// When it is.
    pub when: String,
    pub is_own: bool,
    pub has_begun: bool,
    pub for_guests: bool,
    pub is_full: bool,
    pub is_open: bool,
    pub comers: Vec<Person>,
    /// How many more there are than are shown.
    pub more: i64,
}

/// Somebody who comes.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub name: String,
    /// Their page; nothing for whoever waits to come in.
    pub href: Option<String>,
    pub in_line: bool,
}

impl OutingPart {
    pub(super) async fn of(visit: &Visit, view: &ListingView) -> Result<Option<Self>, No> {
        let Some(found) = &view.outing else { return Ok(None) };
        let comers = if found.may_see_comers {
            let page = PageRequest::new(COMERS, None);
            outing::comers(&visit.db, &visit.caller, view.row.id, &page).await?.items
        } else {
            Vec::new()
        };
        Ok(Self::new(view, &comers, visit.words, visit.now()))
    }

    pub(super) fn new(view: &ListingView, comers: &[Comer], words: Words, now: Timestamp) -> Option<Self> {
        let (found, outing) = (view.outing.clone()?, view.row.extent.outing?);
        let mine = found.mine.map(|mine| match mine {
            Attendance::Coming => words.t("outing-mine-coming"),
            Attendance::InLine => words.t("outing-mine-in-line"),
        });
        let shown = i64::try_from(comers.len()).unwrap_or(i64::MAX);
        let more = if found.may_see_comers { (found.coming + found.in_line - shown).max(0) } else { 0 };
        Some(Self {
            href: format!("/listings/{}", view.row.id),
            count: count(&found, outing.seats, words),
            mine,
            when: extent::when(&outing, words),
            is_own: view.mine,
            has_begun: outing.starts_at <= now,
            for_guests: outing.for_guests,
            is_full: outing.seats.is_some_and(|seats| found.coming >= i64::from(seats)),
            is_open: view.row.state == State::Open,
            comers: comers.iter().map(Person::of).collect(),
            more,
            view: found,
        })
    }
}

impl Person {
    fn of(comer: &Comer) -> Self {
        let waits = comer.card.standing.is_waiting();
        Self {
            name: comer.card.name.clone(),
            href: (!waits).then(|| format!("/members/{}", comer.card.id)),
            in_line: comer.attendance == Attendance::InLine,
        }
    }
}

fn count(view: &OutingView, seats: Option<i16>, words: Words) -> String {
    let coming = match seats {
        None => words.t1("outing-coming", "n", view.coming),
        Some(seats) => words.t2("outing-coming-of", "n", view.coming, "seats", seats),
    };
    if view.in_line == 0 { coming } else { format!("{coming}, {}", words.t1("outing-in-line", "n", view.in_line)) }
}

#[handler]
pub(super) async fn come(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let done = outing::sign_up(&visit.db, &visit.caller, SignUp { listing: id.into() }).await?;
    Ok(see_and_say(&format!("/listings/{id}"), said(done)))
}

/// What is said to whoever has just signed up.
pub(crate) fn said(done: Attendance) -> &'static str {
    match done {
        Attendance::Coming => "outing-said-coming",
        Attendance::InLine => "outing-said-in-line",
    }
}

#[handler]
pub(super) async fn step_back(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    outing::step_back(&visit.db, &visit.caller, StepBack { listing: id.into() }).await?;
    Ok(see_and_say(&format!("/listings/{id}"), "outing-said-stepped-back"))
}

#[handler]
pub(super) async fn file(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let id = ListingId(id);
    let entry = exchange::calendar::outing(&visit.db, &visit.caller, id).await?.ok_or(ExchangeError::NotFound)?;
    Ok(ics::answer(&[entry], &visit.face, &visit.site.home(&visit.face), visit.words))
}

/// An invented outing: full, the reader in line or its author.
pub(super) fn sample(
    view: &mut ListingView,
    preview: &crate::preview::Preview,
    mine: Option<Attendance>,
) -> Vec<Comer> {
    let starts_at = preview.now + chrono::Duration::days(12);
    view.row.kind = exchange::Kind::Outing;
    view.row.title = preview.words.t("outing-sample");
    view.body = preview.words.t("outing-sample-text");
    view.row.extent.outing = Some(exchange::Outing {
        starts_at,
        ends_at: Some(starts_at + chrono::Duration::hours(3)),
        seats: Some(8),
        for_guests: true,
    });
    view.row.expires_at = starts_at + chrono::Duration::hours(3);
    view.outing = Some(OutingView {
        coming: 8,
        in_line: 2,
        mine,
        may_sign_up: mine.is_none() && !view.mine,
        may_see_comers: view.mine,
    });
    let people = [("Karim Benali", kernel::Standing::Member), ("Thomas Lambert", kernel::Standing::Applicant)];
    people.map(|(name, standing)| comer(preview, name, standing)).to_vec()
}

fn comer(preview: &crate::preview::Preview, name: &str, standing: kernel::Standing) -> Comer {
    let mut card = preview.person(name, "Corbigny", kernel::Role::None);
    card.standing = standing;
    Comer { card, attendance: Attendance::Coming, came_at: preview.now }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_counted_with_those_who_wait_for_one() {
        let words = crate::shell::sample_words();
        let view = OutingView { coming: 1, in_line: 0, mine: None, may_sign_up: true, may_see_comers: false };
        assert_eq!(count(&view, None, words), "1 personne vient");
        let full = OutingView { coming: 2, in_line: 1, ..view };
        assert_eq!(count(&full, Some(2), words), "2 places prises sur 2, 1 personne en attente");
    }
}
