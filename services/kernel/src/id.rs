//! Typed ids. One type a noun, so that a listing's id can never be handed where a member's is meant.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

ids! {
    /// A tenant. [`CommunityId::PLATFORM`] is the installation's own.
    CommunityId,
    /// A person on this installation: one e-mail address.
    AccountId,
    /// That person inside one community.
    MemberId,
    /// One signed-in browser.
    SessionId,
    /// One attempt to sign in: a letter with a link and a code.
    SignInId,
    /// A wish to be reached at another address, until it is confirmed.
    AddressChangeId,
    /// Something that was changed of an account, and can be taken back for a while.
    AccountChangeId,
    /// A second factor of an account.
    FactorId,
    /// A passkey of an account.
    PasskeyId,
    /// What a device was asked to sign with a passkey.
    ChallengeId,
    /// A member vouching for another, from request to end.
    SponsorshipId,
    /// A sponsor's letter to somebody who is not here yet.
    InvitationId,
    /// A decision about who comes in, with its rule and certificate.
    AdmissionId,
    /// A decision that somebody goes, or a steward's wish that waits for another's.
    DepartureId,
    /// Somebody's place that hangs on too few others, until it is cured or decided.
    ReviewId,
    /// What was decided about how somebody vouches: a warning, a pause, a smaller allowance, a strike.
    MeasureId,
    /// A doubt about somebody who is about to come in, confided to the stewards.
    ReservationId,
    /// That two people share a household.
    HouseholdId,
    /// One text against one decision.
    AppealId,
    /// An applicant's wish to meet a host, until they have met.
    MeetingId,
    /// What the two wrote to each other to find a day.
    MeetingLineId,
    /// Official information.
    BulletinId,
    /// A circle of members inside a community.
    GroupId,
    /// An offer or a request.
    ListingId,
    /// A photo of a listing.
    PhotoId,
    /// A member's listing and somebody else's that would help each other.
    MatchId,
    /// A search that a member keeps.
    SavedSearchId,
    /// Private messages between members.
    ConversationId,
    /// One private message.
    MessageId,
    /// One event told to one member.
    NotificationId,
    /// A digest letter for one member and one period.
    DigestId,
    /// Something to be done outside the transaction that caused it.
    JobId,
    /// A wish that a community be removed.
    RemovalId,
    /// An access token of an integrator, given out by the operator.
    PlatformTokenId,
}

impl CommunityId {
    /// The installation itself is a tenant too: its members are accounts that launch communities, its owners the operators.
    pub const PLATFORM: Self = Self(Uuid::nil());

    /// Whether this is the installation's own tenant.
    pub fn is_platform(self) -> bool {
        self == Self::PLATFORM
    }
}
