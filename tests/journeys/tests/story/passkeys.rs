//! Passkeys, with a device that does what a browser would: once by web and once by GraphQL.

use crate::village;
use kit::{Device, Page, Stage, Visitor};
use serde_json::{Value, json};

const HOST: &str = "village.localhost";
const HELENE: &str = "helene@example.test";
const ANNE: &str = "anne@example.test";

/// What the script does on the page that asks: hands the options to the device, writes its answer into the form, sends that.
async fn answers(visitor: &mut Visitor, device: &mut Device, page: &Page) -> Page {
    let only = |name: &str| page.attributes("form[data-passkey]", name).remove(0);
    let options: Value = serde_json::from_str(&only("data-options")).unwrap();
    let origin = visitor.origin();
    let credential = match only("data-passkey").as_str() {
        "create" => device.create(&origin, &options),
        _ => device.get(&origin, &options),
    };
    let form = page.form(&only("action")).fill(&[("credential", &credential.to_string())]);
    visitor.submit(form).await
}

#[tokio::test]
async fn a3_a_passkey_is_added_signs_in_and_lets_an_owner_act() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    let mut helene = stage.signed_in_only(HOST, HELENE).await;
    let mut device = Device::default();
    let account = helene.get("/account").await.expect(200);
    let nameless = helene.submit(account.form("/account/passkeys/begin")).await.expect(422);
    let begin = nameless.form("/account/passkeys/begin").fill(&[("name", "Mon téléphone")]);
    let asking = helene.submit(begin).await.expect(200);
    assert!(asking.text().contains(HOST), "where it will work: {}", asking.text());
    let before = helene.cookies().clone();
    let codes = answers(&mut helene, &mut device, &asking).await.expect(200);
    assert_eq!(codes.texts(".codes li").len(), 10);
    assert_ne!(&before, helene.cookies(), "a5: a new token with more rights");
    let listed = helene.get("/account").await.expect(200);
    assert!(listed.text().contains("Mon téléphone") && listed.text().contains(HOST), "{}", listed.text());
    stage.work().await;
    let told = stage.letter_to(HELENE);
    assert!(told.text().contains("/account/undo/"), "a10: her address is told: {}", told.text());

    // Elsewhere, with a letter alone, she is asked for it on the way, and loses nothing.
    let anne = stage.caller(community, ANNE).await.me().unwrap().member.to_string();
    let mut elsewhere = stage.signed_in_only(HOST, HELENE).await;
    let led = elsewhere.post("/owner/roles", &[("member", &anne), ("role", "steward")]).await.expect(403);
    let asking = elsewhere.submit(led.form("/account/prove/passkey/begin")).await.expect(200);
    let proved = answers(&mut elsewhere, &mut device, &asking).await.expect(200);
    let _done = elsewhere.submit(proved.form("/owner/roles")).await.expect(303);
    assert_eq!(stage.caller(community, ANNE).await.me().unwrap().role, kernel::Role::Steward);

    // Without any letter.
    let mut third = stage.visitor(HOST);
    let door = third.get("/sign-in?return_to=/owner").await.expect(200);
    let asking = third.submit(door.form("/sign-in/passkey/begin")).await.expect(200);
    let replay = asking.clone();
    let inside = answers(&mut third, &mut device, &asking).await.expect(303);
    assert_eq!(inside.redirect(), Some("/owner"));
    let _office = third.post("/owner/roles", &[("member", &anne), ("role", "none")]).await.expect(303);
    let refused = answers(&mut third, &mut device, &replay).await.expect(422);
    assert!(refused.text().contains("clé d’accès"), "{}", refused.text());

    let remove = third.get("/account").await.expect(200).form("/remove");
    let removed = third.submit(remove).await.expect(303);
    let _gone = third.follow(removed).await.expect(200);
    stage.work().await;
    stage.close().await;
}

fn field<'a>(answer: &'a Value, name: &str) -> &'a Value {
    &answer["data"][name]
}

#[tokio::test]
async fn a3_passkeys_by_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in_only(HOST, HELENE).await;
    let (mut device, origin) = (Device::default(), helene.origin());
    let begun = helene.graphql("mutation { beginPasskey { challengeId options refusal { code } } }", json!({})).await;
    let begun = field(&begun, "beginPasskey").clone();
    let add = "mutation($i: AddPasskeyInput!) { addPasskey(input: $i) { passkeyId recoveryCodes refusal { code } } }";
    let credential = device.create(&origin, &begun["options"]);
    let input = json!({ "challengeId": begun["challengeId"], "name": "Clé bleue", "credential": credential });
    let added = helene.graphql(add, json!({ "i": input })).await;
    assert_eq!(field(&added, "addPasskey")["recoveryCodes"].as_array().unwrap().len(), 10, "{added}");
    let twice = helene.graphql(add, json!({ "i": input })).await;
    assert_eq!(field(&twice, "addPasskey")["refusal"]["code"], "PASSKEY_REFUSED", "{twice}");

    let mut elsewhere = stage.signed_in_only(HOST, HELENE).await;
    let opening = "mutation { beginPasskeyProof { challengeId options refusal { code } } }";
    let begun = field(&elsewhere.graphql(opening, json!({})).await, "beginPasskeyProof").clone();
    let credential = device.get(&origin, &begun["options"]);
    let prove = "mutation($i: ProveByPasskeyInput!) { proveByPasskey(input: $i) { until refusal { code } } }";
    let input = json!({ "challengeId": begun["challengeId"], "credential": credential });
    let proved = elsewhere.graphql(prove, json!({ "i": input })).await;
    assert!(field(&proved, "proveByPasskey")["until"].is_string(), "{proved}");

    let mut third = stage.visitor(HOST);
    let opening = "mutation { beginPasskeySignIn { challengeId options refusal { code } } }";
    let begun = field(&third.graphql(opening, json!({})).await, "beginPasskeySignIn").clone();
    let credential = device.get(&origin, &begun["options"]);
    let sign_in =
        "mutation($i: SignInByPasskeyInput!) { signInByPasskey(input: $i) { sessionId returnTo refusal { code } } }";
    let input = json!({ "challengeId": begun["challengeId"], "credential": credential });
    let mut thief = stage.visitor(HOST);
    let stolen = thief.graphql(sign_in, json!({ "i": input })).await;
    assert_eq!(field(&stolen, "signInByPasskey")["refusal"]["code"], "PASSKEY_REFUSED", "another browser: {stolen}");
    let signed = third.graphql(sign_in, json!({ "i": input })).await;
    assert!(field(&signed, "signInByPasskey")["sessionId"].is_string(), "{signed}");
    let own = third.graphql("{ passkeys { id name domain lastUsedAt } account { mayChangeAccess } }", json!({})).await;
    assert_eq!(own["data"]["account"]["mayChangeAccess"], true, "{own}");
    assert_eq!(
        (&own["data"]["passkeys"][0]["name"], &own["data"]["passkeys"][0]["domain"]),
        (&json!("Clé bleue"), &json!(HOST))
    );
    let remove = "mutation($i: RemovePasskeyInput!) { removePasskey(input: $i) { removed refusal { code } } }";
    let input = json!({ "passkeyId": own["data"]["passkeys"][0]["id"] });
    let removed = third.graphql(remove, json!({ "i": input })).await;
    assert_eq!(field(&removed, "removePasskey")["removed"], true, "{removed}");
    let twice = third.graphql(remove, json!({ "i": input })).await;
    assert!(field(&twice, "removePasskey")["refusal"]["code"].is_string(), "{twice}");
    stage.work().await;
    stage.close().await;
}
