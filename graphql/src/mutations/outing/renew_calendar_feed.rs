//! A new address for calendar programs.

use crate::{objects::CalendarFeed, refusal::payload, visit::Desk};
use async_graphql::Result;

payload! {
    /// What came of it.
    RenewCalendarFeedPayload {
        /// The address that holds now.
        feed: CalendarFeed,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>) -> Result<RenewCalendarFeedPayload> {
    let done = exchange::calendar::renew_feed(desk.db, desk.caller).await;
    desk.payload(done, |address| RenewCalendarFeedPayload { feed: Some(address.into()), refusal: None })
}
