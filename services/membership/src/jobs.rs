//! The jobs this noun causes. Payloads hold ids; the worker loads what is true by then.

use database::{Job, Lane};
use kernel::{MemberId, SignInId};
use serde::{Deserialize, Serialize};

/// Send the letter with link and code ([`crate::sign_in::letter`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct SignInLetter {
    /// Which sign-in.
    pub sign_in: SignInId,
}

impl Job for SignInLetter {
    const KIND: &'static str = "sign_in_letter";
    const LANE: Lane = Lane::Security;
}

/// Welcome somebody who has just been admitted. Written by [`crate::admit_tx`].
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct WelcomeMember {
    /// Whom.
    pub member: MemberId,
}

impl Job for WelcomeMember {
    const KIND: &'static str = "welcome_member";
    const LANE: Lane = Lane::Prompt;
}

/// Tell a founder that their community has begun. Written by [`crate::launch`].
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct WelcomeFounder {
    /// Whom.
    pub member: MemberId,
}

impl Job for WelcomeFounder {
    const KIND: &'static str = "welcome_founder";
    const LANE: Lane = Lane::Prompt;
}

/// Tell the stewards that somebody waits for them. Written by whoever calls [`crate::apply_tx`] where stewards admit.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ApplicantArrived {
    /// Who waits.
    pub member: MemberId,
}

impl Job for ApplicantArrived {
    const KIND: &'static str = "applicant_arrived";
    const LANE: Lane = Lane::Prompt;
}
