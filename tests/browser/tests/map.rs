//! The map of listings in a real browser: with script it moves, opens, and is reached by keyboard; without, it is a drawing that leads to
//! the list. Whatever it does, the content policy has nothing to stop.
#![recursion_limit = "256"]

use browser::{Chromium, Scheme, Window, axe};
use kit::{Somebody, Stage, Tiles, Visitor};
use serde_json::{Value, json};
use thirtyfour::Key;

const PEOPLE: [Somebody; 2] =
    [Somebody::new("Odile Perrin", "odile@example.test"), Somebody::new("Bruno Faure", "bruno@example.test")];
const HOST: &str = "village.localhost";

async fn publish(visitor: &mut Visitor, title: &str, town: &str) {
    let form = visitor.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let answers = [("title", title), ("kind", "skill"), ("body", "À voir ensemble."), ("town", town)];
    let _published = visitor.submit(form.fill(&answers)).await.expect(303);
}

/// Two villages side by side, a town near them, and one far away.
async fn village(stage: &Stage) -> Visitor {
    stage.community("village", "confiance", &PEOPLE).await;
    let mut bruno = stage.signed_in(HOST, "bruno@example.test").await;
    for (title, town) in [
        ("Ranger des archives", "Corbigny"),
        ("Réparer un vélo", "Corbigny"),
        ("Tailler des rosiers", "Chitry-les-Mines"),
        ("Garder un chat", "Nevers"),
        ("Relire un dossier", "Lyon"),
    ] {
        publish(&mut bruno, title, town).await;
    }
    bruno
}

async fn enter(window: &Window, visitor: &Visitor) {
    window.watch().await;
    for (name, value) in visitor.cookies() {
        window.hold(&visitor.origin().replace("http:", "https:"), name, value).await;
    }
}

const READY: &str = "document.querySelector('[data-ready]') && document.querySelector('.geo__live path.geo-land')";
const LABELS: &str = "return [...document.querySelectorAll('.geo-marker')].map(one => one.getAttribute('aria-label').replaceAll('\\u00a0', ' '))";
const SEEN: &str = "return document.querySelectorAll('.geo-town:not([hidden])').length";

#[tokio::test]
async fn w2_x5_a_map_is_opened_and_read_by_keyboard_alone_and_breaks_no_policy() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.size(1280, 900).await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/listings/map", bruno.origin())).await;
    window.until(READY).await;
    let together = "3 annonces dans 2 communes";
    assert_eq!(window.ask(LABELS).await, json!([together, "Nevers : 1 annonce", "Lyon : 1 annonce"]));
    assert_eq!(window.ask(SEEN).await, 4);

    window.tab_to(".geo__past").await;
    window.keys(Key::Enter).await;
    assert_eq!(window.ask("return document.activeElement.id").await, "t-towns", "the map can be passed");
    window.go(&format!("{}/listings/map", bruno.origin())).await;
    window.until(READY).await;
    window.tab_to(".geo-marker").await;
    assert_eq!(
        window.ask("return document.activeElement.getAttribute('aria-label').replace('\\u00a0', ' ')").await,
        together
    );
    window.keys(Key::Enter).await;
    window.until("document.querySelectorAll('.geo-marker').length !== 3").await;
    window.until("document.activeElement.matches('.geo-marker')").await;
    assert_eq!(window.ask(LABELS).await.as_array().unwrap()[0], "Corbigny : 2 annonces", "it opened into its towns");
    window.until("document.querySelectorAll('.geo-town:not([hidden])').length === 2").await;
    assert!(!window.text().await.contains("Relire un dossier"), "the list follows what is in view");

    window.keys(Key::Enter).await;
    window.until("document.activeElement.closest('.geo-told')").await;
    let told = window.ask("return document.querySelector('.geo-told').innerText").await;
    assert!(told.as_str().unwrap().contains("Ranger des archives"), "{told}");
    assert_eq!(axe(&window).await, Vec::<String>::new());
    window.keys(Key::Escape).await;
    window.until("!document.querySelector('.geo-told')").await;
    window.until("document.activeElement.matches('.geo-marker')").await;
    window.tab_to("[data-do=whole]").await;
    window.keys(Key::Enter).await;
    window.until("document.querySelectorAll('.geo-town:not([hidden])').length === 4").await;
    assert_eq!(window.ask("return window.broken").await, json!([]));
    window.close().await;
    stage.close().await;
}

#[tokio::test]
async fn a_map_on_a_phone_by_night_has_room_and_nothing_for_axe_to_find() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.size(320, 800).await;
    window.scheme(Scheme::Dark).await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/listings/map", bruno.origin())).await;
    window.until(READY).await;
    assert_eq!(window.overflow().await, 0);
    assert_eq!(axe(&window).await, Vec::<String>::new());
    let water = "return getComputedStyle(document.querySelector('.geo__live')).backgroundColor";
    let night = window.ask(water).await;
    window.scheme(Scheme::Light).await;
    assert_ne!(window.ask(water).await, night, "it follows the mode");
    assert_eq!(window.ask("return window.broken").await, json!([]));
    window.close().await;
    stage.close().await;
}

#[tokio::test]
async fn without_script_a_circle_of_the_drawing_leads_to_the_list_near_it() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window_without_script("fr").await;
    window.size(360, 740).await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/listings/map", bruno.origin())).await;
    assert_eq!(window.overflow().await, 0);
    window.follow(".geo-spot").await;
    let text = window.text().await;
    assert!(text.contains("Ranger des archives") && text.contains("Tailler des rosiers"), "{text}");
    assert!(!text.contains("Garder un chat"), "{text}");
    window.close().await;
    stage.close().await;
}

#[tokio::test]
async fn w2_pictures_are_asked_of_the_named_host_and_of_no_other() {
    let tiles = Tiles::new("http://tiles.localhost:9/{z}/{x}/{y}.png", "© Les cartographes").unwrap();
    let stage = Stage::with_tiles(tiles).await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/listings/map", bruno.origin())).await;
    window.until("document.querySelectorAll('img.leaflet-tile').length > 3").await;
    let hosts = window.ask("return [...new Set([...document.images].map(one => new URL(one.src).host))]").await;
    assert_eq!(hosts, json!(["tiles.localhost:9"]));
    assert_eq!(window.ask("return window.broken").await, json!([]), "the policy lets them in");
    let elsewhere =
        "const picture = new Image(); picture.src = 'http://other.localhost:9/1.png'; document.body.append(picture)";
    let _nothing: Value = window.ask(elsewhere).await;
    window.until("window.broken.length > 0").await;
    assert!(window.ask("return window.broken[0]").await.as_str().unwrap().starts_with("img-src"), "and no other");
    window.close().await;
    stage.close().await;
}
