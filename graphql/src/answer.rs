//! What goes out: every error carries a code, none carries more than the asker may know.

use crate::limits;
use async_graphql::{Error, ErrorExtensionValues, ErrorExtensions as _, Response, ServerError, Value};
use kernel::refusal::correlation;

/// What the library said about a document or a value that does not fit the schema.
const NOT_FITTING: &str = "NOT_FITTING";

/// Turns a failure of ours into an error that names only its number in the log.
pub(crate) fn fault(sentence: Error, cause: &str) -> Error {
    let number = correlation();
    tracing::error!(%number, cause, "an operation failed");
    sentence.extend_with(|_, values| {
        values.set("code", "FAULT");
        values.set("correlationId", number.as_str());
    })
}

/// An answer that says only one thing.
pub(crate) fn only(code: &str, message: impl Into<String>) -> Response {
    let mut error = ServerError::new(message, None);
    let mut values = ErrorExtensionValues::default();
    values.set("code", code);
    error.extensions = Some(values);
    Response::from_errors(vec![error])
}

/// Leaves at most [`limits::ERRORS`] errors and a code in each. What the library itself says names types and fields: only
/// those who may see the schema read it; others read that something did not fit, once.
pub(crate) fn tidy(response: &mut Response, may_see_schema: bool) {
    response.extensions.clear();
    for error in &mut response.errors {
        error.source = None;
        if code(error).is_none() {
            error.extensions.get_or_insert_default().set("code", NOT_FITTING);
            if !may_see_schema {
                "the document does not fit the schema".clone_into(&mut error.message);
                error.locations.clear();
                error.path.clear();
            }
        }
    }
    response.errors.dedup();
    response.errors.truncate(limits::ERRORS);
}

/// Whether the document was refused as a whole: nothing of it ran.
pub(crate) fn ran_nothing(response: &Response) -> bool {
    response.data == Value::Null
        && !response.errors.is_empty()
        && response.errors.iter().all(|error| error.path.is_empty() && code(error).as_deref() != Some("FAULT"))
}

/// Whether part of it could not be answered just now and can be asked for again in a moment.
pub(crate) fn may_be_tried_again(response: &Response) -> bool {
    response.errors.iter().any(|error| matches!(code(error).as_deref(), Some("TOO_SLOW" | "AWAY")))
}

/// Whether all there is to say is that we failed.
pub(crate) fn failed(response: &Response) -> bool {
    response.data == Value::Null && response.errors.iter().any(|error| code(error).as_deref() == Some("FAULT"))
}

fn code(error: &ServerError) -> Option<String> {
    match error.extensions.as_ref()?.get("code")? {
        Value::String(code) => Some(code.clone()),
        _ => None,
    }
}
