//! Pages as people set them: larger, with letters spaced out, without motion, in colours of their own (bar X6).

use crate::once;
use browser::{Chromium, Exhibition, Window};

/// A screen of 1280 by 1024 pixels at twice and at four times the size.
const ENLARGED: [(u32, u32); 2] = [(640, 512), (320, 256)];

/// The spacing that WCAG 1.4.12 and RGAA 10.12 name, as a reader's own style sheet would set it.
const SPACED: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];";

/// What is cut off: words in a box that hides what does not fit, or beyond the edge of the page. Drawings may be cut, words for
/// speech alone are one pixel wide on purpose.
const CUT_OFF: &str = "
    const words = (element) => Array.from(element.childNodes).some((node) => node.nodeType === 3 && node.data.trim());
    const hides = (element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX) || ['hidden', 'clip'].includes(getComputedStyle(element).overflowY);
    const cut = [];
    for (const box of document.querySelectorAll('body *')) {
        if (box.closest('svg, .vh, .geo, [hidden]') || !box.checkVisibility() || !hides(box)) continue;
        const frame = box.getBoundingClientRect();
        for (const element of [box, ...box.querySelectorAll('*')]) {
            if (element.closest('svg, .vh') || !words(element) || !element.checkVisibility()) continue;
            const range = document.createRange();
            range.selectNodeContents(element);
            const seen = range.getBoundingClientRect();
            if (seen.right > frame.right + 1 || seen.bottom > frame.bottom + 1 || seen.left < frame.left - 1 || seen.top < frame.top - 1) {
                cut.push(`${box.className || box.tagName}: ${element.textContent.trim().slice(0, 40)}`);
            }
        }
    }
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) cut.push(`${wide} px too wide`);
    return cut;";

#[tokio::test]
async fn x6_nothing_is_lost_at_four_times_the_size_or_with_letters_spaced_out() {
    let exhibition = Exhibition::open().await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    let mut lost = Vec::new();
    for exhibit in once(&exhibition) {
        window.go(&exhibit.address).await;
        for (width, height) in ENLARGED {
            window.size(width, height).await;
            window.ask("document.adoptedStyleSheets = []").await;
            lost.extend(
                cut_off(&window).await.into_iter().map(|what| format!("{} ({width} px): {what}", exhibit.name)),
            );
            window.ask(SPACED).await;
            let spaced = cut_off(&window).await;
            lost.extend(spaced.into_iter().map(|what| format!("{} ({width} px, spaced out): {what}", exhibit.name)));
        }
    }
    window.close().await;
    assert!(lost.is_empty(), "{} cut off\n{}", lost.len(), lost.join("\n"));
}

/// Without this, the walk above would prove nothing.
#[tokio::test]
async fn x6_what_is_cut_off_is_found() {
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.size(320, 256).await;
    window.go("data:text/html,<div style='width:40px;height:20px;overflow:hidden'><p>Bonjour tout le monde</p></div><p>Court</p>").await;
    assert_eq!(cut_off(&window).await.len(), 1);
    window.go("data:text/html,<div style='width:900px'>Large</div>").await;
    assert_eq!(cut_off(&window).await.len(), 1);
    window.close().await;
}

async fn cut_off(window: &Window) -> Vec<String> {
    texts(window, CUT_OFF).await
}

async fn texts(window: &Window, script: &str) -> Vec<String> {
    serde_json::from_value(window.ask(script).await).unwrap()
}

/// Whatever moves by itself or slides from one look to another, before and behind each element too.
const MOVING: &str = "
    const moving = [];
    for (const element of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after']) {
            const style = getComputedStyle(element, part);
            const slides = style.transitionDuration.split(',').some((time) => parseFloat(time) > 0);
            if (style.animationName !== 'none' || slides) moving.push(`${element.className || element.tagName} ${part || ''}`);
        }
    }
    return moving;";

/// Buttons and fields of which nothing but the ground said where they are, and what shows no focus.
const UNSEEN: &str = "
    const unseen = [];
    const edge = (style) => ['Top', 'Left'].every((side) => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none');
    for (const element of document.querySelectorAll('button, .btn, input:not([type=hidden]), select, textarea')) {
        if (element.closest('.vh') || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const own = ['checkbox', 'radio', 'file', 'color'].includes(element.type);
        const said = style.textDecorationLine.includes('underline');
        if (!own && !said && !edge(style)) unseen.push(`${element.className || element.tagName}: no edge`);
        element.focus({ focusVisible: true });
        if (document.activeElement === element && getComputedStyle(element).outlineStyle === 'none') unseen.push(`${element.className || element.tagName}: no focus`);
    }
    return unseen;";

#[tokio::test]
async fn x6_less_motion_is_no_motion_and_imposed_colours_leave_edges_and_the_focus() {
    let exhibition = Exhibition::open().await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.prefer(&[("prefers-reduced-motion", "reduce"), ("forced-colors", "active")]).await;
    let mut wrong = Vec::new();
    for exhibit in once(&exhibition) {
        window.go(&exhibit.address).await;
        assert_eq!(window.ask("return matchMedia('(forced-colors: active)').matches").await, true);
        for script in [MOVING, UNSEEN] {
            wrong.extend(texts(&window, script).await.into_iter().map(|what| format!("{}: {what}", exhibit.name)));
        }
    }
    window.close().await;
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// Without this, the walk above would prove nothing.
#[tokio::test]
async fn x6_what_moves_and_what_has_no_edge_are_found() {
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.prefer(&[("prefers-reduced-motion", "reduce"), ("forced-colors", "active")]).await;
    let page = "data:text/html,<style>p{transition:color 1s}a::after{content:'.';animation:turn 1s}button,button:focus{border:0;outline:0}</style>";
    window.go(&format!("{page}<p>slides</p><a>turns</a><button>flat</button>")).await;
    assert_eq!(texts(&window, MOVING).await, ["P ", "A ::after"]);
    assert_eq!(texts(&window, UNSEEN).await, ["BUTTON: no edge", "BUTTON: no focus"]);
    window.close().await;
}
