//! The geocoder is asked over a real line, by a server of ours that plays it: as documented, and as nobody would wish it.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

use geocoder::{Bounds, Dialect, Remote};
use places::{Geocoder as _, Place, Point, Spot, Streets, Unanswered, understand};
use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

const BAN: &str = include_str!("answers/ban.json");
const PHOTON: &str = include_str!("answers/photon.json");

/// What the server does with whoever asks.
#[derive(Clone)]
enum Does {
    /// Answers so, word for word.
    Says(String),
    /// Reads the question and never answers.
    Silent,
    /// Begins an answer and sends one byte after the other as long as anybody listens, a little apart.
    Drips,
    /// Sends as much as anybody takes.
    Floods,
    /// Hangs up.
    HangsUp,
}

/// A server on this machine that plays a geocoder.
struct Played {
    port: u16,
    /// The questions, as they were sent.
    asked: Arc<Mutex<Vec<String>>>,
    serving: JoinHandle<()>,
}

impl Drop for Played {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Played {
    async fn by(does: Does) -> Self {
        let _already = rustls::crypto::ring::default_provider().install_default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let heard = asked.clone();
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                drop(tokio::spawn(answer(stream, does.clone(), heard.clone())));
            }
        });
        Self { port, asked, serving }
    }

    async fn saying(status: &str, headers: &str, body: &str) -> Self {
        let length = body.len();
        let text = format!(
            "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{headers}connection: close\r\n\r\n{body}"
        );
        Self::by(Does::Says(text)).await
    }

    fn within(&self, dialect: Dialect, bounds: Bounds) -> Remote {
        Remote::within(dialect, &format!("http://127.0.0.1:{}/search", self.port), bounds).unwrap()
    }

    /// Whom members ask.
    fn streets(&self, dialect: Dialect) -> Streets {
        Streets::asked_of(Arc::new(
            self.within(dialect, Bounds { patience: Duration::from_millis(500), ..Bounds::default() }),
        ))
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn answer(mut stream: TcpStream, does: Does, heard: Arc<Mutex<Vec<String>>>) {
    let (mut question, mut piece) = (Vec::new(), [0; 1024]);
    while !question.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return,
            Ok(read) => question.extend_from_slice(&piece[..read]),
        }
    }
    heard.lock().unwrap().push(String::from_utf8(question).unwrap());
    let endless = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n{\"features\":[";
    match does {
        Does::Says(text) => drop(stream.write_all(text.as_bytes()).await),
        Does::Silent => drop(stream.read(&mut piece).await),
        Does::Drips => {
            let mut rest = stream.write_all(endless.as_bytes()).await;
            while rest.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
                rest = stream.write_all(b" ").await;
            }
        }
        Does::Floods => {
            let mut rest = stream.write_all(endless.as_bytes()).await;
            while rest.is_ok() {
                rest = stream.write_all(&[b' '; 8192]).await;
            }
        }
        Does::HangsUp => {}
    }
}

fn town(name: &str) -> Place {
    understand(name).one().unwrap()
}

#[tokio::test]
async fn the_french_base_says_where_a_street_is() {
    let ban = Played::saying("200 OK", "", BAN).await;
    let spot = ban.streets(Dialect::Ban).spot("12 rue de Nièvre", &town("Nevers")).await.unwrap();
    assert_eq!(spot, Some(Spot::of(Point { latitude: 46.989_273, longitude: 3.157_612 })));
    let asked = ban.asked();
    assert!(asked[0].starts_with("GET /search?q=12+rue+de+Ni%C3%A8vre+Nevers&lat=46.9"), "{asked:?}");
    let asked = asked[0].to_lowercase();
    for header in ["cookie", "referer", "authorization", "x-forwarded", "accept-language", "accept-encoding"] {
        assert!(!asked.contains(&format!("\n{header}")), "it is told nothing else: {asked}");
    }
    let lima = ban.streets(Dialect::Ban).spot("Avenida Arequipa 250", &town("Lima")).await;
    assert_eq!((lima, ban.asked().len()), (Ok(None), 1), "nothing abroad is asked of it");
}

