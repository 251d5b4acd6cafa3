//! One line a request. Ids and figures, never content: of the path only the first piece, because links carry secrets.

use poem::{Endpoint, Request, Response, Result};
use std::{sync::Arc, time::Instant};

pub(super) async fn one_line<E: Endpoint<Output = Response>>(next: Arc<E>, request: Request) -> Result<Response> {
    let began = Instant::now();
    let method = request.method().clone();
    let area = request.uri().path().split('/').nth(1).unwrap_or_default().to_owned();
    let answer = next.call(request).await;
    let status = match &answer {
        Ok(response) => response.status(),
        Err(error) => error.status(),
    };
    tracing::info!(%method, area, status = status.as_u16(), ms = began.elapsed().as_millis(), "answered");
    answer
}
