use crate::{Direction, ExchangeError, Kind, State, draft::Checked};
use database::{CommunityTx, DatabaseError};
use kernel::{Language, ListingId, MemberId, Timestamp};
use places::Place;
use uuid::Uuid;

pub(crate) struct New {
    pub id: ListingId,
    pub author: MemberId,
    pub language: Language,
    pub expires_at: Timestamp,
    /// The place that its town is, where that is certain.
    pub place: Option<Place>,
}

/// A listing under our lock.
pub(crate) struct Held {
    pub author: MemberId,
    pub title: String,
    pub direction: Direction,
    pub kind: Kind,
    pub state: State,
    pub expires_at: Timestamp,
    /// Whether it is promised to somebody.
    pub reserved: bool,
    pub closed_by: Option<MemberId>,
}

pub(crate) struct End<'a> {
    pub state: State,
    pub by: Option<MemberId>,
    pub reason: &'a str,
    pub helped_by: Option<MemberId>,
    pub thanks: &'a str,
}

/// The end as the database keeps it (microseconds); nothing when the id is taken.
pub(crate) async fn insert(
    tx: &mut CommunityTx,
    new: &New,
    draft: &Checked,
) -> Result<Option<Timestamp>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let settlements: Vec<String> = draft.settlements.iter().map(|&word| word.to_owned()).collect();
    let expires_at = sqlx::query_scalar!(
        "insert into listing
             (community_id, id, author_id, direction, kind, settlements, title, body, category, town, state, language, created_at,
              expires_at, place, latitude, longitude, cell, audience, circle_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'open', $11, $12, $13, $14, $15, $16, $17, $18, $19)
         on conflict (community_id, id) do nothing
         returning expires_at",
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
        draft.audience.as_str(),
        draft.group.map(Uuid::from),
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(expires_at)
}

/// One publication of a member's at a time.
pub(crate) async fn lock_author(tx: &mut CommunityTx, author: MemberId) -> Result<(), DatabaseError> {
    let key = format!("publish:{}:{author}", tx.community());
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", key).execute(tx.conn()).await?;
    Ok(())
}

/// How many listings the member has published since, whatever became of them.
pub(crate) async fn published_since(
    tx: &mut CommunityTx,
    author: MemberId,
    since: Timestamp,
) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from listing where community_id = $1 and author_id = $2 and created_at > $3"#,
        community,
        author.0,
        since
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Locks the listing until the transaction ends.
pub(crate) async fn hold(tx: &mut CommunityTx, id: ListingId) -> Result<Option<Held>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        "select author_id, title, direction, kind, state, expires_at, reserved_at, closed_by from listing
         where community_id = $1 and id = $2
         for no key update",
        community,
        id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Held {
            author: row.author_id.into(),
            title: row.title,
            direction: row.direction.parse().map_err(DatabaseError::damaged)?,
            kind: row.kind.parse().map_err(DatabaseError::damaged)?,
            state: row.state.parse().map_err(DatabaseError::damaged)?,
            expires_at: row.expires_at,
            reserved: row.reserved_at.is_some(),
            closed_by: row.closed_by.map(Into::into),
        })
    })
    .transpose()
}

/// Locks the listing if it is `author`'s own; somebody else's is not found.
pub(crate) async fn hold_own(tx: &mut CommunityTx, id: ListingId, author: MemberId) -> Result<Held, ExchangeError> {
    match hold(tx, id).await? {
        Some(held) if held.author == author => Ok(held),
        _ => Err(ExchangeError::NotFound),
    }
}

pub(crate) async fn update(
    tx: &mut CommunityTx,
    id: ListingId,
    draft: &Checked,
    place: Option<&Place>,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let settlements: Vec<String> = draft.settlements.iter().map(|&word| word.to_owned()).collect();
    sqlx::query!(
        "update listing set direction = $3, kind = $4, settlements = $5, title = $6, body = $7, category = $8, town = $9,
             edited_at = $10, place = $11, latitude = $12, longitude = $13, cell = $14,
             urgent_until = case when $3 = 'request' then urgent_until end,
             reserved_at = case when $4 <> 'outing' then reserved_at end
         where community_id = $1 and id = $2 and state = 'open'",
        community,
        id.0,
        draft.direction.as_str(),
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
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// What the team had not read, or had sent back, was let through for other words: it stays unread.
pub(crate) async fn end(tx: &mut CommunityTx, id: ListingId, end: &End<'_>) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update listing set state = $3, closed_at = $4, closed_by = $5, close_reason = $6, helped_by = $7, thanks = $8,
             let_through_at = case when state in ('checking', 'returned') then null else let_through_at end
         where community_id = $1 and id = $2 and state in ('checking', 'returned', 'agreeing', 'open', 'expired')",
        community,
        id.0,
        end.state.as_str(),
        now,
        end.by.map(Uuid::from),
        end.reason,
        end.helped_by.map(Uuid::from),
        end.thanks,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Opens it until `wanted`; the end as the database keeps it.
pub(crate) async fn renew(tx: &mut CommunityTx, id: ListingId, wanted: Timestamp) -> Result<Timestamp, DatabaseError> {
    let community = tx.community().0;
    let expires_at = sqlx::query_scalar!(
        "update listing set state = 'open', expires_at = $3, closed_at = null, warned_for = null
         where community_id = $1 and id = $2 and state in ('open', 'expired')
         returning expires_at",
        community,
        id.0,
        wanted
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(expires_at)
}

pub(crate) async fn warned(
    tx: &mut CommunityTx,
    id: ListingId,
    end: Timestamp,
    due: Timestamp,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update listing set warned_for = $4
         where community_id = $1 and id = $2 and expires_at = $3 and (warned_for is null or warned_for < $4)",
        community,
        id.0,
        end,
        due
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Its author and title, if it was open and its time is over, or the member in whose name it was had not agreed by then: that one is declined.
pub(crate) async fn expire(
    tx: &mut CommunityTx,
    id: ListingId,
    end: Timestamp,
) -> Result<Option<(MemberId, String, State)>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "update listing set state = 'expired', closed_at = $4
         where community_id = $1 and id = $2 and state in ('agreeing', 'open') and expires_at = $3 and expires_at <= $4
         returning author_id, title, state",
        community,
        id.0,
        end,
        now
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| Ok((row.author_id.into(), row.title, row.state.parse().map_err(DatabaseError::damaged)?))).transpose()
}

/// Closes what its author had open at that moment, or with the team, in their name; how many.
pub(crate) async fn close_of(tx: &mut CommunityTx, author: MemberId, moment: Timestamp) -> Result<u64, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "update listing set state = 'closed', closed_at = $4, closed_by = $2
         where community_id = $1 and author_id = $2 and state in ('checking', 'returned', 'agreeing', 'open') and created_at <= $3",
        community,
        author.0,
        moment,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected())
}
