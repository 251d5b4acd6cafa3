//! `/places`: where I live and work, so that I find what is near. Nobody else is shown it.

use crate::doors::Doors;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place as Menu, Shell, page_with, see_and_say};
use crate::visit::Visit;
use ::places::Place;
use askama::Template;
use exchange::{ChoosePlaces, NamedPlace, my_places};
use kernel::Language;
use poem::{Response, handler};

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/places", show).post("/places", save)
}

#[derive(Template)]
#[template(path = "places/mine.html")]
struct Mine {
    s: Shell,
    form: Form,
    /// What to choose from where a name is not certain: code and words.
    homes: Vec<(String, String)>,
    works: Vec<(String, String)>,
}

/// `GET /places`
#[handler]
async fn show(visit: Visit) -> Result<Response, No> {
    let mine = my_places::my_places(&visit.db, &visit.caller).await?;
    let said = |place: Option<Place>| place.map_or_else(String::new, |place| place.label(visit.words.language));
    let form = Form::blank(visit.words).with("home", said(mine.home)).with("work", said(mine.work));
    draw(&visit, form).await
}

/// `POST /places`
#[handler]
async fn save(visit: Visit, mut form: Form) -> Result<Response, No> {
    let cmd = ChoosePlaces { home: named(&form, "home", "home_place"), work: named(&form, "work", "work_place") };
    let Err(error) = my_places::choose_places(&visit.db, &visit.caller, cmd).await else {
        return Ok(see_and_say("/places", "places-saved"));
    };
    if error.problems().is_empty() {
        form.refused(error)?;
    } else {
        for problem in error.problems() {
            form.fail(problem.field, visit.words.refusal(problem.code));
        }
    }
    draw(&visit, form).await
}

/// A choice goes with what was typed: where nothing is typed, nothing is named.
fn named(form: &Form, field: &str, choice: &str) -> NamedPlace {
    let typed = form.text(field).to_owned();
    let chosen = form.text(choice).parse().ok().filter(|_| !typed.is_empty());
    NamedPlace { typed, chosen }
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let which = |field: &str| -> Result<Vec<(String, String)>, No> {
        if form.is_good() {
            return Ok(Vec::new());
        }
        Ok(choices(&my_places::which(&visit.caller, form.text(field))?, visit.words.language))
    };
    let (homes, works) = (which("home")?, which("work")?);
    let s = visit.shell(&visit.words.t("places-title"), Menu::Elsewhere).await?;
    Ok(page_with(form.status(), &Mine { s, form, homes, works }))
}

/// Code and words of each.
fn choices(places: &[Place], language: Language) -> Vec<(String, String)> {
    places.iter().map(|place| (place.id().to_string(), place.label(language))).collect()
}

/// The pages of this area in all states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, form: Form, homes: Vec<(String, String)>| {
        let s = p.member("places-title", Menu::Elsewhere);
        p.page(name, &Mine { s, form, homes, works: Vec::new() })
    };
    let form = Form::blank(p.words).with("home", "Corbigny").with("work", "Nevers");
    let mut unsure = Form::blank(p.words).with("home", "Saint-Aubin");
    unsure.fail("home", p.words.refusal("PLACE_WHICH"));
    let sample = [
        ("f21541", "Saint-Aubin (21190, Côte-d'Or, France)"),
        ("f62742", "Saint-Aubin (62170, Pas-de-Calais, France)"),
    ];
    let homes = sample.map(|(code, words)| (code.to_owned(), words.to_owned())).to_vec();
    vec![draw("member-places", form, Vec::new()), draw("member-places-which", unsure, homes)]
}
