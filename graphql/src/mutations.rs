//! What can be done, one file a use case: one input, one payload with its results or a refusal.
//!
//! This file is the list; nothing is decided here.

mod account;
mod activate_host;
mod address;
mod answer_listing;
mod ask_address_change;
mod ask_copy;
mod ask_erasure;
mod ask_sign_in;
mod begin_second_factor;
mod bulletin;
mod change_admission_policy;
mod change_community;
mod choose_letters;
mod choose_naming;
mod close_listing;
mod close_listing_by_office;
mod confirm_address_by_code;
mod confirm_address_by_link;
mod confirm_second_factor;
mod drafts;
mod edit_listing;
mod edit_profile;
mod give_role;
mod group;
mod guest_request;
mod hosting;
mod household;
mod launch_community;
mod leave;
mod let_letters_go;
mod lift_suppression;
mod listings;
mod mandate;
mod mark_conversation_read;
mod mark_notifications_read;
mod outing;
mod passkeys;
mod prove_oneself;
mod publish_listing;
mod redeem_sign_in_code;
mod redeem_sign_in_link;
mod reinstate_member;
mod removal;
mod remove_second_factor;
mod renew_listing;
mod renew_recovery_codes;
mod reservation;
mod reset_second_factor;
mod revive_job;
mod searches;
mod send_message;
mod sign_out;
mod sign_out_everywhere;
mod standing;
mod take_back_change;
mod turn_down_host;
mod vouching;

use crate::visit::Desk;
use account::AccountMutation;
use activate_host::{ActivateHostInput, ActivateHostPayload};
use address::address;
use answer_listing::{AnswerListingInput, AnswerListingPayload};
use ask_copy::AskCopyPayload;
use ask_erasure::{AskErasureInput, AskErasurePayload};
use ask_sign_in::{AskSignInInput, AskSignInPayload};
use async_graphql::{Context, MergedObject, Object, Result};
use bulletin::BulletinMutation;
use change_admission_policy::{ChangeAdmissionPolicyInput, ChangeAdmissionPolicyPayload};
use change_community::{ChangeCommunityInput, ChangeCommunityPayload};
use choose_letters::{ChooseLettersInput, ChooseLettersPayload};
use choose_naming::{ChooseNamingInput, ChooseNamingPayload};
use close_listing::{CloseListingInput, CloseListingPayload};
use close_listing_by_office::{CloseListingByOfficeInput, CloseListingByOfficePayload};
use drafts::DraftMutation;
use edit_listing::{EditListingInput, EditListingPayload};
use edit_profile::{EditProfileInput, EditProfilePayload};
use give_role::{GiveRoleInput, GiveRolePayload};
use group::GroupMutation;
use guest_request::GuestRequestMutation;
use hosting::HostingMutation;
use household::HouseholdMutation;
use launch_community::{LaunchCommunityInput, LaunchCommunityPayload};
use leave::LeavePayload;
use let_letters_go::{LetLettersGoInput, LetLettersGoPayload};
use lift_suppression::{LiftSuppressionInput, LiftSuppressionPayload};
use listings::ListingMutation;
use mandate::MandateMutation;
use mark_conversation_read::{MarkConversationReadInput, MarkConversationReadPayload};
use mark_notifications_read::{MarkNotificationsReadInput, MarkNotificationsReadPayload};
use outing::OutingMutation;
use passkeys::PasskeyMutation;
use publish_listing::{PublishListingInput, PublishListingPayload};
use redeem_sign_in_code::{RedeemSignInCodeInput, RedeemSignInCodePayload};
use redeem_sign_in_link::{RedeemSignInLinkInput, RedeemSignInLinkPayload};
use reinstate_member::{ReinstateMemberInput, ReinstateMemberPayload};
use removal::RemovalMutation;
use renew_listing::{RenewListingInput, RenewListingPayload};
use reservation::ReservationMutation;
use reset_second_factor::{ResetSecondFactorInput, ResetSecondFactorPayload};
use revive_job::{ReviveJobInput, ReviveJobPayload};
use searches::SearchMutation;
use send_message::{SendMessageInput, SendMessagePayload};
use sign_out::{SignOutInput, SignOutPayload};
use sign_out_everywhere::SignOutEverywherePayload;
use standing::StandingMutation;
use turn_down_host::{TurnDownHostInput, TurnDownHostPayload};
use vouching::VouchingMutation;

