//! The community itself: its public face.

use crate::{
    ids::Global as _,
    words::{GuestRight, Language, Role, Standing},
};
use async_graphql::{ID, Object, SimpleObject};
use community::{CommunityFace, HostName, views::Kind};
use kernel::Timestamp;
use membership::Membership;

/// The community of the addressed host, as everybody may see it.
pub struct Community(pub(crate) CommunityFace);

/// A community's colours, as `#rrggbb`.
#[derive(SimpleObject)]
pub struct Brand {
    /// Colour of buttons and links.
    primary: String,
    /// Colour of highlights.
    accent: String,
}

/// Public: shown before anybody has signed in.
#[Object]
impl Community {
    /// Its id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Whether this is the installation itself, where communities are launched.
    async fn is_platform(&self) -> bool {
        self.0.kind == Kind::Platform
    }
    /// Short name in addresses.
    async fn slug(&self) -> &str {
        &self.0.slug
    }
    /// Name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Line under the name.
    async fn tagline(&self) -> &str {
        &self.0.tagline
    }
    /// Welcome, several lines.
    async fn welcome(&self) -> &str {
        &self.0.welcome
    }
    /// What everybody who comes in promises; paragraphs are set apart by an empty line.
    async fn charter(&self) -> &str {
        &self.0.charter
    }
    /// Who runs it.
    async fn organisation(&self) -> &str {
        &self.0.organisation
    }
    /// That organisation's postal address.
    async fn postal_address(&self) -> &str {
        &self.0.postal_address
    }
    /// Where to write to it; may be empty.
    async fn contact_email(&self) -> &str {
        &self.0.contact_email
    }
    /// The preset it was launched from.
    async fn preset(&self) -> &str {
        &self.0.preset
    }
    /// Its languages, the main one first.
    async fn languages(&self) -> Vec<Language> {
        self.0.languages.iter().copied().map(Language::from).collect()
    }
    /// Its time zone, an IANA name.
    async fn timezone(&self) -> &str {
        self.0.timezone.name()
    }
    /// Its colours.
    async fn brand(&self) -> Brand {
        Brand { primary: self.0.brand.primary.to_string(), accent: self.0.brand.accent.to_string() }
    }
    /// Categories of listings.
    async fn categories(&self) -> &[String] {
        &self.0.categories
    }
    /// Days a listing lives.
    async fn listing_days(&self) -> i32 {
        self.0.listing_days
    }
    /// Days an application lives.
    async fn application_days(&self) -> u32 {
        self.0.policy.application_days
    }
    /// When it is going to be removed, if it is.
    async fn removal_due_at(&self) -> Option<Timestamp> {
        self.0.removal_due_at
    }
    /// How many people are in.
    async fn member_count(&self) -> i32 {
        self.0.members
    }
    /// Whether a sponsor is told for whose deceit they answer.
    async fn names_to_sponsors(&self) -> bool {
        self.0.policy.names_to_sponsors
    }
    /// What whoever waits to come in may do meanwhile.
    async fn guest_rights(&self) -> Vec<GuestRight> {
        self.0.policy.guest_rights.iter().copied().map(GuestRight::from).collect()
    }
    /// Things received in thirty days from which on a member lets others answer new offers of things first; absent where there is no such
    /// rule.
    async fn fair_share(&self) -> Option<u32> {
        self.0.policy.fair_share
    }
    /// How many sponsors it takes to come in; absent where a steward admits.
    async fn sponsors_needed(&self) -> Option<u32> {
        self.0.policy.sponsors()
    }
    /// The host name it is shown under.
    async fn host(&self) -> Option<&str> {
        self.0.primary_host.as_deref()
    }
    /// Raised by every change of the settings; to be sent along when changing them.
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// The community's host names beyond the one below the installation's domain.
#[derive(SimpleObject)]
pub struct OwnHosts {
    /// Those that lead to it, the main one first.
    active: Vec<String>,
    /// Those that wait for the operator.
    waiting: Vec<String>,
}

impl From<community::settings::OwnHosts> for OwnHosts {
    fn from(found: community::settings::OwnHosts) -> Self {
        Self { active: found.active, waiting: found.waiting }
    }
}

/// A community the asker is in, as the platform's own host lists them.
#[derive(SimpleObject)]
pub struct MyCommunity {
    /// Short name in addresses.
    slug: String,
    /// Name.
    name: String,
    /// The host name it is shown under.
    host: String,
    /// Where the asker stands there.
    standing: Standing,
    /// Which office they hold there.
    role: Role,
}

impl MyCommunity {
    /// `base` is the installation's own domain.
    pub(crate) fn of(found: Membership, base: &HostName) -> Self {
        let Membership { community: _, slug, name, primary_host, standing, role } = found;
        let host = primary_host.unwrap_or_else(|| format!("{slug}.{base}"));
        Self { slug, name, host, standing: standing.into(), role: role.into() }
    }
}

/// What a community can be launched as.
#[derive(SimpleObject)]
pub struct Preset {
    /// Its name, to be sent when launching.
    pub(crate) name: String,
    /// What it is called.
    pub(crate) title: String,
    /// What it is for.
    pub(crate) summary: String,
    /// How many sponsors it asks for; absent where a steward admits.
    pub(crate) sponsors_needed: Option<u32>,
}
