//! A new community: from what somebody wrote to rows. The use case around it is `membership::launch`, because a community
//! begins with its people.

use crate::{Brand, CommunityError, HostName, Policy, Preset, Slug, limits, preset, store, text};
use chrono_tz::Tz;
use database::CommunityTx;
use kernel::{CommunityId, EmailAddress, Language};

/// What somebody wrote to launch a community; nothing of it is checked.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    /// Short name below the installation's domain.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Line under the name; the preset's when empty.
    pub tagline: String,
    /// Who runs it.
    pub organisation: String,
    /// Where the organisation can be written to on paper; stands under every letter.
    pub postal_address: String,
    /// Where the organisation can be written to.
    pub contact_email: String,
    /// Host names of its own, beside the one below the installation's domain, which stays the main one for now.
    pub hosts: Vec<String>,
    /// Name of a preset.
    pub preset: String,
    /// Languages, the main one first.
    pub languages: Vec<Language>,
    /// IANA name, such as `Europe/Paris`.
    pub timezone: String,
    /// `#rrggbb`.
    pub brand_primary: String,
    /// `#rrggbb`.
    pub brand_accent: String,
    /// Another number of sponsors than the preset's; 0 hands admission to the stewards.
    pub sponsors: Option<u32>,
    /// Domains whose addresses are let in by rule.
    pub email_domains: Vec<String>,
}

/// A community that can be written.
#[derive(Debug, Clone)]
pub struct NewCommunity {
    pub(crate) id: CommunityId,
    pub(crate) slug: Slug,
    pub(crate) name: String,
    pub(crate) tagline: String,
    pub(crate) welcome: String,
    pub(crate) charter: String,
    pub(crate) organisation: String,
    pub(crate) postal_address: String,
    pub(crate) contact_email: String,
    pub(crate) hosts: Vec<HostName>,
    /// Hosts that lead here only once an operator has said so.
    pub(crate) waiting_hosts: Vec<HostName>,
    pub(crate) preset: &'static Preset,
    pub(crate) languages: Vec<Language>,
    pub(crate) timezone: Tz,
    pub(crate) brand: Brand,
    pub(crate) policy: Policy,
}

impl NewCommunity {
    /// Checks a draft. `base` is the installation's own domain: `slug.base` becomes a host of the community.
    pub fn check(id: CommunityId, draft: &Draft, base: &HostName) -> Result<Self, CommunityError> {
        let slug: Slug = draft.slug.parse()?;
        let preset = preset::by_name(&draft.preset)?;
        let languages = distinct(&draft.languages)?;
        let main = languages.first().copied().unwrap_or_default();
        let organisation = text::needed_line("organisation", &draft.organisation, limits::ORGANISATION)?;
        let fill = |template: &str| template.replace("{organisation}", &organisation);
        let tagline = text::line("tagline", &draft.tagline, limits::TAGLINE)?;
        Ok(Self {
            id,
            name: text::needed_line("name", &draft.name, limits::NAME)?,
            tagline: if tagline.is_empty() { preset.tagline.get(main).clone() } else { tagline },
            welcome: fill(preset.welcome.get(main)),
            charter: fill(&preset.charter_text(main)),
            postal_address: text::needed_line("postal_address", &draft.postal_address, limits::POSTAL_ADDRESS)?,
            contact_email: address("contact_email", &draft.contact_email)?,
            hosts: hosts(&draft.hosts, HostName::below(&slug, base), base)?,
            waiting_hosts: Vec::new(),
            policy: policy(preset, draft)?,
            timezone: draft.timezone.parse().map_err(|_| CommunityError::TimezoneUnknown)?,
            brand: Brand::parse(&draft.brand_primary, &draft.brand_accent)?,
            slug,
            organisation,
            preset,
            languages,
        })
    }

    /// The same community, whose own host names lead nowhere before an operator has looked at them: anybody can write any name
    /// into a form.
    #[must_use]
    pub fn with_hosts_waiting(mut self) -> Self {
        self.waiting_hosts = self.hosts.split_off(1);
        self
    }

    /// Its id.
    pub fn id(&self) -> CommunityId {
        self.id
    }

    /// Its short name.
    pub fn slug(&self) -> &Slug {
        &self.slug
    }

    /// The host that is shown and written into letters.
    pub fn primary_host(&self) -> Option<&HostName> {
        self.hosts.first()
    }

    /// Its main language.
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or_default()
    }

    /// Its time zone.
    pub fn timezone(&self) -> Tz {
        self.timezone
    }
}

fn policy(preset: &Preset, draft: &Draft) -> Result<Policy, CommunityError> {
    let policy = preset.policy.clone().with_domains(&draft.email_domains)?;
    draft.sponsors.map_or(Ok(policy.clone()), |k| policy.with_sponsors(k))
}

/// The languages without repetition, in the order given.
pub(crate) fn distinct(languages: &[Language]) -> Result<Vec<Language>, CommunityError> {
    let mut kept = Vec::new();
    for language in languages {
        if !kept.contains(language) {
            kept.push(*language);
        }
    }
    if kept.is_empty() { Err(CommunityError::LanguageMissing) } else { Ok(kept) }
}

/// An address, or nothing where none was given.
pub(crate) fn address(field: &'static str, text: &str) -> Result<String, CommunityError> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    let address: EmailAddress = text.parse().map_err(|_| CommunityError::AddressInvalid(field))?;
    Ok(address.into())
}

