//! Nothing but a keyboard: tab, type, enter.

use crate::{Walk, entry::COMMUNITY, person::Person};
use kit::Somebody;
use thirtyfour::Key;

const ODILE: Somebody = Somebody::new("Odile Perrin", "odile@example.test");

pub(crate) async fn sign_in(walk: &Walk) {
    walk.stage.community("village", "confiance", &[ODILE]).await;
    walk.stage.work().await;
    let odile = walk.person(COMMUNITY).await;
    odile.go("/sign-in").await;
    odile.window.keys(Key::Tab).await;
    let first = odile.window.focus().await;
    assert!(first.starts_with("a []"), "the way to the contents comes first: {first}");
    // Enter on it goes there: the field is the next thing to be reached.
    odile.window.keys(Key::Enter).await;
    odile.window.keys(Key::Tab).await;
    assert!(odile.window.focus().await.starts_with("input [email]"), "{}", odile.window.focus().await);
    odile.window.keys(ODILE.email).await;
    enter(&odile).await;
    walk.stage.work().await;
    odile.window.go(&walk.stage.link_to(ODILE.email, "/sign-in/")).await;
    odile.window.keys(Key::Tab).await;
    odile.window.keys(Key::Enter).await;
    odile.window.keys(Key::Tab).await;
    assert!(odile.window.focus().await.starts_with("button"), "{}", odile.window.focus().await);
    enter(&odile).await;
    assert!(odile.window.text().await.contains("Odile"), "{}", odile.window.text().await);
    odile.look("by-keyboard").await;
    ask(&odile).await;
    walk.stage.work().await;
    odile.close().await;
}

/// A request, from the empty form to the published page.
async fn ask(odile: &Person<'_>) {
    odile.go("/listings/new?direction=request").await;
    let answers =
        [("input [title]", "Deux bras pour le bois"), ("input [kind]", " "), ("textarea [body]", "Avant la pluie.")];
    for (field, keys) in answers {
        reach(odile, field).await;
        odile.window.keys(keys).await;
    }
    reach(odile, "button []").await;
    enter(odile).await;
    let page = odile.window.text().await;
    assert!(page.contains("Deux bras pour le bois") && page.contains("Avant la pluie."), "{page}");
    odile.look("asked-by-keyboard").await;
}

/// Presses the tab key until this has the focus.
async fn reach(person: &Person<'_>, wanted: &str) {
    let mut passed = Vec::new();
    while passed.len() < 150 {
        person.window.keys(Key::Tab).await;
        let focus = person.window.focus().await;
        if focus.starts_with(wanted) {
            return;
        }
        passed.push(focus);
    }
    panic!("the tab key does not reach {wanted}: {passed:?}");
}

/// Enter, where it leads to another page.
async fn enter(person: &Person<'_>) {
    let before = person.window.birth().await;
    person.window.keys(Key::Enter).await;
    person.window.renewed(before, "enter").await;
}
