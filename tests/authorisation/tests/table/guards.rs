//! What stands before every door: origin, host, headers, cookies.

use authorisation::{Actor, Cast, rows};
use data_encoding::BASE64URL_NOPAD;

#[tokio::test]
async fn w1_no_form_is_taken_from_another_site_not_even_from_a_sibling_tenant() {
    let cast = Cast::assemble().await;
    let mut member = cast.visitor(Actor::Member).await;
    let own = member.origin();
    let sibling = own.replace("here.", "there.");
    let form = ("content-type", "application/x-www-form-urlencoded");
    let foreign: [&[(&str, &str)]; 6] = [
        &[form],
        &[form, ("origin", "https://evil.example")],
        &[form, ("origin", &sibling)],
        &[form, ("origin", "null")],
        &[form, ("origin", &own), ("sec-fetch-site", "same-site")],
        &[form, ("origin", &own), ("sec-fetch-site", "cross-site")],
    ];
    let forms = rows().into_iter().filter(|row| row.door == "web" && row.element.starts_with("POST "));
    let mut tried = 0;
    for row in forms {
        let path = row
            .element
            .trim_start_matches("POST ")
            .replace(":id", "00000000-0000-4000-8000-000000000001")
            .replace(":token", "x");
        for headers in foreign {
            let page = member.send("POST".parse().unwrap(), &path, headers, Some(String::new())).await;
            assert_eq!(page.status.as_u16(), 403, "{path} {headers:?}");
            tried += 1;
        }
    }
    assert!(tried > 150, "{tried}");
    cast.stage.close().await;
}

