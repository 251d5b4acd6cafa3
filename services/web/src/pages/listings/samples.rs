//! Invented listings, for previews and tests.

use crate::assets::asset;
use crate::preview::Preview;
use exchange::mandate::{OnBehalf, Relation};
use exchange::{
    Audience, Direction, Extent, Kind, ListingRow, ListingView, PhotoFile, PhotoView, Rules, Settlement, State,
};
use kernel::Role;
use phrases::Words;
use uuid::Uuid;

/// Direction, kind, the keys of title, text and category, author, town.
type Said = (Direction, Kind, &'static str, &'static str, &'static str, &'static str, &'static str);

const SAID: [Said; 6] = [
    (
        Direction::Offer,
        Kind::Loan,
        "listing-sample-1",
        "listing-sample-1-text",
        "listing-sample-category-home",
        "Bruno Faure",
        "Corbigny",
    ),
    (
        Direction::Request,
        Kind::Service,
        "listing-sample-2",
        "listing-sample-2-text",
        "listing-sample-category-rides",
        "Guy Perrot",
        "Chaumot",
    ),
    (
        Direction::Offer,
        Kind::Good,
        "listing-sample-3",
        "listing-sample-3-text",
        "listing-sample-category-home",
        "Fatou Diallo",
        "Pazy",
    ),
    (Direction::Request, Kind::Information, "listing-sample-4", "listing-sample-4-text", "", "Minh Nguyen", ""),
    (
        Direction::Offer,
        Kind::Loan,
        "listing-sample-5",
        "listing-sample-5-text",
        "listing-sample-category-things",
        "Claire Roux",
        "Cervon",
    ),
    (
        Direction::Request,
        Kind::Skill,
        "listing-sample-6",
        "listing-sample-6-text",
        "listing-sample-category-work",
        "Nadia Benhaddou-Lemercier",
        "Saint-Didier",
    ),
];

/// Six listings, three each way, in the language of the preview.
pub(crate) fn rows(preview: &Preview) -> Vec<ListingRow> {
    SAID.iter().enumerate().map(|(place, said)| row(preview, place, *said)).collect()
}

fn row(preview: &Preview, place: usize, said: Said) -> ListingRow {
    let (direction, kind, title, body, category, author, town) = said;
    let days = i64::try_from(place).unwrap_or(0) * 2;
    let created_at = preview.now - chrono::Duration::days(days) - chrono::Duration::hours(3);
    let mut row = ListingRow {
        id: Uuid::from_u128(0x1157 + place as u128).into(),
        direction,
        kind,
        settlements: vec![Settlement::Gift, Settlement::Barter],
        title: preview.words.t(title),
        excerpt: preview.words.t(body),
        category: if category.is_empty() { String::new() } else { preview.words.t(category) },
        place: None,
        nearness: None,
        on_behalf: None,
        cover: (place == 2).then(|| photo(preview, 1)),
        town: town.to_owned(),
        state: State::Open,
        language: preview.words.language,
        created_at,
        expires_at: created_at + chrono::Duration::days(60),
        audience: if place == 3 { Audience::Friends } else { Audience::Everyone },
        urgent_until: None,
        reserved_at: (place == 4).then_some(created_at),
        group: None,
        author: preview.person(author, town, Role::None),
        extent: Extent::default(),
    };
    if place == 1 {
        make_urgent(&mut row, preview.now);
    }
    row
}

/// Makes it a request that is needed within some days.
pub(super) fn make_urgent(row: &mut ListingRow, now: kernel::Timestamp) {
    row.direction = Direction::Request;
    row.urgent_until = Some(now + chrono::Duration::days(3));
}

/// Makes it promised to somebody.
pub(super) fn make_reserved(row: &mut ListingRow, now: kernel::Timestamp) {
    row.reserved_at = Some(now - chrono::Duration::hours(1));
}

/// For whom somebody asks.
pub(crate) fn jeanne() -> OnBehalf {
    OnBehalf { name: "Jeanne".to_owned(), relation: Some(Relation::Mother), member: None, taken_as: None }
}

/// The first of them on its own page, answered by the reader or not yet.
pub(crate) fn view(preview: &Preview) -> Option<ListingView> {
    let row = rows(preview).into_iter().next()?;
    let (more, end) = (preview.words.t("listing-sample-1-more"), preview.words.t("listing-sample-1-end"));
    Some(ListingView {
        outing: None,
        body: format!("{}\n\n{more}\n{end}", row.excerpt),
        photos: Vec::new(),
        row,
        edited_at: None,
        closed_at: None,
        close_reason: String::new(),
        urgent_at: None,
        urgent_reason: String::new(),
        helped_by: None,
        thanks: String::new(),
        mine: false,
        may_renew: false,
        may_close: false,
        may_answer: true,
        answerable_at: None,
        may_moderate: false,
        may_pass_on: false,
        may_take_urgency_off: false,
    })
}

/// Two photos, drawn as one of our own pictures: there is nobody to ask for a file.
pub(crate) fn photos(preview: &Preview) -> Vec<PhotoView> {
    vec![photo(preview, 1), photo(preview, 2)]
}

fn photo(preview: &Preview, n: u128) -> PhotoView {
    let file = |width, height| PhotoFile { path: asset("photo-sample.svg").to_owned(), width, height };
    PhotoView {
        id: Uuid::from_u128(0x9807 + n).into(),
        description: preview.words.t("listing-sample-photo"),
        large: file(1_600, 1_200),
        small: file(400, 300),
    }
}

/// What an invented community allows.
pub(crate) fn rules(words: Words) -> Rules {
    let keys = [
        "listing-sample-category-hands",
        "listing-sample-category-home",
        "listing-sample-category-garden",
        "listing-sample-category-things",
        "listing-sample-category-rides",
        "listing-sample-category-work",
    ];
    Rules {
        settlements: vec![Settlement::Gift, Settlement::Barter],
        categories: keys.map(|key| words.t(key)).to_vec(),
        listing_days: 60,
        zone: words.zone,
        now: kernel::Timestamp::default(),
    }
}
