//! An owner changes the community's settings.

use crate::{
    objects::Community,
    refusal::payload,
    visit::Desk,
    words::{GuestRight, Language},
};
use async_graphql::{InputObject, Result};
use community::ChangeCommunity;

/// What is to change; whatever is absent stays as it is.
#[derive(InputObject)]
pub struct ChangeCommunityInput {
    /// The version that was looked at.
    version: i32,
    /// Name.
    name: Option<String>,
    /// Line under the name; may be empty.
    tagline: Option<String>,
    /// Welcome; may be empty.
    welcome: Option<String>,
    /// Charter.
    charter: Option<String>,
    /// Who runs it.
    organisation: Option<String>,
    /// That organisation's postal address.
    postal_address: Option<String>,
    /// Where to write to it; may be empty.
    contact_email: Option<String>,
    /// Languages, the main one first.
    languages: Option<Vec<Language>>,
    /// IANA name of the time zone.
    timezone: Option<String>,
    /// `#rrggbb`.
    brand_primary: Option<String>,
    /// `#rrggbb`.
    brand_accent: Option<String>,
    /// Whether a sponsor is told for whose deceit they answer.
    names_to_sponsors: Option<bool>,
    /// What whoever waits may do meanwhile; those not named are taken away.
    guest_rights: Option<Vec<GuestRight>>,
    /// Things received in thirty days from which on a member lets others answer new offers of things first, 1 to 50; 0 for no such rule.
    fair_share: Option<i32>,
    /// Domains whose addresses are let in by rule.
    email_domains: Option<Vec<String>>,
    /// Categories of listings.
    categories: Option<Vec<String>>,
    /// Days a listing lives, 7 to 365.
    listing_days: Option<i32>,
    /// Days an application lives, 30 to 730.
    application_days: Option<i32>,
    /// Host names of its own, the main one first.
    hosts: Option<Vec<String>>,
}

impl From<ChangeCommunityInput> for ChangeCommunity {
    fn from(input: ChangeCommunityInput) -> Self {
        let languages = input.languages.map(|languages| languages.into_iter().map(Into::into).collect());
        Self {
            version: input.version,
            name: input.name,
            tagline: input.tagline,
            welcome: input.welcome,
            charter: input.charter,
            organisation: input.organisation,
            postal_address: input.postal_address,
            contact_email: input.contact_email,
            languages,
            timezone: input.timezone,
            brand_primary: input.brand_primary,
            brand_accent: input.brand_accent,
            names_to_sponsors: input.names_to_sponsors,
            guest_rights: input.guest_rights.map(|rights| rights.into_iter().map(Into::into).collect()),
            fair_share: input.fair_share,
            email_domains: input.email_domains,
            categories: input.categories,
            listing_days: input.listing_days,
            application_days: input.application_days,
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
