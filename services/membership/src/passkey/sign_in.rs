//! Signing in with a passkey: no address is typed, the device says whose key it is.

use super::{Answer, Begun, Venue, assertion, challenge, challenge::Purpose};
use crate::{
    MembershipError, account, factor,
    redeem::{Entering, SignedIn, count_failure, enter_tx},
};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Deed};

/// The device answered.
#[derive(Clone)]
pub struct PasskeySignIn {
    /// What it signed.
    pub answer: Answer,
    /// The nonce in this browser's cookie.
    pub browser: String,
    /// What this browser's long-lived cookie holds; empty when it has none.
    pub device: String,
    /// What the browser calls itself, for the list of sessions.
    pub user_agent: String,
    /// The page to go to afterwards; anything but a path of this host becomes `/`.
    pub return_to: String,
}

impl std::fmt::Debug for PasskeySignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PasskeySignIn").finish_non_exhaustive()
    }
}

/// What the browser is to ask: any passkey for this host's domain. The same for everybody, because nobody is named.
///
/// # Errors
/// `PasskeyNotHere`; `TooOften`.
pub async fn begin_sign_in(db: &Db, caller: &Caller, browser: &str, venue: &Venue) -> Result<Begun, MembershipError> {
    caller.must(Act::SignIn)?;
    db.count(caller, Deed::AskPasskey, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let (challenge, options) = assertion::ask(&mut tx, venue, &Purpose::SignIn(browser), &[]).await?;
    tx.commit().await?;
    Ok(Begun { challenge, options })
}

/// Opens a session that has shown a second factor. Only answers that open nothing are counted.
///
/// # Errors
/// `PasskeyRefused`, whatever was wrong; `TooOften`.
pub async fn sign_in(db: &Db, caller: &Caller, venue: &Venue, cmd: PasskeySignIn) -> Result<SignedIn, MembershipError> {
    caller.must(Act::SignIn)?;
    let mut tx = db.begin(caller.community).await?;
    let entered = enter(&mut tx, venue, cmd).await;
    // A refusal is kept as well: the challenge is used up.
    tx.commit().await?;
    count_failure(db, caller, entered).await
}

async fn enter(tx: &mut CommunityTx, venue: &Venue, cmd: PasskeySignIn) -> Result<SignedIn, MembershipError> {
    let asked = challenge::take(tx, cmd.answer.challenge, &Purpose::SignIn(&cmd.browser)).await?;
    let account = assertion::check(tx, venue, asked, cmd.answer.credential).await?;
    let own = account::by_id_tx(tx, account).await?.ok_or(MembershipError::PasskeyRefused)?;
    let who = Entering {
        account,
        email: own.email,
        device: &cmd.device,
        user_agent: &cmd.user_agent,
        return_to: kernel::path::local(&cmd.return_to).to_owned(),
    };
    let signed = enter_tx(tx, who).await?;
    let proved = factor::sure(tx, account, signed.session).await?;
    Ok(SignedIn { session_token: proved.session_token, ..signed })
}
