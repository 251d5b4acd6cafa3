//! What one new listing costs that looks for its counterparts, among many.

use super::{
    crowd::{self, Each},
    psql,
    trust::at,
};
use crate::{
    ground::{Failure, Ground},
    settings::Settings,
};
use exchange::{
    find_matches::{read_meanings, seek},
    matching::labelled,
};
use kernel::{Caller, CommunityId};
use std::{fmt::Write as _, time::Instant};

/// Members among whom the listings are shared out.
const MEMBERS: u32 = 2_000;
/// Searches that are timed, after a tenth as many that are not.
const SOUGHT: usize = 300;

/// What was measured.
#[derive(Debug, Clone, Copy)]
pub struct Sought {
    /// One search, half of them.
    pub p50_ms: f64,
    /// One search, 99 of 100.
    pub p99_ms: f64,
    /// Reading what all listings are about, once.
    pub read_s: f64,
}

/// Fills a community with labelled texts, reads what they are about, and looks for the counterparts of the newest.
pub async fn measure(ground: &Ground, settings: &Settings, listings: u32) -> Result<Sought, Failure> {
    crowd::settle(ground, settings, 1, Each { members: MEMBERS, listings: 0 }).await?;
    let slug = crowd::slug(0);
    psql::matching(ground.owner()?, &slug, listings, &rows())?;
    let house = Caller::house(community(ground, settings, &slug).await?);
    let began = Instant::now();
    while read_meanings(&ground.db, &house).await? {}
    let read_s = began.elapsed().as_secs_f64();
    let mut times = Vec::new();
    for (place, listing) in psql::newest(ground.owner()?, &slug, SOUGHT + SOUGHT / 10)?.into_iter().enumerate() {
        let began = Instant::now();
        let _found = seek(&ground.db, &house, listing).await?;
        if place >= SOUGHT / 10 {
            times.push(began.elapsed().as_secs_f64() * 1_000.0);
        }
    }
    Ok(Sought { p50_ms: at(&mut times, 50), p99_ms: at(&mut times, 99), read_s })
}

async fn community(ground: &Ground, settings: &Settings, slug: &str) -> Result<CommunityId, Failure> {
    let host = format!("{slug}.{}", settings.host);
    Ok(community::by_host(&ground.db, &host).await?.ok_or("the community is not there")?)
}

/// The labelled texts, as PostgreSQL copies them in.
fn rows() -> String {
    let mut rows = String::from("copy said (place, direction, kind, title, body) from stdin;\n");
    for (place, said) in labelled::texts().iter().enumerate() {
        let (direction, kind) = (said.direction.as_str(), said.kind.as_str());
        let _ = writeln!(rows, "{place}\t{direction}\t{kind}\t{}\t{}", said.title, said.body);
    }
    rows.push_str("\\.\n");
    rows
}
