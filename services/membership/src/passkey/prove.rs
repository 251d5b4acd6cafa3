//! Showing that it is oneself, by a passkey.

use super::{Answer, Begun, Venue, add::read, assertion, challenge, challenge::Purpose};
use crate::{
    MembershipError,
    factor::{self, Proved},
    store,
};
use database::{CommunityTx, DatabaseError, Db};
use kernel::{AccountId, Act, Caller, Deed, Forbidden, SessionId};

/// What the browser is to ask the device: one of the caller's passkeys for this host's domain.
///
/// # Errors
/// `PasskeyMissing` when none of them works here; `TooOften`.
pub async fn begin_proving(
    db: &Db,
    caller: &Caller,
    session: SessionId,
    venue: &Venue,
) -> Result<Begun, MembershipError> {
    caller.must(Act::ProveOneself)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ProveFactor, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let own = store::passkey::at(&mut tx, account, venue.domain()).await?;
    let own = own.into_iter().map(read).collect::<Result<Vec<_>, DatabaseError>>()?;
    if own.is_empty() {
        return Err(MembershipError::PasskeyMissing);
    }
    let (challenge, options) = assertion::ask(&mut tx, venue, &Purpose::Prove(account, session), &own).await?;
    tx.commit().await?;
    Ok(Begun { challenge, options })
}

/// The device's answer: the house is sure of the session for [`crate::limits::PROOF`].
///
/// # Errors
/// `PasskeyRefused` for an answer that does not fit, somebody else's passkey included.
pub async fn prove(
    db: &Db,
    caller: &Caller,
    session: SessionId,
    venue: &Venue,
    answer: Answer,
) -> Result<Proved, MembershipError> {
    caller.must(Act::ProveOneself)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    let proved = shown(&mut tx, (account, session), venue, answer).await;
    // A refusal is kept as well: the challenge is used up.
    tx.commit().await?;
    proved
}

async fn shown(
    tx: &mut CommunityTx,
    (account, session): (AccountId, SessionId),
    venue: &Venue,
    answer: Answer,
) -> Result<Proved, MembershipError> {
    let asked = challenge::take(tx, answer.challenge, &Purpose::Prove(account, session)).await?;
    if assertion::check(tx, venue, asked, answer.credential).await? != account {
        return Err(MembershipError::PasskeyRefused);
    }
    factor::sure(tx, account, session).await
}
