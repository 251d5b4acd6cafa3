//! The communities a person is in: the one look across tenants for a person's own sake, on the platform's own host only, so
//! that no community learns of another (rule: foreign is absent).

use crate::{MembershipError, store};
use database::Db;
use kernel::{Act, Caller, CommunityId, Forbidden, Role, Standing};

/// One of the communities somebody is in, or waits to come into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// Which.
    pub community: CommunityId,
    /// Its short name.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The host it is shown under; absent: below the installation's own.
    pub primary_host: Option<String>,
    /// Where the person stands there.
    pub standing: Standing,
    /// Which office they hold there.
    pub role: Role,
}

/// The communities the caller's account is in, waits for or is suspended from, by name; at most 500. The platform itself is
/// none of them, and neither is what they have left or were excluded from.
///
/// # Errors
/// `Forbidden` unless the caller has signed in on the platform's own host.
pub async fn my_communities(db: &Db, caller: &Caller) -> Result<Vec<Membership>, MembershipError> {
    caller.must(Act::SeeOwnCommunities)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin_account(account).await?;
    let found = store::memberships::all(&mut tx).await?;
    tx.commit().await?;
    Ok(found)
}
