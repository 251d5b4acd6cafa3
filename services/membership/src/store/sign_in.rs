//! Sign-ins. Using one is a single guarded update.

use crate::limits::CODE_ATTEMPTS;
use database::{CommunityTx, DatabaseError};
use kernel::{EmailAddress, Language, SignInId, Timestamp, TokenHash};

/// A row to be written.
pub(crate) struct NewRow<'a> {
    pub id: SignInId,
    pub email: &'a EmailAddress,
    pub link: TokenHash,
    pub code_mark: &'a str,
    pub browser: TokenHash,
    pub return_to: String,
    pub host: String,
    pub language: Language,
    pub expires_at: Timestamp,
}

/// What a used sign-in opens.
pub(crate) struct Used {
    pub email: EmailAddress,
    pub language: Language,
    pub return_to: String,
}

impl Used {
    fn read(email: &str, language: &str, return_to: String) -> Result<Self, DatabaseError> {
        let email = email.parse().map_err(DatabaseError::damaged)?;
        Ok(Self { email, language: language.parse().map_err(DatabaseError::damaged)?, return_to })
    }
}

/// False when this id was written before.
pub(crate) async fn insert(tx: &mut CommunityTx, row: NewRow<'_>) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into sign_in (community_id, id, email, link_hash, code_hash, browser_hash, return_to, host, language, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (community_id, id) do nothing",
        community,
        row.id.0,
        row.email.as_str(),
        row.link.as_bytes(),
        row.code_mark.as_bytes(),
        row.browser.as_bytes(),
        row.return_to,
        row.host,
        row.language.code(),
        now,
        row.expires_at
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A sign-in whose letter is still worth sending.
pub(crate) struct Pending {
    pub email: EmailAddress,
    pub language: Language,
    pub host: String,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

pub(crate) async fn pending(tx: &mut CommunityTx, id: SignInId) -> Result<Option<Pending>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "select email, language, host, created_at, expires_at from sign_in
         where community_id = $1 and id = $2 and used_at is null and attempts < $3 and expires_at > $4",
        community,
        id.0,
        CODE_ATTEMPTS,
        now
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| {
        Ok(Pending {
            email: row.email.parse().map_err(DatabaseError::damaged)?,
            language: row.language.parse().map_err(DatabaseError::damaged)?,
            host: row.host,
            created_at: row.created_at,
            expires_at: row.expires_at,
        })
    })
    .transpose()
}

/// A sign-in as its link finds it.
pub(crate) struct ByLink {
    pub browser: Vec<u8>,
    pub attempts: i32,
    pub expires_at: Timestamp,
    pub used: bool,
}

pub(crate) async fn by_link(tx: &mut CommunityTx, link: &TokenHash) -> Result<Option<ByLink>, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_as!(
        ByLink,
        r#"select browser_hash as browser, attempts, expires_at, used_at is not null as "used!" from sign_in
           where community_id = $1 and link_hash = $2"#,
        community,
        link.as_bytes()
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// Of a hundred at once, the first to get the row uses it; the others find it used.
pub(crate) async fn use_link(
    tx: &mut CommunityTx,
    link: &TokenHash,
    browser: &TokenHash,
) -> Result<Option<Used>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "update sign_in set used_at = $4
         where community_id = $1 and link_hash = $2 and browser_hash = $3 and used_at is null and expires_at > $4 and attempts < $5
         returning email, language, return_to",
        community,
        link.as_bytes(),
        browser.as_bytes(),
        now,
        CODE_ATTEMPTS
    )
    .fetch_optional(tx.conn())
    .await?;
    row.map(|row| Used::read(&row.email, &row.language, row.return_to)).transpose()
}

/// Counts an attempt against every live sign-in of this address and browser, and uses those whose code it is. One row each;
/// no row: nothing was left to try.
pub(crate) async fn try_code(
    tx: &mut CommunityTx,
    email: &EmailAddress,
    browser: &TokenHash,
    mark: &str,
) -> Result<Vec<Option<Used>>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        r#"with live as (
               select id from sign_in
               where community_id = $1 and email = $2 and browser_hash = $3 and used_at is null and expires_at > $4 and attempts < $6
               order by id for no key update
           )
           update sign_in set attempts = attempts + 1, used_at = case when code_hash = $5 then $4 end
           where community_id = $1 and id in (select id from live)
           returning email, language, return_to, used_at is not null as "used!""#,
        community,
        email.as_str(),
        browser.as_bytes(),
        now,
        mark.as_bytes(),
        CODE_ATTEMPTS
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| if row.used { Used::read(&row.email, &row.language, row.return_to).map(Some) } else { Ok(None) })
        .collect()
}

/// Burns a sign-in that is too old, so that it stays so should the clock go back (bar A7).
pub(crate) async fn burn(tx: &mut CommunityTx, link: &TokenHash) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update sign_in set attempts = $3 where community_id = $1 and link_hash = $2 and expires_at <= $4",
        community,
        link.as_bytes(),
        CODE_ATTEMPTS,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn sweep(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done = sqlx::query!("delete from sign_in where community_id = $1 and expires_at < $2", community, before)
        .execute(tx.conn())
        .await?;
    Ok(done.rows_affected())
}
