//! `maillon audit`: whether the journals are what was written (bar R2).

use crate::{
    ground::{Failure, Ground},
    say,
    settings::Settings,
};
use clap::{Args, Subcommand};
use community::journal;
use database::Db;
use kernel::{Caller, CommunityId};
use std::path::{Path, PathBuf};

/// What to do.
#[derive(Args, Debug)]
pub(super) struct Audit {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Look through every journal, compare it with its anchor, and name the first place at which one is broken.
    Verify {
        /// Only this community's, by its short name.
        #[arg(long)]
        community: Option<String>,
        /// Where anchors were kept; under the data folder when absent.
        #[arg(long)]
        anchors: Option<PathBuf>,
    },
}

impl Audit {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let Task::Verify { community, anchors } = self.task;
        let ground = Ground::prepare(settings).await?;
        let anchors = anchors.unwrap_or_else(|| settings.anchors());
        let done = verify(&ground.db, community.as_deref(), &anchors).await;
        ground.leave().await?;
        done
    }
}

/// Says of each journal whether it holds; fails when one does not.
pub(super) async fn verify(db: &Db, slug: Option<&str>, anchors: &Path) -> Result<(), Failure> {
    let communities = match slug {
        Some(slug) => vec![community::views::by_slug(db, slug).await?.ok_or("there is no such community")?],
        None => community::views::all(db).await?,
    };
    let mut broken = 0;
    for community in communities {
        let kept = workers::anchors::read(anchors, community)?;
        broken += usize::from(!holds(db, community, kept.as_slice()).await?);
    }
    if broken == 0 { Ok(()) } else { Err(format!("{broken} journals are broken").into()) }
}

async fn holds(db: &Db, community: CommunityId, kept: &[journal::Anchor]) -> Result<bool, Failure> {
    match journal::verify(db, &Caller::house(community), kept).await? {
        Ok(end) => {
            let against = if kept.is_empty() { ", no anchor to compare with" } else { "" };
            say::line(format_args!("{community}: {} entries hold{against}", end.seq));
            Ok(true)
        }
        Err(found) => {
            say::line(format_args!("{community}: {found}"));
            Ok(false)
        }
    }
}
