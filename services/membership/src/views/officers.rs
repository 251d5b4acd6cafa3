//! Who holds an office.

use crate::{MemberCard, MembershipError, store};
use database::Db;
use kernel::{Act, Caller};

/// Everybody who holds an office, wherever they stand: owners, then stewards, then editors, each by name. At most 500.
///
/// For whoever gives and takes offices: a suspended steward is one again once reinstated, so the list must name them.
///
/// # Errors
/// `Forbidden` unless the caller may see the settings.
pub async fn officers(db: &Db, caller: &Caller) -> Result<Vec<MemberCard>, MembershipError> {
    caller.must(Act::SeeSettings)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::views::officers::all(&mut tx).await?;
    tx.commit().await?;
    Ok(found)
}
