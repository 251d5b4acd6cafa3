use database::{CommunityTx, DatabaseError};
use kernel::{ConversationId, MemberId};

/// Whether the conversation is about a request that the member sent to the team while they wait: nobody could answer it before the
/// team had let it through, and what was begun then goes on wherever the request stands.
pub(crate) async fn is_asked(
    tx: &mut CommunityTx,
    conversation: ConversationId,
    me: MemberId,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
             select 1 from conversation c
             join listing l on l.community_id = c.community_id and l.id = c.listing_id
             where c.community_id = $1 and c.id = $2 and c.author_id = $3 and l.author_id = $3 and l.sent_at is not null
         ) as "is!""#,
        community,
        conversation.0,
        me.0
    )
    .fetch_one(tx.conn())
    .await?)
}