/// Everything that can be done.
#[derive(MergedObject, Default)]
pub struct Mutation(
    HouseMutation,
    AccountMutation,
    PasskeyMutation,
    RemovalMutation,
    ReservationMutation,
    HouseholdMutation,
    BulletinMutation,
    GroupMutation,
    GuestRequestMutation,
    OutingMutation,
    VouchingMutation,
    StandingMutation,
    HostingMutation,
    ListingMutation,
    DraftMutation,
    SearchMutation,
    MandateMutation,
);

/// What is done inside a community, and by who runs the installation.
#[derive(Default)]
pub struct HouseMutation;

#[Object]
impl HouseMutation {
    /// Asks for a sign-in letter. The answer is always the same.
    async fn ask_sign_in(&self, ctx: &Context<'_>, input: AskSignInInput) -> Result<AskSignInPayload> {
        ask_sign_in::run(Desk::of(ctx)?, input).await
    }

    /// Signs in with the six digits of the letter; the session comes as a cookie.
    async fn redeem_sign_in_code(
        &self,
        ctx: &Context<'_>,
        input: RedeemSignInCodeInput,
    ) -> Result<RedeemSignInCodePayload> {
        redeem_sign_in_code::run(Desk::of(ctx)?, input).await
    }

    /// Signs in with the token of the letter's link; the session comes as a cookie.
    async fn redeem_sign_in_link(
        &self,
        ctx: &Context<'_>,
        input: RedeemSignInLinkInput,
    ) -> Result<RedeemSignInLinkPayload> {
        redeem_sign_in_link::run(Desk::of(ctx)?, input).await
    }

    /// Asks for a copy of everything about the asker; a letter tells when it is there (`myCopy`).
    async fn ask_copy(&self, ctx: &Context<'_>) -> Result<AskCopyPayload> {
        ask_copy::run(Desk::of(ctx)?).await
    }

    /// Leaves the community and erases the asker within the day. It cannot be taken back.
    async fn ask_erasure(&self, ctx: &Context<'_>, input: AskErasureInput) -> Result<AskErasurePayload> {
        ask_erasure::run(Desk::of(ctx)?, input).await
    }

    /// Ends the asker's session.
    async fn sign_out(&self, ctx: &Context<'_>, input: SignOutInput) -> Result<SignOutPayload> {
        sign_out::run(Desk::of(ctx)?, input).await
    }

    /// Ends all of the asker's sessions, in every community.
    async fn sign_out_everywhere(&self, ctx: &Context<'_>) -> Result<SignOutEverywherePayload> {
        sign_out_everywhere::run(Desk::of(ctx)?).await
    }

    /// A steward takes a suspended member back.
    async fn reinstate_member(&self, ctx: &Context<'_>, input: ReinstateMemberInput) -> Result<ReinstateMemberPayload> {
        reinstate_member::run(Desk::of(ctx)?, input).await
    }

    /// An owner gives or takes an office.
    async fn give_role(&self, ctx: &Context<'_>, input: GiveRoleInput) -> Result<GiveRolePayload> {
        give_role::run(Desk::of(ctx)?, input).await
    }

    /// Leaves the community.
    async fn leave(&self, ctx: &Context<'_>) -> Result<LeavePayload> {
        leave::run(Desk::of(ctx)?).await
    }

    /// Changes what the asker says of themselves.
    async fn edit_profile(&self, ctx: &Context<'_>, input: EditProfileInput) -> Result<EditProfilePayload> {
        edit_profile::run(Desk::of(ctx)?, input).await
    }

    /// Says which letters the asker wants.
    async fn choose_letters(&self, ctx: &Context<'_>, input: ChooseLettersInput) -> Result<ChooseLettersPayload> {
        choose_letters::run(Desk::of(ctx)?, input).await
    }

    /// Says whether the asker may be named on a chain between two people.
    async fn choose_naming(&self, ctx: &Context<'_>, input: ChooseNamingInput) -> Result<ChooseNamingPayload> {
        choose_naming::run(Desk::of(ctx)?, input).await
    }

    /// Publishes an offer or a request.
    async fn publish_listing(&self, ctx: &Context<'_>, input: PublishListingInput) -> Result<PublishListingPayload> {
        publish_listing::run(Desk::of(ctx)?, input).await
    }

    /// Changes a listing of the asker's.
    async fn edit_listing(&self, ctx: &Context<'_>, input: EditListingInput) -> Result<EditListingPayload> {
        edit_listing::run(Desk::of(ctx)?, input).await
    }

