//! Answers made smaller, for old phones on slow lines. Of our own, because the library's would inflate what it is sent without
//! a limit, and would send gzip to whoever forbids it.

use flate2::{Compression, GzBuilder};
use kernel::{Entropy as _, OsEntropy};
use poem::{
    Endpoint, Request, Response, Result,
    http::{HeaderValue, Method, StatusCode, header},
};
use std::io::Write as _;

/// Below this many bytes there is nothing to gain.
const SMALLEST: usize = 1_024;
/// More than this is not ours to hold twice.
const LARGEST: usize = 8 * 1024 * 1024;
/// Letters of made-up file name in each header, at the most: how long an answer is tells nobody what a secret in it begins with
/// (the attack called BREACH; the remedy is known as heal-the-breach).
const NOISE: u128 = 48;

const KINDS: [&str; 7] = [
    "text/html",
    "text/plain",
    "text/css",
    "text/csv",
    "application/json",
    "application/graphql-response+json",
    "image/svg+xml",
];

/// An endpoint whose answers are compressed where the client likes it.
pub(super) struct Smaller<E>(pub(super) E);

impl<E: Endpoint<Output = Response>> Endpoint for Smaller<E> {
    type Output = Response;

    async fn call(&self, request: Request) -> Result<Response> {
        let wanted = web::assets::takes_gzip(request.header(header::ACCEPT_ENCODING).unwrap_or_default());
        let head = request.method() == Method::HEAD;
        let answer = self.0.call(request).await?;
        if head || !is_text(&answer) { Ok(answer) } else { smaller(answer, wanted).await }
    }
}

fn is_text(answer: &Response) -> bool {
    let headers = answer.headers();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let whole = answer.status() != StatusCode::PARTIAL_CONTENT && answer.status() != StatusCode::SWITCHING_PROTOCOLS;
    whole && KINDS.contains(&kind) && !headers.contains_key(header::CONTENT_ENCODING)
}

async fn smaller(mut answer: Response, wanted: bool) -> Result<Response> {
    answer.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    if !wanted {
        return Ok(answer);
    }
    let bytes = answer.take_body().into_bytes().await?;
    if !(SMALLEST..=LARGEST).contains(&bytes.len()) {
        answer.set_body(bytes);
        return Ok(answer);
    }
    match gzip(&bytes) {
        Ok(gzipped) => {
            answer.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            answer.headers_mut().remove(header::CONTENT_LENGTH);
            answer.set_body(gzipped);
        }
        Err(_) => answer.set_body(bytes),
    }
    Ok(answer)
}

fn gzip(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let noise = usize::try_from(OsEntropy.id().as_u128() % NOISE).unwrap_or_default() + 1;
    let mut gzip =
        GzBuilder::new().filename(vec![b'x'; noise]).write(Vec::with_capacity(bytes.len() / 3), Compression::fast());
    gzip.write_all(bytes)?;
    gzip.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use poem::{endpoint::make_sync, http::Uri, test::TestClient};
    use std::collections::BTreeSet;
    use std::io::Read as _;

    fn client() -> TestClient<impl Endpoint> {
        TestClient::new(Smaller(make_sync(|request| match request.uri().path() {
            "/small" => Response::builder().content_type("text/html; charset=utf-8").body("short"),
            "/picture" => Response::builder().content_type("image/png").body(vec![0_u8; 5_000]),
            "/done" => {
                Response::builder().content_type("text/css").header("content-encoding", "gzip").body("x".repeat(5_000))
            }
            _ => Response::builder().content_type("text/html; charset=utf-8").body("é".repeat(5_000)),
        })))
    }

    async fn encoding(path: &'static str, accepted: &str) -> Option<String> {
        let answer = client().get(Uri::from_static(path).path()).header("accept-encoding", accepted).send().await;
        answer.0.headers().get("content-encoding").map(|value| value.to_str().unwrap().to_owned())
    }

    #[tokio::test]
    async fn text_is_sent_smaller_to_whoever_likes_it_and_to_nobody_else() {
        assert_eq!(encoding("/", "gzip, br").await.as_deref(), Some("gzip"));
        assert_eq!(encoding("/", "deflate, gzip;q=0.5").await.as_deref(), Some("gzip"));
        for refused in ["", "br", "gzip;q=0", "gzip; q=0.000", "identity"] {
            assert_eq!(encoding("/", refused).await, None, "{refused:?}");
        }
        assert_eq!(encoding("/small", "gzip").await, None);
        assert_eq!(encoding("/picture", "gzip").await, None);
        assert_eq!(encoding("/done", "gzip").await.as_deref(), Some("gzip"), "as it was");
    }

    #[tokio::test]
    async fn it_is_the_same_text_and_caches_are_told() {
        let answer = client().get("/").header("accept-encoding", "gzip").send().await;
        answer.assert_header("vary", "accept-encoding");
        let bytes = answer.0.into_body().into_bytes().await.unwrap();
        assert!(bytes.len() < 1_000, "{}", bytes.len());
        let mut text = String::new();
        GzDecoder::new(bytes.as_ref()).read_to_string(&mut text).unwrap();
        assert_eq!(text, "é".repeat(5_000));
        let plain = client().get("/").send().await;
        plain.assert_header("vary", "accept-encoding");
    }

    #[test]
    fn the_length_of_an_answer_wavers() {
        let lengths: BTreeSet<usize> = (0..200).map(|_| gzip(&[b'x'; 5_000]).unwrap().len()).collect();
        assert!(lengths.len() > 10, "{lengths:?}");
    }
}
