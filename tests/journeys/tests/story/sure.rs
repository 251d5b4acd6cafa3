//! Whoever is asked whether they are sure is taken at their word.

use crate::{FOUNDERS, village};
use kit::Stage;
use serde_json::{Value, json};

#[tokio::test]
async fn no_is_no_wherever_a_box_says_that_one_is_sure() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut bruno = stage.signed_in("village.localhost", FOUNDERS[4].email).await;
    for path in ["/me/leave", "/me/data/erase"] {
        for word in ["no", "non", "off", "false", "0", "on"] {
            let refused = bruno.post(path, &[("sure", word)]).await;
            assert_eq!(refused.status.as_u16(), 422, "{path} with sure={word}: {}", refused.text());
        }
    }
    let asked = bruno.graphql("{ viewer { me { member { standing } } } }", Value::Null).await;
    assert_eq!(asked["data"]["viewer"]["me"]["member"]["standing"], json!("MEMBER"), "{asked}");
    let page = bruno.get("/me/leave").await.expect(200);
    let _left = bruno.submit(page.form("/me/leave").fill(&[("sure", "yes")])).await.expect(303);
    stage.work().await;
    stage.finish().await;
}
