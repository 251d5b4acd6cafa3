//! How long what is kept: the one table of periods, and the sweep that reads it (bar P4).
//!
//! | table | what goes | when, counted from |
//! | --- | --- | --- |
//! | `sign_in`, `address_change` | the row | 7 days after its letter's end |
//! | `session` | the row | 30 days after its end |
//! | `account_change` | the row | 30 days after it could be taken back |
//! | `totp` | the row | 30 days after it was removed |
//! | `passkey` | the row | 30 days after it was removed |
//! | `passkey_challenge` | the row | 1 hour after it could be answered |
//! | `address_letter` | the row | 1 hour |
//! | `data_copy` | the row | 7 days after it was asked for |
//! | `listing_draft` | the row; its photos within the day | 30 days after it was kept last |
//! | `job` | the row, where it was buried | 35 days after it was written: as long as a backup |
//! | `letter` | the row | 90 days |
//! | `invitation` | the address, and the words of one that nobody used | 90 days after its end |
//! | `sponsorship` | the address of somebody who never came | 90 days after its end |
//! | `outing_place` | the row | 90 days after the outing began |
//! | `notification`, `digest`, `listing_match`, `saved_search_hit`, `meeting_line` | the row | 365 days |
//! | `meeting` | the note and the town | 365 days after it was asked for |
//! | `listing_photo` | the row and its files, where its listing has ended | 365 days after its end |
//! | `listing` | what was written, where it has ended | 365 days after its end |
//! | `suppressed_address` | the row, where no account has that address | 365 days |
//! | `listing_seen` | the row | 400 days: longer than a listing lives |
//! | `departure`, `review`, `measure`, `appeal` | the reason, and what was written | 730 days after it began |
//! | `circle` | the whole row, where it was declined; what was written, where it is closed | 365 days after it was |
//! | `circle_put_out` | the whole row | 365 days |
//! | `circle_offer` | the whole row | 14 days |
//! | `mandate` | the whole row | 365 days after its listing ended |
//! | `household` | the whole row, where it is over | 730 days after it was |
//! | `reservation` | what was written and whose it is, where it is settled | 730 days after it was |
//! | `reservation_voice` | the reason | 730 days |
//! | `journal_note` | the reason; its entry stays | 730 days |
//!
//! What people were denied (`denial`) is counted for a quarter of an hour; the sweep writes the count into the journal.
//!
//! Everything else is kept as long as the community, or until its person is erased; `data-map.txt` says which.

use crate::{PrivacyError, store};
use chrono::Duration;
use database::{CommunityTx, Db, audit::Entry};
use kernel::{Act, Caller, Timestamp};
use membership::limits as members;
use serde_json::json;

/// Rows that go in one step, so that no statement is long.
pub(crate) const STEP: i64 = 2_000;

/// How long the rows of a table are kept, or what in them has a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The table.
    pub table: &'static str,
    /// How long.
    pub kept: Duration,
}

/// Every table in which something has a time.
pub const PERIODS: &[Period] = &[
    Period { table: "sign_in", kept: members::SIGN_IN_KEPT },
    Period { table: "address_change", kept: members::SIGN_IN_KEPT },
    Period { table: "session", kept: members::SESSION_KEPT },
    Period { table: "account_change", kept: members::CHANGE_KEPT },
    Period { table: "totp", kept: members::CHANGE_KEPT },
    Period { table: "passkey", kept: members::CHANGE_KEPT },
    Period { table: "passkey_challenge", kept: members::CHALLENGE_KEPT },
    Period { table: "address_letter", kept: members::LETTERS_WINDOW },
    Period { table: "data_copy", kept: crate::limits::COPY_KEPT },
    // As long as the page says (`exchange::limits::draft_kept`); a test of photos holds both together.
    Period { table: "listing_draft", kept: Duration::days(30) },
    Period { table: "job", kept: Duration::days(35) },
    Period { table: "letter", kept: Duration::days(90) },
    Period { table: "invitation", kept: Duration::days(90) },
    Period { table: "sponsorship", kept: Duration::days(90) },
    Period { table: "outing_place", kept: Duration::days(90) },
    Period { table: "notification", kept: Duration::days(365) },
    Period { table: "digest", kept: Duration::days(365) },
    Period { table: "listing", kept: Duration::days(365) },
    Period { table: "circle", kept: Duration::days(365) },
    Period { table: "circle_put_out", kept: Duration::days(365) },
    Period { table: "circle_offer", kept: Duration::days(14) },
    Period { table: "mandate", kept: Duration::days(365) },
    Period { table: "listing_photo", kept: Duration::days(365) },
    Period { table: "listing_match", kept: Duration::days(365) },
    Period { table: "saved_search_hit", kept: Duration::days(365) },
    Period { table: "meeting", kept: Duration::days(365) },
    Period { table: "meeting_line", kept: Duration::days(365) },
    Period { table: "suppressed_address", kept: Duration::days(365) },
    Period { table: "listing_seen", kept: Duration::days(400) },
    Period { table: "departure", kept: Duration::days(730) },
    Period { table: "review", kept: Duration::days(730) },
    Period { table: "measure", kept: Duration::days(730) },
    Period { table: "household", kept: Duration::days(730) },
    Period { table: "reservation", kept: Duration::days(730) },
    Period { table: "reservation_voice", kept: Duration::days(730) },
    Period { table: "appeal", kept: Duration::days(730) },
    Period { table: "journal_note", kept: Duration::days(730) },
];

impl Period {
    /// The period in words, as the data map says it: `1 hour`, `90 days`.
    pub fn words(&self) -> String {
        match (self.kept.num_days(), self.kept.num_hours()) {
            (0, 1) => "1 hour".to_owned(),
            (0, hours) => format!("{hours} hours"),
            (days, _) => format!("{days} days"),
        }
    }
}

