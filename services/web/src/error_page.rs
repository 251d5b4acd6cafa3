//! How the HTML door says no: the one place where kinds of refusal become statuses and pages.

use crate::brand::BrandView;
use crate::pages::account::{carry::Carry, prove};
use crate::sent::Sent;
use crate::shell::{Shell, page_with, see, words_of};
use crate::wait::Slip;
use askama::Template;
use database::Db;
use kernel::{Caller, Refusal, RefusalKind, Refuse, Timestamp, Who};
use poem::error::ResponseError;
use poem::http::{Method, StatusCode, header};
use poem::{Endpoint, IntoResponse, Middleware, Request, Response, Result};

/// A refusal on its way out of a handler: `?` turns any noun's error into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("refused: {}", .0.code)]
pub struct No(pub Refusal);

impl<E: Refuse> From<E> for No {
    fn from(error: E) -> Self {
        let refusal = error.refusal();
        if matches!(refusal.kind, RefusalKind::Fault | RefusalKind::Away | RefusalKind::Full) {
            tracing::error!(error = %chain(&error), "a page failed");
        }
        Self(refusal)
    }
}

impl ResponseError for No {
    fn status(&self) -> StatusCode {
        status(self.0.kind)
    }
}

/// The status of a kind of refusal.
pub fn status(kind: RefusalKind) -> StatusCode {
    match kind {
        RefusalKind::NotFound => StatusCode::NOT_FOUND,
        RefusalKind::Forbidden => StatusCode::FORBIDDEN,
        RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::Conflict => StatusCode::CONFLICT,
        RefusalKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        RefusalKind::Away => StatusCode::SERVICE_UNAVAILABLE,
        RefusalKind::Full => StatusCode::INSUFFICIENT_STORAGE,
        RefusalKind::Fault => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    s: Shell,
    text: String,
}

/// The page of a refusal.
pub fn sorry(shell: Shell, refusal: Refusal) -> Response {
    let (title, text) = match refusal.kind {
        RefusalKind::NotFound => ("common-error-not-found-title", "common-error-not-found-text"),
        RefusalKind::Forbidden => ("common-error-forbidden-title", "common-error-forbidden-text"),
        RefusalKind::Invalid => ("common-error-invalid-title", "common-error-invalid-text"),
        RefusalKind::Conflict => ("common-error-conflict-title", "common-error-conflict-text"),
        RefusalKind::TooMany => ("common-error-too-many-title", "common-error-too-many-text"),
        RefusalKind::Away => ("common-error-away-title", "common-error-away-text"),
        RefusalKind::Full => ("common-error-full-title", "common-error-full-text"),
        RefusalKind::Fault => ("common-error-fault-title", "common-error-fault-text"),
    };
    // A refusal of its own says more than its family does.
    let key = format!("refusal-{}", refusal.code.to_ascii_lowercase().replace('_', "-"));
    let special = matches!(refusal.kind, RefusalKind::Invalid | RefusalKind::Conflict | RefusalKind::TooMany);
    let own = if special { shell.find(&key) } else { None };
    let text = own.unwrap_or_else(|| shell.t(text));
    let title = shell.t(title);
    let s = shell.titled(title);
    page_with(status(refusal.kind), &ErrorPage { s, text })
}

/// The page for a write that came from another site.
pub fn foreign_origin(request: &Request) -> Response {
    let shell = plain_shell(request);
    let text = shell.t("common-error-origin-text");
    let title = shell.t("common-error-origin-title");
    let s = shell.titled(title);
    page_with(StatusCode::FORBIDDEN, &ErrorPage { s, text })
}

/// Around the pages: whatever a handler fails with becomes a page in the reader's language and the community's colours.
#[derive(Debug, Clone, Copy)]
pub struct ErrorPages;

impl<E: Endpoint> Middleware<E> for ErrorPages {
    type Output = WithErrorPages<E>;

    fn transform(&self, inner: E) -> Self::Output {
        WithErrorPages { inner }
    }
}

/// An endpoint behind [`ErrorPages`].
pub struct WithErrorPages<E> {
    inner: E,
}

impl<E: Endpoint> Endpoint for WithErrorPages<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let shell = plain_shell(&request);
        let elsewhere = better_place(&request);
        let slip = Slip::of(&request);
        let asker = Asker::of(&request);
        match self.inner.call(request).await {
            Ok(answer) => Ok(answer.into_response()),
            Err(error) => Ok(match (refusal_of(&error), elsewhere) {
                (Refusal::FORBIDDEN, Some(place)) => see(&place),
                (refusal @ (Refusal::STEP_UP | Refusal::SIGN_IN_AGAIN), _) => asker.show_yourself(shell, refusal).await,
                (refusal, _) => {
                    slip.note(&refusal);
                    sorry(shell, refusal)
                }
            }),
        }
    }
}

