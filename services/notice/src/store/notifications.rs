//! Notifications.

use crate::{Tell, views::NotificationView};
use database::{CommunityTx, DatabaseError};
use kernel::{ConversationId, MemberId, NotificationId, PageRequest, Timestamp};
use uuid::Uuid;

/// False when the member was told of this meaning before.
pub(crate) async fn insert_notification(
    tx: &mut CommunityTx,
    id: NotificationId,
    tell: &Tell,
) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    // A title is shown, not kept: longer ones are cut.
    let subject: String = tell.subject.chars().take(200).collect();
    let written = sqlx::query!(
        "insert into notification
             (community_id, id, member_id, kind, actor_id, listing_id, conversation_id, sponsorship_id, subject, meaning, created_at, circle_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (community_id, member_id, meaning) do nothing",
        community,
        id.0,
        tell.member.0,
        tell.kind.as_str(),
        tell.actor.map(Uuid::from),
        tell.listing.map(Uuid::from),
        tell.conversation.map(Uuid::from),
        tell.sponsorship.map(Uuid::from),
        subject,
        tell.meaning,
        now,
        tell.group.map(Uuid::from),
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(written == 1)
}

struct Row {
    id: Uuid,
    kind: String,
    actor_id: Option<Uuid>,
    actor_name: Option<String>,
    listing_id: Option<Uuid>,
    conversation_id: Option<Uuid>,
    sponsorship_id: Option<Uuid>,
    circle_id: Option<Uuid>,
    subject: String,
    created_at: Timestamp,
    read_at: Option<Timestamp>,
}

impl Row {
    fn view(self) -> Result<NotificationView, DatabaseError> {
        Ok(NotificationView {
            id: self.id.into(),
            kind: self.kind.parse().map_err(DatabaseError::damaged)?,
            actor: self.actor_id.map(Into::into),
            actor_name: self.actor_name.unwrap_or_default(),
            listing: self.listing_id.map(Into::into),
            group: self.circle_id.map(Into::into),
            conversation: self.conversation_id.map(Into::into),
            sponsorship: self.sponsorship_id.map(Into::into),
            subject: self.subject,
            created_at: self.created_at,
            read_at: self.read_at,
        })
    }
}

pub(crate) async fn notifications(
    tx: &mut CommunityTx,
    member: MemberId,
    page: &PageRequest,
) -> Result<Vec<NotificationView>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select n.id, n.kind, n.actor_id, a.name as "actor_name?", n.listing_id, n.conversation_id, n.sponsorship_id,
               n.circle_id, n.subject, n.created_at, n.read_at
           from notification n
           left join member a on a.community_id = n.community_id and a.id = n.actor_id
           where n.community_id = $1 and n.member_id = $2
             and ($3::timestamptz is null or (n.created_at, n.id) < ($3, $4))
           order by n.created_at desc, n.id desc
           limit $5"#,
        community,
        member.0,
        page.after.map(|place| place.at),
        page.after.map(|place| place.id),
        page.limit(),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::view).collect()
}

pub(crate) async fn notification(
    tx: &mut CommunityTx,
    member: MemberId,
    id: NotificationId,
) -> Result<Option<NotificationView>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        Row,
        r#"select n.id, n.kind, n.actor_id, a.name as "actor_name?", n.listing_id, n.conversation_id, n.sponsorship_id,
               n.circle_id, n.subject, n.created_at, n.read_at
           from notification n
           left join member a on a.community_id = n.community_id and a.id = n.actor_id
           where n.community_id = $1 and n.member_id = $2 and n.id = $3"#,
        community,
        member.0,
        id.0,
    )
    .fetch_optional(tx.conn())
    .await?
    .map(Row::view)
    .transpose()
}

pub(crate) async fn unread(tx: &mut CommunityTx, member: MemberId) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    let count = sqlx::query_scalar!(
        r#"select count(*) as "count!" from notification where community_id = $1 and member_id = $2 and read_at is null"#,
        community,
        member.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(count)
}

/// All of the member's when `these` is absent.
pub(crate) async fn mark_read(
    tx: &mut CommunityTx,
    member: MemberId,
    these: Option<&[Uuid]>,
) -> Result<u64, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let marked = sqlx::query!(
        "update notification set read_at = $4
         where community_id = $1 and member_id = $2 and read_at is null and ($3::uuid[] is null or id = any($3))",
        community,
        member.0,
        these,
        now,
    )
    .execute(tx.conn())
    .await?
    .rows_affected();
    Ok(marked)
}

/// What the member was told of this conversation.
pub(crate) async fn mark_conversation_read(
    tx: &mut CommunityTx,
    member: MemberId,
    conversation: ConversationId,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update notification set read_at = $4
         where community_id = $1 and member_id = $2 and conversation_id = $3 and read_at is null",
        community,
        member.0,
        conversation.0,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
