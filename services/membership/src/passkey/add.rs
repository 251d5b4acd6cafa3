//! Adding a passkey to one's account.

use super::{Answer, Begun, Venue, challenge, challenge::Purpose};
use crate::{
    MembershipError,
    account_change::{self, What},
    factor::{self, Proved},
    limits, store,
};
use community::text;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{AccountId, Act, Caller, Deed, Forbidden, PasskeyId, SessionId};
use serde_json::Value;
use webauthn_rs::prelude::{CreationChallengeResponse, Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

/// The device made a key.
#[derive(Debug, Clone)]
pub struct AddPasskey {
    /// What its owner calls it.
    pub name: String,
    /// The new key.
    pub answer: Answer,
}

/// A passkey was added.
#[derive(Debug, Clone)]
pub struct Added {
    /// Which.
    pub id: PasskeyId,
    /// Ten codes for whoever loses the device, shown this once: where this is the account's first second factor. Else none, those
    /// that are there stay good.
    pub recovery_codes: Vec<String>,
    /// Adding it has shown it, too.
    pub proved: Proved,
}

/// What the browser is to ask the device: a new key for this host's domain.
///
/// # Errors
/// `Forbidden` unless the caller has just shown that it is them; `PasskeysEnough`, `PasskeyNotHere`, `TooOften`.
pub async fn begin_adding(
    db: &Db,
    caller: &Caller,
    session: SessionId,
    venue: &Venue,
) -> Result<Begun, MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    db.count(caller, Deed::ChangeAccess, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let email = store::account::lock(&mut tx, account).await?.ok_or(MembershipError::NotFound)?;
    room_for_one(&mut tx, account).await?;
    let known = store::passkey::at(&mut tx, account, venue.domain()).await?;
    let known = known.into_iter().map(|row| read(row).map(|passkey| passkey.cred_id().clone()));
    let known = known.collect::<Result<Vec<_>, DatabaseError>>()?;
    let asked =
        venue.relying_party()?.start_passkey_registration(account.0, email.as_str(), email.as_str(), Some(known));
    let (options, state) = asked.map_err(DatabaseError::damaged)?;
    let challenge = challenge::lay(&mut tx, &Purpose::Add(account, session), &state).await?;
    tx.commit().await?;
    Ok(Begun { challenge, options: discoverable(&options)? })
}

/// The new key: from now on it signs in and is a second factor, on its domain. The account's address is told, and can take it back.
///
/// # Errors
/// `PasskeyRefused` for an answer that does not fit; `PasskeysEnough`; `Text`; `Forbidden`.
pub async fn add(
    db: &Db,
    caller: &Caller,
    session: SessionId,
    venue: &Venue,
    cmd: AddPasskey,
) -> Result<Added, MembershipError> {
    caller.must(Act::ChangeOwnAccess)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let name = text::needed_line("name", &cmd.name, limits::PASSKEY_NAME)?;
    let mut tx = db.begin(caller.community).await?;
    let added = take_in(&mut tx, (account, session), venue, &name, cmd.answer).await;
    // A refusal is kept as well: the challenge is used up.
    tx.commit().await?;
    added
}

async fn take_in(
    tx: &mut CommunityTx,
    (account, session): (AccountId, SessionId),
    venue: &Venue,
    name: &str,
    answer: Answer,
) -> Result<Added, MembershipError> {
    store::account::lock(tx, account).await?.ok_or(MembershipError::NotFound)?;
    let asked: PasskeyRegistration = challenge::take(tx, answer.challenge, &Purpose::Add(account, session)).await?;
    room_for_one(tx, account).await?;
    let made: RegisterPublicKeyCredential =
        serde_json::from_value(answer.credential).map_err(|_| MembershipError::PasskeyRefused)?;
    let checked = venue.relying_party()?.finish_passkey_registration(&made, &asked);
    let passkey = checked.map_err(|_| MembershipError::PasskeyRefused)?;
    let was_protected = store::factor::protection(tx, account).await?.has_factor();
    let id = PasskeyId(tx.entropy().id());
    let credential = serde_json::to_value(&passkey).map_err(DatabaseError::damaged)?;
    let new = store::passkey::New {
        id,
        account,
        domain: venue.domain(),
        name,
        credential_id: passkey.cred_id(),
        credential: &credential,
    };
    if !store::passkey::insert(tx, new).await? {
        return Err(MembershipError::PasskeyRefused);
    }
    let recovery_codes = if was_protected { Vec::new() } else { factor::new_codes(tx, account).await? };
    account_change::record_tx(tx, account, What::PasskeyAdded(id)).await?;
    let proved = factor::sure(tx, account, session).await?;
    Ok(Added { id, recovery_codes, proved })
}

async fn room_for_one(tx: &mut CommunityTx, account: AccountId) -> Result<(), MembershipError> {
    if store::passkey::of_account(tx, account).await?.len() < limits::PASSKEYS {
        Ok(())
    } else {
        Err(MembershipError::PasskeysEnough)
    }
}

/// A key that the device finds by itself: nobody types an address to sign in with it. The library leaves that to the device.
fn discoverable(options: &CreationChallengeResponse) -> Result<Value, DatabaseError> {
    let mut options = serde_json::to_value(options).map_err(DatabaseError::damaged)?;
    if let Some(wishes) = options.pointer_mut("/publicKey/authenticatorSelection").and_then(Value::as_object_mut) {
        wishes.insert("residentKey".to_owned(), "required".into());
        wishes.insert("requireResidentKey".to_owned(), true.into());
    }
    Ok(options)
}

/// A passkey as it was kept.
pub(super) fn read(row: Value) -> Result<Passkey, DatabaseError> {
    serde_json::from_value(row).map_err(DatabaseError::damaged)
}
