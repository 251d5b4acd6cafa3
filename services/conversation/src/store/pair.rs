//! The two participants of a conversation and their counters.

use database::{CommunityTx, DatabaseError};
use exchange::ListingHead;
use kernel::{ConversationId, ListingId, MemberId, Timestamp};

/// A conversation under our lock, seen from the member who writes.
pub(crate) struct Pair {
    pub conversation: ConversationId,
    pub listing: ListingId,
    pub title: String,
    pub me: MemberId,
    pub other: MemberId,
    pub other_takes_part: bool,
    pub other_unread: i32,
    pub last_message_at: Option<Timestamp>,
}

impl Pair {
    /// A conversation that this transaction has just begun.
    pub fn begun(conversation: ConversationId, listing: ListingHead, me: MemberId) -> Self {
        Self {
            conversation,
            listing: listing.id,
            title: listing.title,
            me,
            other: listing.author,
            other_takes_part: true,
            other_unread: 0,
            last_message_at: None,
        }
    }
}

pub(crate) async fn about(
    tx: &mut CommunityTx,
    listing: ListingId,
    starter: MemberId,
) -> Result<Option<ConversationId>, DatabaseError> {
    let community = tx.community().0;
    let id = sqlx::query_scalar!(
        "select id from conversation where community_id = $1 and listing_id = $2 and starter_id = $3",
        community,
        listing.0,
        starter.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(Into::into))
}

/// False when the id is taken or the member has answered this listing before.
pub(crate) async fn begin(
    tx: &mut CommunityTx,
    id: ConversationId,
    listing: &ListingHead,
    starter: MemberId,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let begun = sqlx::query!(
        "with begun as (
             insert into conversation (community_id, id, listing_id, author_id, starter_id, created_at, last_message_at)
             values ($1, $2, $3, $4, $5, $6, $6)
             on conflict do nothing
             returning community_id, id
         )
         insert into conversation_member (community_id, conversation_id, member_id, last_message_at)
         select b.community_id, b.id, member_id, $6
         from begun b cross join unnest(array[least($4::uuid, $5), greatest($4, $5)]) as member_id",
        community,
        id.0,
        listing.id.0,
        listing.author.0,
        starter.0,
        now,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(begun == 2)
}

/// Locks both participants' rows, in id order; nothing when `me` is neither.
pub(crate) async fn hold(
    tx: &mut CommunityTx,
    conversation: ConversationId,
    me: MemberId,
) -> Result<Option<Pair>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query!(
        r#"select cm.member_id, cm.unread, cm.last_message_at, l.id as listing_id, l.title,
             may_converse(m.standing, m.id = l.author_id, l.sent_at) as "takes_part!"
         from conversation_member cm
         join member m on m.community_id = cm.community_id and m.id = cm.member_id
         join conversation c on c.community_id = cm.community_id and c.id = cm.conversation_id
         join listing l on l.community_id = c.community_id and l.id = c.listing_id
         where cm.community_id = $1 and cm.conversation_id = $2 and $3 in (c.author_id, c.starter_id)
         order by cm.member_id
         for no key update of cm"#,
        community,
        conversation.0,
        me.0
    )
    .fetch_all(tx.conn())
    .await?;
    let last_message_at = rows.iter().map(|row| row.last_message_at).max();
    let Some(other) = rows.into_iter().find(|row| row.member_id != me.0) else { return Ok(None) };
    Ok(Some(Pair {
        conversation,
        listing: other.listing_id.into(),
        title: other.title,
        me,
        other: other.member_id.into(),
        other_takes_part: other.takes_part,
        other_unread: other.unread,
        last_message_at,
    }))
}

/// Locks one participant's row; the moment of the last message.
pub(crate) async fn hold_own(
    tx: &mut CommunityTx,
    conversation: ConversationId,
    member: MemberId,
) -> Result<Option<Timestamp>, DatabaseError> {
    let community = tx.community().0;
    let last = sqlx::query_scalar!(
        "select last_message_at from conversation_member
         where community_id = $1 and conversation_id = $2 and member_id = $3
         for no key update",
        community,
        conversation.0,
        member.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(last)
}

/// One more unread message for the other side. Both rows are locked.
pub(crate) async fn count(tx: &mut CommunityTx, pair: &Pair, sent_at: Timestamp) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "with talk as (
             update conversation set last_message_at = $4 where community_id = $1 and id = $2
         )
         update conversation_member set last_message_at = $4, unread = unread + (member_id = $3)::int
         where community_id = $1 and conversation_id = $2",
        community,
        pair.conversation.0,
        pair.other.0,
        sent_at
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Read up to `read_at` or further; how many are unread after that. The row is locked, so that the count is the truth.
pub(crate) async fn read(
    tx: &mut CommunityTx,
    conversation: ConversationId,
    member: MemberId,
    read_at: Timestamp,
) -> Result<i32, DatabaseError> {
    let community = tx.community().0;
    let unread = sqlx::query_scalar!(
        "update conversation_member cm set read_at = greatest(cm.read_at, $4), unread = (
             select count(*) from message e
             where e.community_id = $1 and e.conversation_id = $2 and e.author_id <> $3 and e.sent_at > greatest(cm.read_at, $4)
         )
         where cm.community_id = $1 and cm.conversation_id = $2 and cm.member_id = $3
         returning cm.unread",
        community,
        conversation.0,
        member.0,
        read_at
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(unread)
}
