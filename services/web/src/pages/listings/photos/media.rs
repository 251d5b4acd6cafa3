//! `GET /media/{token}`: a photo's file. Bytes that somebody else sent are answered so that nothing can be made of them but a picture.

use crate::error_page::No;
use crate::shell::see;
use crate::visit::Visit;
use exchange::photos::{Shown, show};
use pictures::Studio;
use poem::http::{HeaderName, header};
use poem::web::{Data, Path};
use poem::{Response, handler};

/// What whoever opens the file by itself may do with it: nothing.
const POLICY: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

#[handler]
pub(crate) async fn media(visit: Visit, Path(token): Path<String>, studio: Data<&Studio>) -> Result<Response, No> {
    match show(&visit.db, &studio.shelf, &visit.caller, &token).await? {
        Shown::Elsewhere(path) => Ok(see(&path)),
        Shown::File { name, jpeg } => Ok(Response::builder()
            .header(header::CONTENT_TYPE, "image/jpeg")
            .header(header::CONTENT_DISPOSITION, format!("inline; filename=\"{name}\""))
            .header(header::CONTENT_SECURITY_POLICY, POLICY)
            .header(header::X_CONTENT_TYPE_OPTIONS, "nosniff")
            .header(HeaderName::from_static("cross-origin-resource-policy"), "same-origin")
            .header(header::CACHE_CONTROL, "private, max-age=300")
            .body(jpeg)),
    }
}
