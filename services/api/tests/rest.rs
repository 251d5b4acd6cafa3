//! The REST door on the whole platform, as an integrator and a mail program use it.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use kernel::{Caller, CommunityId, PlatformTokenId, Scope, Scopes};
use kit::{Page, Somebody, Stage};
use membership::stop::{LetterKind, stop_token};
use membership::suppression::{Mail, is_suppressed};
use reqwest::Method;
use serde_json::{Value, json};
use uuid::Uuid;

const PLATFORM: &str = "localhost";
const ANNE: Somebody = Somebody::new("Anne Petit", "anne@example.test");

async fn token(stage: &Stage) -> String {
    let id = PlatformTokenId(Uuid::from_u128(1));
    community::platform_token::issue(&stage.db, &Caller::house(CommunityId::PLATFORM), id, "test", Scopes::all(), None)
        .await
        .unwrap()
}

async fn send(stage: &Stage, host: &str, path: &str, token: &str, body: Option<Value>) -> Page {
    let bearer = format!("Bearer {token}");
    let headers = [("authorization", bearer.as_str()), ("content-type", "application/json"), ("accept-language", "en")];
    let method = if body.is_some() { Method::POST } else { Method::GET };
    stage.visitor(host).send(method, path, &headers, body.map(|body| body.to_string())).await
}

fn launch(id: u128, slug: &str) -> Value {
    json!({
        "id": Uuid::from_u128(id),
        "slug": slug,
        "name": "Entraide",
        "organisation": "Association",
        "postal_address": "1 rue du Pont, 58800 Corbigny",
        "preset": "confiance",
        "languages": ["fr", "en"],
        "timezone": "Europe/Paris",
        "brand_primary": "#2f5d50",
        "brand_accent": "#c8553d",
        "owner_email": ANNE.email,
        "owner_name": ANNE.name,
        "founders": [{ "email": "guy@example.test", "name": "Guy Moreau" }],
    })
}

#[tokio::test]
async fn an_integrator_launches_a_community_and_brings_its_members() {
    let stage = Stage::open().await;
    let token = token(&stage).await;
    let launched = send(&stage, PLATFORM, "/api/communities", &token, Some(launch(5, "village"))).await;
    assert_eq!(launched.status, 201, "{}", launched.body);
    let again = send(&stage, PLATFORM, "/api/communities", &token, Some(launch(5, "village"))).await;
    assert_eq!((again.status.as_u16(), &again.body), (201, &launched.body), "repeating is harmless");
    assert_eq!(again.json(), json!({ "id": Uuid::from_u128(5), "host": "village.localhost" }));
    let refused = send(&stage, PLATFORM, "/api/communities", &token, Some(launch(6, "village"))).await;
    assert_eq!((refused.status.as_u16(), refused.json()["code"].clone()), (409, json!("SLUG_TAKEN")));
    let rows = json!({ "rows": [
        { "key": "b", "email": "bruno@example.test", "name": "Bruno Lefort" },
        { "key": "c", "email": "claire@example.test", "name": "Claire Roux" },
        { "key": "x", "email": "nobody", "name": "Nobody" },
    ] });
    let report = send(&stage, PLATFORM, "/api/communities/village/import/members", &token, Some(rows.clone())).await;
    let report = report.expect(200).json();
    assert_eq!((&report["taken"], &report["left_out"][0]["row"]), (&json!(2), &json!(3)), "{report}");
    let again =
        send(&stage, PLATFORM, "/api/communities/village/import/members", &token, Some(rows)).await.expect(200).json();
    assert_eq!((&again["taken"], &again["known"]), (&json!(0), &json!(2)));
    let words = json!({ "rows": [
        { "sponsor": "b", "member": "c", "given_at": "2025-01-01T00:00:00Z" },
        { "sponsor": "b", "member": "b", "given_at": "2025-01-01T00:00:00Z" },
    ] });
    let report = send(&stage, PLATFORM, "/api/communities/village/import/sponsorships", &token, Some(words)).await;
    let report = report.expect(200).json();
    assert_eq!((&report["taken"], &report["left_out"][0]["row"]), (&json!(1), &json!(2)), "{report}");
    stage.close().await;
}

