//! What is not for everybody is absent to whoever it is not for, at every door: a sign in every text, and nobody else ever sees one.

use crate::leaks::read_everything;
use authorisation::discreet::{OUTSIDER, SIGNS, outsider, published};
use authorisation::life::{HERE, Life};
use chrono::Duration;
use data_encoding::BASE64URL_NOPAD;
use kernel::ListingId;
use kit::{Stage, Visitor};
use serde_json::json;
use std::{collections::BTreeSet, fmt::Write as _};
use uuid::Uuid;

/// Everything somebody can read about these, and what lists, searches and the map say when they are asked for them.
async fn read(visitor: &mut Visitor, listings: &[ListingId], author: Uuid) -> String {
    let mut ids: Vec<(&str, Uuid)> = listings.iter().map(|id| ("Listing", id.0)).collect();
    ids.push(("Member", author));
    let mut all = read_everything(visitor, &ids).await;
    let words =
        ["?q=b%C3%A9tonni%C3%A8re", "?q=canari", "?direction=request", "?kind=outing", "?near=Corbigny&order=nearest"];
    for asked in words.iter().map(ToString::to_string).chain([format!("?author={author}")]) {
        for list in ["/listings", "/listings/map"] {
            let page = visitor.get(&format!("{list}{asked}")).await;
            assert!(page.status.as_u16() < 500, "{list}{asked}: {}", page.status);
            write!(all, "{}", page.body).unwrap();
        }
    }
    all
}

fn signs_in(text: &str) -> BTreeSet<&'static str> {
    SIGNS.iter().map(|(_, sign)| *sign).filter(|sign| text.contains(sign)).collect()
}

/// What somebody might do about a listing of which they know the id.
async fn try_everything(visitor: &mut Visitor, listings: &[ListingId]) -> Vec<String> {
    let mut done = Vec::new();
    for id in listings {
        for (form, fields) in [
            ("answer", "body"),
            ("come", "x"),
            ("step-back", "x"),
            ("audience", "audience"),
            ("renew", "x"),
            ("urgent", "urgency"),
            ("reserve", "x"),
            ("release", "x"),
        ] {
            let page = visitor.post(&format!("/listings/{id}/{form}"), &[(fields, "everyone")]).await;
            if page.status.as_u16() != 404 {
                done.push(format!("{form} of {id}: {}", page.status));
            }
        }
        let global = BASE64URL_NOPAD.encode(format!("Listing:{id}").as_bytes());
        let node = visitor.graphql("query($id: ID!) { listing(id: $id) { body } }", json!({ "id": global })).await;
        if !node["data"]["listing"].is_null() {
            done.push(format!("read {id}: {node}"));
        }
    }
    done
}

#[tokio::test]
async fn what_is_not_for_everybody_is_absent_to_others_by_page_field_operation_and_letter() {
    let stage = Stage::open().await;
    let life = Life::lead(&stage, HERE).await;
    outsider(&stage, &life).await;
    let author = stage.caller(life.community, life.people[1].email).await;
    let listings = published(&stage, &author).await;
    let author = author.me().unwrap().member.0;
    stage.work().await;

    // Those for whom they are see the signs: the looking works.
    let mut team = stage.signed_in(&life.host(), life.people[0].email).await;
    let all: BTreeSet<_> = SIGNS.iter().map(|(_, sign)| *sign).collect();
    assert_eq!(signs_in(&read(&mut team, &listings, author).await), all);
    let mut close = stage.signed_in(&life.host(), life.people[2].email).await;
    assert_eq!(signs_in(&read(&mut close, &listings, author).await), BTreeSet::from(["canariamis", "canarigroupe"]));
    let photo = close.get(&format!("/listings/{}", listings[0])).await.expect(200);
    let photo = photo.body.split('"').find(|part| part.starts_with("/media/")).expect("a photo").to_owned();

    let mut zoe = stage.signed_in(&life.host(), OUTSIDER).await;
    let seen = read(&mut zoe, &listings, author).await;
    assert!(seen.contains("Une bétonnière à prêter") && seen.len() > 10_000, "{}", seen.len());
    assert_eq!(signs_in(&seen), BTreeSet::new());
    assert_eq!(try_everything(&mut zoe, &listings).await, Vec::<String>::new());
    assert_eq!(zoe.get(&photo).await.status.as_u16(), 404, "nor by the address of a photo");

    // Two days later one of them is for everybody, and the others still are not; not by any letter either.
    stage.advance(Duration::hours(49)).await;
    assert_eq!(signs_in(&read(&mut zoe, &listings, author).await), BTreeSet::from(["canaripuis"]));
    stage.advance(Duration::days(8)).await;
    let text = |address: &str| -> String {
        let letters: Vec<String> =
            stage.letters_to(address).iter().map(|letter| format!("{}\n{}\n", letter.subject, letter.text())).collect();
        letters.concat()
    };
    assert_eq!(signs_in(&text(OUTSIDER)), BTreeSet::from(["canaripuis"]), "she is told of what is hers to read");
    assert!(signs_in(&text(life.people[2].email)).is_subset(&BTreeSet::from([
        "canariamis",
        "canarigroupe",
        "canaripuis"
    ])));
    stage.close().await;
}
