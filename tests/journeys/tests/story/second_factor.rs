//! Acting in an office: a second key first, and nothing typed is lost on the way. Once by web and once by GraphQL.

use crate::village;
use kit::{Page, Stage, Visitor};
use serde_json::{Value, json};

const HOST: &str = "village.localhost";
const HELENE: &str = "helene@example.test";
const ANNE: &str = "anne@example.test";

/// The owner makes Anne a steward: the form as she sends it.
async fn gives_the_office(stage: &Stage, owner: &mut Visitor) -> Page {
    let community = community::by_host(&stage.db, HOST).await.unwrap().unwrap();
    let anne = stage.caller(community, ANNE).await.me().unwrap().member.to_string();
    owner.post("/owner/roles", &[("member", &anne), ("role", "steward")]).await
}

#[tokio::test]
async fn a3_an_owner_sets_up_a_second_key_on_the_way_and_what_she_sent_is_done() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in_only(HOST, HELENE).await;
    let led = gives_the_office(&stage, &mut helene).await.expect(403);
    let setting_up = helene.submit(led.form("/account/factor/begin")).await.expect(200);
    assert!(setting_up.body.contains("<svg class=\"qr\"") && !setting_up.body.contains("style="));
    let key = setting_up.texts(".secret").remove(0);
    let slip = helene.submit(setting_up.form("/account/factor/confirm").fill(&[("code", "000000")])).await.expect(422);
    assert_eq!(slip.texts(".secret").remove(0), key);
    let before = helene.cookies().clone();
    let typed = stage.code_of(&key);
    let codes = helene.submit(slip.form("/account/factor/confirm").fill(&[("code", &typed)])).await.expect(200);
    assert_eq!(codes.texts(".codes li").len(), 10);
    assert_ne!(&before, helene.cookies(), "a5: a new token with more rights");
    let done = helene.submit(codes.form("/owner/roles")).await.expect(303);
    let _told = helene.follow(done).await.expect(200);
    assert_eq!(helene.get("/owner").await.expect(200).texts("#t-roles ~ .rows li h3").len(), 2);
    stage.work().await;
    let told = stage.letter_to(HELENE);
    assert!(told.text().contains("/account/undo/"), "a10: her address is told: {}", told.text());
    stage.finish().await;
}

#[tokio::test]
async fn a3_whoever_has_a_second_key_shows_it_and_what_was_sent_is_done() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in_only(HOST, HELENE).await;
    let page = helene.get("/account").await.expect(200);
    let setting_up = helene.submit(page.form("/account/factor/begin")).await.expect(200);
    let key = setting_up.texts(".secret").remove(0);
    let typed = stage.code_of(&key);
    let codes = helene.submit(setting_up.form("/account/factor/confirm").fill(&[("code", &typed)])).await.expect(200);
    let recovery = codes.texts(".codes li").remove(0);
    let mut elsewhere = stage.signed_in_only(HOST, HELENE).await;
    let asked = gives_the_office(&stage, &mut elsewhere).await.expect(403);
    let twice = elsewhere.submit(asked.form("/account/prove").fill(&[("code", &typed)])).await.expect(422);
    stage.clock.advance(chrono::Duration::seconds(30));
    let proved =
        elsewhere.submit(twice.form("/account/prove").fill(&[("code", &stage.code_of(&key))])).await.expect(200);
    let _done = elsewhere.submit(proved.form("/owner/roles")).await.expect(303);
    assert_eq!(elsewhere.get("/owner").await.expect(200).texts("#t-roles ~ .rows li h3").len(), 2);
    // Without the telephone, from the account's page.
    let mut third = stage.signed_in_only(HOST, HELENE).await;
    let unsure = third.get("/account").await.expect(200);
    let way = unsure.links("/account/prove").remove(0);
    let asked = third.get(&way).await.expect(200);
    let proved = third.submit(asked.form("/account/prove").fill(&[("code", &recovery)])).await.expect(303);
    let sure = third.follow(proved).await.expect(200);
    let removed = third.submit(sure.form("/account/factor/remove")).await.expect(303);
    assert!(third.follow(removed).await.expect(200).forms().iter().any(|form| form.action == "/account/factor/begin"));
    stage.close().await;
}

fn field<'a>(answer: &'a Value, name: &str) -> &'a Value {
    &answer["data"][name]
}

#[tokio::test]
async fn a3_the_same_by_graphql() {
    let stage = Stage::open().await;
    let village = village(&stage).await;
    let mut helene = stage.signed_in_only(HOST, HELENE).await;
    let answer = helene.graphql("{ members(first: 20) { nodes { id name } } }", json!({})).await;
    let anne = answer["data"]["members"]["nodes"].as_array().unwrap().iter().find(|one| one["name"] == "Anne Petit");
    let office = "mutation($m: ID!) { giveRole(input: { memberId: $m, role: STEWARD }) { refusal { code message } } }";
    let give = json!({ "m": anne.unwrap()["id"] });
    let refused = helene.graphql(office, give.clone()).await;
    assert_eq!(field(&refused, "giveRole")["refusal"]["code"], "STEP_UP_REQUIRED", "{refused}");
    let begun = helene.graphql("mutation { beginSecondFactor { secret uri refusal { code } } }", json!({})).await;
    let key = field(&begun, "beginSecondFactor")["secret"].as_str().unwrap().to_owned();
    let confirm =
        "mutation($c: String!) { confirmSecondFactor(input: { code: $c }) { recoveryCodes refusal { code } } }";
    let confirmed = helene.graphql(confirm, json!({ "c": stage.code_of(&key) })).await;
    assert_eq!(field(&confirmed, "confirmSecondFactor")["recoveryCodes"].as_array().unwrap().len(), 10, "{confirmed}");
    stage.clock.advance(chrono::Duration::minutes(29));
    let mut elsewhere = stage.signed_in_only(HOST, HELENE).await;
    let refused = elsewhere.graphql(office, give.clone()).await;
    assert_eq!(field(&refused, "giveRole")["refusal"]["code"], "STEP_UP_REQUIRED", "{refused}");
    let own = "mutation { beginSecondFactor { refusal { code } } }";
    let unsure = elsewhere.graphql(own, json!({})).await;
    assert_eq!(field(&unsure, "beginSecondFactor")["refusal"]["code"], "SIGN_IN_AGAIN", "{unsure}");
    let prove = "mutation($c: String!) { proveOneself(input: { code: $c }) { until refusal { code field } } }";
    let proved = elsewhere.graphql(prove, json!({ "c": stage.code_of(&key) })).await;
    assert!(field(&proved, "proveOneself")["until"].is_string(), "{proved}");
    let twice = elsewhere.graphql(prove, json!({ "c": stage.code_of(&key) })).await;
    assert_eq!(field(&twice, "proveOneself")["refusal"], json!({ "code": "FACTOR_CODE_WRONG", "field": "code" }));
    let done = elsewhere.graphql(office, give).await;
    assert!(field(&done, "giveRole")["refusal"].is_null(), "{done}");
    assert_eq!(stage.caller(village, ANNE).await.me().unwrap().role, kernel::Role::Steward);
    let own = elsewhere.graphql("{ account { recoveryCodesLeft secondFactorSince } }", json!({})).await;
    assert_eq!(own["data"]["account"]["recoveryCodesLeft"], 10, "{own}");
    stage.close().await;
}
