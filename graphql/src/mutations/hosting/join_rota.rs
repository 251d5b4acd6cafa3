//! A member agrees to meet newcomers.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use sponsorship::JoinRota;

/// Within which bounds.
#[derive(InputObject)]
pub struct JoinRotaInput {
    /// Where, at most 80 characters; with the département (`Corbigny (58)`) neighbouring towns are found as well.
    #[graphql(default)]
    town: String,
    /// Whether in person.
    in_person: bool,
    /// Whether by video.
    by_video: bool,
    /// Newcomers in thirty days at the most, 1 to 20.
    a_month: i32,
}

payload! {
    /// What came of it.
    JoinRotaPayload {
        /// True.
        joined: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: JoinRotaInput) -> Result<JoinRotaPayload> {
    let cmd = JoinRota {
        town: input.town,
        in_person: input.in_person,
        by_video: input.by_video,
        a_month: u32::try_from(input.a_month).unwrap_or_default(),
    };
    let done = sponsorship::join_rota(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| JoinRotaPayload { joined: Some(true), refusal: None })
}
