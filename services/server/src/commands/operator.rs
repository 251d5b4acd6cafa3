//! `maillon operator`: who runs the installation, and the tokens with which programs speak for them.

use crate::{
    ground::{Failure, Ground},
    say,
    settings::Settings,
};
use clap::{Args, Subcommand};
use kernel::{Caller, CommunityId, EmailAddress, Language, PlatformTokenId};

/// What to do for whom.
#[derive(Args, Debug)]
pub(super) struct Operator {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Let the owner of an address run the installation.
    Appoint {
        /// Their address.
        email: EmailAddress,
    },
    /// Make a token for the REST interface; it is shown once.
    Token {
        /// What it is for.
        name: String,
    },
}

impl Operator {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let ground = Ground::prepare(settings).await?;
        let done = self.perform(&ground, settings).await;
        ground.leave().await?;
        say::line(done?);
        Ok(())
    }

    async fn perform(self, ground: &Ground, settings: &Settings) -> Result<String, Failure> {
        ground.migrate(settings).await?;
        ground.open_platform(settings).await?;
        let house = Caller::house(CommunityId::PLATFORM);
        match self.task {
            Task::Appoint { email } => {
                membership::operator::appoint(&ground.db, &house, &email, Language::default()).await?;
                Ok(format!("{email} runs this installation"))
            }
            Task::Token { name } => {
                let id = PlatformTokenId(ground.db.entropy().id());
                Ok(community::platform_token::issue(&ground.db, &house, id, &name).await?)
            }
        }
    }
}
