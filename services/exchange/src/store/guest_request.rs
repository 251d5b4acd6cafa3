//! The one request of somebody who waits: a listing with `sent_at`.

use super::list::ListRecord;
use super::write::New;
use crate::draft::Checked;
use crate::guest_request::{GuestRequestView, RequestToCheck};
use crate::{State, limits};
use database::{CommunityTx, DatabaseError};
use kernel::{Cursor, ListingId, MemberId, Page, PageRequest, Timestamp};
use places::Place;
use uuid::Uuid;

/// A request under our lock.
pub(crate) struct Held {
    pub id: ListingId,
    pub author: MemberId,
    pub title: String,
    pub state: State,
    pub sent_at: Timestamp,
}

/// When it was sent, as the database keeps it; nothing when the id is taken.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    new: &New,
    draft: &Checked,
) -> Result<Option<Timestamp>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let settlements: Vec<String> = draft.settlements.iter().map(|&word| word.to_owned()).collect();
    let sent_at = sqlx::query_scalar!(
        r#"insert into listing
             (community_id, id, author_id, direction, kind, settlements, title, body, category, town, state, language, created_at,
              expires_at, sent_at, place, latitude, longitude, cell)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'checking', $11, $12, $13, $12, $14, $15, $16, $17)
         on conflict (community_id, id) do nothing
         returning sent_at as "sent_at!""#,
        community,
        new.id.0,
        new.author.0,
        draft.direction.as_str(),
        draft.kind.as_str(),
        &settlements,
        draft.title,
        draft.body,
        draft.category,
        draft.town,
        new.language.code(),
        now,
        new.expires_at,
        new.place.map(|place| place.id().to_string()),
        new.place.map(|place| place.point.latitude),
        new.place.map(|place| place.point.longitude),
        new.place.map(|place| places::cell(place.point)),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(sent_at)
}

/// The request somebody who waits has at this moment. Under the author's lock.
pub(crate) async fn of_author(tx: &mut CommunityTx, author: MemberId) -> Result<Option<ListingId>, DatabaseError> {
    let community = tx.community().0;
    let id = sqlx::query_scalar!(
        "select id from listing
         where community_id = $1 and author_id = $2 and sent_at is not null and state in ('checking', 'returned', 'open')",
        community,
        author.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(id.map(Into::into))
}

/// Locks the request until the transaction ends; nothing when it is none of somebody who waits.
pub(crate) async fn hold(tx: &mut CommunityTx, id: ListingId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select l.author_id, l.title, l.state, l.sent_at as "sent_at!" from listing l
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where l.community_id = $1 and l.id = $2 and l.sent_at is not null and m.standing in ('applicant', 'guest')
         for no key update of l"#,
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| held(id.0, row.author_id, row.title, &row.state, row.sent_at)).transpose()
}

/// The request somebody had while they waited, if it is theirs still, under our lock: the latest.
pub(crate) async fn hold_of(tx: &mut CommunityTx, author: MemberId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select l.id, l.author_id, l.title, l.state, l.sent_at as "sent_at!" from listing l
         join member m on m.community_id = l.community_id and m.id = l.author_id
         where l.community_id = $1 and l.author_id = $2 and l.sent_at is not null and m.standing in ('member', 'under_review')
         order by l.sent_at desc, l.id desc
         limit 1
         for no key update of l"#,
        community,
        author.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| held(row.id, row.author_id, row.title, &row.state, row.sent_at)).transpose()
}

fn held(id: Uuid, author: Uuid, title: String, state: &str, sent_at: Timestamp) -> Result<Held, DatabaseError> {
    let state = state.parse().map_err(DatabaseError::damaged)?;
    Ok(Held { id: id.into(), author: author.into(), title, state, sent_at })
}

/// Its new text, for the team to look at; when it was sent, later than before whatever the clock says.
pub(crate) async fn send_again(
    tx: &mut CommunityTx,
    id: ListingId,
    draft: &Checked,
    place: Option<&Place>,
) -> Result<Timestamp, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let settlements: Vec<String> = draft.settlements.iter().map(|&word| word.to_owned()).collect();
    let sent_at = sqlx::query_scalar!(
        r#"update listing set kind = $3, settlements = $4, title = $5, body = $6, category = $7, town = $8, edited_at = $9,
             place = $10, latitude = $11, longitude = $12, cell = $13,
             state = 'checking', sent_at = greatest($9, sent_at + interval '1 microsecond'), return_reason = ''
         where community_id = $1 and id = $2
         returning sent_at as "sent_at!""#,
        community,
        id.0,
        draft.kind.as_str(),
        &settlements,
        draft.title,
        draft.body,
        draft.category,
        draft.town,
        now,
        place.map(|place| place.id().to_string()),
        place.map(|place| place.point.latitude),
        place.map(|place| place.point.longitude),
        place.map(|place| places::cell(place.point)),
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(sent_at)
}

/// Shows it until `wanted`; the end as the database keeps it. What nobody has read before is as new as this moment.
pub(crate) async fn open(tx: &mut CommunityTx, id: ListingId, wanted: Timestamp) -> Result<Timestamp, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let expires_at = sqlx::query_scalar!(
        "update listing set state = 'open', let_through_at = $4, expires_at = $3, warned_for = null, return_reason = '',
             created_at = case when let_through_at is null then $4 else created_at end
         where community_id = $1 and id = $2 and state = 'checking'
         returning expires_at",
        community,
        id.0,
        wanted,
        now
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(expires_at)
}

