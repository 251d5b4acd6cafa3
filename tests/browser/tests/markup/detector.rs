//! Sees that something was run, or would have been but for the content policy, or became markup at all.

use crate::payloads::CALL;
use browser::{Chromium, Window};
use data_encoding::BASE64;
use serde::Deserialize;

/// A window that watches every page from its first byte on.
pub async fn watching(chromium: &Chromium) -> Window {
    let window = chromium.window().await;
    let watch = format!(
        "window.ran = 0; window.{CALL} = () => {{ window.ran += 1; }};
         window.broken = []; addEventListener('securitypolicyviolation', e => window.broken.push(e.violatedDirective));"
    );
    window.before_every_page(&watch).await;
    window
}

/// What our own pages never hold, and what people's words must never become.
const LOOK: &str = "
    const leads = ['href', 'src', 'srcdoc', 'action', 'formaction', 'data', 'xlink:href'];
    const hostile = e => [...e.attributes].some(a => a.name.startsWith('on')
        || (leads.includes(a.name) && (/^\\s*(javascript|vbscript|data):/i.test(a.value) || a.value.includes('//xq7'))));
    const foreign = 'script:not([src^=\"/assets/\"]), iframe, object, embed, base, math, video, details[ontoggle], meta[http-equiv=refresh i]';
    const count = selector => document.querySelectorAll(selector).length;
    return { ran: window.ran, broken: window.broken, foreign: count(foreign), styles: count('style'),
             hostile: [...document.querySelectorAll('*')].filter(hostile).length, here: document.documentElement.outerHTML.includes('xq7') };";

/// What was found on the page that the window shows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Found {
    /// Calls that were made.
    pub ran: u64,
    /// Directives of the content policy that stopped something.
    pub broken: Vec<String>,
    /// Elements that no page and no letter of ours holds.
    pub foreign: u64,
    /// Style sheets in the page itself: our pages hold none, letters do.
    pub styles: u64,
    /// Attributes that are run, or that lead where a text wants to.
    pub hostile: u64,
    /// Whether the words are there at all.
    pub here: bool,
}

impl Found {
    /// The words are there, and are words.
    pub const WORDS: Self = Self { ran: 0, broken: Vec::new(), foreign: 0, styles: 0, hostile: 0, here: true };
}

/// Looks at the page that the window shows.
pub async fn look(window: &Window) -> Found {
    serde_json::from_value(window.ask(LOOK).await).unwrap()
}

/// A page made of this HTML alone.
pub fn page(html: &str) -> String {
    format!("data:text/html;charset=utf-8;base64,{}", BASE64.encode(html.as_bytes()))
}

/// Without this, a page on which nothing is found would prove nothing.
#[tokio::test]
async fn w4_the_detector_sees_what_is_run_what_is_stopped_and_what_became_markup() {
    let chromium = Chromium::start().await;
    let window = watching(&chromium).await;
    window.go(&page("<p>here</p><img src=x onerror=xq7()><script>xq7()</script>")).await;
    let found = look(&window).await;
    assert!(found.here && found.ran >= 1 && found.hostile == 1 && found.foreign == 1, "{found:?}");
    let policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">";
    window.go(&page(&format!("{policy}<script>xq7()</script>"))).await;
    let found = look(&window).await;
    assert!(found.ran == 0 && !found.broken.is_empty(), "{found:?}");
    window.go(&page("<p>&lt;script&gt;xq7()&lt;/script&gt;</p><input value=\"javascript:xq7()\">")).await;
    assert_eq!(look(&window).await, Found::WORDS);
    window.close().await;
}
