//! Signing in with the token of the letter's link.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use membership::redeem::{self, RedeemLink, SignedIn};

/// The link was followed and its button pressed.
#[derive(InputObject)]
pub struct RedeemSignInLinkInput {
    /// The token in the link.
    token: String,
}

payload! {
    /// What came of it; the session itself comes as a cookie.
    RedeemSignInLinkPayload {
        /// The session.
        session_id: ID,
        /// The path that was wished for when the letter was asked for.
        return_to: String,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: RedeemSignInLinkInput) -> Result<RedeemSignInLinkPayload> {
    let origin = desk.visit.origin.clone();
    let cmd = RedeemLink {
        token: input.token,
        browser: origin.browser,
        device: origin.device,
        user_agent: origin.user_agent,
    };
    let done = desk.come_in(redeem::redeem_link(desk.db, desk.caller, cmd).await).await;
    desk.payload(done, welcome)
}

fn welcome(signed_in: SignedIn) -> RedeemSignInLinkPayload {
    RedeemSignInLinkPayload {
        session_id: Some(signed_in.session.global()),
        return_to: Some(signed_in.return_to),
        refusal: None,
    }
}
