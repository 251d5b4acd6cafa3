//! Somebody keeps a search, and is told when somebody else publishes what they look for.

use crate::village;
use chrono::Duration;
use kit::{Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const COMMUNITY: &str = "village.localhost";

async fn publish(visitor: &mut Visitor, title: &str) -> String {
    let form = visitor.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let answers = [("title", title), ("kind", "loan"), ("body", "Quand vous voulez.")];
    let page = visitor.submit(form.fill(&answers)).await.expect(303);
    page.redirect().unwrap().split('#').next().unwrap().to_owned()
}

/// As a mail program does.
async fn stop(stage: &Stage, header: &str) {
    let mut provider = stage.visitor(COMMUNITY);
    let path = header.trim_matches(['<', '>']).replace(&provider.origin(), "");
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let body = Some("List-Unsubscribe=One-Click".to_owned());
    let _page = provider.send("POST".parse().unwrap(), &path, &form, body).await.expect(200);
}

#[tokio::test]
async fn what_a_kept_search_finds_is_told_on_the_pages_and_in_a_letter_that_one_click_stops() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let list = guy.get("/listings?q=v%C3%A9los&direction=offer").await.expect(200);
    let keep = list.links("/searches/new").first().cloned().expect("the list offers to keep the search");
    let asked = guy.get(&keep).await.expect(200);
    let refused = guy.submit(asked.form("/searches").fill(&[("name", " "), ("news", "daily")])).await.expect(422);
    assert!(refused.text().contains("Donnez un nom à cette recherche"), "{}", refused.text());
    let again = refused.form("/searches").fill(&[("name", "Des vélos")]);
    let page = guy.submit(again).await.expect(303);
    let mine = page.redirect().unwrap().split(['#', '?']).next().unwrap().to_owned();

    let bike = publish(&mut anne, "Vélo d’enfant").await;
    publish(&mut anne, "Échelle de toit").await;
    stage.work().await;
    let told = guy.get("/notifications").await.expect(200);
    assert!(told.text().contains("Votre recherche « Des vélos » a trouvé du nouveau."), "{}", told.text());
    let found = guy.get(&mine).await.expect(200);
    assert_eq!(found.links(&bike).len(), 1, "{}", found.text());
    assert!(!found.text().contains("Échelle"));
    stage.sink.clear();
    stage.advance(Duration::hours(24)).await;
    let letters = stage.letters_to("guy@example.test");
    let letter = letters.iter().find(|letter| letter.subject.contains("Trouvé pour vous")).expect("a letter");
    let text = letter.text();
    assert!(text.contains("Vélo d’enfant") && text.contains("Des vélos") && !text.contains("Échelle"), "{text}");

    stop(&stage, &letter.header("list-unsubscribe").unwrap()).await;
    let settings = guy.get(&mine).await.expect(200);
    assert!(settings.text().contains("Vous avez arrêté ces lettres"), "{}", settings.text());
    publish(&mut anne, "Vélo de course").await;
    stage.sink.clear();
    stage.advance(Duration::hours(24)).await;
    let subjects =
        |stage: &Stage| stage.letters_to("guy@example.test").iter().map(|one| one.subject.clone()).collect::<Vec<_>>();
    assert!(!subjects(&stage).iter().any(|subject| subject.contains("Trouvé pour vous")), "{:?}", subjects(&stage));

    let sure = guy.get(&format!("{mine}/delete")).await.expect(200);
    let gone = guy.submit(sure.form("/delete")).await.expect(303);
    assert!(gone.redirect().unwrap().starts_with("/searches"));
    let _gone = guy.get(&mine).await.expect(404);
    assert!(guy.get("/searches").await.expect(200).text().contains("Aucune recherche gardée"));
    stage.close().await;
}

#[tokio::test]
async fn a_typing_mistake_shows_what_the_community_calls_it() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mower = publish(&mut anne, "Tondeuse à gazon").await;
    let page = anne.get("/listings?q=tondeuze").await.expect(200);
    assert_eq!(page.links(&mower).len(), 1);
    assert!(page.text().contains("Aucune annonce ne contient « tondeuze ». Voici « tondeuse »."), "{}", page.text());
    let none = anne.get("/listings?q=xylophone").await.expect(200);
    assert!(none.links(&mower).is_empty());
    stage.close().await;
}

#[tokio::test]
async fn a_search_is_kept_changed_and_deleted_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let save = "mutation($input: SaveSearchInput!) { saveSearch(input: $input) { id search { name words kilometres near news } refusal { code field } } }";
    let input = |name: &str| {
        let filter = json!({ "words": "vélos", "near": "Corbigny", "kilometres": 30 });
        json!({ "input": { "id": Uuid::from_u128(7), "name": name, "filter": filter, "news": "WEEKLY" } })
    };
    let refused = guy.graphql(save, input("")).await;
    assert_eq!(refused["data"]["saveSearch"]["refusal"], json!({ "code": "SEARCH_NAME_MISSING", "field": "name" }));
    let kept = guy.graphql(save, input("Vélos")).await;
    let shown = json!({ "name": "Vélos", "words": "vélos", "kilometres": 30, "near": "f58083", "news": "WEEKLY" });
    assert_eq!(kept["data"]["saveSearch"]["search"], shown, "{kept}");
    let id = &kept["data"]["saveSearch"]["id"];
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    let draft = json!({ "direction": "OFFER", "kind": "LOAN", "settlements": ["GIFT"], "title": "Vélo", "body": "Bleu.", "town": "Corbigny" });
    let bike = anne.graphql(publish, json!({ "input": { "id": Uuid::from_u128(8), "draft": draft } })).await;
    stage.work().await;
    let found = "query($id: ID!) { foundBySearch(id: $id) { nodes { id } } savedSearches { id fresh pausedAt } }";
    let his = guy.graphql(found, json!({ "id": id })).await;
    assert_eq!(his["data"]["foundBySearch"]["nodes"][0]["id"], bike["data"]["publishListing"]["id"], "{his}");
    assert_eq!(his["data"]["savedSearches"], json!([{ "id": id, "fresh": 1, "pausedAt": Value::Null }]));
    let hers = anne.graphql(found, json!({ "id": id })).await;
    assert_eq!(hers["errors"][0]["extensions"]["code"], "NOT_FOUND", "{hers}");
    let change = "mutation($id: ID!) { changeSearch(input: { id: $id, name: \"Mes vélos\", news: APP, paused: true }) { search { name pausedAt } refusal { code } } }";
    let changed = guy.graphql(change, json!({ "id": id })).await;
    assert!(changed["data"]["changeSearch"]["search"]["pausedAt"].is_string(), "{changed}");
    assert_eq!(anne.graphql(change, json!({ "id": id })).await["data"]["changeSearch"]["refusal"]["code"], "NOT_FOUND");
    let meant = "{ wordsMeant(filter: { words: \"véllo\" }) }";
    assert_eq!(anne.graphql(meant, json!({})).await["data"]["wordsMeant"], "velo");
    let delete = "mutation($id: ID!) { deleteSearch(input: { id: $id }) { deleted refusal { code } } }";
    assert_eq!(guy.graphql(delete, json!({ "id": id })).await["data"]["deleteSearch"]["deleted"], true);
    assert_eq!(guy.graphql(found, json!({ "id": id })).await["errors"][0]["extensions"]["code"], "NOT_FOUND");
    stage.close().await;
}
