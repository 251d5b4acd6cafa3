//! How an outing stands, and who comes.

use crate::{ExchangeError, ListingRow, State, store};
use database::{CommunityTx, DatabaseError, Db};
use kernel::standing::UnknownWord;
use kernel::{Act, Caller, ListingId, Page, PageRequest, Timestamp};
use membership::MemberCard;
use std::str::FromStr;

/// Whether somebody has a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attendance {
    /// They have one.
    Coming,
    /// They wait for one.
    InLine,
}

impl Attendance {
    /// The word stored in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Coming => "coming",
            Self::InLine => "in_line",
        }
    }
}

impl FromStr for Attendance {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        [Self::Coming, Self::InLine].into_iter().find(|one| one.as_str() == word).ok_or(UnknownWord)
    }
}

/// An outing on its own page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutingView {
    /// How many have a seat.
    pub coming: i64,
    /// How many wait for one.
    pub in_line: i64,
    /// Whether the reader comes.
    pub mine: Option<Attendance>,
    /// Whether the reader may sign up now.
    pub may_sign_up: bool,
    /// Whether the reader may see who comes ([`comers`]).
    pub may_see_comers: bool,
}

/// Somebody who comes, or waits for a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comer {
    /// Who; whether they wait to come in stands there.
    pub card: MemberCard,
    /// Whether they have a seat.
    pub attendance: Attendance,
    /// When they signed up.
    pub came_at: Timestamp,
}

/// How it stands; nothing of what is no outing with a date.
pub(crate) async fn view_tx(
    tx: &mut CommunityTx,
    caller: &Caller,
    row: &ListingRow,
) -> Result<Option<OutingView>, DatabaseError> {
    let (Some(outing), Some(me)) = (row.extent.outing, caller.me()) else { return Ok(None) };
    let counts = store::outing::counts(tx, row.id).await?;
    let mine = store::outing::of_member(tx, row.id, me.member).await?;
    let own = row.author.id == me.member;
    let open = row.state == State::Open && outing.starts_at > tx.now();
    Ok(Some(OutingView {
        coming: counts.coming,
        in_line: counts.in_line,
        mine,
        may_sign_up: open && !own && mine.is_none(),
        may_see_comers: own || mine == Some(Attendance::Coming),
    }))
}

/// Who comes and who waits for a seat, in order of coming: for its author, and, but for those who wait to come in, for members who come
/// themselves.
///
/// # Errors
/// `NotFound` for anybody else.
pub async fn comers(
    db: &Db,
    caller: &Caller,
    listing: ListingId,
    page: &PageRequest,
) -> Result<Page<Comer>, ExchangeError> {
    let me = caller.must_as_member(Act::JoinOutings)?;
    let mut tx = db.begin(caller).await?;
    let view = store::one::view(&mut tx, listing).await?.ok_or(ExchangeError::NotFound)?;
    let own = view.row.author.id == me.member;
    let mine = store::outing::of_member(&mut tx, listing, me.member).await?;
    if !own && mine != Some(Attendance::Coming) {
        return Err(ExchangeError::NotFound);
    }
    let found = store::outing::comers(&mut tx, listing, own, page).await?;
    tx.commit().await?;
    Ok(found)
}
