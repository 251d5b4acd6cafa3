//! The jobs this noun causes. Payloads hold ids; the worker loads what is true by then.

use database::{Job, Lane};
use kernel::{AccountChangeId, AddressChangeId, CommunityId, MemberId, SignInId, Timestamp};
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

/// Send the letter that confirms a new address ([`crate::address_change::letter`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ConfirmAddress {
    /// Which wish.
    pub change: AddressChangeId,
}

impl Job for ConfirmAddress {
    const KIND: &'static str = "confirm_address";
    const LANE: Lane = Lane::Security;
}

/// Tell somebody that how they get in was changed, and how to take it back ([`crate::account_change::letter`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct AccountChanged {
    /// Which change.
    pub change: AccountChangeId,
}

impl Job for AccountChanged {
    const KIND: &'static str = "account_changed";
    const LANE: Lane = Lane::Security;
}

/// Take somebody's second factors away, when nobody has stopped it ([`crate::factor_reset::carry_out`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ResetFactors {
    /// Which wish, among the account's changes.
    pub change: AccountChangeId,
}

impl Job for ResetFactors {
    const KIND: &'static str = "reset_factors";
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

/// Tell one steward that somebody waits for them. Written, once a steward, by whoever calls [`crate::apply_tx`] where
/// stewards admit: a mailbox that puts letters off keeps nobody else's, and each letter has a name of its own.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ApplicantArrived {
    /// Who waits.
    pub member: MemberId,
    /// Who is told.
    pub steward: MemberId,
}

impl Job for ApplicantArrived {
    const KIND: &'static str = "applicant_arrived";
    const LANE: Lane = Lane::Prompt;
}

/// Somebody has gone, by their own wish or by a decision: every noun tidies up what they left behind. Written by
/// [`crate::change_tx`].
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct MemberGone {
    /// Who.
    pub member: MemberId,
    /// When; what they began later, having come back, is not meant.
    pub gone_at: Timestamp,
}

impl Job for MemberGone {
    const KIND: &'static str = "member_gone";
    const LANE: Lane = Lane::Prompt;
}

/// Somebody is out for a time: what cannot wait for them goes on without them. Written where a standing becomes `suspended`.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct MemberSuspended {
    /// Who.
    pub member: MemberId,
    /// When.
    pub suspended_at: Timestamp,
}

impl Job for MemberSuspended {
    const KIND: &'static str = "member_suspended";
    const LANE: Lane = Lane::Prompt;
}

/// Somebody who waited is in: every noun takes up what they had begun meanwhile. Written by [`crate::admit_tx`].
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct MemberAdmitted {
    /// Who.
    pub member: MemberId,
}

impl Job for MemberAdmitted {
    const KIND: &'static str = "member_admitted";
    const LANE: Lane = Lane::Prompt;
}

/// What is to be told of complaints about a community's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintsNews {
    /// There are too many.
    Alarm,
    /// So many that its letters wait.
    Held,
    /// They wait no more.
    LetGo,
}

impl ComplaintsNews {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Alarm => "alarm",
            Self::Held => "held",
            Self::LetGo => "let_go",
        }
    }
}

/// Tell owners and operators of complaints about the community's letters ([`crate::complaints::tell`]).
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct TellComplaints {
    /// What.
    pub news: ComplaintsNews,
}

impl Job for TellComplaints {
    const KIND: &'static str = "tell_complaints";
    const LANE: Lane = Lane::Prompt;
}

/// Write one letter about complaints ([`crate::complaints::letter`]): to an owner of the community, or to an operator.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ComplaintsLetter {
    /// Whose letters were complained of.
    pub about: CommunityId,
    /// What there is to tell.
    pub news: ComplaintsNews,
    /// To whom.
    pub member: MemberId,
}

impl Job for ComplaintsLetter {
    const KIND: &'static str = "complaints_letter";
    const LANE: Lane = Lane::Prompt;
}

/// Sweep away whatever has had its time: what is swept here ([`crate::housekeeping::sweep`]) and all the rest.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Sweep {}

impl Job for Sweep {
    const KIND: &'static str = "sweep";
    const LANE: Lane = Lane::Bulk;
}
