//! `POST /listings/{id}/photos`: photos for programs, answered in JSON. They belong to the caller's listing of this id; where there is
//! none yet, they become part of it when it is published with this id within a day, or as long as a draft is kept under it.

use super::intake::{self, is_multipart};
use crate::error_page::No;
use crate::shell::words_of;
use crate::visit::Visit;
use exchange::photos::may_send;
use poem::http::{StatusCode, header};
use poem::{Body, Request, Response, Result, handler};
use serde_json::json;

#[handler]
pub(crate) async fn send(visit: Visit, request: &Request, body: Body) -> Result<Response> {
    may_send(&visit.caller).map_err(No::from)?;
    if !is_multipart(request) {
        // Not as an error, which would be a page.
        return Ok(Response::builder().status(StatusCode::UNSUPPORTED_MEDIA_TYPE).finish());
    }
    let words = words_of(request);
    let taken = intake::take(request, body, request.raw_path_param("id").and_then(|id| id.parse().ok()), false).await?;
    let photos: Vec<_> = taken
        .added
        .iter()
        .map(|one| json!({ "id": one.id.to_string(), "width": one.size.0, "height": one.size.1 }))
        .collect();
    let refused: Vec<_> =
        taken.faults.codes().map(|code| json!({ "code": code, "message": words.refusal(code) })).collect();
    let status = taken.faults.status().unwrap_or(StatusCode::CREATED);
    let text = json!({ "photos": photos, "refused": refused }).to_string();
    Ok(Response::builder().status(status).header(header::CONTENT_TYPE, "application/json").body(text))
}
