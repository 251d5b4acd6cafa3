//! Saying whether one may be named on a chain between two people.

use crate::{refusal::payload, visit::Desk};
use async_graphql::{InputObject, Result};
use membership::naming::{self, ChooseNaming};

/// The asker's choice.
#[derive(InputObject)]
pub struct ChooseNamingInput {
    /// Whether others may be told the asker's name as one of those between them and somebody else.
    named: bool,
}

payload! {
    /// What came of it.
    ChooseNamingPayload {
        /// True.
        saved: bool,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ChooseNamingInput) -> Result<ChooseNamingPayload> {
    let done = naming::choose_naming(desk.db, desk.caller, ChooseNaming { named: input.named }).await;
    desk.payload(done, |()| ChooseNamingPayload { saved: Some(true), refusal: None })
}
