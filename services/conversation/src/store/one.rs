use crate::{ConversationView, MessageView};
use database::{CommunityTx, DatabaseError};
use exchange::{Direction, State};
use kernel::{ConversationId, ListingId, MemberId, Page};
use membership::{CardColumns, MemberCard};

/// A conversation without its messages.
pub(crate) struct Head {
    id: ConversationId,
    listing: ListingId,
    listing_title: String,
    listing_direction: Direction,
    listing_state: State,
    listing_is_mine: bool,
    other: MemberCard,
    may_write: bool,
    unread: i32,
}

impl Head {
    pub fn with(self, messages: Page<MessageView>) -> ConversationView {
        ConversationView {
            id: self.id,
            listing: self.listing,
            listing_title: self.listing_title,
            listing_direction: self.listing_direction,
            listing_state: self.listing_state,
            listing_is_mine: self.listing_is_mine,
            may_write: self.may_write,
            other: self.other,
            unread: self.unread,
            messages,
        }
    }
}

/// Nothing when `me` takes no part in it.
pub(crate) async fn head(
    tx: &mut CommunityTx,
    id: ConversationId,
    me: MemberId,
) -> Result<Option<Head>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select l.id as listing_id, l.title as listing_title, l.direction, l.state, l.author_id = $3 as "listing_is_mine!", cm.unread,
               may_converse(m.standing, m.id = l.author_id, l.sent_at) as "may_write!",
               m.id, m.number, m.name, m.town, m.standing, m.role, m.founder, m.joined_at
           from conversation_member cm
           join conversation c on c.community_id = cm.community_id and c.id = cm.conversation_id
           join listing l on l.community_id = c.community_id and l.id = c.listing_id
           join member m on m.community_id = c.community_id
               and m.id = case when c.author_id = cm.member_id then c.starter_id else c.author_id end
           where cm.community_id = $1 and cm.conversation_id = $2 and cm.member_id = $3"#,
        community,
        id.0,
        me.0
    )
    .fetch_optional(tx.conn())
    .await?;
    let Some(row) = row else { return Ok(None) };
    let other = CardColumns {
        id: row.id,
        number: row.number,
        name: row.name,
        town: row.town,
        standing: row.standing,
        role: row.role,
        founder: row.founder,
        joined_at: row.joined_at,
    };
    Ok(Some(Head {
        id,
        listing: row.listing_id.into(),
        listing_title: row.listing_title,
        listing_direction: row.direction.parse().map_err(DatabaseError::damaged)?,
        listing_state: row.state.parse().map_err(DatabaseError::damaged)?,
        listing_is_mine: row.listing_is_mine,
        other: other.for_peers()?,
        may_write: row.may_write,
        unread: row.unread,
    }))
}
