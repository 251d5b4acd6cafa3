//! An owner tries other rules, sees what they mean here, and changes to them; anybody reads how people get in.

use crate::village;
use kit::{Page, Stage};
use serde_json::{Value, json};

const HOST: &str = "village.localhost";
const HELENE: &str = "helene@example.test";

fn figures(page: &Page) -> Vec<String> {
    page.texts("#t-means ~ div table tbody tr:first-child td")
}

#[tokio::test]
async fn an_owner_looks_at_other_rules_and_changes_to_them() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in(HOST, HELENE).await;
    let page = helene.get("/owner").await.expect(200);
    let page = helene.get(&page.link("/owner/admission")).await.expect(200);
    assert_eq!(figures(&page), ["3"], "what holds: {}", page.text());
    assert!(page.text().contains("Ces règles n’ont pas changé"), "{}", page.text());
    let wrong = helene.get("/owner/admission?look=yes&sponsors=11").await.expect(422);
    assert!(!wrong.forms().iter().any(|form| format!("{form:?}").contains("seen")), "nothing to change to");
    let look = "/owner/admission?look=yes&sponsors=2&fewer_while_small=yes&seniority_days=30&young_seniority_days=14\
        &young_community_days=183&tokens=4&most_tokens=12&pace_percent=2&pace_floor=50&cooling_hours=24";
    let looked = helene.get(look).await.expect(200);
    assert_eq!(figures(&looked), ["3", "2"], "beside one another");
    assert!(looked.text().contains("Rien n’arrive à ceux qui sont là"), "{}", looked.text());
    let unseen = looked.form("/owner/admission/change").fill(&[("sponsors", "1")]);
    let refused = helene.submit(unseen).await.expect(422);
    assert!(refused.text().contains("Regardez d’abord"), "{}", refused.text());
    let changed = helene.submit(looked.form("/owner/admission/change")).await.expect(303);
    let page = helene.follow(changed).await.expect(200);
    assert_eq!(figures(&page), ["2"]);
    assert!(page.texts("#t-history ~ ol li").join(" ").contains("Parrainages pour entrer : 3 → 2"), "{}", page.text());
    let journal = helene.get("/steward/journal").await.expect(200).text();
    assert!(journal.contains("Hélène Garnier a changé qui peut entrer, et comment."), "{journal}");
    let mut visitor = stage.visitor(HOST);
    let how = visitor.get("/how-people-get-in").await.expect(200);
    assert!(how.text().contains("2 membres parrainent") && how.text().contains("κ(s) ≤ c"), "{}", how.text());
    let welcome = visitor.get("/").await.expect(200);
    assert_eq!(welcome.link("/how-people-get-in"), "/how-people-get-in");
    stage.close().await;
}

#[tokio::test]
async fn a_program_looks_before_it_changes_the_policy() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in(HOST, HELENE).await;
    let look = "query($wanted: AdmissionKnobsInput) { admissionPolicy(wanted: $wanted) {
        version look falling knobs { sponsors tokens } wanted { sponsors } means { sponsors members } wouldMean { sponsors fakes } } }";
    let knobs = json!({ "sponsors": 2, "coolingHours": 24 });
    let seen = helene.graphql(look, json!({ "wanted": knobs })).await["data"]["admissionPolicy"].clone();
    assert_eq!(seen["knobs"], json!({ "sponsors": 3, "tokens": 4 }), "{seen}");
    assert_eq!(
        (&seen["wanted"]["sponsors"], &seen["wouldMean"]),
        (&json!(2), &json!({ "sponsors": 2, "fakes": 4 })),
        "{seen}"
    );
    let change = "mutation($input: ChangeAdmissionPolicyInput!) {
        changeAdmissionPolicy(input: $input) { community { sponsorsNeeded } refusal { code } } }";
    let unseen = json!({ "input": { "version": seen["version"], "look": "", "knobs": knobs } });
    let refused = helene.graphql(change, unseen).await;
    assert_eq!(refused["data"]["changeAdmissionPolicy"]["refusal"]["code"], "LOOK_FIRST", "{refused}");
    let input = json!({ "input": { "version": seen["version"], "look": seen["look"], "knobs": knobs } });
    let done = helene.graphql(change, input).await;
    assert_eq!(done["data"]["changeAdmissionPolicy"]["community"]["sponsorsNeeded"], 2, "{done}");
    let history = "{ policyChanges { nodes { actorName changes { knob from to } } } }";
    let history = helene.graphql(history, Value::Null).await["data"]["policyChanges"]["nodes"].clone();
    let turned =
        json!([{ "knob": "sponsors", "from": "3", "to": "2" }, { "knob": "cooling_hours", "from": "48", "to": "24" }]);
    let mut got = history[0]["changes"].as_array().unwrap().clone();
    got.sort_by_key(|change| std::cmp::Reverse(change["knob"].as_str().unwrap().to_owned()));
    assert_eq!((json!(got), &history[0]["actorName"]), (turned, &json!("Hélène Garnier")), "{history}");
    stage.close().await;
}
