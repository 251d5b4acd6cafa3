//! What pages are drawn from when nobody has asked: `maillon preview` and the tests that look at every page.

use crate::brand::{BrandView, Emblem};
use crate::shell::{News, Place, Shell};
use askama::Template;
use chrono_tz::Tz;
use kernel::{Language, MemberId, Role, Standing, Timestamp};
use membership::MemberCard;
use phrases::Words;
use uuid::Uuid;

/// One language and one brand to draw every page in.
#[derive(Debug, Clone)]
pub struct Preview {
    /// The reader's words.
    pub words: Words,
    /// The community shown.
    pub brand: BrandView,
    /// The moment shown; samples count back from it.
    pub now: Timestamp,
}

impl Preview {
    /// Pages in `language`, of an invented community named `name`, whose stylesheet is `brand/<version>.css`.
    pub fn new(language: Language, name: &str, version: &str, now: Timestamp) -> Self {
        let brand = BrandView {
            name: name.to_owned(),
            organisation: Some("Foyer rural de Corbigny, 3 rue des Tanneurs, 58800 Corbigny".to_owned()),
            version: version.to_owned(),
            emblem: Emblem::Link,
            languages: Language::ALL.to_vec(),
        };
        Self { words: Words::new(language, Tz::Europe__Paris), brand, now }
    }

    /// A visitor's frame; `title` is a key.
    pub fn visitor(&self, title: &str) -> Shell {
        Shell::new(self.words, self.brand.clone(), "/", self.now).titled(self.words.t(title))
    }

    /// A member's frame; `title` is a key.
    pub fn member(&self, title: &str, place: Place) -> Shell {
        self.visitor(title).member("Odile", place, News { messages: 2, notifications: 3 })
    }

    /// A steward's frame; `title` is a key.
    pub fn steward(&self, title: &str, place: Place) -> Shell {
        self.member(title, place).steward()
    }

    /// A page under a name such as `listings-empty`. The language is added to the file's name by whoever writes it.
    pub fn page(&self, name: &str, template: &impl Template) -> (String, String) {
        // A template that does not render shows as an empty page, which the tests over all previews refuse.
        (name.to_owned(), template.render().unwrap_or_default())
    }
}

/// Invented people.
impl Preview {
    /// A member's card; the same name always has the same id.
    pub fn person(&self, name: &str, town: &str, role: Role) -> MemberCard {
        let seed = name.bytes().fold(7_u128, |sum, byte| sum.wrapping_mul(131).wrapping_add(u128::from(byte)));
        MemberCard {
            id: MemberId(Uuid::from_u128(seed)),
            number: 0,
            name: name.to_owned(),
            town: town.to_owned(),
            standing: Standing::Member,
            role,
            founder: role == Role::Owner,
            joined_at: Some(self.ago(400)),
        }
    }

    /// Some members.
    pub fn people(&self) -> Vec<MemberCard> {
        vec![
            self.person("Hélène Garnier", "Corbigny", Role::Owner),
            self.person("Guy", "Chaumot", Role::Steward),
            self.person("Marie-Antoinette de la Fontaine-Beaumarchais", "Saint-Martin-du-Puy", Role::None),
            self.person("Minh", "", Role::None),
        ]
    }

    /// So many days before the moment shown.
    pub fn ago(&self, days: i64) -> Timestamp {
        self.now - chrono::Duration::days(days)
    }

    /// So many days after it.
    pub fn ahead(&self, days: i64) -> Timestamp {
        self.now + chrono::Duration::days(days)
    }
}
