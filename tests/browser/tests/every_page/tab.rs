//! Every page with the tab key alone (bar X4).

use crate::once;
use browser::{Chromium, Exhibition, Window};
use serde::Deserialize;

/// The key, as a driver writes it.
const TAB: &str = "\u{e004}";

/// Keeps what gets the focus, in order, and whether it shows: by an outline of its own, or of the card that it covers. Begins
/// before the first element, also where a page gives the focus to its list of faults.
const LISTEN: &str = "
    const outlined = (style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const named = (element) => element.dataset.walked || `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 30)}`;
    const stops = Array.from(document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')).filter((element) => {
        if (element.tabIndex < 0 || element.disabled || element.type === 'hidden' || !element.checkVisibility({ visibilityProperty: true })) return false;
        if (element.type !== 'radio') return true;
        const group = Array.from(document.querySelectorAll('input[type=radio]')).filter((one) => one.name === element.name && one.form === element.form);
        return element === (group.find((one) => one.checked) || group[0]);
    });
    stops.forEach((element, number) => { element.dataset.walked = `${number}: ${named(element)}`; });
    window.walked = { wanted: stops.map(named), reached: [], unseen: [] };
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
    document.addEventListener('focusin', (event) => {
        window.walked.reached.push(named(event.target));
        const seen = outlined(getComputedStyle(event.target)) || outlined(getComputedStyle(event.target, '::after'));
        if (!seen) window.walked.unseen.push(named(event.target));
    });
    const within = document.querySelectorAll('input[type=date], input[type=datetime-local], input[type=time], input[type=color]').length;
    return stops.length + 7 * within;";

#[derive(Deserialize)]
struct Walked {
    wanted: Vec<String>,
    reached: Vec<String>,
    unseen: Vec<String>,
}

#[tokio::test]
async fn x4_every_page_is_walked_with_the_tab_key_in_its_order_and_the_focus_is_seen() {
    let exhibition = Exhibition::open().await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.size(1280, 900).await;
    let mut wrong = Vec::new();
    for exhibit in once(&exhibition) {
        window.go(&exhibit.address).await;
        let walked = walk(&window).await;
        wrong.extend(walked.unseen.iter().map(|what| format!("{}: no focus to be seen on {what}", exhibit.name)));
        // Parts of a date are stops within one field; where the keys left over lead is the beginning again.
        let mut reached = walked.reached;
        reached.dedup();
        reached.truncate(walked.wanted.len());
        if reached != walked.wanted {
            let at = reached.iter().zip(&walked.wanted).position(|(one, other)| one != other).unwrap_or(reached.len());
            wrong.push(format!("{}: {:?} in the place of {:?}", exhibit.name, reached.get(at), walked.wanted.get(at)));
        }
    }
    window.close().await;
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// Without this, the walk above would prove nothing.
#[tokio::test]
async fn x4_a_stop_out_of_order_and_one_that_does_not_show_are_found() {
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.go("data:text/html,<style>a:focus{outline:2px solid}b:focus{outline:none}</style><a href='?'>one</a><a href='?' tabindex=5>two</a><b tabindex=0>three</b>").await;
    let walked = walk(&window).await;
    assert_eq!(walked.wanted.len(), 3);
    assert_ne!(walked.reached.iter().take(3).collect::<Vec<_>>(), walked.wanted.iter().collect::<Vec<_>>());
    assert_eq!(walked.unseen.len(), 1, "{:?}", walked.unseen);
    window.close().await;
}

async fn walk(window: &Window) -> Walked {
    let stops = window.ask(LISTEN).await.as_u64().unwrap();
    window.keys(TAB.repeat(usize::try_from(stops).unwrap())).await;
    serde_json::from_value(window.ask("return window.walked").await).unwrap()
}
