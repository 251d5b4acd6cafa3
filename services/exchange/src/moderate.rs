//! A steward closes somebody's listing, with a reason its author reads.

use crate::{ExchangeError, State, limits, outing, store};
use community::{
    journal::{Entry, record_tx},
    text::{self, BadText},
};
use database::Db;
use kernel::{Act, Caller, ListingId};
use notice::{Kind, Tell};

/// This listing cannot stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloseByOffice {
    /// Which listing.
    pub id: ListingId,
    /// Why, in words for its author. 1 to 500 characters.
    pub reason: String,
}

/// Closes any open listing, tells its author why and writes it into the journal. Repeating it changes nothing.
pub async fn close_by_office(db: &Db, caller: &Caller, cmd: CloseByOffice) -> Result<(), ExchangeError> {
    let me = caller.must_as_member(Act::ModerateListing)?;
    let reason = checked(&cmd.reason)?;
    let mut tx = db.begin(caller).await?;
    let held = store::write::hold(&mut tx, cmd.id).await?.ok_or(ExchangeError::NotFound)?;
    if held.state == State::Closed && held.closed_by == Some(me.member) {
        return Ok(());
    }
    if held.state != State::Open {
        return Err(ExchangeError::Closed);
    }
    let end =
        store::write::End { state: State::Closed, by: Some(me.member), reason: &reason, helped_by: None, thanks: "" };
    store::write::end(&mut tx, cmd.id, &end).await?;
    outing::call_off_tx(&mut tx, cmd.id).await?;
    let entry = Entry {
        actor: Some(me.member),
        subject: Some(held.author),
        act: "listing_closed_by_office",
        detail: serde_json::json!({ "listing": cmd.id, "reason": reason }),
    };
    record_tx(&mut tx, entry).await?;
    let told = Tell::new(held.author, Kind::ListingClosedByOffice, format!("listing-closed-by-office:{}", cmd.id));
    notice::tell_tx(&mut tx, told.about_listing(cmd.id, held.title)).await?;
    Ok(tx.commit().await?)
}

pub(crate) fn checked(reason: &str) -> Result<String, ExchangeError> {
    text::needed_block("reason", reason, limits::REASON_MOST).map_err(|bad| match bad {
        BadText::TooLong(field) => ExchangeError::of_field(field, "CLOSE_REASON_TOO_LONG"),
        BadText::Missing(field) | BadText::Invisible(field) | BadText::Reserved(field) => {
            ExchangeError::of_field(field, "CLOSE_REASON_MISSING")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_said_and_is_short_enough_to_be_read() {
        assert!(checked(" \n").is_err());
        assert_eq!(checked(&"é".repeat(500)).map(|reason| reason.chars().count()).ok(), Some(500));
        assert!(checked(&"é".repeat(501)).is_err());
    }
}
