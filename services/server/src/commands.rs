//! The roles of the binary, each in a file of its own name.

mod audit;
mod backup;
mod bench;
mod doctor;
pub mod import;
mod lab;
mod launch;
mod migrate;
mod operator;
mod preview;
mod restore;
mod run;
mod seed;
mod serve;
mod work;

use crate::{ground::Failure, settings::Settings};
use clap::{Parser, Subcommand};
use futures_util::future::LocalBoxFuture;

/// Launch branded, closed mutual-aid communities.
#[derive(Parser, Debug)]
#[command(name = "maillon", version, about)]
pub struct Maillon {
    #[command(flatten)]
    settings: Settings,
    #[command(subcommand)]
    role: Role,
}

#[derive(Subcommand, Debug)]
enum Role {
    /// Answer requests.
    Serve,
    /// Do the jobs: letters, reminders, digests.
    Work,
    /// Everything at once, with private servers, an inbox and demo communities: to try it, and to develop.
    Run(run::Run),
    /// Bring the database's schema up to date.
    Migrate,
    /// Write the demo communities; a second time changes nothing.
    Seed,
    /// Launch a community.
    Launch(Box<launch::Launch>),
    /// Appoint who runs the installation; make tokens for programs.
    Operator(operator::Operator),
    /// Bring in the members and sponsorships of an existing community.
    Import(import::Import),
    /// Look whether the journals are what was written.
    Audit(audit::Audit),
    /// Copy everything but the sealing key, of one moment, into a folder.
    Backup(backup::Backup),
    /// Put a backup into an empty database, and look whether all of it is there.
    Restore(restore::Restore),
    /// Say what is wrong with settings, roles and database; fails if anything is.
    Doctor,
    /// Render every page and letter from samples into a folder.
    Preview(preview::Preview),
    /// Answer a case for the trust engine, or make import files of a real web of trust.
    Lab(lab::Lab),
    /// Measure what the doors cost beside the database alone.
    Bench(bench::Bench),
}

impl Maillon {
    /// What is logged when `MAILLON_LOG` does not say: a console on which somebody works stays quiet.
    pub fn usual_log(&self) -> &'static str {
        if matches!(self.role, Role::Run(_)) { "warn" } else { "info,sqlx=warn" }
    }

    /// What was set.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Plays the role to its end.
    pub fn run(self) -> LocalBoxFuture<'static, Result<(), Failure>> {
        // Boxed here, so that the whole house is compiled once, with its library, and not again with the binary.
        Box::pin(async move {
            let settings = &self.settings;
            match self.role {
                Role::Serve => serve::run(settings).await,
                Role::Work => work::run(settings).await,
                Role::Run(run) => run.run(settings).await,
                Role::Migrate => migrate::run(settings).await,
                Role::Seed => seed::run(settings).await,
                Role::Launch(launch) => launch.run(settings).await,
                Role::Operator(operator) => operator.run(settings).await,
                Role::Import(import) => import.run(settings).await,
                Role::Audit(audit) => audit.run(settings).await,
                Role::Backup(backup) => backup.run(settings).await,
                Role::Restore(restore) => restore.run(settings).await,
                Role::Doctor => doctor::run(settings).await,
                Role::Preview(preview) => preview.run().await,
                Role::Lab(lab) => lab.run(),
                Role::Bench(bench) => bench.run(settings).await,
            }
        })
    }
}