pub(crate) async fn send_back(tx: &mut CommunityTx, id: ListingId, reason: &str) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update listing set state = 'returned', return_reason = $3 where community_id = $1 and id = $2 and state = 'checking'",
        community,
        id.0,
        reason
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Closes what the team had sent back, with its reason.
pub(crate) async fn close_returned(tx: &mut CommunityTx, id: ListingId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing set state = 'closed', closed_at = $3, close_reason = return_reason, return_reason = ''
         where community_id = $1 and id = $2 and state = 'returned'",
        community,
        id.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What its author asked for up to that moment is no request of somebody who waits any more.
pub(crate) async fn make_ordinary(
    tx: &mut CommunityTx,
    author: MemberId,
    moment: Timestamp,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update listing set sent_at = null, let_through_at = null
         where community_id = $1 and author_id = $2 and sent_at is not null and created_at <= $3
           and state not in ('checking', 'returned')",
        community,
        author.0,
        moment
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

struct Found {
    row: ListRecord,
    body: String,
    sent_at: Timestamp,
    return_reason: String,
    close_reason: String,
}

/// A macro, because each statement's rows are a type of their own.
macro_rules! found {
    ($found:expr) => {
        Found {
            row: ListRecord {
                id: $found.id,
                direction: $found.direction,
                kind: $found.kind,
                settlements: $found.settlements,
                title: $found.title,
                excerpt: $found.excerpt,
                category: $found.category,
                town: $found.town,
                place: $found.place,
                state: $found.state,
                language: $found.language,
                created_at: $found.created_at,
                expires_at: $found.expires_at,
                audience: $found.audience,
                urgent_until: $found.urgent_until,
                reserved_at: $found.reserved_at,
                circle_id: $found.circle_id,
                author_id: $found.author_id,
                author_number: $found.author_number,
                author_name: $found.author_name,
                author_town: $found.author_town,
                author_standing: $found.author_standing,
                author_role: $found.author_role,
                author_founder: $found.author_founder,
                author_joined_at: $found.author_joined_at,
            },
            body: $found.body,
            sent_at: $found.sent_at,
            return_reason: $found.return_reason,
            close_reason: $found.close_reason,
        }
    };
}

/// The latest of somebody who waits.
pub(crate) async fn latest(tx: &mut CommunityTx, author: MemberId) -> Result<Option<GuestRequestView>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query!(
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $3) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, l.body, l.sent_at as "sent_at!", l.return_reason, l.close_reason,
               m.id as author_id, m.number as author_number, m.name as author_name, m.town as author_town,
               m.standing as author_standing, m.role as author_role, m.founder as author_founder, m.joined_at as author_joined_at
           from listing l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           where l.community_id = $1 and l.author_id = $2 and l.sent_at is not null
           order by l.created_at desc, l.id desc
           limit 1"#,
        community,
        author.0,
        limits::EXCERPT,
    )
    .fetch_optional(tx.conn())
    .await?;
    let Some(found) = found.map(|found| found!(found)) else { return Ok(None) };
    Ok(Some(GuestRequestView {
        row: found.row.row()?,
        body: found.body,
        sent_at: found.sent_at,
        return_reason: found.return_reason,
        close_reason: found.close_reason,
        helpers: Vec::new(),
    }))
}

/// What waits for the team, those that wait longest first.
pub(crate) async fn to_check(tx: &mut CommunityTx, page: &PageRequest) -> Result<Page<RequestToCheck>, DatabaseError> {
    let community = tx.community().0;
    let records = sqlx::query!(
        r#"select l.id, l.direction, l.kind, l.settlements, l.title, left(l.body, $5) as "excerpt!", l.category, l.town, l.place, l.state,
               l.language, l.created_at, l.expires_at, l.audience, l.urgent_until, l.reserved_at, l.circle_id, l.body, l.sent_at as "sent_at!", l.return_reason, l.close_reason,
               m.id as author_id, m.number as author_number, m.name as author_name, m.town as author_town,
               m.standing as author_standing, m.role as author_role, m.founder as author_founder, m.joined_at as author_joined_at
           from listing l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           where l.community_id = $1 and l.state = 'checking' and m.standing in ('applicant', 'guest')
             and (l.sent_at, l.id) > (
                 coalesce($2::timestamptz, '-infinity'), coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')
             )
           order by l.sent_at, l.id
           limit $4"#,
        community,
        page.after.map(|cursor| cursor.at),
        page.after.map(|cursor| cursor.id),
        page.limit(),
        limits::EXCERPT,
    )
    .fetch_all(tx.conn())
    .await?;
    let rows = records.into_iter().map(|found| {
        let found = found!(found);
        Ok(RequestToCheck { row: found.row.row()?, body: found.body, sent_at: found.sent_at })
    });
    let rows = rows.collect::<Result<Vec<_>, DatabaseError>>()?;
    Ok(Page::cut(rows, page, |one| Cursor { at: one.sent_at, id: one.row.id.0 }))
}
