//! A text as a picture that a telephone reads: drawn in the page itself, dark on white whatever the reader's colours.

use super::Html;
use askama::Template;
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Modules of white around it, as the standard asks for.
const MARGIN: i32 = 4;

#[derive(Template)]
#[template(
    source = r##"<svg class="qr" viewBox="0 0 {{ side }} {{ side }}" role="img" aria-label="{{ label }}" focusable="false"><rect width="{{ side }}" height="{{ side }}" fill="#fff"/><path d="{{ path }}" fill="#000"/></svg>"##,
    ext = "html"
)]
struct Picture<'a> {
    side: i32,
    path: String,
    label: &'a str,
}

/// The picture of `text`, called `label`; nothing when it is too long for one (about 2,300 letters).
pub fn qr(text: &str, label: &str) -> Html {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return Html::default() };
    let size = code.size();
    let mut path = String::new();
    for (x, y) in (0..size).flat_map(|y| (0..size).map(move |x| (x, y))).filter(|(x, y)| code.get_module(*x, *y)) {
        // Writing to a text cannot fail.
        let _written = write!(path, "M{} {}h1v1h-1z", x + MARGIN, y + MARGIN);
    }
    Html::of(&Picture { side: size + 2 * MARGIN, path, label })
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn a_picture_is_drawn_and_names_itself() {
        let picture = qr("otpauth://totp/a?secret=b", "a \"picture\"").to_string();
        assert!(picture.starts_with("<svg") && picture.contains("h1v1h-1z") && !picture.contains("\"picture\""));
        assert!(!picture.contains("style="), "the policy would drop it");
        assert_eq!(qr(&"x".repeat(5_000), "").to_string(), "");
    }
}
