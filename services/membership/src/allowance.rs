//! How many letters may go to one address, over all communities (bar A9).
//!
//! Two wishes pull against each other. Nobody's letter box is to be flooded by strangers, and no stranger may use up the
//! letters with which the rightful owner signs in. Hence:
//!
//! | who asks for a sign-in letter | in an hour |
//! | --- | --- |
//! | one browser | 5 |
//! | one network, for one address | 5 |
//! | all strangers together, for one address | 15 |
//! | a browser in which this address has signed in before | 5 of its own, whatever strangers did |
//!
//! Any other letter but the weekly digest waits while 5 letters, of whatever kind and from whichever community, have gone to
//! its address within the hour. It is put off, not dropped.
//!
//! Rows hold seals, no addresses, and are gone when an hour has passed.

use crate::{MembershipError, device, limits, store};
use chrono::Duration;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{Act, Caller, EmailAddress, JobId, Timestamp, rates::network};
use std::net::IpAddr;

/// Who asks for a sign-in letter.
pub(crate) struct Asker<'a> {
    pub browser: &'a str,
    pub device: &'a str,
    pub client: Option<IpAddr>,
}

/// Letters of the last hour, as far as they matter to one asker.
#[derive(Debug, Default)]
pub(crate) struct Lately {
    /// Asked for by this very browser.
    pub asker: i64,
    /// Asked for by strangers of this network.
    pub network: i64,
    /// Asked for by strangers.
    pub strangers: i64,
}

/// Counts a sign-in letter. False when there is no room for it; then nothing is counted. The work is the same for every address.
pub(crate) async fn take_sign_in_tx(
    tx: &mut CommunityTx,
    email: &EmailAddress,
    asker: &Asker<'_>,
) -> Result<bool, DatabaseError> {
    let seal = tx.seal().clone();
    let known = device::known(&seal, asker.device, email);
    let row = store::allowance::NewRow {
        address: address_mark(tx, email),
        known: known.is_some(),
        asker: seal.mark("letter-asker", known.unwrap_or(asker.browser)),
        network: asker.client.map_or_else(String::new, |client| seal.mark("letter-network", &network(client))),
    };
    // One address is counted by one request at a time; otherwise parallel requests would all see the same count.
    store::allowance::lock(tx, &row.address).await?;
    let since = tx.now() - limits::LETTERS_WINDOW;
    let lately = store::allowance::lately(tx, &row, since).await?;
    let room = if row.known { lately.asker < limits::SIGN_IN_LETTERS_A_BROWSER } else { has_room(&lately) };
    if room {
        store::allowance::insert(tx, &row, since).await?;
    }
    Ok(room)
}

fn has_room(lately: &Lately) -> bool {
    lately.asker < limits::SIGN_IN_LETTERS_A_BROWSER
        && lately.network < limits::SIGN_IN_LETTERS_A_NETWORK
        && lately.strangers < limits::SIGN_IN_LETTERS_TO_AN_ADDRESS
}

/// Counts a letter that is no sign-in letter; repeating it for the same job counts once. When the address has had enough for now:
/// how long the letter has to wait. The house only.
pub async fn take_letter(
    db: &Db,
    caller: &Caller,
    email: &EmailAddress,
    job: JobId,
) -> Result<Option<Duration>, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let row = store::allowance::NewRow {
        address: address_mark(&tx, email),
        known: true,
        asker: tx.seal().mark("letter-job", &job.to_string()),
        network: String::new(),
    };
    store::allowance::lock(&mut tx, &row.address).await?;
    let since = tx.now() - limits::LETTERS_WINDOW;
    let others = store::allowance::others(&mut tx, &row, since).await?;
    let wait = wait(&others, tx.now());
    if wait.is_none() && store::allowance::lately(&mut tx, &row, since).await?.asker == 0 {
        store::allowance::insert(&mut tx, &row, since).await?;
    }
    tx.commit().await?;
    Ok(wait)
}

/// Until fewer than the limit are left; `sent` is the newest letters' moments, the latest first.
fn wait(sent: &[Timestamp], now: Timestamp) -> Option<Duration> {
    let room_at = *sent.get(limits::LETTERS_TO_AN_ADDRESS.checked_sub(1)?)? + limits::LETTERS_WINDOW;
    Some((room_at - now).max(Duration::seconds(1)))
}

fn address_mark(tx: &CommunityTx, email: &EmailAddress) -> String {
    tx.seal().mark("letter-address", email.as_str())
}
