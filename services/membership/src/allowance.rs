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
//! | whoever asks once strangers have used theirs up | 1 in 5 minutes, shared by all who ask ([`Room::Shared`]) |
//!
//! The shared letter is what lets the owner in from a new browser while strangers ask without end: its link opens in every
//! browser that has itself asked for this address, so that it does not matter whose ask caused it. It has no code, which
//! strangers could guess at, and goes only to members of the community that is asked, which nobody who asks can see.
//!
//! Any other letter but the weekly digest waits while 5 of its like, from whichever community, have gone to its address within the
//! hour. It is put off, not dropped. Sign-in letters do not count there: nobody can hold back somebody's letters by asking.
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

/// What somebody who asks for a sign-in letter gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Room {
    /// A letter of their own; it is counted.
    Own,
    /// Strangers have used theirs up: the letter that all who ask share.
    Shared,
    /// This browser has had its letters: nothing.
    None,
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

/// Counts a sign-in letter if it is one of its own. The work is the same for every address, whose letters are counted by one
/// transaction at a time.
pub(crate) async fn take_sign_in_tx(
    tx: &mut CommunityTx,
    email: &EmailAddress,
    asker: &Asker<'_>,
) -> Result<Room, DatabaseError> {
    let seal = tx.seal().clone();
    let known = device::known(&seal, asker.device, email);
    let row = store::allowance::NewRow {
        address: address_mark(tx, email),
        to_sign_in: true,
        known: known.is_some(),
        asker: seal.mark("letter-asker", known.unwrap_or(asker.browser)),
        network: asker.client.map_or_else(String::new, |client| seal.mark("letter-network", &network(client))),
    };
    // One address is counted by one request at a time; otherwise parallel requests would all see the same count.
    store::allowance::lock(tx, &row.address).await?;
    let since = tx.now() - limits::LETTERS_WINDOW;
    let lately = store::allowance::lately(tx, &row, since).await?;
    let room = room(row.known, &lately);
    if room == Room::Own {
        store::allowance::insert(tx, &row, since).await?;
    }
    Ok(room)
}

fn room(known: bool, lately: &Lately) -> Room {
    if lately.asker >= limits::SIGN_IN_LETTERS_A_BROWSER {
        return Room::None;
    }
    let strangers_may =
        lately.network < limits::SIGN_IN_LETTERS_A_NETWORK && lately.strangers < limits::SIGN_IN_LETTERS_TO_AN_ADDRESS;
    if known || strangers_may { Room::Own } else { Room::Shared }
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
        to_sign_in: false,
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
