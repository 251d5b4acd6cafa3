//! A measure about somebody's vouching is over: they are told, and whoever waits with their word is decided about anew.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{jobs::MeasureOver, measure_over};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: MeasureOver) -> Handled {
    let over = measure_over(&context.db, &Caller::house(leased.community), job.measure).await?;
    Ok(if over { Outcome::Done } else { Outcome::NotNeeded })
}
