//! What is said of a listing's choices.

use exchange::{Direction, Kind, Settlement, State};
use phrases::Words;
use places::Nearness;

/// `Offre` or `Demande`.
pub(crate) fn direction(direction: Direction, words: Words) -> String {
    words.t(match direction {
        Direction::Offer => "listing-offer",
        Direction::Request => "listing-request",
    })
}

/// `Objet`, `Prêt`, `Coup de main`, …
pub(crate) fn kind(kind: Kind, words: Words) -> String {
    words.t(match kind {
        Kind::Good => "listing-kind-good",
        Kind::Loan => "listing-kind-loan",
        Kind::Service => "listing-kind-service",
        Kind::Skill => "listing-kind-skill",
        Kind::Outing => "listing-kind-outing",
        Kind::Housing => "listing-kind-housing",
        Kind::Information => "listing-kind-information",
    })
}

/// What a kind means, for whoever has to choose one.
pub(crate) fn kind_more(kind: Kind, words: Words) -> String {
    words.t(match kind {
        Kind::Good => "listing-kind-good-more",
        Kind::Loan => "listing-kind-loan-more",
        Kind::Service => "listing-kind-service-more",
        Kind::Skill => "listing-kind-skill-more",
        Kind::Outing => "listing-kind-outing-more",
        Kind::Housing => "listing-kind-housing-more",
        Kind::Information => "listing-kind-information-more",
    })
}

/// `Sans contrepartie`, `Troc`, …
pub(crate) fn settlement(settlement: Settlement, words: Words) -> String {
    words.t(match settlement {
        Settlement::Gift => "listing-settle-gift",
        Settlement::Barter => "listing-settle-barter",
        Settlement::Credit => "listing-settle-credit",
        Settlement::Money => "listing-settle-money",
    })
}

/// All that is possible in return: `Sans contrepartie ou troc`.
pub(crate) fn settlements(all: &[Settlement], words: Words) -> String {
    let said: Vec<String> = all.iter().map(|one| settlement(*one, words)).collect();
    let later = said.iter().skip(1).map(|one| lower_first(one));
    let said: Vec<String> = said.first().cloned().into_iter().chain(later).collect();
    match said.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((last, others)) => words.t2("listing-or", "first", others.join(", "), "last", last),
    }
}

/// `Ouverte`, `Terminée`, …
pub(crate) fn state(state: State, words: Words) -> String {
    words.t(match state {
        State::Checking => "listing-state-checking",
        State::Returned => "listing-state-returned",
        State::Agreeing => "listing-state-agreeing",
        State::Declined => "listing-state-declined",
        State::Open => "listing-state-open",
        State::Fulfilled => "listing-state-fulfilled",
        State::Closed => "listing-state-closed",
        State::Expired => "listing-state-expired",
    })
}

fn lower_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

/// How far away something is.
pub(super) fn nearness(near: Nearness, words: Words) -> String {
    match near {
        Nearness::SameTown => words.t("listing-away-town"),
        Nearness::Kilometres(km) => words.t1("listing-away", "km", km),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn every_choice_has_words() {
        let words = sample_words();
        let all = Kind::ALL.iter().flat_map(|one| [kind(*one, words), kind_more(*one, words)]);
        let all = all.chain(Settlement::ALL.iter().map(|one| settlement(*one, words)));
        let all = all.chain(State::ALL.iter().map(|one| state(*one, words)));
        for said in all.chain(Direction::ALL.iter().map(|one| direction(*one, words))) {
            assert!(!said.is_empty() && !said.starts_with('['), "{said}");
        }
    }

    #[test]
    fn what_is_possible_in_return_is_one_sentence() {
        let said = settlements(&[Settlement::Gift, Settlement::Barter], sample_words());
        assert_eq!(said, "Sans contrepartie ou troc");
        assert_eq!(settlements(&[], sample_words()), "");
    }
}
