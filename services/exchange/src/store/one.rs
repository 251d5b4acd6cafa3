use super::{group, list::ListRecord};
use crate::{Direction, ListingHead, ListingView, State, limits};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, Timestamp};
use membership::{CardColumns, MemberCard};
use uuid::Uuid;

/// The listing with nothing allowed yet; only where it is shown: its author is inside, or waits and the team let it through.
pub(crate) async fn view(tx: &mut CommunityTx, id: ListingId) -> Result<Option<ListingView>, DatabaseError> {
    let Some(found) = record(tx, id).await? else { return Ok(None) };
    let OneRecord { row, body, edited_at, closed_at, close_reason, urgent_at, urgent_reason, thanks, helped_by } =
        found;
    let Some(row) = group::named(tx, vec![row]).await?.pop() else { return Ok(None) };
    let helped_by = match helped_by {
        Some(helper) => helper_card(tx, helper).await?,
        None => None,
    };
    Ok(Some(ListingView {
        body,
        outing: None,
        edited_at,
        closed_at,
        close_reason,
        urgent_at,
        urgent_reason,
        helped_by,
        thanks,
        row,
        photos: Vec::new(),
        mine: false,
        may_renew: false,
        may_close: false,
        may_answer: false,
        answerable_at: None,
        may_moderate: false,
        may_pass_on: false,
        may_take_urgency_off: false,
    }))
}

struct OneRecord {
    row: ListRecord,
    body: String,
    edited_at: Option<Timestamp>,
    closed_at: Option<Timestamp>,
    close_reason: String,
    urgent_at: Option<Timestamp>,
    urgent_reason: String,
    thanks: String,
    helped_by: Option<Uuid>,
}

async fn record(tx: &mut CommunityTx, id: ListingId) -> Result<Option<OneRecord>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query!(
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $3) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, l.body, l.edited_at, l.closed_at, l.close_reason, l.thanks, l.helped_by,
               l.urgent_at, l.urgent_reason,
               m.id as author_id, m.number as author_number, m.name as author_name, m.town as author_town,
               m.standing as author_standing, m.role as author_role, m.founder as author_founder, m.joined_at as author_joined_at
           from listing l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           where l.community_id = $1 and l.id = $2 and listing_is_shown(l.state, m.standing, l.let_through_at)"#,
        community,
        id.0,
        limits::EXCERPT,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(|found| OneRecord {
        row: ListRecord {
            id: found.id,
            direction: found.direction,
            kind: found.kind,
            settlements: found.settlements,
            title: found.title,
            excerpt: found.excerpt,
            category: found.category,
            town: found.town,
            place: found.place,
            state: found.state,
            language: found.language,
            created_at: found.created_at,
            expires_at: found.expires_at,
            audience: found.audience,
            urgent_until: found.urgent_until,
            reserved_at: found.reserved_at,
            circle_id: found.circle_id,
            author_id: found.author_id,
            author_number: found.author_number,
            author_name: found.author_name,
            author_town: found.author_town,
            author_standing: found.author_standing,
            author_role: found.author_role,
            author_founder: found.author_founder,
            author_joined_at: found.author_joined_at,
        },
        body: found.body,
        edited_at: found.edited_at,
        closed_at: found.closed_at,
        close_reason: found.close_reason,
        urgent_at: found.urgent_at,
        urgent_reason: found.urgent_reason,
        thanks: found.thanks,
        helped_by: found.helped_by,
    }))
}

async fn helper_card(tx: &mut CommunityTx, helper: Uuid) -> Result<Option<MemberCard>, DatabaseError> {
    let community = tx.community().0;
    sqlx::query_as!(
        CardColumns,
        "select id, number, name, town, standing, role, founder, joined_at from member where community_id = $1 and id = $2",
        community,
        helper,
    )
    .fetch_optional(tx.conn())
    .await?
    .map(CardColumns::for_peers)
    .transpose()
}

pub(crate) async fn author(tx: &mut CommunityTx, id: ListingId) -> Result<Option<MemberId>, DatabaseError> {
    let community = tx.community().0;
    let author =
        sqlx::query_scalar!("select author_id from listing where community_id = $1 and id = $2", community, id.0)
            .fetch_optional(tx.conn())
            .await?;
    Ok(author.map(Into::into))
}

/// Keeps the listing from being closed until the transaction ends; others may answer it meanwhile.
pub(crate) async fn hold_shared(tx: &mut CommunityTx, id: ListingId) -> Result<Option<ListingHead>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select l.author_id, l.direction, l.title, l.state
         from listing l
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where l.community_id = $1 and l.id = $2 and listing_is_shown(l.state, m.standing, l.let_through_at)
         for share of l",
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(ListingHead {
            id,
            author: row.author_id.into(),
            direction: row.direction.parse().map_err(DatabaseError::damaged)?,
            title: row.title,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
        })
    })
    .transpose()
}

/// What decides whether a warning is needed.
pub(crate) struct ExpiringRow {
    pub author: MemberId,
    pub title: String,
    pub direction: Direction,
    pub state: State,
    pub expires_at: Timestamp,
    pub warned_for: Option<Timestamp>,
}

/// Locks the listing until the transaction ends; nothing when its author is not inside any more.
pub(crate) async fn hold_expiring(tx: &mut CommunityTx, id: ListingId) -> Result<Option<ExpiringRow>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select l.author_id, l.title, l.direction, l.state, l.expires_at, l.warned_for
         from listing l
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where l.community_id = $1 and l.id = $2 and m.standing in ('member', 'under_review')
         for no key update of l",
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(ExpiringRow {
            author: row.author_id.into(),
            title: row.title,
            direction: row.direction.parse().map_err(DatabaseError::damaged)?,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            expires_at: row.expires_at,
            warned_for: row.warned_for,
        })
    })
    .transpose()
}
