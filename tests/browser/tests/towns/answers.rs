//! What was asked is not always answered at once: late, in another order, or never. Nobody loses by it what they do meanwhile.

use crate::{CORBIGNY, POINTED, enter, gone, offered, village, write, written};
use browser::{Chromium, Window};
use kit::{Stage, Visitor};
use serde_json::json;
use thirtyfour::Key;

/// Each question is counted, and waits until it is let go, however long that is: when one is given up, another test says.
const HELD: &str = "window.asked = []; window.under = 0; window.most = 0;
    const real = window.fetch;
    window.fetch = async (...given) => {
        asked.push(JSON.parse(given[1].body).variables.search);
        under += 1;
        most = Math.max(most, under);
        await new Promise(done => { window.release = done });
        return real(given[0], { ...given[1], signal: undefined }).finally(() => { under -= 1 });
    };";
const WAIT: &str = "const done = arguments[0]; setTimeout(() => done(true), 300)";

#[tokio::test]
async fn one_question_is_under_way_at_most_and_none_of_too_little_or_too_much() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    at_home(&window, &bruno).await;
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
    let _waited = window.ask_later(WAIT).await;
    assert_eq!(window.ask(&format!("return {}", gone("home"))).await, true);
    window.close().await;
    stage.close().await;
}

/// Bruno on the page of home and work, where he has tabbed to home and each question waits.
async fn at_home(window: &Window, bruno: &Visitor) {
    enter(window, bruno).await;
    window.before_every_page(HELD).await;
    window.go(&format!("{}/places", bruno.origin())).await;
    window.tab_to("#f-home[role=combobox]").await;
}

/// Lets the one question that is under way be answered, and waits until its answer would have been shown.
async fn answer(window: &Window) {
    let _let_go = window.ask("release()").await;
    window.until("under === 0").await;
    let _waited = window.ask_later(WAIT).await;
}

#[tokio::test]
async fn a_late_answer_takes_nothing_away_from_under_a_key_or_a_pointer() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    at_home(&window, &bruno).await;
    let before = window.birth().await;
    write(&window, "corbig").await;
    answer(&window).await;
    window.until(&offered("home")).await;
    // Down, before it is asked at all for what was typed on.
    assert_eq!(window.ask_later(&at_once("corbign", "ArrowDown")).await, true);
    assert_eq!(window.ask("return asked").await, json!(["corbig"]), "who points is not asked for");
    assert_eq!(window.ask(POINTED).await, CORBIGNY);
    // Down, while the question is under way.
    write(&window, "corbign").await;
    assert_eq!(window.ask("return under").await, 1);
    assert_eq!(window.ask(POINTED).await, "", "who types on has pointed at nothing");
    window.keys(Key::Down).await;
    answer(&window).await;
    assert_eq!(window.ask(POINTED).await, CORBIGNY);
    window.keys(Key::Enter).await;
    window.until(&gone("home")).await;
    assert_eq!(written(&window, "home").await, CORBIGNY);

    // The same by mouse: what is pressed is what is let go.
    write(&window, "corbig").await;
    answer(&window).await;
    window.until(&offered("home")).await;
    write(&window, "corbigny").await;
    assert_eq!(window.ask("return under").await, 1);
    window.press("#f-home-towns li").await;
    answer(&window).await;
    window.let_go("#f-home-towns li").await;
    window.until(&gone("home")).await;
    assert_eq!(written(&window, "home").await, CORBIGNY);
    assert_eq!(window.birth().await, before, "and nothing was sent");
    assert_eq!(window.ask("return window.broken").await, json!([]));
    window.close().await;
    stage.close().await;
}

/// Types this and at once this key, faster than the script asks; then waits longer than it does.
fn at_once(text: &str, key: &str) -> String {
    format!(
        "const [field, done] = [document.querySelector('#f-home'), arguments[0]];
         field.value = '{text}';
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));
         field.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true, cancelable: true }}));
         setTimeout(() => done(true), 600);"
    )
}

#[tokio::test]
async fn whoever_escapes_before_the_first_answer_is_offered_nothing() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    at_home(&window, &bruno).await;
    assert_eq!(window.ask_later(&at_once("corbig", "Escape")).await, true);
    assert_eq!(window.ask("return asked").await, json!([]), "nothing is asked for whoever escaped");
    write(&window, "corbig").await;
    assert_eq!(window.ask("return under").await, 1);
    window.keys(Key::Escape).await;
    answer(&window).await;
    assert_eq!(window.ask(&format!("return {}", gone("home"))).await, true);
    window.close().await;
    stage.close().await;
}

/// The first question hangs until it is given up.
const HUNG: &str = "window.asked = [];
    const real = window.fetch;
    window.fetch = (...given) => {
        asked.push(JSON.parse(given[1].body).variables.search);
        if (asked.length > 1) return real(...given);
        return new Promise((_, fail) => given[1].signal.addEventListener('abort', () => fail(given[1].signal.reason)));
    };";

#[tokio::test]
async fn a_question_that_hangs_is_given_up_and_the_next_is_asked() {
    let stage = Stage::open().await;
    let bruno = village(&stage).await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    enter(&window, &bruno).await;
    window.before_every_page(HUNG).await;
    window.go(&format!("{}/places", bruno.origin())).await;
    window.tab_to("#f-home[role=combobox]").await;
    write(&window, "corbi").await;
    write(&window, "corbig").await;
    assert_eq!(window.ask("return asked").await, json!(["corbi"]));
    window.until("asked.length === 2").await;
    window.until(&offered("home")).await;
    assert_eq!(window.ask("return asked").await, json!(["corbi", "corbig"]));
    assert_eq!(window.ask("return window.broken").await, json!([]));
    window.close().await;
    stage.close().await;
}
