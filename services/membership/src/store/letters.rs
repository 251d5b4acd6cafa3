//! Which letters somebody wants.

use crate::{letters::ChooseLetters, stop::LetterKind};
use database::{CommunityTx, DatabaseError};
use kernel::MemberId;

pub(crate) async fn choose(
    tx: &mut CommunityTx,
    member: MemberId,
    wanted: &ChooseLetters,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update member set digest = case when $3 then 'weekly' else 'never' end, digest_hour = $4, message_letters = $5,
             sponsorship_letters = $6, listing_letters = $7, search_letters = $8, urgent_letters = $9
         where community_id = $1 and id = $2",
        community,
        member.0,
        wanted.digest,
        wanted.digest_hour,
        wanted.message_letters,
        wanted.sponsorship_letters,
        wanted.listing_letters,
        wanted.search_letters,
        wanted.urgent_letters,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// False when there is no such member.
pub(crate) async fn stop(tx: &mut CommunityTx, member: MemberId, kind: LetterKind) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "update member set digest = case when $3 = 'digest' then 'never' else digest end,
             message_letters = message_letters and $3 <> 'messages',
             sponsorship_letters = sponsorship_letters and $3 <> 'sponsorship',
             listing_letters = listing_letters and $3 <> 'listings',
             search_letters = search_letters and $3 <> 'searches',
             urgent_letters = urgent_letters and $3 <> 'urgent'
         where community_id = $1 and id = $2",
        community,
        member.0,
        kind.as_str()
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}
