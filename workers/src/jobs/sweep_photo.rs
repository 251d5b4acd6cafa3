//! Deletes a photo that no listing took.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use exchange::{SweepPhoto, photos::sweep};
use kernel::Caller;

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SweepPhoto) -> Handled {
    let shelf = context.shelf()?;
    let swept = sweep::sweep(&context.db, shelf, &Caller::house(leased.community), &job).await?;
    Ok(if swept { Outcome::Done } else { Outcome::NotNeeded })
}
