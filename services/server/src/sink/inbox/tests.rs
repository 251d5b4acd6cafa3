//! The inbox pages.

use super::super::Inbox;
use super::inbox;
use poem::{http::StatusCode, test::TestClient};

const MAIL: &[u8] =
    b"From: =?utf-8?B?TmnDqHZyZQ==?= <nievre@example.test>\r\nTo: odile@example.test\r\nSubject: Bonjour <b>\r\n\
Date: Sat, 21 Nov 2026 08:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n\
--x\r\nContent-Type: text/plain\r\n\r\nVoir https://nievre.example.test/x?a=1&b=2 <script>\r\n\
--x\r\nContent-Type: text/html\r\n\r\n<html><head></head><body><p>Hello</p></body></html>\r\n--x--\r\n";

async fn kept() -> Inbox {
    let inbox = Inbox::empty();
    inbox.keep("bounce@example.test", &["odile@example.test".to_owned()], MAIL.to_vec()).await;
    inbox
}

async fn get(path: &str, host: &str) -> (StatusCode, String, String) {
    let answer = TestClient::new(inbox(kept().await))
        .get(path)
        .header("host", host)
        .header("accept-language", "fr")
        .send()
        .await;
    let policy = answer.0.header("content-security-policy").unwrap_or_default().to_owned();
    (answer.0.status(), policy, answer.0.into_body().into_string().await.unwrap())
}

#[tokio::test]
async fn the_list_finds_letters_by_recipient() {
    let (status, policy, page) = get("/?q=odile", "localhost:8025").await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Bonjour &#60;b&#62;") && page.contains("href=\"/message/1\""), "{page}");
    assert!(policy.contains("default-src 'none'") && !page.contains("<script"), "{policy}");
    assert!(get("/?q=nobody", "localhost").await.2.contains("Aucune lettre ne correspond"));
    assert!(!page.contains("[inbox-"), "{page}");
}

#[tokio::test]
async fn a_letter_shows_its_links_and_its_html_in_a_frame_without_rights() {
    let (_, _, page) = get("/message/1", "localhost").await;
    assert!(page.contains("href=\"https://nievre.example.test/x?a=1&#38;b=2\""), "{page}");
    assert!(page.contains("&#60;script&#62;") && page.contains("<iframe") && !page.contains("[inbox-"), "{page}");
    let (_, policy, html) = get("/message/1/html", "localhost").await;
    assert!(
        policy.starts_with("sandbox ") && policy.contains("default-src 'none'") && !policy.contains("allow-scripts")
    );
    assert!(html.contains("<base target=\"_blank\">"));
    assert_eq!(get("/message/1/raw", "127.0.0.1:8025").await.2.as_bytes(), MAIL);
    assert_eq!(get("/message/2", "localhost").await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn machines_read_json() {
    let (_, _, json) = get("/api/messages?q=odile", "localhost").await;
    let found: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(found[0]["number"], 1);
    assert_eq!(found[0]["links"][0], "https://nievre.example.test/x?a=1&b=2");
}

#[tokio::test]
async fn a_foreign_name_that_points_here_sees_nothing() {
    for host in ["rebind.example", "localhost.example", ""] {
        let (status, _, page) = get("/", host).await;
        assert_eq!(status, StatusCode::MISDIRECTED_REQUEST, "{host}");
        assert!(!page.contains("odile"));
    }
}
