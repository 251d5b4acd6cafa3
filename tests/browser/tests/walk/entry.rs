//! Somebody asks to come in, and three founders vouch.

use crate::{Walk, launch::FOUNDERS, person::Person};
use chrono::Duration;

pub(crate) const COMMUNITY: &str = "village.localhost";
const THOMAS: &str = "thomas@example.test";

pub(crate) async fn come_in(walk: &Walk) -> Person<'_> {
    let thomas = walk.person(COMMUNITY).await;
    thomas.go("/").await;
    thomas.look("welcome").await;
    thomas.sign_in(THOMAS).await;
    apply(&thomas).await;
    for (_, email) in FOUNDERS {
        thomas.go("/waiting").await;
        thomas.fill(&[("email", email), ("note", "Nous avons réparé le four à pain.")]).await;
        thomas.send("/waiting/ask").await;
    }
    thomas.look("waiting-asked").await;
    walk.stage.work().await;
    for (index, (_, email)) in FOUNDERS.iter().enumerate() {
        vouch(walk, email, index == 0).await;
    }
    thomas.go("/waiting").await;
    thomas.look("waiting-given").await;
    thomas.go("/listings").await;
    assert!(thomas.window.address().await.ends_with("/waiting"), "the community's time to think it over is not past");
    walk.stage.advance(Duration::hours(49)).await;
    thomas.go("/").await;
    thomas.look("home-first-day").await;
    assert!(walk.stage.letter_to(THOMAS).text().contains("Thomas"), "a letter of welcome");
    thomas
}

async fn apply(thomas: &Person<'_>) {
    thomas.go("/join").await;
    thomas.fill(&[("name", "Thomas Lambert"), ("about", "Je répare des vélos."), ("town", "Corbigny")]).await;
    thomas.send("/join").await;
    thomas.look("join-refused").await;
    let about = thomas.window.find("[name=about]").await;
    assert_eq!(about.text().await.unwrap(), "Je répare des vélos.", "nothing that was typed is lost");
    thomas.window.click("[name=charter_accepted]").await;
    thomas.send("/join").await;
    thomas.look("waiting-new").await;
}

/// A founder follows the letter to the request and vouches.
async fn vouch(walk: &Walk, email: &str, looks: bool) {
    let founder = walk.person(COMMUNITY).await;
    let link = walk.stage.link_to(email, "/requests/");
    founder.sign_in(email).await;
    founder.window.go(&link).await;
    if looks {
        founder.look("request").await;
    }
    founder.window.choose("relation", "neighbour").await;
    founder.fill(&[("sentence", "Mon voisin de palier, je le connais bien.")]).await;
    founder.window.click("[name=met]").await;
    founder.window.follow("form[action$='/give'] [type=submit]").await;
    if looks {
        founder.look("request-given").await;
    }
    founder.close().await;
    walk.stage.work().await;
}
