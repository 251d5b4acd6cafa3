//! Towns offered while one is typed, in a real browser: by keyboard and by touch, one question at a time, and nothing lost without script.
#![recursion_limit = "256"]

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
const LOWEST: &str = "return Math.min(...Array.from(document.querySelectorAll('#f-home-towns li'), one => one.getBoundingClientRect().height))";

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
    let heard = window.ask(HEARD).await;
    let number = if count == 1 { "Un lieu".to_owned() } else { format!("{count} lieux") };
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
        window.click("#f-town-towns li").await;
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

/// Each question is counted, and waits until it is let go.
const HELD: &str = "window.asked = []; window.under = 0; window.most = 0;
    const real = window.fetch;
    window.fetch = async (...given) => {
        asked.push(JSON.parse(given[1].body).variables.search);
        under += 1;
        most = Math.max(most, under);
        await new Promise(done => { window.release = done });
        return real(...given).finally(() => { under -= 1 });
    };";

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
async fn one_question_is_under_way_at_most_and_none_of_too_little_or_too_much() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    enter(&window, &bruno).await;
    window.before_every_page(HELD).await;
    window.go(&format!("{}/places", bruno.origin())).await;
    window.tab_to("#f-home[role=combobox]").await;
    write(&window, "c").await;
    write(&window, &"corbigny ".repeat(5)).await;
    assert_eq!(window.ask("return asked").await, json!([]), "one letter is no beginning, and no town has a name of 44");
    // Typed on while a question is under way: asked afterwards, once, and only that is shown.
    for text in ["corbi", "corbig", "corbigny"] {
        write(&window, text).await;
        assert_eq!(window.ask("return asked").await, json!(["corbi"]));
    }
    let _let_go = window.ask("release()").await;
    window.until("asked.length === 2").await;
    assert_eq!(
        window.ask(&format!("return {}", gone("home"))).await,
        true,
        "an answer to what was typed before is not shown"
    );
    let _let_go = window.ask("release()").await;
    window.until(&offered("home")).await;
    assert_eq!(window.ask("return [asked, most]").await, json!([["corbi", "corbigny"], 1]));
    // Whoever escapes while a question is under way is not surprised by its answer.
    write(&window, "corbig").await;
    assert_eq!(window.ask("return under").await, 1);
    window.keys(Key::Escape).await;
    let _let_go = window.ask("release()").await;
    window.until("under === 0").await;
    let _waited = window.ask_later("const done = arguments[0]; setTimeout(() => done(true), 300)").await;
    assert_eq!(window.ask(&format!("return {}", gone("home"))).await, true);
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