#[tokio::test]
async fn w2_w3_every_answer_carries_the_security_headers_errors_too() {
    let cast = Cast::assemble().await;
    let mut member = cast.visitor(Actor::Member).await;
    for path in [
        "/",
        "/listings",
        "/nowhere",
        "/listings/00000000-0000-4000-8000-000000000001",
        "/health/live",
        "/steward",
        "/assets/nothing.css",
    ] {
        let page = member.get(path).await;
        let header = |name: &str| page.header(name).unwrap_or_else(|| panic!("{path} lacks {name}")).to_owned();
        let policy = header("content-security-policy");
        for part in [
            "default-src 'none'",
            "style-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
        ] {
            assert!(policy.contains(part), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert!(header("strict-transport-security").contains("includeSubDomains"), "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(header("cross-origin-resource-policy"), "same-origin", "{path}");
        assert!(page.header("server").is_none(), "{path}");
    }
    let personal = member.get("/listings").await;
    assert_eq!(personal.header("cache-control"), Some("no-store"));
    cast.stage.close().await;
}

#[tokio::test]
async fn w2_a_script_runs_where_a_town_is_typed_and_on_the_pages_of_passkeys_and_the_map_alone() {
    let mut cast = Cast::assemble().await;
    let mut member = cast.known(Actor::Member).await;
    let policy = |page: &kit::Page| page.header("content-security-policy").unwrap().to_owned();
    let pages: Vec<String> = rows()
        .into_iter()
        .filter(|row| row.door == "web" && row.element.starts_with("GET ") && !row.element.contains(':'))
        .map(|row| row.element.trim_start_matches("GET ").to_owned())
        .collect();
    assert!(pages.len() > 20, "{pages:?}");
    let mut towns = Vec::new();
    for path in &pages {
        let page = member.get(path).await;
        if page.attributes("input", "data-towns").is_empty() {
            assert!(policy(&page).contains("script-src 'none'") && !page.body.contains("<script"), "{path}");
        } else {
            runs_to_the_letter(&mut member, &page, "/assets/towns-").await;
            towns.push(path.as_str());
        }
    }
    towns.sort_unstable();
    assert_eq!(towns, ["/listings", "/places"], "and the questions of a listing, below");
    let new = member.get("/listings/new?direction=offer").await.expect(200);
    runs_to_the_letter(&mut member, &new, "/assets/towns-").await;
    let wrong = member.submit(new.form("/listings").fill(&[("title", "")])).await.expect(422);
    runs_to_the_letter(&mut member, &wrong, "/assets/towns-").await;
    // A map without towns, as here, needs none either; one with towns is tried in `story map`.
    assert!(pages.iter().any(|path| path == "/listings/map"));
    let mut visitor = cast.stage.visitor("here.localhost");
    let asking = visitor.post("/sign-in/passkey/begin", &[]).await.expect(200);
    runs_to_the_letter(&mut visitor, &asking, "/assets/passkey-").await;
    let begin = member.post("/account/passkeys/begin", &[("name", "x")]).await.expect(200);
    assert!(policy(&begin).contains("script-src 'self';"));
    let slip = member.post("/account/passkeys/begin", &[("name", "")]).await.expect(422);
    assert!(policy(&slip).contains("script-src 'none'"));
    cast.stage.close().await;
}

/// One file of ours may run on the page, it is this one, and the page says its sum.
async fn runs_to_the_letter(visitor: &mut kit::Visitor, page: &kit::Page, which: &str) {
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("script-src 'self';") && !policy.contains("unsafe"), "{}: {policy}", page.path);
    assert_eq!(page.body.matches("<script").count(), 1, "{}", page.path);
    let script = page.attributes("script", "src").remove(0);
    assert!(script.starts_with(which), "{}: {script}", page.path);
    let file = visitor.get(&script).await.expect(200);
    let digest = ring::digest::digest(&ring::digest::SHA384, file.body.as_bytes());
    let whole = format!("sha384-{}", data_encoding::BASE64.encode(digest.as_ref()));
    assert_eq!(page.attributes("script", "integrity"), [whole], "{}", page.path);
}

#[tokio::test]
async fn t12_a_host_is_known_or_nothing_is_there_and_a_session_is_worth_nothing_elsewhere() {
    let cast = Cast::assemble().await;
    for host in [
        "nowhere.localhost",
        "evil.example",
        "here.localhost.evil.example",
        "127.0.0.1",
        "xn--hre-6la.localhost",
        "HERE.localhost",
        "here.localhost.",
    ] {
        let page = cast.stage.visitor(host).get("/").await;
        assert!(matches!(page.status.as_u16(), 404 | 421), "{host}: {}", page.status);
        assert!(!page.body.contains("Entraide"), "{host} is told a name");
    }
    // A forwarded host is nobody’s word.
    let mut visitor = cast.stage.visitor("there.localhost");
    let page = visitor.send("GET".parse().unwrap(), "/", &[("x-forwarded-host", "here.localhost")], None).await;
    assert!(page.text().contains("Entraide there") && !page.text().contains("Entraide here"));
    let mut foreign = cast.visitor(Actor::Foreign).await;
    assert!(
        foreign.get("/listings").await.redirect().unwrap().starts_with("/sign-in"),
        "a session of there is nobody here"
    );
    cast.stage.close().await;
}

#[tokio::test]
async fn t4_foreign_and_absent_answer_alike_to_the_byte() {
    let cast = Cast::assemble().await;
    let mut there = cast.stage.signed_in("there.localhost", "foreign@example.test").await;
    let page = there.visit("/listings/new?direction=offer").await.expect(200);
    let answers = [("title", "CANARI du voisin"), ("body", "CANARI"), ("kind", "loan"), ("settlements", "gift")];
    let sent = there.submit(page.form("/listings").fill(&answers)).await.expect(303);
    let foreign = sent.redirect().unwrap().to_owned();
    let id = foreign.rsplit('/').next().unwrap().split('?').next().unwrap().to_owned();
    let absent = "00000000-0000-4000-8000-00000000dead";
    let mut owner = cast.visitor(Actor::Owner).await;
    for shape in [
        "/listings/{}",
        "/listings/{}/edit",
        "/listings/{}/renew",
        "/listings/{}/close",
        "/members/{}",
        "/messages/{}",
        "/requests/{}",
    ] {
        let one = owner.get(&shape.replace("{}", &id)).await;
        let other = owner.get(&shape.replace("{}", absent)).await;
        assert_eq!(one.status, other.status, "{shape}");
        assert_eq!(one.body.replace(&id, absent), other.body, "{shape}");
        assert!(!one.body.contains("CANARI"));
    }
    // What only remembers is harmless to ask for: it says the same of both, and remembers neither.
    let seen = "mutation($id: ID!) { markListingSeen(input: { id: $id }) { seen refusal { code } } }";
    let remembered = async || -> i64 {
        let rows = sqlx::query_scalar("select count(*) from listing_seen");
        rows.fetch_one(&mut cast.stage.scratch.owner().await).await.unwrap()
    };
    let (before, mut answers) = (remembered().await, Vec::new());
    for id in [id.as_str(), absent, "nonsense"] {
        let id = BASE64URL_NOPAD.encode(format!("Listing:{id}").as_bytes());
        answers.push(owner.graphql(seen, serde_json::json!({ "id": id })).await);
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(remembered().await, before);
    cast.stage.close().await;
}
