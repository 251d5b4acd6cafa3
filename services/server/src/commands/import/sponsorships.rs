//! sponsorships.csv.

use super::{Tally, rows};
use crate::{ground::Failure, say};
use database::Db;
use kernel::{Caller, CommunityId};
use membership::import::imported_id;
use serde::Deserialize;
use sponsorship::import::{ImportedSponsorship, LeftOut, import_sponsorships};
use std::path::Path;

const FILE: &str = "sponsorships";
/// Small enough for the statement timeout of a working role, large enough that the trips do not count.
const BATCH: usize = 2_000;

#[derive(Deserialize)]
struct Line {
    sponsor: String,
    member: String,
    given_on: String,
}

pub(super) async fn import(db: &Db, caller: &Caller, path: &Path) -> Result<Tally, Failure> {
    let mut tally = Tally::default();
    let mut batch = Vec::with_capacity(BATCH);
    for (line, row) in rows::read::<Line>(path)? {
        match row.and_then(|row| sponsorship(line, &row, caller.community)) {
            Ok(row) => batch.push(row),
            Err(why) => tally.leave_out(FILE, line, why),
        }
        if batch.len() == BATCH {
            hand_in(db, caller, &mut batch, &mut tally).await?;
        }
    }
    hand_in(db, caller, &mut batch, &mut tally).await?;
    Ok(tally)
}

async fn hand_in(
    db: &Db,
    caller: &Caller,
    batch: &mut Vec<ImportedSponsorship>,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let report = import_sponsorships(db, caller, batch).await?;
    batch.clear();
    tally.taken += report.written;
    tally.known += report.known;
    for (line, why) in report.left_out {
        tally.leave_out(FILE, line, reason(why));
    }
    say::progress(format_args!("sponsorships: {}", tally.taken + tally.known));
    Ok(())
}

fn sponsorship(line: u64, row: &Line, community: CommunityId) -> Result<ImportedSponsorship, String> {
    let person = |key: &str| imported_id(community, &rows::key(key));
    Ok(ImportedSponsorship {
        line,
        sponsor: person(&row.sponsor),
        member: person(&row.member),
        given_at: rows::day(&row.given_on)?,
    })
}

fn reason(why: LeftOut) -> &'static str {
    match why {
        LeftOut::SponsorUnknown => "the sponsor is not in the members' file",
        LeftOut::MemberUnknown => "the member is not in the members' file",
        LeftOut::Oneself => "nobody vouches for themselves",
        LeftOut::Twice => "the same pair stands above",
        LeftOut::InFuture => "the date lies ahead",
    }
}
