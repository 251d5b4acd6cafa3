//! Link and code for somebody who wants to sign in.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::sign_in::SignIn;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use membership::{jobs::SignInLetter, sign_in};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SignInLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = sign_in::letter(&context.db, &desk.caller(), job.sign_in).await? else { return NOT_NEEDED };
    let desk = desk.reached_at(&facts.host);
    let life = facts.expires_at - leased.created_at;
    let letter = SignIn {
        link: paths::sign_in(&desk.house.home, &facts.link_token),
        code: (!facts.code.is_empty()).then(|| grouped(&facts.code)),
        minutes: life.num_minutes(),
    };
    Ok(desk.write_to_address(&facts.email, desk.words(facts.language), &letter).await?.into())
}

/// `482913` as `482 913`: easier to keep in mind while changing windows.
pub(super) fn grouped(code: &str) -> String {
    match code.split_at_checked(3) {
        Some((first, second)) => format!("{first} {second}"),
        None => code.to_owned(),
    }
}
