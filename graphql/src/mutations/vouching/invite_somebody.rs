//! Inviting somebody by letter.

use crate::{
    ids::Global as _,
    refusal::payload,
    visit::Desk,
    words::{Language, Relation},
};
use async_graphql::{ID, InputObject, Result};
use kernel::InvitationId;
use sponsorship::invite::{self, Invite};
use uuid::Uuid;

/// An invitation.
#[derive(InputObject)]
pub struct InviteSomebodyInput {
    /// Made by the client: inviting twice with the same id invites once.
    id: Uuid,
    /// Whom.
    email: String,
    /// How the member knows them.
    relation: Relation,
    /// What the member says of them; stands in the letter.
    sentence: String,
    /// The language of the letter.
    language: Language,
}

payload! {
    /// What came of it: the same whether or not the address is known here.
    InviteSomebodyPayload {
        /// The invitation.
        invitation_id: ID,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: InviteSomebodyInput) -> Result<InviteSomebodyPayload> {
    let email = match super::super::address(&input.email) {
        Ok(email) => email,
        Err(bad) => return desk.payload(Err(bad), |()| InviteSomebodyPayload::default()),
    };
    let cmd = Invite {
        id: InvitationId(input.id),
        email,
        relation: input.relation.into(),
        sentence: input.sentence,
        language: input.language.into(),
    };
    let done = invite::invite(desk.db, desk.caller, cmd).await;
    desk.payload(done, |()| InviteSomebodyPayload {
        invitation_id: Some(InvitationId(input.id).global()),
        refusal: None,
    })
}
