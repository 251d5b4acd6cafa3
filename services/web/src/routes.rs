//! Every address of the HTML door, in two houses: the platform's own host, and the communities'.

use crate::assets;
use crate::brand;
use crate::doors::Doors;
use crate::dress::Dress;
use crate::error_page::{ErrorPages, No};
use crate::pages;
use crate::tiles::Backdrop;
use crate::visit::{self, Visit};
use community::{CommunityFace, Outside};
use kernel::Refusal;
use pictures::Studio;
use places::Streets;
use poem::endpoint::BoxEndpoint;
use poem::middleware::AddData;
use poem::web::Path;
use poem::{Endpoint, EndpointExt, Request, Response, Result, handler};
use std::sync::Arc;

/// The pages of a community's host.
pub fn community() -> Doors {
    let doors = shared(Doors::default());
    pages::community(doors)
}

/// The pages of the platform's own host.
pub fn platform() -> Doors {
    let doors = shared(Doors::default());
    pages::platform(doors)
}

/// Everything, chosen by the host that was addressed. Stands behind the server's identification.
pub fn routes(site: Outside, studio: Studio, backdrop: Backdrop, streets: Streets) -> BoxEndpoint<'static, Response> {
    let houses = Houses { community: whole(community()), platform: whole(platform()) };
    let dressed = houses.with(ErrorPages).with(Dress);
    let handed = dressed.with(AddData::new(site)).with(AddData::new(studio)).with(AddData::new(backdrop));
    handed.with(AddData::new(streets)).boxed()
}

fn whole(doors: Doors) -> BoxEndpoint<'static, Response> {
    doors.open().nest("/assets", assets::routes()).map_to_response().boxed()
}

struct Houses {
    community: BoxEndpoint<'static, Response>,
    platform: BoxEndpoint<'static, Response>,
}

impl Endpoint for Houses {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let face = request.extensions().get::<Arc<CommunityFace>>().cloned();
        match face {
            Some(face) if face.is_platform() => self.platform.call(request).await,
            Some(_) => self.community.call(request).await,
            None => Err(No(Refusal::NOT_FOUND).into()),
        }
    }
}

fn shared(doors: Doors) -> Doors {
    doors.get("/brand/:file", stylesheet)
}

/// The face as it is stored at this moment; what came with the request may be some seconds old.
async fn fresh(visit: &Visit) -> Result<Arc<CommunityFace>, No> {
    let face = community::face(&visit.db, visit.caller.community).await?;
    face.map(Arc::new).ok_or(No(Refusal::NOT_FOUND))
}

/// A stylesheet is named by its colours: another community's, or an older one, is not here. Colours that were saved a
/// moment ago are looked for before one says so.
#[handler]
async fn stylesheet(Path(file): Path<String>, visit: Visit) -> Result<Response, No> {
    let is_of = |face: &CommunityFace| file == format!("{}.css", visit::version_of(face));
    let face = if is_of(&visit.face) { visit.face } else { fresh(&visit).await? };
    if !is_of(&face) {
        return Err(No(Refusal::NOT_FOUND));
    }
    Ok(brand::sheet_answer(face.brand.primary, face.brand.accent))
}
