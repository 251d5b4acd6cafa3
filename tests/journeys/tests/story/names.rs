//! What people may call themselves, as they see it themselves and as those do who decide about them.

use crate::{FOUNDERS, THOMAS, village};
use kit::{Page, Stage, Visitor};
use membership::role::{GiveRole, give_role};
use serde_json::{Value, json};

const COMMUNITY: &str = "village.localhost";

async fn apply(visitor: &mut Visitor, name: &str) -> Page {
    let page = visitor.visit("/join").await.expect(200);
    let answers = [("name", name), ("about", "Je m’installe à Pazy."), ("charter_accepted", "yes")];
    visitor.submit(page.form("/join").fill(&answers)).await
}

#[tokio::test]
async fn nobody_comes_in_as_the_house_or_with_something_invisible() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut thomas = stage.visitor(COMMUNITY);
    thomas.sign_in(&stage, THOMAS).await;
    for name in ["L’équipe", "MaiIIon", "Mоdérateur"] {
        let refused = apply(&mut thomas, name).await.expect(422);
        assert!(refused.text().contains("celui de la communauté ou de son équipe"), "{name}: {}", refused.text());
        assert!(refused.body.contains(name), "what was typed is kept");
    }
    let refused = apply(&mut thomas, "Tho\u{200b}mas").await.expect(422);
    assert!(refused.text().contains("Un signe invisible se cache"), "{}", refused.text());
    let mut english = stage.visitor(COMMUNITY).speaking("en");
    english.sign_in(&stage, "eve@example.test").await;
    let apply = "mutation($input: ApplyInput!) { apply(input: $input) { refusal { code field message } } }";
    for (name, code) in [("The team", "NAME_RESERVED"), ("Eve\u{202e}", "TEXT_INVISIBLE")] {
        let id = uuid::Uuid::from_u128(9);
        let input =
            json!({ "input": { "id": id, "name": name, "about": "Hello.", "town": "", "charterAccepted": true } });
        let refusal = english.graphql(apply, input).await["data"]["apply"]["refusal"].clone();
        assert_eq!((&refusal["code"], &refusal["field"]), (&json!(code), &json!("name")), "{refusal}");
    }
    stage.work().await;
    stage.close().await;
}

#[tokio::test]
async fn whoever_decides_is_told_that_a_member_has_this_name() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    let helene = stage.caller(community, FOUNDERS[1].email).await.me().unwrap().member;
    let house = kernel::Caller::house(community);
    give_role(&stage.db, &house, GiveRole { member: helene, role: kernel::Role::Steward }).await.unwrap();
    // Greek letters, no accents, capitals.
    let (twin, other) = ("ΗΕLΕΝΕ GARNIER", "Thomas Lambert");
    for (address, name) in [("twin@example.test", twin), (THOMAS, other)] {
        let mut visitor = stage.visitor(COMMUNITY);
        visitor.sign_in(&stage, address).await;
        let _in = apply(&mut visitor, name).await.expect(303);
        let room = visitor.visit("/waiting").await.expect(200);
        let ask = room.form("/waiting/ask").fill(&[("email", FOUNDERS[2].email)]);
        let _asked = visitor.submit(ask).await.expect(303);
    }
    stage.work().await;
    let mut steward = stage.signed_in(COMMUNITY, FOUNDERS[1].email).await;
    let desk = steward.visit("/steward").await.expect(200).text();
    assert_eq!(desk.matches("Un membre porte ce nom").count(), 1, "{desk}");
    let asked = steward.graphql("{ newcomers(first: 9) { nodes { member { name } hasNamesake } } }", Value::Null).await;
    let newcomers = asked["data"]["newcomers"]["nodes"].as_array().unwrap();
    assert_eq!(newcomers.len(), 2, "{asked}");
    for newcomer in newcomers {
        assert_eq!(newcomer["hasNamesake"], json!(newcomer["member"]["name"] == twin), "{newcomer}");
    }
    let mut guy = stage.signed_in(COMMUNITY, FOUNDERS[2].email).await;
    let query = "{ requestsToMe(first: 9) { nodes { applicant { name } hasNamesake } } }";
    let asked = guy.graphql(query, Value::Null).await;
    let requests = asked["data"]["requestsToMe"]["nodes"].as_array().unwrap();
    assert_eq!(requests.len(), 2, "{asked}");
    for request in requests {
        assert_eq!(request["hasNamesake"], json!(request["applicant"]["name"] == twin), "{request}");
    }
    let list = guy.visit("/requests").await.expect(200);
    let mut told = 0;
    for link in list.attributes("a[href^='/requests/']", "href") {
        told += usize::from(guy.visit(&link).await.expect(200).text().contains("Un autre membre porte ce nom"));
    }
    assert_eq!(told, 1);
    stage.work().await;
    stage.finish().await;
}
