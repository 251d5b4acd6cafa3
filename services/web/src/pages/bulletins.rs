//! Bulletins: what the organisation says, without comments.

mod desk;
mod list;
mod one;
mod samples;

use crate::doors::Doors;
use crate::kit;
use crate::preview::Preview;
use community::BulletinView;
use kernel::Timestamp;
use phrases::Words;

pub(crate) use samples::bulletins as samples;

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/bulletins", list::list)
        .post("/bulletins", desk::write)
        .get("/bulletins/new", desk::new)
        .get("/bulletins/:id", one::show)
        .get("/bulletins/:id/edit", desk::ask)
        .post("/bulletins/:id/edit", desk::change)
        .post("/bulletins/:id/take-down", desk::take_down)
}

/// The pages of this area in all states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    [list::previews(preview), one::previews(preview), desk::previews(preview)].concat()
}

/// A bulletin as lists show it, with its words chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub href: String,
    pub title: String,
    pub beginning: String,
    pub ago: String,
    pub machine: String,
    /// The language it is written in, when it is not the page's.
    pub language: Option<&'static str>,
}

impl Line {
    pub(crate) fn all(bulletins: &[BulletinView], words: Words, now: &Timestamp) -> Vec<Self> {
        let line = |one: &BulletinView| Self {
            href: format!("/bulletins/{}", one.id),
            title: one.title.clone(),
            beginning: kit::beginning(&one.body, 180),
            ago: words.ago(&one.published_at, now),
            machine: words.machine(&one.published_at),
            language: language(one, words),
        };
        bulletins.iter().map(line).collect()
    }
}

fn language(one: &BulletinView, words: Words) -> Option<&'static str> {
    (one.language != words.language).then(|| one.language.code())
}
