//! A steward calls off what waits for a second hand.

use crate::head::Head;
use crate::words::DepartureState;
use crate::{SponsorshipError, store};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, DepartureId};
use membership::still_must_tx;
use serde_json::json;

/// Calls a wish off.
#[derive(Debug, Clone, Copy)]
pub struct CallOff {
    /// Which.
    pub id: DepartureId,
}

/// Any steward may, whoever proposed it. Repeating it is harmless.
///
/// # Errors
/// `DepartureSettled` once it has happened.
pub async fn call_off(db: &Db, caller: &Caller, cmd: CallOff) -> Result<(), SponsorshipError> {
    caller.must(Act::Suspend)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let caller = &still_must_tx(&mut tx, caller, Act::Suspend).await?;
    let wish = store::departure::lock(&mut tx, cmd.id).await?.ok_or(SponsorshipError::NotFound)?;
    match wish.state {
        DepartureState::CalledOff => return Ok(()),
        DepartureState::Done => return Err(SponsorshipError::DepartureSettled),
        DepartureState::Proposed => {}
    }
    let me = caller.me().map(|me| me.member);
    store::departure::settle(&mut tx, wish.id, DepartureState::CalledOff, me, wish.touched).await?;
    let detail = json!({ "cause": wish.cause });
    tx.record(Entry { actor: me, subject: Some(wish.member), act: "departure_called_off", detail });
    tx.commit().await?;
    Ok(())
}
