//! The REST door: no operation believes anything but its token.

use authorisation::{Cast, rows};
use serde_json::{Value, json};

#[tokio::test]
async fn without_a_token_no_rest_operation_answers_but_the_public_ones() {
    let cast = Cast::assemble().await;
    let mut owner = cast.stage.signed_in("localhost", "operator@example.test").await;
    for row in rows().into_iter().filter(|row| row.door == "rest") {
        let (method, path) = row.element.split_once(' ').unwrap();
        let path = path.replace(":slug", "here").replace(":token", "nothing");
        let json = ("content-type", "application/json");
        let origin = owner.origin();
        for token in [None, Some("Bearer nonsense")] {
            let mut headers = vec![json, ("origin", origin.as_str()), ("sec-fetch-site", "same-origin")];
            headers.extend(token.map(|token| ("authorization", token)));
            let page = owner
                .send(method.parse().unwrap(), &path, &headers, (method == "POST").then(|| body(&path).to_string()))
                .await;
            let status = page.status.as_u16();
            if row.rule.name == "token" {
                assert!(matches!(status, 401 | 403), "{}: {status} {}", row.element, page.body);
            } else {
                assert!(!matches!(status, 401 | 403) && status < 500, "{}: {status} {}", row.element, page.body);
            }
        }
    }
    cast.stage.close().await;
}

/// A good body, so that nothing but the missing token stands in the way.
fn body(path: &str) -> Value {
    match path {
        "/api/bounces" => json!({ "email": "a@example.test", "severity": "hard" }),
        "/api/communities" => json!({
            "id": "00000000-0000-4000-8000-000000000001", "slug": "morvan", "name": "Morvan", "organisation": "Foyer",
            "postal_address": "Corbigny", "preset": "confiance", "languages": ["fr"], "timezone": "Europe/Paris",
            "brand_primary": "#1f5c47", "brand_accent": "#dd9d2f", "owner_email": "a@example.test", "owner_name": "Anne",
            "owner": { "email": "a@example.test", "name": "Anne" }, "founders": [],
        }),
        _ => json!({ "rows": [] }),
    }
}
