//! Whether time tells what the bytes of an answer hide: the bars A1 and T4.
//!
//! Two things that must answer alike are asked for one after the other, in changing order, and all times are compared: in what
//! share of all pairs was the one slower than the other (the area under the ROC curve of "slower = known")? A half: nothing is told.
//! The short form looks at bytes and prints what it measured; `MAILLON_LONG=1` measures a thousand pairs and holds them to the bars'
//! figures.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "in a test, a failure is a panic with the place where it happened; what is measured is printed"
)]

mod compared;

use compared::Compared;
use kit::{Page, Somebody, Stage, Visitor};
use serde_json::json;
use std::time::{Duration, Instant};
use uuid::Uuid;

const HOST: &str = "village.localhost";

const PEOPLE: [Somebody; 8] = [
    Somebody::new("Hélène", "helene@example.test"),
    Somebody::new("Bruno", "bruno0@example.test"),
    Somebody::new("Claire", "claire@example.test"),
    Somebody::new("Didier", "didier@example.test"),
    Somebody::new("Estelle", "estele@example.test"),
    Somebody::new("Fabien", "fabien@example.test"),
    Somebody::new("Gisèle", "gisele@example.test"),
    Somebody::new("Hubert", "hubert@example.test"),
];

/// As long as the addresses of [`PEOPLE`].
const NOBODIES: [&str; 8] = [
    "nobody@example.test",
    "nemo000@example.test",
    "person@example.test",
    "keiner@example.test",
    "nessun@example.test",
    "ningun@example.test",
    "aucune@example.test",
    "ninguem@example.test",
];

fn pairs(short: usize) -> usize {
    if patient() { 1_000 } else { short }
}

fn patient() -> bool {
    std::env::var_os("MAILLON_LONG").is_some()
}

/// How long an answer took, and the answer.
async fn timed(asking: impl Future<Output = Page>) -> (Duration, Page) {
    let began = Instant::now();
    let page = asking.await;
    (began.elapsed(), page)
}

/// What of an answer may differ between two askers, taken out.
fn bare(page: &Page, own: &[&str]) -> String {
    let mut text = format!("{} {:?} {}", page.status, page.redirect(), page.body);
    for word in own {
        text = text.replace(word, "…");
    }
    text
}

/// Somebody who has the page of sign-in open asks for a letter.
async fn ask(stage: &Stage, email: &str, number: u128) -> (Duration, String) {
    let mut visitor = stage.visitor(HOST);
    let _open = visitor.get("/sign-in").await.expect(200);
    let id = Uuid::from_u128(0x4000_8000_0000_0000_0000 + number).to_string();
    let fields = [("id", id.as_str()), ("email", email), ("return_to", "/listings")];
    let (took, page) = timed(visitor.post("/sign-in", &fields)).await;
    (took, bare(&page, &[&id, email]))
}

#[tokio::test]
async fn a1_the_time_of_an_answer_does_not_tell_whether_an_address_is_known() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &PEOPLE).await;
    let (mut times, mut number) = (Compared::default(), 0);
    for round in 0..pairs(48) {
        let place = round % PEOPLE.len();
        if place == 0 {
            // Only so many letters go to one address in an hour.
            stage.clock.advance(chrono::Duration::hours(2));
        }
        let both = [PEOPLE[place].email, NOBODIES[place]];
        let mut told = [String::new(), String::new()];
        for turn in 0..2 {
            let who = (round + turn) % 2;
            number += 1;
            let (took, answer) = ask(&stage, both[who], number).await;
            times.note(who, took);
            told[who] = answer;
        }
        assert_eq!(told[0], told[1], "the bytes tell already");
    }
    let area = times.area();
    println!("A1: {times}");
    assert!(!patient() || (0.45..=0.55).contains(&area), "known addresses can be told by time: {area:.3}");
    stage.close().await;
}

/// Opens a listing by page and by GraphQL; how long both took, and what they said.
async fn open(visitor: &mut Visitor, id: Uuid) -> (Duration, String) {
    let path = format!("/listings/{id}");
    let global = data_encoding::BASE64URL_NOPAD.encode(format!("Listing:{id}").as_bytes());
    let query = "query($id: ID!) { listing(id: $id) { title } }";
    let (page_took, page) = timed(visitor.get(&path)).await;
    let (graph_took, graph) = timed(visitor.graphql_page(query, json!({ "id": global }))).await;
    assert_eq!(page.status, 404, "{}", page.text());
    (page_took + graph_took, bare(&page, &[&id.to_string()]) + &bare(&graph, &[&global]))
}

#[tokio::test]
async fn t4_the_time_of_an_answer_does_not_tell_foreign_from_absent() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &PEOPLE[..2]).await;
    stage.community("ailleurs", "confiance", &PEOPLE[2..]).await;
    let mut there = stage.signed_in("ailleurs.localhost", PEOPLE[2].email).await;
    let form = there.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let filled = [("title", "Perceuse"), ("body", "Elle dort."), ("kind", "loan"), ("settlements", "gift")];
    let sent = there.submit(form.fill(&filled)).await.expect(303);
    let foreign = sent.redirect().unwrap().rsplit('/').next().unwrap().split('?').next().unwrap().parse().unwrap();
    let mut here = stage.signed_in(HOST, PEOPLE[0].email).await;
    let mut times = Compared::default();
    for round in 0..pairs(48) {
        let absent = Uuid::from_u128(0xdead_0000_4000_8000_0000_0000_0000_0000 + round as u128);
        let both = [foreign, absent];
        let mut told = [String::new(), String::new()];
        for turn in 0..2 {
            let who = (round + turn) % 2;
            let (took, answer) = open(&mut here, both[who]).await;
            times.note(who, took);
            told[who] = answer;
        }
        assert_eq!(told[0], told[1], "the bytes tell already");
        // So that nobody's budget of operations runs out.
        stage.clock.advance(chrono::Duration::seconds(1));
    }
    let apart = times.medians_apart();
    println!("T4: {times}");
    assert!(!patient() || apart < Duration::from_millis(2), "foreign and absent are {apart:?} apart");
    stage.close().await;
}
