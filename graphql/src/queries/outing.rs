//! Outings.

use crate::{
    objects::{CalendarFeed, CalendarOuting, GuestOuting},
    page::Connection,
    visit::Desk,
};
use async_graphql::{Context, Object, Result};
use exchange::{calendar, outing};

/// What can be asked about them.
#[derive(Default)]
pub struct OutingQuery;

#[Object]
impl OutingQuery {
    /// The outings the asker goes to or waits for, and their own, the next first: those to come, and for a month those that were; at most 200.
    async fn my_outings(&self, ctx: &Context<'_>) -> Result<Vec<CalendarOuting>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(calendar::my_outings(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(CalendarOuting).collect())
    }

    /// Where calendar programs read them, if the asker has made an address.
    async fn calendar_feed(&self, ctx: &Context<'_>) -> Result<Option<CalendarFeed>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(calendar::feed_address(desk.db, desk.caller).await)?;
        Ok(found.map(CalendarFeed::from))
    }

    /// The outings that are open to the asker, while they wait to come in, the next first; where the community grants it (`guestRights`).
    async fn open_outings(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<GuestOuting>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let found = desk.value(outing::open_outings(desk.db, desk.caller, &page).await)?;
        Ok(Connection::of(found.page, GuestOuting))
    }
}
