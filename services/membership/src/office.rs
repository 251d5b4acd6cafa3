//! By which right somebody acts, asked again at the moment they act.
//!
//! A caller is what their session said when the request came in. Where an office (or the standing behind it) is what allows
//! an act, that is a moment too early: it may be taken away while the act waits for its turn.

use crate::{MembershipError, store, trust_log};
use database::CommunityTx;
use kernel::{Act, Caller, Forbidden, Who};

/// The caller as they stand now, refused unless they may still do `act`. Takes the trust head's lock first, which every
/// change of a standing or an office takes: so the answer stays true until the transaction ends. The house is the house.
///
/// # Errors
/// `Forbidden`.
pub async fn still_must_tx(tx: &mut CommunityTx, caller: &Caller, act: Act) -> Result<Caller, MembershipError> {
    trust_log::lock_tx(tx).await?;
    let who = match caller.who {
        Who::Member(me) => Who::Member(store::office::me(tx, me.member).await?.ok_or(Forbidden::ByRule)?),
        other => other,
    };
    let now = Caller { who, ..caller.clone() };
    now.must(act)?;
    Ok(now)
}
