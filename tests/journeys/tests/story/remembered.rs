//! Who a session belongs to is remembered for requests that read, and asked for by whatever writes.

use crate::village;
use kit::{Page, Stage, Visitor};
use serde_json::{Value, json};
use server::identify::Memory;
use std::time::Duration;

/// Longer than any test: whatever goes by the memory is seen to.
const REMEMBERING: Memory = Memory { faces: Duration::ZERO, sessions: Duration::from_hours(1) };
const WHO: &str = "{ viewer { me { member { name } } } }";
const RENAME: &str = "mutation($input: EditProfileInput!) { editProfile(input: $input) { refusal { code } } }";

async fn name(visitor: &mut Visitor) -> Value {
    visitor.graphql(WHO, Value::Null).await["data"]["viewer"]["me"]["member"]["name"].clone()
}

#[tokio::test]
async fn a6_a_session_that_ended_may_be_read_with_for_a_moment_and_writes_nothing() {
    let moment = Memory::SERVED.sessions;
    assert!(moment > Duration::ZERO && moment < Duration::from_secs(1), "bar A6: {moment:?}");
    let stage = Stage::remembering(REMEMBERING).await;
    let village = village(&stage).await;
    let mut anne = stage.signed_in("village.localhost", "anne@example.test").await;
    let form = anne.get("/me").await.expect(200);
    assert_eq!(name(&mut anne).await, "Anne Petit");
    // From somewhere else, so that this process's memory knows nothing of it.
    let caller = stage.caller(village, "anne@example.test").await;
    membership::session::sign_out_everywhere(&stage.db, &caller).await.unwrap();
    assert_eq!(name(&mut anne).await, "Anne Petit", "a read may go by the memory");
    let _read = anne.get("/me").await.expect(200);
    let rename = json!({ "input": { "name": "Quelqu’un d’autre", "language": "FR", "timezone": "Europe/Paris" } });
    let refused = anne.graphql(RENAME, rename).await;
    assert_eq!(refused["data"]["editProfile"]["refusal"]["code"], "FORBIDDEN", "{refused}");
    let refused = anne.submit(form.form("/me/profile").fill(&[("name", "Quelqu’un d’autre")])).await;
    assert_eq!(refused.status, 403);
    assert_eq!(name(&mut anne).await, Value::Null, "whoever tried to write is remembered no more");
    stage.close().await;
}

#[tokio::test]
async fn what_i_wrote_shows_on_the_next_page() {
    let stage = Stage::remembering(REMEMBERING).await;
    village(&stage).await;
    let mut anne = stage.signed_in("village.localhost", "anne@example.test").await;
    let page = anne.get("/me").await.expect(200);
    let saved = anne.submit(page.form("/me/profile").fill(&[("name", "Anne Durand")])).await.expect(303);
    let initials = |page: &Page| page.texts("header a[href='/me']").concat();
    let next = anne.follow(saved).await.expect(200);
    assert!(initials(&page).contains("AP") && initials(&next).contains("AD"), "{}", initials(&next));
    stage.close().await;
}
