//! Checking what a device signed.

use super::{Venue, challenge, challenge::Purpose};
use crate::{MembershipError, store};
use data_encoding::BASE64URL_NOPAD;
use database::{CommunityTx, DatabaseError};
use kernel::{AccountId, ChallengeId};
use serde_json::{Value, json};
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential, RequestChallengeResponse};

/// What to ask: of any device that has a passkey for this domain, unless `only` names those that will do.
pub(super) async fn ask(
    tx: &mut CommunityTx,
    venue: &Venue,
    purpose: &Purpose<'_>,
    only: &[Passkey],
) -> Result<(ChallengeId, Value), MembershipError> {
    let asked = venue.relying_party()?.start_discoverable_authentication();
    let (mut options, state) = asked.map_err(DatabaseError::damaged)?;
    // The page asks when somebody has pressed its button, not while they type.
    options.mediation = None;
    let id = challenge::lay(tx, purpose, &state).await?;
    Ok((id, listing(&options, only)?))
}

/// The options as a browser takes them.
fn listing(options: &RequestChallengeResponse, only: &[Passkey]) -> Result<Value, DatabaseError> {
    let mut options = serde_json::to_value(options).map_err(DatabaseError::damaged)?;
    let named =
        only.iter().map(|passkey| json!({ "type": "public-key", "id": BASE64URL_NOPAD.encode(passkey.cred_id()) }));
    if let Some(list) = options.pointer_mut("/publicKey/allowCredentials") {
        *list = named.collect();
    }
    Ok(options)
}

/// Whose passkey signed what was asked; its counter is written down. The passkey's row is held until the transaction ends: of two
/// answers at once the second sees the counter of the first.
///
/// # Errors
/// `PasskeyRefused` for whatever does not fit.
pub(super) async fn check(
    tx: &mut CommunityTx,
    venue: &Venue,
    asked: DiscoverableAuthentication,
    credential: Value,
) -> Result<AccountId, MembershipError> {
    let answer: PublicKeyCredential =
        serde_json::from_value(credential).map_err(|_| MembershipError::PasskeyRefused)?;
    let found = store::passkey::lock(tx, venue.domain(), &answer.raw_id).await?;
    let row = found.ok_or(MembershipError::PasskeyRefused)?;
    // A device that says whose key it is must be right.
    if answer.get_user_unique_id().is_some_and(|account| account != row.account.0.as_bytes()) {
        return Err(MembershipError::PasskeyRefused);
    }
    let mut passkey: Passkey = serde_json::from_value(row.credential).map_err(DatabaseError::damaged)?;
    let checked = venue.relying_party()?.finish_discoverable_authentication_v2(&answer, asked, &passkey);
    let shown = checked.map_err(|_| MembershipError::PasskeyRefused)?;
    passkey.update_credential(&shown);
    let credential = serde_json::to_value(&passkey).map_err(DatabaseError::damaged)?;
    store::passkey::used(tx, row.id, &credential).await?;
    Ok(row.account)
}
