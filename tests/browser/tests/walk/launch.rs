//! An owner launches a community in five steps.

use crate::Walk;

/// Who is there from the first day, besides the owner.
pub(crate) const FOUNDERS: [(&str, &str); 3] =
    [("Anne Petit", "anne@example.test"), ("Guy Morel", "guy@example.test"), ("Claire Roux", "claire@example.test")];

const NEXT: &str = "button[name=go][value=next]";

pub(crate) async fn launch(walk: &Walk) {
    let owner = walk.person("localhost").await;
    owner.go("/").await;
    owner.look("platform").await;
    owner.sign_in("helene@example.test").await;
    owner.go("/launch").await;
    owner.window.follow(NEXT).await;
    owner.look("launch-organisation-empty").await;
    let organisation =
        [("organisation", "Foyer rural de Corbigny"), ("postal_address", "3 rue des Tanneurs, 58800 Corbigny")];
    owner.fill(&organisation).await;
    owner.window.follow(NEXT).await;
    owner.window.click("input[name=preset][value=confiance]").await;
    owner.look("launch-model").await;
    owner.window.follow(NEXT).await;
    owner.fill(&[("name", "Entraide du Morvan"), ("slug", "village"), ("tagline", "On se donne la main.")]).await;
    owner.window.follow("button[name=go][value=look]").await;
    owner.look("launch-brand").await;
    owner.window.follow(NEXT).await;
    owner.look("launch-entry").await;
    owner.window.follow(NEXT).await;
    let founders: Vec<String> = FOUNDERS.iter().map(|(name, email)| format!("{name} {email}")).collect();
    owner.fill(&[("owner_name", "Hélène Garnier"), ("founders", &founders.join("\n"))]).await;
    owner.look("launch-people").await;
    owner.window.follow(NEXT).await;
    owner.look("launched").await;
    assert!(owner.window.text().await.contains("village.localhost"));
    owner.close().await;
    walk.stage.work().await;
    for (name, email) in FOUNDERS {
        assert!(walk.stage.letter_to(email).text().contains("Entraide du Morvan"), "{name} is welcomed");
    }
    // A community some days old: its founders have been there for a while.
    walk.stage.advance(chrono::Duration::days(3)).await;
}
