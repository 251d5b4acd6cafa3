//! Anything by its id.

use crate::{
    ids::{self, Global},
    loaders,
    objects::{Listing, Member, Notification},
    visit::Desk,
};
use async_graphql::{Context, ID, Interface, Object, Result};
use kernel::{ListingId, MemberId, NotificationId};

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
