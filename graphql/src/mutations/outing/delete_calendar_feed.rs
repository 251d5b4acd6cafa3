//! No address for calendar programs any more.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;

payload! {
    /// What came of it.
    DeleteCalendarFeedPayload {
        /// True.
        deleted: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>) -> Result<DeleteCalendarFeedPayload> {
    let done = exchange::calendar::delete_feed(desk.db, desk.caller).await;
    desk.payload(done, |()| DeleteCalendarFeedPayload { deleted: Some(true), refusal: None })
}
