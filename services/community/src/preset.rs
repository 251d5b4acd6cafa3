//! What a community can be launched as. A preset is data: policy, categories and first texts in every language.

use crate::{CommunityError, Policy};
use kernel::Language;
use serde::Deserialize;
use std::sync::LazyLock;

/// A ready-made community.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// Its name in addresses and in the database.
    pub name: String,
    /// What it is called.
    pub title: InEachLanguage<String>,
    /// What it is for, one or two sentences.
    pub summary: InEachLanguage<String>,
    /// First rules.
    pub policy: Policy,
    /// First categories of listings.
    pub categories: InEachLanguage<Vec<String>>,
    /// Days a listing lives.
    pub listing_days: i32,
    /// First line under the name.
    pub tagline: InEachLanguage<String>,
    /// First welcome.
    pub welcome: InEachLanguage<String>,
    /// First charter, a promise a paragraph.
    pub charter: InEachLanguage<Vec<String>>,
}

/// The same thing in every language we speak.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InEachLanguage<T> {
    fr: T,
    en: T,
}

impl<T> InEachLanguage<T> {
    /// In one language.
    pub fn get(&self, language: Language) -> &T {
        match language {
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }
}

const FILES: [&str; 2] = [include_str!("../presets/confiance.json"), include_str!("../presets/departement.json")];

// A file that does not read would be missing here; the test below says that none does.
static PRESETS: LazyLock<Vec<Preset>> =
    LazyLock::new(|| FILES.iter().filter_map(|text| serde_json::from_str(text).ok()).collect());

/// All presets, in the order of the launch page.
pub fn all() -> &'static [Preset] {
    &PRESETS
}

/// The preset called `name`.
pub fn by_name(name: &str) -> Result<&'static Preset, CommunityError> {
    PRESETS.iter().find(|preset| preset.name == name).ok_or(CommunityError::PresetUnknown)
}

impl Preset {
    /// The charter as one text, paragraphs set apart by an empty line.
    pub fn charter_text(&self, language: Language) -> String {
        self.charter.get(language).join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(preset: &Preset, language: Language) -> Vec<String> {
        let mut texts = vec![
            preset.title.get(language).clone(),
            preset.summary.get(language).clone(),
            preset.tagline.get(language).clone(),
            preset.welcome.get(language).clone(),
        ];
        texts.extend(preset.charter.get(language).iter().cloned());
        texts.extend(preset.categories.get(language).iter().cloned());
        texts
    }

    #[test]
    fn every_preset_file_reads_and_fits_its_columns() {
        for file in FILES {
            serde_json::from_str::<Preset>(file).unwrap();
        }
        for preset in all() {
            assert!((7..=365).contains(&preset.listing_days), "{}", preset.name);
            for language in Language::ALL {
                assert!(preset.tagline.get(language).chars().count() <= 200);
                assert!(preset.welcome.get(language).chars().count() <= 2_000);
                assert!(preset.charter_text(language).chars().count() <= 20_000);
                assert!(preset.categories.get(language).iter().all(|name| (1..=40).contains(&name.chars().count())));
                assert!(texts(preset, language).iter().all(|text| !text.is_empty()));
            }
            assert_eq!(preset.categories.fr.len(), preset.categories.en.len(), "{}", preset.name);
            assert_eq!(preset.charter.fr.len(), preset.charter.en.len(), "{}", preset.name);
        }
    }

    #[test]
    fn confiance_asks_for_three_sponsors_and_departement_for_a_steward() {
        assert_eq!(by_name("confiance").unwrap().policy.sponsors(), Some(3));
        assert!(by_name("departement").unwrap().policy.steward_admits());
        assert!(matches!(by_name("chaos"), Err(CommunityError::PresetUnknown)));
    }

    #[test]
    fn settlements_are_words_the_listings_know() {
        for settlement in all().iter().flat_map(|preset| &preset.policy.settlements) {
            assert!(["gift", "barter", "credit", "money"].contains(&settlement.as_str()), "{settlement}");
        }
    }

    #[test]
    fn french_is_set_as_french_is() {
        for text in all().iter().flat_map(|preset| texts(preset, Language::Fr)) {
            assert!(!text.contains('\''), "straight apostrophe: {text}");
            for sign in [" :", " ;", " ?", " !", " »", "« "] {
                assert!(!text.contains(sign), "breaking space at {sign:?}: {text}");
            }
        }
    }
}
