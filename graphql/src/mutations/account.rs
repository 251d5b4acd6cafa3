//! What can be done about one's own account: the list; nothing is decided here.

use super::{
    ask_address_change::{AskAddressChangeInput, AskAddressChangePayload},
    begin_second_factor::BeginSecondFactorPayload,
    confirm_address_by_code::{ConfirmAddressByCodeInput, ConfirmAddressByCodePayload},
    confirm_address_by_link::{ConfirmAddressByLinkInput, ConfirmAddressByLinkPayload},
    confirm_second_factor::{ConfirmSecondFactorInput, ConfirmSecondFactorPayload},
    prove_oneself::{ProveOneselfInput, ProveOneselfPayload},
    remove_second_factor::RemoveSecondFactorPayload,
    renew_recovery_codes::RenewRecoveryCodesPayload,
    take_back_change::{TakeBackChangeInput, TakeBackChangePayload},
};
use crate::visit::Desk;
use async_graphql::{Context, Object, Result};

/// What somebody does about how they get in.
#[derive(Default)]
pub struct AccountMutation;

#[Object]
impl AccountMutation {
    /// Asks to be reached at another address; a letter goes there to be confirmed.
    async fn ask_address_change(
        &self,
        ctx: &Context<'_>,
        input: AskAddressChangeInput,
    ) -> Result<AskAddressChangePayload> {
        super::ask_address_change::run(Desk::of(ctx)?, input).await
    }

    /// Confirms the new address with the six digits of the letter, in the session that asked.
    async fn confirm_address_by_code(
        &self,
        ctx: &Context<'_>,
        input: ConfirmAddressByCodeInput,
    ) -> Result<ConfirmAddressByCodePayload> {
        super::confirm_address_by_code::run(Desk::of(ctx)?, input).await
    }

    /// Confirms the new address with the token of the letter's link, in the session that asked.
    async fn confirm_address_by_link(
        &self,
        ctx: &Context<'_>,
        input: ConfirmAddressByLinkInput,
    ) -> Result<ConfirmAddressByLinkPayload> {
        super::confirm_address_by_link::run(Desk::of(ctx)?, input).await
    }

    /// "This was not me": takes a change of an account back, and whatever was changed after it. Needs the letter's link only.
    async fn take_back_change(&self, ctx: &Context<'_>, input: TakeBackChangeInput) -> Result<TakeBackChangePayload> {
        super::take_back_change::run(Desk::of(ctx)?, input).await
    }

    /// Begins to set up a second factor (TOTP); nothing is asked of anybody before it is confirmed.
    async fn begin_second_factor(&self, ctx: &Context<'_>) -> Result<BeginSecondFactorPayload> {
        super::begin_second_factor::run(Desk::of(ctx)?).await
    }

    /// Confirms the second factor with its first code; the session comes anew as a cookie.
    async fn confirm_second_factor(
        &self,
        ctx: &Context<'_>,
        input: ConfirmSecondFactorInput,
    ) -> Result<ConfirmSecondFactorPayload> {
        super::confirm_second_factor::run(Desk::of(ctx)?, input).await
    }

    /// Shows that it is oneself, by a code or a recovery code: what answers `STEP_UP_REQUIRED` is allowed for half an hour.
    async fn prove_oneself(&self, ctx: &Context<'_>, input: ProveOneselfInput) -> Result<ProveOneselfPayload> {
        super::prove_oneself::run(Desk::of(ctx)?, input).await
    }

    /// Makes ten recovery codes in the place of the former ones.
    async fn renew_recovery_codes(&self, ctx: &Context<'_>) -> Result<RenewRecoveryCodesPayload> {
        super::renew_recovery_codes::run(Desk::of(ctx)?).await
    }

    /// Takes the second factor away.
    async fn remove_second_factor(&self, ctx: &Context<'_>) -> Result<RemoveSecondFactorPayload> {
        super::remove_second_factor::run(Desk::of(ctx)?).await
    }
}
