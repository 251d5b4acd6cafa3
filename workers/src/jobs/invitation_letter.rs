//! A member's invitation to somebody who is not here.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::invitation::Invitation;
use crate::letters::said;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use sponsorship::{jobs::InvitationLetter, letters};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: InvitationLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = letters::invitation(&context.db, &desk.caller(), job.invitation).await? else {
        return NOT_NEEDED;
    };
    let words = desk.words(facts.language);
    let letter = Invitation {
        sponsor: facts.sponsor_name,
        words: said(&facts.sentence, 500),
        until: words.day(&facts.expires_at),
        link: paths::invitation(&desk.house.home, &facts.token),
    };
    Ok(desk.write_to_address(&facts.email, words, &letter).await?.into())
}
