//! How long an application lives: so many days by the community's policy, told fourteen and three days before its end, renewed once by
//! a click, then closed with a kind letter. Whoever was closed can begin anew.
//!
//! Invariants
//! - Nothing closes that was not announced at least three days before, however long nobody kept time.
//! - Closing is leaving: what was asked ends as when somebody goes, and nobody is told a reason that is none.

mod renew;
mod watch;

pub use renew::renew_application;
pub use watch::{schedule, watch};

use crate::jobs::ApplicationLetter;
use crate::words::ApplicationNews;
use crate::{SponsorshipError, store};
use chrono::Duration;
use database::Db;
use kernel::{Act, Caller, Timestamp};

/// How long before its end the applicant is told first.
pub const EARLY: Duration = Duration::days(14);
/// And once more.
pub const LATE: Duration = Duration::days(3);
/// Whoever waited before there was an end has at least so long.
pub const AT_LEAST: Duration = Duration::days(15);

/// How long an application still lives, as its applicant sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApplicationEnd {
    /// From then on it is closed.
    pub ends_at: Timestamp,
    /// Whether it can be renewed now.
    pub may_renew: bool,
}

/// What a letter says of an application's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ApplicationFacts {
    /// When it ends, or ended.
    pub ends_at: Timestamp,
    /// Whether one click gives it more time.
    pub may_renew: bool,
}

/// A letter about an application, as long as what it tells is so. For the house.
pub async fn application_letter(
    db: &Db,
    caller: &Caller,
    job: &ApplicationLetter,
) -> Result<Option<ApplicationFacts>, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let found = store::application::told(&mut tx, job.member).await?;
    tx.commit().await?;
    let closed = job.news == ApplicationNews::Closed;
    Ok(found
        .filter(|told| told.waits != closed && told.closed == closed)
        .map(|told| ApplicationFacts { ends_at: told.ends_at, may_renew: !told.renewed && !closed }))
}
