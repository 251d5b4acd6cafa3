//! Tokens with which an integrator speaks to the platform over REST. Shown once; only the hash is kept.

use crate::{CommunityError, store, text};
use database::Db;
use kernel::{Act, Caller, PlatformTokenId, TokenHash};

const PURPOSE: &str = "platform-token";

/// Makes a token called `name` and hands it out, once. Operators and the house.
pub async fn issue(db: &Db, caller: &Caller, id: PlatformTokenId, name: &str) -> Result<String, CommunityError> {
    caller.must(Act::Operate)?;
    let name = text::needed_line("name", name, 80)?;
    let token = db.entropy().token();
    let mut tx = db.begin_public().await?;
    let now = tx.now();
    let written = store::platform_token::insert(tx.conn(), id, &name, &TokenHash::of(PURPOSE, &token), now).await?;
    tx.commit().await?;
    if written { Ok(token) } else { Err(CommunityError::IdInUse) }
}

/// Makes the token worthless from the next request on. Harmless to repeat.
pub async fn revoke(db: &Db, caller: &Caller, id: PlatformTokenId) -> Result<(), CommunityError> {
    caller.must(Act::Operate)?;
    let mut tx = db.begin_public().await?;
    let now = tx.now();
    let known = store::platform_token::revoke(tx.conn(), id, now).await?;
    tx.commit().await?;
    if known { Ok(()) } else { Err(CommunityError::NotFound) }
}

/// Which token this is, if it is a good one. Asked by the REST door before it acts as the house.
pub async fn check(db: &Db, token: &str) -> Result<Option<PlatformTokenId>, CommunityError> {
    let mut tx = db.begin_public().await?;
    let id = store::platform_token::good(tx.conn(), &TokenHash::of(PURPOSE, token)).await?;
    tx.commit().await?;
    Ok(id)
}
