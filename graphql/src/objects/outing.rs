//! What listings say besides their words, and who comes to outings.

use super::Member;
use crate::{
    ids::Global as _,
    page::Connection,
    visit::Desk,
    words::{Attendance, Language},
};
use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::NaiveDate;
use exchange::calendar::{CalendarEntry, FeedAddress};
use exchange::outing::{self, OpenOuting, OutingView};
use exchange::{Extent, Outing};
use kernel::{ListingId, Timestamp};

/// What a listing says besides its words.
pub struct ListingExtent(pub(crate) Extent);

#[Object]
impl ListingExtent {
    /// How many there are.
    async fn quantity(&self) -> Option<i32> {
        self.0.quantity.map(i32::from)
    }
    /// From which day of the community's calendar.
    async fn available_from(&self) -> Option<NaiveDate> {
        self.0.available_from
    }
    /// Until which day, and that day too.
    async fn available_until(&self) -> Option<NaiveDate> {
        self.0.available_until
    }
    /// For how many days it is lent at the most.
    async fn loan_days(&self) -> Option<i32> {
        self.0.loan_days.map(i32::from)
    }
    /// When it is and for how many, if it is an outing with a date.
    async fn outing(&self) -> Option<OutingDates> {
        self.0.outing.map(OutingDates::from)
    }
}

/// When an outing is, and for whom.
#[derive(SimpleObject)]
pub struct OutingDates {
    /// When it begins: nobody signs up any more.
    starts_at: Timestamp,
    /// When it ends.
    ends_at: Option<Timestamp>,
    /// For how many; for everybody when absent.
    seats: Option<i32>,
    /// Whether those who wait to come in may come along.
    is_for_guests: bool,
}

impl From<Outing> for OutingDates {
    fn from(outing: Outing) -> Self {
        let Outing { starts_at, ends_at, seats, for_guests } = outing;
        Self { starts_at, ends_at, seats: seats.map(i32::from), is_for_guests: for_guests }
    }
}

/// How an outing stands.
pub struct OutingState {
    pub(crate) listing: ListingId,
    pub(crate) view: OutingView,
}

#[Object]
impl OutingState {
    /// How many have a seat.
    async fn coming(&self) -> i64 {
        self.view.coming
    }
    /// How many wait for one.
    async fn in_line(&self) -> i64 {
        self.view.in_line
    }
    /// Whether the asker comes.
    async fn mine(&self) -> Option<Attendance> {
        self.view.mine.map(Attendance::from)
    }
    /// Whether the asker may sign up now.
    async fn may_sign_up(&self) -> bool {
        self.view.may_sign_up
    }
    /// Who comes and who waits for a seat, in order of coming: for its author, and for members who come themselves; none for others.
    async fn comers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Comer>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        if !self.view.may_see_comers {
            return Ok(Connection::of(kernel::Page::whole(Vec::new()), Comer));
        }
        let found = desk.value(outing::comers(desk.db, desk.caller, self.listing, &page).await)?;
        Ok(Connection::of(found, Comer))
    }
}

/// Somebody who comes to an outing, or waits for a seat.
pub struct Comer(pub(crate) outing::Comer);

#[Object]
impl Comer {
    /// Who.
    async fn member(&self) -> Member {
        Member(self.0.card.clone())
    }
    /// Whether they have a seat.
    async fn attendance(&self) -> Attendance {
        self.0.attendance.into()
    }
    /// Whether they wait to come in.
    async fn is_guest(&self) -> bool {
        self.0.card.standing.is_waiting()
    }
    /// When they signed up.
    async fn came_at(&self) -> Timestamp {
        self.0.came_at
    }
}

/// An outing in the asker's calendar.
pub struct CalendarOuting(pub(crate) CalendarEntry);

#[Object]
impl CalendarOuting {
    /// The id of its listing.
    async fn listing_id(&self) -> ID {
        self.0.listing.global()
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }
    /// Where; may be empty.
    async fn town(&self) -> &str {
        &self.0.town
    }
    /// When it begins.
    async fn starts_at(&self) -> Timestamp {
        self.0.starts_at
    }
    /// When it ends, or is taken to end where it does not say so.
    async fn ends_at(&self) -> Timestamp {
        self.0.ends_at
    }
    /// Whether it was called off.
    async fn is_called_off(&self) -> bool {
        self.0.called_off
    }
    /// Whether the asker comes; nothing where it is their own.
    async fn mine(&self) -> Option<Attendance> {
        self.0.mine.map(Attendance::from)
    }
}

/// The path below the community's address where calendar programs read the asker's outings without signing in.
#[derive(SimpleObject)]
pub struct CalendarFeed {
    /// The path. Whoever knows it reads them.
    path: String,
    /// Since when it holds.
    made_at: Timestamp,
}

impl From<FeedAddress> for CalendarFeed {
    fn from(address: FeedAddress) -> Self {
        Self { path: format!("/calendar/feed/{}.ics", address.token), made_at: address.made_at }
    }
}

/// An outing to which whoever waits to come in may come.
pub struct GuestOuting(pub(crate) OpenOuting);

#[Object]
impl GuestOuting {
    /// The id of its listing.
    async fn listing_id(&self) -> ID {
        self.0.listing.global()
    }
    /// Its title.
    async fn title(&self) -> &str {
        &self.0.title
    }
    /// Its whole text.
    async fn body(&self) -> &str {
        &self.0.body
    }
    /// The language it is written in.
    async fn language(&self) -> Language {
        self.0.language.into()
    }
    /// Where; may be empty.
    async fn town(&self) -> &str {
        &self.0.town
    }
    /// When it begins.
    async fn starts_at(&self) -> Timestamp {
        self.0.starts_at
    }
    /// When it ends.
    async fn ends_at(&self) -> Option<Timestamp> {
        self.0.ends_at
    }
    /// The first name of whoever invites.
    async fn organiser(&self) -> &str {
        &self.0.organiser
    }
    /// Whether all seats are taken: whoever signs up now waits for one.
    async fn is_full(&self) -> bool {
        self.0.is_full
    }
    /// Whether the asker comes.
    async fn mine(&self) -> Option<Attendance> {
        self.0.mine.map(Attendance::from)
    }
}
