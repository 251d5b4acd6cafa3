//! `maillon launch`: a community from the command line.

use crate::{
    ground::{Failure, Ground},
    say,
    settings::Settings,
};
use clap::Args;
use kernel::{Caller, CommunityId, EmailAddress, Language};
use membership::launch::{Founder, Launch as Command};

/// The community to launch.
#[derive(Args, Debug)]
pub(super) struct Launch {
    /// Short name: the community answers at `<slug>.<host>`.
    #[arg(long)]
    slug: String,
    /// Name.
    #[arg(long)]
    name: String,
    /// `confiance` or `departement`.
    #[arg(long, default_value = "confiance")]
    preset: String,
    /// Address of the owner.
    #[arg(long)]
    owner: EmailAddress,
    /// Name of the owner.
    #[arg(long)]
    owner_name: String,
    /// Somebody who is trusted from the first day, as `address=name`; may be repeated.
    #[arg(long, value_parser = founder)]
    founder: Vec<Founder>,
    /// Who runs it.
    #[arg(long)]
    organisation: String,
    /// Their postal address, written under every letter.
    #[arg(long)]
    postal_address: String,
    /// Another number of sponsors than the preset's; 0: stewards admit.
    #[arg(long)]
    sponsors: Option<u32>,
    /// A language; may be repeated, the main one first.
    #[arg(long, default_values = ["fr", "en"])]
    language: Vec<Language>,
    /// Time zone.
    #[arg(long, default_value = "Europe/Paris")]
    timezone: String,
    /// Main colour.
    #[arg(long, default_value = "#2f5d50")]
    primary: String,
    /// Second colour.
    #[arg(long, default_value = "#c8553d")]
    accent: String,
}

impl Launch {
    pub(super) async fn run(self, settings: &Settings) -> Result<(), Failure> {
        let ground = Ground::prepare(settings).await?;
        let launched = self.launch(&ground, settings).await;
        ground.leave().await?;
        say::line(format_args!("launched: {}", launched?));
        Ok(())
    }

    async fn launch(self, ground: &Ground, settings: &Settings) -> Result<String, Failure> {
        ground.keep_up(settings).await?;
        ground.open_platform(settings).await?;
        let id = CommunityId(ground.db.entropy().id());
        let owner = self.owner.clone();
        let launched =
            membership::launch_for(&ground.db, &Caller::house(id), &settings.host, owner, self.command(id)).await?;
        Ok(launched.host)
    }

    fn command(self, id: CommunityId) -> Command {
        Command {
            id,
            slug: self.slug,
            name: self.name,
            tagline: String::new(),
            organisation: self.organisation,
            postal_address: self.postal_address,
            contact_email: self.owner.to_string(),
            hosts: Vec::new(),
            preset: self.preset,
            languages: self.language,
            timezone: self.timezone,
            brand_primary: self.primary,
            brand_accent: self.accent,
            sponsors: self.sponsors,
            email_domains: Vec::new(),
            owner_name: self.owner_name,
            founders: self.founder,
        }
    }
}

fn founder(text: &str) -> Result<Founder, String> {
    let (email, name) = text.split_once('=').ok_or("write address=name")?;
    let email = email.parse().map_err(|_| format!("{email} is no e-mail address"))?;
    Ok(Founder { email, name: name.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_founder_is_an_address_and_a_name() {
        assert_eq!(
            founder("a@b.test= Ada ").unwrap(),
            Founder { email: "a@b.test".parse().unwrap(), name: "Ada".into() }
        );
        assert!(founder("a@b.test").is_err() && founder("nobody=Ada").is_err());
    }
}
