//! Every letter as a mail program shows it: nothing for axe to find (bar X9).
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use browser::{Chromium, axe};
use community::palette::Palette;
use kernel::Language;
use phrases::Words;
use poem::{
    Endpoint, EndpointExt as _, IntoResponse as _, Request, Response, Server,
    endpoint::make_sync,
    http::StatusCode,
    listener::{Acceptor as _, Listener as _, TcpListener},
};
use std::collections::BTreeMap;
use workers::mail::letter::House;

/// Dark and muted; bright, with a name that must be escaped.
const BRANDS: [(&str, &str, &str); 2] =
    [("Entraide Nièvre", "#1f5c47", "#dd9d2f"), ("Noisettes & Cie <Morvan>", "#f4c20d", "#7a1fa2")];
/// A letter is shown inside the page of a mail program, which has the landmarks: a second `main` in it would be the fault.
const OF_THE_MAIL_PROGRAM: &str = "region: ";
const PHONE: (u32, u32) = (360, 740);
const DESK: (u32, u32) = (1_280, 900);

/// Every letter's HTML by its path.
fn letters() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (brand, (name, primary, accent)) in BRANDS.into_iter().enumerate() {
        let house = House {
            name: name.to_owned(),
            home: "https://nievre.example.test".to_owned(),
            palette: Palette::of(primary.parse().unwrap(), accent.parse().unwrap()),
            postal: "Foyer rural, 3 rue des Tanneurs, 58800 Corbigny".to_owned(),
        };
        for language in Language::ALL {
            let words = Words::new(language, chrono_tz::Tz::Europe__Paris);
            for (name, letter) in workers::preview::samples(words, &house).unwrap() {
                all.insert(format!("/{brand}/{}/{name}", language.code()), letter.html);
            }
        }
    }
    all
}

fn show(letters: BTreeMap<String, String>) -> impl Endpoint<Output = Response> {
    make_sync(move |request: Request| match letters.get(request.uri().path()) {
        Some(html) => Response::builder().content_type("text/html; charset=utf-8").body(html.clone()),
        None => StatusCode::NOT_FOUND.into_response(),
    })
    .map_to_response()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn x9_axe_finds_nothing_in_any_letter() {
    let letters = letters();
    assert!(letters.len() > 60, "only {} letters", letters.len());
    let paths: Vec<String> = letters.keys().cloned().collect();
    let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
    let port = acceptor.local_addr()[0].as_socket_addr().unwrap().port();
    tokio::spawn(Server::new_with_acceptor(acceptor).run(show(letters)));
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    let mut found = Vec::new();
    for path in paths {
        window.go(&format!("http://127.0.0.1:{port}{path}")).await;
        for (width, height) in [PHONE, DESK] {
            window.size(width, height).await;
            let seen = axe(&window).await.into_iter().filter(|violation| !violation.starts_with(OF_THE_MAIL_PROGRAM));
            found.extend(seen.map(|violation| format!("{path} ({width} px): {violation}")));
            assert_eq!(window.overflow().await, 0, "{path} scrolls sideways at {width} px");
        }
    }
    window.close().await;
    assert!(found.is_empty(), "{} violations\n{}", found.len(), found.join("\n"));
}
