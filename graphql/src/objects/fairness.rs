//! Where a member stands with what they received.

use async_graphql::SimpleObject;
use exchange::limits;
use kernel::Timestamp;

/// Where the asker stands with the things they received lately.
#[derive(SimpleObject)]
pub struct MyFairness {
    /// Things received in thirty days from which on one lets others answer new offers of things first.
    share: u32,
    /// Things the asker received in the last thirty days.
    received: u32,
    /// Hours for which others may answer a new offer first.
    delay_hours: i64,
    /// Until when the asker lets others go first, if nothing else is received; absent for whoever need not.
    until: Option<Timestamp>,
}

impl From<exchange::MyFairness> for MyFairness {
    fn from(stands: exchange::MyFairness) -> Self {
        Self {
            share: stands.share,
            received: stands.received,
            delay_hours: limits::FAIR_DELAY_HOURS,
            until: stands.until,
        }
    }
}
