//! Launching a community by an integrator's token.

use crate::{ApiSettings, status::Refused, token::PlatformToken};
use database::Db;
use kernel::{Caller, CommunityId, EmailAddress, Language};
use membership::{Founder, Launch, MembershipError};
use poem::web::Data;
use poem_openapi::{ApiResponse, Enum, Object, OpenApi, payload::Json};
use uuid::Uuid;

/// A language of ours.
#[derive(Debug, Clone, Copy, Enum)]
#[oai(rename_all = "lowercase")]
enum Tongue {
    /// French.
    Fr,
    /// English.
    En,
}

/// A community to be launched.
#[derive(Debug, Object)]
#[oai(rename = "Launch")]
struct Wanted {
    /// Made by the client: launching twice launches once.
    id: Uuid,
    /// Short name below the installation's domain: 3 to 40 of a to z, 0 to 9, dash.
    #[oai(validator(max_length = 40))]
    slug: String,
    /// Name.
    name: String,
    /// Line under the name; the preset's when absent.
    #[oai(default)]
    tagline: String,
    /// Who runs it.
    organisation: String,
    /// That organisation's postal address.
    postal_address: String,
    /// Where to write to it.
    #[oai(default)]
    contact_email: String,
    /// Host names of its own.
    #[oai(default, validator(max_items = 10))]
    hosts: Vec<String>,
    /// The name of a preset: `confiance` or `departement`.
    preset: String,
    /// Languages, the main one first.
    #[oai(validator(max_items = 10))]
    languages: Vec<Tongue>,
    /// IANA name of the time zone.
    timezone: String,
    /// `#rrggbb`.
    brand_primary: String,
    /// `#rrggbb`.
    brand_accent: String,
    /// Another number of sponsors than the preset's; 0: stewards admit.
    sponsors: Option<u32>,
    /// Domains whose addresses are let in by rule.
    #[oai(default, validator(max_items = 100))]
    email_domains: Vec<String>,
    /// The owner's e-mail address.
    owner_email: String,
    /// The owner's name in the community.
    owner_name: String,
    /// Those who are trusted from the first day, beside the owner.
    #[oai(default, validator(max_items = 100))]
    founders: Vec<Person>,
}

/// A person trusted from the first day.
#[derive(Debug, Object)]
#[oai(rename = "Founder")]
struct Person {
    /// Their e-mail address.
    email: String,
    /// Their name in the community.
    name: String,
}

/// A community that exists.
#[derive(Debug, Object)]
struct Launched {
    /// Its id.
    id: Uuid,
    /// The host it answers on.
    host: String,
}

/// It exists.
#[derive(ApiResponse)]
enum Done {
    /// Launched now, or by the same request before.
    #[oai(status = 201)]
    Created(Json<Launched>),
}

pub(crate) struct LaunchApi;

#[OpenApi]
impl LaunchApi {
    /// Launch a community
    ///
    /// On the platform's own host, with a platform token that has the scope `launch`. The owner and the founders get a letter.
    #[oai(path = "/api/communities", method = "post", operation_id = "launchCommunity")]
    async fn launch(
        &self,
        token: PlatformToken,
        caller: Data<&Caller>,
        db: Data<&Db>,
        settings: Data<&ApiSettings>,
        body: Json<Wanted>,
    ) -> Result<Done, Refused> {
        let PlatformToken(program) = token;
        let (owner, launch) = read(body.0).map_err(|error| Refused::by(caller.0, &error))?;
        let launched = membership::launch_for(db.0, &program, &settings.base_host, owner, launch).await;
        let launched = launched.map_err(|error| Refused::by(caller.0, &error))?;
        Ok(Done::Created(Json(Launched { id: launched.community.0, host: launched.host })))
    }
}

fn read(wanted: Wanted) -> Result<(EmailAddress, Launch), MembershipError> {
    let owner = address(&wanted.owner_email, "owner_email")?;
    let launch = Launch {
        id: CommunityId(wanted.id),
        slug: wanted.slug,
        name: wanted.name,
        tagline: wanted.tagline,
        organisation: wanted.organisation,
        postal_address: wanted.postal_address,
        contact_email: wanted.contact_email,
        hosts: wanted.hosts,
        preset: wanted.preset,
        languages: wanted.languages.into_iter().map(language).collect(),
        timezone: wanted.timezone,
        brand_primary: wanted.brand_primary,
        brand_accent: wanted.brand_accent,
        sponsors: wanted.sponsors,
        email_domains: wanted.email_domains,
        owner_name: wanted.owner_name,
        founders: wanted.founders.into_iter().map(founder).collect::<Result<_, _>>()?,
    };
    Ok((owner, launch))
}

fn founder(person: Person) -> Result<Founder, MembershipError> {
    Ok(Founder { email: address(&person.email, "founders")?, name: person.name })
}

fn address(text: &str, field: &'static str) -> Result<EmailAddress, MembershipError> {
    Ok(text.parse().map_err(|_| community::CommunityError::AddressInvalid(field))?)
}

fn language(tongue: Tongue) -> Language {
    match tongue {
        Tongue::Fr => Language::Fr,
        Tongue::En => Language::En,
    }
}
