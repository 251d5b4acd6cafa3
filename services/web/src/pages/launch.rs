//! Launching a community, in five short steps that work without script: whatever was typed goes along in hidden fields, so
//! that nothing is lost, and nothing is written before the last button.

mod brand;
mod draft;
mod launched;
mod people;
mod samples;
mod send;
mod show;
mod steps;

use crate::doors::Doors;
use crate::preview::Preview;
use crate::shell::Shell;

pub use samples::previews;

/// The pages of a launch, on the platform's host.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/launch", show::launch)
        .post("/launch", send::send)
        .get("/launch/brand/:file", brand::stylesheet)
        .get("/launched/:slug", launched::launched)
}

/// A frame of the platform's own pages, for previews; `title` is a key.
pub(crate) fn of_platform(preview: &Preview, title: &str) -> Shell {
    let brand =
        crate::brand::BrandView { version: preview.brand.version.clone(), ..crate::brand::BrandView::platform() };
    Shell { brand, ..preview.visitor(title) }
}
