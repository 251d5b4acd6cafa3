//! What an existing community brings along, in batches of at most 1,000 rows.

use crate::{status::Refused, token::PlatformToken};
use community::platform_token;
use database::Db;
use kernel::{Caller, Language, Timestamp};
use membership::import::{self as people, ImportedMember};
use poem::web::Data;
use poem_openapi::{ApiResponse, Object, OpenApi, param::Path, payload::Json};
use sponsorship::import::{self as words, ImportedSponsorship};

/// A member who comes along.
#[derive(Debug, Object)]
struct MemberRow {
    /// Names them in the sponsorships; the same key is the same person at every import. An address in whatever case, anything
    /// else exactly as it stands.
    key: String,
    /// Their e-mail address.
    email: String,
    /// Their name.
    name: String,
    /// What they say of themselves.
    #[oai(default)]
    about: String,
    /// Where they live.
    #[oai(default)]
    town: String,
    /// Since when they are in; now when absent.
    joined_at: Option<Timestamp>,
    /// Whether they are trusted from the first day.
    #[oai(default)]
    founder: bool,
    /// `fr` or `en`; the community's when absent or unknown.
    language: Option<String>,
}

/// A sponsorship that comes along.
#[derive(Debug, Object)]
struct SponsorshipRow {
    /// The sponsor's key, or their address.
    sponsor: String,
    /// The member's key, or their address.
    member: String,
    /// Given when.
    given_at: Timestamp,
}

/// Members, at most 1,000.
#[derive(Debug, Object)]
struct Members {
    /// In any order.
    #[oai(validator(max_items = 1000))]
    rows: Vec<MemberRow>,
}

/// Sponsorships, at most 1,000.
#[derive(Debug, Object)]
struct Sponsorships {
    /// In any order.
    #[oai(validator(max_items = 1000))]
    rows: Vec<SponsorshipRow>,
}

/// A row that was left out.
#[derive(Debug, Object)]
struct Left {
    /// Its place in the batch, from 1.
    row: u64,
    /// Why.
    reason: String,
}

/// What became of a batch.
#[derive(Debug, Object)]
struct Report {
    /// Rows taken.
    taken: u64,
    /// Rows that were here before.
    known: u64,
    /// Rows left out; the others are in.
    left_out: Vec<Left>,
}

/// Done.
#[derive(ApiResponse)]
enum Done {
    /// Repeating the same batch takes nothing more.
    #[oai(status = 200)]
    Report(Json<Report>),
}

pub(crate) struct ImportApi;

#[OpenApi]
impl ImportApi {
    /// Import members
    ///
    /// On the platform's own host, with the platform token that launched the community. At most 1,000 rows; repeating is harmless.
    #[oai(path = "/api/communities/:slug/import/members", method = "post", operation_id = "importMembers")]
    async fn members(
        &self,
        token: PlatformToken,
        caller: Data<&Caller>,
        db: Data<&Db>,
        slug: Path<String>,
        body: Json<Members>,
    ) -> Result<Done, Refused> {
        let program = of(db.0, caller.0, &token, &slug.0).await?;
        let rows: Vec<_> = (1..).zip(body.0.rows).map(|(line, row)| member(line, row)).collect();
        let report =
            people::import_members(db.0, &program, &rows).await.map_err(|error| Refused::by(caller.0, &error))?;
        let left_out = report.refused.into_iter().map(|(row, why)| Left { row, reason: why.to_string() });
        let (imported, already) = (report.imported as u64, report.already as u64);
        Ok(Done::Report(Json(Report { taken: imported, known: already, left_out: left_out.collect() })))
    }

    /// Import sponsorships
    ///
    /// On the platform's own host, with the platform token that launched the community, after the members. At most 1,000 rows; repeating is harmless.
    #[oai(path = "/api/communities/:slug/import/sponsorships", method = "post", operation_id = "importSponsorships")]
    async fn sponsorships(
        &self,
        token: PlatformToken,
        caller: Data<&Caller>,
        db: Data<&Db>,
        slug: Path<String>,
        body: Json<Sponsorships>,
    ) -> Result<Done, Refused> {
        let program = of(db.0, caller.0, &token, &slug.0).await?;
        let rows: Vec<_> = (1..).zip(body.0.rows).map(|(line, row)| word(line, row)).collect();
        let done =
            words::import_sponsorships(db.0, &program, &rows).await.map_err(|error| Refused::by(caller.0, &error))?;
        let left_out = done.left_out.into_iter().map(|(row, why)| Left { row, reason: why.to_string() });
        Ok(Done::Report(Json(Report { taken: done.written, known: done.known, left_out: left_out.collect() })))
    }
}

/// The program inside the community of this short name, which its own token has launched.
async fn of(db: &Db, caller: &Caller, token: &PlatformToken, slug: &str) -> Result<Caller, Refused> {
    platform_token::inside(db, &token.0, slug).await.map_err(|error| Refused::by(caller, &error))
}

fn member(line: u64, row: MemberRow) -> ImportedMember {
    let language: Option<Language> = row.language.as_deref().and_then(|code| code.parse().ok());
    let MemberRow { key, email, name, about, town, joined_at, founder, .. } = row;
    ImportedMember { line, key, email, name, about, town, joined_at, founder, language }
}

fn word(line: u64, row: SponsorshipRow) -> ImportedSponsorship {
    let SponsorshipRow { sponsor, member, given_at } = row;
    ImportedSponsorship { line, sponsor, member, given_at }
}
