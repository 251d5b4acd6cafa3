//! A town as it is compared. There are no coordinates: a name, and the département where the text names it (`58800 Corbigny`,
//! `Corbigny (58)`).

/// What two towns are compared by.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Place {
    /// The name in plain small letters, without numbers; empty where there is none.
    pub(crate) key: String,
    /// The département's number; empty where the text does not say it.
    pub(crate) department: String,
}

/// The longest key, characters: `st` becomes `saint`, and somebody may type nothing else.
const LONGEST_KEY: usize = 160;

impl Place {
    /// Reads a town as somebody typed it.
    pub(crate) fn of(town: &str) -> Self {
        let plain: String = town.chars().flat_map(char::to_lowercase).map(folded).collect();
        let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let mut place = Self::default();
        let mut names: Vec<&str> = Vec::new();
        for word in words {
            match department(word) {
                Some(found) => place.department = found,
                None if word.chars().all(|c| c.is_ascii_digit()) => {}
                None => names.push(match word {
                    "st" => "saint",
                    "ste" => "sainte",
                    word => word,
                }),
            }
        }
        place.key = names.join(" ").chars().take(LONGEST_KEY).collect();
        place
    }
}

/// `58` of `58` or `58800`, `2a` of `2a`, `971` of `97110`.
fn department(word: &str) -> Option<String> {
    let digits = word.chars().all(|c| c.is_ascii_digit());
    match (word.len(), digits) {
        (5, true) if word.starts_with("97") || word.starts_with("98") => word.get(..3).map(str::to_owned),
        (5 | 2, true) => word.get(..2).map(str::to_owned),
        (3, true) if word.starts_with("97") => Some(word.to_owned()),
        (2, false) if word == "2a" || word == "2b" => Some(word.to_owned()),
        _ => None,
    }
}

/// A letter without its accent; what is no letter of ours stays, and parts words.
fn folded(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ñ' => 'n',
        'ô' | 'ö' | 'ó' | 'õ' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ÿ' => 'y',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(key: &str, department: &str) -> Place {
        Place { key: key.to_owned(), department: department.to_owned() }
    }

    #[test]
    fn one_town_is_the_same_however_it_is_typed() {
        for typed in ["Saint-Léger-de-Fougeret", "st leger de fougeret", " SAINT LÉGER  DE FOUGERET "] {
            assert_eq!(Place::of(typed), place("saint leger de fougeret", ""), "{typed}");
        }
        for typed in ["58800 Corbigny", "Corbigny (58)", "corbigny 58"] {
            assert_eq!(Place::of(typed), place("corbigny", "58"), "{typed}");
        }
        assert_eq!(Place::of("20000 Ajaccio (2A)").department, "2a");
        assert_eq!(Place::of("97110 Pointe-à-Pitre"), place("pointe a pitre", "971"));
        assert_eq!(Place::of(""), Place::default());
        assert_eq!(Place::of(&"st ".repeat(27)).key.len(), LONGEST_KEY);
    }
}
