//! `GET /listings/new`: which way, then four short questions.

use super::audience;
use super::drafts;
use super::photos::Part;
use super::questions::{self, Questions};
use super::samples;
use super::starts::{self, Start};
use crate::error_page::No;
use crate::form::Form;
use crate::pages::mandates::behalf::Behalf;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, page_with_script};
use crate::visit::Visit;
use askama::Template;
use chrono::Duration;
use exchange::views::unanswered::usual_wait;
use exchange::{Audience, Direction, PhotoView, Rules};
use phrases::Words;
use poem::http::StatusCode;
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;
use uuid::Uuid;

/// The questions; also shown again by [`super::publish`].
#[derive(Template)]
#[template(path = "listings/new.html")]
pub(super) struct New {
    pub s: Shell,
    pub questions: Questions,
    /// For whom it is, beside the author.
    pub behalf: Behalf,
    /// How soon people are answered here, where enough were.
    pub usual: Option<String>,
    /// What others could ask, to begin with.
    pub starts: Vec<Start>,
    /// The draft under which it is kept, where it is.
    pub kept: Option<drafts::Row>,
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
    /// One of the ready examples, from 1 on.
    example: Option<usize>,
    /// The member in whose name it is to be asked.
    #[serde(rename = "for")]
    whom: Option<String>,
    /// The group it is to be for.
    group: Option<Uuid>,
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
        Some(home) => home.town.name.to_owned(),
        None => membership::views::own(&visit.db, &visit.caller).await?.card.town,
    };
    let mut form = blank(visit.words, direction, &wish.title.unwrap_or_default(), &town);
    form.set("id", &visit.fresh_id().to_string());
    if let Some(whom) = wish.whom.filter(|_| direction == Direction::Request) {
        form.set("behalf_member", &whom);
    }
    if let Some(group) = wish.group {
        form.set("audience", &audience::answer_of(group.into()));
    }
    starts::fill(&mut form, visit.words, &visit.face.preset, direction, wish.example);
    Ok(page_with_script(StatusCode::OK, &draw(&visit, form, &rules).await?))
}

/// The questions with what stands in the form.
pub(super) async fn draw(visit: &Visit, mut form: Form, rules: &Rules) -> Result<New, No> {
    let direction = questions::direction(&form);
    let s = shell(visit, direction).await?;
    let behalf = Behalf::of(visit, &form).await?;
    let starts = starts::of(visit.words, &visit.face.preset, direction, form.text("behalf_member"));
    let usual = match direction {
        Some(Direction::Request) => usual_wait(&visit.db, &visit.caller).await?.first_answer,
        _ => None,
    };
    let usual = usual.map(|time| said(visit.words, time));
    let (part, kept) = match form.text("id").parse() {
        Ok(id) => (Part::of(visit, id).await?, drafts::kept_under(visit, id).await?),
        Err(_) => (Part::showing(Vec::new()), None),
    };
    // Whoever goes on with something needs no idea to begin with.
    let starts = if kept.is_some() { Vec::new() } else { starts };
    let mine = groups::views::my_groups(&visit.db, &visit.caller).await?;
    audience::narrow(&mut form, &mine, visit.words);
    let questions = Questions::new(form, rules, visit.words).with_photos(part).with_groups(mine);
    Ok(New { s, questions, behalf, usual, starts, kept })
}

/// Half of the people are answered within this time: in hours, and in days from two days on.
fn said(words: Words, time: Duration) -> String {
    if time < Duration::hours(48) {
        words.t1("example-usual-hours", "hours", ceil(time, Duration::hours(1)))
    } else {
        words.t1("example-usual-days", "days", ceil(time, Duration::days(1)))
    }
}

/// How many whole units cover the time, at least one.
fn ceil(time: Duration, unit: Duration) -> i64 {
    (time.num_seconds() + unit.num_seconds() - 1).div_euclid(unit.num_seconds()).max(1)
}

/// The frame, titled by the direction.
async fn shell(visit: &Visit, direction: Option<Direction>) -> Result<Shell, No> {
    visit.shell(&visit.words.t(title(direction)), Place::Listings).await
}

pub(super) fn title(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Offer) => "listing-new-offer",
        Some(Direction::Request) => "listing-new-request",
        None => "listing-new-either",
    }
}

/// Nothing answered yet but what goes without saying: one's own town, and that it is free.
fn blank(words: Words, direction: Direction, about: &str, town: &str) -> Form {
    let about: String = about.chars().take(exchange::limits::TITLE_MOST).collect();
    Form::blank(words)
        .with("direction", direction.as_str())
        .with("title", about)
        .with("town", town)
        .with("settlements", "gift")
        .with("audience", Audience::Everyone.as_str())
        .with("urgency", super::urgent::CAN_WAIT)
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let rules: Rules = samples::rules(preview.words);
    let show = |name: &str, form: Form, photos: Vec<PhotoView>| {
        let s = preview.member(title(questions::direction(&form)), Place::Listings);
        let name_of = (!form.text("behalf_member").is_empty()).then(|| "Jeanne Petit".to_owned());
        let behalf = Behalf::new(preview.words, &form, name_of);
        let starts = starts::of(preview.words, "confiance", questions::direction(&form), "");
        let usual = (!starts.is_empty()).then(|| said(preview.words, Duration::hours(6)));
        let questions = Questions::new(form, &rules, preview.words).with_photos(Part::showing(photos));
        preview.page(name, &New { s, questions, behalf, usual, starts, kept: None })
    };
    let words = preview.words;
    let for_another = blank(words, Direction::Request, "", "Corbigny").with("behalf_name", "Jeanne");
    let mut unsaid = for_another.clone().with("behalf_relation", "mother");
    unsaid.fail("behalf_consent", words.refusal("MANDATE_CONSENT_MISSING"));
    let member = blank(words, Direction::Request, "", "Corbigny").with("behalf_member", "7");
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
        show("member-listing-new-for-another", for_another, Vec::new()),
        show("member-listing-new-for-another-wrong", unsaid, Vec::new()),
        show("member-listing-new-for-member", member, Vec::new()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn a_time_is_never_said_shorter_than_it_is() {
        let words = sample_words();
        assert!(said(words, Duration::minutes(3)).contains("une heure"), "{}", said(words, Duration::minutes(3)));
        assert!(said(words, Duration::minutes(61)).contains("2 heures"));
        assert!(said(words, Duration::hours(47)).contains("47 heures"));
        assert!(said(words, Duration::hours(49)).contains("3 jours"));
    }
}
