//! The one request of somebody who waits, as they and the team see it.

use super::granted;
use crate::{ExchangeError, ListingRow, Rules, rules, store};
use database::Db;
use kernel::{Act, Caller, Page, PageRequest, Timestamp};
use membership::MemberCard;

/// The caller's request as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuestRequestView {
    /// What lists show of it.
    pub row: ListingRow,
    /// Its whole text.
    pub body: String,
    /// When it was last given to the team.
    pub sent_at: Timestamp,
    /// Why the team sent it back; empty otherwise.
    pub return_reason: String,
    /// Why the team closed it; empty otherwise.
    pub close_reason: String,
    /// Who wrote about it, the latest first: whom to choose from when asked who helped. At most 50.
    pub helpers: Vec<MemberCard>,
}

/// What somebody who waits has, and may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MyGuestRequest {
    /// Whether the community grants it; what was asked before stays where it is not any more.
    pub granted: bool,
    /// What a form may choose from.
    pub rules: Rules,
    /// The latest; nothing before the first.
    pub request: Option<GuestRequestView>,
}

/// A request that waits for the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestToCheck {
    /// The request, and whose it is.
    pub row: ListingRow,
    /// Its whole text.
    pub body: String,
    /// When it was given to the team: a decision names it.
    pub sent_at: Timestamp,
}

/// The caller's request, for whoever waits.
pub async fn my_guest_request(db: &Db, caller: &Caller) -> Result<MyGuestRequest, ExchangeError> {
    let me = caller.must_as_member(Act::AskAsGuest)?;
    let mut tx = db.begin(caller).await?;
    let granted = granted(&mut tx).await?;
    let rules = rules::rules(&mut tx).await?;
    let mut request = store::guest_request::latest(&mut tx, me.member).await?;
    if let Some(request) = &mut request {
        request.helpers = store::helpers::who_wrote(&mut tx, request.row.id).await?;
    }
    tx.commit().await?;
    Ok(MyGuestRequest { granted, rules, request })
}

/// The requests that wait for the team, those that wait longest first.
pub async fn requests_to_check(
    db: &Db,
    caller: &Caller,
    page: &PageRequest,
) -> Result<Page<RequestToCheck>, ExchangeError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller).await?;
    let found = store::guest_request::to_check(&mut tx, page).await?;
    tx.commit().await?;
    Ok(found)
}
