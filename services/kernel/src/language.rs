//! The languages the product speaks.

use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// A language every word is written in. Adding one means adding a folder of Fluent files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// All languages, the default one first.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The BCP 47 code, as in `lang="fr"`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    /// The language's name in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
        }
    }

    /// The first of our languages that an `Accept-Language` header prefers.
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut wished: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let language = pieces.next()?.split('-').next()?.parse().ok()?;
                let weight =
                    pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(Some(1.0), |q| q.parse().ok())?;
                (weight > 0.0).then_some((weight, language))
            })
            .collect();
        wished.sort_by(|a, b| b.0.total_cmp(&a.0));
        wished.first().map(|(_, language)| *language)
    }
}

/// The text names no language of ours.
#[derive(Debug, thiserror::Error)]
#[error("we do not speak this language")]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        match code.trim().to_ascii_lowercase().as_str() {
            "fr" => Ok(Self::Fr),
            "en" => Ok(Self::En),
            _ => Err(UnknownLanguage),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_language_we_speak_wins() {
        assert_eq!(Language::from_accept_language("de, en;q=0.7, fr-FR;q=0.9"), Some(Language::Fr));
        assert_eq!(Language::from_accept_language("en-GB,fr;q=0.3"), Some(Language::En));
        assert_eq!(Language::from_accept_language("de;q=1, es"), None);
        assert_eq!(Language::from_accept_language("fr;q=0, en;q=x"), None);
    }
}
