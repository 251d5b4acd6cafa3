//! Every field of every form that anybody is shown.

use crate::{chosen, soon, values};
use authorisation::{
    life::{HERE, Life},
    rows,
};
use kit::{Form, Page, Stage, Visitor};
use poem::http::Method;
use std::collections::BTreeMap;
use uuid::Uuid;

/// After these nobody would be who they were.
const ENDING: [&str; 6] =
    ["/sign-out", "/account/sessions", "/account/sign-in-again", "/me/leave", "/me/data/erase", "/owner/removal"];

/// Tables that say what was asked, whether or not anything came of it.
const OF_ASKING: &str = "'session', 'journal', 'journal_note', 'journal_head', 'denial', 'sign_in', 'address_letter', 'device', 'listing_seen'";

/// Every form of every page that this person is shown, once: by where it goes and what it asks.
async fn forms(stage: &Stage, life: &Life, visitor: &mut Visitor) -> BTreeMap<String, (String, Form)> {
    let mut ids: Vec<Uuid> = Vec::new();
    for table in ["member", "listing", "conversation", "sponsorship"] {
        let statement =
            sqlx::AssertSqlSafe(format!("select id from {table} where community_id = $1 order by id limit 6"));
        let found: Vec<Uuid> = sqlx::query_scalar(statement)
            .bind(life.community.0)
            .fetch_all(&mut stage.scratch.owner().await)
            .await
            .unwrap();
        ids.extend(found);
    }
    let mut forms = BTreeMap::new();
    for row in rows().into_iter().filter(|row| row.door == "web") {
        let Some(path) = row.element.strip_prefix("GET ").filter(|path| !path.contains(":token")) else { continue };
        let path = path.replace(":code", "fr").replace(":file", "x.css");
        let about: Vec<String> = if path.contains(":id") {
            ids.iter().map(|id| path.replace(":id", &id.to_string())).collect()
        } else {
            vec![path]
        };
        for path in about {
            let page = visitor.get(&path).await;
            let shown = if page.status.is_success() && page.body.contains("<form") { page.forms() } else { Vec::new() };
            for form in shown.into_iter().filter(|form| !ENDING.iter().any(|ending| form.action.starts_with(ending))) {
                let names: Vec<&str> = form.fields.iter().map(|(name, _)| name.as_str()).collect();
                let shape: String =
                    form.action.split('/').map(|part| if part.len() == 36 { ":id" } else { part }).collect();
                forms.entry(format!("{} {shape} {names:?}", form.method)).or_insert((path.clone(), form));
            }
        }
    }
    forms
}

/// Sends a form whose field `name` holds `value`, encoded already.
async fn send(visitor: &mut Visitor, form: &Form, name: &str, value: &str) -> Page {
    let others = form.fields.iter().filter(|(other, _)| other != name);
    let mut body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(others).finish();
    body.extend(["&", name, "=", value]);
    if form.method != "post" {
        return visitor.get(&format!("{}?{}", form.action, body.replace(' ', "+"))).await;
    }
    let origin = visitor.origin();
    let headers = [
        ("content-type", "application/x-www-form-urlencoded"),
        ("origin", origin.as_str()),
        ("sec-fetch-site", "same-origin"),
    ];
    visitor.send(Method::POST, &form.action, &headers, Some(body)).await
}

/// Everything that is kept, in short.
async fn state(stage: &Stage) -> Vec<(String, String)> {
    let mut owner = stage.scratch.owner().await;
    let tables: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
        "select tablename::text from pg_tables where schemaname = 'public' and tablename not in ({OF_ASKING}) order by 1"
    )))
    .fetch_all(&mut owner)
    .await
    .unwrap();
    let mut sums = Vec::new();
    for table in tables {
        let sum = format!("select coalesce(md5(string_agg(t::text, '' order by t::text)), '') from {table} t");
        let sum: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sum)).fetch_one(&mut owner).await.unwrap();
        sums.push((table, sum));
    }
    sums
}

#[tokio::test]
async fn s9_whatever_a_form_field_holds_it_is_answered_and_what_is_refused_changes_nothing() {
    let stage = Stage::open().await;
    let life = Life::lead(&stage, HERE).await;
    stage.work().await;
    let (values, mut turn, mut refusals, mut quiet) = (values::in_forms(), 0, 0, 0);
    for email in [life.people[0].email, life.people[1].email, life.waiting, ""] {
        let mut visitor = somebody(&stage, &life, email).await;
        for (name, (page, form)) in forms(&stage, &life, &mut visitor).await {
            // Nobody's budget is to run out, and no session.
            stage.clock.advance(chrono::Duration::minutes(61));
            visitor = somebody(&stage, &life, email).await;
            for (field, _) in &form.fields {
                turn += 1;
                let before = state(&stage).await;
                let mut taken = 0;
                for value in chosen(&values, 5, turn) {
                    let what = format!("{name} on {page}, {field} = {value:.60}");
                    let answer = soon(send(&mut visitor, &form, field, &value), &what).await;
                    let refused = answer.status.is_client_error();
                    (refusals, taken) = (refusals + usize::from(refused), taken + usize::from(!refused));
                }
                if taken == 0 {
                    quiet += 1;
                    assert_eq!(state(&stage).await, before, "{name}, {field}: refused, and something changed");
                }
            }
        }
    }
    assert!(
        turn > 60 && refusals > turn && quiet > 5,
        "{turn} fields, {refusals} refusals, {quiet} fields refused throughout"
    );
    stage.close().await;
}

async fn somebody(stage: &Stage, life: &Life, email: &str) -> Visitor {
    if email.is_empty() { stage.visitor(&life.host()) } else { stage.signed_in(&life.host(), email).await }
}
