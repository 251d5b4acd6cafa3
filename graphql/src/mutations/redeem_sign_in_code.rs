//! Signing in with the six digits of the letter.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use membership::redeem::{self, RedeemCode, SignedIn};

/// The code was typed in.
#[derive(InputObject)]
pub struct RedeemSignInCodeInput {
    /// The address the letter went to.
    email: String,
    /// The six digits; blanks do not matter.
    code: String,
}

payload! {
    /// What came of it; the session itself comes as a cookie.
    RedeemSignInCodePayload {
        /// The session.
        session_id: ID,
        /// The path that was wished for when the letter was asked for.
        return_to: String,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: RedeemSignInCodeInput) -> Result<RedeemSignInCodePayload> {
    let email = match super::address(&input.email) {
        Ok(email) => email,
        Err(bad) => return desk.payload(Err(bad), |()| RedeemSignInCodePayload::default()),
    };
    let origin = desk.visit.origin.clone();
    let cmd = RedeemCode {
        email,
        code: input.code,
        browser: origin.browser,
        device: origin.device,
        user_agent: origin.user_agent,
    };
    let done = desk.come_in(redeem::redeem_code(desk.db, desk.caller, cmd).await).await;
    desk.payload(done, welcome)
}

fn welcome(signed_in: SignedIn) -> RedeemSignInCodePayload {
    RedeemSignInCodePayload {
        session_id: Some(signed_in.session.global()),
        return_to: Some(signed_in.return_to),
        refusal: None,
    }
}
