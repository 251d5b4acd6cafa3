//! A member stops being a host.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;

payload! {
    /// What came of it.
    LeaveRotaPayload {
        /// True.
        left: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<LeaveRotaPayload> {
    let done = sponsorship::leave_rota(desk.db, desk.caller).await;
    desk.payload(done, |()| LeaveRotaPayload { left: Some(true), refusal: None })
}
