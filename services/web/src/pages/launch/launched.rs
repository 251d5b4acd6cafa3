//! It exists: where it is, and what happens now.

use super::of_platform;
use crate::error_page::No;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page, see};
use crate::visit::Visit;
use askama::Template;
use community::{CommunityFace, views};
use kernel::Refusal;
use poem::web::Path;
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "launch/launched.html")]
struct LaunchedPage {
    s: Shell,
    name: String,
    address: String,
    host: String,
    by_office: bool,
}

#[handler]
pub(super) async fn launched(Path(slug): Path<String>, visit: Visit) -> Result<Response, No> {
    if !visit.is_signed_in() {
        return Ok(see(&visit.sign_in_first()));
    }
    let face = of_slug(&visit, &slug).await?.ok_or(No(Refusal::NOT_FOUND))?;
    let host = face.primary_host.clone().unwrap_or_else(|| format!("{slug}.{}", visit.site.host));
    let s = visit.shell(&visit.words.t1("launch-done-title", "name", &face.name), Place::Elsewhere).await?;
    Ok(page(&LaunchedPage {
        s,
        name: face.name.clone(),
        address: format!("{}/", visit.site.at(&host)),
        host: visit.site.port.map_or(host.clone(), |port| format!("{host}:{port}")),
        by_office: face.policy.steward_admits(),
    }))
}

async fn of_slug(visit: &Visit, slug: &str) -> Result<Option<CommunityFace>, No> {
    let Some(community) = views::by_slug(&visit.db, slug).await? else { return Ok(None) };
    // The platform has an empty slug, and nobody launched it.
    Ok(views::face(&visit.db, community).await?.filter(|face| !face.is_platform()))
}

/// Where members vouch, and where the team welcomes.
pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let shown = |name: &str, by_office| {
        let title = preview.words.t1("launch-done-title", "name", "Les Noisettes");
        let page = LaunchedPage {
            s: of_platform(preview, "launch-title").titled(title).without_sign_in(),
            name: "Les Noisettes".to_owned(),
            address: "/".to_owned(),
            host: "noisettes.localhost:8080".to_owned(),
            by_office,
        };
        preview.page(name, &page)
    };
    vec![shown("launched", false), shown("launched_team", true)]
}
