//! Tells how the request of somebody who waits goes: a steward that there is one, its author what the team decided.

use super::send::{Desk, NOT_NEEDED};
use crate::context::Context;
use crate::letters::guest_request::GuestRequest;
use crate::letters::said;
use crate::outcome::Handled;
use crate::paths;
use database::queue::Leased;
use exchange::{CheckNews, GuestRequestLetter, guest_request};
use kernel::{Role, Standing};
use membership::Recipient;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: GuestRequestLetter) -> Handled {
    let Some(desk) = Desk::of(context, leased).await? else { return NOT_NEEDED };
    let Some(facts) = guest_request::letter(&context.db, &desk.caller(), &job).await? else { return NOT_NEEDED };
    let Some(author) = desk.recipient(facts.author).await? else { return NOT_NEEDED };
    let to = desk.recipient(job.member).await?;
    let Some(to) = to.filter(|to| is_to_be_told(to, job.news)) else { return NOT_NEEDED };
    let page = if job.news == CheckNews::Waits { paths::checks } else { paths::guest_request };
    let letter = GuestRequest {
        news: job.news,
        name: author.name,
        about: said(&facts.title, 120),
        link: page(&desk.house.home),
    };
    Ok(desk.write_to(&to, |_| letter).await?.into())
}

/// Still whom it concerns, and wishing letters about coming in.
fn is_to_be_told(to: &Recipient, news: CheckNews) -> bool {
    let concerned = match news {
        CheckNews::Waits => to.standing == Standing::Member && matches!(to.role, Role::Steward | Role::Owner),
        CheckNews::LetThrough | CheckNews::SentBack => to.standing.is_waiting(),
    };
    concerned && to.sponsorship_letters
}
