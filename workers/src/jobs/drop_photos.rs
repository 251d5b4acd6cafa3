//! Deletes the files of photos whose rows are gone.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::photos::sweep;
use kernel::Caller;
use pictures::jobs::DropPhotos;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: DropPhotos) -> Handled {
    sweep::drop_files(&context.db, context.shelf()?, &Caller::house(leased.community), &job).await?;
    Ok(Outcome::Done)
}
