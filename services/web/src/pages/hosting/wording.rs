//! The words for ways to meet.

use phrases::Words;
use sponsorship::{HostTerms, MetBy, Way};

/// How an applicant would like to meet.
pub(crate) fn way(way: Way, words: Words) -> String {
    words.t(match way {
        Way::Person => "hosting-way-person",
        Way::Video => "hosting-way-video",
        Way::Either => "hosting-way-either",
    })
}

/// The ways to choose from, for an applicant.
pub(crate) fn ways(words: Words) -> Vec<(String, String)> {
    Way::ALL.iter().rev().map(|one| (one.as_str().to_owned(), way(*one, words))).collect()
}

/// The ways two can have met.
pub(crate) fn met_by(words: Words) -> Vec<(String, String)> {
    let said = |by: MetBy| match by {
        MetBy::Person => words.t("hosting-way-person"),
        MetBy::Video => words.t("hosting-way-video"),
    };
    MetBy::ALL.iter().map(|by| (by.as_str().to_owned(), said(*by))).collect()
}

/// What a host agreed to, in a few words.
pub(crate) fn terms(terms: &HostTerms, words: Words) -> String {
    words.t(match (terms.in_person, terms.by_video) {
        (true, true) => "hosting-way-both",
        (true, false) => "hosting-way-person",
        (false, _) => "hosting-way-video",
    })
}
