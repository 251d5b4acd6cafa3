//! Launching a community: its row, its hosts, its first people, in one transaction under the new tenant.

use crate::{MembershipError, account, jobs::WelcomeFounder, journal, limits, store, trust_log};
use community::{
    CommunityError, Draft, HostName, NewCommunity, create_tx,
    launches::{Launcher, record_tx},
    names,
};
use database::{CommunityTx, Db};
use kernel::{AccountId, Act, Caller, CommunityId, Deed, EmailAddress, Language, MemberId, Role};
use serde_json::json;

/// A community to be launched.
#[derive(Debug, Clone)]
pub struct Launch {
    /// The id the client made.
    pub id: CommunityId,
    /// Short name below the installation's domain: 3 to 40 of a–z, 0–9, dash.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Line under the name; the preset's when empty.
    pub tagline: String,
    /// Who runs it.
    pub organisation: String,
    /// Where they can be written to on paper.
    pub postal_address: String,
    /// Where they can be written to, possibly empty.
    pub contact_email: String,
    /// Host names of its own, possibly none.
    pub hosts: Vec<String>,
    /// `confiance` or `departement`.
    pub preset: String,
    /// Languages, the main one first.
    pub languages: Vec<Language>,
    /// IANA name.
    pub timezone: String,
    /// `#rrggbb`.
    pub brand_primary: String,
    /// `#rrggbb`.
    pub brand_accent: String,
    /// Another number of sponsors than the preset's; 0: stewards admit.
    pub sponsors: Option<u32>,
    /// Domains whose addresses are let in by rule.
    pub email_domains: Vec<String>,
    /// The owner's name in the community.
    pub owner_name: String,
    /// Those who are trusted from the first day, beside the owner.
    pub founders: Vec<Founder>,
}

/// A person trusted by decree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Founder {
    /// Their address.
    pub email: EmailAddress,
    /// Their name in the community.
    pub name: String,
}

/// A community that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launched {
    /// Which.
    pub community: CommunityId,
    /// The host it answers on, without port.
    pub host: String,
}

/// Launches a community for whoever has signed in on the platform's host; they own it. `base` is the installation's own
/// domain. Repeating with the same id is harmless. Host names of its own wait for an operator ([`community::host_wish`]).
///
/// # Errors
/// `Forbidden` anywhere but on the platform; whatever is wrong with the draft, by field; `SLUG_TAKEN`, `HOST_TAKEN`; too many
/// launches of one account.
pub async fn launch(db: &Db, caller: &Caller, base: &HostName, cmd: Launch) -> Result<Launched, MembershipError> {
    caller.must(Act::Launch)?;
    let owner =
        caller.account().filter(|_| caller.community.is_platform()).ok_or_else(|| caller.denied(Act::Launch))?;
    db.count(caller, Deed::Launch, None).await?;
    let by = Launcher::Account(owner);
    let owner = account::by_id(db, owner).await?.ok_or(MembershipError::NotFound)?;
    begin(db, base, owner.email, by, cmd).await
}

/// Launches a community for the owner of an address: by a program with a token for it, or by the house (command line, demo
/// seed). Both are believed about host names.
///
/// # Errors
/// `Forbidden` for everybody else; whatever is wrong with the draft, by field; `SLUG_TAKEN`, `HOST_TAKEN`.
pub async fn launch_for(
    db: &Db,
    caller: &Caller,
    base: &HostName,
    owner: EmailAddress,
    cmd: Launch,
) -> Result<Launched, MembershipError> {
    caller.must(Act::LaunchForOthers)?;
    let by = caller.program().map_or(Launcher::House, |program| Launcher::Token(program.token));
    begin(db, base, owner, by, cmd).await
}

