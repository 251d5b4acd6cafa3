//! What nobody needs any more goes.

use crate::{MembershipError, jobs::Sweep, limits, store};
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller};

/// What went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Swept {
    /// Sign-ins, used or not.
    pub sign_ins: u64,
    /// Sessions that had ended.
    pub sessions: u64,
}

impl Swept {
    /// Of both.
    pub fn rows(self) -> u64 {
        self.sign_ins.saturating_add(self.sessions)
    }
}

/// Writes a [`Sweep`], unless one waits already: that one does for this hour as well.
pub async fn schedule(db: &Db, caller: &Caller) -> Result<(), MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    tx.enqueue_with(&Sweep {}, Schedule::default().meaning("sweep")).await?;
    tx.commit().await?;
    Ok(())
}

/// Sweeps this community's old sign-ins and ended sessions. A job of the house, safe to run at any time.
pub async fn sweep(db: &Db, caller: &Caller) -> Result<Swept, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let swept = sweep_tx(&mut tx).await?;
    tx.commit().await?;
    Ok(swept)
}

/// The same, within the transaction of whoever sweeps more. Works out as well what older names are like.
pub async fn sweep_tx(tx: &mut CommunityTx) -> Result<Swept, MembershipError> {
    let now = tx.now();
    let sign_ins = store::sign_in::sweep(tx, now - limits::SIGN_IN_KEPT).await?;
    store::address_change::sweep(tx, now - limits::SIGN_IN_KEPT).await?;
    store::factor::sweep(tx, now - limits::CHANGE_KEPT).await?;
    store::passkey::sweep(tx, now - limits::CHANGE_KEPT, now - limits::CHALLENGE_KEPT).await?;
    store::account_change::sweep(tx, now - limits::CHANGE_KEPT).await?;
    store::member::work_out_likeness(tx).await?;
    let sessions = store::session::sweep(tx, now - limits::SESSION_KEPT).await?;
    Ok(Swept { sign_ins, sessions })
}
