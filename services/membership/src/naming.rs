//! A person says whether others may read their name on a chain between two people. Nobody is named who did not say so.

use crate::{MembershipError, store};
use database::Db;
use kernel::{Act, Caller};

/// The choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChooseNaming {
    /// Whether others may be told the name of the caller as one of those between them and somebody else.
    pub named: bool,
}

/// Keeps the caller's choice. It holds from the next page that anybody opens.
pub async fn choose_naming(db: &Db, caller: &Caller, cmd: ChooseNaming) -> Result<(), MembershipError> {
    let me = caller.must_as_member(Act::ManageOwnAccount)?;
    let mut tx = db.begin(caller.community).await?;
    store::member::name_in_chains(&mut tx, me.member, cmd.named).await?;
    tx.commit().await?;
    Ok(())
}