/// Sweeps whatever of the caller's community has had its time; of the installation as well, where that is its own tenant. How
/// many rows went or were emptied. Safe to run at any time. The house only.
pub async fn sweep(db: &Db, caller: &Caller) -> Result<u64, PrivacyError> {
    caller.must(Act::WorkJob)?;
    let mut swept = 0;
    loop {
        let round = Round::of(db, caller).await?;
        swept += round.rows;
        if !round.is_full {
            return Ok(swept);
        }
    }
}

/// One step through every table.
#[derive(Default)]
struct Round {
    rows: u64,
    /// Whether a table may hold more.
    is_full: bool,
}

impl Round {
    /// In one transaction: most hours there is nothing to do in any table.
    async fn of(db: &Db, caller: &Caller) -> Result<Self, PrivacyError> {
        let mut round = Self::default();
        let mut tx = db.begin(caller).await?;
        let now = tx.now();
        round.rows += membership::housekeeping::sweep_tx(&mut tx).await?.rows();
        community::journal::write_repeated_tx(&mut tx).await?;
        for period in PERIODS {
            round.count(step(&mut tx, caller, period.table, now - period.kept).await?);
        }
        tx.commit().await?;
        for period in PERIODS.iter().filter(|period| period.table == "job") {
            round.count(buried(db, caller, now - period.kept).await?);
        }
        Ok(round)
    }

    fn count(&mut self, rows: u64) {
        self.rows += rows;
        self.is_full |= rows >= STEP.unsigned_abs();
    }
}

async fn step(tx: &mut CommunityTx, caller: &Caller, table: &str, before: Timestamp) -> Result<u64, PrivacyError> {
    Ok(match table {
        "data_copy" => store::copy::sweep(tx).await?,
        "letter" => store::retention::letters(tx, before).await?,
        "invitation" => store::retention::invitations(tx, before).await?,
        "sponsorship" => store::retention::asked_addresses(tx, before).await?,
        "notification" => store::retention::notifications(tx, before).await?,
        "digest" => store::retention::digests(tx, before).await?,
        "listing" => store::retention::listings(tx, before).await?,
        "listing_draft" => store::retention::drafts(tx, before).await?,
        "saved_search_hit" => store::retention::search_hits(tx, before).await?,
        "circle" => store::groups::declined_or_closed(tx, before).await?,
        "circle_put_out" => store::groups::put_out(tx, before).await?,
        "circle_offer" => store::groups::offers(tx, before).await?,
        "mandate" => store::retention::mandates(tx, before).await?,
        "listing_match" => store::retention::matches(tx, before).await?,
        "meeting" => store::retention::meetings(tx, before).await?,
        "meeting_line" => store::retention::meeting_lines(tx, before).await?,
        "departure" => store::retention::departures(tx, before).await?,
        "review" => store::retention::reviews(tx, before).await?,
        "measure" => store::retention::measures(tx, before).await?,
        "household" => store::retention::households(tx, before).await?,
        "reservation" => store::retention::reservations(tx, before).await?,
        "reservation_voice" => store::retention::voices(tx, before).await?,
        "appeal" => store::retention::appeals(tx, before).await?,
        "listing_photo" => store::photos::of_ended_listings(tx, before).await?,
        "listing_seen" => store::retention::seen(tx, before).await?,
        "outing_place" => store::retention::outing_places(tx, before).await?,
        "journal_note" => {
            let notes = store::retention::notes(tx, before).await?;
            if !notes.is_empty() {
                let detail = json!({ "notes_erased": notes });
                tx.record(Entry { actor: None, subject: None, act: "notes_expired", detail });
            }
            u64::try_from(notes.len()).unwrap_or(u64::MAX)
        }
        // Of the whole installation: its own tenant's sweep sees to them.
        "suppressed_address" if caller.community.is_platform() => store::retention::suppressed(tx, before).await?,
        "address_letter" if caller.community.is_platform() => store::retention::counted(tx, before).await?,
        // What `membership` sweeps itself; buried jobs are not a tenant's to see.
        _ => 0,
    })
}

/// Jobs of every community that could not be done; their last error may quote somebody.
async fn buried(db: &Db, caller: &Caller, before: Timestamp) -> Result<u64, PrivacyError> {
    if !caller.community.is_platform() {
        return Ok(0);
    }
    let mut tx = db.begin_platform().await?;
    let rows = store::retention::buried(&mut tx, before).await?;
    tx.commit().await?;
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::PERIODS;
    use crate::map;

    #[test]
    fn p4_the_data_map_says_of_every_table_the_period_that_the_sweep_reads_and_of_no_other() {
        let tables = map::tables().unwrap();
        for period in PERIODS {
            let kept = &tables.iter().find(|(table, _)| table == period.table).unwrap().1;
            assert!(
                kept.contains(&period.words()),
                "{}: the map says {kept:?}, the sweep {}",
                period.table,
                period.words()
            );
        }
        let has_a_time = |kept: &str| kept.contains(|sign: char| sign.is_ascii_digit());
        for (table, kept) in tables.iter().filter(|(_, kept)| has_a_time(kept)) {
            assert!(PERIODS.iter().any(|period| period.table == table), "[{table}] {kept}: nothing sweeps it");
        }
        for (table, kept) in &tables {
            let for_as_long = ["community", "erasure", "while", "until", "as long", "done"];
            assert!(has_a_time(kept) || for_as_long.iter().any(|word| kept.contains(word)), "[{table}] {kept}");
        }
    }
}