#[tokio::test]
async fn photon_says_where_a_street_is_anywhere() {
    let photon = Played::saying("200 OK", "", PHOTON).await;
    let spot = photon.streets(Dialect::Photon).spot("Avenida Arequipa 250", &town("Lima")).await.unwrap();
    assert_eq!(spot, Some(Spot::of(Point { latitude: -12.069_824_3, longitude: -77.036_510_9 })));
    assert!(photon.asked()[0].contains("&layer=house&layer=street&layer=locality "), "{:?}", photon.asked());
    let elsewhere = photon.streets(Dialect::Photon).spot("Avenida Arequipa 250", &town("Londres")).await;
    assert_eq!(elsewhere, Ok(None), "an answer from another continent is none");
}

/// It sends us to a machine behind our walls: nobody goes there.
#[tokio::test]
async fn a_geocoder_that_sends_us_elsewhere_is_not_followed() {
    let behind = Played::saying("200 OK", "", BAN).await;
    for status in ["301 Moved Permanently", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"] {
        let header = format!("location: http://127.0.0.1:{}/search?q=x\r\n", behind.port);
        let ban = Played::saying(status, &header, "").await;
        assert_eq!(
            ban.streets(Dialect::Ban).spot("12 rue de Nièvre", &town("Nevers")).await,
            Err(Unanswered),
            "{status}"
        );
        assert_eq!(ban.asked().len(), 1);
    }
    assert_eq!(behind.asked(), Vec::<String>::new());
}

#[tokio::test]
async fn what_is_typed_cannot_choose_who_is_asked_or_what() {
    let ban = Played::saying("200 OK", "", BAN).await;
    let streets = ban.streets(Dialect::Ban);
    for typed in [
        "rue HTTP/1.1\r\nHost: evil.example\r\nX: ",
        "rue&q=other&limit=10000",
        "rue#/../../admin",
        "rue%0d%0aX-Evil: 1",
    ] {
        let _spot = streets.spot(typed, &town("Nevers")).await.unwrap();
        let asked = ban.asked().pop().unwrap();
        let lines: Vec<&str> = asked.lines().collect();
        assert!(lines[0].starts_with("GET /search?q=rue") && lines[0].ends_with(" HTTP/1.1"), "{asked}");
        assert_eq!(lines[0].matches("&q=").count() + lines[0].matches("limit=10000").count(), 0, "{asked}");
        let hosts: Vec<&&str> = lines.iter().filter(|line| line.to_lowercase().starts_with("host:")).collect();
        assert_eq!(hosts, [&&*format!("host: 127.0.0.1:{}", ban.port)], "{asked}");
        assert!(!asked.to_lowercase().contains("\nx"), "{asked}");
    }
}

#[tokio::test]
async fn a_geocoder_that_is_slow_takes_no_longer_than_our_patience() {
    for does in [Does::Silent, Does::Drips] {
        let slow = Played::by(does).await;
        let begun = Instant::now();
        let spot = slow.streets(Dialect::Photon).spot("12 rue de Nièvre", &town("Nevers")).await;
        assert_eq!((spot, slow.asked().len()), (Err(Unanswered), 1));
        let took = begun.elapsed();
        assert!(took >= Duration::from_millis(450) && took < Duration::from_secs(3), "{took:?}");
    }
}

#[tokio::test]
async fn a_geocoder_that_never_stops_talking_is_cut_off() {
    let flood = Played::by(Does::Floods).await;
    // Patience enough for gigabytes: it is the length that ends it.
    let bounds = Bounds { patience: Duration::from_mins(1), ..Bounds::default() };
    let begun = Instant::now();
    let found = flood.within(Dialect::Photon, bounds).find("12 rue de Nièvre", &town("Nevers")).await;
    assert_eq!(found, Err(Unanswered));
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    // At the limit and one byte beyond.
    let nevers = town("Nevers");
    for (bytes, fits) in [(BAN.len(), true), (BAN.len() - 1, false)] {
        let ban = Played::saying("200 OK", "", BAN).await;
        let found =
            ban.within(Dialect::Ban, Bounds { bytes, ..Bounds::default() }).find("12 rue de Nièvre", &nevers).await;
        assert_eq!(found.is_ok_and(|point| point.is_some()), fits, "{bytes}");
    }
}

