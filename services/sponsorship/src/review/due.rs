//! The time of a review is over: a person is called to decide.

use super::cure;
use crate::head::Head;
use crate::rules::Rules;
use crate::{SponsorshipError, settle, store};
use database::Db;
use kernel::{Act, Caller, ReviewId};
use notice::Kind;

/// Looks once more whether it is mended, else calls the stewards. Puts nobody out. True when there was something to do. For the job
/// of [`crate::jobs::ReviewDue`].
pub async fn review_due(db: &Db, caller: &Caller, id: ReviewId) -> Result<bool, SponsorshipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let Some(review) = store::review::open_by_id(&mut tx, id).await? else { return Ok(false) };
    let rules = Rules::load(&mut tx).await?;
    if !cure(&mut tx, &rules, review.member).await? {
        settle::call_other_stewards(&mut tx, None, review.member, Kind::ReviewDue, review.id.0).await?;
    }
    tx.commit().await?;
    Ok(true)
}
