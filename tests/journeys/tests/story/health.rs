//! Those who look after a community see how it holds together, as it was measured by night.

use crate::village;
use chrono::{Duration, Timelike};
use kit::Stage;
use serde_json::{Value, json};

const HOST: &str = "village.localhost";
const HELENE: &str = "helene@example.test";

/// The next night, in which it is measured.
async fn night(stage: &Stage) {
    let hours = (27 - i64::from(stage.now().hour())) % 24;
    let drained = stage.advance(Duration::hours(if hours == 0 { 24 } else { hours })).await;
    assert_eq!(stage.now().hour(), 3, "{drained:?}");
}

#[tokio::test]
async fn an_owner_sees_how_the_community_holds_together_from_the_morning_after_on() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in(HOST, HELENE).await;
    let desk = helene.get("/steward").await.expect(200);
    let page = helene.get(&desk.link("/steward/health")).await.expect(200);
    assert!(page.text().contains("Pas encore mesuré"), "{}", page.text());
    night(&stage).await;
    let mut helene = stage.signed_in(HOST, HELENE).await;
    let page = helene.get("/steward/health").await.expect(200);
    assert!(page.text().contains("100 % des membres (6 sur 6)"), "{}", page.text());
    assert_eq!(page.texts("#t-founders ~ .rows li h3").len(), 6, "{}", page.text());
    assert_eq!(page.texts("#t-sound ~ details tbody tr").len(), 1, "the trend's numbers are a table, too");
    assert_eq!(page.texts("#t-funnel ~ details tbody tr").len(), 6);
    let mut anne = stage.signed_in(HOST, "anne@example.test").await;
    let _not_hers = anne.get("/steward/health").await.expect(403);
    stage.close().await;
}

#[tokio::test]
async fn a_program_of_an_owner_reads_the_same_figures() {
    let stage = Stage::open().await;
    village(&stage).await;
    night(&stage).await;
    let mut helene = stage.signed_in(HOST, HELENE).await;
    let query = "{ communityHealth { months { standing sound share roots need accepted } founders { member { name } falling orphans }
        keystones { orphans } toLookAt { name } funnel { waiting asked given declined admitted medianDays } reproduction } }";
    let health = helene.graphql(query, Value::Null).await["data"]["communityHealth"].clone();
    let month = json!({ "standing": 6, "sound": 6, "share": 1.0, "roots": 6, "need": 1, "accepted": 6 });
    assert_eq!((&health["months"][0], health["founders"].as_array().unwrap().len()), (&month, 6), "{health}");
    assert_eq!((&health["toLookAt"], &health["reproduction"]), (&json!([]), &Value::Null), "{health}");
    stage.close().await;
}
