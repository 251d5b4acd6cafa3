//! `GET /my-communities`, on the platform's own host: where else I am.

use crate::error_page::No;
use crate::pages::{launch, members};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::Outside;
use kernel::{CommunityId, Role, Standing};
use membership::Membership;
use phrases::Words;
use poem::{Response, handler};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "me/communities.html")]
struct CommunitiesPage {
    s: Shell,
    lines: Vec<Line>,
}

/// One community.
struct Line {
    name: String,
    home: String,
    standing: String,
    /// The office held there, if any.
    office: Option<String>,
}

/// `GET /my-communities`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let found = membership::my_communities(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("me-communities-title"), Place::Elsewhere).await?;
    Ok(page(&CommunitiesPage { lines: lines(&found, &visit.site, visit.words), s }))
}

fn lines(found: &[Membership], site: &Outside, words: Words) -> Vec<Line> {
    let line = |one: &Membership| Line {
        name: one.name.clone(),
        home: site.home_of(&one.slug, one.primary_host.as_deref()),
        standing: words.t(match one.standing {
            standing if standing.is_waiting() => "me-communities-waiting",
            Standing::Suspended => "me-communities-suspended",
            _ => "me-communities-member",
        }),
        office: members::office(words, one.role),
    };
    found.iter().map(line).collect()
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let site = Outside { scheme: "https".to_owned(), port: None, host: "maillon.example".to_owned() };
    let one = |slug: &str, key: &str, standing, role| Membership {
        community: CommunityId(Uuid::from_u128(1)),
        slug: slug.to_owned(),
        name: p.words.t(key),
        primary_host: None,
        standing,
        role,
    };
    let some = [
        one("nievre", "me-sample-community-1", Standing::Member, Role::Steward),
        one("noisettes", "me-sample-community-2", Standing::Applicant, Role::None),
        one("bourse", "me-sample-community-3", Standing::Suspended, Role::None),
    ];
    let draw = |found: &[Membership]| CommunitiesPage {
        s: launch::of_platform(p, "me-communities-title").signed_in("Odile Martin"),
        lines: lines(found, &site, p.words),
    };
    vec![p.page("my-communities", &draw(&some)), p.page("my-communities-empty", &draw(&[]))]
}
