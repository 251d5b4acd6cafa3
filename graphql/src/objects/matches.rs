//! Offers and requests that go together.

use super::Listing;
use crate::ids::Global as _;
use async_graphql::{Enum, ID, Object, SimpleObject};
use exchange::MatchView;
use exchange::matching::Reason;
use kernel::Timestamp;

/// Somebody else's listing that goes with one of the asker's.
pub struct Match(pub(crate) MatchView);

#[Object]
impl Match {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// The asker's listing.
    async fn mine_id(&self) -> ID {
        self.0.mine.global()
    }
    /// Its title.
    async fn mine_title(&self) -> &str {
        &self.0.mine_title
    }
    /// The other one.
    async fn listing(&self) -> Listing {
        Listing(self.0.theirs.clone())
    }
    /// How well they go together, from 0 to 1.
    async fn score(&self) -> f64 {
        self.0.score
    }
    /// Why, the weightiest first.
    async fn reasons(&self) -> Vec<MatchReason> {
        self.0.reasons.iter().map(MatchReason::of).collect()
    }
    /// When it was found.
    async fn found_at(&self) -> Timestamp {
        self.0.found_at
    }
}

/// Something that speaks for a match.
#[derive(SimpleObject)]
pub struct MatchReason {
    /// What it is.
    kind: MatchReasonKind,
    /// What both are about, in the words of the asker's own listing; with `WORDS` only.
    words: Vec<String>,
    /// How near, in whole kilometres; with `NEAR` only.
    kilometres: Option<u32>,
}

/// What speaks for a match.
#[derive(Enum, Clone, Copy, PartialEq, Eq)]
pub enum MatchReasonKind {
    /// Both are about the same.
    Words,
    /// Both stand in the same category.
    Category,
    /// It is near.
    Near,
    /// It is in the same town.
    SameTown,
    /// Both can at the same time.
    Available,
    /// Somebody vouched for both authors.
    CommonSponsor,
    /// The ties between the authors are good.
    Trusted,
    /// It is new.
    Fresh,
}

impl MatchReason {
    fn of(reason: &Reason) -> Self {
        let kind = match reason {
            Reason::Words(_) => MatchReasonKind::Words,
            Reason::Category => MatchReasonKind::Category,
            Reason::Near(_) => MatchReasonKind::Near,
            Reason::SameTown => MatchReasonKind::SameTown,
            Reason::Available => MatchReasonKind::Available,
            Reason::CommonSponsor => MatchReasonKind::CommonSponsor,
            Reason::Trusted => MatchReasonKind::Trusted,
            Reason::Fresh => MatchReasonKind::Fresh,
        };
        let words = if let Reason::Words(words) = reason { words.clone() } else { Vec::new() };
        let kilometres = if let Reason::Near(kilometres) = reason { Some(*kilometres) } else { None };
        Self { kind, words, kilometres }
    }
}
