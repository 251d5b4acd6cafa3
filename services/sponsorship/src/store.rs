//! The SQL of sponsorships, invitations and admissions.

pub(crate) mod admission;
pub(crate) mod appeal;
pub(crate) mod application;
pub(crate) mod asked;
pub(crate) mod departure;
pub(crate) mod endorsement;
pub(crate) mod ends;
pub(crate) mod funnel;
pub(crate) mod gauge;
pub(crate) mod graph;
pub(crate) mod hosts;
pub(crate) mod household;
pub(crate) mod import;
pub(crate) mod invitation;
pub(crate) mod letters;
pub(crate) mod measure;
pub(crate) mod meeting;
pub(crate) mod people;
pub(crate) mod request;
pub(crate) mod reservation;
pub(crate) mod review;
pub(crate) mod views;

use database::{CommunityTx, DatabaseError};
use uuid::Uuid;

/// Trust decisions stand in line at the head; for this transaction only, waiting and loading the graph may take longer than
/// the role's limits of two and three seconds.
pub(crate) async fn be_patient(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    sqlx::query!(
        r#"select set_config('lock_timeout', '9s', true) as "lock", set_config('statement_timeout', '10s', true) as "statement""#
    )
    .fetch_one(tx.conn())
    .await?;
    Ok(())
}

/// Whoever reads a whole graph and holds nothing meanwhile may take as long as two million members take on a busy machine.
pub(crate) async fn read_at_length(tx: &mut CommunityTx) -> Result<(), DatabaseError> {
    sqlx::query!(r#"select set_config('statement_timeout', '60s', true) as "statement""#).fetch_one(tx.conn()).await?;
    Ok(())
}

fn uuids<I: Copy + Into<Uuid>>(ids: &[I]) -> Vec<Uuid> {
    ids.iter().map(|id| (*id).into()).collect()
}

/// A dense number as the engine counts them.
fn number(stored: i32) -> Result<u32, DatabaseError> {
    u32::try_from(stored).map_err(|_| DatabaseError::damaged(format!("member number {stored}")))
}
