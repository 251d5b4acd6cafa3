//! Signing in with the token of the letter's link.

use crate::{
    ids::Global as _,
    refusal::payload,
    visit::{Cookie, Desk},
};
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
    let done = redeem::redeem_link(desk.db, desk.caller, cmd).await;
    desk.payload(done, |signed_in| welcome(desk, signed_in))
}

fn welcome(desk: Desk<'_>, signed_in: SignedIn) -> RedeemSignInLinkPayload {
    desk.visit.give(Cookie::Session(signed_in.session_token));
    desk.visit.give(Cookie::Device(signed_in.device));
    RedeemSignInLinkPayload {
        session_id: Some(signed_in.session.global()),
        return_to: Some(signed_in.return_to),
        refusal: None,
    }
}
