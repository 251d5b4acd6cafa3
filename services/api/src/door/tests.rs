//! The door without a house behind it: what is answered before the database is asked.

use super::*;
use database::{DbSettings, Live, Tools};
use kernel::{Caller, CommunityId, Language, Seal, SeededEntropy, SystemClock};
use poem::{
    http::Method,
    test::{TestClient, TestResponse},
};
use serde_json::Value;

const SOMEWHERE: CommunityId = CommunityId(uuid::Uuid::from_u128(7));

fn api() -> Api {
    let nowhere = "postgres://nobody@127.0.0.1:1/nowhere";
    let settings = DbSettings { app_url: nowhere.into(), platform_url: nowhere.into(), max_connections: 1 };
    let tools =
        Tools { clock: Arc::new(SystemClock), entropy: Arc::new(SeededEntropy::new(1)), seal: Seal::new([1; 32]) };
    let db = Db::open(&settings, tools, Live::in_process()).unwrap();
    Api::new(db, ApiSettings { base_host: HostName::from_header("maillon.test").unwrap() })
}

async fn send(
    method: Method,
    path: &str,
    community: CommunityId,
    headers: &[(&'static str, &str)],
    body: &str,
) -> TestResponse {
    let client = TestClient::new(api().mount());
    let mut request = client.request(method, path).header("content-type", "application/json");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let caller = Caller::anonymous(community, Language::En);
    request.data(caller).body(body.to_owned()).send().await
}

async fn json(response: TestResponse) -> Value {
    serde_json::from_str(&response.0.into_body().into_string().await.unwrap()).unwrap()
}

#[tokio::test]
async fn the_process_is_alive_and_not_ready_without_its_database() {
    let live = send(Method::GET, "/health/live", SOMEWHERE, &[], "").await;
    live.assert_status_is_ok();
    let ready = send(Method::GET, "/health/ready", SOMEWHERE, &[], "").await;
    ready.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    ready.assert_header("retry-after", "5");
}

#[tokio::test]
async fn s7_the_document_names_exactly_the_paths_that_answer() {
    let shown = json(send(Method::GET, "/api/openapi.json", SOMEWHERE, &[], "").await).await;
    let mut paths: Vec<&str> = shown["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    paths.sort_unstable();
    let expected = [
        "/api/bounces",
        "/api/communities",
        "/api/communities/{slug}/import/members",
        "/api/communities/{slug}/import/sponsorships",
        "/api/operator/figures",
        "/api/stop/{token}",
        "/health/live",
        "/health/ready",
    ];
    assert_eq!(paths, expected);
    let nothing = send(Method::GET, "/api/docs", SOMEWHERE, &[], "").await;
    nothing.assert_status(StatusCode::NOT_FOUND);
}

/// Found by schemathesis: texts that the document knows nothing of, and methods that nobody is told of.
#[tokio::test]
async fn s7_whatever_is_refused_is_refused_as_the_document_says() {
    let token = [("authorization", "Bearer whatever")];
    let path = "/api/bounces";
    let nobody = send(Method::POST, path, CommunityId::PLATFORM, &[], "{}").await;
    assert_eq!(json(nobody).await["code"], "TOKEN_INVALID");
    for (path, allowed) in [(path, "POST"), ("/api/stop/x", "POST"), ("/health/live", "GET, HEAD")] {
        let refused = send(Method::DELETE, path, CommunityId::PLATFORM, &token, "").await;
        refused.assert_status(StatusCode::METHOD_NOT_ALLOWED);
        refused.assert_header("allow", allowed);
    }
    let shown = json(send(Method::GET, "/api/openapi.json", SOMEWHERE, &[], "").await).await;
    for status in ["400", "401", "413", "415"] {
        assert!(shown["paths"][path]["post"]["responses"][status].is_object(), "{status}");
    }
}

#[tokio::test]
async fn without_a_token_nothing_is_done() {
    for (method, path) in
        [(Method::POST, "/api/communities"), (Method::POST, "/api/bounces"), (Method::GET, "/api/operator/figures")]
    {
        let answer = send(method.clone(), path, CommunityId::PLATFORM, &[], "{}").await;
        answer.assert_status(StatusCode::UNAUTHORIZED);
        let basic = send(method, path, CommunityId::PLATFORM, &[("authorization", "Basic YTpi")], "{}").await;
        basic.assert_status(StatusCode::UNAUTHORIZED);
    }
}

#[tokio::test]
async fn on_a_communitys_host_there_is_nothing_for_integrators() {
    let token = [("authorization", "Bearer whatever")];
    let answer = send(Method::GET, "/api/operator/figures", SOMEWHERE, &token, "").await;
    answer.assert_status(StatusCode::NOT_FOUND);
    assert_eq!(json(answer).await["code"], "NOT_FOUND");
}

#[tokio::test]
async fn a_database_that_is_away_is_told_with_a_time_and_not_a_word_about_itself() {
    let token = [("authorization", "Bearer whatever")];
    let answer = send(Method::GET, "/api/operator/figures", CommunityId::PLATFORM, &token, "").await;
    answer.assert_status(StatusCode::SERVICE_UNAVAILABLE);
    answer.assert_header("retry-after", "5");
    let said = json(answer).await;
    assert_eq!(said["code"], "AWAY");
    let text = said.to_string();
    assert!(!text.contains("127.0.0.1") && !text.contains("connect") && !text.contains("sqlx"), "{text}");
}

#[tokio::test]
async fn bodies_end_somewhere() {
    let token = [("authorization", "Bearer whatever")];
    let large = " ".repeat(MOST_BYTES + 1);
    let answer = send(Method::POST, "/api/communities", CommunityId::PLATFORM, &token, &large).await;
    answer.assert_status(StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn e11_a_forged_stop_link_stops_nothing_and_opening_one_changes_nothing() {
    let forged = "/api/stop/00000000-0000-0000-0000-000000000001.digest.aaaaaaaaaaaaaaaaaaaaaaaaaa";
    let answer = send(Method::POST, forged, SOMEWHERE, &[], "List-Unsubscribe=One-Click").await;
    answer.assert_status(StatusCode::NOT_FOUND);
    // Opening it is the pages' business; this door has no GET there.
    send(Method::GET, forged, SOMEWHERE, &[], "").await.assert_status(StatusCode::METHOD_NOT_ALLOWED);
}
