//! The launch in its states, made up.

use super::show::{WizardPage, blank, brand_of, prepare};
use super::steps::Step;
use super::{launched, of_platform};
use crate::form::Form;
use crate::preview::Preview;

/// Every step filled, the first one empty, faults, and what comes afterwards.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let steps = [
        ("launch_1_filled", Step::Organisation),
        ("launch_2", Step::Model),
        ("launch_3", Step::Brand),
        ("launch_4", Step::Entry),
        ("launch_5", Step::People),
    ];
    let mut shown: Vec<(String, String)> =
        steps.into_iter().map(|(name, step)| page(preview, name, filled(preview), step)).collect();
    shown.push(page(preview, "launch_1", blank(preview.words, ""), Step::Organisation));
    shown.push(page(preview, "launch_3_error", wrong_address(preview), Step::Brand));
    shown.push(page(preview, "launch_5_error", wrong_people(preview), Step::People));
    shown.extend(launched::previews(preview));
    shown
}

fn page(preview: &Preview, name: &str, mut form: Form, step: Step) -> (String, String) {
    prepare(&mut form, step);
    let page = WizardPage {
        s: of_platform(preview, step.title()).without_sign_in(),
        step,
        base: "maillon.example".to_owned(),
        brand: brand_of(&form),
        owner: "nadia@exemple.fr".to_owned(),
        form,
    };
    preview.page(name, &page)
}

fn filled(preview: &Preview) -> Form {
    blank(preview.words, "confiance")
        .with("organisation", "Les Noisettes d’Angers")
        .with("postal_address", "12 rue du Mail, 49000 Angers")
        .with("contact_email", "bonjour@noisettes.example")
        .with("also", "en")
        .with("name", "Les Noisettes")
        .with("slug", "noisettes")
        .with("sponsors", "3")
        .with("owner_name", "Nadia Benali")
        .with("founders", "Anne Lemaire, anne@exemple.fr\nGuy Morel, guy@exemple.fr")
}

fn wrong_address(preview: &Preview) -> Form {
    let mut form = filled(preview);
    form.set("slug", "les noisettes");
    form.fail("slug", preview.words.refusal("SLUG_INVALID"));
    form
}

fn wrong_people(preview: &Preview) -> Form {
    let mut form = filled(preview);
    form.set("founders", "Anne Lemaire, anne@exemple.fr\nGuy Morel");
    form.fail("founders", preview.words.t1("launch-founders-line", "n", 2));
    form
}
