use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// A name as it is compared: small letters, no accents, no punctuation, one space between words, and "saint" for "st". What is not
/// written in Latin letters stays as it is.
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            'ß' => plain.push_str("ss"),
            'ø' => plain.push('o'),
            'ł' => plain.push('l'),
            'đ' => plain.push('d'),
            c if c.is_ascii() => plain.push(c),
            c => plain.extend(std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c))),
        }
    }
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut folded = String::with_capacity(plain.len());
    for word in words {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(match word {
            "st" => "saint",
            "ste" => "sainte",
            word => word,
        });
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_capitals_and_hyphens_do_not_matter() {
        assert_eq!(folded("  Saint-Étienne-du-Grès "), "saint etienne du gres");
        assert_eq!(folded("ST. Étienne"), "saint etienne");
        assert_eq!(folded("L'Haÿ-les-Roses"), "l hay les roses");
        assert_eq!(folded("Œuilly / Łódź / Århus"), "oeuilly lodz arhus");
        assert_eq!(folded(" -- "), "");
    }
}
