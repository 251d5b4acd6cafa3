//! Tokens with which an integrator speaks to the platform over REST. Shown once; only the hash is kept.

use crate::{CommunityError, limits, store, text};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, CommunityId, Language, PlatformTokenId, Program, Scopes, Timestamp, TokenHash, Who};
use serde_json::json;

const PURPOSE: &str = "platform-token";

/// A token as its operator sees it; the secret itself is kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenLine {
    /// Which.
    pub id: PlatformTokenId,
    /// What it was called.
    pub name: String,
    /// What it is good for.
    pub scopes: Scopes,
    /// Made when.
    pub created_at: Timestamp,
    /// Worthless from when on, if ever.
    pub expires_at: Option<Timestamp>,
    /// Taken back when, if it was.
    pub revoked_at: Option<Timestamp>,
}

/// Makes a token called `name`, good for `scopes` until `expires_at` (for ever without), and hands it out, once. Operators
/// and the house.
pub async fn issue(
    db: &Db,
    caller: &Caller,
    id: PlatformTokenId,
    name: &str,
    scopes: Scopes,
    expires_at: Option<Timestamp>,
) -> Result<String, CommunityError> {
    caller.must(Act::Operate)?;
    let name = text::needed_line("name", name, limits::TOKEN_NAME)?;
    let token = db.entropy().token();
    let mut tx = db.begin(CommunityId::PLATFORM).await?;
    let row =
        store::platform_token::NewRow { id, name: &name, hash: TokenHash::of(PURPOSE, &token), scopes, expires_at };
    let now = tx.now();
    let written = store::platform_token::insert(tx.conn(), &row, now).await?;
    if written {
        let detail = json!({ "token": id.0, "scopes": scopes.words() });
        tx.record(Entry { actor: caller.me().map(|me| me.member), subject: None, act: "token_issued", detail });
    }
    tx.commit().await?;
    if written { Ok(token) } else { Err(CommunityError::IdInUse) }
}

/// Every token, the newest first. Operators and the house.
pub async fn list(db: &Db, caller: &Caller) -> Result<Vec<TokenLine>, CommunityError> {
    caller.must(Act::SeeOperatorDesk)?;
    let mut tx = db.begin_public().await?;
    let lines = store::platform_token::all(tx.conn()).await?;
    tx.commit().await?;
    Ok(lines)
}

/// Makes the token worthless from the next request on. Harmless to repeat.
pub async fn revoke(db: &Db, caller: &Caller, id: PlatformTokenId) -> Result<(), CommunityError> {
    caller.must(Act::Operate)?;
    let mut tx = db.begin(CommunityId::PLATFORM).await?;
    let now = tx.now();
    let known = store::platform_token::revoke(tx.conn(), id, now).await?;
    if known {
        let detail = json!({ "token": id.0 });
        tx.record(Entry { actor: caller.me().map(|me| me.member), subject: None, act: "token_revoked", detail });
    }
    tx.commit().await?;
    if known { Ok(()) } else { Err(CommunityError::NotFound) }
}

/// The program behind a token, on the platform's own host, if the token is a good one.
pub async fn speaker(db: &Db, token: &str, language: Language) -> Result<Option<Caller>, CommunityError> {
    let mut tx = db.begin_public().await?;
    let now = tx.now();
    let known = store::platform_token::good(tx.conn(), &TokenHash::of(PURPOSE, token), now).await?;
    tx.commit().await?;
    Ok(known.map(|program| Caller::new(CommunityId::PLATFORM, Who::Program(program), language)))
}

/// The same program inside the community of this short name: only where its own token launched it. Any other community is not
/// there.
///
/// # Errors
/// `Forbidden` for a token that may not import at all; `NotFound`.
pub async fn inside(db: &Db, caller: &Caller, slug: &str) -> Result<Caller, CommunityError> {
    caller.must(Act::Import)?;
    let Program { token, .. } = caller.program().ok_or(CommunityError::NotFound)?;
    let mut tx = db.begin_public().await?;
    let community = store::launch::by_token(tx.conn(), token, slug).await?.ok_or(CommunityError::NotFound)?;
    tx.commit().await?;
    Ok(Caller { community, ..caller.clone() })
}
