//! An owner changes the community's settings.

use crate::{objects::Community, refusal::payload, visit::Desk, words::Language};
use async_graphql::{InputObject, Result};
use community::ChangeCommunity;

/// The settings as they are to be; every field replaces what was there.
#[derive(InputObject)]
pub struct ChangeCommunityInput {
    /// The version that was looked at.
    version: i32,
    /// Name.
    name: String,
    /// Line under the name.
    #[graphql(default)]
    tagline: String,
    /// Welcome.
    #[graphql(default)]
    welcome: String,
    /// Charter.
    charter: String,
    /// Who runs it.
    organisation: String,
    /// That organisation's postal address.
    postal_address: String,
    /// Where to write to it.
    #[graphql(default)]
    contact_email: String,
    /// Languages, the main one first.
    languages: Vec<Language>,
    /// IANA name of the time zone.
    timezone: String,
    /// `#rrggbb`.
    brand_primary: String,
    /// `#rrggbb`.
    brand_accent: String,
    /// Sponsors it takes to come in; 0: stewards admit; absent: as before.
    sponsors: Option<u32>,
    /// Domains whose addresses are let in by rule.
    #[graphql(default)]
    email_domains: Vec<String>,
    /// Categories of listings.
    categories: Vec<String>,
    /// Days a listing lives, 7 to 365.
    listing_days: i32,
    /// Host names of its own, the main one first; absent: as before.
    hosts: Option<Vec<String>>,
}

impl From<ChangeCommunityInput> for ChangeCommunity {
    fn from(input: ChangeCommunityInput) -> Self {
        Self {
            version: input.version,
            name: input.name,
            tagline: input.tagline,
            welcome: input.welcome,
            charter: input.charter,
            organisation: input.organisation,
            postal_address: input.postal_address,
            contact_email: input.contact_email,
            languages: input.languages.into_iter().map(Into::into).collect(),
            timezone: input.timezone,
            brand_primary: input.brand_primary,
            brand_accent: input.brand_accent,
            sponsors: input.sponsors,
            email_domains: input.email_domains,
            categories: input.categories,
            listing_days: input.listing_days,
            hosts: input.hosts,
        }
    }
}

payload! {
    /// What came of it.
    ChangeCommunityPayload {
        /// The community as it is now.
        community: Community,
    }
}

pub(super) async fn run(desk: Desk<'_>, input: ChangeCommunityInput) -> Result<ChangeCommunityPayload> {
    let done = community::change(desk.db, desk.caller, &desk.base.host, input.into()).await;
    desk.payload(done, |face| ChangeCommunityPayload { community: Some(Community(face)), refusal: None })
}
