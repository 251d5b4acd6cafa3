use crate::{LetterMessage, MessageLetter};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, Timestamp};
use membership::{CardColumns, MemberCard};

pub(crate) struct About {
    pub sender: MemberCard,
    pub listing: ListingId,
    pub listing_title: String,
}

/// What the letter is about; nothing when its reader wishes no such letters or takes no part any more.
pub(crate) async fn about(tx: &mut CommunityTx, job: &MessageLetter) -> Result<Option<About>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select l.id as listing_id, l.title, s.id, s.number, s.name, s.town, s.standing, s.role, s.founder, s.joined_at
         from conversation_member cm
         join member m on m.community_id = cm.community_id and m.id = cm.member_id
         join conversation c on c.community_id = cm.community_id and c.id = cm.conversation_id
         join listing l on l.community_id = c.community_id and l.id = c.listing_id
         join member s on s.community_id = c.community_id and s.id in (c.author_id, c.starter_id) and s.id <> m.id
         where cm.community_id = $1 and cm.conversation_id = $2 and cm.member_id = $3
           and m.message_letters and may_converse(m.standing, m.id = l.author_id, l.sent_at)",
        community,
        job.conversation.0,
        job.member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let sender = CardColumns {
        id: row.id,
        number: row.number,
        name: row.name,
        town: row.town,
        standing: row.standing,
        role: row.role,
        founder: row.founder,
        joined_at: row.joined_at,
    };
    Ok(Some(About { sender: sender.for_peers()?, listing: row.listing_id.into(), listing_title: row.title }))
}

/// The other side's messages that were neither read nor told, oldest first.
pub(crate) async fn untold(
    tx: &mut CommunityTx,
    job: &MessageLetter,
    limit: i64,
) -> Result<Vec<LetterMessage>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        "select e.id, e.body, e.sent_at
         from conversation_member cm
         join message e on e.community_id = cm.community_id and e.conversation_id = cm.conversation_id
         where cm.community_id = $1 and cm.conversation_id = $2 and cm.member_id = $3
           and e.author_id <> $3 and e.sent_at > greatest(cm.read_at, cm.told_at, '-infinity')
         order by e.sent_at, e.id
         limit $4",
        community,
        job.conversation.0,
        job.member.0,
        limit
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(rows.into_iter().map(|row| LetterMessage { id: row.id.into(), body: row.body, sent_at: row.sent_at }).collect())
}

/// Told up to `up_to` or further.
pub(crate) async fn told(tx: &mut CommunityTx, job: &MessageLetter, up_to: Timestamp) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update conversation_member set told_at = greatest(told_at, $4)
         where community_id = $1 and conversation_id = $2 and member_id = $3",
        community,
        job.conversation.0,
        job.member.0,
        up_to
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
