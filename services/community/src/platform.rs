//! The installation's own tenant.

use crate::{CommunityError, HostName, store};
use database::Db;
use kernel::{Act, Caller, CommunityId};

/// What the installation calls itself.
#[derive(Debug, Clone)]
pub struct Platform {
    /// Name shown on the platform's pages.
    pub name: String,
    /// Who runs the installation.
    pub organisation: String,
    /// Their postal address.
    pub postal_address: String,
    /// Their e-mail address, possibly empty.
    pub contact_email: String,
    /// Host names on which the platform answers (`localhost`, `maillon.example`, …); the first is the main one.
    pub hosts: Vec<HostName>,
}

/// Writes the platform's row if it is missing and gives it the hosts it lacks. Run at every start; the house only.
pub async fn ensure(db: &Db, caller: &Caller, platform: &Platform) -> Result<(), CommunityError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(CommunityId::PLATFORM).await?;
    if store::platform::insert(&mut tx, platform).await? {
        store::community::insert_trust_head(&mut tx).await?;
    }
    store::host::replace(&mut tx, &platform.hosts).await.map_err(CommunityError::from_write)?;
    tx.commit().await?;
    Ok(())
}
