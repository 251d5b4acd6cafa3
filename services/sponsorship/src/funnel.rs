//! Whether the waiting room empties: figures for those who look after the community. Live, not measured by night: they are few
//! rows, asked for seldom.

use crate::{SponsorshipError, store};
use chrono::{Datelike, Duration, Months, NaiveDate};
use database::Db;
use kernel::{Act, Caller, Timestamp};
use membership::MemberCard;

/// Months that are shown, this one included.
pub const MONTHS: u32 = 12;
/// Waiting longer than this is long.
pub const LONG: Duration = Duration::days(30);
/// People whom nobody has answered, at the most.
pub const LISTED: i64 = 50;

/// What happened in a month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WaitingMonth {
    /// Its first day, in the community's time zone.
    pub month: NaiveDate,
    /// Applications made.
    pub asked: i64,
    /// People who got their first word.
    pub sponsored: i64,
    /// People let in.
    pub admitted: i64,
    /// Applications closed without: their time was over, or the team said no.
    pub closed: i64,
}

/// Somebody whom nobody has answered.
#[derive(Debug, Clone)]
pub struct Unanswered {
    /// Who.
    pub member: MemberCard,
    /// Since when they wait.
    pub applied_at: Timestamp,
    /// Requests and meetings they asked for.
    pub asked: i64,
}

/// Whether the waiting room empties.
#[derive(Debug, Clone, Default)]
pub struct WaitingFigures {
    /// The months, the earliest first; as many as [`MONTHS`].
    pub months: Vec<WaitingMonth>,
    /// Days from applying to coming in, of half of those who came in within these months at the most; nothing while nobody did.
    pub median_days: Option<f64>,
    /// People who wait now.
    pub waiting: i64,
    /// Of these, those who have waited more than thirty days.
    pub waiting_long: i64,
    /// Of these, those without a single word, whoever waits longest first; at most fifty.
    pub unanswered: Vec<Unanswered>,
}

/// The figures of this moment. Stewards and owners.
pub async fn waiting_figures(db: &Db, caller: &Caller) -> Result<WaitingFigures, SponsorshipError> {
    caller.must(Act::SeeStewardDesk)?;
    let mut tx = db.begin(caller.community).await?;
    let zone = community::views::face_tx(&mut tx).await?.timezone;
    let today = tx.now().with_timezone(&zone).date_naive();
    let first = today.with_day(1).unwrap_or(today).checked_sub_months(Months::new(MONTHS - 1)).unwrap_or(today);
    let months = store::funnel::months(&mut tx, first, MONTHS, zone.name()).await?;
    let now = store::funnel::now(&mut tx, first, zone.name(), LONG).await?;
    let unanswered = store::funnel::unanswered(&mut tx, LISTED).await?;
    tx.commit().await?;
    Ok(WaitingFigures {
        months,
        median_days: now.median_days,
        waiting: now.waiting,
        waiting_long: now.waiting_long,
        unanswered,
    })
}
