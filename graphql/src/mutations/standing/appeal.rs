//! Somebody appeals.

use crate::{ids, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::AppealId;
use sponsorship::Appeal;
use uuid::Uuid;

/// What is asked.
#[derive(InputObject)]
pub struct AppealInput {
    /// Made by the client; sending it twice appeals once.
    id: Uuid,
    /// The decision, the review or the measure (`ownStanding`).
    about_id: ID,
    /// What there is to say against it; 1 to 2,000 characters.
    words: String,
}

payload! {
    /// What came of it.
    AppealPayload {
        /// True.
        appealed: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: AppealInput) -> Result<AppealPayload> {
    let about =
        ids::open(&input.about_id).filter(|(noun, _)| ["Departure", "Measure", "Review"].contains(&noun.as_str()));
    let about = about.map_or(Uuid::max(), |(_, id)| id);
    let cmd = Appeal { id: AppealId(input.id), about, words: input.words };
    let done = sponsorship::appeal(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AppealPayload { appealed: Some(true), refusal: None })
}
