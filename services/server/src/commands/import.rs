//! `maillon import`: the members and sponsorships that an existing community brings along, from two files.

mod members;
mod rows;
mod sponsorships;

use crate::{
    ground::{Failure, Ground},
    memory, say,
    settings::Settings,
};
use clap::Args;
use database::Db;
use kernel::{Caller, CommunityId};
use membership::import::ImportedMember;
use sponsorship::import::ImportedSponsorship;
use std::{
    io::Read,
    path::{Path, PathBuf},
    time::Instant,
};

/// What to bring in. Importing a file again changes nothing; rows that cannot be taken are named and left out.
///
/// members.csv has the columns email, name and, if you like, key, about, town, `joined_on`, founder, language;
/// sponsorships.csv has sponsor, member and `given_on`. People are named by their key; by their address where there is none.
#[derive(Args, Debug)]
pub(crate) struct Import {
    /// The short name of the community.
    #[arg(long)]
    community: String,
    /// The members' file.
    members: PathBuf,
    /// The sponsorships' file.
    sponsorships: Option<PathBuf>,
}

/// What became of a file.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    taken: u64,
    known: u64,
    left_out: u64,
}

impl Tally {
    fn say(&self, what: &str) {
        say::progress("");
        say::line(format_args!("{what}: {} taken, {} here before, {} left out", self.taken, self.known, self.left_out));
    }

    /// Names a row that was left out.
    fn leave_out(&mut self, file: &str, line: u64, why: impl std::fmt::Display) {
        self.left_out += 1;
        say::progress("");
        say::complain(format_args!("{file}, line {line}: {why}"));
    }
}

impl Import {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let ground = Ground::prepare(settings).await?;
        let imported = self.import(&ground).await;
        ground.leave().await?;
        imported
    }

    async fn import(&self, ground: &Ground) -> Result<(), Failure> {
        let began = Instant::now();
        let community = find(ground, &self.community).await?;
        files(&ground.db, &Caller::house(community), &self.members, self.sponsorships.as_deref()).await?;
        say::line(format_args!(
            "{:.1} s, {} MiB of memory at the most",
            began.elapsed().as_secs_f64(),
            memory::peak_mib()
        ));
        Ok(())
    }
}

/// The people in a members' file: each with the line they stand on, or why that line is nobody.
pub fn read_members(file: impl Read + 'static) -> impl Iterator<Item = (u64, Result<ImportedMember, String>)> {
    members::read(file)
}

/// The words in a sponsorships' file, likewise.
pub fn read_sponsorships(
    file: impl Read + 'static,
) -> impl Iterator<Item = (u64, Result<ImportedSponsorship, String>)> {
    sponsorships::read(file)
}

/// Brings in both files, and says what became of them.
pub(super) async fn files(db: &Db, caller: &Caller, people: &Path, ties: Option<&Path>) -> Result<(), Failure> {
    members::import(db, caller, people).await?.say("members");
    if let Some(ties) = ties {
        sponsorships::import(db, caller, ties).await?.say("sponsorships");
    }
    Ok(())
}

async fn find(ground: &Ground, slug: &str) -> Result<CommunityId, Failure> {
    let found = community::views::by_slug(&ground.db, slug).await?;
    found.ok_or_else(|| format!("there is no community called {slug}").into())
}
