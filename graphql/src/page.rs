//! Lists: a page of rows, and where the next page begins.

use crate::{limits, visit::Desk};
use async_graphql::{OutputType, Result, SimpleObject};
use kernel::{Cursor, Page, PageRequest, Refusal, Refuse};

/// Where a list goes on.
#[derive(Debug, Clone, SimpleObject)]
pub struct PageInfo {
    /// Whether there are more rows.
    has_next_page: bool,
    /// What to send as `after` to get them.
    end_cursor: Option<String>,
}

/// A page of rows. The `concrete` names come from the schema's types.
#[derive(Debug, SimpleObject)]
#[graphql(concrete(name = "MemberConnection", params(crate::objects::Member)))]
#[graphql(concrete(name = "NewcomerConnection", params(crate::objects::Newcomer)))]
#[graphql(concrete(name = "ListingConnection", params(crate::objects::Listing)))]
#[graphql(concrete(name = "ConversationConnection", params(crate::objects::Conversation)))]
#[graphql(concrete(name = "MessageConnection", params(crate::objects::Message)))]
#[graphql(concrete(name = "NotificationConnection", params(crate::objects::Notification)))]
#[graphql(concrete(name = "SponsorshipRequestConnection", params(crate::objects::SponsorshipRequest)))]
#[graphql(concrete(name = "GivenSponsorshipConnection", params(crate::objects::GivenSponsorship)))]
#[graphql(concrete(name = "InvitationConnection", params(crate::objects::Invitation)))]
#[graphql(concrete(name = "CommunityFiguresConnection", params(crate::objects::CommunityFigures)))]
#[graphql(concrete(name = "HostWishConnection", params(crate::objects::HostWish)))]
#[graphql(concrete(name = "BuriedJobConnection", params(crate::objects::BuriedJob)))]
#[graphql(concrete(name = "SentLetterConnection", params(crate::objects::SentLetter)))]
pub struct Connection<T: OutputType> {
    /// The rows.
    nodes: Vec<T>,
    /// Where the list goes on.
    page_info: PageInfo,
}

impl<T: OutputType> Connection<T> {
    /// The page with every row in its outer shape.
    pub(crate) fn of<R>(page: Page<R>, shape: impl FnMut(R) -> T) -> Self {
        let end_cursor = page.next.map(|next| next.encode());
        let page_info = PageInfo { has_next_page: end_cursor.is_some(), end_cursor };
        Self { nodes: page.items.into_iter().map(shape).collect(), page_info }
    }
}

/// The text is no cursor of ours.
#[derive(Debug, thiserror::Error)]
#[error("this is no place in a list")]
struct NoCursor;

impl Refuse for NoCursor {
    fn refusal(&self) -> Refusal {
        Refusal::of_field("CURSOR_INVALID", "after")
    }
}

impl Desk<'_> {
    /// The page that `first` and `after` ask for. The guard has looked at `first` already.
    pub(crate) fn page(&self, first: Option<i32>, after: Option<&str>) -> Result<PageRequest> {
        let first = first.map_or(limits::FIRST_BY_DEFAULT, |first| u32::try_from(first).unwrap_or(1));
        let after = match after {
            Some(text) => Some(self.value(Cursor::decode(text).ok_or(NoCursor))?),
            None => None,
        };
        Ok(PageRequest::new(first, after))
    }
}
