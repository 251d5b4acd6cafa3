//! What a member's kept searches have found.

use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To whoever keeps them: one letter a day or a week for all of them, never empty.
#[derive(Debug, Clone)]
pub struct SavedSearch {
    /// What was found, by search.
    pub rows: Vec<Row>,
    /// How many more there are.
    pub more: usize,
    /// The page of the searches.
    pub all_link: String,
}

/// One listing.
#[derive(Debug, Clone)]
pub struct Row {
    /// What its reader calls the search that found it.
    pub search: String,
    /// Whether help is asked for.
    pub is_request: bool,
    /// Its title.
    pub title: String,
    /// The author's name.
    pub author: String,
    /// The town; may be empty.
    pub town: String,
    /// When it was found, in the reader's words.
    pub since: String,
    /// The listing's page.
    pub link: String,
}

impl Content for SavedSearch {
    const KIND: LetterKind = LetterKind::SavedSearch;

    fn subject(&self, w: &Words, _: &House) -> String {
        let first = self.rows.first().map(|row| row.title.clone()).unwrap_or_default();
        w.t2("letters-saved-search-subject", "listing", first, "n", self.all())
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        let name = self.rows.first().map(|row| row.search.clone()).unwrap_or_default();
        w.t1("letters-saved-search-preview", "name", name)
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-saved-search-why", "community", &house.name)
    }
    parts!(SavedSearch, "saved_search/letter.mjml", "saved_search/letter.txt");
}

impl SavedSearch {
    fn all(&self) -> usize {
        self.rows.len() + self.more
    }
    fn title(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-saved-search-title", "n", self.all())
    }
    #[expect(clippy::unused_self, reason = "the templates ask every letter for its lead")]
    fn lead(&self, frame: &Frame<'_>) -> String {
        frame.w.t1("letters-saved-search-lead", "community", &frame.house.name)
    }
    /// By search, in their order: its name in words, and what it found.
    fn searches(&self, frame: &Frame<'_>) -> Vec<(String, &[Row])> {
        let parts = self.rows.chunk_by(|one, two| one.search == two.search);
        let name = |rows: &[Row]| rows.first().map(|row| row.search.clone()).unwrap_or_default();
        parts.map(|rows| (frame.w.t1("letters-saved-search-search", "name", name(rows)), rows)).collect()
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        let now = super::sample_day();
        let row = |is_request, search: &str, key: &str, author: &str, town: &str, hours: i64| Row {
            search: w.t(search),
            is_request,
            title: w.t(key),
            author: author.to_owned(),
            town: town.to_owned(),
            since: w.ago(&(now - chrono::Duration::hours(hours)), &now),
            link: crate::paths::listing(&house.home, uuid::Uuid::from_u128(key.len() as u128).into()),
        };
        let rows = vec![
            row(false, "letters-sample-search", "letters-sample-offer", "Fatou Diallo", "", 3),
            row(true, "searches-sample-garden", "letters-sample-request", "Émile Perrin", "Corbigny", 20),
        ];
        Self { rows, more: 2, all_link: crate::paths::searches(&house.home) }
    }
}

impl Row {
    fn label(&self, frame: &Frame<'_>) -> String {
        frame.w.t(if self.is_request { "letters-digest-request" } else { "letters-digest-offer" })
    }
    fn about(&self, frame: &Frame<'_>) -> String {
        if self.town.is_empty() {
            frame.w.t2("letters-digest-about", "name", &self.author, "since", &self.since)
        } else {
            frame.w.tn(
                "letters-digest-about-town",
                &[("name", (&self.author).into()), ("town", (&self.town).into()), ("since", (&self.since).into())],
            )
        }
    }
}
