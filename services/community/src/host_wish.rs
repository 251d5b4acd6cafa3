//! Host names that wait for an operator. Whoever owns a domain points it here and writes to the operator, who looks and says yes;
//! until then the name leads nowhere and is taken from nobody, so that no form can seize a name that is somebody else's.

use crate::{CommunityError, HostName, journal, store};
use database::{CommunityTx, Db};
use kernel::{Act, Caller, CommunityId, Page, PageRequest, Timestamp};
use serde_json::json;

/// A host name that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostWish {
    /// Whose.
    pub community: CommunityId,
    /// That community's name.
    pub community_name: String,
    /// Which.
    pub host: String,
    /// Since when.
    pub asked_at: Timestamp,
}

/// From now on exactly these wait for the transaction's community; those that waited before go on waiting since then.
pub(crate) async fn wish_tx(tx: &mut CommunityTx, hosts: &[HostName]) -> Result<(), CommunityError> {
    let names: Vec<String> = hosts.iter().map(ToString::to_string).collect();
    if store::host_wish::taken(tx, &names).await? {
        return Err(CommunityError::HostTaken);
    }
    store::host_wish::keep_only(tx, &names).await?;
    for name in &names {
        store::host_wish::insert(tx, name).await?;
    }
    Ok(())
}

/// Every name that waits, the newest first. Operators.
pub async fn waiting(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<HostWish>, CommunityError> {
    caller.must(Act::SeeOperatorDesk)?;
    let mut tx = db.begin_platform().await?;
    let wishes = store::host_wish::all(tx.conn(), &page).await?;
    tx.commit().await?;
    Ok(wishes)
}

/// The name leads to its community from now on. Operators.
///
/// # Errors
/// `NotFound` when it does not wait (any more); `HostTaken`.
pub async fn activate(db: &Db, caller: &Caller, community: CommunityId, host: &str) -> Result<(), CommunityError> {
    caller.must(Act::Operate)?;
    let mut tx = db.begin(community).await?;
    let host = taken_off(&mut tx, host).await?;
    store::host::insert(&mut tx, &host, false).await.map_err(CommunityError::from_write)?;
    record(&mut tx, caller, "host_activated", &host).await?;
    tx.commit().await?;
    Ok(())
}

/// The name waits no more and leads nowhere. Operators.
///
/// # Errors
/// `NotFound` when it does not wait (any more).
pub async fn turn_down(db: &Db, caller: &Caller, community: CommunityId, host: &str) -> Result<(), CommunityError> {
    caller.must(Act::Operate)?;
    let mut tx = db.begin(community).await?;
    let host = taken_off(&mut tx, host).await?;
    record(&mut tx, caller, "host_turned_down", &host).await?;
    tx.commit().await?;
    Ok(())
}

async fn taken_off(tx: &mut CommunityTx, host: &str) -> Result<HostName, CommunityError> {
    let host = HostName::from_header(host).ok_or(CommunityError::NotFound)?;
    if store::host_wish::remove(tx, host.as_str()).await? { Ok(host) } else { Err(CommunityError::NotFound) }
}

/// In the community's own journal; the operator is nobody there, and named by the member they are of the platform.
async fn record(
    tx: &mut CommunityTx,
    caller: &Caller,
    act: &'static str,
    host: &HostName,
) -> Result<(), CommunityError> {
    let operator = caller.me().map(|me| me.member);
    let detail = json!({ "host": host.as_str(), "operator": operator });
    journal::record_tx(tx, journal::Entry { actor: None, subject: None, act, detail }).await?;
    Ok(())
}
