//! Somebody's listing beside the reader's own, with why they go together.

use crate::pages::listings::Card;
use exchange::matching::Reason;
use exchange::{Direction, MatchView};
use kernel::Timestamp;
use phrases::Words;

/// A row; the template prints it as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    pub card: Card,
    /// `Because you offer “…” (sewing, hems).`
    pub because: String,
    /// Whatever else speaks for it, a sentence each.
    pub reasons: Vec<String>,
    /// Where "not interested" is sent.
    pub dismiss: String,
}

impl Pair {
    pub(crate) fn all(views: &[MatchView], words: Words, now: &Timestamp) -> Vec<Self> {
        views.iter().map(|view| Self::of(view, words, now)).collect()
    }

    fn of(view: &MatchView, words: Words, now: &Timestamp) -> Self {
        Self {
            card: Card::of(&view.theirs, words, now),
            because: because(view, words),
            reasons: view.reasons.iter().filter_map(|reason| said(reason, words)).collect(),
            dismiss: format!("/matches/{}/dismiss", view.id),
        }
    }
}

/// What they have in common is told by the reader's own listing: theirs is an offer, so the reader's is a request.
fn because(view: &MatchView, words: Words) -> String {
    let met = view.reasons.iter().find_map(|reason| match reason {
        Reason::Words(met) if !met.is_empty() => Some(met.join(", ")),
        _ => None,
    });
    let (plain, in_words) = match view.theirs.direction {
        Direction::Offer => ("matches-because-asked", "matches-because-asked-words"),
        Direction::Request => ("matches-because-offered", "matches-because-offered-words"),
    };
    match met {
        Some(met) => words.t2(in_words, "title", view.mine_title.as_str(), "words", met),
        None => words.t1(plain, "title", view.mine_title.as_str()),
    }
}

fn said(reason: &Reason, words: Words) -> Option<String> {
    Some(match reason {
        Reason::Words(_) => return None,
        Reason::Category => words.t("matches-same-category"),
        Reason::Near(kilometres) => words.t1("matches-near", "km", *kilometres),
        Reason::SameTown => words.t("matches-same-town"),
        Reason::Available => words.t("matches-same-time"),
        Reason::CommonSponsor => words.t("matches-common-sponsor"),
        Reason::Trusted => words.t("matches-trusted"),
        Reason::Fresh => words.t("matches-fresh"),
    })
}
