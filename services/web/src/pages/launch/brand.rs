//! The community's colours before it exists: a stylesheet of two colours, and how readable they are.

use crate::brand::{Scope, sheet};
use crate::error_page::No;
use community::Brand;
use community::palette::{DAY, Palette, Rgb, contrast};
use kernel::Refusal;
use poem::http::header;
use poem::web::Path;
use poem::{Response, handler};

/// Colours to begin with: name's key, primary, accent. Whatever the pair, the palette keeps texts readable.
pub(super) const PAIRS: [(&str, &str, &str); 6] = [
    ("launch-pair-forest", "#1f5c47", "#dd9d2f"),
    ("launch-pair-sea", "#24475c", "#d9704e"),
    ("launch-pair-hazel", "#7c4a20", "#8b3a63"),
    ("launch-pair-plum", "#6a2c5e", "#e0a33c"),
    ("launch-pair-brick", "#9c3b26", "#3f6f8f"),
    ("launch-pair-ink", "#2b2f55", "#4f9158"),
];

/// What a preview is coloured by: `data-brand="preview"`.
#[handler]
pub(super) fn stylesheet(Path(file): Path<String>) -> Result<Response, No> {
    let brand = file.strip_suffix(".css").and_then(colours).ok_or(No(Refusal::NOT_FOUND))?;
    Ok(Response::builder()
        .header(header::CONTENT_TYPE, "text/css; charset=utf-8")
        .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
        .body(sheet(&Palette::of(brand.primary, brand.accent), Scope::Part("preview"))))
}

/// Two colours written `rrggbb-rrggbb`.
pub(super) fn colours(pair: &str) -> Option<Brand> {
    let (primary, accent) = pair.split_once('-')?;
    Brand::parse(&format!("#{primary}"), &format!("#{accent}")).ok()
}

/// The address of the stylesheet of these colours.
pub(super) fn address(brand: Brand) -> String {
    format!("/launch/brand/{}-{}.css", plain(brand.primary), plain(brand.accent))
}

fn plain(colour: Rgb) -> String {
    colour.to_string().replace('#', "")
}

/// Contrast of text on buttons, on accents, and of links on paper, by day.
pub(super) fn ratios(brand: Brand) -> [f64; 3] {
    let day = Palette::of(brand.primary, brand.accent).day;
    let [paper, ..] = DAY.papers;
    [contrast(day.brand.on, day.brand.fill), contrast(day.accent.on, day.accent.fill), contrast(day.brand.ink, paper)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn w5_only_two_parsed_colours_make_a_stylesheet() {
        let brand = colours("1f5c47-dd9d2f").unwrap();
        assert_eq!(address(brand), "/launch/brand/1f5c47-dd9d2f.css");
        for bad in ["", "1f5c47", "1f5c47-dd9d2", "#1f5c47-#dd9d2f", "red-blue", "1f5c47-dd9d2f;}body{"] {
            assert!(colours(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn every_suggested_pair_is_readable() {
        for (name, primary, accent) in PAIRS {
            let brand = Brand::parse(primary, accent).unwrap();
            assert!(ratios(brand).iter().all(|ratio| *ratio >= 4.5), "{name}");
        }
    }
}
