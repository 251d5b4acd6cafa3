//! The end of a community that nobody looks after any more.

use crate::error_page::No;
use crate::form::Form;
use crate::pages::owner::removal::{RemovalPage, fresh, wish};
use crate::shell::{Place, page_with, see, see_and_say};
use crate::visit::Visit;
use kernel::{CommunityId, Refusal};
use poem::web::Path;
use poem::{Response, handler};
use privacy::removal;

#[handler]
pub(super) async fn show(Path(community): Path<String>, visit: Visit) -> Result<Response, No> {
    if !visit.is_signed_in() {
        return Ok(see(&visit.sign_in_first()));
    }
    let form = fresh(&visit);
    draw(&visit, of(&community)?, form).await
}

#[handler]
pub(super) async fn ask(Path(community): Path<String>, visit: Visit, mut form: Form) -> Result<Response, No> {
    let community = of(&community)?;
    let Some(cmd) = wish(&mut form) else { return draw(&visit, community, form).await };
    match removal::ask_removal_of(&visit.db, &visit.caller, community, cmd).await {
        Ok(_) => Ok(see_and_say(&action(community), "owner-removal-asked")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, community, form).await
        }
    }
}

#[handler]
pub(super) async fn call_off(Path(community): Path<String>, visit: Visit, mut form: Form) -> Result<Response, No> {
    let community = of(&community)?;
    match removal::call_off_removal_of(&visit.db, &visit.caller, community).await {
        Ok(()) => Ok(see_and_say(&action(community), "owner-removal-called-off")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, community, form).await
        }
    }
}

async fn draw(visit: &Visit, community: CommunityId, form: Form) -> Result<Response, No> {
    let (face, removal) = removal::removal_of(&visit.db, &visit.caller, community).await?;
    let s = visit.shell(&visit.words.t("owner-removal-title"), Place::Elsewhere).await?;
    let page = RemovalPage {
        name: face.name,
        slug: face.slug,
        action: action(community),
        back: ("/operator", s.t("operator-title")),
        removal,
        form,
        s,
    };
    Ok(page_with(page.form.status(), &page))
}

fn action(community: CommunityId) -> String {
    format!("/operator/communities/{community}/removal")
}

fn of(community: &str) -> Result<CommunityId, No> {
    community.parse().map_err(|_| No(Refusal::NOT_FOUND))
}
