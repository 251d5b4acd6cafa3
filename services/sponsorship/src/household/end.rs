//! Either of the two says that they share a household no longer.

use super::OBJECTION_TIME;
use crate::head::Head;
use crate::jobs::HouseholdEnds;
use crate::{SponsorshipError, settle, store};
use database::{Db, Schedule, audit::Entry};
use kernel::{Act, Caller, HouseholdId};
use notice::{Kind, Tell, tell_tx};
use serde_json::json;

/// Ends it.
#[derive(Debug, Clone, Copy)]
pub struct EndTogether {
    /// Which.
    pub id: HouseholdId,
}

/// Ends it two weeks from now, unless stewards object; they are told, and so is the other. Repeating it changes nothing. One that waits
/// for stewards ends at once: it has not counted yet.
///
/// # Errors
/// `NotFound` to anybody but the two, and where nothing goes on.
pub async fn end_together(db: &Db, caller: &Caller, cmd: EndTogether) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::SeeOwnHousehold)?;
    let mut tx = db.begin(caller.community).await?;
    Head::take(&mut tx).await?;
    let found = store::household::lock(&mut tx, cmd.id).await?;
    let tie = found
        .filter(|tie| tie.pair.has(me.member) && tie.is_known() && tie.agreed)
        .ok_or(SponsorshipError::NotFound)?;
    if tie.ending_at.is_some() {
        return Ok(());
    }
    let detail = json!({ "household": tie.id });
    tx.record(Entry {
        actor: Some(me.member),
        subject: Some(tie.pair.but(me.member)),
        act: "household_ending",
        detail,
    });
    if tie.began {
        let at = tx.now() + OBJECTION_TIME;
        store::household::set_ending(&mut tx, tie.id, me.member, at).await?;
        let told =
            Tell::new(tie.pair.but(me.member), Kind::HouseholdEnding, format!("household-ending:{}:{at}", tie.id));
        tell_tx(&mut tx, told.by(me.member)).await?;
        settle::call_other_stewards(&mut tx, Some(me.member), me.member, Kind::HouseholdParting, tie.id.0).await?;
        tx.enqueue_with(&HouseholdEnds { household: tie.id }, Schedule::at(at)).await?;
    } else {
        store::household::end(&mut tx, tie.id).await?;
    }
    tx.commit().await?;
    Ok(())
}
