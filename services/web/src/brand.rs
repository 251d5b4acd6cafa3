//! A community's face as pages show it: name, emblem, and a stylesheet computed from two colours.

use crate::kit::Html;
use askama::Template;
use community::palette::{Family, Palette, Rgb, Roles};
use kernel::Language;
use poem::Response;
use poem::http::header;
use std::fmt::Write as _;

/// What the shell needs to know of a community.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandView {
    /// The community's name.
    pub name: String,
    /// Who runs it, with its postal identity, for the footer; the platform itself has none.
    pub organisation: Option<String>,
    /// Names the stylesheet: changes whenever the colours do.
    pub version: String,
    /// The emblem beside the name.
    pub emblem: Emblem,
    /// The languages spoken here, the main one first.
    pub languages: Vec<Language>,
}

/// The emblem beside a community's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Emblem {
    /// The name's first letter on the brand colour.
    Letter,
    /// Two links of a chain.
    Link,
    /// A hazelnut.
    Nut,
    /// The platform's own.
    Maillon,
    /// An uploaded picture, served from this host.
    Picture(String),
}

#[derive(Template)]
#[template(path = "parts/emblem.html")]
struct EmblemPart<'a> {
    emblem: &'a Emblem,
    letter: String,
}

impl BrandView {
    /// The platform's own face.
    pub fn platform() -> Self {
        Self {
            name: "Maillon".to_owned(),
            organisation: None,
            version: "maillon".to_owned(),
            emblem: Emblem::Maillon,
            languages: Language::ALL.to_vec(),
        }
    }

    /// The address of the community's stylesheet.
    pub fn stylesheet(&self) -> String {
        format!("/brand/{}.css", self.version)
    }

    /// The emblem, drawn.
    pub fn drawn(&self) -> Html {
        let letter = self.name.chars().find(|c| c.is_alphanumeric()).unwrap_or('M').to_uppercase().to_string();
        Html::of(&EmblemPart { emblem: &self.emblem, letter })
    }
}

/// Which part of a page a brand sheet colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The whole page.
    Page,
    /// Whatever carries `data-brand="<name>"`: previews. The name is one of ours, never typed by people.
    Part(&'static str),
}

/// The stylesheet of a palette. Only parsed colours reach it, so nothing can be written into it from outside.
pub fn sheet(palette: &Palette, scope: Scope) -> String {
    let (day, night, dark) = match scope {
        Scope::Page => (
            ":root,[data-mode=light]".to_owned(),
            "[data-mode=dark]".to_owned(),
            ":root:not([data-mode=light])".to_owned(),
        ),
        Scope::Part(name) => {
            let part = format!("[data-brand={name}]");
            (part.clone(), format!("{part}[data-mode=dark]"), format!("{part}:not([data-mode=light])"))
        }
    };
    let by_night = roles(&palette.night);
    format!(
        "{day}{{{}}}\n{night}{{{by_night}}}\n@media (prefers-color-scheme:dark){{{dark}{{{by_night}}}}}\n",
        roles(&palette.day)
    )
}

fn roles(roles: &Roles) -> String {
    let mut css = String::new();
    family(&mut css, "brand", &roles.brand);
    family(&mut css, "accent", &roles.accent);
    css
}

fn family(css: &mut String, name: &str, family: &Family) {
    let Family { fill, on, ink, soft } = family;
    // Writing to a String cannot fail.
    let _ = write!(css, "--{name}:{fill};--on-{name}:{on};--{name}-ink:{ink};--{name}-soft:{soft};");
}

/// The answer to `GET /brand/<version>.css`: a version never changes its colours, so it is kept for ever.
pub fn sheet_answer(primary: Rgb, accent: Rgb) -> Response {
    Response::builder()
        .header(header::CONTENT_TYPE, "text/css; charset=utf-8")
        .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
        .body(sheet(&Palette::of(primary, accent), Scope::Page))
}

#[cfg(test)]
mod tests {
    use super::*;
    use community::palette::{DAY, NIGHT};

    fn palette() -> Palette {
        Palette::of("#1f5c47".parse().unwrap(), "#dd9d2f".parse().unwrap())
    }

    #[test]
    fn a_sheet_holds_the_eight_roles_for_day_and_night() {
        let css = sheet(&palette(), Scope::Page);
        assert!(css.starts_with(":root,[data-mode=light]{--brand:#1f5c47;--on-brand:#ffffff;"), "{css}");
        for role in ["brand", "on-brand", "brand-ink", "brand-soft", "accent", "on-accent", "accent-ink", "accent-soft"]
        {
            assert_eq!(css.matches(&format!("--{role}:#")).count(), 3, "{role}");
        }
    }

    #[test]
    fn w5_only_colours_reach_the_sheet() {
        let css = sheet(&palette(), Scope::Part("preview"));
        let without: String = css.split('#').map(|part| part.get(6..).unwrap_or_default()).collect();
        assert!(!without.contains("url") && !css.contains('<') && !css.contains("/*"));
    }

    #[test]
    fn the_papers_contrast_is_computed_for_are_those_of_the_stylesheet() {
        let css = include_str!("../assets/maillon.css");
        let names = ["paper", "surface", "raised", "sunk", "field"];
        let day = css.split(":root, [data-mode=\"light\"] {").nth(1).unwrap().split('}').next().unwrap();
        let night = css.split("[data-mode=\"dark\"] {").nth(1).unwrap().split('}').next().unwrap();
        for (block, ground) in [(day, &DAY), (night, &NIGHT)] {
            for (name, colour) in names.iter().zip(ground.papers).chain([&"ink", &"ink-2"].into_iter().zip(ground.inks))
            {
                assert!(block.contains(&format!("--{name}: {colour};")), "--{name} is {colour} in the palette only");
            }
        }
    }
}
