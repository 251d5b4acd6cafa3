//! For whom, in words that guess nobody's gender.

use exchange::mandate::{OnBehalf, Relation};
use phrases::Words;

/// `sa mère`: what somebody is to the proxy.
pub(crate) fn relation(relation: Relation, words: Words) -> String {
    words.t(match relation {
        Relation::Mother => "mandate-relation-mother",
        Relation::Father => "mandate-relation-father",
        Relation::Daughter => "mandate-relation-daughter",
        Relation::Son => "mandate-relation-son",
        Relation::Grandmother => "mandate-relation-grandmother",
        Relation::Grandfather => "mandate-relation-grandfather",
        Relation::Relative => "mandate-relation-relative",
        Relation::Neighbour => "mandate-relation-neighbour",
        Relation::Friend => "mandate-relation-friend",
    })
}

/// `ma mère`: the same as the proxy says it.
pub(crate) fn relation_to_me(relation: Relation, words: Words) -> String {
    words.t(match relation {
        Relation::Mother => "mandate-you-mother",
        Relation::Father => "mandate-you-father",
        Relation::Daughter => "mandate-you-daughter",
        Relation::Son => "mandate-you-son",
        Relation::Grandmother => "mandate-you-grandmother",
        Relation::Grandfather => "mandate-you-grandfather",
        Relation::Relative => "mandate-you-relative",
        Relation::Neighbour => "mandate-you-neighbour",
        Relation::Friend => "mandate-you-friend",
    })
}

/// `pour Jeanne (sa mère)`.
pub(crate) fn whom(on_behalf: &OnBehalf, words: Words) -> String {
    match on_behalf.relation {
        None => words.t1("mandate-for", "name", on_behalf.name.as_str()),
        Some(known) => {
            words.t2("mandate-for-known", "name", on_behalf.name.as_str(), "relation", relation(known, words))
        }
    }
}

/// `Anne Petit, pour Jeanne (sa mère)`; the author alone where they ask for themselves.
pub(crate) fn by(author: &str, on_behalf: Option<&OnBehalf>, words: Words) -> String {
    match on_behalf {
        None => author.to_owned(),
        Some(one) => words.t2("mandate-by", "proxy", author, "whom", whom(one, words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn the_proxy_is_named_first_and_for_whom_after() {
        let words = sample_words();
        let jeanne = |relation| OnBehalf { name: "Jeanne".to_owned(), relation, member: None, taken_as: None };
        assert_eq!(by("Anne", None, words), "Anne");
        assert_eq!(by("Anne", Some(&jeanne(None)), words), "Anne, pour Jeanne");
        assert_eq!(by("Anne", Some(&jeanne(Some(Relation::Mother))), words), "Anne, pour Jeanne (sa mère)");
        for one in Relation::ALL {
            assert!(!relation(one, words).starts_with('[') && !relation_to_me(one, words).starts_with('['));
        }
    }
}
