//! Lists: a page of rows, and where the next page begins.

use crate::{limits, visit::Desk};
use async_graphql::{OutputType, Result, SimpleObject};
use kernel::{Cursor, Page, PageRequest, Refusal, Refuse};
use std::sync::Arc;

/// Where a list goes on.
#[derive(Debug, Clone, SimpleObject)]
pub struct PageInfo {
    /// Whether there are more rows.
    has_next_page: bool,
    /// What to send as `after` to get them.
    end_cursor: Option<String>,
}

/// A row and its place in the list.
#[derive(Debug, SimpleObject)]
#[graphql(concrete(name = "MemberEdge", params(crate::objects::Member)))]
#[graphql(concrete(name = "NewcomerEdge", params(crate::objects::Newcomer)))]
#[graphql(concrete(name = "ListingEdge", params(crate::objects::Listing)))]
#[graphql(concrete(name = "BulletinEdge", params(crate::objects::Bulletin)))]
#[graphql(concrete(name = "GroupEdge", params(crate::objects::Group)))]
#[graphql(concrete(name = "GroupMemberEdge", params(crate::objects::GroupMember)))]
#[graphql(concrete(name = "ComerEdge", params(crate::objects::Comer)))]
#[graphql(concrete(name = "GuestOutingEdge", params(crate::objects::GuestOuting)))]
#[graphql(concrete(name = "RequestToCheckEdge", params(crate::objects::RequestToCheck)))]
#[graphql(concrete(name = "UnansweredRequestEdge", params(crate::objects::UnansweredRequest)))]
#[graphql(concrete(name = "MatchEdge", params(crate::objects::Match)))]
#[graphql(concrete(name = "ConversationEdge", params(crate::objects::Conversation)))]
#[graphql(concrete(name = "MessageEdge", params(crate::objects::Message)))]
#[graphql(concrete(name = "NotificationEdge", params(crate::objects::Notification)))]
#[graphql(concrete(name = "SponsorshipRequestEdge", params(crate::objects::SponsorshipRequest)))]
#[graphql(concrete(name = "GivenSponsorshipEdge", params(crate::objects::GivenSponsorship)))]
#[graphql(concrete(name = "InvitationEdge", params(crate::objects::Invitation)))]
#[graphql(concrete(name = "CommunityFiguresEdge", params(crate::objects::CommunityFigures)))]
#[graphql(concrete(name = "HostWishEdge", params(crate::objects::HostWish)))]
#[graphql(concrete(name = "BuriedJobEdge", params(crate::objects::BuriedJob)))]
#[graphql(concrete(name = "SentLetterEdge", params(crate::objects::SentLetter)))]
#[graphql(concrete(name = "JournalEdge", params(crate::objects::JournalEntry)))]
#[graphql(concrete(name = "PolicyChangeEdge", params(crate::objects::PolicyChange)))]
#[graphql(concrete(name = "ReviewEdge", params(crate::objects::Review)))]
pub struct Edge<T: OutputType> {
    /// What to send as `after` to go on behind this row.
    cursor: String,
    /// The row.
    node: Arc<T>,
}

/// A page of rows, after the connections of Relay. The `concrete` names come from the schema's types.
#[derive(Debug, SimpleObject)]
#[graphql(concrete(name = "MemberConnection", params(crate::objects::Member)))]
#[graphql(concrete(name = "NewcomerConnection", params(crate::objects::Newcomer)))]
#[graphql(concrete(name = "ListingConnection", params(crate::objects::Listing)))]
#[graphql(concrete(name = "BulletinConnection", params(crate::objects::Bulletin)))]
#[graphql(concrete(name = "GroupConnection", params(crate::objects::Group)))]
#[graphql(concrete(name = "GroupMemberConnection", params(crate::objects::GroupMember)))]
#[graphql(concrete(name = "ComerConnection", params(crate::objects::Comer)))]
#[graphql(concrete(name = "GuestOutingConnection", params(crate::objects::GuestOuting)))]
#[graphql(concrete(name = "RequestToCheckConnection", params(crate::objects::RequestToCheck)))]
#[graphql(concrete(name = "UnansweredRequestConnection", params(crate::objects::UnansweredRequest)))]
#[graphql(concrete(name = "MatchConnection", params(crate::objects::Match)))]
#[graphql(concrete(name = "ConversationConnection", params(crate::objects::Conversation)))]
#[graphql(concrete(name = "MessageConnection", params(crate::objects::Message)))]
#[graphql(concrete(name = "NotificationConnection", params(crate::objects::Notification)))]
#[graphql(concrete(name = "SponsorshipRequestConnection", params(crate::objects::SponsorshipRequest)))]
#[graphql(concrete(name = "GivenSponsorshipConnection", params(crate::objects::GivenSponsorship)))]
#[graphql(concrete(name = "InvitationConnection", params(crate::objects::Invitation)))]
#[graphql(concrete(name = "CommunityFiguresConnection", params(crate::objects::CommunityFigures)))]
#[graphql(concrete(name = "HostWishConnection", params(crate::objects::HostWish)))]
#[graphql(concrete(name = "JournalConnection", params(crate::objects::JournalEntry)))]
#[graphql(concrete(name = "PolicyChangeConnection", params(crate::objects::PolicyChange)))]
#[graphql(concrete(name = "ReviewConnection", params(crate::objects::Review)))]
#[graphql(concrete(name = "BuriedJobConnection", params(crate::objects::BuriedJob)))]
#[graphql(concrete(name = "SentLetterConnection", params(crate::objects::SentLetter)))]
pub struct Connection<T: OutputType>
where
    Edge<T>: OutputType,
{
    /// The rows, each with its place.
    edges: Vec<Edge<T>>,
    /// The rows alone.
    nodes: Vec<Arc<T>>,
    /// Where the list goes on.
    page_info: PageInfo,
}

impl<T: OutputType> Connection<T>
where
    Edge<T>: OutputType,
{
    /// The page with every row in its outer shape.
    pub(crate) fn of<R>(page: Page<R>, mut shape: impl FnMut(R) -> T) -> Self {
        let end_cursor = page.next.map(|next| next.encode());
        let page_info = PageInfo { has_next_page: end_cursor.is_some(), end_cursor };
        let edge = |(place, row): (Cursor, R)| Edge { cursor: place.encode(), node: Arc::new(shape(row)) };
        let edges: Vec<Edge<T>> = page.placed().map(edge).collect();
        Self { nodes: edges.iter().map(|edge| Arc::clone(&edge.node)).collect(), edges, page_info }
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
