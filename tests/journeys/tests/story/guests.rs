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
    for _ in 0..4 {
        let _again = somebody.submit(offered.form("/guest/helene")).await.expect(303);
    }
    let enough = somebody.submit(offered.form("/guest/helene")).await.expect(429);
    assert!(enough.text().contains("cinq lettres de connexion"), "in her language: {}", enough.text());
    stage.close().await;
}
