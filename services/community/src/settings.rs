//! An owner changes the community's settings. Who lets people in is changed by [`crate::change_policy`], which asks for a look at the
//! consequences first.

use crate::{
    Brand, CommunityError, GuestRight, HostName, Policy, Slug, create, host_wish, journal, limits, store, text,
    views::{self, CommunityFace},
};
use chrono_tz::Tz;
use database::{CommunityTx, Db};
use kernel::{Act, Caller, Language, Who};
use serde_json::json;

/// What the owner wants changed; what is absent stays as it is.
#[derive(Debug, Clone, Default)]
pub struct ChangeCommunity {
    /// The version the owner was looking at; another one means that somebody was faster.
    pub version: i32,
    /// Name.
    pub name: Option<String>,
    /// Line under the name, possibly empty.
    pub tagline: Option<String>,
    /// Welcome, possibly empty.
    pub welcome: Option<String>,
    /// Charter.
    pub charter: Option<String>,
    /// Who runs it.
    pub organisation: Option<String>,
    /// Postal address.
    pub postal_address: Option<String>,
    /// E-mail address, possibly empty.
    pub contact_email: Option<String>,
    /// Languages, the main one first.
    pub languages: Option<Vec<Language>>,
    /// IANA name.
    pub timezone: Option<String>,
    /// `#rrggbb`.
    pub brand_primary: Option<String>,
    /// `#rrggbb`.
    pub brand_accent: Option<String>,
    /// Whether a sponsor is told for whose deceit they answer.
    pub names_to_sponsors: Option<bool>,
    /// What whoever waits may do meanwhile; those not named are taken away.
    pub guest_rights: Option<Vec<GuestRight>>,
    /// Things received in thirty days from which on a member lets others answer new offers of things first, 1 to 50; 0 for no such rule.
    pub fair_share: Option<i32>,
    /// Domains whose addresses are let in by rule.
    pub email_domains: Option<Vec<String>>,
    /// Categories of listings.
    pub categories: Option<Vec<String>>,
    /// Days a listing lives, 7 to 365.
    pub listing_days: Option<i32>,
    /// Days an application lives, 30 to 730.
    pub application_days: Option<i32>,
    /// Host names of its own, the main one first. New ones wait for the operator ([`host_wish`]), unless the house itself writes
    /// them.
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

/// The settings as they are stored at this moment, for whoever may change them. What comes with a request may be some seconds
/// old, and an owner who has just saved must not see that.
pub async fn settings(db: &Db, caller: &Caller) -> Result<CommunityFace, CommunityError> {
    caller.must(Act::SeeSettings)?;
    views::face(db, caller.community).await?.ok_or(CommunityError::NotFound)
}

/// The community's host names beyond the one below the installation's domain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnHosts {
    /// Those that lead to it, the main one first.
    pub active: Vec<String>,
    /// Those that wait for the operator ([`host_wish`]), by name.
    pub waiting: Vec<String>,
}

/// The community's own host names, for whoever may change them.
pub async fn own_hosts(db: &Db, caller: &Caller, base: &HostName) -> Result<OwnHosts, CommunityError> {
    caller.must(Act::SeeSettings)?;
    let mut tx = db.begin(caller.community).await?;
    let mut active = store::host::of_community(tx.conn(), caller.community).await?;
    let waiting = store::host_wish::of_community(&mut tx).await?;
    tx.commit().await?;
    active.retain(|host| HostName::from_header(host).is_none_or(|host| !host.is_within(base)));
    Ok(OwnHosts { active, waiting })
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
    let hosts_moved = match &cmd.hosts {
        Some(own) => move_hosts(&mut tx, wanted_hosts(own, &before, base)?, caller.who == Who::House).await?,
        None => false,
    };
    let after = views::face_tx(&mut tx).await?;
    let actor = caller.me().map(|me| me.member);
    let detail = json!({ "changed": changed(&before, &after, hosts_moved), "version": after.version });
    journal::record_tx(&mut tx, journal::Entry { actor, subject: None, act: "community_changed", detail }).await?;
    tx.commit().await?;
    Ok(after)
}

