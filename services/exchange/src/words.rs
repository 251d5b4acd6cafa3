//! The words of a search: cut, and put into the other number, in French and in English.

use crate::limits;

/// Parts the ways in which a word may be written; no word holds it.
const OR: char = '|';

/// The words of a search, cut where PostgreSQL cuts a text: at everything that is neither letter nor digit. Each with the ways in which it
/// may be written ([`forms`]), the first of which may be a beginning: `vélos|vélo`.
pub(crate) fn search_words(typed: &str) -> Vec<String> {
    plain_words(typed).iter().map(|word| alternatives(word).join(&OR.to_string())).collect()
}

/// The words of a search as they were typed.
pub(crate) fn plain_words(typed: &str) -> Vec<String> {
    let words = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.take(limits::SEARCH_WORDS).map(|word| word.chars().take(40).collect()).collect()
}

/// The ways in which a word of [`search_words`] may be written, that which was typed first.
pub(crate) fn forms(word: &str) -> Vec<String> {
    word.split(OR).map(str::to_owned).collect()
}

/// What was typed, and the other number where that is no longer beginning with it: who looks for `chevaux` means `cheval` too. Words that
/// only look like plurals cost nothing: nobody writes `cour` for `cours`, and where somebody does, it stands there as a word of its own.
fn alternatives(word: &str) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    let low = word.to_lowercase();
    if low.chars().count() > 3 {
        all.extend(ENDINGS.iter().filter_map(|(from, to)| Some(format!("{}{to}", low.strip_suffix(from)?))));
    }
    all.dedup();
    all
}

/// Endings of one number, and what stands in their place in the other.
const ENDINGS: [(&str, &str); 9] = [
    ("eaux", "eau"),
    ("eux", "eu"),
    ("oux", "ou"),
    ("aux", "al"),
    ("al", "aux"),
    ("ies", "y"),
    ("y", "ies"),
    ("s", ""),
    ("es", ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_cut_into_words_and_nothing_of_it_is_an_operator() {
        assert_eq!(search_words("  l’évier & 'perceuse':* |!"), ["l", "évier", "perceuse"]);
        assert_eq!(search_words(&"mot ".repeat(20)).len(), limits::SEARCH_WORDS);
        assert!(search_words(" !&|:* ").is_empty());
    }

    #[test]
    fn a_plural_finds_the_singular_in_both_languages() {
        let of = |word: &str| search_words(word).concat();
        assert_eq!(of("Vélos"), "Vélos|vélo");
        assert_eq!(of("batteries"), "batteries|battery|batterie|batteri");
        assert_eq!(of("chevaux"), "chevaux|cheval");
        assert_eq!(of("bateaux"), "bateaux|bateau|bateal");
        assert_eq!(of("boxes"), "boxes|boxe|box");
        assert_eq!(of("cheval"), "cheval|chevaux");
        assert_eq!(of("library"), "library|libraries");
        assert_eq!(of("bus"), "bus", "three letters are no plural");
    }
}
