//! `POST /graphql`: one operation, as JSON, from our own pages or from a program without cookies.
//!
//! Everything else is refused before the body is looked at: other methods (405), other origins (403), other content types
//! (415), too much (413); then batches, multipart answers and whatever breaks a limit (400).

mod body;
mod cookies;
pub(crate) mod origin;

use crate::{
    Door,
    answer::{self, only, tidy},
    guard::{self, Leave},
    limits,
    visit::{Origin, Visit},
};
use async_graphql::{Request as Operation, Response as Answer};
use kernel::{Caller, Deed, Refusal, Refuse as _, SessionId, TooOften, Who};
use membership::session::Presented;
use phrases::Words;
use poem::{
    Body, Endpoint, Request, Response, Result,
    http::{HeaderValue, Method, StatusCode, header},
};
use std::sync::Arc;
use tracing::Instrument as _;

/// The endpoint of queries and mutations.
#[derive(Clone)]
pub struct Http(pub(crate) Door);

impl Endpoint for Http {
    type Output = Response;

    async fn call(&self, mut request: Request) -> Result<Response> {
        let Some(caller) = request.extensions().get::<Caller>().cloned() else {
            return Ok(reply(StatusCode::NOT_FOUND, &only("NOT_FOUND", "there is nothing here")));
        };
        if let Some(refused) = refuse(&request, &self.0) {
            return Ok(refused);
        }
        if let Err(too_often) = self.0.db.count(&caller, Deed::Operation, None).await {
            return Ok(limited(&caller, too_often));
        }
        let operation = match body::read(request.take_body()).await {
            Ok(operation) => operation,
            Err((status, answer)) => return Ok(reply(status, &answer)),
        };
        Ok(self.run(&request, caller, operation).await)
    }
}

impl Http {
    async fn run(&self, request: &Request, caller: Caller, operation: Operation) -> Response {
        let signed_in = caller.who != Who::Anonymous;
        let leave = Leave { introspection: signed_in, subscription: false };
        let mut operation = match guard::admit(operation, leave) {
            Ok(operation) => operation,
            Err(broken) => return reply(StatusCode::BAD_REQUEST, &only(broken.code(), broken.to_string())),
        };
        let writes = guard::is_mutation(&mut operation);
        let caller = match self.present(request, caller, writes).await {
            Ok(caller) => caller,
            Err(unknown) => return unknown,
        };
        let visit = Arc::new(self.visit(request, caller));
        let mut answer = execute(&self.0, Arc::clone(&visit), operation, writes).await;
        tidy(&mut answer, signed_in);
        let mut response = reply(status(&answer), &answer);
        cookies::give(&mut response, &self.0.settings, visit.take_cookies());
        response
    }

    /// Who asks: for a write as of this moment, for a read as of a moment ago.
    async fn present(&self, request: &Request, caller: Caller, writes: bool) -> Result<Caller, Response> {
        let Some(presented) = request.extensions().get::<Presented>().filter(|_| writes) else { return Ok(caller) };
        let words = Words::new(caller.language, chrono_tz::UTC);
        presented.for_a_write(&self.0.db, caller).await.map_err(|error| {
            let Refusal { code, .. } = error.refusal();
            tracing::error!(%error, "who is writing could not be found out");
            reply(StatusCode::SERVICE_UNAVAILABLE, &only(code, words.refusal(code)))
        })
    }

    fn visit(&self, request: &Request, caller: Caller) -> Visit {
        let session = request.extensions().get::<SessionId>().copied().filter(|_| caller.account().is_some());
        let host = request.header(header::HOST).unwrap_or_default();
        let origin = Origin {
            host: host.split(':').next().unwrap_or_default().to_owned(),
            browser: cookies::read(request, &self.0.settings.browser_cookie).unwrap_or_default(),
            device: cookies::read(request, &self.0.settings.device_cookie).unwrap_or_default(),
            user_agent: request.header(header::USER_AGENT).unwrap_or_default().to_owned(),
        };
        Visit::new(caller, session, origin)
    }
}

fn refuse(request: &Request, door: &Door) -> Option<Response> {
    if request.method() != Method::POST {
        let mut response = reply(StatusCode::METHOD_NOT_ALLOWED, &only("POST_ONLY", "operations are posted"));
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("POST"));
        return Some(response);
    }
    if !origin::admits(request, &door.settings.scheme, origin::Without::Cookie) {
        return Some(reply(StatusCode::FORBIDDEN, &only("FOREIGN_ORIGIN", "this came from another site")));
    }
    if !body::is_json(request) {
        let told = only("JSON_ONLY", "operations are sent as application/json");
        return Some(reply(StatusCode::UNSUPPORTED_MEDIA_TYPE, &told));
    }
    let accepts = request.header(header::ACCEPT).unwrap_or_default();
    if accepts.contains("multipart/") {
        return Some(reply(StatusCode::BAD_REQUEST, &only("NO_MULTIPART", "answers come in one piece")));
    }
    None
}

/// Nothing of the request is looked at: its client is too busy.
fn limited(caller: &Caller, too_often: TooOften) -> Response {
    // A time zone matters for dates only; a refusal has none.
    let words = Words::new(caller.language, chrono_tz::UTC);
    let code = too_often.refusal().code;
    let mut answer = only(code, words.refusal(code));
    for error in &mut answer.errors {
        error.extensions.get_or_insert_default().set("retryAfterSeconds", too_often.seconds);
    }
    let mut response = reply(StatusCode::TOO_MANY_REQUESTS, &answer);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(too_often.seconds));
    response
}

/// Runs in a task of its own: a client that goes away, or waits too long, cannot cut a write in half. A query that takes
/// too long is ended at once, a write when it cannot end any more.
async fn execute(door: &Door, visit: Arc<Visit>, operation: Operation, writes: bool) -> Answer {
    let words = visit.words;
    let operation = door.prepare(operation, visit);
    let schema = door.schema.clone();
    let whole = async move { tokio::time::timeout(limits::WRITING, schema.execute(operation)).await };
    let mut task = tokio::spawn(whole.in_current_span());
    match tokio::time::timeout(limits::EXECUTION, &mut task).await {
        Ok(Ok(Ok(answer))) => answer,
        Ok(Err(error)) => broke_down(words, &error.to_string()),
        Ok(Ok(Err(_))) | Err(_) => {
            if !writes {
                task.abort();
            }
            only("TOO_SLOW", words.refusal("TOO_SLOW"))
        }
    }
}

fn broke_down(words: Words, cause: &str) -> Answer {
    let error = answer::fault(async_graphql::Error::new(words.refusal("FAULT")), cause);
    Answer::from_errors(vec![error.into_server_error(async_graphql::Pos::default())])
}

fn status(answer: &Answer) -> StatusCode {
    if answer::may_be_tried_again(answer) {
        StatusCode::SERVICE_UNAVAILABLE
    } else if answer::failed(answer) {
        StatusCode::INTERNAL_SERVER_ERROR
    } else if answer::ran_nothing(answer) {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    }
}

pub(crate) fn reply(status: StatusCode, answer: &Answer) -> Response {
    let body =
        Body::from_json(answer).unwrap_or_else(|_| Body::from_string(r#"{"errors":[{"message":"fault"}]}"#.into()));
    let response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CACHE_CONTROL, "no-store");
    let later = status == StatusCode::SERVICE_UNAVAILABLE;
    if later { response.header(header::RETRY_AFTER, HeaderValue::from(5)) } else { response }.body(body)
}

#[cfg(test)]
mod tests;
