//! What can be done with passkeys: the list; nothing is decided here. Each errand has a beginning, which answers what
//! `navigator.credentials` is to be asked, and an end, which takes what that answered: both as JSON, bytes as base64url.

mod add;
mod prove;
mod remove;
mod sign_in;

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use add::{AddPasskeyInput, AddPasskeyPayload};
use async_graphql::{Context, ID, Json, Object, Result};
use kernel::ChallengeId;
use membership::{
    MembershipError,
    passkey::{Answer, Begun, Venue},
};
use prove::{ProveByPasskeyInput, ProveByPasskeyPayload};
use remove::{RemovePasskeyInput, RemovePasskeyPayload};
use serde_json::Value;
use sign_in::{SignInByPasskeyInput, SignInByPasskeyPayload};

payload! {
    /// What the device is to be asked; good for five minutes, once, for the one who asked.
    BeginPasskeyPayload {
        /// Comes back with the answer.
        challenge_id: ID,
        /// What `navigator.credentials.create` or `.get` takes.
        options: Json<Value>,
    }
}

/// What somebody does with passkeys.
#[derive(Default)]
pub struct PasskeyMutation;

#[Object]
impl PasskeyMutation {
    /// Begins to add a passkey for the domain of this host.
    async fn begin_passkey(&self, ctx: &Context<'_>) -> Result<BeginPasskeyPayload> {
        add::begin(Desk::of(ctx)?).await
    }

    /// Adds the passkey that the device made; the session comes anew as a cookie.
    async fn add_passkey(&self, ctx: &Context<'_>, input: AddPasskeyInput) -> Result<AddPasskeyPayload> {
        add::run(Desk::of(ctx)?, input).await
    }

    /// Begins to show that it is oneself, by a passkey for the domain of this host.
    async fn begin_passkey_proof(&self, ctx: &Context<'_>) -> Result<BeginPasskeyPayload> {
        prove::begin(Desk::of(ctx)?).await
    }

    /// Shows that it is oneself: what answers `STEP_UP_REQUIRED` is allowed for half an hour.
    async fn prove_by_passkey(&self, ctx: &Context<'_>, input: ProveByPasskeyInput) -> Result<ProveByPasskeyPayload> {
        prove::run(Desk::of(ctx)?, input).await
    }

    /// Begins to sign in with a passkey. The answer is the same for everybody.
    async fn begin_passkey_sign_in(&self, ctx: &Context<'_>) -> Result<BeginPasskeyPayload> {
        sign_in::begin(Desk::of(ctx)?).await
    }

    /// Signs in with a passkey; the session comes as a cookie, and has shown a second factor.
    async fn sign_in_by_passkey(
        &self,
        ctx: &Context<'_>,
        input: SignInByPasskeyInput,
    ) -> Result<SignInByPasskeyPayload> {
        sign_in::run(Desk::of(ctx)?, input).await
    }

    /// Takes one of the asker's passkeys away.
    async fn remove_passkey(&self, ctx: &Context<'_>, input: RemovePasskeyInput) -> Result<RemovePasskeyPayload> {
        remove::run(Desk::of(ctx)?, input).await
    }
}

/// The host that was addressed, as passkeys know it.
fn venue(desk: Desk<'_>) -> Venue {
    Venue::new(&desk.base.site, &desk.visit.origin.host)
}

fn begun(desk: Desk<'_>, done: Result<Begun, MembershipError>) -> Result<BeginPasskeyPayload> {
    desk.payload(done, |begun| BeginPasskeyPayload {
        challenge_id: Some(begun.challenge.global()),
        options: Some(Json(begun.options)),
        refusal: None,
    })
}

fn answer(challenge: &ID, credential: Json<Value>) -> Answer {
    Answer { challenge: ChallengeId::asked(challenge), credential: credential.0 }
}
