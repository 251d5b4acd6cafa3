//! Every address of the HTML door, in two houses: the platform's own host, and the communities'.

use crate::assets;
use crate::brand;
use crate::doors::Doors;
use crate::dress::Dress;
use crate::error_page::{ErrorPages, No};
use crate::pages;
use crate::visit::{self, Site, Visit};
use community::views::CommunityFace;
use kernel::Refusal;
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
pub fn routes(site: Site) -> BoxEndpoint<'static, Response> {
    let houses = Houses { community: whole(community()), platform: whole(platform()) };
    houses.with(ErrorPages).with(Dress).with(AddData::new(site)).boxed()
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

/// A stylesheet is named by its colours: another community's, or an older one, is not here.
#[handler]
fn stylesheet(Path(file): Path<String>, Visit { face, .. }: Visit) -> Result<Response, No> {
    if file != format!("{}.css", visit::version_of(&face)) {
        return Err(No(Refusal::NOT_FOUND));
    }
    Ok(brand::sheet_answer(face.brand.primary, face.brand.accent))
}
