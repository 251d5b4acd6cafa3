//! Listings on a map: by towns, with the filters of the list, of use without script; and what it lets a browser do.

use crate::near::{publish, publish_by_graphql};
use crate::village;
use kit::{Page, Somebody, Stage, Tiles};
use serde_json::{Value, json};

const COMMUNITY: &str = "village.localhost";

fn policy(page: &Page) -> String {
    page.header("content-security-policy").unwrap().to_owned()
}

#[tokio::test]
async fn the_list_is_found_on_a_map_and_each_circle_leads_back_to_it() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let empty = anne.get("/listings/map").await.expect(200);
    assert!(empty.text().contains("Rien à montrer sur une carte"), "{}", empty.text());
    let loan = publish(&mut guy, "offer", "Ranger des archives", "Corbigny").await;
    let mended = publish(&mut guy, "offer", "Réparer un vélo", "Corbigny").await;
    let wanted = publish(&mut guy, "request", "Un trajet", "Lyon").await;
    let nowhere = publish(&mut guy, "offer", "Relire un dossier", "").await;

    let list = anne.get("/listings?direction=offer&q=archives").await.expect(200);
    assert_eq!(list.links("/listings/map"), ["/listings/map?q=archives&direction=offer"]);
    let map = anne.get("/listings/map").await.expect(200);
    for listing in [&loan, &mended, &wanted] {
        assert_eq!(map.links(listing).len(), 1, "{listing}: {}", map.body);
    }
    assert!(map.links(&nowhere).is_empty(), "what has no place is in the list only");
    assert_eq!(map.attributes(".geo-spot", "aria-label"), ["Corbigny\u{a0}: 2 annonces", "Lyon\u{a0}: 1 annonce"]);
    let circle = map.attributes(".geo-spot", "href").remove(0);
    let near = anne.get(&circle).await.expect(200);
    assert_eq!((near.links(&loan).len(), near.links(&mended).len(), near.links(&wanted).len()), (1, 1, 0), "{circle}");
    // The very filters of the list, and back to it with them.
    let offers = anne.get("/listings/map?q=archives&direction=offer").await.expect(200);
    assert_eq!((offers.links(&loan).len(), offers.links(&mended).len(), offers.links(&wanted).len()), (1, 0, 0));
    assert!(!offers.links("/listings?q=archives&direction=offer").is_empty());
    let close = anne.get("/listings/map?near=town&town=Nevers&radius=100").await.expect(200);
    assert_eq!((close.links(&loan).len(), close.links(&wanted).len()), (1, 0));
    let unsure = anne.get("/listings/map?near=town&town=Saint-Aubin").await.expect(422);
    assert!(!unsure.links("/listings/map?near=f").is_empty(), "each can be chosen");
    stage.close().await;
}

/// No tenant, nobody who is not inside, no closed listing: what the list does not show is on no map.
#[tokio::test]
async fn a_map_shows_nothing_that_the_list_hides() {
    let stage = Stage::open().await;
    village(&stage).await;
    stage.community("ailleurs", "confiance", &[Somebody::new("Odile", "odile@example.test")]).await;
    let mut odile = stage.signed_in("ailleurs.localhost", "odile@example.test").await;
    let _foreign = publish(&mut odile, "offer", "CANARI du voisin", "Corbigny").await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let _his = publish(&mut guy, "offer", "Ranger des archives", "Corbigny").await;
    let map = "{ listingMap { spots { listings newest { title } } } }";
    let before = anne.graphql(map, json!({})).await;
    let alone = json!([{ "listings": 1, "newest": [{ "title": "Ranger des archives" }] }]);
    assert_eq!(before["data"]["listingMap"]["spots"], alone, "{before}");
    assert!(!anne.get("/listings/map").await.expect(200).body.contains("CANARI"));
    let put_out = "update member set standing = 'expelled' where name = 'Guy Morel'";
    let _done = sqlx::query(put_out).execute(&mut stage.scratch.owner().await).await.unwrap();
    let after = anne.graphql(map, json!({})).await;
    assert_eq!(after["data"]["listingMap"]["spots"], json!([]), "{after}");
    stage.close().await;
}

