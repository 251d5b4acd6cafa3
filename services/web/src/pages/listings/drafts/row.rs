//! A draft in the list of one's own listings.

use crate::pages::listings::wording;
use crate::preview::Preview;
use exchange::kept_draft::Behalf;
use exchange::{Direction, Draft, KeptDraft, Kind, Settlement};
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
    pub offers: bool,
    /// Whether it is an offer or a request, in words.
    pub direction: String,
    /// When it was kept last, in words.
    pub ago: String,
    /// Until when it is there, in words.
    pub until: String,
}

impl Row {
    pub(crate) fn of(kept: &KeptDraft, words: Words, now: &Timestamp) -> Self {
        let title = kept.draft.title.as_str();
        let direction = kept.draft.direction.unwrap_or(Direction::Offer);
        Self {
            href: format!("/listings/drafts/{}", kept.id),
            title: if title.is_empty() { words.t("listing-draft-untitled") } else { title.to_owned() },
            offers: direction == Direction::Offer,
            direction: wording::direction(direction, words),
            ago: words.t1("listing-draft-kept-ago", "ago", words.ago(&kept.kept_at, now)),
            until: words.t1("listing-draft-there-until", "day", words.date(&kept.goes_at())),
        }
    }
}

/// Two drafts, one far on and one hardly begun.
pub(crate) fn samples(preview: &Preview) -> Vec<KeptDraft> {
    let kept = |id: u128, days: i64, draft: Draft| {
        let kept_at = preview.now - chrono::Duration::days(days);
        let behalf = Behalf::default();
        KeptDraft { id: Uuid::from_u128(0xd7af + id).into(), draft, behalf, begun_at: kept_at, kept_at }
    };
    let far = Draft {
        direction: Some(Direction::Request),
        kind: Some(Kind::Service),
        settlements: vec![Settlement::Gift],
        title: preview.words.t("listing-sample-2"),
        body: preview.words.t("listing-sample-2-text"),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    };
    let hardly = Draft { direction: Some(Direction::Offer), town: "Corbigny".to_owned(), ..Draft::default() };
    vec![kept(1, 1, far), kept(2, 9, hardly)]
}
