//! The script that offers towns while one types, with all the words it says. Which fields it looks after, [`super::Field::towns`] says.

use super::Html;
use crate::assets::{asset, integrity};
use askama::Template;
use phrases::Words;

#[derive(Template)]
#[template(
    source = r#"<script src="{{ address }}" integrity="{{ integrity }}" data-list="{{ list }}" data-one="{{ one }}" data-several="{{ several }}" data-none="{{ none }}" defer></script>"#,
    ext = "html"
)]
struct Script {
    address: &'static str,
    integrity: &'static str,
    /// What the list is called.
    list: String,
    /// That one is offered.
    one: String,
    /// That `#n` are, of which there are two or more.
    several: String,
    /// That none was found.
    none: String,
}

/// The script, as a page's head holds it: the browser runs it only if it is, to the letter, the file that we ship.
pub(crate) fn script_of_towns(words: Words) -> Html {
    Html::of(&Script {
        address: asset("towns.js"),
        integrity: integrity("towns.js"),
        list: words.t("places-offered"),
        one: words.t("places-offered-one"),
        several: words.t1("places-offered-several", "n", "#n"),
        none: words.t("places-offered-none"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn the_script_brings_its_words_and_the_sum_of_its_file() {
        let script = script_of_towns(sample_words());
        let script = script.as_str();
        assert!(script.contains("src=\"/assets/towns-") && script.contains("integrity=\"sha384-"), "{script}");
        for words in ["\"Une commune proposée.", "\"#n communes proposées.", "\"Aucune commune trouvée.", " defer>"]
        {
            assert!(script.contains(words), "{words}: {script}");
        }
    }
}
