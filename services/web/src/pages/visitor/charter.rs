//! What everybody promises before coming in.

use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::preset;
use phrases::Words;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "visitor/charter.html")]
struct CharterPage {
    s: Shell,
    lead: String,
    promises: Vec<String>,
}

#[handler]
pub(super) async fn charter(visit: Visit) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("visitor-charter-title"), Place::Elsewhere).await?;
    let promises = if visit.face.is_platform() { of_platform(visit.words) } else { paragraphs(&visit.face.charter) };
    Ok(page(&CharterPage { lead: lead(&s, visit.face.is_platform()), s, promises }))
}

fn lead(s: &Shell, platform: bool) -> String {
    s.t(if platform { "visitor-charter-lead-platform" } else { "visitor-charter-lead" })
}

/// What the installation itself promises.
fn of_platform(words: Words) -> Vec<String> {
    let promises = [
        "visitor-platform-promise-1",
        "visitor-platform-promise-2",
        "visitor-platform-promise-3",
        "visitor-platform-promise-4",
        "visitor-platform-promise-5",
    ];
    promises.iter().map(|key| words.t(key)).collect()
}

/// A text's paragraphs: set apart by an empty line.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// An invented community's texts: those of a preset.
#[derive(Debug, Clone, Default)]
pub(super) struct SampleFace {
    pub(super) tagline: String,
    pub(super) welcome: String,
    pub(super) charter: Vec<String>,
    pub(super) organisation: String,
}

pub(super) fn sample(preview: &Preview) -> SampleFace {
    let language = preview.words.language;
    let organisation = preview.brand.organisation.clone().unwrap_or_default();
    preset::all().first().map_or_else(SampleFace::default, |preset| SampleFace {
        tagline: preset.tagline.get(language).clone(),
        welcome: preset.welcome.get(language).clone(),
        charter: preset.charter.get(language).clone(),
        organisation: organisation.split(',').next().unwrap_or_default().to_owned(),
    })
}

/// A community's, the platform's, and one that is not written yet.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, platform: bool, promises: Vec<String>| {
        let s = preview.visitor("visitor-charter-title");
        preview.page(name, &CharterPage { lead: lead(&s, platform), s, promises })
    };
    vec![
        shown("charter", false, sample(preview).charter),
        shown("charter_platform", true, of_platform(preview.words)),
        shown("charter_empty", false, Vec::new()),
    ]
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn paragraphs_are_set_apart_by_an_empty_line() {
        assert_eq!(paragraphs("Un\nsuite\n\n\n\nDeux\n"), ["Un\nsuite", "Deux"]);
        assert!(paragraphs("").is_empty());
    }
}
