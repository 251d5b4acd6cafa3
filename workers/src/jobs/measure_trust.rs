//! Measures how healthy a community is.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{MeasureTrust, measure};

pub(crate) async fn handle(context: &Context, leased: &Leased, _job: MeasureTrust) -> Handled {
    let measured = measure(&context.db, &Caller::house(leased.community)).await?;
    Ok(if measured { Outcome::Done } else { Outcome::NotNeeded })
}
