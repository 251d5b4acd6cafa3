//! Invented listings, for previews and tests.

use crate::preview::Preview;
use exchange::{Direction, Kind, ListingRow, ListingView, Rules, Settlement, State};
use kernel::{Language, Role};
use uuid::Uuid;

type Said = (Direction, Kind, &'static str, &'static str, &'static str, &'static str, &'static str);

const FRENCH: [Said; 6] = [
    (
        Direction::Offer,
        Kind::Loan,
        "Perceuse à percussion, pour le week-end",
        "Une bonne perceuse à batterie, avec mèches à béton et à bois. Elle dort dans mon garage onze mois sur douze, autant qu’elle serve.",
        "Maison et jardin",
        "Bruno Faure",
        "Corbigny",
    ),
    (
        Direction::Request,
        Kind::Service,
        "Cherche un trajet pour Nevers, mardi matin",
        "J’ai rendez-vous à l’hôpital à 10 h. Je participe à l’essence, et je suis à l’heure.",
        "Trajets",
        "Guy Perrot",
        "Chaumot",
    ),
    (
        Direction::Offer,
        Kind::Good,
        "Plants de tomates anciennes, une trentaine",
        "J’en ai semé trop, comme chaque année. Venez avec une caisse.",
        "Maison et jardin",
        "Fatou Diallo",
        "Pazy",
    ),
    (
        Direction::Request,
        Kind::Information,
        "Un œil sur mon dossier de retraite",
        "Il me manque deux trimestres et je m’y perds. Une heure devant un café ?",
        "",
        "Minh Nguyen",
        "",
    ),
    (
        Direction::Offer,
        Kind::Loan,
        "Romans policiers en gros caractères",
        "Une caisse entière, à garder le temps qu’il faut.",
        "Objets et matériel",
        "Claire Roux",
        "Cervon",
    ),
    (
        Direction::Request,
        Kind::Skill,
        "Apprendre à greffer un pommier",
        "J’ai deux vieux pommiers et pas la main. Je peux rendre la pareille en couture.",
        "Emploi et savoir-faire",
        "Nadia Benhaddou-Lemercier",
        "Saint-Didier",
    ),
];

const ENGLISH: [Said; 6] = [
    (
        Direction::Offer,
        Kind::Loan,
        "Hammer drill, for the weekend",
        "A good cordless drill, with bits for wood and for concrete. It sleeps in my garage eleven months a year, so it may as well be used.",
        "Maison et jardin",
        "Bruno Faure",
        "Corbigny",
    ),
    (
        Direction::Request,
        Kind::Service,
        "Looking for a lift to Nevers on Tuesday morning",
        "I have to be at the hospital at ten. I share the petrol, and I am on time.",
        "Trajets",
        "Guy Perrot",
        "Chaumot",
    ),
    (
        Direction::Offer,
        Kind::Good,
        "Heirloom tomato plants, about thirty",
        "I sowed too many, as every year. Bring a crate.",
        "Maison et jardin",
        "Fatou Diallo",
        "Pazy",
    ),
    (
        Direction::Request,
        Kind::Information,
        "Somebody to look at my pension papers",
        "Two quarters are missing and I am lost. An hour over coffee?",
        "",
        "Minh Nguyen",
        "",
    ),
    (
        Direction::Offer,
        Kind::Loan,
        "Crime novels in large print",
        "A whole box; keep them as long as you like.",
        "Objets et matériel",
        "Claire Roux",
        "Cervon",
    ),
    (
        Direction::Request,
        Kind::Skill,
        "Learn to graft an apple tree",
        "I have two old trees and no idea. I can sew something in return.",
        "Emploi et savoir-faire",
        "Nadia Benhaddou-Lemercier",
        "Saint-Didier",
    ),
];

/// Six listings, three each way, in the language of the preview.
pub(crate) fn rows(preview: &Preview) -> Vec<ListingRow> {
    let said = match preview.words.language {
        Language::Fr => &FRENCH,
        Language::En => &ENGLISH,
    };
    said.iter().enumerate().map(|(place, said)| row(preview, place, *said)).collect()
}

fn row(preview: &Preview, place: usize, said: Said) -> ListingRow {
    let (direction, kind, title, body, category, author, town) = said;
    let days = i64::try_from(place).unwrap_or(0) * 2;
    let created_at = preview.now - chrono::Duration::days(days) - chrono::Duration::hours(3);
    ListingRow {
        id: Uuid::from_u128(0x1157 + title.len() as u128).into(),
        direction,
        kind,
        settlements: vec![Settlement::Gift, Settlement::Barter],
        title: title.to_owned(),
        excerpt: body.to_owned(),
        category: category.to_owned(),
        town: town.to_owned(),
        state: State::Open,
        language: preview.words.language,
        created_at,
        expires_at: created_at + chrono::Duration::days(60),
        author: preview.person(author, town, Role::None),
    }
}

/// The first of them on its own page, answered by the reader or not yet.
pub(crate) fn view(preview: &Preview) -> Option<ListingView> {
    let row = rows(preview).into_iter().next()?;
    let more = match preview.words.language {
        Language::Fr => {
            "Je vous montre comment elle marche si vous n’avez jamais percé de béton. Rapportez-la chargée, c’est tout.\nSi une mèche casse, ça arrive, on s’arrangera."
        }
        Language::En => {
            "I can show you how it works if you have never drilled concrete. Bring it back charged, that is all.\nIf a bit breaks, so be it, we will sort it out."
        }
    };
    Some(ListingView {
        body: format!("{}\n\n{more}", row.excerpt),
        row,
        edited_at: None,
        closed_at: None,
        close_reason: String::new(),
        helped_by: None,
        thanks: String::new(),
        mine: false,
        may_renew: false,
        may_close: false,
        may_answer: true,
        may_moderate: false,
    })
}

/// What an invented community allows.
pub(crate) fn rules() -> Rules {
    let names =
        ["Coups de main", "Maison et jardin", "Jardin", "Objets et matériel", "Trajets", "Emploi et savoir-faire"];
    Rules {
        settlements: vec![Settlement::Gift, Settlement::Barter],
        categories: names.map(str::to_owned).to_vec(),
        listing_days: 60,
    }
}
