//! The asker has read notifications.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::NotificationId;
use notice::MarkRead;

/// Which were read.
#[derive(InputObject)]
pub struct MarkNotificationsReadInput {
    /// These, at most 100; all of them when absent.
    ids: Option<Vec<ID>>,
}

payload! {
    /// What came of it.
    MarkNotificationsReadPayload {
        /// How many were unread before.
        marked: u64,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: MarkNotificationsReadInput) -> Result<MarkNotificationsReadPayload> {
    let which = match input.ids {
        Some(ids) => MarkRead::These(ids.iter().map(NotificationId::asked).collect()),
        None => MarkRead::All,
    };
    let done = notice::mark_read(desk.db, desk.caller, which).await;
    desk.payload(done, |marked| MarkNotificationsReadPayload { marked: Some(marked), refusal: None })
}
