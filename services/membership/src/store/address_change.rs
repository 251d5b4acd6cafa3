//! Wishes to be reached elsewhere. Fulfilling one is a single guarded update.

use crate::limits::CODE_ATTEMPTS;
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, AddressChangeId, EmailAddress, Language, SessionId, Timestamp, TokenHash};

/// A row to be written.
pub(crate) struct NewRow<'a> {
    pub id: AddressChangeId,
    pub account: AccountId,
    pub session: SessionId,
    pub email: &'a EmailAddress,
    pub link: TokenHash,
    pub code_mark: &'a str,
    pub host: String,
    pub language: Language,
    pub expires_at: Timestamp,
}

/// False when this id was written before.
pub(crate) async fn insert(tx: &mut CommunityTx, row: NewRow<'_>) -> Result<bool, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let done = sqlx::query!(
        "insert into address_change (community_id, id, account_id, session_id, email, link_hash, code_hash, host, language, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
         on conflict (community_id, id) do nothing",
        community,
        row.id.0,
        row.account.0,
        row.session.0,
        row.email.as_str(),
        row.link.as_bytes(),
        row.code_mark.as_bytes(),
        row.host,
        row.language.code(),
        now,
        row.expires_at
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// A wish whose letter is still worth sending.
pub(crate) struct Pending {
    pub email: EmailAddress,
    pub language: Language,
    pub host: String,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

pub(crate) async fn pending(tx: &mut CommunityTx, id: AddressChangeId) -> Result<Option<Pending>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "select email, language, host, created_at, expires_at from address_change
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

/// A wish as its link finds it.
pub(crate) struct ByLink {
    pub session: SessionId,
    pub attempts: i32,
    pub expires_at: Timestamp,
    pub used: bool,
}

pub(crate) async fn by_link(tx: &mut CommunityTx, link: &TokenHash) -> Result<Option<ByLink>, DatabaseError> {
    let community = tx.community().0;
    let row = sqlx::query!(
        r#"select session_id, attempts, expires_at, used_at is not null as "used!" from address_change
           where community_id = $1 and link_hash = $2"#,
        community,
        link.as_bytes()
    )
    .fetch_optional(tx.conn())
    .await?;
    Ok(row.map(|row| ByLink {
        session: row.session_id.into(),
        attempts: row.attempts,
        expires_at: row.expires_at,
        used: row.used,
    }))
}

/// Of a hundred at once, the first to get the row uses it; the others find it used.
pub(crate) async fn use_link(
    tx: &mut CommunityTx,
    link: &TokenHash,
    account: AccountId,
    session: SessionId,
) -> Result<Option<EmailAddress>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let email = sqlx::query_scalar!(
        "update address_change set used_at = $5
         where community_id = $1 and link_hash = $2 and account_id = $3 and session_id = $4 and used_at is null
           and expires_at > $5 and attempts < $6
         returning email",
        community,
        link.as_bytes(),
        account.0,
        session.0,
        now,
        CODE_ATTEMPTS
    )
    .fetch_optional(tx.conn())
    .await?;
    email.map(|email| email.parse().map_err(DatabaseError::damaged)).transpose()
}

/// Counts an attempt against every live wish of this session, and uses those whose code it is. One row each; no row: nothing
/// was left to try.
pub(crate) async fn try_code(
    tx: &mut CommunityTx,
    account: AccountId,
    session: SessionId,
    mark: &str,
) -> Result<Vec<Option<EmailAddress>>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let rows = sqlx::query!(
        r#"with live as (
               select id from address_change
               where community_id = $1 and account_id = $2 and session_id = $3 and used_at is null and expires_at > $4 and attempts < $6
               order by id for no key update
           )
           update address_change set attempts = attempts + 1, used_at = case when code_hash = $5 then $4 end
           where community_id = $1 and id in (select id from live)
           returning email, used_at is not null as "used!""#,
        community,
        account.0,
        session.0,
        now,
        mark.as_bytes(),
        CODE_ATTEMPTS
    )
    .fetch_all(tx.conn())
    .await?;
    rows.into_iter()
        .map(|row| if row.used { row.email.parse().map(Some).map_err(DatabaseError::damaged) } else { Ok(None) })
        .collect()
}

/// Burns a wish that is too old, so that it stays so should the clock go back (bar A7).
pub(crate) async fn burn(tx: &mut CommunityTx, link: &TokenHash) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update address_change set attempts = $3 where community_id = $1 and link_hash = $2 and expires_at <= $4",
        community,
        link.as_bytes(),
        CODE_ATTEMPTS,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

/// Nothing that the account wished for here can be confirmed any more.
pub(crate) async fn end_all(tx: &mut CommunityTx, account: AccountId) -> Result<(), DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    sqlx::query!(
        "update address_change set used_at = $3 where community_id = $1 and account_id = $2 and used_at is null",
        community,
        account.0,
        now
    )
    .execute(tx.conn())
    .await?;
    Ok(())
}

pub(crate) async fn sweep(tx: &mut CommunityTx, before: Timestamp) -> Result<u64, DatabaseError> {
    let community = tx.community().0;
    let done =
        sqlx::query!("delete from address_change where community_id = $1 and expires_at < $2", community, before)
            .execute(tx.conn())
            .await?;
    Ok(done.rows_affected())
}
