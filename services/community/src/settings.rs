//! An owner changes the community's settings.

use crate::{
    Brand, CommunityError, HostName, Policy, Slug, create, journal, store, text,
    views::{self, CommunityFace},
};
use chrono_tz::Tz;
use database::Db;
use kernel::{Act, Caller, Language};
use serde_json::json;

/// The settings as the owner wants them; every field replaces what was there.
#[derive(Debug, Clone)]
pub struct ChangeCommunity {
    /// The version the owner was looking at; another one means that somebody was faster.
    pub version: i32,
    /// Name.
    pub name: String,
    /// Line under the name, possibly empty.
    pub tagline: String,
    /// Welcome, possibly empty.
    pub welcome: String,
    /// Charter.
    pub charter: String,
    /// Who runs it.
    pub organisation: String,
    /// Postal address.
    pub postal_address: String,
    /// E-mail address, possibly empty.
    pub contact_email: String,
    /// Languages, the main one first.
    pub languages: Vec<Language>,
    /// IANA name.
    pub timezone: String,
    /// `#rrggbb`.
    pub brand_primary: String,
    /// `#rrggbb`.
    pub brand_accent: String,
    /// Sponsors needed; 0: stewards admit; absent: as before.
    pub sponsors: Option<u32>,
    /// Domains whose addresses are let in by rule.
    pub email_domains: Vec<String>,
    /// Categories of listings.
    pub categories: Vec<String>,
    /// Days a listing lives, 7 to 365.
    pub listing_days: i32,
    /// Host names of its own, the main one first; absent: as before.
    pub hosts: Option<Vec<String>>,
}

/// Settings that can be written.
#[derive(Debug)]
pub(crate) struct Checked {
    pub name: String,
    pub tagline: String,
    pub welcome: String,
    pub charter: String,
    pub organisation: String,
    pub postal_address: String,
    pub contact_email: String,
    pub languages: Vec<Language>,
    pub timezone: Tz,
    pub brand: Brand,
    pub policy: Policy,
    pub categories: Vec<String>,
    pub listing_days: i32,
}

/// Changes the settings. `base` is the installation's own domain, as at the launch.
pub async fn change(
    db: &Db,
    caller: &Caller,
    base: &HostName,
    cmd: ChangeCommunity,
) -> Result<CommunityFace, CommunityError> {
    caller.must(Act::ManageCommunity)?;
    let mut tx = db.begin(caller.community).await?;
    let before = views::face_tx(&mut tx).await?;
    let checked = check(&cmd, &before)?;
    if !store::settings::update(&mut tx, cmd.version, &checked).await? {
        return Err(CommunityError::Stale);
    }
    if let Some(own) = &cmd.hosts {
        let hosts = wanted_hosts(own, &before, base)?;
        store::host::replace(&mut tx, &hosts).await.map_err(CommunityError::from_write)?;
    }
    let after = views::face_tx(&mut tx).await?;
    let actor = caller.me().map(|me| me.member);
    let detail = json!({ "changed": changed(&before, &after), "version": after.version });
    journal::record_tx(&mut tx, journal::Entry { actor, subject: None, act: "community_changed", detail }).await?;
    tx.commit().await?;
    Ok(after)
}

fn check(cmd: &ChangeCommunity, before: &CommunityFace) -> Result<Checked, CommunityError> {
    let policy = before.policy.clone().with_domains(&cmd.email_domains)?;
    if !(7..=365).contains(&cmd.listing_days) {
        return Err(CommunityError::ListingDaysOutOfRange);
    }
    Ok(Checked {
        name: text::needed_line("name", &cmd.name, 80)?,
        tagline: text::line("tagline", &cmd.tagline, 200)?,
        welcome: text::block("welcome", &cmd.welcome, 2_000)?,
        charter: text::needed_block("charter", &cmd.charter, 20_000)?,
        organisation: text::needed_line("organisation", &cmd.organisation, 200)?,
        postal_address: text::needed_line("postal_address", &cmd.postal_address, 300)?,
        contact_email: create::address("contact_email", &cmd.contact_email)?,
        languages: create::distinct(&cmd.languages)?,
        timezone: cmd.timezone.parse().map_err(|_| CommunityError::TimezoneUnknown)?,
        brand: Brand::parse(&cmd.brand_primary, &cmd.brand_accent)?,
        policy: cmd.sponsors.map_or(Ok(policy.clone()), |k| policy.with_sponsors(k))?,
        categories: categories(&cmd.categories)?,
        listing_days: cmd.listing_days,
    })
}

/// At most 30 categories of 40 characters, each once.
fn categories(written: &[String]) -> Result<Vec<String>, CommunityError> {
    let mut kept: Vec<String> = Vec::new();
    for category in written {
        let category = text::line("categories", category, 40)?;
        if !category.is_empty() && !kept.contains(&category) {
            kept.push(category);
        }
    }
    if kept.len() > 30 { Err(text::BadText::TooLong("categories").into()) } else { Ok(kept) }
}

/// The platform's hosts belong to the installation's settings, not to a form.
fn wanted_hosts(own: &[String], before: &CommunityFace, base: &HostName) -> Result<Vec<HostName>, CommunityError> {
    if before.is_platform() || own.len() > 10 {
        return Err(CommunityError::HostInvalid);
    }
    let slug: Slug = before.slug.parse()?;
    let below = HostName::below(&slug, base);
    let mut hosts = create::own_hosts(own, &below, base)?;
    hosts.push(below);
    Ok(hosts)
}

/// The names of the settings that differ, for the journal.
fn changed(before: &CommunityFace, after: &CommunityFace) -> Vec<&'static str> {
    [
        ("name", before.name != after.name),
        ("tagline", before.tagline != after.tagline),
        ("welcome", before.welcome != after.welcome),
        ("charter", before.charter != after.charter),
        ("organisation", before.organisation != after.organisation),
        ("postal_address", before.postal_address != after.postal_address),
        ("contact_email", before.contact_email != after.contact_email),
        ("languages", before.languages != after.languages),
        ("timezone", before.timezone != after.timezone),
        ("brand", before.brand != after.brand),
        ("policy", before.policy != after.policy),
        ("categories", before.categories != after.categories),
        ("listing_days", before.listing_days != after.listing_days),
        ("hosts", before.primary_host != after.primary_host),
    ]
    .into_iter()
    .filter_map(|(name, differs)| differs.then_some(name))
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_are_cleaned_and_bounded() {
        let written = [" Trajets ".to_owned(), String::new(), "Trajets".to_owned()];
        assert_eq!(categories(&written).unwrap(), ["Trajets"]);
        let many: Vec<String> = (0..31).map(|n| n.to_string()).collect();
        assert!(categories(&many).is_err());
        assert!(categories(&many[..30]).is_ok());
    }
}
