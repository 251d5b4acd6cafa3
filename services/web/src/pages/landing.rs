//! `GET /` of the platform's own host: what Maillon is, and how an organisation launches its community.

use crate::doors::Doors;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::preset;
use kernel::Language;
use poem::{Response, handler};

/// The platform's first page.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/", landing)
}

#[derive(Template)]
#[template(path = "landing/landing.html")]
struct LandingPage {
    s: Shell,
    models: Vec<Model>,
    signed_in: bool,
}

/// A preset, as one chooses it.
struct Model {
    name: &'static str,
    title: &'static str,
    summary: &'static str,
}

fn models(language: Language) -> Vec<Model> {
    let model = |preset: &'static preset::Preset| Model {
        name: preset.name.as_str(),
        title: preset.title.get(language).as_str(),
        summary: preset.summary.get(language).as_str(),
    };
    preset::all().iter().map(model).collect()
}

#[handler]
async fn landing(visit: Visit) -> Result<Response, No> {
    let s = visit.shell("", Place::Elsewhere).await?;
    Ok(page(&LandingPage { s, models: models(visit.words.language), signed_in: visit.is_signed_in() }))
}

/// For a stranger, and for somebody signed in.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, s: Shell, signed_in| {
        let page = LandingPage { s: s.titled(""), models: models(preview.words.language), signed_in };
        preview.page(name, &page)
    };
    let visitor = || super::launch::of_platform(preview, "landing-title");
    vec![shown("landing", visitor(), false), shown("landing_signed_in", visitor().without_sign_in(), true)]
}
