//! A steward answers an appeal.

use crate::{ids::Global as _, refusal::payload, visit::Desk};
use async_graphql::{ID, InputObject, Result};
use kernel::AppealId;
use sponsorship::AnswerAppeal;

/// What is asked.
#[derive(InputObject)]
pub struct AnswerAppealInput {
    /// Which.
    appeal_id: ID,
    /// Whether it is upheld.
    is_upheld: bool,
    /// Told to them and kept in the journal; 1 to 500 characters.
    answer: String,
}

payload! {
    /// What came of it.
    AnswerAppealPayload {
        /// True.
        answered: bool,
    }
}

pub(in crate::mutations) async fn run(desk: Desk<'_>, input: AnswerAppealInput) -> Result<AnswerAppealPayload> {
    let cmd = AnswerAppeal { id: AppealId::asked(&input.appeal_id), upheld: input.is_upheld, answer: input.answer };
    let done = sponsorship::answer_appeal(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| AnswerAppealPayload { answered: Some(true), refusal: None })
}
