//! Where else somebody is: on the platform's own host, about themselves alone.

use crate::{FOUNDERS, village};
use kit::{Somebody, Stage};
use serde_json::{Value, json};
use sqlx::{Connection as _, Executor as _, PgConnection};

/// The platform's own host.
const HOST: &str = "localhost";
const PAUL: Somebody = Somebody::new("Paul Lenoir", "paul@example.test");
const ANNE: &str = "anne@example.test";

#[tokio::test]
async fn t1_everybody_finds_their_own_communities_on_the_platform_and_nobody_elses() {
    let stage = Stage::open().await;
    let village = village(&stage).await;
    stage.community("hameau", "confiance", &[PAUL, FOUNDERS[1]]).await;
    stage.work().await;
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let page = anne.get("/my-communities").await.expect(200);
    assert_eq!(page.texts(".rows h2"), ["Entraide hameau", "Entraide village"]);
    assert!(page.link("//hameau.localhost:").ends_with('/'), "{}", page.body);
    let asked = anne.graphql("{ myCommunities { slug host standing role } }", Value::Null).await;
    let first = json!({ "slug": "hameau", "host": "hameau.localhost", "standing": "MEMBER", "role": "NONE" });
    assert_eq!(asked["data"]["myCommunities"][0], first, "{asked}");
    let mut paul = stage.signed_in(HOST, PAUL.email).await;
    assert_eq!(paul.get("/my-communities").await.expect(200).texts(".rows h2"), ["Entraide hameau"]);
    let mut nobody = stage.signed_in(HOST, "nobody@example.test").await;
    assert!(nobody.get("/my-communities").await.expect(200).texts(".rows h2").is_empty());
    // A community's own host tells nothing of others, and links to where it is told.
    let mut there = stage.signed_in("village.localhost", ANNE).await;
    let _no_page = there.get("/my-communities").await.expect(404);
    let refused = there.graphql("{ myCommunities { slug } }", Value::Null).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
    assert_eq!(
        there.get("/me").await.expect(200).link("/my-communities"),
        format!("http://{HOST}:{}/my-communities", stage.port())
    );
    let gone = stage.caller(village, ANNE).await;
    membership::leave::leave(&stage.db, &gone).await.unwrap();
    assert_eq!(anne.get("/my-communities").await.expect(200).texts(".rows h2"), ["Entraide hameau"], "left is left");
    stage.close().await;
}

/// Whatever a query forgets, the role sees no more than this.
#[tokio::test]
async fn t1_the_platforms_role_sees_rows_of_one_account_and_of_these_no_name() {
    let stage = Stage::open().await;
    let village = village(&stage).await;
    let anne = stage.caller(village, ANNE).await.account().unwrap();
    let mut platform = PgConnection::connect(&stage.scratch.url("maillon_platform")).await.unwrap();
    let count = "select count(*) from member";
    let none: i64 = sqlx::query_scalar(count).fetch_one(&mut platform).await.unwrap();
    assert_eq!(none, 0, "no account, nobody");
    sqlx::query("select set_config('app.account', $1, false)")
        .bind(anne.to_string())
        .execute(&mut platform)
        .await
        .unwrap();
    let own: i64 = sqlx::query_scalar(count).fetch_one(&mut platform).await.unwrap();
    assert_eq!(own, 1, "her own");
    for more in ["select name from member", "select about from member", "update member set role = 'owner'"] {
        assert!(platform.execute(more).await.is_err(), "{more}");
    }
    // It takes rows away when a community goes (T13), and none before: not even those it sees.
    let gone = platform.execute("delete from member").await.unwrap().rows_affected();
    assert_eq!(gone, 0, "nobody's removal has begun");
    let mut app = PgConnection::connect(&stage.scratch.url("maillon_app")).await.unwrap();
    sqlx::query("select set_config('app.account', $1, false)").bind(anne.to_string()).execute(&mut app).await.unwrap();
    let through: i64 = sqlx::query_scalar(count).fetch_one(&mut app).await.unwrap();
    assert_eq!(through, 0, "requests gain nothing by it");
    stage.close().await;
}
