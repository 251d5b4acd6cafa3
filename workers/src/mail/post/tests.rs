//! Relays that misbehave below the level of SMTP answers. Well-behaved ones are in the sink's tests (`server::sink`).

use super::{Delivery, Post, Relay};
use crate::mail::seal::Sealed;
use lettre::address::Envelope;
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
use std::{sync::Arc, time::Duration};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Mutex;
use tokio_rustls::TlsAcceptor;

/// What a relay heard.
type Heard = Arc<Mutex<Vec<String>>>;
/// How it answers a line; nothing means hanging up.
type Answer = fn(&str) -> Option<&'static str>;

fn letter() -> Sealed {
    let address = |text: &str| text.parse().unwrap();
    let envelope = Envelope::new(Some(address("bounce@example.test")), vec![address("odile@example.test")]).unwrap();
    Sealed::for_tests(envelope, b"Subject: x\r\n\r\nx\r\n".to_vec())
}

/// A relay that answers each line by `answer` and writes down what it heard.
async fn relay(answer: Answer) -> (u16, Heard) {
    relay_by(Road::Clear, answer).await
}

/// How a test's relay takes bytes.
#[derive(Clone, Copy)]
enum Road {
    Clear,
    StartTls,
    Tls,
}

async fn relay_by(road: Road, answer: Answer) -> (u16, Heard) {
    // On whatever address `localhost` comes to first, so that the certificate's name fits.
    let listener = TcpListener::bind("localhost:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Heard::default();
    let notes = Arc::clone(&heard);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(road, stream, answer, Arc::clone(&notes)));
        }
    });
    (port, heard)
}

async fn serve(road: Road, mut stream: TcpStream, answer: Answer, heard: Heard) {
    match road {
        Road::Clear => talk(stream, "220 here\r\n", answer, heard).await,
        Road::StartTls => {
            let offer = |line: &str| (line != "STARTTLS").then_some("250-here\r\n250 STARTTLS\r\n");
            talk(&mut stream, "220 here\r\n", offer, Arc::clone(&heard)).await;
            stream.write_all(b"220 go on\r\n").await.unwrap();
            if let Ok(tls) = acceptor().accept(stream).await {
                talk(tls, "", answer, heard).await;
            }
        }
        Road::Tls => {
            if let Ok(tls) = acceptor().accept(stream).await {
                talk(tls, "220 here\r\n", answer, heard).await;
            }
        }
    }
}

/// A certificate for `localhost`, by an authority that only [`AUTHORITY`] knows.
fn acceptor() -> TlsAcceptor {
    let chain = CertificateDer::from_pem_slice(include_bytes!("testdata/server.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("testdata/server.key")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    TlsAcceptor::from(Arc::new(config.with_no_client_auth().with_single_cert(vec![chain], key).unwrap()))
}

const AUTHORITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/mail/post/testdata/ca.pem");

/// Takes everything.
fn takes(line: &str) -> Option<&'static str> {
    match line.split([' ', ':']).next().unwrap_or_default() {
        "EHLO" | "MAIL" | "RCPT" | "." | "QUIT" => Some("250 ok\r\n"),
        "DATA" => Some("354 go on\r\n"),
        "STARTTLS" => None,
        _ => Some(""),
    }
}

async fn talk(stream: impl AsyncRead + AsyncWrite + Unpin, greeting: &str, answer: Answer, heard: Heard) {
    let mut stream = BufReader::new(stream);
    let _ = stream.write_all(greeting.as_bytes()).await;
    let _ = stream.flush().await;
    let mut line = String::new();
    while stream.read_line(&mut line).await.is_ok_and(|n| n > 0) {
        heard.lock().await.push(line.trim().to_owned());
        let Some(said) = answer(line.trim()) else { return };
        let _ = stream.write_all(said.as_bytes()).await;
        let _ = stream.flush().await;
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
    let (port, heard) =
        relay(|line| Some(if line.starts_with("EHLO") { "250-here\r\n250 SIZE 1000\r\n" } else { "250 ok\r\n" })).await;
    let outcome = post(&format!("smtp+starttls://localhost:{port}"), Duration::from_secs(5)).send(&letter()).await;
    assert!(matches!(&outcome, Delivery::Again { reason, .. } if reason.starts_with("TLS")), "{outcome:?}");
    assert!(!heard.lock().await.iter().any(|line| line.starts_with("MAIL")));
}

#[tokio::test]
async fn e08_a_relay_that_breaks_the_handshake_gets_no_letter() {
    let starttls = |line: &str| {
        Some(if line.starts_with("EHLO") { "250-here\r\n250 STARTTLS\r\n" } else { "220 nonsense instead of TLS\r\n" })
    };
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
    let office = post(&format!("smtp://127.0.0.1:{port}?connections=1"), Duration::from_millis(50));
    for _ in 0..2 {
        let outcome = office.send(&letter()).await;
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

#[tokio::test]
async fn letters_travel_encrypted_by_both_roads() {
    for (scheme, road) in [("smtp+starttls", Road::StartTls), ("smtps", Road::Tls)] {
        let (port, heard) = relay_by(road, takes).await;
        let office = post(&format!("{scheme}://localhost:{port}?ca={AUTHORITY}"), Duration::from_secs(20));
        for _ in 0..2 {
            assert_eq!(office.send(&letter()).await, Delivery::Sent, "{scheme}");
        }
        let lines = heard.lock().await.clone();
        assert_eq!(lines.iter().filter(|line| line.starts_with("RCPT")).count(), 2);
        assert_eq!(
            lines.iter().filter(|line| line.starts_with("EHLO")).count(),
            if scheme == "smtps" { 1 } else { 2 },
            "one connection for both letters"
        );
    }
}

#[tokio::test]
async fn e08_a_certificate_nobody_vouches_for_gets_no_letter() {
    for (scheme, road) in [("smtp+starttls", Road::StartTls), ("smtps", Road::Tls)] {
        let (port, heard) = relay_by(road, takes).await;
        let outcome = post(&format!("{scheme}://localhost:{port}"), Duration::from_secs(20)).send(&letter()).await;
        assert!(
            matches!(&outcome, Delivery::Again { reason, relay_away: true } if reason.starts_with("TLS")),
            "{outcome:?}"
        );
        assert!(!heard.lock().await.iter().any(|line| line.starts_with("MAIL")));
    }
}
