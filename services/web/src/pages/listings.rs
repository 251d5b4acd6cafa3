//! Listings: find, read, write, edit, renew and close what members offer and ask for.

mod answer;
pub(crate) mod audience;
pub(crate) mod card;
mod close;
pub(crate) mod close_by_office;
mod drafts;
mod edit;
pub(crate) mod extent;
pub(crate) mod filter;
mod in_order;
mod item;
mod list;
mod map;
mod mine;
mod new;
pub(crate) mod outing;
mod photos;
mod publish;
pub(crate) mod questions;
mod renew;
mod reserved;
pub(crate) mod samples;
mod starts;
mod still;
pub(crate) mod urgent;
pub(crate) mod wording;

pub(crate) use card::Card;
pub(crate) use still::still_of;

use crate::doors::Doors;
use crate::preview::Preview;

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/listings", list::list)
        .post("/listings", photos::Taking::around(publish::publish))
        .get("/listings/new", new::new)
        .get("/listings/map", map::show)
        .get("/listings/mine", mine::mine)
        // Whoever asks again for the address of a form that came back finds what they keep.
        .get("/listings/drafts", mine::mine)
        .post("/listings/drafts", photos::Taking::for_later(drafts::save::save))
        .get("/listings/drafts/:id", drafts::take_up::take_up)
        .get("/listings/drafts/:id/delete", drafts::delete::ask)
        .post("/listings/drafts/:id/delete", drafts::delete::delete)
        .get("/listings/:id", item::show)
        .get("/listings/:id/edit", edit::ask)
        .post("/listings/:id/edit", photos::Taking::around(edit::change))
        .post("/listings/:id/photos", photos::send::send)
        .get("/media/:token", photos::media::media)
        .get("/listings/:id/close", close::ask)
        .post("/listings/:id/close", close::close)
        .get("/listings/:id/renew", renew::ask)
        .post("/listings/:id/renew", renew::renew)
        .post("/listings/:id/audience", audience::widen)
        .post("/listings/:id/reserve", reserved::reserve)
        .post("/listings/:id/release", reserved::release)
        .post("/listings/:id/urgent", urgent::mark)
        .post("/listings/:id/urgent/end", urgent::end)
        .post("/listings/:id/come", outing::come)
        .post("/listings/:id/step-back", outing::step_back)
        .get("/listings/:id/outing.ics", outing::file)
        .get("/listings/:id/answer", answer::ask)
        .post("/listings/:id/answer", answer::answer)
}

/// The pages of this area in all states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    let mut pages = list::previews(preview);
    pages.extend(map::previews(preview));
    pages.extend(item::previews(preview));
    pages.extend(new::previews(preview));
    pages.extend(edit::previews(preview));
    pages.extend(close::previews(preview));
    pages.extend(renew::previews(preview));
    pages.extend(mine::previews(preview));
    pages.extend(drafts::previews(preview));
    pages.extend(answer::previews(preview));
    pages
}