#[tokio::test]
async fn a_program_is_told_where_listings_are_within_the_limits_of_the_guard() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    publish_by_graphql(&mut guy, 1, "Ranger des archives", "Nevers").await;
    publish_by_graphql(&mut guy, 2, "Relire un dossier de visa", "Londres").await;
    publish_by_graphql(&mut guy, 3, "Garder un chat", "Nevers").await;
    let ask = "query($filter: ListingFilter) { listingMap(filter: $filter) { isWhole spots { place { name code } latitude longitude towns
        kilometres listings newest { id direction title } } } }";
    let all = anne.graphql(ask, json!({})).await;
    let spots = &all["data"]["listingMap"]["spots"];
    assert_eq!(spots.as_array().map(Vec::len), Some(2), "{all}");
    assert_eq!(spots[0]["place"], json!({ "name": "Nevers", "code": "f58194" }));
    assert_eq!((&spots[0]["listings"], &spots[0]["towns"]), (&json!(2), &json!(1)));
    assert_eq!(spots[0]["newest"][0]["title"], "Garder un chat", "the newest first");
    assert!((spots[0]["latitude"].as_f64().unwrap() - 46.99).abs() < 0.05, "{all}");
    assert_eq!(all["data"]["listingMap"]["isWhole"], true);
    let near = anne.graphql(ask, json!({ "filter": { "near": "Londres", "kilometres": 30 } })).await;
    assert_eq!(near["data"]["listingMap"]["spots"][0]["listings"], 1, "{near}");
    let unsure = anne.graphql(ask, json!({ "filter": { "near": "Xqzwvkjh" } })).await;
    assert_eq!(unsure["data"], Value::Null, "{unsure}");
    assert_eq!(unsure["errors"][0]["extensions"]["code"], "PLACE_UNKNOWN", "{unsure}");
    let twice = "{ one: listingMap { isWhole } other: listingMap { isWhole } }";
    assert!(anne.graphql(twice, json!({})).await["errors"].is_null(), "two maps are allowed");
    let thrice = "{ one: listingMap { isWhole } two: listingMap { spots { towns } } three: listingMap { isWhole } }";
    assert_eq!(anne.graphql(thrice, json!({})).await["errors"][0]["extensions"]["code"], "QUERY_TOO_COMPLEX");
    stage.close().await;
}

/// Everything that a page of the map makes a browser ask for stands on our own host.
#[tokio::test]
async fn w2_by_default_the_map_asks_nobody_else_for_anything() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let _one = publish(&mut guy, "offer", "Ranger des archives", "Corbigny").await;
    let map = guy.get("/listings/map").await.expect(200);
    let said = policy(&map);
    assert!(
        said.contains("script-src 'self';") && said.contains("img-src 'self';") && said.contains("connect-src 'self';")
    );
    assert!(!said.contains("http") && !said.contains("unsafe"), "{said}");
    assert!(!map.body.contains("http://") && !map.body.contains("https://"), "no other host is named");
    let scripts = map.attributes("script", "src");
    assert_eq!(scripts.len(), 2, "{scripts:?}");
    assert_eq!(map.attributes("script", "integrity").iter().filter(|hash| hash.starts_with("sha384-")).count(), 2);
    let ours = guy.get(&scripts[0]).await.expect(200).body;
    assert!(ours.contains("data-geo") && !ours.contains("http"), "ours comes first and names nobody");
    let outlines = map.attributes("[data-geo]", "data-outlines").remove(0);
    assert!(outlines.starts_with("/assets/outlines-"));
    assert!(guy.get(&outlines).await.expect(200).body.starts_with("{\"land\":[["));
    for sheet in map.attributes("link[rel=stylesheet]", "href") {
        let text = guy.get(&sheet).await.expect(200).body;
        assert!(!text.contains("url(http") && !text.contains("//cdn"), "{sheet}");
    }
    // An empty map needs no script and is let run none.
    let none = guy.get("/listings/map?q=introuvable").await.expect(200);
    assert!(policy(&none).contains("script-src 'none'") && !none.body.contains("<script"));
    stage.close().await;
}

#[tokio::test]
async fn w2_pictures_come_from_the_one_host_that_an_installation_named_and_the_page_says_so() {
    let tiles = Tiles::new("https://tiles.example/{z}/{x}/{y}.png", "© Les cartographes").unwrap();
    let stage = Stage::with_tiles(tiles).await;
    village(&stage).await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let _one = publish(&mut guy, "offer", "Ranger des archives", "Corbigny").await;
    let map = guy.get("/listings/map").await.expect(200);
    assert!(policy(&map).contains("; img-src 'self' https://tiles.example; "), "{}", policy(&map));
    assert!(policy(&map).contains("script-src 'self';") && policy(&map).contains("connect-src 'self';"));
    assert_eq!(map.attributes("[data-geo]", "data-tiles"), ["https://tiles.example/{z}/{x}/{y}.png"]);
    assert!(map.text().contains("Le fond vient de tiles.example") && map.text().contains("© Les cartographes"));
    let list = guy.get("/listings").await.expect(200);
    assert!(policy(&list).contains("img-src 'self';"), "on no other page");
    stage.close().await;
}
