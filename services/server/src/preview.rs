//! Every page and letter from samples, as files: to be looked at, and to be compared.

use crate::ground::Failure;
use community::palette::{Palette, Rgb};
use kernel::{Language, Timestamp};
use phrases::Words;
use poem::{Endpoint, IntoResponse, Request};
use std::{collections::BTreeSet, fmt::Write as _, path::Path};
use web::{
    assets,
    brand::{self, Scope},
    preview::Preview,
};
use workers::mail::letter::House;

/// A brand to draw in.
struct Brand {
    version: &'static str,
    name: &'static str,
    primary: Rgb,
    accent: Rgb,
}

/// Two that could hardly be further from each other.
const BRANDS: [Brand; 2] = [
    Brand {
        version: "nievre", name: "Entraide Nièvre", primary: Rgb(0x2f, 0x5d, 0x50), accent: Rgb(0xc8, 0x55, 0x3d)
    },
    Brand { version: "azur", name: "Voisins d’Azur", primary: Rgb(0xff, 0xd0, 0x3b), accent: Rgb(0x1b, 0x3f, 0x9c) },
];

/// Samples count back from here, so that two drawings of one version are alike.
const MOMENT: &str = "2026-03-09T08:30:00Z";

/// Draws everything into `folder` and tells how many files the index names.
pub async fn draw(folder: &Path) -> Result<usize, Failure> {
    std::fs::create_dir_all(folder.join("assets"))?;
    let now: Timestamp = MOMENT.parse()?;
    let mut files: Vec<(String, String)> = Vec::new();
    for sample in &BRANDS {
        let sheet = brand::sheet(&Palette::of(sample.primary, sample.accent), Scope::Page);
        std::fs::write(folder.join(format!("brand-{}.css", sample.version)), sheet)?;
        for language in Language::ALL {
            files.extend(pages(sample, language, now));
            files.extend(letters(sample, language)?);
        }
    }
    // The colours a launch begins with, as its step of colours shows them.
    let first = Palette::of(Rgb(0x1f, 0x5c, 0x47), Rgb(0xdd, 0x9d, 0x2f));
    std::fs::write(folder.join("launch-brand-1f5c47-dd9d2f.css"), brand::sheet(&first, Scope::Part("preview")))?;
    let mut needed = BTreeSet::new();
    for (name, text) in &files {
        collect_assets(text, &mut needed);
        std::fs::write(folder.join(name), beside(text))?;
    }
    bring_assets(folder, needed).await?;
    std::fs::write(folder.join("index.html"), index(&files))?;
    Ok(files.len())
}

/// Addresses of a host become names of files in this folder.
fn beside(text: &str) -> String {
    let sheets = text.replace("\"/brand/", "\"brand-").replace("\"/launch/brand/", "\"launch-brand-");
    sheets.replace("\"/assets/", "\"assets/")
}

fn pages(sample: &Brand, language: Language, now: Timestamp) -> Vec<(String, String)> {
    let preview = Preview::new(language, sample.name, sample.version, now);
    let file = |name: &str| format!("page-{name}-{}-{}.html", language.code(), sample.version);
    let mut files: Vec<(String, String)> =
        web::pages::previews(&preview).into_iter().map(|(name, page)| (file(&name), page)).collect();
    files.push((file("components"), web::gallery(preview.brand, preview.words, now)));
    files
}

fn letters(sample: &Brand, language: Language) -> Result<Vec<(String, String)>, Failure> {
    let house = House {
        name: sample.name.to_owned(),
        home: format!("https://{}.example", sample.version),
        palette: Palette::of(sample.primary, sample.accent),
        postal: "Foyer rural, 3 rue des Tanneurs, 58800 Corbigny".to_owned(),
    };
    let words = Words::new(language, chrono_tz::Tz::Europe__Paris);
    let mut files = Vec::new();
    for (name, letter) in workers::preview::samples(words, &house)? {
        let name = format!("letter-{name}-{}-{}", language.code(), sample.version);
        files.push((format!("{name}.html"), letter.html));
        files.push((format!("{name}.txt"), format!("{}\n\n{}", letter.subject, letter.text)));
    }
    Ok(files)
}

/// Every asset that a text names.
fn collect_assets(text: &str, needed: &mut BTreeSet<String>) {
    let part_of_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.' || c == '_';
    for after in text.split("/assets/").skip(1) {
        needed.insert(after.chars().take_while(|c| part_of_name(*c)).collect());
    }
}

/// Writes the assets, and those that the stylesheets among them name.
async fn bring_assets(folder: &Path, mut wanted: BTreeSet<String>) -> Result<(), Failure> {
    let shelf = assets::routes();
    let mut there = BTreeSet::new();
    while let Some(name) = wanted.pop_first() {
        if !there.insert(name.clone()) {
            continue;
        }
        let request = Request::builder().uri_str(format!("/{name}")).finish();
        let bytes = shelf.call(request).await?.into_response().into_body().into_bytes().await?;
        let path = folder.join("assets").join(&name);
        if path.extension().is_some_and(|end| end == "css") {
            let text = String::from_utf8_lossy(&bytes);
            collect_assets(&text, &mut wanted);
            std::fs::write(path, text.replace("/assets/", ""))?;
        } else {
            std::fs::write(path, bytes)?;
        }
    }
    Ok(())
}

fn index(files: &[(String, String)]) -> String {
    let mut page = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Maillon preview</title><h1>Maillon preview</h1><ul>".to_owned();
    let mut names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    for name in names {
        // Writing to a String cannot fail.
        let _ = write!(page, "<li><a href=\"{name}\">{name}</a>");
    }
    page + "</ul></html>"
}
