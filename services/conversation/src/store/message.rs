use crate::{MessageView, Sent, store::Pair};
use database::{CommunityTx, DatabaseError};
use kernel::{ConversationId, Cursor, MemberId, MessageId, Page, PageRequest, Timestamp};
use uuid::Uuid;

pub(crate) struct Known {
    pub conversation: ConversationId,
    pub author: MemberId,
    pub sent_at: Timestamp,
}

pub(crate) async fn find(tx: &mut CommunityTx, id: MessageId) -> Result<Option<Known>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select conversation_id, author_id, sent_at from message where community_id = $1 and id = $2",
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| Known {
        conversation: row.conversation_id.into(),
        author: row.author_id.into(),
        sent_at: row.sent_at,
    }))
}

/// False when the id is taken.
pub(crate) async fn insert(tx: &mut CommunityTx, pair: &Pair, sent: &Sent, body: &str) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let written = sqlx::query!(
        "insert into message (community_id, id, conversation_id, author_id, body, sent_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (community_id, id) do nothing",
        community,
        sent.message.0,
        sent.conversation.0,
        pair.me.0,
        body,
        sent.sent_at
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(written == 1)
}

struct Record {
    id: Uuid,
    conversation_id: Uuid,
    author_id: Uuid,
    body: String,
    sent_at: Timestamp,
}

impl Record {
    fn view(self, me: MemberId) -> MessageView {
        MessageView {
            id: self.id.into(),
            conversation: self.conversation_id.into(),
            author: self.author_id.into(),
            body: self.body,
            sent_at: self.sent_at,
            mine: self.author_id == me.0,
        }
    }
}

/// The newest first. The caller has shown that `me` takes part.
pub(crate) async fn page(
    tx: &mut CommunityTx,
    conversation: ConversationId,
    me: MemberId,
    page: &PageRequest,
) -> Result<Page<MessageView>, DatabaseError> {
    let community = tx.community().0;
    let records = sqlx::query_as!(
        Record,
        "select id, conversation_id, author_id, body, sent_at
         from message
         where community_id = $1 and conversation_id = $2
           and (sent_at, id) < (
               coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
           )
         order by sent_at desc, id desc
         limit $5",
        community,
        conversation.0,
        page.after.map(|cursor| cursor.at),
        page.after.map(|cursor| cursor.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    let views = records.into_iter().map(|record| record.view(me)).collect();
    Ok(Page::cut(views, page, |view: &MessageView| Cursor { at: view.sent_at, id: view.id.0 }))
}

pub(crate) async fn of_member(
    tx: &mut CommunityTx,
    id: MessageId,
    me: MemberId,
) -> Result<Option<MessageView>, DatabaseError> {
    let community = tx.community().0;
    let record = sqlx::query_as!(
        Record,
        "select e.id, e.conversation_id, e.author_id, e.body, e.sent_at
         from message e
         join conversation_member cm on cm.community_id = e.community_id and cm.conversation_id = e.conversation_id
         where e.community_id = $1 and e.id = $2 and cm.member_id = $3",
        community,
        id.0,
        me.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(record.map(|record| record.view(me)))
}
