//! Official information.

use crate::{ids::Global as _, objects::Bulletin, page::Connection, visit::Desk};
use async_graphql::{Context, ID, Object, Result};
use community::bulletin;
use kernel::BulletinId;

/// What can be asked about bulletins.
#[derive(Default)]
pub struct BulletinQuery;

#[Object]
impl BulletinQuery {
    /// Official information, the newest first; for whoever waits as well, where the community grants it (`guestRights`).
    async fn bulletins(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Bulletin>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(bulletin::bulletins(desk.db, desk.caller, &page).await)?;
        Ok(Connection::of(page, Bulletin))
    }

    /// One bulletin.
    async fn bulletin(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Bulletin>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(bulletin::bulletin(desk.db, desk.caller, BulletinId::asked(&id)).await)?;
        Ok(found.map(Bulletin))
    }
}
