//! `maillon operator`: who runs the installation, and the tokens with which programs speak for them.

use crate::{
    ground::{Failure, Ground},
    say,
    settings::Settings,
};
use chrono::Duration;
use clap::{Args, Subcommand};
use community::platform_token::{self, TokenLine};
use database::Db;
use kernel::{Caller, CommunityId, EmailAddress, Language, PlatformTokenId, Scope, Scopes, Timestamp};
use uuid::Uuid;

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
    /// Tokens for the REST interface.
    #[command(subcommand)]
    Token(Token),
    /// Let letters go again to an address that was refused or has complained.
    Lift {
        /// The address.
        email: EmailAddress,
    },
}

#[derive(Subcommand, Debug)]
enum Token {
    /// Make one; it is shown once.
    Make {
        /// What it is for.
        name: String,
        /// What it is good for: launch, import, bounces, figures; may be repeated. Everything, when absent.
        #[arg(long)]
        scope: Vec<Scope>,
        /// Worthless after so many days; good for ever when absent.
        #[arg(long)]
        days: Option<u16>,
    },
    /// Show them all, without their secrets.
    List,
    /// Make one worthless.
    Revoke {
        /// Its id, as `list` shows it.
        id: Uuid,
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
        ground.keep_up(settings).await?;
        ground.open_platform(settings).await?;
        let house = Caller::house(CommunityId::PLATFORM);
        match self.task {
            Task::Appoint { email } => {
                membership::operator::appoint(&ground.db, &house, &email, Language::default()).await?;
                Ok(format!("{email} runs this installation"))
            }
            Task::Token(token) => token.perform(&ground.db, &house).await,
            Task::Lift { email } => {
                membership::suppression::lift(&ground.db, &house, &email).await?;
                Ok(format!("letters go to {email} again"))
            }
        }
    }
}

impl Token {
    async fn perform(self, db: &Db, house: &Caller) -> Result<String, Failure> {
        match self {
            Self::Make { name, scope, days } => {
                let id = PlatformTokenId(db.entropy().id());
                let scopes = if scope.is_empty() { Scopes::all() } else { scope.into_iter().collect() };
                let expires_at = days.map(|days| db.clock().now() + Duration::days(days.into()));
                Ok(platform_token::issue(db, house, id, &name, scopes, expires_at).await?)
            }
            Self::List => {
                let now = db.clock().now();
                let lines = platform_token::list(db, house).await?;
                Ok(lines.iter().map(|line| told(line, now)).collect::<Vec<_>>().join("\n"))
            }
            Self::Revoke { id } => {
                platform_token::revoke(db, house, PlatformTokenId(id)).await?;
                Ok(format!("{id} is worthless"))
            }
        }
    }
}

/// A token on one line.
fn told(line: &TokenLine, now: Timestamp) -> String {
    let end = match (line.revoked_at, line.expires_at) {
        (Some(at), _) => format!("revoked {}", at.date_naive()),
        (None, Some(at)) if at <= now => format!("expired {}", at.date_naive()),
        (None, Some(at)) => format!("until {}", at.date_naive()),
        (None, None) => "for ever".to_owned(),
    };
    format!("{}  {}  {}  {end}", line.id, line.name, line.scopes.words().join(","))
}
