//! Deletes the files of photos whose rows are gone.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use pictures::jobs::DropPhotos;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: DropPhotos) -> Handled {
    let shelf = context.shelf()?;
    for photo in &job.photos {
        shelf.drop_photo(leased.community, *photo).await?;
    }
    Ok(Outcome::Done)
}
