//! Towns offered while one is typed, in a real browser: by keyboard and by touch, one question at a time, and nothing lost without script.
#![recursion_limit = "256"]

mod answers;

use browser::{Chromium, Scheme, Window, axe};
use kit::{Somebody, Stage, Visitor};
use serde_json::{Value, json};
use thirtyfour::Key;

const PEOPLE: [Somebody; 2] =
    [Somebody::new("Odile Perrin", "odile@example.test"), Somebody::new("Bruno Faure", "bruno@example.test")];
const HOST: &str = "village.localhost";
const CORBIGNY: &str = "Corbigny (58800, Nièvre, France)";

async fn village(stage: &Stage) -> Visitor {
    stage.community("village", "confiance", &PEOPLE).await;
    stage.signed_in(HOST, "bruno@example.test").await
}

async fn enter(window: &Window, visitor: &Visitor) {
    window.watch().await;
    for (name, value) in visitor.cookies() {
        window.hold(&visitor.origin().replace("http:", "https:"), name, value).await;
    }
}

/// What stands in the field of this name.
async fn written(window: &Window, name: &str) -> Value {
    window.ask(&format!("return document.querySelector('[name={name}]').value")).await
}

fn offered(name: &str) -> String {
    format!("!document.querySelector('#f-{name}-towns').hidden")
}

fn gone(name: &str) -> String {
    format!("document.querySelector('#f-{name}-towns').hidden")
}

/// Which of the list is pointed at, as a screen reader is told.
const POINTED: &str = "return (document.getElementById(document.activeElement.getAttribute('aria-activedescendant')) || {}).textContent || ''";
const HEARD: &str = "return document.querySelector('#f-home-towns + [role=status]').textContent";
const TOLD: &str = "document.querySelector('#f-home-towns + [role=status]').textContent !== ''";
const LOWEST: &str = "return Math.min(...Array.from(document.querySelectorAll('#f-home-towns li'), one => one.getBoundingClientRect().height))";

/// Writes it at once, so that a slow machine is no slow typist, and waits longer than the script does.
async fn write(window: &Window, text: &str) {
    let write = format!(
        "const [field, done] = [document.querySelector('#f-home'), arguments[0]];
         field.value = '{text}';
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));
         setTimeout(() => done(true), 600);"
    );
    assert_eq!(window.ask_later(&write).await, true);
}

#[tokio::test]
async fn w2_x5_a_town_is_found_and_chosen_by_keyboard_alone_and_breaks_no_policy() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.size(320, 800).await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/places", bruno.origin())).await;
    let before = window.birth().await;
    window.tab_to("#f-home[role=combobox][aria-expanded=false]").await;
    window.keys("corbgny").await;
    window.until(&offered("home")).await;
    let count = window.ask("return document.querySelectorAll('#f-home-towns li').length").await.as_u64().unwrap();
    window.until(TOLD).await;
    let heard = window.ask(HEARD).await;
    let number = if count == 1 { "Une commune".to_owned() } else { format!("{count} communes") };
    assert!((1..=8).contains(&count) && heard.as_str().unwrap().starts_with(&number), "{count}: {heard}");
    assert_eq!(window.overflow().await, 0);
    assert!(window.ask(LOWEST).await.as_f64().unwrap() >= 44.0, "a finger hits it");
    assert_eq!(window.ask(POINTED).await, "", "nothing is chosen unasked");

    window.keys(Key::Down).await;
    assert_eq!(window.ask(POINTED).await, CORBIGNY);
    assert_eq!(axe(&window).await, Vec::<String>::new());
    window.keys(Key::Enter).await;
    window.until(&gone("home")).await;
    assert_eq!(written(&window, "home").await, CORBIGNY);
    assert_eq!(window.ask(HEARD).await, CORBIGNY);
    window.tab_to("#f-work").await;
    window.keys("nevers").await;
    window.until(&offered("work")).await;
    window.keys(Key::Up).await;
    window.keys(Key::Escape).await;
    window.until(&gone("work")).await;
    assert_eq!(written(&window, "work").await, "nevers", "who takes no offer has typed what they typed");
    assert_eq!(window.birth().await, before, "and nothing was sent so far");

    window.keys(Key::Enter).await;
    window.renewed(before, "enter in a field sends the form, as it does without a list").await;
    assert!(window.text().await.contains("C’est noté"), "{}", window.text().await);
    assert_eq!(written(&window, "home").await, CORBIGNY);
    assert_eq!(window.ask("return window.broken").await, json!([]));
    window.close().await;
    stage.close().await;
}

#[tokio::test]
async fn a_town_is_chosen_by_touch_by_night_in_the_words_that_others_read() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.size(360, 740).await;
    window.scheme(Scheme::Dark).await;
    enter(&window, &bruno).await;
    for page in ["/listings", "/listings/new?direction=offer"] {
        window.go(&format!("{}{page}", bruno.origin())).await;
        let _opened = window.ask("document.querySelectorAll('details').forEach(one => { one.open = true })").await;
        window.fill("town", "Corbgny").await;
        window.until(&offered("town")).await;
        assert_eq!(axe(&window).await, Vec::<String>::new(), "{page}");
        assert_eq!(window.overflow().await, 0, "{page}");
        window.tap("#f-town-towns li").await;
        window.until(&gone("town")).await;
        assert_eq!(written(&window, "town").await, "Corbigny", "{page}");
        assert_eq!(window.ask("return document.activeElement.id").await, "f-town", "{page}: one goes on from there");
        // Whoever leaves the field leaves the list.
        window.fill("town", "Nevers").await;
        window.until(&offered("town")).await;
        window.keys(Key::Tab).await;
        window.until(&gone("town")).await;
        assert_eq!(written(&window, "town").await, "Nevers", "{page}");
        assert_eq!(window.ask("return window.broken").await, json!([]), "{page}");
    }
    window.close().await;
    stage.close().await;
}

