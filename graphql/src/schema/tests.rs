//! The schema as a whole: its committed text, its limits, and that no field answers unasked for.

use super::*;
use crate::door::tests::{COMMUNITY, door};
use crate::{
    answer::tidy,
    documents,
    visit::{Origin, Visit},
};
use async_graphql::{Request, Value};
use futures_util::StreamExt as _;
use kernel::{Caller, Language};
use std::{path::Path, sync::Arc};

#[test]
fn the_committed_sdl_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema.graphql");
    if std::env::var_os("UPDATE_SDL").is_some() {
        std::fs::write(&path, sdl()).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == sdl(), "graphql/schema.graphql is stale: run this test once with UPDATE_SDL=1");
}

#[test]
fn the_guard_knows_every_connection_and_every_sensitive_mutation() {
    for ty in types(&sdl()) {
        for field in fields_of(ty) {
            let (name, kind) = (field.name.node.as_str(), field.ty.node.to_string());
            let pages = field.arguments.iter().any(|argument| argument.node.name.node == "first");
            assert_eq!(pages, kind.contains("Connection"), "{name} is a connection exactly if it takes `first`");
            assert!(!pages || limits::CONNECTIONS.contains(&name), "{name} is missing from limits::CONNECTIONS");
        }
    }
    let known = elements();
    for name in limits::SENSITIVE {
        assert!(known.contains(&format!("Mutation.{name}")), "{name} is no mutation");
    }
    let everywhere: Vec<String> = fields(&sdl(), |_| true).into_iter().map(|(_, field)| field).collect();
    for name in limits::CONNECTIONS {
        assert!(everywhere.contains(&(*name).to_owned()), "{name} is no field");
    }
    for (name, _) in limits::HEAVY {
        assert!(everywhere.contains(&(*name).to_owned()), "{name} is no field");
    }
}

#[test]
fn every_public_field_exists() {
    let known = elements();
    for field in public_fields() {
        assert!(known.contains(&field), "{field}");
    }
    assert!(!public_fields().is_empty());
}

/// Asks every field of the three roots that is not public, as a visitor, with no database behind it: whatever is not
/// refused before it reaches the database shows itself as a fault.
#[tokio::test]
async fn t2_no_field_answers_a_visitor_unless_it_is_public() {
    let public = public_fields();
    let mut asked = 0;
    for (element, document) in documents::all() {
        if public.contains(&element) {
            continue;
        }
        let answer = ask(&document).await;
        assert_eq!(said(&answer), "FORBIDDEN", "{element}: {document} → {answer:?}");
        asked += 1;
    }
    assert!(asked > 40, "{asked}");
}

async fn ask(document: &str) -> async_graphql::Response {
    let door = door();
    let visit = Arc::new(Visit::new(Caller::anonymous(COMMUNITY, Language::En), None, Origin::default()));
    let mut stream = door.schema.execute_stream(door.prepare(Request::new(document), visit));
    let mut answer = stream.next().await.unwrap();
    tidy(&mut answer, true);
    answer
}

/// The code of the first error, or of the payload's refusal.
fn said(answer: &async_graphql::Response) -> String {
    let code = |value: &Value| match value {
        Value::String(code) => code.clone(),
        other => other.to_string(),
    };
    if let Some(error) = answer.errors.first() {
        return error.extensions.as_ref().and_then(|values| values.get("code")).map(code).unwrap_or_default();
    }
    let data = answer.data.clone().into_json().unwrap();
    let payload = data.as_object().unwrap().values().next().unwrap();
    payload["refusal"]["code"].as_str().unwrap_or("nothing").to_owned()
}
