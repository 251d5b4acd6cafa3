//! Letters that left.

use crate::letter::SentLetter;
use database::{CommunityTx, DatabaseError};

/// Keeps one line; a relay's long speech is cut.
pub(crate) async fn record_letter(tx: &mut CommunityTx, letter: &SentLetter) -> Result<(), DatabaseError> {
    let (community, id, now) = (tx.community().0, tx.entropy().id(), tx.now());
    sqlx::query!(
        "insert into letter (community_id, id, member_id, recipient, kind, message_id, outcome, answer, at)
         values ($1, $2, $3, $4, $5, $6, $7, left($8, 300), $9)",
        community,
        id,
        letter.member.map(|member| member.0),
        letter.recipient.as_str(),
        letter.kind,
        letter.message_id,
        letter.fate.as_str(),
        letter.fate.answer(),
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
