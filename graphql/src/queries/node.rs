//! Anything by its id.

use crate::{
    ids::{self, Global},
    loaders,
    objects::{Community, ConversationDetail, Listing, Member, Notification, SponsorshipRequest},
    visit::Desk,
};
use async_graphql::{Context, ID, Interface, Object, Result};
use kernel::{CommunityId, ConversationId, ListingId, MemberId, NotificationId, PageRequest, SponsorshipId};

/// Whatever has an id and can be asked for by it alone.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Its id."))]
pub enum Node {
    /// A member.
    Member(Member),
    /// An offer or a request.
    Listing(Listing),
    /// Something the asker was told.
    Notification(Notification),
    /// A conversation of the asker's.
    Conversation(ConversationDetail),
    /// A request to the asker to vouch.
    Sponsorship(SponsorshipRequest),
    /// The community of the addressed host.
    Community(Community),
}

/// Anything by its id.
#[derive(Default)]
pub struct NodeQuery;

#[Object]
impl NodeQuery {
    /// What has this id, if the asker may know of it.
    async fn node(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Node>> {
        let noun = ids::open(&id).map(|(noun, _)| noun).unwrap_or_default();
        Ok(match noun.as_str() {
            ListingId::NOUN => loaders::listing(ctx, ListingId::asked(&id)).await?.map(Node::from),
            NotificationId::NOUN => notification(ctx, &id).await?.map(Node::from),
            ConversationId::NOUN => conversation(ctx, &id).await?.map(Node::from),
            SponsorshipId::NOUN => request(ctx, &id).await?.map(Node::from),
            CommunityId::NOUN => community(ctx, &id).await?.map(Node::from),
            // Nonsense is asked for like a member who does not exist: it is refused, or absent, like one.
            _ => loaders::member(ctx, MemberId::asked(&id)).await?.map(Node::from),
        })
    }
}

async fn notification(ctx: &Context<'_>, id: &ID) -> Result<Option<Notification>> {
    let desk = Desk::of(ctx)?;
    let found = notice::views::notification(desk.db, desk.caller, NotificationId::asked(id)).await;
    Ok(desk.value(found)?.map(Notification))
}

async fn conversation(ctx: &Context<'_>, id: &ID) -> Result<Option<ConversationDetail>> {
    let desk = Desk::of(ctx)?;
    let head_only = PageRequest::new(1, None);
    let found = conversation::views::conversation(desk.db, desk.caller, ConversationId::asked(id), &head_only).await;
    Ok(desk.value(found)?.map(ConversationDetail))
}

async fn request(ctx: &Context<'_>, id: &ID) -> Result<Option<SponsorshipRequest>> {
    let desk = Desk::of(ctx)?;
    let found = sponsorship::request(desk.db, desk.caller, SponsorshipId::asked(id)).await;
    Ok(desk.value(found)?.map(SponsorshipRequest))
}

/// Its own community is the only one a host knows.
async fn community(ctx: &Context<'_>, id: &ID) -> Result<Option<Community>> {
    let desk = Desk::of(ctx)?;
    let own = desk.caller.community;
    let face = if CommunityId::asked(id) == own { community::face(desk.db, own).await } else { Ok(None) };
    Ok(desk.value(face)?.map(Community))
}
