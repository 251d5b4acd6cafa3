//! `maillon bench census`: one run over the Ğ1 web of trust, on private servers of its own that are removed afterwards.

use super::{on_servers_of_its_own, own};
use crate::{
    bench::census::{Day, Mailing, Newcomer, letters, newcomer},
    commands::{import, lab::census},
    ground::{Failure, Ground},
    memory, say,
    settings::Settings,
};
use clap::Args;
use kernel::{Caller, CommunityId};
use serde::Serialize;
use std::{path::PathBuf, time::Instant};

/// Where the web of trust is, and how to print.
#[derive(Args, Debug)]
pub(super) struct Census {
    /// The folder of the edge lists.
    #[arg(long, env = "MAILLON_TRUST_DATA", default_value = "../shared/data/trust")]
    from: PathBuf,
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

/// What was seen; seconds and MiB.
#[derive(Debug, Serialize)]
struct Report {
    members: usize,
    sponsorships: usize,
    import_s: f64,
    import_peak_mib: u64,
    newcomer: Newcomer,
    mailing: Mailing,
    peak_mib: u64,
}

impl Census {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let own = own(settings, "census");
        let report = on_servers_of_its_own(&own, async |ground| self.measure(ground, &own).await).await?;
        self.show(&report)
    }

    async fn measure(&self, ground: &Ground, settings: &Settings) -> Result<Report, Failure> {
        ground.migrate(settings).await?;
        ground.open_platform(settings).await?;
        let census = census::write(&self.from, &settings.data)?;
        let community = newcomer::launch(ground, settings).await?;
        let began = Instant::now();
        import(ground, settings, community).await?;
        let (import_s, import_peak_mib) = (began.elapsed().as_secs_f64(), memory::peak_mib());
        let day = Day::open(ground, settings, community).await?;
        let newcomer = newcomer::admitted(&day, &settings.data.join(MEMBERS)).await?;
        let mailing = letters::weekly(&day, &settings.data.join(MEMBERS)).await?;
        day.close().await;
        Ok(Report {
            members: census.members,
            sponsorships: census.sponsorships,
            import_s,
            import_peak_mib,
            newcomer,
            mailing,
            peak_mib: memory::peak_mib(),
        })
    }

    fn show(&self, report: &Report) -> Result<(), Failure> {
        if cfg!(debug_assertions) {
            say::complain("not built for speed: the seconds say little (cargo build --release)");
        }
        if self.json {
            say::line(serde_json::to_string_pretty(report)?);
            return Ok(());
        }
        let Report { members, sponsorships, import_s, import_peak_mib, newcomer, mailing, peak_mib } = report;
        say::line(format_args!(
            "import: {members} members, {sponsorships} sponsorships, {import_s:.1} s, {import_peak_mib} MiB at the most"
        ));
        say::line(newcomer);
        say::line(mailing);
        say::line(format_args!("all of it: {peak_mib} MiB at the most"));
        Ok(())
    }
}

const MEMBERS: &str = "members.csv";
const SPONSORSHIPS: &str = "sponsorships.csv";

async fn import(ground: &Ground, settings: &Settings, community: CommunityId) -> Result<(), Failure> {
    let at = |name| settings.data.join(name);
    import::files(&ground.db, &Caller::house(community), &at(MEMBERS), Some(&at(SPONSORSHIPS))).await
}
