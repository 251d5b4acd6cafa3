//! What listings are about, and which of them may have something in common.

use super::places::{known, whereabouts};
use crate::{
    Direction, Kind, Settlement, limits,
    matching::{self, Meaning},
};
use database::{CommunityTx, DatabaseError};
use kernel::{ListingId, MemberId, Timestamp};
use places::Place;
use uuid::Uuid;

/// An open listing with its meaning.
#[derive(Debug, Clone)]
pub(crate) struct Described {
    pub id: ListingId,
    pub author: MemberId,
    pub direction: Direction,
    pub settlements: Vec<Settlement>,
    pub title: String,
    pub category: String,
    /// As towns are compared.
    pub town_folded: String,
    /// Where it is, for everybody to see.
    pub place: Option<Place>,
    /// Where its author lives and works, for nobody to see, to about 500 m where they said so.
    pub places: Vec<Place>,
    pub created_at: Timestamp,
    pub meaning: Meaning,
    /// When its author changed it last.
    edited_at: Option<Timestamp>,
}

/// What was read in a listing.
pub(crate) struct Read {
    pub listing: ListingId,
    pub direction: Direction,
    pub created_at: Timestamp,
    pub terms: Vec<String>,
}

struct Row {
    id: Uuid,
    author_id: Uuid,
    direction: String,
    kind: String,
    settlements: Vec<String>,
    title: String,
    body: String,
    category: String,
    town: String,
    place: Option<String>,
    places: Vec<String>,
    latitudes: Vec<Option<f64>>,
    longitudes: Vec<Option<f64>>,
    language: String,
    created_at: Timestamp,
    edited_at: Option<Timestamp>,
}

impl Row {
    fn described(self) -> Result<Described, DatabaseError> {
        let kind: Kind = self.kind.parse().map_err(DatabaseError::damaged)?;
        let language = self.language.parse().map_err(DatabaseError::damaged)?;
        let settlements: Result<Vec<Settlement>, _> = self.settlements.iter().map(|word| word.parse()).collect();
        Ok(Described {
            id: self.id.into(),
            author: self.author_id.into(),
            direction: self.direction.parse().map_err(DatabaseError::damaged)?,
            settlements: settlements.map_err(DatabaseError::damaged)?,
            meaning: Meaning::of(kind, &self.title, &self.body, language),
            title: self.title,
            category: self.category,
            town_folded: self.town,
            place: known(self.place.as_deref()),
            places: self
                .places
                .iter()
                .zip(self.latitudes.iter().zip(&self.longitudes))
                .filter_map(|(code, (&latitude, &longitude))| Some(whereabouts(code, latitude, longitude)?.here()))
                .collect(),
            created_at: self.created_at,
            edited_at: self.edited_at,
        })
    }
}

/// Open listings whose meaning was not read by the table as it is now; they are this transaction's until it ends.
pub(crate) async fn unread(tx: &mut CommunityTx, most: i64) -> Result<Vec<Described>, DatabaseError> {
    let community = tx.community().0;
    let rows = sqlx::query_as!(
        Row,
        r#"select l.id, l.author_id, l.direction, l.kind, l.settlements, l.title, l.body, l.category, folded(l.town) as "town!",
               l.language, l.created_at, l.edited_at, l.place,
               array(select p.place from member_place p where p.community_id = $1 and p.member_id = l.author_id order by p.which)
                   as "places!",
               array(select p.latitude from member_place p where p.community_id = $1 and p.member_id = l.author_id order by p.which)
                   as "latitudes!: Vec<Option<f64>>",
               array(select p.longitude from member_place p where p.community_id = $1 and p.member_id = l.author_id order by p.which)
                   as "longitudes!: Vec<Option<f64>>"
           from listing l
           where l.community_id = $1 and l.state = 'open' and l.meaning_version < $2
           order by l.meaning_version, l.id
           limit $3
           for no key update skip locked"#,
        community,
        matching::VERSION,
        most,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::described).collect()
}

