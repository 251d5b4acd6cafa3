//! Replacing the asker's personal link.

use crate::{refusal::payload, visit::Desk};
use async_graphql::Result;
use sponsorship::personal_link;

payload! {
    /// What came of it.
    RenewPersonalLinkPayload {
        /// The token of the new link; the old one leads nowhere.
        token: String,
    }
}

pub(super) async fn run(desk: Desk<'_>) -> Result<RenewPersonalLinkPayload> {
    let done = personal_link::renew_personal_link(desk.db, desk.caller).await;
    desk.payload(done, |token| RenewPersonalLinkPayload { token: Some(token), refusal: None })
}
