//! Launching a community.

use crate::{ids::Global as _, refusal::payload, visit::Desk, words::Language};
use async_graphql::{ID, InputObject, Result};
use kernel::{CommunityId, EmailAddress};
use membership::{Founder, Launch, MembershipError, launch};
use uuid::Uuid;

/// A community to be launched by the asker, who will own it.
#[derive(InputObject)]
pub struct LaunchCommunityInput {
    /// Made by the client: launching twice launches once.
    id: Uuid,
    /// Short name below the installation's domain: 3 to 40 of a to z, 0 to 9, dash.
    slug: String,
    /// Name.
    name: String,
    /// Line under the name; the preset's when empty.
    #[graphql(default)]
    tagline: String,
    /// Who runs it.
    organisation: String,
    /// That organisation's postal address.
    postal_address: String,
    /// Where to write to it.
    #[graphql(default)]
    contact_email: String,
    /// Host names of its own.
    #[graphql(default)]
    hosts: Vec<String>,
    /// The name of a preset.
    preset: String,
    /// Languages, the main one first.
    languages: Vec<Language>,
    /// IANA name of the time zone.
    timezone: String,
    /// `#rrggbb`.
    brand_primary: String,
    /// `#rrggbb`.
    brand_accent: String,
    /// Another number of sponsors than the preset's; 0: stewards admit.
    sponsors: Option<u32>,
    /// Domains whose addresses are let in by rule.
    #[graphql(default)]
    email_domains: Vec<String>,
    /// The asker's name in the community.
    owner_name: String,
    /// Those who are trusted from the first day, beside the asker.
    #[graphql(default)]
    founders: Vec<FounderInput>,
}

/// A person trusted from the first day.
#[derive(InputObject)]
pub struct FounderInput {
    /// Their e-mail address.
    email: String,
    /// Their name in the community.
    name: String,
}

payload! {
    /// What came of it.
    LaunchCommunityPayload {
        /// The community.
        community_id: ID,
        /// The host it answers on.
        host: String,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: LaunchCommunityInput) -> Result<LaunchCommunityPayload> {
    let done = match Launch::try_from(input) {
        Ok(cmd) => launch(desk.db, desk.caller, &desk.base.host, cmd).await,
        Err(bad) => Err(bad),
    };
    desk.payload(done, |launched| LaunchCommunityPayload {
        community_id: Some(launched.community.global()),
        host: Some(launched.host),
        refusal: None,
    })
}

impl TryFrom<LaunchCommunityInput> for Launch {
    type Error = MembershipError;

    fn try_from(input: LaunchCommunityInput) -> std::result::Result<Self, MembershipError> {
        Ok(Self {
            id: CommunityId(input.id),
            slug: input.slug,
            name: input.name,
            tagline: input.tagline,
            organisation: input.organisation,
            postal_address: input.postal_address,
            contact_email: input.contact_email,
            hosts: input.hosts,
            preset: input.preset,
            languages: input.languages.into_iter().map(Into::into).collect(),
            timezone: input.timezone,
            brand_primary: input.brand_primary,
            brand_accent: input.brand_accent,
            sponsors: input.sponsors,
            email_domains: input.email_domains,
            owner_name: input.owner_name,
            founders: input.founders.into_iter().map(founder).collect::<std::result::Result<_, _>>()?,
        })
    }
}

fn founder(founder: FounderInput) -> std::result::Result<Founder, MembershipError> {
    let email: EmailAddress =
        founder.email.parse().map_err(|_| community::CommunityError::AddressInvalid("founders"))?;
    Ok(Founder { email, name: founder.name })
}
