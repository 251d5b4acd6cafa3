//! What a person leaves behind when they go, for the nouns that keep it: each tidies up its own, in a job, because none of
//! them is known here.

use crate::jobs::MemberGone;
use database::{CommunityTx, DatabaseError};
use kernel::MemberId;

/// Writes the job. It holds the moment: whoever comes back before it is done keeps what they began since.
pub(crate) async fn tell_nouns(tx: &mut CommunityTx, member: MemberId) -> Result<(), DatabaseError> {
    let gone_at = tx.now();
    tx.enqueue(&MemberGone { member, gone_at }).await
}
