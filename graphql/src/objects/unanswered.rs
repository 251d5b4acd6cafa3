//! Requests that nobody has answered.

use super::{Listing, Member};
use crate::ids::Global as _;
use async_graphql::{ID, Object};
use exchange::views::unanswered::{SuggestedHelper, UnansweredRequest as Unanswered};

/// A request to which nobody has written for two days.
pub struct UnansweredRequest(pub(crate) Unanswered);

#[Object]
impl UnansweredRequest {
    /// The request.
    async fn listing(&self) -> Listing {
        Listing(self.0.request.clone())
    }
    /// Who offers what it asks for, the best match first; at most three.
    async fn helpers(&self) -> Vec<SuggestedHelperOf> {
        self.0.helpers.iter().cloned().map(SuggestedHelperOf).collect()
    }
}

/// Somebody who may be able to help.
pub struct SuggestedHelperOf(SuggestedHelper);

#[Object(name = "SuggestedHelper")]
impl SuggestedHelperOf {
    /// Who.
    async fn member(&self) -> Member {
        Member(self.0.member.clone())
    }
    /// What they offer.
    async fn offer_id(&self) -> ID {
        self.0.offer.global()
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }
}
