//! Who is let in, and by whose word: the list; nothing is decided here.

mod admit_applicant;
mod apply;
mod ask_sponsor;
mod ask_sponsor_via_link;
mod cancel_sponsor_request;
mod decline_sponsorship;
mod give_sponsorship;
mod invite_somebody;
mod refuse_applicant;
mod renew_personal_link;
mod revoke_invitation;
mod withdraw_sponsorship;

use crate::visit::Desk;
use admit_applicant::{AdmitApplicantInput, AdmitApplicantPayload};
use apply::{ApplyInput, ApplyPayload};
use ask_sponsor::{AskSponsorInput, AskSponsorPayload};
use ask_sponsor_via_link::{AskSponsorViaLinkInput, AskSponsorViaLinkPayload};
use async_graphql::{Context, Object, Result};
use cancel_sponsor_request::{CancelSponsorRequestInput, CancelSponsorRequestPayload};
use decline_sponsorship::{DeclineSponsorshipInput, DeclineSponsorshipPayload};
use give_sponsorship::{GiveSponsorshipInput, GiveSponsorshipPayload};
use invite_somebody::{InviteSomebodyInput, InviteSomebodyPayload};
use refuse_applicant::{RefuseApplicantInput, RefuseApplicantPayload};
use renew_personal_link::RenewPersonalLinkPayload;
use revoke_invitation::{RevokeInvitationInput, RevokeInvitationPayload};
use withdraw_sponsorship::{WithdrawSponsorshipInput, WithdrawSponsorshipPayload};

/// What is asked, given and decided about newcomers.
#[derive(Default)]
pub struct VouchingMutation;

#[Object]
impl VouchingMutation {
    /// Asks to come in.
    async fn apply(&self, ctx: &Context<'_>, input: ApplyInput) -> Result<ApplyPayload> {
        apply::run(Desk::of(ctx)?, input).await
    }

    /// Asks somebody by their address to vouch for the asker.
    async fn ask_sponsor(&self, ctx: &Context<'_>, input: AskSponsorInput) -> Result<AskSponsorPayload> {
        ask_sponsor::run(Desk::of(ctx)?, input).await
    }

    /// Asks the member whose personal link or invitation the asker holds.
    async fn ask_sponsor_via_link(
        &self,
        ctx: &Context<'_>,
        input: AskSponsorViaLinkInput,
    ) -> Result<AskSponsorViaLinkPayload> {
        ask_sponsor_via_link::run(Desk::of(ctx)?, input).await
    }

    /// Takes a request for sponsorship back.
    async fn cancel_sponsor_request(
        &self,
        ctx: &Context<'_>,
        input: CancelSponsorRequestInput,
    ) -> Result<CancelSponsorRequestPayload> {
        cancel_sponsor_request::run(Desk::of(ctx)?, input).await
    }

    /// Vouches for somebody who asked.
    async fn give_sponsorship(&self, ctx: &Context<'_>, input: GiveSponsorshipInput) -> Result<GiveSponsorshipPayload> {
        give_sponsorship::run(Desk::of(ctx)?, input).await
    }

    /// Says no to somebody who asked, in private.
    async fn decline_sponsorship(
        &self,
        ctx: &Context<'_>,
        input: DeclineSponsorshipInput,
    ) -> Result<DeclineSponsorshipPayload> {
        decline_sponsorship::run(Desk::of(ctx)?, input).await
    }

    /// Takes one's word back, as long as the newcomer is not in.
    async fn withdraw_sponsorship(
        &self,
        ctx: &Context<'_>,
        input: WithdrawSponsorshipInput,
    ) -> Result<WithdrawSponsorshipPayload> {
        withdraw_sponsorship::run(Desk::of(ctx)?, input).await
    }

    /// Invites somebody by letter.
    async fn invite_somebody(&self, ctx: &Context<'_>, input: InviteSomebodyInput) -> Result<InviteSomebodyPayload> {
        invite_somebody::run(Desk::of(ctx)?, input).await
    }

    /// Takes an invitation back.
    async fn revoke_invitation(
        &self,
        ctx: &Context<'_>,
        input: RevokeInvitationInput,
    ) -> Result<RevokeInvitationPayload> {
        revoke_invitation::run(Desk::of(ctx)?, input).await
    }

    /// Replaces the asker's personal link; the old one ends.
    async fn renew_personal_link(&self, ctx: &Context<'_>) -> Result<RenewPersonalLinkPayload> {
        renew_personal_link::run(Desk::of(ctx)?).await
    }

    /// A steward lets somebody in.
    async fn admit_applicant(&self, ctx: &Context<'_>, input: AdmitApplicantInput) -> Result<AdmitApplicantPayload> {
        admit_applicant::run(Desk::of(ctx)?, input).await
    }

    /// A steward turns somebody down.
    async fn refuse_applicant(&self, ctx: &Context<'_>, input: RefuseApplicantInput) -> Result<RefuseApplicantPayload> {
        refuse_applicant::run(Desk::of(ctx)?, input).await
    }
}
