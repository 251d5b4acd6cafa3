//! A need is met near work, and an expatriate finds help on another continent.

use crate::village;
use kit::{Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const COMMUNITY: &str = "village.localhost";

pub(crate) async fn publish(visitor: &mut Visitor, direction: &str, title: &str, town: &str) -> String {
    let form = visitor.visit(&format!("/listings/new?direction={direction}")).await.expect(200).form("/listings");
    let answers = [("title", title), ("kind", "skill"), ("body", "À voir ensemble."), ("town", town)];
    let page = visitor.submit(form.fill(&answers)).await.expect(303);
    page.redirect().unwrap().split('#').next().unwrap().to_owned()
}

/// Without spaces of any kind.
fn plain(text: &str) -> String {
    text.split_whitespace().collect()
}

async fn live(visitor: &mut Visitor, home: &str, work: &str) {
    let form = visitor.visit("/places").await.expect(200).form("/places");
    let _kept = visitor.submit(form.fill(&[("home", home), ("work", work)])).await.expect(303);
}

#[tokio::test]
async fn a_need_is_met_near_work_on_the_pages() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let near_work = publish(&mut guy, "offer", "Ranger des archives", "Nevers").await;
    let far = publish(&mut guy, "offer", "Garder un chat", "Lyon").await;

    let asked = anne.get("/listings?near=work&radius=10").await.expect(422);
    assert!(asked.text().contains("Dites d’abord où vous travaillez"), "{}", asked.text());
    // Of many places called so it is asked which, and what was typed is still there.
    let form = anne.visit("/places").await.expect(200).form("/places");
    let which = anne.submit(form.fill(&[("home", "Saint-Aubin"), ("work", "varennes vauzelles")])).await.expect(422);
    assert!(which.text().contains("Lequel, « Saint-Aubin » ?"), "{}", which.text());
    let choices = which.form("/places");
    let _kept = anne.submit(choices.fill(&[("home_place", "f21541")])).await.expect(303);
    let mine = anne.get("/places").await.expect(200);
    assert!(mine.body.contains("Saint-Aubin (21190, Côte-d") && mine.body.contains("Varennes-Vauzelles ("));

    let found = anne.get("/listings?near=work&radius=10&order=nearest").await.expect(200);
    assert_eq!((found.links(&near_work).len(), found.links(&far).len()), (1, 0));
    assert!(found.text().contains("À 3 km environ"), "{}", found.text());
    let none = anne.get("/listings?near=home&radius=10").await.expect(200);
    assert!(none.links(&near_work).is_empty(), "not near home");
    // The address can be shared: Guy reads it from where he works.
    live(&mut guy, "", "Lyon").await;
    let his = guy.get("/listings?near=work&radius=10&order=nearest").await.expect(200);
    assert_eq!((his.links(&near_work).len(), his.links(&far).len()), (0, 1));
    stage.close().await;
}

#[tokio::test]
async fn an_expatriate_in_lima_finds_help_from_london_on_the_pages() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let offer = publish(&mut guy, "offer", "Relire un dossier de visa", "Londres").await;
    live(&mut anne, "Lima", "").await;
    let near = anne.get("/listings?near=town&town=Londres&radius=30").await.expect(200);
    assert_eq!(near.links(&offer).len(), 1);
    let far = anne.get("/listings?near=home&order=nearest").await.expect(200);
    assert!(far.links(&offer).len() == 1 && plain(&far.text()).contains("À10200kmenviron"), "{}", far.text());
    assert!(anne.get("/listings?near=home&radius=300").await.expect(200).links(&offer).is_empty());
    let which = anne.get("/listings?near=town&town=Saint-Aubin").await.expect(422);
    assert!(which.text().contains("De quel lieu parlez-vous ?"));
    assert!(!which.links("/listings?near=f").is_empty(), "each can be chosen: {:?}", which.links("near="));
    let page = anne.get(&offer).await.expect(200);
    assert!(page.text().contains("London (England, Royaume-Uni)"), "{}", page.text());
    stage.close().await;
}

const CHOOSE: &str = "mutation($input: ChooseMyPlacesInput!) { chooseMyPlaces(input: $input) {
    places { home { code name label } work { code } } refusal { code field } } }";
const NEAR: &str =
    "query($filter: ListingFilter) { listings(filter: $filter) { nodes { title town kilometres place { code } } } }";