async fn begin(
    db: &Db,
    base: &HostName,
    owner: EmailAddress,
    by: Launcher,
    cmd: Launch,
) -> Result<Launched, MembershipError> {
    if cmd.id.is_platform() {
        return Err(MembershipError::IdInUse);
    }
    let people = people(owner, &cmd)?;
    let new = NewCommunity::check(cmd.id, &draft(cmd), base)?;
    let new = if matches!(by, Launcher::Account(_)) { new.with_hosts_waiting() } else { new };
    let host = HostName::below(new.slug(), base).to_string();
    let mut tx = db.begin(new.id()).await?;
    if create_tx(&mut tx, &new).await? {
        record_tx(&mut tx, by).await?;
        settle(&mut tx, &new, &people).await?;
    } else if !again(&mut tx, &new, &people).await? {
        return Err(CommunityError::IdInUse.into());
    }
    tx.commit().await?;
    Ok(Launched { community: new.id(), host })
}

/// Whether this is the same launch once more: the same short name, by the same owner.
async fn again(tx: &mut CommunityTx, new: &NewCommunity, people: &[Founder]) -> Result<bool, MembershipError> {
    let face = community::views::face_tx(tx).await?;
    let Some(owner) = people.first() else { return Ok(false) };
    Ok(face.slug == new.slug().as_str() && store::member::is_owner(tx, &owner.email).await?)
}

/// Gives the community its first people: the owner with number 0, then the founders.
async fn settle(tx: &mut CommunityTx, new: &NewCommunity, people: &[Founder]) -> Result<(), MembershipError> {
    trust_log::lock_tx(tx).await?;
    let count = i32::try_from(people.len()).unwrap_or(i32::MAX);
    let first = store::member::take_numbers(tx, count).await?;
    for (number, person) in (first..).zip(people) {
        let role = if number == first { Role::Owner } else { Role::None };
        let account = account::of_address_tx(tx, &person.email, new.language()).await?;
        let member = found(tx, new, person, account, number, role).await?;
        tx.enqueue(&WelcomeFounder { member }).await?;
    }
    store::member::count(tx, count).await?;
    trust_log::append_tx(tx, &trust_log::joined(first, first + count - 1)).await?;
    Ok(())
}

async fn found(
    tx: &mut CommunityTx,
    new: &NewCommunity,
    person: &Founder,
    account: AccountId,
    number: i32,
    role: Role,
) -> Result<MemberId, MembershipError> {
    let member = MemberId(tx.entropy().id());
    store::member::insert(
        tx,
        &store::member::NewRow::founding(member, account, number, &person.name, role, new.language()),
    )
    .await?;
    let act = if role == Role::Owner { "launched" } else { "founded" };
    let detail = json!({ "slug": new.slug().as_str() });
    journal::record_tx(tx, journal::Entry { actor: None, subject: Some(member), act, detail }).await?;
    Ok(member)
}

/// The owner first, then every other founder once.
fn people(owner: EmailAddress, cmd: &Launch) -> Result<Vec<Founder>, MembershipError> {
    let mut people =
        vec![Founder { name: names::person("owner_name", &cmd.owner_name, limits::NAME, &cmd.name)?, email: owner }];
    for founder in &cmd.founders {
        let name = names::person("founders", &founder.name, limits::NAME, &cmd.name)?;
        if !people.iter().any(|known| known.email == founder.email) {
            people.push(Founder { email: founder.email.clone(), name });
        }
    }
    if people.len() > limits::FOUNDERS { Err(MembershipError::TooManyFounders) } else { Ok(people) }
}

fn draft(cmd: Launch) -> Draft {
    Draft {
        slug: cmd.slug,
        name: cmd.name,
        tagline: cmd.tagline,
        organisation: cmd.organisation,
        postal_address: cmd.postal_address,
        contact_email: cmd.contact_email,
        hosts: cmd.hosts,
        preset: cmd.preset,
        languages: cmd.languages,
        timezone: cmd.timezone,
        brand_primary: cmd.brand_primary,
        brand_accent: cmd.brand_accent,
        sponsors: cmd.sponsors,
        email_domains: cmd.email_domains,
    }
}