/// Where whoever may not see a page is better off: visitors sign in and come back, applicants go to their waiting room.
fn better_place(request: &Request) -> Option<String> {
    let caller = request.extensions().get::<Caller>()?;
    if request.method() != Method::GET {
        return None;
    }
    match caller.who {
        Who::Anonymous => {
            let here = request.original_uri().path_and_query().map_or("/", |address| address.as_str());
            let back: String = url::form_urlencoded::byte_serialize(here.as_bytes()).collect();
            Some(format!("/sign-in?return_to={back}"))
        }
        Who::Member(me) if me.standing.is_waiting() => Some("/waiting".to_owned()),
        _ => None,
    }
}

/// Who asked for what, for a page that stands in the place of the answer until they have shown that it is them.
struct Asker {
    caller: Option<Caller>,
    db: Option<Db>,
    /// Where their form went; nothing for a page.
    action: Option<String>,
    back: String,
    sent: Sent,
}

impl Asker {
    fn of(request: &Request) -> Self {
        let action = (request.method() == Method::POST).then(|| request.original_uri().path().to_owned());
        Self {
            caller: request.extensions().get::<Caller>().cloned(),
            db: request.data::<Db>().cloned(),
            action,
            back: page_before(request),
            sent: Sent::of(request),
        }
    }

    async fn show_yourself(self, shell: Shell, refusal: Refusal) -> Response {
        let (Some(caller), Some(db)) = (self.caller, self.db) else { return sorry(shell, refusal) };
        let carry = match &self.action {
            Some(action) => Carry::form(&self.back, action, &self.sent.take()),
            None => Carry::back_to(&self.back),
        };
        match prove::ask(shell.clone(), &db, &caller, refusal, carry).await {
            Ok(page) => page,
            Err(No(fault)) => sorry(shell, fault),
        }
    }
}

/// The page on which somebody was when they asked: this one, or the one whose form they sent.
fn page_before(request: &Request) -> String {
    if request.method() == Method::GET {
        return request.original_uri().path_and_query().map_or("/", |address| address.as_str()).to_owned();
    }
    let host = request.header(header::HOST).unwrap_or_default();
    let before = request.header(header::REFERER).and_then(|page| url::Url::parse(page).ok());
    let own = before.filter(|page| host.split(':').next() == page.host_str());
    own.map_or_else(|| "/".to_owned(), |page| page[url::Position::BeforePath..url::Position::AfterQuery].to_owned())
}

fn refusal_of(error: &poem::Error) -> Refusal {
    if let Some(No(refusal)) = error.downcast_ref::<No>() {
        return *refusal;
    }
    // An address whose id is no id leads nowhere, like one whose id is nobody's.
    if error.is::<poem::error::ParsePathError>() {
        return Refusal::NOT_FOUND;
    }
    match error.status() {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Refusal::NOT_FOUND,
        StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED => Refusal::FORBIDDEN,
        StatusCode::TOO_MANY_REQUESTS => Refusal::new(RefusalKind::TooMany, "TOO_MANY"),
        status if status.is_client_error() => Refusal::new(RefusalKind::Invalid, "INVALID"),
        _ => {
            tracing::error!(%error, "a page failed");
            Refusal::FAULT
        }
    }
}

/// The shell of whoever asks, as far as the request has been identified.
pub(crate) fn plain_shell(request: &Request) -> Shell {
    let brand = request.extensions().get::<BrandView>().cloned().unwrap_or_else(BrandView::platform);
    let here = request.uri().path_and_query().map_or("/", |address| address.as_str());
    // No failure page tells the time.
    Shell::new(words_of(request), brand, here, Timestamp::default())
}

fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(deeper) = cause {
        text = format!("{text}: {deeper}");
        cause = deeper.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Forbidden;
    use poem::{EndpointExt as _, Route, endpoint::make_sync, handler, test::TestClient};

    #[handler]
    fn forbidden() -> Result<&'static str, No> {
        Err(Forbidden::ByRule)?
    }

    async fn text_of(path: &str) -> (StatusCode, String) {
        let site = Route::new()
            .at("/forbidden", forbidden)
            .at(
                "/broken",
                make_sync(|_| {
                    Err::<(), _>(poem::Error::from_string("SELECT secret", StatusCode::INTERNAL_SERVER_ERROR))
                }),
            )
            .with(ErrorPages);
        let answer = TestClient::new(site).get(path).header("accept-language", "en").send().await;
        (answer.0.status(), answer.0.into_body().into_string().await.unwrap())
    }

    #[tokio::test]
    async fn every_failure_is_a_page_with_one_heading_and_no_inner_detail() {
        for (path, expected) in [("/forbidden", 403), ("/nowhere", 404), ("/broken", 500)] {
            let (status, html) = text_of(path).await;
            assert_eq!(status.as_u16(), expected, "{path}");
            assert_eq!(html.matches("<h1").count(), 1, "{path}");
            assert!(
                html.contains("<html lang=\"en\">") && !html.contains("SELECT") && !html.contains("[common"),
                "{html}"
            );
        }
    }
}
