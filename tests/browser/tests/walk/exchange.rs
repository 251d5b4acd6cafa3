//! One asks for help, another answers in private, and thanks are said.

use crate::{Walk, entry::COMMUNITY, person::Person};
use chrono::Duration;

const ANNE: &str = "anne@example.test";

pub(crate) async fn ask_and_answer(walk: &Walk, thomas: &Person<'_>) {
    let anne = walk.person(COMMUNITY).await;
    anne.sign_in(ANNE).await;
    let listing = ask(&anne).await;
    thomas.go("/listings?q=bois").await;
    thomas.look("listings").await;
    thomas
        .window
        .follow("main a[href^='/listings/']:not([href*='/new']):not([href$='/mine']):not([href*='/map'])")
        .await;
    thomas.look("listing").await;
    thomas.fill(&[("body", "J’arrive avec ma brouette.")]).await;
    thomas.window.follow("form[action$='/answer'] [type=submit]").await;
    thomas.look("talk").await;
    walk.stage.advance(Duration::minutes(6)).await;
    let letter = walk.stage.letter_to(ANNE).text();
    assert!(!letter.contains("brouette"), "no private text in a letter: {letter}");
    anne.go("/messages").await;
    anne.look("messages").await;
    anne.window.follow("main a[href^='/messages/']").await;
    anne.fill(&[("body", "Merci, à tout de suite.")]).await;
    anne.send("/messages/").await;
    anne.look("talk-answered").await;
    anne.go(&format!("{listing}/close")).await;
    anne.window.click("input[name=helped_by][value*='-']").await;
    anne.fill(&[("thanks", "Merci Thomas !")]).await;
    anne.look("close").await;
    anne.send(&format!("{listing}/close")).await;
    anne.close().await;
    thomas.go(&listing).await;
    assert!(thomas.window.text().await.contains("Merci Thomas"), "{}", thomas.window.text().await);
    for (name, path) in
        [("notifications", "/notifications"), ("members", "/members"), ("vouching", "/vouching"), ("me", "/me")]
    {
        thomas.go(path).await;
        thomas.look(name).await;
    }
}

/// Asks for help; answers the listing's path.
async fn ask(anne: &Person<'_>) -> String {
    anne.go("/listings/new?direction=request").await;
    anne.fill(&[("body", "Avant la pluie, deux heures à deux.")]).await;
    anne.send("/listings").await;
    anne.look("listing-refused").await;
    anne.fill(&[("title", "Deux bras pour rentrer du bois"), ("town", "Corbigny")]).await;
    anne.window.click("input[name=kind][value=service]").await;
    anne.send("/listings").await;
    anne.look("listing-published").await;
    let address = anne.window.address().await;
    let at = address.find("/listings/").unwrap();
    address.get(at..).unwrap().to_owned()
}