#[tokio::test]
async fn the_keys_of_a_list_that_opens_do_what_they_do_elsewhere() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/places", bruno.origin())).await;
    window.tab_to("#f-home[role=combobox]").await;
    // A phone's keyboard composes every word; it is offered towns before the word has ended.
    let composed = "const field = document.activeElement; field.value = 'corbig';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }))";
    let _composed = window.ask(composed).await;
    window.until(&offered("home")).await;
    for held in [Key::Control, Key::Shift, Key::Alt] {
        window.chord(held.clone(), Key::Down).await;
        assert_eq!(window.ask(POINTED).await, "", "{held:?} and an arrow point at nothing");
    }
    for key in [Key::Left, Key::Right, Key::Home, Key::End] {
        window.keys(Key::Down).await;
        assert_eq!(window.ask(POINTED).await, CORBIGNY);
        window.keys(key.clone()).await;
        assert_eq!(window.ask(POINTED).await, "", "{key:?} is for what was typed");
    }
    assert_eq!(window.ask("return document.activeElement.selectionStart").await, 6, "and the caret has moved");
    window.keys(Key::Home).await;
    assert_eq!(window.ask("return document.activeElement.selectionStart").await, 0);
    window.chord(Key::Alt, Key::Up).await;
    assert_eq!(window.ask(&format!("return {}", gone("home"))).await, true);
    window.chord(Key::Alt, Key::Down).await;
    window.until(&offered("home")).await;
    assert_eq!(window.ask(POINTED).await, "", "opened, and nothing pointed at");
    assert_eq!(written(&window, "home").await, "corbig");
    window.close().await;
    stage.close().await;
}

/// What is told, and how many milliseconds after the last letter; how many answers there were.
const LISTEN: &str = "window.heard = []; window.last = 0; window.answers = 0;
    const real = window.fetch;
    window.fetch = (...given) => real(...given).finally(() => { window.answers += 1 });
    const told = document.querySelector('#f-home-towns + [role=status]');
    new MutationObserver(() => heard.push([told.textContent, performance.now() - last])).observe(told, { childList: true });";

/// Types these letters, one every 300 ms.
fn letter_by_letter(text: &str) -> String {
    format!(
        "const [field, done] = [document.querySelector('#f-home'), arguments[0]];
         const letters = Array.from('{text}');
         field.value = '';
         const type = () => {{
             field.value += letters.shift();
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));
             window.last = performance.now();
             letters.length ? setTimeout(type, 300) : done(true);
         }};
         type();"
    )
}

#[tokio::test]
async fn what_is_offered_is_told_once_the_fingers_rest_and_never_twice() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/places", bruno.origin())).await;
    window.tab_to("#f-home[role=combobox]").await;
    let _listening = window.ask(LISTEN).await;
    assert_eq!(window.ask_later(&letter_by_letter("corbigny")).await, true);
    window.until("heard.length === 1").await;
    let count = window.ask("return document.querySelectorAll('#f-home-towns li').length").await;
    let number = if count == 1 { "Une commune".to_owned() } else { format!("{count} communes") };
    let heard = window.ask("return heard[0]").await;
    assert!(heard[0].as_str().unwrap().starts_with(&number), "{heard}");
    assert!(heard[1].as_f64().unwrap() > 1_300.0, "the letters themselves are spoken until then: {heard}");
    // That there is none is told as well, and not again for what is typed on.
    let answers = window.ask("return answers").await.as_u64().unwrap();
    write(&window, "xqzwvkjh").await;
    window.until("heard.length === 2").await;
    assert_eq!(window.ask("return heard[1][0]").await, "Aucune commune trouvée. Vous pouvez continuer à écrire.");
    write(&window, "xqzwvkjhx").await;
    window.until(&format!("answers === {}", answers + 2)).await;
    let _rested = window.ask_later("const done = arguments[0]; setTimeout(() => done(true), 2000)").await;
    assert_eq!(window.ask("return heard.length").await, 2);
    window.close().await;
    stage.close().await;
}

#[tokio::test]
async fn what_a_browser_remembers_is_offered_until_somebody_types() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/places", bruno.origin())).await;
    let purposes =
        "return ['home', 'work'].map(name => document.querySelector(`#f-${name}`).getAttribute('autocomplete'))";
    let usual = json!(["address-level2", "section-work address-level2"]);
    window.tab_to("#f-home[role=combobox]").await;
    assert_eq!(window.ask(purposes).await, usual);
    window.keys("c").await;
    assert_eq!(window.ask(purposes).await, json!(["off", "section-work address-level2"]));
    window.keys(Key::Tab).await;
    assert_eq!(window.ask(purposes).await, usual, "and it is kept for the next time");
    window.close().await;
    stage.close().await;
}

#[tokio::test]
async fn without_script_a_town_is_typed_and_asked_back_as_before() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window_without_script("fr").await;
    window.size(320, 800).await;
    enter(&window, &bruno).await;
    window.go(&format!("{}/places", bruno.origin())).await;
    assert_eq!(window.ask("return document.querySelector('[role=combobox], [role=listbox]')").await, Value::Null);
    window.fill("home", "corbgny").await;
    window.follow("form[action='/places'] .acts button").await;
    assert!(window.text().await.contains("Lequel"), "{}", window.text().await);
    window.click("input[name=home_place][value=f58083]").await;
    window.follow("form[action='/places'] .acts button").await;
    assert!(window.text().await.contains("C’est noté"), "{}", window.text().await);
    assert_eq!(written(&window, "home").await, CORBIGNY);
    window.close().await;
    stage.close().await;
}
