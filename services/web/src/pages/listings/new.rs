//! `GET /listings/new`: which way, then four short questions.

use super::questions::{self, Questions};
use super::{photos::Part, samples};
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use exchange::{Direction, PhotoView, Rules};
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;

/// The questions; also shown again by [`super::publish`].
#[derive(Template)]
#[template(path = "listings/new.html")]
pub(super) struct New {
    pub s: Shell,
    pub questions: Questions,
}

/// The two doors, for whoever came without having chosen one.
#[derive(Template)]
#[template(path = "listings/choose.html")]
struct Choose {
    s: Shell,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    direction: Option<String>,
    title: Option<String>,
}

#[handler]
pub(super) async fn new(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    let rules = exchange::views::rules(&visit.db, &visit.caller).await?;
    let Some(direction) = wish.direction.and_then(|word| word.parse::<Direction>().ok()) else {
        let s = visit.shell(&visit.words.t("listing-choose-title"), Place::Listings).await?;
        return Ok(page(&Choose { s }));
    };
    let home = exchange::my_places::my_places(&visit.db, &visit.caller).await?.home;
    let town = match home {
        Some(home) => home.name.to_owned(),
        None => membership::views::own(&visit.db, &visit.caller).await?.card.town,
    };
    let form = blank(visit.words, direction, &wish.title.unwrap_or_default(), &town);
    let form = form.with("id", visit.fresh_id().to_string());
    let s = shell(&visit, Some(direction)).await?;
    let questions = Questions::new(form, &rules, visit.words).with_photos(Part::showing(Vec::new()));
    Ok(page(&New { questions, s }))
}

/// The frame, titled by the direction.
pub(super) async fn shell(visit: &Visit, direction: Option<Direction>) -> Result<Shell, No> {
    visit.shell(&visit.words.t(title(direction)), Place::Listings).await
}

fn title(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Offer) => "listing-new-offer",
        Some(Direction::Request) => "listing-new-request",
        None => "listing-new-either",
    }
}

/// Nothing answered yet but what goes without saying: one's own town, and that it is free.
fn blank(words: phrases::Words, direction: Direction, about: &str, town: &str) -> Form {
    let about: String = about.chars().take(exchange::limits::TITLE_MOST).collect();
    Form::blank(words)
        .with("direction", direction.as_str())
        .with("title", about)
        .with("town", town)
        .with("settlements", "gift")
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let rules: Rules = samples::rules(preview.words);
    let show = |name: &str, form: Form, photos: Vec<PhotoView>| {
        let s = preview.member(title(questions::direction(&form)), Place::Listings);
        let questions = Questions::new(form, &rules, preview.words);
        preview.page(name, &New { questions: questions.with_photos(Part::showing(photos)), s })
    };
    let words = preview.words;
    let mut wrong = blank(words, Direction::Request, "Un", "Corbigny");
    wrong.fail("kind", words.refusal("LISTING_KIND_MISSING"));
    wrong.fail("title", words.refusal("LISTING_TITLE_TOO_SHORT"));
    wrong.fail("body", words.refusal("LISTING_BODY_MISSING"));
    wrong.fail("photos", words.refusal("PHOTO_BROKEN"));
    vec![
        preview.page("member-listing-choose", &Choose { s: preview.member("listing-choose-title", Place::Listings) }),
        show("member-listing-new-request", blank(words, Direction::Request, "", "Corbigny"), Vec::new()),
        show("member-listing-new-offer", blank(words, Direction::Offer, "", "Corbigny"), Vec::new()),
        show("member-listing-new-wrong", wrong, samples::photos(preview)),
    ]
}
