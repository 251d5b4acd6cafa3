//! What pages are drawn from when nobody has asked: `maillon preview` and the tests that look at every page.

use crate::brand::{BrandView, Emblem};
use crate::shell::{News, Place, Shell};
use askama::Template;
use chrono_tz::Tz;
use kernel::{Language, Timestamp};
use phrases::Words;

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
