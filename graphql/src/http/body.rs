//! The body: one JSON object with `query`, or the `documentId` of a document that is kept here, `operationName` and `variables`.

use crate::{answer::only, kept, limits};
use async_graphql::{Request as Operation, Response as Answer, Variables};
use poem::{
    Body, Request,
    error::ReadBodyError,
    http::{StatusCode, header},
};
use serde::Deserialize;

#[derive(Deserialize)]
struct Sent {
    query: Option<String>,
    #[serde(rename = "documentId")]
    document_id: Option<String>,
    #[serde(rename = "operationName")]
    operation_name: Option<String>,
    variables: Option<Variables>,
}

/// Whether the content type is `application/json`, alone or in UTF-8.
pub(super) fn is_json(request: &Request) -> bool {
    let mut types = request.headers().get_all(header::CONTENT_TYPE).iter();
    let (Some(only), None) = (types.next(), types.next()) else { return false };
    let mut parts = only.to_str().unwrap_or_default().split(';').map(|part| part.trim().to_ascii_lowercase());
    parts.next().as_deref() == Some("application/json") && parts.all(|part| part == "charset=utf-8")
}

pub(super) async fn read(body: Body) -> Result<Operation, (StatusCode, Answer)> {
    let bytes = body.into_bytes_limit(limits::REQUEST_BYTES).await.map_err(|error| match error {
        ReadBodyError::PayloadTooLarge => {
            (StatusCode::PAYLOAD_TOO_LARGE, only("TOO_LARGE", "a request has at most 64 KiB"))
        }
        _ => (StatusCode::BAD_REQUEST, only("SYNTAX", "the body could not be read")),
    })?;
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'[') {
        return Err((StatusCode::BAD_REQUEST, only("NO_BATCH", "one operation a request")));
    }
    let sent: Sent = serde_json::from_slice(&bytes).map_err(|_| (StatusCode::BAD_REQUEST, only("SYNTAX", NO_QUERY)))?;
    let document = document(sent.query, sent.document_id.as_deref())
        .map_err(|(code, message)| (StatusCode::BAD_REQUEST, only(code, message)))?;
    let mut operation = Operation::new(document).variables(sent.variables.unwrap_or_default());
    operation.operation_name = sent.operation_name;
    Ok(operation)
}

const NO_QUERY: &str = "the body is no JSON object with a query";

/// What was written, or what is kept under the name that was sent; never both, so that nobody can tell two readers two things. Otherwise
/// the code and the message of a fault.
fn document(query: Option<String>, kept: Option<&str>) -> Result<String, (&'static str, &'static str)> {
    match (query, kept) {
        (Some(query), None) => Ok(query),
        (None, Some(name)) => {
            kept::document(name).map(str::to_owned).ok_or(("NO_SUCH_DOCUMENT", "no document of that name is kept here"))
        }
        (None, None) => Err(("SYNTAX", NO_QUERY)),
        (Some(_), Some(_)) => Err(("SYNTAX", "either a query or the name of one")),
    }
}