    /// Closes a listing of the asker's.
    async fn close_listing(&self, ctx: &Context<'_>, input: CloseListingInput) -> Result<CloseListingPayload> {
        close_listing::run(Desk::of(ctx)?, input).await
    }

    /// Gives a listing of the asker's more time.
    async fn renew_listing(&self, ctx: &Context<'_>, input: RenewListingInput) -> Result<RenewListingPayload> {
        renew_listing::run(Desk::of(ctx)?, input).await
    }

    /// A steward closes somebody's listing.
    async fn close_listing_by_office(
        &self,
        ctx: &Context<'_>,
        input: CloseListingByOfficeInput,
    ) -> Result<CloseListingByOfficePayload> {
        close_listing_by_office::run(Desk::of(ctx)?, input).await
    }

    /// Writes to the author of a listing.
    async fn answer_listing(&self, ctx: &Context<'_>, input: AnswerListingInput) -> Result<AnswerListingPayload> {
        answer_listing::run(Desk::of(ctx)?, input).await
    }

    /// Writes a further message.
    async fn send_message(&self, ctx: &Context<'_>, input: SendMessageInput) -> Result<SendMessagePayload> {
        send_message::run(Desk::of(ctx)?, input).await
    }

    /// Remembers that the asker has read a conversation.
    async fn mark_conversation_read(
        &self,
        ctx: &Context<'_>,
        input: MarkConversationReadInput,
    ) -> Result<MarkConversationReadPayload> {
        mark_conversation_read::run(Desk::of(ctx)?, input).await
    }

    /// Remembers that the asker has read notifications.
    async fn mark_notifications_read(
        &self,
        ctx: &Context<'_>,
        input: MarkNotificationsReadInput,
    ) -> Result<MarkNotificationsReadPayload> {
        mark_notifications_read::run(Desk::of(ctx)?, input).await
    }

    /// Changes who lets people in, having looked at what it means (`admissionPolicy`).
    async fn change_admission_policy(
        &self,
        ctx: &Context<'_>,
        input: ChangeAdmissionPolicyInput,
    ) -> Result<ChangeAdmissionPolicyPayload> {
        change_admission_policy::run(Desk::of(ctx)?, input).await
    }

    /// An owner changes the community's settings.
    async fn change_community(&self, ctx: &Context<'_>, input: ChangeCommunityInput) -> Result<ChangeCommunityPayload> {
        change_community::run(Desk::of(ctx)?, input).await
    }

    /// Launches a community, on the platform's own host.
    async fn launch_community(&self, ctx: &Context<'_>, input: LaunchCommunityInput) -> Result<LaunchCommunityPayload> {
        launch_community::run(Desk::of(ctx)?, input).await
    }

    /// The operator lets a host name lead to its community.
    async fn activate_host(&self, ctx: &Context<'_>, input: ActivateHostInput) -> Result<ActivateHostPayload> {
        activate_host::run(Desk::of(ctx)?, input).await
    }

    /// The operator turns a host name down.
    async fn turn_down_host(&self, ctx: &Context<'_>, input: TurnDownHostInput) -> Result<TurnDownHostPayload> {
        turn_down_host::run(Desk::of(ctx)?, input).await
    }

    /// The operator lets letters go to an address again.
    async fn lift_suppression(&self, ctx: &Context<'_>, input: LiftSuppressionInput) -> Result<LiftSuppressionPayload> {
        lift_suppression::run(Desk::of(ctx)?, input).await
    }

    /// The operator lets a community's letters go on, which wait because too many people complained of them.
    async fn let_letters_go(&self, ctx: &Context<'_>, input: LetLettersGoInput) -> Result<LetLettersGoPayload> {
        let_letters_go::run(Desk::of(ctx)?, input).await
    }

    /// The operator takes away the second factors of somebody who has lost them all: in three days, unless their address stops it.
    async fn reset_second_factor(
        &self,
        ctx: &Context<'_>,
        input: ResetSecondFactorInput,
    ) -> Result<ResetSecondFactorPayload> {
        reset_second_factor::run(Desk::of(ctx)?, input).await
    }

    /// The operator lets a buried job try again.
    async fn revive_job(&self, ctx: &Context<'_>, input: ReviveJobInput) -> Result<ReviveJobPayload> {
        revive_job::run(Desk::of(ctx)?, input).await
    }
}
