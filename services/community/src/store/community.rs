//! The community's own row.

use crate::{
    Brand, NewCommunity,
    views::{CommunityFace, Kind},
};
use database::{CommunityTx, DatabaseError};
use kernel::{CommunityId, Language, Timestamp};
use sqlx::PgConnection;

/// One launch at a time. Two that carry the same id and slug would otherwise wait for each other's row in both unique
/// indexes at once: a deadlock that was seen.
pub(crate) async fn lock_launches(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    sqlx::query!("select pg_advisory_xact_lock(hashtextextended($1, 0))", "launch").execute(tx.conn()).await?;
    Ok(())
}

pub(crate) async fn insert(tx: &mut CommunityTx, new: &NewCommunity) -> Result<bool, DatabaseError> {
    let now = tx.now();
    let done = sqlx::query!(
        "insert into community (id, kind, slug, name, tagline, welcome, charter, organisation, postal_address, contact_email,
             preset, languages, timezone, brand_primary, brand_accent, policy, categories, listing_days, created_at)
         values ($1, 'community', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
         on conflict (id) do nothing",
        new.id.0,
        new.slug.as_str(),
        new.name,
        new.tagline,
        new.welcome,
        new.charter,
        new.organisation,
        new.postal_address,
        new.contact_email,
        new.preset.name,
        &codes(&new.languages),
        new.timezone.name(),
        new.brand.primary.to_string(),
        new.brand.accent.to_string(),
        serde_json::to_value(&new.policy)?,
        new.preset.categories.get(new.language()),
        new.preset.listing_days,
        now,
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// The row every trust decision locks; each tenant has one from its first day.
pub(crate) async fn insert_trust_head(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    let community = tx.community().0;
    sqlx::query!(
        "insert into trust_head (community_id, seq) values ($1, 0) on conflict (community_id) do nothing",
        community
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

struct FaceRow {
    id: uuid::Uuid,
    kind: String,
    slug: String,
    name: String,
    tagline: String,
    welcome: String,
    charter: String,
    organisation: String,
    postal_address: String,
    contact_email: String,
    preset: String,
    languages: Vec<String>,
    timezone: String,
    brand_primary: String,
    brand_accent: String,
    policy: serde_json::Value,
    categories: Vec<String>,
    listing_days: i32,
    version: i32,
    members: i32,
    created_at: Timestamp,
    removal_due_at: Option<Timestamp>,
    letters_held_since: Option<Timestamp>,
    primary_host: Option<String>,
}

pub(crate) async fn face(
    conn: &mut PgConnection,
    community: CommunityId,
) -> Result<Option<CommunityFace>, DatabaseError> {
    sqlx::query_as!(
        FaceRow,
        r#"select c.id, c.kind, c.slug, c.name, c.tagline, c.welcome, c.charter, c.organisation, c.postal_address,
               c.contact_email, c.preset, c.languages, c.timezone, c.brand_primary, c.brand_accent, c.policy, c.categories,
               c.listing_days, c.version, c.members, c.created_at, c.removal_due_at,
               c.letters_held_since, h.host as "primary_host?"
           from community c
           left join community_host h on h.community_id = c.id and h.is_primary
           where c.id = $1"#,
        community.0
    )
    .fetch_optional(conn)
    .await?
    .map(FaceRow::read)
    .transpose()
}

impl FaceRow {
    fn read(self) -> Result<CommunityFace, DatabaseError> {
        Ok(CommunityFace {
            id: self.id.into(),
            kind: if self.kind == "platform" { Kind::Platform } else { Kind::Community },
            languages: languages(&self.languages)?,
            timezone: self.timezone.parse().map_err(DatabaseError::damaged)?,
            brand: Brand::parse(&self.brand_primary, &self.brand_accent).map_err(DatabaseError::damaged)?,
            policy: serde_json::from_value(self.policy)?,
            slug: self.slug,
            name: self.name,
            tagline: self.tagline,
            welcome: self.welcome,
            charter: self.charter,
            organisation: self.organisation,
            postal_address: self.postal_address,
            contact_email: self.contact_email,
            preset: self.preset,
            categories: self.categories,
            listing_days: self.listing_days,
            version: self.version,
            members: self.members,
            created_at: self.created_at,
            removal_due_at: self.removal_due_at,
            letters_held_since: self.letters_held_since,
            primary_host: self.primary_host,
        })
    }
}

/// Every tenant's id; the one table whose rows are public by nature.
pub(crate) async fn all(conn: &mut PgConnection) -> Result<Vec<CommunityId>, DatabaseError> {
    let ids = sqlx::query_scalar!("select id from community order by created_at, id").fetch_all(conn).await?;
    Ok(ids.into_iter().map(CommunityId).collect())
}

pub(crate) async fn by_slug(conn: &mut PgConnection, slug: &str) -> Result<Option<CommunityId>, DatabaseError> {
    let id = sqlx::query_scalar!("select id from community where slug = $1", slug).fetch_optional(conn).await?;
    Ok(id.map(CommunityId))
}

pub(crate) fn codes(languages: &[Language]) -> Vec<String> {
    languages.iter().map(|language| language.code().to_owned()).collect()
}

fn languages(codes: &[String]) -> Result<Vec<Language>, DatabaseError> {
    codes.iter().map(|code| code.parse().map_err(DatabaseError::damaged)).collect()
}
