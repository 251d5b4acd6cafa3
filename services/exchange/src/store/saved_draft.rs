//! Drafts as they are kept. Every statement names their author: nobody else reads them.

use crate::mandate::Relation;
use crate::saved_draft::{Behalf, SaveDraft, SavedDraft};
use crate::{Direction, Draft, Kind, Settlement, TypedExtent, Urgency};
use database::{CommunityTx, DatabaseError};
use kernel::standing::UnknownWord;
use kernel::{ListingId, MemberId, Timestamp};
use std::str::FromStr;
use uuid::Uuid;

/// Keeps it, in the place of what its author kept under this id before.
pub(crate) async fn keep(
    tx: &mut CommunityTx,
    author: MemberId,
    direction: Direction,
    kept: &SaveDraft,
) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let (draft, extent, behalf) = (&kept.draft, &kept.draft.extent, &kept.behalf);
    let settlements: Vec<String> = draft.settlements.iter().map(|one| one.as_str().to_owned()).collect();
    sqlx::query!(
        "insert into listing_draft
             (community_id, id, author_id, direction, kind, settlements, title, body, category, town, quantity, available_from,
              available_until, loan_days, starts_at, ends_at, seats, for_guests, audience, circle_id, urgency, behalf_member_id,
              behalf_name, behalf_relation, behalf_gone, begun_at, kept_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $26)
         on conflict (community_id, author_id, id) do update set
             direction = excluded.direction, kind = excluded.kind, settlements = excluded.settlements, title = excluded.title,
             body = excluded.body, category = excluded.category, town = excluded.town, quantity = excluded.quantity,
             available_from = excluded.available_from, available_until = excluded.available_until, loan_days = excluded.loan_days,
             starts_at = excluded.starts_at, ends_at = excluded.ends_at, seats = excluded.seats, for_guests = excluded.for_guests,
             audience = excluded.audience, circle_id = excluded.circle_id, urgency = excluded.urgency,
             behalf_member_id = excluded.behalf_member_id, behalf_name = excluded.behalf_name,
             behalf_relation = excluded.behalf_relation, behalf_gone = excluded.behalf_gone, kept_at = excluded.kept_at",
        community,
        kept.id.0,
        author.0,
        direction.as_str(),
        draft.kind.map(Kind::as_str),
        &settlements,
        draft.title,
        draft.body,
        draft.category,
        draft.town,
        extent.quantity,
        extent.available_from,
        extent.available_until,
        extent.loan_days,
        extent.starts_at,
        extent.ends_at,
        extent.seats,
        extent.for_guests,
        draft.audience.as_str(),
        draft.group.map(Uuid::from),
        draft.urgency.map(Urgency::as_str),
        behalf.member.map(Uuid::from),
        behalf.name,
        behalf.relation.map(Relation::as_str),
        behalf.gone,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// How many the author kept after `since`.
pub(crate) async fn count(tx: &mut CommunityTx, author: MemberId, since: Timestamp) -> Result<i64, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select count(*) as "count!" from listing_draft where community_id = $1 and author_id = $2 and kept_at > $3"#,
        community,
        author.0,
        since,
    )
    .fetch_one(tx.conn())
    .await?)
}

/// False when there is none, or it is somebody else's.
pub(crate) async fn delete(tx: &mut CommunityTx, author: MemberId, id: ListingId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!(
        "delete from listing_draft where community_id = $1 and id = $2 and author_id = $3",
        community,
        id.0,
        author.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// What the author kept after `since`, the latest first; of it one only, where one is named.
pub(crate) async fn of_author(
    tx: &mut CommunityTx,
    author: MemberId,
    id: Option<ListingId>,
    since: Timestamp,
) -> Result<Vec<SavedDraft>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_as!(
        Row,
        "select id, direction, kind, settlements, title, body, category, town, quantity, available_from, available_until, loan_days,
             starts_at, ends_at, seats, for_guests, audience, circle_id, urgency, behalf_member_id, behalf_name, behalf_relation,
             behalf_gone, begun_at, kept_at
         from listing_draft
         where community_id = $1 and author_id = $2 and kept_at > $3 and ($4::uuid is null or id = $4)
         order by kept_at desc, id desc",
        community,
        author.0,
        since,
        id.map(Uuid::from),
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::view).collect()
}

struct Row {
    id: Uuid,
    direction: String,
    kind: Option<String>,
    settlements: Vec<String>,
    title: String,
    body: String,
    category: String,
    town: String,
    quantity: String,
    available_from: String,
    available_until: String,
    loan_days: String,
    starts_at: String,
    ends_at: String,
    seats: String,
    for_guests: bool,
    audience: String,
    circle_id: Option<Uuid>,
    urgency: Option<String>,
    behalf_member_id: Option<Uuid>,
    behalf_name: String,
    behalf_relation: Option<String>,
    behalf_gone: bool,
    begun_at: Timestamp,
    kept_at: Timestamp,
}

impl Row {
    fn view(self) -> Result<SavedDraft, DatabaseError> {
        let settlements =
            self.settlements.into_iter().map(|word| word.parse::<Settlement>().map_err(DatabaseError::damaged));
        let behalf = Behalf {
            member: self.behalf_member_id.map(MemberId::from),
            name: self.behalf_name,
            relation: word(self.behalf_relation)?,
            gone: self.behalf_gone,
        };
        let extent = TypedExtent {
            quantity: self.quantity,
            available_from: self.available_from,
            available_until: self.available_until,
            loan_days: self.loan_days,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            seats: self.seats,
            for_guests: self.for_guests,
        };
        let direction = self.direction.parse::<Direction>().map_err(DatabaseError::damaged)?;
        let draft = Draft {
            direction: Some(direction),
            kind: word(self.kind)?,
            settlements: settlements.collect::<Result<_, _>>()?,
            title: self.title,
            body: self.body,
            category: self.category,
            town: self.town,
            extent,
            audience: self.audience.parse().map_err(DatabaseError::damaged)?,
            urgency: word(self.urgency)?,
            group: self.circle_id.map(Into::into),
        };
        let (begun_at, kept_at) = (self.begun_at, self.kept_at);
        Ok(SavedDraft { id: self.id.into(), direction, draft, behalf, begun_at, kept_at })
    }
}

fn word<T: FromStr<Err = UnknownWord>>(word: Option<String>) -> Result<Option<T>, DatabaseError> {
    word.map(|word| word.parse().map_err(DatabaseError::damaged)).transpose()
}
