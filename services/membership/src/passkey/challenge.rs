//! What a device is asked to sign: kept by us, answered once.

use crate::{MembershipError, limits, sign_in::browser_hash, store};
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, ChallengeId, SessionId, TokenHash};
use serde::{Serialize, de::DeserializeOwned};

/// What an answer is good for, and for whom.
pub(super) enum Purpose<'a> {
    /// Adding a passkey to this account, in this session.
    Add(AccountId, SessionId),
    /// Showing one of this account's, in this session.
    Prove(AccountId, SessionId),
    /// Signing in, in the browser with this nonce.
    SignIn(&'a str),
}

impl Purpose<'_> {
    /// As the database keeps it.
    fn row(&self) -> (&'static str, Option<AccountId>, TokenHash) {
        let session = |session: &SessionId| TokenHash::of("passkey-session", &session.to_string());
        match self {
            Self::Add(account, id) => ("add", Some(*account), session(id)),
            Self::Prove(account, id) => ("prove", Some(*account), session(id)),
            Self::SignIn(browser) => ("sign_in", None, browser_hash(browser)),
        }
    }
}

/// Writes down what is asked.
pub(super) async fn lay(
    tx: &mut CommunityTx,
    purpose: &Purpose<'_>,
    state: &impl Serialize,
) -> Result<ChallengeId, MembershipError> {
    let id = ChallengeId(tx.entropy().id());
    let state = serde_json::to_value(state).map_err(DatabaseError::damaged)?;
    let (purpose, account, asker) = purpose.row();
    let expires_at = tx.now() + limits::CHALLENGE_LIFE;
    let new = store::passkey::NewChallenge { id, purpose, account, asker: &asker, state: &state, expires_at };
    store::passkey::insert_challenge(tx, new).await?;
    Ok(id)
}

/// What was asked: once, whoever asks in vain.
///
/// # Errors
/// `PasskeyRefused` for one that was answered, is too old, or was laid for something or somebody else.
pub(super) async fn take<S: DeserializeOwned>(
    tx: &mut CommunityTx,
    id: ChallengeId,
    purpose: &Purpose<'_>,
) -> Result<S, MembershipError> {
    let now = tx.now();
    let (purpose, account, asker) = purpose.row();
    let taken = store::passkey::take_challenge(tx, id, purpose, account, &asker).await?;
    // One that is too old was taken all the same, so that it stays too old should the clock go back (bar A7).
    let taken = taken.filter(|taken| now < taken.expires_at).ok_or(MembershipError::PasskeyRefused)?;
    Ok(serde_json::from_value(taken.state).map_err(DatabaseError::damaged)?)
}
