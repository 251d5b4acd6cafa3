//! An owner changes who lets people in, having looked at what it means.

use crate::{
    objects::{AdmissionKnobsInput, Community},
    refusal::payload,
    visit::Desk,
};
use async_graphql::{InputObject, Result};
use community::ChangePolicy;

/// The policy as it is to be, as it was looked at.
#[derive(InputObject)]
pub struct ChangeAdmissionPolicyInput {
    /// `version` of what was looked at.
    version: i32,
    /// `look` of the same.
    look: String,
    /// The knobs that were looked at.
    knobs: AdmissionKnobsInput,
}

payload! {
    /// What came of it.
    ChangeAdmissionPolicyPayload {
        /// The community as it is now.
        community: Community,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ChangeAdmissionPolicyInput) -> Result<ChangeAdmissionPolicyPayload> {
    let ChangeAdmissionPolicyInput { version, look, knobs } = input;
    let cmd = ChangePolicy { version, look, admission: knobs.into() };
    let done = community::change_policy(desk.db, desk.caller, cmd).await;
    desk.payload(done, |face| ChangeAdmissionPolicyPayload { community: Some(Community(face)), refusal: None })
}
