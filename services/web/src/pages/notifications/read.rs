//! `POST /notifications/read`: the lines that were on the page are known now.

use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::NotificationId;
use notice::MarkRead;
use poem::{Response, handler};

#[handler]
pub(super) async fn read(visit: Visit, form: Form) -> Result<Response, No> {
    // Only what was on the page: something that arrives at this moment stays new.
    let these: Vec<NotificationId> = form.all("id").into_iter().filter_map(|id| id.parse().ok()).collect();
    notice::mark_read(&visit.db, &visit.caller, MarkRead::These(these)).await?;
    Ok(see_and_say("/notifications", "notifications-read-done"))
}
