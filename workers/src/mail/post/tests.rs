//! Relays that misbehave below the level of SMTP answers. Well-behaved ones are in the sink's tests (`server::sink`).

use super::{Delivery, Post, Relay};
use crate::mail::seal::Sealed;
use lettre::address::Envelope;
use std::{sync::Arc, time::Duration};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;

fn letter() -> Sealed {
    let address = |text: &str| text.parse().unwrap();
    let envelope = Envelope::new(Some(address("bounce@example.test")), vec![address("odile@example.test")]).unwrap();
    Sealed::for_tests(envelope, b"Subject: x\r\n\r\nx\r\n".to_vec())
}

/// A relay that answers each line by `answer` and writes down what it heard.
async fn relay(answer: fn(&str) -> Option<&'static str>) -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Arc::new(Mutex::new(Vec::new()));
    let notes = Arc::clone(&heard);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(talk(stream, answer, Arc::clone(&notes)));
        }
    });
    (port, heard)
}

async fn talk(stream: TcpStream, answer: fn(&str) -> Option<&'static str>, heard: Arc<Mutex<Vec<String>>>) {
    let mut stream = BufReader::new(stream);
    let _ = stream.write_all(b"220 here\r\n").await;
    let mut line = String::new();
    while stream.read_line(&mut line).await.is_ok_and(|n| n > 0) {
        heard.lock().await.push(line.trim().to_owned());
        let Some(said) = answer(line.trim()) else { return };
        let _ = stream.write_all(said.as_bytes()).await;
        line.clear();
    }
}

fn post(url: &str, patience: Duration) -> Post {
    let mut relay: Relay = url.parse().unwrap();
    relay.patience = patience;
    Post::new(relay)
}

#[tokio::test]
async fn e08_a_relay_without_starttls_gets_no_letter() {
    let (port, heard) = relay(|line| Some(if line.starts_with("EHLO") { "250-here\r\n250 SIZE 1000\r\n" } else { "250 ok\r\n" })).await;
    let outcome = post(&format!("smtp+starttls://127.0.0.1:{port}"), Duration::from_secs(5)).send(&letter()).await;
    assert!(matches!(&outcome, Delivery::Again { reason, .. } if reason.starts_with("TLS")), "{outcome:?}");
    assert!(!heard.lock().await.iter().any(|line| line.starts_with("MAIL")));
}

#[tokio::test]
async fn e08_a_relay_that_breaks_the_handshake_gets_no_letter() {
    let starttls = |line: &str| Some(if line.starts_with("EHLO") { "250-here\r\n250 STARTTLS\r\n" } else { "220 nonsense instead of TLS\r\n" });
    for url in ["smtp+starttls", "smtps"] {
        let (port, heard) = relay(starttls).await;
        let outcome = post(&format!("{url}://localhost:{port}"), Duration::from_secs(5)).send(&letter()).await;
        assert!(matches!(&outcome, Delivery::Again { reason, .. } if reason.starts_with("TLS")), "{outcome:?}");
        assert!(!heard.lock().await.iter().any(|line| line.starts_with("MAIL")));
    }
}

#[tokio::test]
async fn e05_a_relay_that_says_nothing_holds_a_letter_no_longer_than_patience() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let post = post(&format!("smtp://127.0.0.1:{port}?connections=1"), Duration::from_millis(50));
    for _ in 0..2 {
        let outcome = post.send(&letter()).await;
        assert!(matches!(&outcome, Delivery::Again { reason, .. } if reason.contains("no answer")), "{outcome:?}");
    }
}

#[tokio::test]
async fn e04_a_relay_that_is_down_means_again() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let outcome = post(&format!("smtp://127.0.0.1:{port}"), Duration::from_secs(5)).send(&letter()).await;
    assert!(matches!(outcome, Delivery::Again { .. }), "{outcome:?}");
}
