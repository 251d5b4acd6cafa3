//! An operator lets the letters of a community go on that waited.

use crate::{MembershipError, jobs::ComplaintsNews, jobs::TellComplaints, limits, store};
use community::text;
use database::{Db, audit::Entry};
use kernel::{Act, Caller, CommunityId, MemberId};
use serde_json::json;

/// An operator lets a community's letters go on. What waits leaves, unless it is too old by now; what was sent before counts no more.
///
/// # Errors
/// `Forbidden`; `NotFound` when its letters do not wait; `Text` without a reason.
pub async fn let_go(db: &Db, caller: &Caller, community: CommunityId, reason: &str) -> Result<(), MembershipError> {
    caller.must(Act::Operate)?;
    let reason = text::needed_block("reason", reason, limits::REASON)?;
    let mut tx = db.begin(community).await?;
    if !store::complaints::let_go(&mut tx, &reason).await? {
        return Err(MembershipError::NotFound);
    }
    tx.enqueue(&TellComplaints { news: ComplaintsNews::LetGo }).await?;
    let operator: Option<MemberId> = caller.me().map(|me| me.member);
    let detail = json!({ "operator": operator, "reason": reason });
    tx.record(Entry { actor: None, subject: None, act: "letters_let_go", detail });
    Ok(tx.commit().await?)
}
