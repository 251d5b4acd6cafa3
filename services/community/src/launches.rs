//! Who launched which community, counted and remembered.

use crate::{CommunityError, limits, store};
use database::CommunityTx;
use kernel::{AccountId, PlatformTokenId};

/// Who launches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Launcher {
    /// Somebody who has signed in on the platform's host.
    Account(AccountId),
    /// A program.
    Token(PlatformTokenId),
    /// Whoever sits at the command line, and the demo seed.
    House,
}

/// Remembers who launched the transaction's community, which has just been created (so that the launches' lock is held).
///
/// # Errors
/// `EnoughLaunched` for an account that has launched [`limits::LAUNCHES_A_DAY`] others within 24 hours.
pub async fn record_tx(tx: &mut CommunityTx, by: Launcher) -> Result<(), CommunityError> {
    store::launch::insert(tx, by).await?;
    if let Launcher::Account(account) = by {
        let a_day_ago = tx.now() - chrono::Duration::days(1);
        if store::launch::count_since(tx, account, a_day_ago).await? > limits::LAUNCHES_A_DAY {
            return Err(CommunityError::EnoughLaunched);
        }
    }
    Ok(())
}
