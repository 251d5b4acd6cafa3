//! A text cut into words as they are compared: small letters, no accents, endings off.

use kernel::Language;
use std::collections::HashSet;
use std::sync::LazyLock;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Small letters, no accents.
    pub folded: String,
    /// As its author wrote it.
    pub written: String,
}

/// The words of a text, cut at everything that is neither letter nor digit.
pub(super) fn words(text: &str) -> Vec<Word> {
    let cut = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    cut.map(|word| Word { folded: fold(word), written: word.to_owned() }).collect()
}

/// Small letters, no accents.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => folded.push('a'),
            'ç' => folded.push('c'),
            'è' | 'é' | 'ê' | 'ë' => folded.push('e'),
            'ì' | 'í' | 'î' | 'ï' => folded.push('i'),
            'ñ' => folded.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' => folded.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            c => folded.push(c),
        }
    }
    folded
}

/// What is left of a folded word without the endings of number and gender, so lightly that few words become one that are not
/// (after J. Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", 2006).
pub(super) fn stem(folded: &str) -> &str {
    let mut word = folded;
    for ending in ["aux", "eux", "es", "s", "x", "e"] {
        if word.len() > ending.len() + 3
            && let Some(left) = word.strip_suffix(ending)
        {
            word = left;
            break;
        }
    }
    let bytes = word.as_bytes();
    match bytes {
        [.., one, two] if one == two && one.is_ascii_alphabetic() && bytes.len() > 4 => {
            word.get(..word.len() - 1).unwrap_or(word)
        }
        _ => word,
    }
}

/// The language most of the small words are of; `else_` when they tell nothing. What is declared is the author's own language, which is
/// not always the one they write in.
pub(super) fn language(words: &[Word], else_: Language) -> Language {
    let small = &*SMALL_WORDS;
    let is_of = |word: &&Word, of: &HashSet<&str>| of.contains(word.written.to_lowercase().as_str());
    let count = |of: &HashSet<&str>| words.iter().filter(|word| is_of(word, of)).count();
    let accents = words
        .iter()
        .filter(|word| word.written.contains(['é', 'è', 'ê', 'à', 'ç', 'â', 'î', 'ô', 'û', 'ù', 'É', 'À']))
        .count();
    let (french, english) = (count(&small.french) + accents, count(&small.english));
    match french.cmp(&english) {
        std::cmp::Ordering::Greater => Language::Fr,
        std::cmp::Ordering::Less => Language::En,
        std::cmp::Ordering::Equal => else_,
    }
}

/// Whether what follows is denied.
pub(super) fn denies(word: &str) -> bool {
    ["pas", "sans", "aucun", "aucune", "jamais", "not", "no", "without", "never"].contains(&word)
}

/// Whether the word stands in every other listing, whatever it is about.
pub(super) fn says_nothing(folded: &str) -> bool {
    let small = &*SMALL_WORDS;
    folded.chars().count() < 3
        || folded.chars().all(char::is_numeric)
        || [&small.french, &small.english, &small.everywhere].iter().any(|list| list.contains(folded))
}

/// The words of `small_words.txt`, by section.
struct SmallWords {
    french: HashSet<&'static str>,
    english: HashSet<&'static str>,
    everywhere: HashSet<&'static str>,
}

static SMALL_WORDS: LazyLock<SmallWords> = LazyLock::new(|| {
    let text = include_str!("small_words.txt");
    SmallWords {
        french: section(text, "[french]"),
        english: section(text, "[english]"),
        everywhere: section(text, "[everywhere]"),
    }
});

fn section(text: &'static str, name: &str) -> HashSet<&'static str> {
    let lines = text.lines().skip_while(|line| *line != name).skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_plurals_do_not_matter() {
        assert_eq!(fold("L’ŒUVRE Été"), "l’oeuvre ete");
        assert_eq!((stem("tondeuses"), stem("tondeuse")), ("tondeus", "tondeus"));
        assert_eq!(stem("chevaux"), "chev");
        assert_eq!(stem("bus"), "bus");
    }

    #[test]
    fn a_text_is_of_the_language_of_its_small_words() {
        let of = |text: &str| language(&words(text), Language::Fr);
        assert_eq!(of("I can feed your cat while you travel"), Language::En);
        assert_eq!(of("Je passe le nourrir chez vous"), Language::Fr);
        assert_eq!(of("Piano"), Language::Fr);
    }
}
