//! Somebody goes by a decision: what that does to others is shown first, done as shown, and with a second hand where it touches many.

mod call_off;
mod carry_out;
mod confirm;
mod effects;
mod put_out;

pub use call_off::{CallOff, call_off};
pub use confirm::{ConfirmDeparture, confirm_departure};
pub use effects::{EffectsView, FallView, what_if};
pub use put_out::{PutOut, PutOutcome, put_out};

pub(crate) use carry_out::people;
pub(crate) use effects::{Asked, standard, standard_today};

use crate::words::{Cause, DepartureState};
use chrono::Duration;
use kernel::{DepartureId, MemberId, Timestamp};

/// How long a steward's wish waits for another steward.
pub const PROPOSAL_KEPT: Duration = Duration::days(7);

/// The longest reason, characters.
pub const LONGEST_REASON: usize = 500;

/// A departure as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Departure {
    pub(crate) id: DepartureId,
    pub(crate) member: MemberId,
    pub(crate) cause: Cause,
    pub(crate) reason: String,
    pub(crate) state: DepartureState,
    pub(crate) touched: u32,
    pub(crate) proposed_by: Option<MemberId>,
    pub(crate) expires_at: Timestamp,
    pub(crate) settled_by: Option<MemberId>,
}
