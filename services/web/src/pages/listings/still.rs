//! Which drawing stands in for a photo: by what the title and the category speak of, else by the kind.

use exchange::Kind;

/// Beginnings of words, French and English, and the drawing they call for; the first that fits wins.
const SPEAKS_OF: [(&str, &[&str]); 9] = [
    ("bike", &["vélo", "bicyclette", "bike", "bicycle", "cycl"]),
    (
        "car",
        &[
            "trajet",
            "voiture",
            "covoit",
            "navette",
            "remorque",
            "conduire",
            "rides",
            "cars",
            "lift",
            "drive",
            "trailer",
            "transport",
        ],
    ),
    ("plants", &["plant", "semis", "bouture", "fleur", "flower", "seedling"]),
    ("garden", &["jardin", "potager", "tondeuse", "haie", "pelouse", "garden", "hedge", "lawn", "mow"]),
    ("drill", &["perceuse", "bricol", "outil", "étagère", "tool", "drill", "shelf", "repair", "répar"]),
    ("jars", &["confiture", "bocal", "bocaux", "conserve", "miel", "jam", "jar", "honey"]),
    (
        "apples",
        &[
            "pomme",
            "pommier",
            "légume",
            "fruit",
            "panier",
            "œufs",
            "repas",
            "cuisine",
            "apple",
            "vegetable",
            "basket",
            "meal",
        ],
    ),
    (
        "books",
        &["livre", "roman", "lecture", "maths", "devoir", "cours", "book", "novel", "reading", "homework", "lesson"],
    ),
    ("papers", &["papier", "dossier", "démarche", "retraite", "formulaire", "paper", "form", "letter", "pension"]),
];

/// The name of a drawing of the sheet.
pub(crate) fn still_of(kind: Kind, title: &str, category: &str) -> &'static str {
    let speaks = |text: &str| {
        let text = text.to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        let fits = |beginnings: &[&str]| words.iter().any(|word| beginnings.iter().any(|one| word.starts_with(one)));
        SPEAKS_OF.iter().find(|(_, beginnings)| fits(beginnings)).map(|(name, _)| *name)
    };
    speaks(title).or_else(|| speaks(category)).unwrap_or(match kind {
        Kind::Good => "jars",
        Kind::Loan => "drill",
        Kind::Service => "garden",
        Kind::Skill => "books",
        Kind::Outing => "bike",
        Kind::Housing => "plants",
        Kind::Information => "papers",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_title_decides_then_the_category_then_the_kind() {
        assert_eq!(still_of(Kind::Loan, "Vélo de ville", "Bricolage"), "bike");
        assert_eq!(still_of(Kind::Service, "Jeudi matin", "Trajets"), "car");
        assert_eq!(still_of(Kind::Service, "Un coup de main", ""), "garden");
        assert_eq!(still_of(Kind::Information, "Careful: who knows?", ""), "papers", "no car in careful");
    }

    #[test]
    fn every_drawing_exists() {
        let sheet = include_str!("../../../assets/stills.svg");
        for kind in Kind::ALL {
            assert!(sheet.contains(&format!("id=\"s-{}\"", still_of(*kind, "", ""))));
        }
        assert!(SPEAKS_OF.iter().all(|(name, _)| sheet.contains(&format!("id=\"s-{name}\""))));
    }
}