#[tokio::test]
async fn a_geocoder_that_is_broken_or_hostile_is_no_answer() {
    let gzip = "content-encoding: gzip\r\n";
    for (status, headers, body) in [
        ("500 Internal Server Error", "", BAN),
        ("429 Too Many Requests", "retry-after: 9999999\r\n", "{}"),
        ("204 No Content", "", ""),
        ("206 Partial Content", "", BAN),
        ("200 OK", "", "<!doctype html><title>Maintenance</title>"),
        ("200 OK", "", &BAN[..BAN.len() / 2]),
        ("200 OK", gzip, "\u{1f}not packed at all"),
        ("200 OK", "", r#"{"features":[{"geometry":{"coordinates":["46.9","3.1"]}}]}"#),
        ("200 OK", "", r#"{"features":[{"geometry":{"coordinates":[1e999,3.1]}}]}"#),
    ] {
        let ban = Played::saying(status, headers, body).await;
        assert_eq!(
            ban.streets(Dialect::Ban).spot("12 rue de Nièvre", &town("Nevers")).await,
            Err(Unanswered),
            "{status} {body}"
        );
    }
    let gone = Played::by(Does::HangsUp).await;
    assert_eq!(gone.streets(Dialect::Ban).spot("12 rue de Nièvre", &town("Nevers")).await, Err(Unanswered));
    for nowhere in ["[1e308,1e308]", "[3.157,-46.98]", "[363.157,46.98]", "[]", "[0,0]"] {
        let ban =
            Played::saying("200 OK", "", &format!(r#"{{"features":[{{"geometry":{{"coordinates":{nowhere}}}}}]}}"#))
                .await;
        assert_eq!(ban.streets(Dialect::Ban).spot("12 rue de Nièvre", &town("Nevers")).await, Ok(None), "{nowhere}");
    }
    // What it does not understand it does not know; that is no failure of its.
    let refuses = Played::saying("400 Bad Request", "", r#"{"code":400}"#).await;
    assert_eq!(refuses.streets(Dialect::Ban).spot("rue", &town("Nevers")).await, Ok(None));
}

#[tokio::test]
async fn a_geocoder_that_fails_three_times_is_left_alone_for_a_while() {
    let broken = Played::saying("503 Service Unavailable", "", "").await;
    let streets = broken.streets(Dialect::Ban);
    for _ in 0..5 {
        assert_eq!(streets.spot("12 rue de Nièvre", &town("Nevers")).await, Err(Unanswered));
    }
    assert_eq!(broken.asked().len(), 3);
    let again = Bounds { rest: Duration::ZERO, ..Bounds::default() };
    let eager = broken.within(Dialect::Ban, again);
    for _ in 0..5 {
        assert_eq!(eager.find("12 rue de Nièvre", &town("Nevers")).await, Err(Unanswered));
    }
    assert_eq!(broken.asked().len(), 8, "after the rest it is asked again");
}

#[tokio::test]
async fn so_many_ask_at_once_and_not_one_more() {
    let slow = Played::by(Does::Silent).await;
    let bounds = Bounds { patience: Duration::from_millis(500), at_once: 2, ..Bounds::default() };
    let geocoder = slow.within(Dialect::Photon, bounds);
    let nevers = town("Nevers");
    let ask = || geocoder.find("12 rue de Nièvre", &nevers);
    let (one, two, three) = tokio::join!(ask(), ask(), ask());
    assert_eq!((one, two, three), (Err(Unanswered), Err(Unanswered), Err(Unanswered)));
    assert_eq!(slow.asked().len(), 2);
}

#[test]
fn only_the_address_of_a_web_server_is_a_geocoder() {
    let _already = rustls::crypto::ring::default_provider().install_default();
    for bad in [
        "",
        "geocoder.example",
        "file:///etc/passwd",
        "ftp://geocoder.example/",
        "https://",
        "https://me:secret@geocoder.example/search",
        "unix:/run/x",
        "https://geocoder.example/search#q",
    ] {
        assert!(Remote::new(Dialect::Ban, bad).is_err(), "{bad}");
    }
    let open = |address: &str| Remote::new(Dialect::Ban, address).unwrap().is_open_to_listeners();
    for near in [
        "https://geocoder.example/search",
        "http://127.0.0.1:2322/api",
        "http://[::1]/api",
        "http://192.168.1.7/api",
        "http://photon:2322/api",
    ] {
        assert!(!open(near), "{near}");
    }
    for far in ["http://geocoder.example/search", "http://192.0.2.7/api", "http://[2001:db8::1]/api"] {
        assert!(open(far), "{far}");
    }
}
