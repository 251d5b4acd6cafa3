//! The bars G4, G5, G6 and G8 at the door itself. Nothing here reaches the database: it does not exist.

use super::*;
use crate::door::tests::{COMMUNITY, door};
use poem::test::{TestClient, TestResponse};
use serde_json::{Value, json};

const HOST: &str = "nievre.example:8443";
const OWN: (&str, &str) = ("origin", "https://nievre.example:8443");
const JSON: (&str, &str) = ("content-type", "application/json");

async fn send(method: Method, headers: &[(&'static str, &str)], body: impl Into<Body>) -> TestResponse {
    let client = TestClient::new(Http(door()));
    let mut request = client.request(method, "/graphql").header("host", HOST);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let caller = Caller::anonymous(COMMUNITY, kernel::Language::En);
    request.data(caller).body(body).send().await
}

async fn post(headers: &[(&'static str, &str)], body: impl Into<Body>) -> (StatusCode, Value) {
    let response = send(Method::POST, headers, body).await.0;
    let status = response.status();
    let text = response.into_body().into_string().await.unwrap();
    assert!(text.len() <= 4_096, "answers to refused documents stay small");
    (status, serde_json::from_str(&text).unwrap())
}

fn code(answer: &Value) -> &str {
    answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_default()
}

fn plain() -> String {
    json!({ "query": "{__typename}" }).to_string()
}

#[tokio::test]
async fn an_operation_is_answered() {
    let (status, answer) = post(&[OWN, JSON], plain()).await;
    assert_eq!((status, answer), (StatusCode::OK, json!({ "data": { "__typename": "Query" } })));
    let utf8 = ("content-type", "application/json; charset=utf-8");
    assert_eq!(post(&[OWN, utf8], plain()).await.0, StatusCode::OK);
}

#[tokio::test]
async fn g4_batches_and_multipart_answers_are_refused() {
    for entries in [2, 10] {
        let batch = Value::Array(vec![json!({ "query": "{__typename}" }); entries]).to_string();
        let (status, answer) = post(&[OWN, JSON], batch).await;
        assert_eq!((status, code(&answer)), (StatusCode::BAD_REQUEST, "NO_BATCH"));
    }
    let many = Value::Array(vec![json!({ "query": "{__typename}" }); 5_000]).to_string();
    let (status, answer) = post(&[OWN, JSON], many).await;
    assert_eq!((status, code(&answer)), (StatusCode::PAYLOAD_TOO_LARGE, "TOO_LARGE"));
    let accept = ("accept", "multipart/mixed; boundary=graphql; subscriptionSpec=1.0, application/json");
    let (status, answer) = post(&[OWN, JSON, accept], plain()).await;
    assert_eq!((status, code(&answer)), (StatusCode::BAD_REQUEST, "NO_MULTIPART"));
}

#[tokio::test]
async fn g5_only_posting_is_understood() {
    for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
        let response = send(method.clone(), &[OWN, JSON], plain()).await.0;
        assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(response.header("allow"), Some("POST"));
    }
}

#[tokio::test]
async fn g6_other_content_types_are_refused() {
    let types =
        ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx", ""];
    for kind in types {
        let (status, answer) = post(&[OWN, ("content-type", kind)], plain()).await;
        assert_eq!((status, code(&answer)), (StatusCode::UNSUPPORTED_MEDIA_TYPE, "JSON_ONLY"), "{kind:?}");
    }
    assert_eq!(post(&[OWN], plain()).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let twice = [OWN, JSON, ("content-type", "text/plain")];
    assert_eq!(post(&twice, plain()).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn g6_other_origins_are_refused() {
    let cookie = ("cookie", "__Host-maillon=x");
    let foreign: [&[(&'static str, &str)]; 9] = [
        &[JSON, ("origin", "https://evil.test")],
        &[JSON, ("origin", "null")],
        &[JSON, ("origin", "https://noisettes.example:8443")],
        &[JSON, ("origin", "http://nievre.example:8443")],
        &[JSON, ("origin", "https://nievre.example")],
        &[JSON, cookie],
        &[JSON, OWN, ("sec-fetch-site", "same-site")],
        &[JSON, cookie, ("sec-fetch-site", "none")],
        &[JSON, OWN, ("origin", "https://evil.test")],
    ];
    for headers in foreign {
        let (status, answer) = post(headers, plain()).await;
        assert_eq!((status, code(&answer)), (StatusCode::FORBIDDEN, "FOREIGN_ORIGIN"), "{headers:?}");
    }
    assert_eq!(post(&[JSON], plain()).await.0, StatusCode::OK, "a program without cookies");
    assert_eq!(post(&[JSON, cookie, OWN], plain()).await.0, StatusCode::OK);
    assert_eq!(post(&[JSON, cookie, ("sec-fetch-site", "same-origin")], plain()).await.0, StatusCode::OK);
}

#[tokio::test]
async fn g7_bombs_come_back_as_small_refusals() {
    let aliases = (0..1_000).map(|n| format!("a{n}:__typename ")).collect::<Vec<_>>().concat();
    let (status, answer) = post(&[OWN, JSON], json!({ "query": format!("{{{aliases}}}") }).to_string()).await;
    assert_eq!((status, code(&answer)), (StatusCode::BAD_REQUEST, "QUERY_TOO_COMPLEX"));
    let (status, answer) = post(&[OWN, JSON], json!({ "query": "{".repeat(10_000) }).to_string()).await;
    assert_eq!((status, code(&answer)), (StatusCode::BAD_REQUEST, "QUERY_TOO_COMPLEX"));
}

#[tokio::test]
async fn g8_a_guest_learns_no_name_of_the_schema() {
    for query in ["{__schema{types{name}}}", "{__type(name:\"Query\"){name}}"] {
        let (status, answer) = post(&[OWN, JSON], json!({ "query": query }).to_string()).await;
        assert_eq!((status, code(&answer)), (StatusCode::BAD_REQUEST, "NO_INTROSPECTION"));
    }
    let guesses = [
        "{comunity{name}}",
        "{community}",
        "{community{nam}}",
        "{node}",
        "mutation{askSignIn}",
        "{node(id:1,x:2){id}}",
    ];
    let mut answers = Vec::new();
    for query in guesses {
        let (status, answer) = post(&[OWN, JSON], json!({ "query": query }).to_string()).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{query}");
        answers.push(answer);
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "a near miss sounds like any other miss: {answers:?}");
}

/// The name stands for the very document: a visitor, who may not read listings, is refused by the field and not by the door.
#[tokio::test]
async fn g14_a_document_that_is_kept_is_sent_by_its_name_alone() {
    let variables = json!({ "search": "corbigny" });
    let text = include_str!("../../documents/towns.graphql");
    let written = post(&[OWN, JSON], json!({ "query": text, "variables": variables }).to_string()).await;
    let named = post(&[OWN, JSON], json!({ "documentId": "towns", "variables": variables }).to_string()).await;
    assert_eq!(named, written);
    assert_eq!(code(&named.1), "FORBIDDEN", "{}", named.1);
    for unknown in ["", "Towns", "../documents/towns", "sha256:7"] {
        let (status, answer) = post(&[OWN, JSON], json!({ "documentId": unknown }).to_string()).await;
        assert_eq!((status, code(&answer)), (StatusCode::BAD_REQUEST, "NO_SUCH_DOCUMENT"), "{unknown}");
    }
    let both = json!({ "documentId": "towns", "query": "{__typename}", "variables": variables }).to_string();
    let (status, answer) = post(&[OWN, JSON], both).await;
    assert_eq!((status, code(&answer)), (StatusCode::BAD_REQUEST, "SYNTAX"));
}

#[tokio::test]
async fn nonsense_is_refused_and_the_door_stands() {
    let bodies = [
        "",
        "null",
        "7",
        "{}",
        "{\"query\":7}",
        "{\"documentId\":7}",
        "{\"query\":\"{\"}",
        "\u{0}",
        "{\"query\":\"{a}\",\"variables\":[]}",
    ];
    for body in bodies {
        let (status, _) = post(&[OWN, JSON], body.to_owned()).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body:?}");
    }
    assert_eq!(post(&[OWN, JSON], vec![b' '; 64 * 1024 + 1]).await.0, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn an_unknown_host_has_no_schema() {
    let client = TestClient::new(Http(door()));
    let request = client.post("/graphql").header("host", HOST).header("content-type", "application/json");
    request.body(plain()).send().await.assert_status(StatusCode::NOT_FOUND);
}
