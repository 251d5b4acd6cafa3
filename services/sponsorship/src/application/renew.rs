//! An applicant wishes to go on waiting.

use crate::rules::{Rules, plus_days};
use crate::{SponsorshipError, store};
use database::Db;
use kernel::{Act, Caller};

/// Gives the caller's application its whole time once more, once, within the fourteen days before its end. Repeating it is
/// harmless.
pub async fn renew_application(db: &Db, caller: &Caller) -> Result<(), SponsorshipError> {
    let me = caller.must_as_member(Act::AskSponsor)?;
    let mut tx = db.begin(caller.community).await?;
    let rules = Rules::load(&mut tx).await?;
    let end = store::application::hold(&mut tx, me.member).await?.ok_or(SponsorshipError::RenewLater)?;
    if end.renewed {
        return Ok(());
    }
    if !end.told {
        return Err(SponsorshipError::RenewLater);
    }
    let from = end.ends_at.max(tx.now());
    store::application::renew(&mut tx, me.member, plus_days(from, rules.community.application_days)).await?;
    tx.commit().await?;
    Ok(())
}
