//! The socket's door: origin, session and protocol are looked at before the upgrade.

use super::*;
use crate::door::tests::{COMMUNITY, door};
use kernel::{AccountId, Language, Who};
use poem::test::{TestClient, TestResponse};

const HOST: &str = "nievre.example:8443";
const OWN: (&str, &str) = ("origin", "https://nievre.example:8443");
const SPEAKS: (&str, &str) = ("sec-websocket-protocol", "graphql-transport-ws");

async fn open(signed_in: bool, headers: &[(&'static str, &str)]) -> TestResponse {
    let client = TestClient::new(Socket(door()));
    let mut request = client.get("/graphql/ws").header("host", HOST);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let who = if signed_in { Who::Account(AccountId(uuid::Uuid::from_u128(1))) } else { Who::Anonymous };
    let request = request.data(Caller { community: COMMUNITY, who, language: Language::En });
    let request = if signed_in { request.data(SessionId(uuid::Uuid::from_u128(2))) } else { request };
    request.send().await
}

#[tokio::test]
async fn c4_a_foreign_origin_is_refused_before_the_upgrade() {
    let refused: [&[(&'static str, &str)]; 5] = [
        &[SPEAKS],
        &[SPEAKS, ("origin", "null")],
        &[SPEAKS, ("origin", "https://evil.test")],
        &[SPEAKS, ("origin", "https://noisettes.example:8443")],
        &[SPEAKS, OWN, ("sec-fetch-site", "same-site")],
    ];
    for headers in refused {
        open(true, headers).await.assert_status(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn without_a_session_there_is_no_socket() {
    open(false, &[OWN, SPEAKS]).await.assert_status(StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn another_protocol_is_refused() {
    open(true, &[OWN]).await.assert_status(StatusCode::BAD_REQUEST);
    open(true, &[OWN, ("sec-websocket-protocol", "graphql-ws")]).await.assert_status(StatusCode::BAD_REQUEST);
}

#[test]
fn buffers_are_small() {
    let config = config();
    assert_eq!((config.read_buffer_size, config.write_buffer_size), (4_096, 4_096));
    assert_eq!(config.max_write_buffer_size, 64 * 1_024);
    assert_eq!((config.max_message_size, config.max_frame_size), (Some(64 * 1_024), Some(64 * 1_024)));
}
