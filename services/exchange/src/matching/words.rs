//! A text cut into words as they are compared: small letters, no accents, endings off.

use kernel::Language;

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
    let count =
        |small: &[&str]| words.iter().filter(|word| small.contains(&word.written.to_lowercase().as_str())).count();
    let accents = words
        .iter()
        .filter(|word| word.written.contains(['é', 'è', 'ê', 'à', 'ç', 'â', 'î', 'ô', 'û', 'ù', 'É', 'À']))
        .count();
    let (french, english) = (count(FRENCH) + accents, count(ENGLISH));
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
    folded.chars().count() < 3
        || folded.chars().all(char::is_numeric)
        || [FRENCH, ENGLISH, EVERYWHERE].iter().any(|list| list.contains(&folded))
}

const FRENCH: &[&str] = &[
    "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "je", "j", "mon", "ma", "mes", "nous", "notre",
    "nos", "vous", "votre", "vos", "pour", "avec", "dans", "sur", "est", "qui", "que", "quelqu", "chez", "ou", "au",
    "aux", "ce", "cette", "ne", "n", "pas", "plus", "il", "elle", "elles", "ils", "son", "sa", "ses", "se", "sont",
    "qu", "c", "tout", "toute", "tous", "en", "par", "leur", "leurs", "celles", "ceux", "depuis", "jusqu", "sans",
    "deja", "trop", "tres", "ans", "suis", "ai", "etre", "fois",
];

const ENGLISH: &[&str] = &[
    "the", "a", "an", "and", "i", "my", "to", "for", "with", "in", "on", "is", "are", "we", "our", "you", "your", "at",
    "of", "from", "who", "can", "would", "it", "its", "that", "this", "or", "no", "not", "only", "some", "while",
    "away", "have", "has", "am", "be", "but", "them", "they", "their", "she", "her", "his", "him", "someone",
    "somebody", "any", "all", "each", "more", "than", "per",
];

/// What offers and requests say of themselves, when and where: nothing of what they are about.
const EVERYWHERE: &[&str] = &[
    // French
    "cherche",
    "recherche",
    "besoin",
    "aide",
    "aider",
    "propose",
    "offre",
    "demande",
    "donner",
    "donne",
    "prete",
    "preter",
    "pret",
    "emprunter",
    "rendre",
    "rends",
    "prendre",
    "venir",
    "viens",
    "vient",
    "chercher",
    "petit",
    "petite",
    "petits",
    "grand",
    "grande",
    "bon",
    "bonne",
    "bien",
    "quelques",
    "quelqu",
    "peux",
    "peut",
    "pouvez",
    "faire",
    "fait",
    "fais",
    "faut",
    "avoir",
    "jour",
    "jours",
    "semaine",
    "semaines",
    "mois",
    "annee",
    "heure",
    "heures",
    "matin",
    "midi",
    "soir",
    "soiree",
    "samedi",
    "dimanche",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "week",
    "end",
    "aout",
    "juin",
    "juillet",
    "mars",
    "mai",
    "ete",
    "hiver",
    "printemps",
    "vacances",
    "conges",
    "absence",
    "voisin",
    "voisins",
    "voisine",
    "quartier",
    "village",
    "ville",
    "domicile",
    "maison",
    "merci",
    "bonjour",
    "gratuit",
    "gratuitement",
    "possible",
    "disponible",
    "dispo",
    "libre",
    "volontiers",
    "vieux",
    "vieille",
    "ancien",
    "ancienne",
    "neuf",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "coup",
    "main",
    "pouce",
    "apres",
    "avant",
    "autour",
    "comme",
    "aussi",
    "meme",
    "tres",
    "seance",
    "seances",
    "niveau",
    "niveaux",
    "personne",
    "personnes",
    "gens",
    "monde",
    "connait",
    "sait",
    "saurait",
    "voudrais",
    "aimerais",
    "aime",
    "souhaite",
    "adopter",
    "partager",
    "etat",
    "taille",
    "metres",
    "materiel",
    "travaux",
    "service",
    "services",
    "particulier",
    "urgent",
    "proche",
    "simple",
    "simplement",
    "idee",
    "ensemble",
    "debut",
    "fin",
    "reste",
    "place",
    "places",
    "rendez",
    "quelle",
    "quel",
    "comment",
    "connaissez",
    "autre",
    "autres",
    "chaque",
    "entre",
    // English
    "need",
    "needed",
    "needs",
    "looking",
    "look",
    "wanted",
    "want",
    "help",
    "offer",
    "offering",
    "give",
    "lend",
    "lent",
    "borrow",
    "share",
    "free",
    "away",
    "new",
    "old",
    "good",
    "great",
    "happy",
    "glad",
    "love",
    "like",
    "day",
    "days",
    "week",
    "weeks",
    "weekend",
    "weekends",
    "month",
    "months",
    "year",
    "years",
    "hour",
    "hours",
    "morning",
    "mornings",
    "evening",
    "evenings",
    "afternoon",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "fridays",
    "saturday",
    "sunday",
    "summer",
    "winter",
    "june",
    "july",
    "august",
    "neighbour",
    "neighbours",
    "neighbor",
    "neighbors",
    "home",
    "house",
    "please",
    "thanks",
    "welcome",
    "people",
    "other",
    "others",
    "small",
    "large",
    "big",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "ten",
    "twice",
    "bring",
    "come",
    "take",
    "time",
    "spare",
    "own",
    "everybody",
    "close",
    "live",
    "left",
    "over",
    "retired",
    "student",
    "used",
    "work",
    "works",
    "things",
    "bit",
];

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
