//! A3: whoever may act in an office shows a second factor first. Generated from the table: every row that bears an act is tried
//! by everybody who may, with and without.

use authorisation::{Actor, Cast, Row, rows};
use graphql::documents;
use kernel::{Act, Assurance};
use kit::{Page, Visitor};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An id of nothing.
const NOTHING: &str = "00000000-0000-4000-8000-00000000dead";

/// Fields that any of the forms asks for, so that each gets as far as its use case.
const FIELDS: [(&str, &str); 15] = [
    ("title", "Nouvelles"),
    ("body", "Rien de neuf."),
    ("member", NOTHING),
    ("role", "steward"),
    ("degree", "warning"),
    ("reason", "Vu ensemble."),
    ("sponsors", "0"),
    ("listing_days", "60"),
    ("application_days", "90"),
    ("version", "2"),
    ("name", "Entraide"),
    ("email", "nobody@example.test"),
    ("account", "nobody@example.test"),
    ("id", NOTHING),
    ("slug", "nowhere"),
];

/// A form that changes nothing: a certificate is checked again.
const LOOKING: [&str; 1] = ["POST /steward/admissions/:id/check"];

/// What it means that the team lets people in, and that it does.
const LOOK: &str = "{ admissionPolicy(wanted: { sponsors: 0 }) { version look } }";
const BY_OFFICE: &str =
    "mutation($input: ChangeAdmissionPolicyInput!) { changeAdmissionPolicy(input: $input) { refusal { code } } }";

/// Those who act for others.
const OFFICERS: [Actor; 4] = [Actor::Editor, Actor::Steward, Actor::Owner, Actor::Operator];

fn sensitive_acts() -> BTreeSet<String> {
    let acts = Act::ALL.iter().filter(|act| act.needs() == Assurance::SecondFactor);
    acts.map(|act| format!("{act:?}")).collect()
}

/// Those who may, each on the host where they may.
fn who_may(row: &Row) -> Vec<Actor> {
    OFFICERS.into_iter().filter(|actor| row.rule.allows(*actor)).collect()
}

#[test]
fn a3_every_sensitive_act_stands_in_the_table_at_both_doors_and_every_act_of_an_office_is_sensitive() {
    let named = |doors: &[&str]| -> BTreeSet<String> {
        rows().into_iter().filter(|row| doors.contains(&row.door.as_str())).filter_map(|row| row.sensitive).collect()
    };
    assert_eq!(named(&["graphql"]), sensitive_acts());
    assert_eq!(named(&["web", "platform"]), sensitive_acts());
    for row in rows() {
        let writes = row.element.starts_with("POST ") || row.element.starts_with("Mutation.");
        let office = ["editor", "steward", "owner", "operator"].contains(&row.rule.name);
        let looks = LOOKING.contains(&row.element.as_str());
        assert_eq!(row.sensitive.is_some(), writes && office && !looks, "{} {}", row.door, row.element);
    }
}

#[tokio::test]
async fn a3_without_proof_every_sensitive_row_answers_step_up_required_and_with_proof_its_own_answer() {
    let mut cast = Cast::assemble().await;
    let documents: BTreeMap<String, String> = documents::all().into_iter().collect();
    let mut unproved: HashMap<Actor, Visitor> = HashMap::new();
    for actor in OFFICERS {
        unproved.insert(actor, cast.unproved(actor).await);
    }
    let mut tried = 0;
    // Where sponsors decide, no steward does: with this every act has a rightful answer.
    let looked = cast.known(Actor::Owner).await.graphql(LOOK, json!({})).await["data"]["admissionPolicy"].clone();
    let input = json!({ "version": looked["version"], "look": looked["look"], "knobs": { "sponsors": 0 } });
    let changed = cast.known(Actor::Owner).await.graphql(BY_OFFICE, json!({ "input": input })).await;
    assert_eq!(said(&changed), "nothing", "{changed}");
    for row in rows().into_iter().filter(|row| row.sensitive.is_some()) {
        let may = who_may(&row);
        assert!(!may.is_empty(), "nobody may {}", row.element);
        for actor in may {
            let without = unproved.get_mut(&actor).unwrap();
            let said = attempt(without, &row, &documents).await;
            assert_eq!(said, "STEP_UP_REQUIRED", "{} as {actor:?} without proof", row.element);
            let mut with = cast.known(actor).await;
            let said = attempt(&mut with, &row, &documents).await;
            assert!(
                !["STEP_UP_REQUIRED", "SIGN_IN_AGAIN", "FORBIDDEN", "FAULT"].contains(&said.as_str()),
                "{} as {actor:?} with proof: {said}",
                row.element
            );
            tried += 1;
        }
    }
    assert_eq!(tried, 138, "ten acts, two doors, everybody who may");
    // What is not sensitive asks nobody for anything.
    for row in rows().into_iter().filter(|row| row.door == "graphql" && row.sensitive.is_none()) {
        if row.element.starts_with("Subscription.")
            || ["Mutation.leave", "Mutation.signOut", "Mutation.signOutEverywhere"].contains(&row.element.as_str())
        {
            continue;
        }
        let owner = unproved.get_mut(&Actor::Owner).unwrap();
        assert_ne!(attempt(owner, &row, &documents).await, "STEP_UP_REQUIRED", "{}", row.element);
    }
    cast.stage.close().await;
}

async fn attempt(visitor: &mut Visitor, row: &Row, documents: &BTreeMap<String, String>) -> String {
    if row.door == "graphql" {
        return said(&visitor.graphql(&documents[&row.element], json!({})).await);
    }
    let path = row.element.trim_start_matches("POST ");
    let path: Vec<&str> = path.split('/').map(|part| if part.starts_with(':') { NOTHING } else { part }).collect();
    told(&visitor.post(&path.join("/"), &FIELDS).await)
}

/// The code of the refusal or the error; `nothing` when neither is there.
fn said(answer: &Value) -> String {
    let payload = answer["data"].as_object().and_then(|data| data.values().next()).cloned().unwrap_or(Value::Null);
    let code = answer["errors"][0]["extensions"]["code"].as_str().or(payload["refusal"]["code"].as_str());
    code.unwrap_or("nothing").to_owned()
}

/// The same of a page: the way to a second factor stands in the place of the answer, with everything that was typed.
fn told(page: &Page) -> String {
    if page.status != 403 {
        return page.status.to_string();
    }
    let way = page
        .forms()
        .into_iter()
        .find(|form| ["/account/prove", "/account/factor/begin"].contains(&form.action.as_str()));
    let Some(way) = way else { return "FORBIDDEN".to_owned() };
    // A button alone has nothing to lose.
    let bare =
        ["/operator/jobs/", "/operator/hosts/", "/steward/listings/"].iter().any(|path| page.path.starts_with(path));
    for (name, value) in FIELDS.into_iter().filter(|_| !bare) {
        assert!(way.fields.contains(&(format!("carry.{name}"), value.to_owned())), "{} loses {name}", page.path);
    }
    "STEP_UP_REQUIRED".to_owned()
}
