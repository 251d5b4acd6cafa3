//! The other of the two answers; whoever said so first may take it back.

use super::Said;
use super::begin::agree;
use crate::head::Head;
use crate::people::Held;
use crate::{SponsorshipError, store};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, HouseholdId};
use serde_json::json;

/// An answer.
#[derive(Debug, Clone, Copy)]
pub struct AnswerTogether {
    /// To which.
    pub id: HouseholdId,
    /// Whether it is so. Whoever said so first can only say that it is not.
    pub agrees: bool,
}

/// Agrees, or says that it is not so. Nobody is told of a no.
///
/// # Errors
/// `NotFound` to anybody but the two; `AlreadyAnswered`; `Forbidden` to whoever would agree with themselves.
pub async fn answer_together(db: &Db, caller: &Caller, cmd: AnswerTogether) -> Result<Option<Said>, SponsorshipError> {
    let me = caller.must_as_member(Act::ShareHousehold)?;
    let mut tx = db.begin(caller.community).await?;
    let head = Head::take(&mut tx).await?;
    let found = store::household::lock(&mut tx, cmd.id).await?.filter(|tie| tie.pair.has(me.member));
    let tie = found.ok_or(SponsorshipError::NotFound)?;
    if tie.agreed || tie.ended {
        return Err(SponsorshipError::AlreadyAnswered);
    }
    let mut said = None;
    if cmd.agrees {
        if tie.said_by == Some(me.member) {
            return Err(caller.denied(Act::ShareHousehold).into());
        }
        let people = Held::take(&mut tx, &tie.pair.both()).await?;
        if tie.pair.both().into_iter().any(|one| people.get(one).is_ok_and(|person| !person.standing.is_inside())) {
            return Err(SponsorshipError::NotFound);
        }
        said = Some(agree(&mut tx, &head, caller, &tie, &people).await?);
    } else {
        store::household::end(&mut tx, tie.id).await?;
        let detail = json!({ "household": tie.id });
        tx.record(Entry { actor: Some(me.member), subject: Some(me.member), act: "household_denied", detail });
    }
    tx.commit().await?;
    Ok(said)
}
