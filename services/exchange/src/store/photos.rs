use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, PhotoId, Timestamp};
use pictures::Print;
use uuid::Uuid;

/// A photo that was drawn, and is about to be kept.
pub(crate) struct New<'a> {
    pub id: PhotoId,
    pub owner: MemberId,
    pub meant_for: ListingId,
    /// Whether that listing is there already.
    pub published: bool,
    pub place: i16,
    pub mark: &'a [u8],
    pub print: &'a Print,
}

/// What a member has sent so far.
pub(crate) struct Taken {
    /// Photos of this listing.
    pub here: i64,
    /// The next place in it.
    pub next: i16,
    /// Photos of all listings.
    pub photos: i64,
    /// What their files weigh.
    pub bytes: i64,
}

/// A photo as it is shown.
pub(crate) struct Photo {
    pub id: PhotoId,
    pub meant_for: ListingId,
    pub description: String,
    pub large: (u16, u16),
    pub small: (u16, u16),
}

struct Record {
    id: Uuid,
    meant_for: Uuid,
    description: String,
    width: i16,
    height: i16,
    small_width: i16,
    small_height: i16,
}

impl From<Record> for Photo {
    fn from(row: Record) -> Self {
        Self {
            id: row.id.into(),
            meant_for: row.meant_for.into(),
            description: row.description,
            large: (row.width.unsigned_abs(), row.height.unsigned_abs()),
            small: (row.small_width.unsigned_abs(), row.small_height.unsigned_abs()),
        }
    }
}

/// The drawn sides are far below what the column holds.
fn pixels(side: u16) -> i16 {
    i16::try_from(side).unwrap_or(i16::MAX)
}

pub(crate) async fn insert(tx: &mut CommunityTx, new: &New<'_>) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "insert into listing_photo
             (community_id, id, owner_id, meant_for, listing_id, place, width, height, small_width, small_height, bytes, created_at,
              sent_mark)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        community,
        new.id.0,
        new.owner.0,
        new.meant_for.0,
        new.published.then_some(new.meant_for.0),
        new.place,
        pixels(new.print.large.width),
        pixels(new.print.large.height),
        pixels(new.print.small.width),
        pixels(new.print.small.height),
        i32::try_from(new.print.bytes()).unwrap_or(i32::MAX),
        now,
        new.mark,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// The photo that the same file became, sent for the same listing.
pub(crate) async fn sent_before(
    tx: &mut CommunityTx,
    owner: MemberId,
    listing: ListingId,
    mark: &[u8],
) -> Result<Option<Photo>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_as!(
        Record,
        "select id, meant_for, description, width, height, small_width, small_height from listing_photo
         where community_id = $1 and owner_id = $2 and meant_for = $3 and sent_mark = $4",
        community,
        owner.0,
        listing.0,
        mark,
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(found.map(Photo::from))
}

pub(crate) async fn taken(tx: &mut CommunityTx, owner: MemberId, listing: ListingId) -> Result<Taken, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select count(*) filter (where meant_for = $3) as "here!",
               least(coalesce(max(place) filter (where meant_for = $3), 0) + 1, 6)::smallint as "next!",
               count(*) as "photos!", coalesce(sum(bytes), 0)::bigint as "bytes!"
           from listing_photo where community_id = $1 and owner_id = $2"#,
        community,
        owner.0,
        listing.0,
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(Taken { here: row.here, next: row.next, photos: row.photos, bytes: row.bytes })
}

/// What a member sent for a listing, in order.
pub(crate) async fn ids(
    tx: &mut CommunityTx,
    owner: MemberId,
    listing: ListingId,
) -> Result<Vec<PhotoId>, DatabaseError> {
    Ok(of_form(tx, owner, listing).await?.into_iter().map(|photo| photo.id).collect())
}

/// The same, as they are shown.
pub(crate) async fn of_form(
    tx: &mut CommunityTx,
    owner: MemberId,
    listing: ListingId,
) -> Result<Vec<Photo>, DatabaseError> {
    let community = tx.community().0;
    let found = sqlx::query_as!(
        Record,
        "select id, meant_for, description, width, height, small_width, small_height from listing_photo
         where community_id = $1 and owner_id = $2 and meant_for = $3 order by place, created_at, id",
        community,
        owner.0,
        listing.0,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(Photo::from).collect())
}

