//! A draft in the list of one's own listings.

use crate::pages::listings::wording;
use crate::preview::Preview;
use exchange::saved_draft::Behalf;
use exchange::{Direction, Draft, Kind, SavedDraft, Settlement};
use kernel::Timestamp;
use phrases::Words;
use uuid::Uuid;

/// A draft as the list shows it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// Where it is taken up again; below it, deleted.
    pub href: String,
    /// Its title, or that it has none yet.
    pub title: String,
    /// Whether it has one.
    pub named: bool,
    pub offers: bool,
    /// Whether it is an offer or a request, in words.
    pub direction: String,
    /// When it was kept last, in words.
    pub ago: String,
    /// Until when it is there, in words.
    pub until: String,
    /// Who sees it, and until when it is there, in a sentence.
    pub stays: String,
}

impl Row {
    pub(crate) fn of(kept: &SavedDraft, words: Words, now: &Timestamp) -> Self {
        let title = kept.draft.title.as_str();
        let direction = kept.direction;
        Self {
            href: format!("/listings/drafts/{}", kept.id),
            named: !title.is_empty(),
            title: if title.is_empty() { words.t("listing-draft-untitled") } else { title.to_owned() },
            offers: direction == Direction::Offer,
            direction: wording::direction(direction, words),
            ago: words.t1("listing-draft-kept-ago", "ago", words.ago(&kept.kept_at, now)),
            stays: words.t1("listing-draft-until", "day", words.date(&kept.goes_at())),
            until: words.t1("listing-draft-there-until", "day", words.date(&kept.goes_at())),
        }
    }
}

/// Two drafts, one far on and one hardly begun.
pub(crate) fn samples(preview: &Preview) -> Vec<SavedDraft> {
    let kept = |id: u128, days: i64, direction: Direction, draft: Draft| {
        let draft = Draft { direction: Some(direction), ..draft };
        let kept_at = preview.now - chrono::Duration::days(days);
        let behalf = Behalf::default();
        SavedDraft { id: Uuid::from_u128(0xd7af + id).into(), direction, draft, behalf, begun_at: kept_at, kept_at }
    };
    let far = Draft {
        kind: Some(Kind::Service),
        settlements: vec![Settlement::Gift],
        title: preview.words.t("listing-sample-2"),
        body: preview.words.t("listing-sample-2-text"),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    };
    let hardly = Draft { town: "Corbigny".to_owned(), ..Draft::default() };
    vec![kept(1, 1, Direction::Request, far), kept(2, 9, Direction::Offer, hardly)]
}