/// Keeps what was read.
pub(crate) async fn keep(tx: &mut CommunityTx, read: &[Read]) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    let ids: Vec<Uuid> = read.iter().map(|one| one.listing.0).collect();
    let (mut listings, mut terms, mut directions, mut moments) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (one, term) in read.iter().flat_map(|one| one.terms.iter().map(move |term| (one, term))) {
        listings.push(one.listing.0);
        terms.push(term.clone());
        directions.push(one.direction.as_str().to_owned());
        moments.push(one.created_at);
    }
    sqlx::query!("delete from listing_meaning where community_id = $1 and listing_id = any ($2)", community, &ids)
        .execute(tx.conn())
        .await?;
    sqlx::query!(
        "insert into listing_meaning (community_id, listing_id, term, direction, created_at)
         select $1, m.listing_id, m.term, m.direction, m.created_at
         from unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[]) as m (listing_id, term, direction, created_at)",
        community,
        &listings,
        &terms,
        &directions,
        &moments,
    )
    .execute(tx.conn())
    .await?;
    sqlx::query!(
        "update listing set meaning_version = $3 where community_id = $1 and id = any ($2)",
        community,
        &ids,
        matching::VERSION
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Those of these that are open and promised to nobody, by people inside.
pub(crate) async fn described(tx: &mut CommunityTx, ids: &[ListingId]) -> Result<Vec<Described>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = sqlx::query_as!(
        Row,
        r#"select l.id, l.author_id, l.direction, l.kind, l.settlements, l.title, l.body, l.category, folded(l.town) as "town!",
               l.language, l.created_at, l.edited_at, l.place,
               array(select p.place from member_place p where p.community_id = $1 and p.member_id = l.author_id order by p.which)
                   as "places!",
               array(select p.latitude from member_place p where p.community_id = $1 and p.member_id = l.author_id order by p.which)
                   as "latitudes!: Vec<Option<f64>>",
               array(select p.longitude from member_place p where p.community_id = $1 and p.member_id = l.author_id order by p.which)
                   as "longitudes!: Vec<Option<f64>>"
           from listing l
           join member m on m.community_id = l.community_id and m.id = l.author_id
           where l.community_id = $1 and l.id = any ($2) and l.state = 'open' and l.expires_at > $3
             and l.reserved_at is null
             and m.standing in ('member', 'under_review')"#,
        community,
        &ids,
        now,
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter().map(Row::described).collect()
}

/// The listings that go the other way and have most in common with this one: of each thing it is about the newest, so that the work is
/// bounded however many there are.
pub(crate) async fn around(tx: &mut CommunityTx, listing: &Described) -> Result<Vec<ListingId>, DatabaseError> {
    let community = tx.community().0;
    let other = match listing.direction {
        Direction::Offer => Direction::Request,
        Direction::Request => Direction::Offer,
    };
    let sought = listing.meaning.sought(limits::TERMS_SOUGHT);
    let (terms, weights): (Vec<String>, Vec<f64>) = sought.into_iter().unzip();
    let found = sqlx::query_scalar!(
        "select found.listing_id from unnest($3::text[], $4::float8[]) as asked (term, weight)
         cross join lateral (
             select m.listing_id from listing_meaning m
             where m.community_id = $1 and m.direction = $2 and m.term = asked.term
             order by m.created_at desc, m.listing_id desc
             limit $5
         ) as found
         group by found.listing_id
         order by sum(asked.weight) desc, found.listing_id
         limit $6",
        community,
        other.as_str(),
        &terms,
        &weights,
        limits::NEWEST_OF_A_TERM,
        limits::WEIGHED,
    )
    .fetch_all(tx.conn())
    .await?;
    Ok(found.into_iter().map(ListingId).collect())
}

/// Whether the listing is open, promised to nobody, and says what it said; it is kept so until the transaction ends.
pub(crate) async fn still_says(tx: &mut CommunityTx, listing: &Described) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    let edited_at = sqlx::query_scalar!(
        "select edited_at from listing where community_id = $1 and id = $2 and state = 'open' and reserved_at is null for share",
        community,
        listing.id.0
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(edited_at == Some(listing.edited_at))
}