/// The photos of these listings that `reader` may see, the first `most` places of each, in order.
pub(crate) async fn of_listings(
    tx: &mut CommunityTx,
    reader: MemberId,
    listings: &[ListingId],
    most: i16,
) -> Result<Vec<Photo>, DatabaseError> {
    if listings.is_empty() {
        return Ok(Vec::new());
    }
    let community = tx.community().0;
    let listings: Vec<Uuid> = listings.iter().map(|id| id.0).collect();
    let found = sqlx::query_as!(
        Record,
        r#"select p.id as "id!", p.meant_for as "meant_for!", p.description as "description!", p.width as "width!", p.height as "height!",
               p.small_width as "small_width!", p.small_height as "small_height!"
           from unnest($2::uuid[]) as wanted (id)
           cross join lateral (
               select * from listing_photo where community_id = $1 and listing_id = wanted.id order by place, created_at, id limit $4
           ) p
           join listing l on l.community_id = $1 and l.id = wanted.id
           join member m on m.community_id = $1 and m.id = l.author_id
           where l.author_id = $3 or (l.state = 'agreeing' and exists (
               select 1 from mandate x
               where x.community_id = $1 and x.listing_id = l.id and x.member_id = $3 and x.ended_at is null
           )) or (
               listing_is_shown(l.state, m.standing, l.let_through_at)
               and not (l.state = 'closed' and l.closed_by is distinct from l.author_id)
           )
           order by p.meant_for, p.place, p.created_at, p.id"#,
        community,
        &listings,
        reader.0,
        i64::from(most),
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(Photo::from).collect())
}

/// Whether `reader`, who is inside, may see this photo: it is their own, of a request that waits for their yes, or of a listing that is shown and
/// was not closed by office.
pub(crate) async fn is_shown(tx: &mut CommunityTx, photo: PhotoId, reader: MemberId) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from listing_photo p
               left join listing l on l.community_id = p.community_id and l.id = p.listing_id
               left join member m on m.community_id = l.community_id and m.id = l.author_id
               where p.community_id = $1 and p.id = $2 and (
                   p.owner_id = $3
                   or l.state = 'agreeing' and exists (
                       select 1 from mandate x
                       where x.community_id = $1 and x.listing_id = l.id and x.member_id = $3 and x.ended_at is null
                   )
                   or listing_is_shown(l.state, m.standing, l.let_through_at)
                       and not (l.state = 'closed' and l.closed_by is distinct from l.author_id)
               )
           ) as "is!""#,
        community,
        photo.0,
        reader.0,
    )
    .fetch_one(tx.conn())
    .await?)
}

pub(crate) async fn describe(
    tx: &mut CommunityTx,
    photo: PhotoId,
    place: i16,
    description: &str,
) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update listing_photo set place = $3, description = $4 where community_id = $1 and id = $2",
        community,
        photo.0,
        place,
        description,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn delete(tx: &mut CommunityTx, owner: MemberId, photos: &[PhotoId]) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    let photos: Vec<Uuid> = photos.iter().map(|id| id.0).collect();
    sqlx::query!(
        "delete from listing_photo where community_id = $1 and owner_id = $2 and id = any ($3)",
        community,
        owner.0,
        &photos,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Which of these are there.
pub(crate) async fn of_these(tx: &mut CommunityTx, photos: &[PhotoId]) -> Result<Vec<PhotoId>, DatabaseError> {
    let community = tx.community().0;
    let photos: Vec<Uuid> = photos.iter().map(|id| id.0).collect();
    let there = sqlx::query_scalar!(
        "select id from listing_photo where community_id = $1 and id = any ($2)",
        community,
        &photos
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(there.into_iter().map(PhotoId::from).collect())
}

/// What has a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Nobodys,
    AListings,
    /// A draft's, which was kept last at that moment.
    ADrafts(Timestamp),
}

/// Deletes a photo unless a listing has it, or a draft of its sender's that was kept after `since`; what has it.
pub(crate) async fn delete_unless_kept(
    tx: &mut CommunityTx,
    photo: PhotoId,
    since: Timestamp,
) -> Result<Whose, DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "delete from listing_photo p where p.community_id = $1 and p.id = $2 and p.listing_id is null and not exists (
             select from listing_draft d
             where d.community_id = $1 and d.id = p.meant_for and d.author_id = p.owner_id and d.kept_at > $3
         )",
        community,
        photo.0,
        since,
    )
    .execute(tx.conn())
    .await?;
    let found = sqlx::query!(
        r#"select p.listing_id, d.kept_at as "kept_at?" from listing_photo p
           left join listing_draft d on d.community_id = p.community_id and d.id = p.meant_for and d.author_id = p.owner_id
           where p.community_id = $1 and p.id = $2"#,
        community,
        photo.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(match found {
        None => Whose::Nobodys,
        Some(row) => row.kept_at.filter(|_| row.listing_id.is_none()).map_or(Whose::AListings, Whose::ADrafts),
    })
}

/// What its author sent for a listing becomes part of it, now that it is published.
pub(crate) async fn attach(tx: &mut CommunityTx, owner: MemberId, listing: ListingId) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "update listing_photo set listing_id = meant_for
         where community_id = $1 and owner_id = $2 and meant_for = $3 and listing_id is null",
        community,
        owner.0,
        listing.0,
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}
