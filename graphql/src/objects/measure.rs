//! What was decided about how somebody vouches.

use super::standing::OwnAppeal;
use crate::{ids::Global as _, words::MeasureDegree};
use async_graphql::{ID, Object};
use kernel::Timestamp;
use sponsorship::MeasureView;

/// A warning, a pause, a smaller allowance, or a strike.
pub struct Measure(pub(crate) MeasureView);

#[Object]
impl Measure {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Of which degree.
    async fn degree(&self) -> MeasureDegree {
        self.0.degree.into()
    }
    /// Why, in a steward's words; empty where it follows from what somebody else did.
    async fn reason(&self) -> &str {
        &self.0.reason
    }
    /// Whether it follows from the exclusion of somebody they vouched for.
    async fn follows_from_exclusion(&self) -> bool {
        self.0.follows
    }
    /// Whose, where the community names them.
    async fn name(&self) -> Option<&str> {
        self.0.of.as_deref()
    }
    /// When.
    async fn given_at(&self) -> Timestamp {
        self.0.given_at
    }
    /// Its last moment; a warning has none.
    async fn until_at(&self) -> Option<Timestamp> {
        self.0.until_at
    }
    /// When it was taken back.
    async fn lifted_at(&self) -> Option<Timestamp> {
        self.0.lifted_at
    }
    /// The appeal against it; to oneself only.
    async fn appeal(&self) -> Option<OwnAppeal> {
        self.0.appeal.clone().map(OwnAppeal::from)
    }
}
