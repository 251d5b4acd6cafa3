use crate::{ConversationRow, limits};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, MemberId, Page, PageRequest, Timestamp};
use membership::CardColumns;
use uuid::Uuid;

struct Record {
    id: Uuid,
    listing_id: Uuid,
    listing_title: String,
    preview: String,
    last_is_mine: bool,
    unread: i32,
    last_message_at: Timestamp,
    other_id: Uuid,
    other_number: i32,
    other_name: String,
    other_town: String,
    other_standing: String,
    other_role: String,
    other_founder: bool,
    other_joined_at: Option<Timestamp>,
}

impl Record {
    fn row(self) -> Result<ConversationRow, DatabaseError> {
        let other = CardColumns {
            id: self.other_id,
            number: self.other_number,
            name: self.other_name,
            town: self.other_town,
            standing: self.other_standing,
            role: self.other_role,
            founder: self.other_founder,
            joined_at: self.other_joined_at,
        };
        Ok(ConversationRow {
            id: self.id.into(),
            listing: self.listing_id.into(),
            listing_title: self.listing_title,
            other: other.for_peers()?,
            preview: self.preview,
            last_is_mine: self.last_is_mine,
            unread: self.unread,
            last_message_at: self.last_message_at,
        })
    }
}

/// The latest first; `as_guest`: only those about their own request that was let through.
pub(crate) async fn page(
    tx: &mut CommunityTx,
    me: MemberId,
    as_guest: bool,
    page: &PageRequest,
) -> Result<Page<ConversationRow>, DatabaseError> {
    let community = tx.community().0;
    let records = sqlx::query_as!(
        Record,
        r#"select c.id, l.id as listing_id, l.title as listing_title, left(e.body, $6) as "preview!", e.author_id = $2 as "last_is_mine!",
               cm.unread, cm.last_message_at, m.id as other_id, m.number as other_number, m.name as other_name,
               m.town as other_town, m.standing as other_standing, m.role as other_role, m.founder as other_founder,
               m.joined_at as other_joined_at
           from conversation_member cm
           join conversation c on c.community_id = cm.community_id and c.id = cm.conversation_id
           join listing l on l.community_id = c.community_id and l.id = c.listing_id
           join member m on m.community_id = c.community_id
               and m.id = case when c.author_id = cm.member_id then c.starter_id else c.author_id end
           cross join lateral (
               select last.body, last.author_id from message last
               where last.community_id = cm.community_id and last.conversation_id = cm.conversation_id
               order by last.sent_at desc, last.id desc
               limit 1
           ) e
           where cm.community_id = $1 and cm.member_id = $2
             and (not $7 or (l.author_id = $2 and l.sent_at is not null))
             and (cm.last_message_at, cm.conversation_id) < (
                 coalesce($3::timestamptz, 'infinity'), coalesce($4::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')
             )
           order by cm.last_message_at desc, cm.conversation_id desc
           limit $5"#,
        community,
        me.0,
        page.after.map(|cursor| cursor.at),
        page.after.map(|cursor| cursor.id),
        page.limit(),
        limits::PREVIEW,
        as_guest,
    )
    .fetch_all(tx.conn())
    .await?;
    let rows = records.into_iter().map(Record::row).collect::<Result<Vec<_>, _>>()?;
    Ok(Page::cut(rows, page, |row| Cursor { at: row.last_message_at, id: row.id.0 }))
}

pub(crate) async fn unread(tx: &mut CommunityTx, me: MemberId) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    let sum = sqlx::query_scalar!(
        r#"select coalesce(sum(unread), 0) as "sum!" from conversation_member where community_id = $1 and member_id = $2 and unread > 0"#,
        community,
        me.0
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(sum)
}