#[tokio::test]
async fn a_key_is_taken_as_it_stands_and_an_address_in_whatever_case() {
    let stage = Stage::open().await;
    let token = token(&stage).await;
    // Its own community: a token imports into no other.
    let launched = send(&stage, PLATFORM, "/api/communities", &token, Some(launch(5, "village"))).await;
    assert_eq!(launched.status, 201, "{}", launched.body);
    let rows = json!({ "rows": [
        { "key": "A12", "email": "bruno@example.test", "name": "Bruno Blanc" },
        { "key": "a12", "email": "claire@example.test", "name": "Claire Roux" },
        { "key": "n0", "email": ANNE.email.to_uppercase(), "name": "Anne" },
    ] });
    let report = send(&stage, PLATFORM, "/api/communities/village/import/members", &token, Some(rows)).await;
    let report = report.expect(200).json();
    assert_eq!((&report["taken"], &report["known"]), (&json!(2), &json!(1)), "{report}");
    let day = "2025-01-01T00:00:00Z";
    let words = json!({ "rows": [
        { "sponsor": "A12", "member": "a12", "given_at": day },
        { "sponsor": "n0", "member": "A12", "given_at": day },
        { "sponsor": ANNE.email.to_uppercase(), "member": "a12", "given_at": day },
        { "sponsor": "N0", "member": "a12", "given_at": day },
    ] });
    let report = send(&stage, PLATFORM, "/api/communities/village/import/sponsorships", &token, Some(words)).await;
    let report = report.expect(200).json();
    assert_eq!((&report["taken"], &report["left_out"][0]["row"]), (&json!(3), &json!(4)), "{report}");
    let reason = report["left_out"][0]["reason"].as_str().unwrap();
    assert_eq!(reason, sponsorship::LeftOut::SponsorUnknown.to_string());
    stage.close().await;
}

#[tokio::test]
async fn a_token_is_needed_and_a_revoked_one_is_worthless() {
    let stage = Stage::open().await;
    let token = token(&stage).await;
    assert_eq!(send(&stage, PLATFORM, "/api/operator/figures", &token, None).await.status, 200);
    let wrong = send(&stage, PLATFORM, "/api/operator/figures", "wrong", None).await;
    assert_eq!((wrong.status.as_u16(), wrong.json()["code"].clone()), (401, json!("TOKEN_INVALID")));
    let house = Caller::house(CommunityId::PLATFORM);
    community::platform_token::revoke(&stage.db, &house, PlatformTokenId(Uuid::from_u128(1))).await.unwrap();
    assert_eq!(send(&stage, PLATFORM, "/api/operator/figures", &token, None).await.status, 401);
    stage.close().await;
}

/// Whoever has no good token learns that and nothing of what else they sent; always in the form that the document knows.
#[tokio::test]
async fn s7_a_false_token_is_told_of_before_anything_else_and_in_json() {
    let stage = Stage::open().await;
    let good = token(&stage).await;
    let show = async |token: &str, kind: &'static str, body: &str| {
        let bearer = format!("Bearer {token}");
        let headers = [("authorization", bearer.as_str()), ("content-type", kind), ("accept-language", "en")];
        stage.visitor(PLATFORM).send(Method::POST, "/api/bounces", &headers, Some(body.to_owned())).await
    };
    let json = "application/json";
    for (kind, body) in [(json, "\0"), (json, "{}"), (json, ""), ("text/plain", "{}"), ("x", ""), ("", "")] {
        for wrong in ["wrong", "", "a b"] {
            let told = show(wrong, kind, body).await.expect(401);
            assert_eq!(
                told.header("content-type"),
                Some("application/json; charset=utf-8"),
                "{wrong:?} {kind:?} {body:?}"
            );
            assert_eq!(told.json()["code"], "TOKEN_INVALID");
        }
    }
    let unreadable = show(&good, json, "\0").await.expect(400).json();
    assert_eq!(unreadable["code"], "UNREADABLE");
    assert!(unreadable["detail"].as_str().unwrap().contains("line 1 column 1"), "{unreadable}");
    assert_eq!(show(&good, "text/plain", "{}").await.expect(415).json()["code"], "NOT_JSON");
    let nothing = show(&good, "", "{}").await;
    assert!(nothing.status.is_client_error() && nothing.json()["code"].is_string(), "{}", nothing.body);
    stage.close().await;
}

#[tokio::test]
async fn e9_a_hard_bounce_ends_all_letters_to_an_address() {
    let stage = Stage::open().await;
    let token = token(&stage).await;
    let house = Caller::house(CommunityId::PLATFORM);
    let gone = async || is_suppressed(&stage.db, &house, &ANNE.address(), Mail::Other).await.unwrap();
    let bounce = |severity: &str| Some(json!({ "email": ANNE.email, "severity": severity, "diagnostic": "550 5.1.1" }));
    assert_eq!(send(&stage, PLATFORM, "/api/bounces", &token, bounce("soft")).await.status, 200);
    assert!(!gone().await);
    assert_eq!(send(&stage, PLATFORM, "/api/bounces", "wrong", bounce("hard")).await.status, 401);
    assert!(!gone().await);
    assert_eq!(send(&stage, PLATFORM, "/api/bounces", &token, bounce("hard")).await.status, 200);
    assert_eq!(send(&stage, PLATFORM, "/api/bounces", &token, bounce("hard")).await.status, 200);
    assert!(gone().await);
    stage.close().await;
}

