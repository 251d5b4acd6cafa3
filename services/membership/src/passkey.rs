//! Passkeys: keys that somebody's own device keeps, opens for their finger, face or code, and shows only to the domain they were
//! made for (W3C Web Authentication).
//!
//! Invariants
//! - A passkey is bound to a domain ([`Venue::domain`]) and opens no other; what a device signed for one host is nothing on another,
//!   even where both share a domain.
//! - A challenge is answered once, within [`crate::limits::CHALLENGE_LIFE`], in the community and by the session or browser that asked for it;
//!   a wrong answer uses it up as well ([`challenge`]).
//! - The device must have looked at who holds it: a passkey is two factors at once, and signing in with one shows the second factor.
//! - Whatever is wrong with an answer is told in one sentence: nobody learns which keys and accounts there are (bar A1).
//! - Counters only rise: a device whose counter stands still or goes back was copied, and is refused.

mod add;
mod assertion;
mod challenge;
mod prove;
mod remove;
mod sign_in;
mod venue;

pub use add::{AddPasskey, Added, add, begin_adding};
pub use prove::{begin_proving, prove};
pub use remove::remove;
pub use sign_in::{PasskeySignIn, begin_sign_in, sign_in};
pub use venue::Venue;

use crate::{MembershipError, store};
use database::Db;
use kernel::{Act, Caller, ChallengeId, Forbidden, PasskeyId, Timestamp};
use serde_json::Value;

/// What a browser is to ask its device.
#[derive(Debug, Clone)]
pub struct Begun {
    /// Comes back with the answer.
    pub challenge: ChallengeId,
    /// The options of `navigator.credentials.create` or `.get`, bytes as base64url.
    pub options: Value,
}

/// What the device answered.
#[derive(Debug, Clone)]
pub struct Answer {
    /// To which challenge.
    pub challenge: ChallengeId,
    /// The credential as JSON, bytes as base64url.
    pub credential: Value,
}

/// A passkey, for its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasskeyView {
    /// Which.
    pub id: PasskeyId,
    /// What its owner calls it.
    pub name: String,
    /// The domain on which it opens something, and the hosts below it.
    pub domain: String,
    /// Since when it is there.
    pub created_at: Timestamp,
    /// Shown last when; nothing when it never was.
    pub used_at: Option<Timestamp>,
}

/// The caller's passkeys, wherever they work, the oldest first; at most [`crate::limits::PASSKEYS`].
pub async fn passkeys(db: &Db, caller: &Caller) -> Result<Vec<PasskeyView>, MembershipError> {
    caller.must(Act::ManageOwnAccount)?;
    let account = caller.account().ok_or(Forbidden::ByRule)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::passkey::of_account(&mut tx, account).await?;
    tx.commit().await?;
    Ok(found)
}
