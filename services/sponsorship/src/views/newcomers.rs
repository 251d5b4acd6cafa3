//! Who waits to come in, for the stewards' desk.

use crate::rules::Rules;
use crate::{SponsorshipError, decision, store};
use database::Db;
use kernel::{Act, Caller, Cursor, Page, PageRequest, Timestamp};
use membership::MemberCard;

/// Somebody who waits.
#[derive(Debug, Clone)]
pub struct NewcomerView {
    /// Who.
    pub member: MemberCard,
    /// What they say of themselves.
    pub about: String,
    /// Since when they wait.
    pub applied_at: Timestamp,
    /// Sponsorships given to them.
    pub given: u32,
    /// Sponsorships needed today; 0 where a steward decides.
    pub needed: u32,
    /// Requests without an answer.
    pub open: u32,
    /// Whether a member has this name, or one that looks like it.
    pub namesake: bool,
}

/// Everybody who waits, the latest first.
pub async fn newcomers(db: &Db, caller: &Caller, page: PageRequest) -> Result<Page<NewcomerView>, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let rules = Rules::load(&mut tx).await?;
    let needed = decision::needed_today(&mut tx, &rules).await?;
    let rows = store::views::newcomers(&mut tx, needed, &page).await?;
    tx.commit().await?;
    Ok(Page::cut(rows, &page, |row| Cursor { at: row.applied_at, id: row.member.id.0 }))
}