#[tokio::test]
async fn e9_a_complaint_counts_against_the_community_whose_letter_it_names() {
    let stage = Stage::open().await;
    let token = token(&stage).await;
    for slug in ["village", "hamlet"] {
        let community = stage.community(slug, "confiance", &[ANNE]).await;
        stage.sent(community, "reader@example.test", &format!("<{slug}@maillon.test>")).await;
        stage.clock.advance(chrono::Duration::minutes(1));
    }
    let complaint = |message: &str| {
        let named = (!message.is_empty()).then_some(message);
        Some(json!({ "email": "reader@example.test", "severity": "complaint", "message_id": named }))
    };
    for (message, counted) in [
        ("village@maillon.test", &["village"][..]),
        (" <village@maillon.test> ", &["village"][..]),
        ("<0102018c@relay.test>", &["hamlet", "village"][..]),
        ("", &["hamlet", "village"][..]),
    ] {
        assert_eq!(send(&stage, PLATFORM, "/api/bounces", &token, complaint(message)).await.status, 200);
        assert_eq!(stage.complained_of().await, counted, "{message:?}");
    }
    stage.close().await;
}

#[tokio::test]
async fn e11_one_click_stops_a_kind_of_letter_without_cookie_redirect_or_person() {
    let stage = Stage::open().await;
    let community = stage.community("village", "confiance", &[ANNE]).await;
    let caller = stage.caller(community, ANNE.email).await;
    let member = caller.me().unwrap().member;
    let path = format!("/api/stop/{}", stop_token(stage.db.seal(), community, member, LetterKind::Digest));
    let wanted = async || membership::views::own(&stage.db, &caller).await.unwrap().letters;
    let one_click = [("content-type", "application/x-www-form-urlencoded"), ("user-agent", "Mail/1.0")];
    let post = async |host: &str, path: &str| {
        stage.visitor(host).send(Method::POST, path, &one_click, Some("List-Unsubscribe=One-Click".to_owned())).await
    };
    let opened = stage.visitor("village.localhost").send(Method::GET, &path, &[], None).await;
    assert_eq!(opened.status, 405);
    assert!(wanted().await.digest, "opening it changes nothing");
    for _ in 0..2 {
        let answer = post("village.localhost", &path).await.expect(200);
        assert!(answer.headers.get("location").is_none() && answer.headers.get("set-cookie").is_none());
    }
    assert!(!wanted().await.digest && wanted().await.message_letters, "that kind, and no other");
    assert_eq!(post("localhost", &path).await.status, 404);
    assert_eq!(post("village.localhost", &format!("{path}x")).await.status, 404);
    stage.close().await;
}

#[tokio::test]
async fn t1_a_token_reaches_only_the_communities_it_launched() {
    let stage = Stage::open().await;
    stage.community("elsewhere", "confiance", &[ANNE]).await;
    let token = token(&stage).await;
    let house = Caller::house(CommunityId::PLATFORM);
    let id = PlatformTokenId(Uuid::from_u128(2));
    let other = community::platform_token::issue(&stage.db, &house, id, "other", Scopes::all(), None).await.unwrap();
    let launched = send(&stage, PLATFORM, "/api/communities", &token, Some(launch(5, "village"))).await;
    assert_eq!(launched.status, 201, "{}", launched.body);
    let import = async |token: &str, slug: &str| {
        let rows =
            json!({ "rows": [{ "key": "m", "email": "mallory@example.test", "name": "Mallory", "founder": true }] });
        let path = format!("/api/communities/{slug}/import/members");
        let page = send(&stage, PLATFORM, &path, token, Some(rows)).await;
        (page.status.as_u16(), page.body)
    };
    let absent = import(&token, "nothing").await;
    assert_eq!(absent.0, 404);
    assert_eq!(import(&token, "elsewhere").await, absent, "launched by nobody's token: not there, byte for byte");
    assert_eq!(import(&other, "village").await, absent, "launched by another token: not there");
    assert_eq!(import(&token, "").await.0, 404);
    assert_eq!(import(&token, "village").await.0, 200);
    stage.close().await;
}

#[tokio::test]
async fn a8_a_token_does_what_its_scopes_say_and_nothing_else() {
    let stage = Stage::open().await;
    let house = Caller::house(CommunityId::PLATFORM);
    for (n, scope) in (10..).zip(Scope::ALL) {
        let id = PlatformTokenId(Uuid::from_u128(n));
        let scopes = [scope].into_iter().collect();
        let token = community::platform_token::issue(&stage.db, &house, id, "one", scopes, None).await.unwrap();
        let bounce = json!({ "email": "gone@example.test", "severity": "soft" });
        let tries = [
            (Scope::Launch, "/api/communities", Some(launch(n, "village"))),
            (Scope::Import, "/api/communities/nothing/import/members", Some(json!({ "rows": [] }))),
            (Scope::Bounces, "/api/bounces", Some(bounce)),
            (Scope::Figures, "/api/operator/figures", None),
        ];
        for (needed, path, body) in tries {
            let status = send(&stage, PLATFORM, path, &token, body).await.status.as_u16();
            assert_eq!(status == 403, needed != scope, "{path} with {scope}: {status}");
        }
    }
    stage.close().await;
}