/// The settings as they will be: what was asked for, and the rest as it was before, read in this transaction.
pub(crate) fn check(cmd: &ChangeCommunity, before: &CommunityFace) -> Result<Checked, CommunityError> {
    let listing_days = cmd.listing_days.unwrap_or(before.listing_days);
    if !limits::LISTING_DAYS.contains(&listing_days) {
        return Err(CommunityError::ListingDaysOutOfRange);
    }
    Ok(Checked {
        name: text::needed_line("name", or(cmd.name.as_ref(), &before.name), limits::NAME)?,
        tagline: text::line("tagline", or(cmd.tagline.as_ref(), &before.tagline), limits::TAGLINE)?,
        welcome: text::block("welcome", or(cmd.welcome.as_ref(), &before.welcome), limits::WELCOME)?,
        charter: text::needed_block("charter", or(cmd.charter.as_ref(), &before.charter), limits::CHARTER)?,
        organisation: text::needed_line(
            "organisation",
            or(cmd.organisation.as_ref(), &before.organisation),
            limits::ORGANISATION,
        )?,
        postal_address: text::needed_line(
            "postal_address",
            or(cmd.postal_address.as_ref(), &before.postal_address),
            limits::POSTAL_ADDRESS,
        )?,
        contact_email: create::address("contact_email", or(cmd.contact_email.as_ref(), &before.contact_email))?,
        languages: create::distinct(cmd.languages.as_deref().unwrap_or(&before.languages))?,
        timezone: timezone(cmd, before)?,
        brand: brand(cmd, before)?,
        policy: policy(cmd, before)?,
        categories: categories(cmd.categories.as_deref().unwrap_or(&before.categories))?,
        listing_days,
    })
}

fn or<'a>(wanted: Option<&'a String>, before: &'a str) -> &'a str {
    wanted.map_or(before, String::as_str)
}

fn timezone(cmd: &ChangeCommunity, before: &CommunityFace) -> Result<Tz, CommunityError> {
    let Some(wanted) = &cmd.timezone else { return Ok(before.timezone) };
    wanted.parse().map_err(|_| CommunityError::TimezoneUnknown)
}

fn brand(cmd: &ChangeCommunity, before: &CommunityFace) -> Result<Brand, CommunityError> {
    let (primary, accent) = (before.brand.primary.to_string(), before.brand.accent.to_string());
    Brand::parse(or(cmd.brand_primary.as_ref(), &primary), or(cmd.brand_accent.as_ref(), &accent))
}

fn policy(cmd: &ChangeCommunity, before: &CommunityFace) -> Result<Policy, CommunityError> {
    let mut policy = before.policy.clone();
    policy.names_to_sponsors = cmd.names_to_sponsors.unwrap_or(policy.names_to_sponsors);
    let policy = match &cmd.guest_rights {
        Some(rights) => policy.with_guest_rights(rights),
        None => policy,
    };
    let policy = match cmd.application_days {
        Some(days) => policy.with_application_days(days)?,
        None => policy,
    };
    let policy = match cmd.fair_share {
        Some(things) => policy.with_fair_share(things)?,
        None => policy,
    };
    match &cmd.email_domains {
        Some(domains) => policy.with_domains(domains),
        None => Ok(policy),
    }
}

/// The categories, each once.
fn categories(written: &[String]) -> Result<Vec<String>, CommunityError> {
    let mut kept: Vec<String> = Vec::new();
    for category in written {
        let category = text::line("categories", category, limits::CATEGORY)?;
        if !category.is_empty() && !kept.contains(&category) {
            kept.push(category);
        }
    }
    if kept.len() > limits::CATEGORIES { Err(text::BadText::TooLong("categories").into()) } else { Ok(kept) }
}

/// The platform's hosts belong to the installation's settings, not to a form.
fn wanted_hosts(own: &[String], before: &CommunityFace, base: &HostName) -> Result<Vec<HostName>, CommunityError> {
    if before.is_platform() {
        return Err(CommunityError::HostInvalid);
    }
    let slug: Slug = before.slug.parse()?;
    let below = HostName::below(&slug, base);
    let mut hosts = create::own_hosts(own, &below, base)?;
    hosts.push(below);
    Ok(hosts)
}

/// The community answers on those of the wanted hosts that lead here already, in the order wanted; the others wait, unless the
/// caller is believed. True when anything is different now.
async fn move_hosts(tx: &mut CommunityTx, wanted: Vec<HostName>, believed: bool) -> Result<bool, CommunityError> {
    let community = tx.community();
    let here = store::host::of_community(tx.conn(), community).await?;
    let wished_before = store::host_wish::of_community(tx).await?;
    let below = wanted.last().cloned();
    let leads_here =
        |host: &HostName| believed || Some(host) == below.as_ref() || here.iter().any(|h| h == host.as_str());
    let (active, wished): (Vec<HostName>, Vec<HostName>) = wanted.into_iter().partition(leads_here);
    store::host::replace(tx, &active).await.map_err(CommunityError::from_write)?;
    host_wish::wish_tx(tx, &wished).await?;
    let now_here = store::host::of_community(tx.conn(), community).await?;
    Ok(here != now_here || wished_before != store::host_wish::of_community(tx).await?)
}

/// The names of the settings that differ, for the journal.
fn changed(before: &CommunityFace, after: &CommunityFace, hosts_moved: bool) -> Vec<&'static str> {
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
        ("hosts", hosts_moved),
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