/// At the launch the host below the installation's domain comes first: it answers at once, an own name only when its
/// owner has pointed it here. The settings can put the own name first later.
fn hosts(own: &[String], below: HostName, base: &HostName) -> Result<Vec<HostName>, CommunityError> {
    let mut all = own_hosts(own, &below, base)?;
    all.insert(0, below);
    Ok(all)
}

/// The own hosts, each once, at most [`limits::HOSTS`]. Nobody takes a name of the installation as their own.
pub(crate) fn own_hosts(own: &[String], below: &HostName, base: &HostName) -> Result<Vec<HostName>, CommunityError> {
    let mut kept: Vec<HostName> = Vec::new();
    for text in own.iter().filter(|text| !text.trim().is_empty()) {
        let host = HostName::from_owner(text)?;
        if host.is_within(base) && host != *below {
            return Err(CommunityError::HostInvalid);
        }
        if host != *below && !kept.contains(&host) {
            kept.push(host);
        }
    }
    if kept.len() > limits::HOSTS { Err(CommunityError::TooManyHosts) } else { Ok(kept) }
}

/// Writes the community, its hosts and the head of its trust history. False when this id was written before: then
/// nothing is changed, so that launching twice is harmless.
pub async fn create_tx(tx: &mut CommunityTx, new: &NewCommunity) -> Result<bool, CommunityError> {
    store::community::lock_launches(tx).await?;
    if !store::community::insert(tx, new).await.map_err(CommunityError::from_write)? {
        return Ok(false);
    }
    for (index, host) in new.hosts.iter().enumerate() {
        store::host::insert(tx, host, index == 0).await.map_err(CommunityError::from_write)?;
    }
    crate::host_wish::wish_tx(tx, &new.waiting_hosts).await?;
    store::community::insert_trust_head(tx).await?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        Draft {
            slug: "nievre".into(),
            name: " Entraide Nièvre ".into(),
            organisation: "Fédération des foyers".into(),
            postal_address: "3 rue des Tanneurs, 58800 Corbigny".into(),
            contact_email: "Bonjour@Foyers.Example".into(),
            hosts: vec!["https://Entraide.Example/".into()],
            preset: "departement".into(),
            languages: vec![Language::Fr, Language::En, Language::Fr],
            timezone: "Europe/Paris".into(),
            brand_primary: "#1f5c47".into(),
            brand_accent: "#dd9d2f".into(),
            ..Draft::default()
        }
    }

    fn check(draft: &Draft) -> Result<NewCommunity, CommunityError> {
        let base = HostName::from_header("maillon.test").unwrap();
        NewCommunity::check(CommunityId(uuid::Uuid::from_u128(1)), draft, &base)
    }

    #[test]
    fn a_draft_becomes_a_community_with_the_texts_of_its_preset() {
        let new = check(&draft()).unwrap();
        let hosts: Vec<&str> = new.hosts.iter().map(HostName::as_str).collect();
        assert_eq!(hosts, ["nievre.maillon.test", "entraide.example"]);
        assert_eq!((new.name.as_str(), new.contact_email.as_str()), ("Entraide Nièvre", "bonjour@foyers.example"));
        assert_eq!(new.languages, [Language::Fr, Language::En]);
        assert!(new.welcome.contains("Fédération des foyers anime") && !new.charter.contains('{'));
        assert!(new.policy.steward_admits());
    }

    #[test]
    fn the_owner_may_ask_for_another_number_of_sponsors() {
        let new = check(&Draft { sponsors: Some(2), preset: "confiance".into(), ..draft() }).unwrap();
        assert_eq!(new.policy.sponsors(), Some(2));
    }

    #[test]
    fn nobody_takes_a_name_of_the_installation_as_their_own_host() {
        for host in ["maillon.test", "www.maillon.test", "other.maillon.test"] {
            let refused = check(&Draft { hosts: vec![host.into()], ..draft() });
            assert!(matches!(refused, Err(CommunityError::HostInvalid)), "{host}");
        }
    }

    #[test]
    fn a_community_has_at_most_ten_hosts_of_its_own() {
        let hosts = |n: usize| Draft { hosts: (0..n).map(|n| format!("h{n}.example")).collect(), ..draft() };
        assert_eq!(check(&hosts(limits::HOSTS)).unwrap().hosts.len(), limits::HOSTS + 1);
        assert!(matches!(check(&hosts(limits::HOSTS + 1)), Err(CommunityError::TooManyHosts)));
    }

    #[test]
    fn each_field_is_checked_and_named() {
        use kernel::Refuse;
        let field = |change: fn(&mut Draft)| {
            let mut draft = draft();
            change(&mut draft);
            check(&draft).unwrap_err().refusal().field
        };
        assert_eq!(field(|d| d.slug = "a b".into()), Some("slug"));
        assert_eq!(field(|d| d.name = " ".into()), Some("name"));
        assert_eq!(field(|d| d.organisation = "x".repeat(201)), Some("organisation"));
        assert_eq!(field(|d| d.postal_address = String::new()), Some("postal_address"));
        assert_eq!(field(|d| d.contact_email = "nobody".into()), Some("contact_email"));
        assert_eq!(field(|d| d.preset = "chaos".into()), Some("preset"));
        assert_eq!(field(|d| d.languages.clear()), Some("languages"));
        assert_eq!(field(|d| d.timezone = "Mars/Olympus".into()), Some("timezone"));
        assert_eq!(field(|d| d.brand_accent = "red".into()), Some("brand_accent"));
        assert_eq!(field(|d| d.sponsors = Some(11)), Some("sponsors"));
        assert_eq!(field(|d| d.email_domains = vec!["x".into()]), Some("email_domains"));
    }
}
