//! The jobs this noun causes. Payloads hold ids; [`crate::letters`] and the use cases load what is true when they run.

use database::{Job, Lane};
use kernel::{InvitationId, MemberId, SponsorshipId};
use serde::{Deserialize, Serialize};

macro_rules! jobs {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $kind:ty),* } = $word:literal, $lane:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$fdoc])* pub $field: $kind),* }

        impl Job for $name {
            const KIND: &'static str = $word;
            const LANE: Lane = Lane::$lane;
        }
    )*};
}

jobs! {
    /// Bring a request to the member whose address was typed, if there is one ([`crate::deliver`]), and write to them. It is
    /// written for every request, so that asking costs the same whether the address is known or not (bar A1).
    SponsorshipAsked {
        /// The request.
        sponsorship: SponsorshipId
    } = "sponsorship_asked", Prompt;
    /// Remind the member who was asked ([`crate::letters::reminder`]); a few days after asking.
    SponsorshipReminder {
        /// The request.
        sponsorship: SponsorshipId
    } = "sponsorship_reminder", Bulk;
    /// End a request that found no answer ([`crate::expire`]).
    ExpireSponsorship {
        /// The request.
        sponsorship: SponsorshipId
    } = "expire_sponsorship", Bulk;
    /// Write to the applicant that somebody vouches for them ([`crate::letters::given`]).
    SponsorshipGiven {
        /// The sponsorship.
        sponsorship: SponsorshipId
    } = "sponsorship_given", Prompt;
    /// Write to the applicant that a request came to nothing ([`crate::letters::declined`]); names nobody.
    SponsorshipDeclined {
        /// The request.
        sponsorship: SponsorshipId
    } = "sponsorship_declined", Prompt;
    /// Decide again about somebody for whom only time stood in the way ([`crate::recheck`]).
    RecheckApplicant {
        /// The applicant.
        member: MemberId
    } = "recheck_applicant", Prompt;
    /// Write an invitation ([`crate::letters::invitation`]).
    InvitationLetter {
        /// The invitation.
        invitation: InvitationId
    } = "invitation_letter", Prompt;
    /// Measure how healthy the community is ([`crate::measure`]).
    MeasureTrust {} = "measure_trust", Bulk;
    /// Write to a sponsor that the person they vouched for is in ([`crate::letters::admission_told`]).
    AdmissionTold {
        /// The newcomer.
        member: MemberId,
        /// The sponsor.
        sponsor: MemberId
    } = "admission_told", Prompt;
}
