//! Trying a demo community as one of its people.

use crate::{FOUNDERS, village};
use kit::Stage;
use poem::http::Method;

#[tokio::test]
async fn w1_a_guests_address_changes_nothing_until_its_button_is_pressed() {
    let stage = Stage::welcoming(&FOUNDERS[..1]).await;
    village(&stage).await;
    let mut somebody = stage.visitor("village.localhost").speaking("en");
    let mut offered = somebody.get("/guest/helene").await.expect(200);
    for _ in 0..9 {
        offered = somebody.get("/guest/helene").await.expect(200);
    }
    stage.work().await;
    assert!(stage.letters_to("helene@example.test").is_empty(), "looking sends no letter");
    let _elsewhere =
        somebody.send(Method::POST, "/guest/helene", &[("sec-fetch-site", "cross-site")], None).await.expect(403);
    let _nobody = somebody.get("/guest/anne").await.expect(404);
    let entered = somebody.submit(offered.form("/guest/helene")).await.expect(303);
    assert!(somebody.follow(entered).await.expect(200).text().contains("Hélène"));
    // Five letters for strangers of this network, and the one that all share.
    for _ in 0..5 {
        let _again = somebody.submit(offered.form("/guest/helene")).await.expect(303);
    }
    let enough = somebody.submit(offered.form("/guest/helene")).await.expect(429);
    assert!(enough.text().contains("beaucoup de lettres de connexion"), "in her language: {}", enough.text());
    stage.close().await;
}

#[tokio::test]
async fn a9_a_guest_s_address_says_so_when_the_network_has_asked_too_often() {
    let stage = Stage::welcoming(&FOUNDERS[..1]).await;
    village(&stage).await;
    let mut busy = stage.visitor("village.localhost").coming_from(Some("203.0.113.7"));
    let offered = busy.get("/guest/helene").await.expect(200);
    for n in 0..kernel::Deed::AskSignIn.budgets().client.unwrap().most {
        let (id, email) = (uuid::Uuid::from_u128(n.into()).to_string(), format!("someone{n}@example.test"));
        let _sent = busy.post("/sign-in", &[("id", &id), ("email", &email), ("return_to", "/")]).await.expect(303);
    }
    let enough = busy.submit(offered.form("/guest/helene")).await.expect(429);
    assert_eq!(enough.texts("h1").len(), 1, "a page, and no error of ours: {}", enough.body);
    assert!(enough.header("retry-after").is_some_and(|seconds| seconds.parse::<u32>().is_ok_and(|n| n >= 1)));
    stage.close().await;
}
