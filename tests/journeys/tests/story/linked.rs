//! How two are linked: on a profile, on a listing and by GraphQL, with the names of those who agreed.

use crate::{FOUNDERS, village};
use kernel::{Caller, CommunityId, Deed, MemberId};
use kit::{Page, Somebody, Stage, Visitor};
use serde_json::{Value, json};
use sponsorship::{ImportedSponsorship, import_sponsorships};

const HOST: &str = "village.localhost";
const NEIGHBOURS: [Somebody; 2] =
    [Somebody::new("Luce Martin", "luce@example.test"), Somebody::new("Paul Lenoir", "paul@example.test")];

/// Two neighbours whom Anne and Guy carry; the ids of both.
pub(crate) async fn neighbours(stage: &Stage, community: CommunityId) -> Vec<MemberId> {
    let ids = stage.members(community, 400, &NEIGHBOURS).await;
    let pairs = FOUNDERS[1..3].iter().flat_map(|sponsor| NEIGHBOURS.iter().map(move |member| (sponsor, member)));
    let given_at = stage.now() - chrono::Duration::days(400);
    let rows: Vec<ImportedSponsorship> = (1..)
        .zip(pairs)
        .map(|(line, (sponsor, member))| ImportedSponsorship {
            line,
            sponsor: sponsor.email.to_owned(),
            member: member.email.to_owned(),
            given_at,
        })
        .collect();
    let brought = import_sponsorships(&stage.db, &Caller::house(community), &rows).await.unwrap();
    assert_eq!(brought.written, 4, "{brought:?}");
    ids
}

fn told(page: &Page) -> String {
    page.texts(".chains li").join(" ")
}

async fn agree(stage: &Stage, email: &str, yes: &str) {
    let mut visitor = stage.signed_in(HOST, email).await;
    let form = visitor.get("/me").await.expect(200).form("/me/naming");
    let saved = visitor.submit(form.fill(&[("named", yes)])).await.expect(303);
    let page = visitor.follow(saved).await.expect(200);
    let ticked = page.attributes("input[name=named][checked]", "name").len();
    assert_eq!(ticked, usize::from(!yes.is_empty()), "what was chosen is shown");
}

#[tokio::test]
async fn two_neighbours_see_how_they_are_linked_and_read_the_names_of_those_who_agreed() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    let [_, paul] = neighbours(&stage, community).await.try_into().unwrap();
    let mut luce = stage.signed_in(HOST, "luce@example.test").await;
    let profile = format!("/members/{paul}");
    let page = luce.get(&profile).await.expect(200);
    assert_eq!(page.texts("svg.linkage title"), ["2 chaînes vous relient à Paul : elles n’ont personne en commun."]);
    assert_eq!(told(&page).matches("Quelqu’un vous parraine. Quelqu’un parraine Paul.").count(), 2, "{}", told(&page));
    assert!(!page.body.contains("Anne") && page.text().contains("2 personnes"), "{}", page.text());
    assert!(page.text().contains("Paul est membre depuis plus d’un an"), "{}", page.text());
    agree(&stage, "anne@example.test", "yes").await;
    let page = luce.get(&profile).await.expect(200);
    assert!(told(&page).contains("Anne vous parraine. Anne parraine Paul."), "{}", told(&page));
    assert!(!page.body.contains("Guy"), "Guy was not asked");
    let listing = publish(&stage).await;
    let page = luce.get(&listing).await.expect(200);
    assert!(told(&page).contains("Anne vous parraine."), "a listing tells it as well: {}", page.text());
    agree(&stage, "anne@example.test", "").await;
    assert!(!luce.get(&profile).await.expect(200).body.contains("Anne"));
    stage.close().await;
}

/// Paul offers something; where.
async fn publish(stage: &Stage) -> String {
    let mut paul = stage.signed_in(HOST, "paul@example.test").await;
    let form = paul.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let answers = [("title", "Une échelle"), ("body", "Quatre mètres."), ("kind", "loan"), ("settlements", "gift")];
    let published = paul.submit(form.fill(&answers)).await.expect(303);
    published.redirect().unwrap().to_owned()
}

const QUERY: &str = "query($id: ID!) { trustBetween(memberId: $id) {
    independent closeness score mayBeMore commonSponsorsCount commonSponsors { name }
    chains { steps { arrow member { name } } } record { seniority sponsored lasted solidBy } } }";

async fn ties(visitor: &mut Visitor, id: &Value) -> Value {
    let answer = visitor.graphql(QUERY, json!({ "id": id })).await;
    assert!(answer["errors"].is_null(), "{answer}");
    answer["data"]["trustBetween"].clone()
}

#[tokio::test]
async fn a_program_reads_the_same_ties_and_chooses_whether_it_is_named() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    neighbours(&stage, community).await;
    let mut luce = stage.signed_in(HOST, "luce@example.test").await;
    let found = luce
        .graphql(
            "{ members(filter: { search: \"Paul\" }) { nodes { id name } } viewer { me { member { id } } } }",
            Value::Null,
        )
        .await;
    let (paul, own) = (&found["data"]["members"]["nodes"][0]["id"], &found["data"]["viewer"]["me"]["member"]["id"]);
    let seen = ties(&mut luce, paul).await;
    assert_eq!((&seen["independent"], &seen["closeness"]), (&json!(2), &json!("GOOD")), "{seen}");
    assert_eq!((&seen["commonSponsorsCount"], &seen["commonSponsors"]), (&json!(2), &json!([])), "{seen}");
    assert_eq!(seen["record"], json!({ "seniority": "SETTLED", "sponsored": 0, "lasted": 0, "solidBy": 1 }), "{seen}");
    let steps = &seen["chains"][0]["steps"];
    let hidden = json!({ "arrow": "SPONSORED_BY", "member": null });
    assert_eq!((&steps[1], &steps[2]["member"]["name"]), (&hidden, &json!("Paul Lenoir")), "{seen}");
    assert!(ties(&mut luce, own).await.is_null());
    let mut anne = stage.signed_in(HOST, "anne@example.test").await;
    let choose = "mutation { chooseNaming(input: { named: true }) { saved refusal { code } } }";
    assert_eq!(anne.graphql(choose, Value::Null).await["data"]["chooseNaming"]["saved"], true);
    let own = anne.graphql("{ viewer { me { isNamedOnChains } } }", Value::Null).await;
    assert_eq!(own["data"]["viewer"]["me"]["isNamedOnChains"], true, "{own}");
    assert_eq!(ties(&mut luce, paul).await["commonSponsors"], json!([{ "name": "Anne Petit" }]));
    stage.close().await;
}

#[tokio::test]
async fn a_profile_still_opens_for_whoever_has_looked_up_very_many() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    let [_, paul] = neighbours(&stage, community).await.try_into().unwrap();
    let luce = stage.caller(community, "luce@example.test").await;
    while stage.db.count(&luce, Deed::SeeTies, None).await.is_ok() {}
    let mut visitor = stage.signed_in(HOST, "luce@example.test").await;
    let page = visitor.get(&format!("/members/{paul}")).await.expect(200);
    assert!(page.text().contains("Pas tout de suite") && page.texts("svg.linkage").is_empty(), "{}", page.text());
    let found = visitor.graphql("{ members(filter: { search: \"Paul\" }) { nodes { id } } }", Value::Null).await;
    let refused = visitor.graphql(QUERY, json!({ "id": found["data"]["members"]["nodes"][0]["id"] })).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "RATE_LIMITED", "{refused}");
    stage.close().await;
}
