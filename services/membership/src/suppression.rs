//! Addresses that no letter goes to any more, because a mail server said that nobody is there.

use crate::{MembershipError, store};
use community::text;
use database::Db;
use kernel::{Act, Caller, EmailAddress};

/// Sends nothing to this address from now on. The house only. Harmless to repeat.
pub async fn suppress(db: &Db, caller: &Caller, email: &EmailAddress, reason: &str) -> Result<(), MembershipError> {
    caller.must(Act::WorkJob)?;
    let reason: String = text::line("reason", reason, usize::MAX)?.chars().take(300).collect();
    let mut tx = db.begin_public().await?;
    let now = tx.now();
    store::suppression::insert(tx.conn(), email, &reason, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether nothing goes to this address. The house only.
pub async fn is_suppressed(db: &Db, caller: &Caller, email: &EmailAddress) -> Result<bool, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin_public().await?;
    let found = store::suppression::contains(tx.conn(), email).await?;
    tx.commit().await?;
    Ok(found)
}
