//! What people may call themselves: anything with a letter in it that is not the house's own name or office.
//!
//! Two people may have one name. Whoever decides about the second is told that there is a first ([`likeness`]).

use crate::text::{self, BadText};
use unicode_normalization::UnicodeNormalization as _;
use unicode_security::skeleton;

/// Words of offices: a name that holds one speaks for the house.
const OFFICES: &[&str] = &[
    "équipe",
    "team",
    "modérateur",
    "modérateurs",
    "modératrice",
    "modératrices",
    "modération",
    "moderator",
    "moderators",
    "moderation",
    "administrateur",
    "administrateurs",
    "administratrice",
    "administration",
    "administrator",
    "administrators",
    "admin",
];

/// Names that are the house's as a whole; as a part they may be somebody's family name.
const HOUSE: &[&str] = &["Maillon", "Support", "Assistance", "Webmaster", "Postmaster", "Système", "System"];

/// A person's name of at most `most` characters, in the community called `community`.
///
/// # Errors
/// `Missing` where no letter is, `TooLong`, `Invisible`; `Reserved` for the house's names, and for what only looks like them.
pub fn person(field: &'static str, typed: &str, most: usize, community: &str) -> Result<String, BadText> {
    let name = text::line(field, typed, most)?;
    if !name.chars().any(char::is_alphabetic) {
        return Err(BadText::Missing(field));
    }
    if is_reserved(&name, community) { Err(BadText::Reserved(field)) } else { Ok(name) }
}

/// What two names have in common that a reader takes for one another: without accents, capitals, blanks and signs, and with
/// every letter that looks like another brought to one form (Unicode technical standard 39). To be compared, not to be shown.
pub fn likeness(name: &str) -> String {
    // A Greek capital looks like one of ours, and its small form does not; a small m looks like r and n, and its capital does
    // not: so both are looked at.
    let capitals: String = skeleton(&bare(name)).collect();
    let small: String = skeleton(&bare(&capitals.to_lowercase())).collect();
    // A capital I is a small l.
    let one = |sign: char| if sign == 'l' { 'i' } else { sign };
    small.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).map(one).collect()
}

fn is_reserved(name: &str, community: &str) -> bool {
    let whole = likeness(name);
    // Spaced out, a long word is still read; a short one may be a first name and an initial.
    let long = OFFICES.iter().filter(|office| office.chars().count() > 6);
    if HOUSE.iter().chain(long).chain([&community]).any(|taken| whole == likeness(taken)) {
        return true;
    }
    // Some signs look like letters: they part no word.
    let looks: [String; 2] = [name.to_owned(), skeleton(&bare(name)).collect()];
    let offices: Vec<String> = OFFICES.iter().map(|office| likeness(office)).collect();
    looks.iter().any(|look| words(look).any(|word| offices.contains(&likeness(word))))
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|sign: char| !sign.is_alphanumeric() && !is_accent(sign)).filter(|word| !word.is_empty())
}

fn bare(name: &str) -> String {
    name.nfkd().filter(|sign| !is_accent(*sign)).collect()
}

/// Accents of Latin, Greek and Cyrillic letters. The marks of other scripts are vowels, without which names would be one.
fn is_accent(sign: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str) -> Result<String, BadText> {
        person("name", name, 60, "Entraide Nièvre")
    }

    #[test]
    fn nobody_is_called_like_the_house_or_looks_like_it() {
        let reserved = [
            "L’équipe",
            "L'EQUIPE",
            "The team",
            "Équipe de modération",
            "Modérateur",
            "MODERATRICE",
            "Jean (modérateur)",
            "Maillon",
            "MAILLON",
            "MaiIIon",
            "Mai11on",
            "Ｍａｉｌｌｏｎ",
            "Маillon",
            "M a i l l o n",
            "M.o.d.e.r.a.t.o.r",
            "entraide nievre",
            "Entraide  Nièvre",
            "Entraide-Nièvre",
            "Εntraide Nièvre",
            "аdmin",
            "Admin",
            "T\u{435}am",
            "Support",
            "𝐓𝐡𝐞 𝐭𝐞𝐚𝐦",
        ];
        for name in reserved {
            assert_eq!(named(name), Err(BadText::Reserved("name")), "{name}");
        }
    }

    #[test]
    fn people_keep_the_names_they_have() {
        let honest = [
            "Odile Martin",
            "Jean Maillon",
            "Anne-Marie d’Équipage",
            "Ольга Иванова",
            "Nièvre",
            "Steward",
            "Al Stewart",
            "Teame",
            "محمد",
            "می\u{200c}خواهم",
            "李小龍",
            "Ngũgĩ wa Thiong’o",
            "X Æ A-12",
            "Tea M.",
            "Adeline Minot",
        ];
        for name in honest {
            assert_eq!(named(name).as_deref(), Ok(name));
        }
        for name in ["", " \u{a0}\u{3000}", "…", "123", "🙂", "\u{301}\u{301}"] {
            assert_eq!(named(name), Err(BadText::Missing("name")), "{name:?}");
        }
        assert_eq!(named("Odile\u{200b}"), Err(BadText::Invisible("name")));
    }

    #[test]
    fn names_that_a_reader_takes_for_one_another_have_one_likeness() {
        let alike = [
            ("Jean Martin", "JEAN  MARTIN"),
            ("Hélène Garnier", "ΗΕLΕΝΕ GARNIER"),
            ("Jean Martin", "Jean-Martin"),
            ("Hélène", "Helene"),
            ("Olga", "Оlga"),
            ("Paul", "Ρaul"),
            ("Paul", "Pau1"),
            ("Zoé", "Zoe\u{301}"),
            ("Odile", "Ｏｄｉｌｅ"),
        ];
        for (one, other) in alike {
            assert_eq!(likeness(one), likeness(other), "{one} and {other}");
        }
        for (one, other) in [("Jean Martin", "Jeanne Martin"), ("राम", "रमा"), ("Paul", "Paula"), ("李", "王")]
        {
            assert_ne!(likeness(one), likeness(other), "{one} and {other}");
        }
    }
}
