//! Sign-ins. Using one is a single guarded update.

use crate::limits::CODE_ATTEMPTS;
use crate::sign_in::Letter;
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
    pub letter: Letter,
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
        "insert into sign_in (community_id, id, email, link_hash, code_hash, browser_hash, return_to, host, language, created_at,
             expires_at, letter)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
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
        row.expires_at,
        row.letter.as_str()
    )
    .execute(tx.conn())
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Whether a letter that all who ask under this host name share left for this address since then. By host, because its link leads there:
/// whoever asks under one name of a community keeps nobody's letter from another.
pub(crate) async fn shared_since(
    tx: &mut CommunityTx,
    email: &EmailAddress,
    host: &str,
    since: Timestamp,
) -> Result<bool, DatabaseError> {
    let community = tx.community().0;
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from sign_in
               where community_id = $1 and email = $2 and host = $3 and letter = 'shared' and created_at > $4
           ) as "is!""#,
        community,
        email.as_str(),
        host,
        since
    )
    .fetch_one(tx.conn())
    .await?)
}

/// Whether this address is a member's here, wherever they stand; on the platform, whether it has an account.
pub(crate) async fn belongs_here(tx: &mut CommunityTx, email: &EmailAddress) -> Result<bool, DatabaseError> {
    let community = tx.community();
    Ok(sqlx::query_scalar!(
        r#"select exists (
               select 1 from account a
               where a.email = $2 and ($3 or exists (select 1 from member m where m.community_id = $1 and m.account_id = a.id))
           ) as "is!""#,
        community.0,
        email.as_str(),
        community.is_platform()
    )
    .fetch_one(tx.conn())
    .await?)
}

/// A sign-in whose letter is still worth sending.
pub(crate) struct Pending {
    pub email: EmailAddress,
    pub language: Language,
    pub host: String,
    pub letter: Letter,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}

pub(crate) async fn pending(tx: &mut CommunityTx, id: SignInId) -> Result<Option<Pending>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "select email, language, host, letter, created_at, expires_at from sign_in
         where community_id = $1 and id = $2 and used_at is null and attempts < $3 and expires_at > $4 and letter <> 'none'",
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
            letter: Letter::of(&row.letter).ok_or_else(|| DatabaseError::damaged("no such letter"))?,
            created_at: row.created_at,
            expires_at: row.expires_at,
        })
    })
    .transpose()
}

/// A sign-in as its link finds it.
pub(crate) struct ByLink {
    /// Whether the browser that looks may use it: it asked for it, or for the same address where the letter is shared.
    pub here: bool,
    pub attempts: i32,
    pub expires_at: Timestamp,
    pub used: bool,
}

pub(crate) async fn by_link(
    tx: &mut CommunityTx,
    link: &TokenHash,
    browser: &TokenHash,
) -> Result<Option<ByLink>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    Ok(sqlx::query_as!(
        ByLink,
        r#"select s.attempts, s.expires_at, s.used_at is not null as "used!",
               s.browser_hash = $3 or (s.letter = 'shared' and exists (
                   select 1 from sign_in mine
                   where mine.community_id = $1 and mine.email = s.email and mine.browser_hash = $3 and mine.expires_at > $4
               )) as "here!"
           from sign_in s where s.community_id = $1 and s.link_hash = $2 and s.letter <> 'none'"#,
        community,
        link.as_bytes(),
        browser.as_bytes(),
        now
    )
    .fetch_optional(tx.conn())
    .await?)
}

/// Of a hundred at once, the first to get the row uses it; the others find it used. A shared letter's link works for every
/// browser with an ask of its own that has not run out, and leads where that one wanted to go.
pub(crate) async fn use_link(
    tx: &mut CommunityTx,
    link: &TokenHash,
    browser: &TokenHash,
) -> Result<Option<Used>, DatabaseError> {
    let (community, now) = (tx.community().0, tx.now());
    let row = sqlx::query!(
        "update sign_in s set used_at = $4
         from sign_in mine
         where s.community_id = $1 and s.link_hash = $2 and s.used_at is null and s.expires_at > $4 and s.attempts < $5
           and s.letter <> 'none' and mine.community_id = $1 and mine.email = s.email and mine.browser_hash = $3
           and mine.expires_at > $4 and (mine.id = s.id or s.letter = 'shared')
         returning s.email, mine.language, mine.return_to",
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

/// Counts an attempt against every live letter of this address and browser that has a code, and uses those whose code it is. One
/// row each; no row: nothing was left to try.
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
                 and letter = 'own'
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
