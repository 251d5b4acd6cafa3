//! A list in which those come first whom its reader is linked to best, as a page and through GraphQL.

use crate::linked::neighbours;
use crate::near::{publish, publish_by_graphql};
use crate::village;
use kernel::Deed;
use kit::{Page, Stage, Visitor};
use serde_json::{Value, json};

const HOST: &str = "village.localhost";

/// Anne vouches for Luce, whom nothing links to Claire; two vouch for Luce and for Paul. Claire publishes last.
async fn published(stage: &Stage) -> [String; 3] {
    let mut links = Vec::new();
    for (email, title) in [("anne", "Une échelle"), ("paul", "Une scie"), ("claire", "Une brouette")] {
        let mut author = stage.signed_in(HOST, &format!("{email}@example.test")).await;
        links.push(publish(&mut author, "offer", title, "Nevers").await);
        stage.advance(chrono::Duration::minutes(1)).await;
    }
    links.try_into().unwrap()
}

/// The listings of a page, by where they stand in it.
fn order(page: &Page, links: &[String; 3]) -> Vec<usize> {
    let mut placed: Vec<(usize, usize)> = links
        .iter()
        .enumerate()
        .filter_map(|(at, link)| Some((page.body.find(&format!("href=\"{link}"))?, at)))
        .collect();
    placed.sort_unstable();
    placed.into_iter().map(|(_, at)| at).collect()
}

#[tokio::test]
async fn a_list_begins_with_those_its_reader_is_linked_to_best_on_the_pages() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    neighbours(&stage, community).await;
    let links = published(&stage).await;
    let mut luce = stage.signed_in(HOST, "luce@example.test").await;
    let form = luce.visit("/listings").await.expect(200).form("/listings");
    let page = luce.submit(form.fill(&[("order", "trusted")])).await.expect(200);
    assert_eq!(order(&page, &links), [0, 1, 2], "Anne, then Paul, then Claire");
    assert!(
        page.text().contains("D’abord les annonces des personnes qu’un parrainage relie à vous"),
        "{}",
        page.text()
    );
    assert!(page.text().contains("Vos liens les plus proches d’abord"), "it can be taken away again");
    assert_eq!(order(&luce.get("/listings").await.expect(200), &links), [2, 1, 0], "the newest");
    // The address can be shared, and what it leads to goes by the ties of whoever reads it.
    let mut nadia = stage.signed_in(HOST, "nadia@example.test").await;
    let hers = nadia.get("/listings?order=trusted").await.expect(200);
    assert_eq!(order(&hers, &links), [2, 1, 0]);
    assert!(hers.text().contains("Aucun parrainage ne vous relie encore"), "{}", hers.text());
    // With other filters.
    let few = luce.get("/listings?order=trusted&q=une+scie&near=town&town=Nevers&radius=5").await.expect(200);
    assert_eq!(order(&few, &links), [1]);
    // A typing mistake is forgiven in this order as well.
    let meant = luce.get("/listings?order=trusted&q=brouete").await.expect(200);
    assert_eq!(order(&meant, &links), [2], "{}", meant.text());
    let caller = stage.caller(community, "luce@example.test").await;
    while stage.db.count(&caller, Deed::SeeTies, None).await.is_ok() {}
    let later = luce.get("/listings?order=trusted").await.expect(200);
    assert_eq!(order(&later, &links), [2, 1, 0], "the list opens all the same");
    assert!(later.text().contains("Dans quelques minutes"), "{}", later.text());
    stage.close().await;
}

const LIST: &str = "query($filter: ListingFilter, $first: Int, $after: String) {
    listings(filter: $filter, first: $first, after: $after) { nodes { title } pageInfo { endCursor hasNextPage } } }";

async fn titles(reader: &mut Visitor, first: u32) -> Vec<String> {
    let (mut titles, mut after) = (Vec::new(), Value::Null);
    loop {
        let asked = json!({ "filter": { "order": "TRUSTED" }, "first": first, "after": after });
        let answer = reader.graphql(LIST, asked).await;
        let list = &answer["data"]["listings"];
        assert!(list["nodes"].is_array(), "{answer}");
        let nodes = list["nodes"].as_array().unwrap();
        titles.extend(nodes.iter().map(|one| one["title"].as_str().unwrap().to_owned()));
        if list["pageInfo"]["hasNextPage"] == false {
            return titles;
        }
        after = list["pageInfo"]["endCursor"].clone();
    }
}

#[tokio::test]
async fn a_list_begins_with_those_its_reader_is_linked_to_best_through_graphql() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    neighbours(&stage, community).await;
    for (n, (email, title)) in (1..).zip([("anne", "Une échelle"), ("paul", "Une scie"), ("claire", "Une brouette")]) {
        let mut author = stage.signed_in(HOST, &format!("{email}@example.test")).await;
        publish_by_graphql(&mut author, n, title, "Nevers").await;
        stage.advance(chrono::Duration::minutes(1)).await;
    }
    let mut luce = stage.signed_in(HOST, "luce@example.test").await;
    for first in [1, 2, 20] {
        assert_eq!(titles(&mut luce, first).await, ["Une échelle", "Une scie", "Une brouette"], "{first} at a time");
    }
    let mut nadia = stage.signed_in(HOST, "nadia@example.test").await;
    assert_eq!(titles(&mut nadia, 2).await, ["Une brouette", "Une scie", "Une échelle"], "the newest, without ties");
    let caller = stage.caller(community, "luce@example.test").await;
    while stage.db.count(&caller, Deed::SeeTies, None).await.is_ok() {}
    let refused = luce.graphql(LIST, json!({ "filter": { "order": "TRUSTED" } })).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "RATE_LIMITED", "{refused}");
    stage.close().await;
}
