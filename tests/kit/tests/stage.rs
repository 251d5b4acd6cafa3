//! The stage itself: what the other tests stand on holds.

use chrono::Duration;
use kit::{Somebody, Stage};
use poem::http::Method;

const ODILE: Somebody = Somebody::new("Odile", "odile@example.test");
const BRUNO: Somebody = Somebody::new("Bruno", "bruno@example.test");

#[tokio::test]
async fn t12_a_host_nobody_has_is_misdirected_and_names_no_community() {
    let stage = Stage::open().await;
    stage.community("nievre", "confiance", &[ODILE, BRUNO]).await;
    let port = stage.port();
    let right = stage.visitor("nievre.localhost").get("/").await.expect(200);
    assert!(right.body.contains("Entraide nievre"));
    for host in
        ["elsewhere.localhost", "Nievre.localhost", "nievre.localhost.", "xn--nivre-4ra.localhost", "127.0.0.1", ""]
    {
        let page = stage.visitor(host).send(Method::GET, "/", &[("x-forwarded-host", "nievre.localhost")], None).await;
        assert!([404, 421].contains(&page.status.as_u16()), "{host}: {}", page.status);
        assert!(!page.body.to_lowercase().contains("nievre"), "{host}: {}", page.body);
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    }
    // The right host is not led astray by what else a request says.
    let lying = [
        ("x-forwarded-host", "elsewhere.localhost"),
        ("forwarded", "host=elsewhere.localhost"),
        ("x-community", "elsewhere"),
    ];
    let page = stage.visitor("nievre.localhost").send(Method::GET, "/", &lying, None).await.expect(200);
    assert!(page.body.contains("Entraide nievre"));
    assert_ne!(port, 0);
    stage.close().await;
}

#[tokio::test]
async fn a_letter_leads_to_a_session_that_is_worth_nothing_on_another_host() {
    let stage = Stage::open().await;
    stage.community("nievre", "confiance", &[ODILE, BRUNO]).await;
    stage.community("azur", "confiance", &[Somebody::new("Zoé", "zoe@example.test")]).await;
    let mut odile = stage.visitor("nievre.localhost");
    let home = odile.sign_in(&stage, ODILE.email).await.expect(200);
    assert!(home.text().contains("Odile"), "{}", home.text());

    let mut stranger = stage.visitor("azur.localhost");
    for (name, value) in odile.cookies() {
        stranger.hold(name, value);
    }
    let page = stranger.visit("/").await.expect(200);
    assert!(!page.text().contains("Odile") && !page.body.contains("nievre"), "{}", page.text());
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn health_needs_no_community_and_time_moves_only_when_told() {
    let stage = Stage::open().await;
    let mut machine = stage.visitor("10.0.0.1");
    assert_eq!(machine.get("/health/live").await.expect(200).body, "live\n");
    assert_eq!(machine.get("/health/ready").await.expect(200).body, "ready\n");
    let before = stage.now();
    assert_eq!(stage.db.clock().now(), before);
    stage.advance(Duration::days(3)).await;
    assert_eq!(stage.now() - before, Duration::days(3));
    stage.finish().await;
}

#[tokio::test]
async fn w1_a_sibling_community_cannot_post_here() {
    let stage = Stage::open().await;
    stage.community("nievre", "confiance", &[ODILE, BRUNO]).await;
    let mut odile = stage.signed_in("nievre.localhost", ODILE.email).await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    let sibling = format!("http://azur.localhost:{}", stage.port());
    for headers in [vec![form], vec![form, ("origin", sibling.as_str())], vec![form, ("origin", "null")]] {
        let page = odile.send(Method::POST, "/sign-out", &headers, Some(String::new())).await;
        assert_eq!(page.status.as_u16(), 403, "{headers:?}");
    }
    stage.close().await;
}
