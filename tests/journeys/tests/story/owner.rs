//! What an owner sees and changes on their own page.

use crate::village;
use kit::{Page, Somebody, Stage};
use server::identify::Memory;

const COMMUNITY: &str = "village.localhost";
const HELENE: &str = "helene@example.test";

fn value(page: &Page, name: &str) -> String {
    page.attributes(&format!("input[name={name}]"), "value").remove(0)
}

/// More people than a page of members holds, all of them newer than the founders.
fn crowd() -> Vec<Somebody> {
    let address = |n: u32| Somebody::new("Quelqu’une", format!("nouvelle{n}@example.test").leak());
    (0..101).map(address).collect()
}

#[tokio::test]
async fn whoever_holds_an_office_is_on_the_owners_page_however_long_they_have_been_here() {
    let stage = Stage::open().await;
    let village = village(&stage).await;
    stage.members(village, 0, &crowd()).await;
    let mut helene = stage.signed_in(COMMUNITY, HELENE).await;
    let anne = stage.caller(village, "anne@example.test").await.me().unwrap().member;
    let fields = [("member", anne.to_string()), ("role", "steward".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let _given = helene.post("/owner/roles", &fields).await.expect(303);
    let team = helene.get("/owner").await.expect(200).texts("#t-roles ~ .rows li h3");
    assert_eq!(team, ["Hélène Garnier", "Anne Petit"]);
    let answer = helene.graphql("{ officers { name role } }", serde_json::Value::Null).await;
    assert_eq!(answer["data"]["officers"][1]["name"], "Anne Petit", "{answer}");
    stage.close().await;
}

#[tokio::test]
async fn what_was_saved_shows_at_once_and_saving_one_half_keeps_the_other() {
    // Longer than any test: whatever reads the remembered face sees the old one.
    let stage = Stage::remembering(Memory { faces: std::time::Duration::from_hours(1), ..Memory::NONE }).await;
    let village = village(&stage).await;
    let mut helene = stage.signed_in(COMMUNITY, HELENE).await;
    let page = helene.get("/owner").await.expect(200);
    let identity = page.form("/owner/identity").fill(&[("name", "Le Hameau"), ("brand_primary", "#123456")]);
    let saved = helene.submit(identity).await.expect(303);
    let page = helene.follow(saved).await.expect(200);
    assert_eq!((value(&page, "name"), value(&page, "version")), ("Le Hameau".to_owned(), "2".to_owned()));
    let sheets = page.attributes("link[rel=stylesheet]", "href");
    let sheet = sheets.iter().find(|href| href.starts_with("/brand/123456-")).unwrap();
    let _styled = helene.get(sheet).await.expect(200);
    assert_eq!(page.texts("footer .langs a"), ["Français", "English"]);
    let policy = page.form("/owner/policy").fill(&[("listing_days", "45")]);
    let saved = helene.submit(policy).await.expect(303);
    assert_eq!(value(&helene.follow(saved).await.expect(200), "listing_days"), "45");
    let page = helene.get("/owner").await.expect(200);
    let saved = helene.submit(page.form("/owner/identity").fill(&[("languages", "fr")])).await.expect(303);
    let alone = helene.follow(saved).await.expect(200);
    assert!(alone.texts("footer .langs a").is_empty(), "one language is no choice");
    let face = community::face(&stage.db, village).await.unwrap().unwrap();
    assert_eq!((face.name.as_str(), face.listing_days, face.version), ("Le Hameau", 45, 4));
    stage.close().await;
}

#[tokio::test]
async fn an_owner_asks_for_host_names_and_sees_which_wait() {
    let stage = Stage::open().await;
    let _village = village(&stage).await;
    let mut helene = stage.signed_in(COMMUNITY, HELENE).await;
    let page = helene.get("/owner").await.expect(200);
    let wrong = helene.submit(page.form("/owner/hosts").fill(&[("hosts", "not a name")])).await.expect(422);
    assert!(wrong.text().contains("not a name"), "what was typed is kept");
    let saved = helene.submit(page.form("/owner/hosts").fill(&[("hosts", "voisins.example\nhelp.example")])).await;
    let page = helene.follow(saved.expect(303)).await.expect(200);
    assert_eq!(page.texts("[aria-labelledby=t-hosts] .row__side"), ["Attend l’exploitant", "Attend l’exploitant"]);
    let asked = helene.graphql("{ ownHosts { active waiting } }", serde_json::Value::Null).await;
    assert_eq!(
        asked["data"]["ownHosts"],
        serde_json::json!({ "active": [], "waiting": ["help.example", "voisins.example"] })
    );
    stage.close().await;
}
