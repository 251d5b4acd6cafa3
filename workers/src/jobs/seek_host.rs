//! Looks once more for a host, where nobody's turn it was.

use crate::context::Context;
use crate::outcome::{Handled, Outcome};
use database::queue::Leased;
use kernel::Caller;
use sponsorship::{hosting, jobs::SeekHost};

pub(crate) async fn handle(context: &Context, leased: &Leased, job: SeekHost) -> Handled {
    let found = hosting::seek_host(&context.db, &Caller::house(leased.community), job.meeting).await?;
    Ok(if found { Outcome::Done } else { Outcome::NotNeeded })
}
