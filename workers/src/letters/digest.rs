//! The weekly letter.

use super::first_name;
use crate::mail::letter::{Content, Frame, House, LetterKind, parts};
use phrases::Words;

/// To a member: what is new, not theirs and not seen yet. Never empty, never with a link that signs in.
#[derive(Debug, Clone)]
pub struct Digest {
    /// The reader's name; they are called by the first.
    pub name: String,
    /// What is shown, the first one large.
    pub rows: Vec<Row>,
    /// How many more there are.
    pub more: usize,
    /// The list of listings.
    pub all_link: String,
}

/// One listing.
#[derive(Debug, Clone)]
pub struct Row {
    /// Whether help is asked for.
    pub is_request: bool,
    /// Its title.
    pub title: String,
    /// The author's name.
    pub author: String,
    /// The town; may be empty.
    pub town: String,
    /// When it was published, in the reader's words.
    pub since: String,
    /// The listing's page.
    pub link: String,
    /// The reader's own listing that it goes with.
    pub goes_with: Option<String>,
}

impl Content for Digest {
    const KIND: LetterKind = LetterKind::Digest;

    fn subject(&self, w: &Words, house: &House) -> String {
        let first = self.first().map(|row| row.title.clone()).unwrap_or_default();
        w.tn(
            "letters-digest-subject",
            &[("listing", first.into()), ("n", self.others_in_all().into()), ("community", (&house.name).into())],
        )
    }
    fn preview(&self, w: &Words, _: &House) -> String {
        match self.first() {
            Some(row) => w.t2("letters-digest-preview", "name", &row.author, "since", &row.since),
            None => String::new(),
        }
    }
    fn why(&self, w: &Words, house: &House) -> String {
        w.t1("letters-digest-why", "community", &house.name)
    }
    parts!(Digest, "digest/letter.mjml", "digest/letter.txt");
}

impl Digest {
    fn title(&self, frame: &Frame<'_>) -> String {
        let requests = self.rows.iter().filter(|row| row.is_request).count();
        if requests > 0 {
            frame.w.t2("letters-digest-title-requests", "name", first_name(&self.name), "n", requests)
        } else {
            frame.w.t1("letters-digest-title-offers", "name", first_name(&self.name))
        }
    }
    fn lead(&self, frame: &Frame<'_>) -> String {
        let n = self.rows.len() + self.more;
        frame.w.t2("letters-digest-lead", "n", n, "community", &frame.house.name)
    }
    fn first(&self) -> Option<&Row> {
        self.rows.first()
    }
    fn others(&self) -> &[Row] {
        self.rows.get(1..).unwrap_or_default()
    }
    fn others_in_all(&self) -> usize {
        self.others().len() + self.more
    }

    /// What the preview shows.
    pub fn sample(w: &Words, house: &House) -> Self {
        let now = super::sample_day();
        let row = |is_request, key: &str, author: &str, town: &str, days: i64| Row {
            is_request,
            title: w.t(key),
            author: author.to_owned(),
            town: town.to_owned(),
            since: w.ago(&(now - chrono::Duration::days(days)), &now),
            link: crate::paths::listing(&house.home, uuid::Uuid::from_u128(key.len() as u128).into()),
            goes_with: is_request.then(|| w.t("letters-sample-offer")).filter(|_| days == 3),
        };
        let rows = vec![
            row(true, "letters-sample-request", "Émile Perrin", "Corbigny", 3),
            row(true, "letters-sample-ride", "Guy Lefort", "Chaumot", 2),
            row(false, "letters-sample-offer", "Fatou Diallo", "", 1),
        ];
        Self { name: "Odile".to_owned(), rows, more: 4, all_link: crate::paths::listings(&house.home) }
    }
}

impl Row {
    fn label(&self, frame: &Frame<'_>) -> String {
        frame.w.t(if self.is_request { "letters-digest-request" } else { "letters-digest-offer" })
    }
    fn author_first_name(&self) -> &str {
        first_name(&self.author)
    }
    /// That it goes with a listing of the reader's.
    fn goes(&self, frame: &Frame<'_>) -> Option<String> {
        self.goes_with.as_ref().map(|title| frame.w.t1("letters-digest-goes-with", "title", title))
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
