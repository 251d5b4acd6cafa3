//! `/places`: where I live and work, so that I find what is near. Nobody else is shown it.

use crate::doors::Doors;
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place as Menu, Shell, page_with_script, see_and_say};
use crate::visit::Visit;
use ::places::{Place, Streets, Whereabouts};
use askama::Template;
use exchange::{ChoosePlaces, MyPlaces, NamedPlace, NamedStreet, my_places};
use kernel::Language;
use poem::web::Data;
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
    /// The host that is asked where a street is; where there is none, no street is asked for.
    host: Option<String>,
    home_narrowed: bool,
    work_narrowed: bool,
}

/// `GET /places`
#[handler]
async fn show(visit: Visit, Data(streets): Data<&Streets>) -> Result<Response, No> {
    let mine = my_places::my_places(&visit.db, &visit.caller).await?;
    let said =
        |place: Option<Whereabouts>| place.map_or_else(String::new, |place| place.town.label(visit.words.language));
    let form = Form::blank(visit.words).with("home", said(mine.home)).with("work", said(mine.work));
    draw(&visit, form, &mine, streets).await
}

/// `POST /places`
#[handler]
async fn save(visit: Visit, mut form: Form, Data(streets): Data<&Streets>) -> Result<Response, No> {
    let cmd = ChoosePlaces {
        home: named(&form, "home", "home_place"),
        work: named(&form, "work", "work_place"),
        home_street: street(&form, "home_street", "home_forget"),
        work_street: street(&form, "work_street", "work_forget"),
    };
    match my_places::choose_places(&visit.db, &visit.caller, streets, cmd).await {
        // The towns are kept; of a street that is not known it is said at its field, with what was typed still in it.
        Ok(chosen) => {
            for (field, answer) in [("home_street", chosen.home_street), ("work_street", chosen.work_street)] {
                answer.trouble().into_iter().for_each(|code| form.fail(field, visit.words.refusal(code)));
            }
        }
        Err(error) if error.problems().is_empty() => form.refused(error)?,
        Err(error) => {
            for problem in error.problems() {
                form.fail(problem.field, visit.words.refusal(problem.code));
            }
        }
    }
    if form.is_good() {
        return Ok(see_and_say("/places", "places-saved"));
    }
    let mine = my_places::my_places(&visit.db, &visit.caller).await?;
    draw(&visit, form, &mine, streets).await
}

fn street(form: &Form, field: &str, forget: &str) -> NamedStreet {
    NamedStreet { typed: form.text(field).to_owned(), forget: form.ticked(forget) }
}

/// A choice goes with what was typed: where nothing is typed, nothing is named.
fn named(form: &Form, field: &str, choice: &str) -> NamedPlace {
    let typed = form.text(field).to_owned();
    let chosen = form.text(choice).parse().ok().filter(|_| !typed.is_empty());
    NamedPlace { typed, chosen }
}

async fn draw(visit: &Visit, form: Form, mine: &MyPlaces, streets: &Streets) -> Result<Response, No> {
    let which = |field: &str| -> Result<Vec<(String, String)>, No> {
        if form.is_good() {
            return Ok(Vec::new());
        }
        Ok(choices(&my_places::which(&visit.caller, form.text(field))?, visit.words.language))
    };
    let (homes, works) = (which("home")?, which("work")?);
    let s = visit.shell(&visit.words.t("places-title"), Menu::Elsewhere).await?;
    let narrowed = |place: Option<Whereabouts>| place.is_some_and(|place| place.spot.is_some());
    let (home_narrowed, work_narrowed) = (narrowed(mine.home), narrowed(mine.work));
    let host = streets.host().map(str::to_owned);
    Ok(page_with_script(form.status(), &Mine { s, form, homes, works, host, home_narrowed, work_narrowed }))
}

/// Code and words of each.
fn choices(places: &[Place], language: Language) -> Vec<(String, String)> {
    places.iter().map(|place| (place.id().to_string(), place.label(language))).collect()
}

/// The pages of this area in all states.
pub fn previews(p: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, form: Form, homes: Vec<(String, String)>, host: Option<&str>| {
        let (s, host) = (p.member("places-title", Menu::Elsewhere), host.map(str::to_owned));
        let (home_narrowed, work_narrowed) = (host.is_some(), false);
        p.page(name, &Mine { s, form, homes, works: Vec::new(), host, home_narrowed, work_narrowed })
    };
    let draw = |name: &str, form: Form, homes: Vec<(String, String)>| page(name, form, homes, None);
    let mut streets = Form::blank(p.words).with("home", "Corbigny").with("work", "Nevers");
    streets.set("work_street", "12 rue de Nièvre");
    streets.fail("work_street", p.words.refusal("STREET_UNANSWERED"));
    let form = Form::blank(p.words).with("home", "Corbigny").with("work", "Nevers");
    let mut unsure = Form::blank(p.words).with("home", "Saint-Aubin");
    unsure.fail("home", p.words.refusal("PLACE_WHICH"));
    let sample = [
        ("f21541", "Saint-Aubin (21190, Côte-d'Or, France)"),
        ("f62742", "Saint-Aubin (62170, Pas-de-Calais, France)"),
    ];
    let homes = sample.map(|(code, words)| (code.to_owned(), words.to_owned())).to_vec();
    vec![
        draw("member-places", form, Vec::new()),
        draw("member-places-which", unsure, homes),
        page("member-places-street", streets, Vec::new(), Some("geocoder.example")),
    ]
}
