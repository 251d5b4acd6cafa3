//! The time of a measure is over: what it held goes on.

use super::lift_measure::recheck_who_wait_with_word_of;
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller, MeasureId};
use notice::{Kind, Tell, tell_tx};

/// Tells the measure's member that it is over, and has everybody who waits with their word decided about anew. False where it was lifted
/// before (that had them decided about already), is not over yet, or is about somebody who is not inside. The house only.
pub async fn measure_over(db: &Db, caller: &Caller, id: MeasureId) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let Some(member) = store::measure::is_over(&mut tx, id).await? else { return Ok(false) };
    tell_tx(&mut tx, Tell::new(member, Kind::MeasureOver, format!("measure-over:{id}"))).await?;
    recheck_who_wait_with_word_of(&mut tx, member, |applicant| format!("recheck:{applicant}:{id}")).await?;
    tx.commit().await?;
    Ok(true)
}