pub(crate) async fn publish_by_graphql(visitor: &mut Visitor, n: u128, title: &str, town: &str) {
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    let draft = json!({ "direction": "OFFER", "kind": "SKILL", "settlements": ["GIFT"], "title": title, "body": "À voir.", "town": town });
    let done = visitor.graphql(publish, json!({ "input": { "id": Uuid::from_u128(n), "draft": draft } })).await;
    assert_eq!(done["data"]["publishListing"]["refusal"], Value::Null, "{done}");
}

#[tokio::test]
async fn a_need_is_met_near_work_and_from_lima_to_london_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    publish_by_graphql(&mut guy, 1, "Ranger des archives", "Nevers").await;
    publish_by_graphql(&mut guy, 2, "Relire un dossier de visa", "Londres").await;
    let search = anne.graphql("{ places(search: \"lima, perou\") { code name country } }", json!({})).await;
    assert_eq!(search["data"]["places"][0], json!({ "code": "g3936456", "name": "Lima", "country": "PE" }), "{search}");

    let unsure = anne.graphql(CHOOSE, json!({ "input": { "home": { "town": "Saint-Aubin" } } })).await;
    let refusal = &unsure["data"]["chooseMyPlaces"]["refusal"];
    assert_eq!(*refusal, json!({ "code": "PLACE_WHICH", "field": "home" }), "{unsure}");
    let chosen = json!({ "input": { "home": { "code": "g3936456" }, "work": { "town": "58640" } } });
    let kept = anne.graphql(CHOOSE, chosen).await;
    assert_eq!(kept["data"]["chooseMyPlaces"]["places"]["work"], json!({ "code": "f58303" }), "{kept}");

    let near = anne.graphql(NEAR, json!({ "filter": { "near": "work", "kilometres": 10, "order": "NEAREST" } })).await;
    let expected =
        json!([{ "title": "Ranger des archives", "town": "Nevers", "kilometres": 3, "place": { "code": "f58194" } }]);
    assert_eq!(near["data"]["listings"]["nodes"], expected, "{near}");
    let far = anne.graphql(NEAR, json!({ "filter": { "near": "g3936456", "order": "NEAREST" } })).await;
    let titles: Vec<&Value> =
        far["data"]["listings"]["nodes"].as_array().unwrap().iter().map(|one| &one["title"]).collect();
    assert_eq!(titles, ["Relire un dossier de visa", "Ranger des archives"], "{far}");
    let unknown = anne.graphql(NEAR, json!({ "filter": { "near": "Xqzwvkjh" } })).await;
    assert_eq!(unknown["errors"][0]["extensions"]["code"], "PLACE_UNKNOWN", "{unknown}");
    // Nobody but Anne is told where she lives and works.
    let hers = anne.graphql("{ myPlaces { home { name } work { name } } }", json!({})).await;
    assert_eq!(hers["data"]["myPlaces"]["home"]["name"], "Lima");
    let his = guy.graphql("{ myPlaces { home { name } work { name } } }", json!({})).await;
    assert_eq!(his["data"]["myPlaces"], json!({ "home": Value::Null, "work": Value::Null }));
    stage.work().await;
    stage.finish().await;
}

/// What others see of a member is words they chose to write: no page and no field holds where they live or work, nor any coordinate.
#[tokio::test]
async fn nobody_else_is_shown_where_a_member_lives_or_works() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    // Villages too small to be written on a map for orientation, as the largest towns around are.
    live(&mut anne, "Chitry-les-Mines", "Challuy").await;
    let listing = publish(&mut anne, "offer", "Garder un chat", "Nevers").await;
    stage.work().await;
    let people = guy.get("/members").await.expect(200);
    let profile = people.links("/members/").into_iter().map(|link| link.split('#').next().unwrap().to_owned());
    let mut pages = vec![
        "/".to_owned(),
        "/listings".to_owned(),
        "/listings?near=town&town=Nevers&order=nearest".to_owned(),
        "/listings/map".to_owned(),
        listing,
    ];
    pages.extend(profile);
    for address in pages {
        let page = guy.get(&address).await;
        let body = &page.body;
        for secret in ["Chitry", "Challuy", "f58075", "f58051", "47.260", "46.95", "latitude"] {
            assert!(!body.contains(secret), "{address} holds {secret}");
        }
    }
    // A map of listings tells the middles of towns; nothing else tells a coordinate.
    let sdl = include_str!("../../../../graphql/schema.graphql");
    let (before, spot) = sdl.split_once("type ListingSpot {").unwrap();
    let sdl = format!("{before}{}", spot.split_once("\n}").unwrap().1).to_lowercase();
    for word in ["latitude", "longitude"] {
        assert!(!sdl.contains(word), "the schema tells a {word}");
    }
    stage.close().await;
}
