//! Every page in every state: nothing for axe to find, nothing to scroll sideways, nothing lost when it is enlarged, spaced out
//! or recoloured, everything reached with the tab key, and help in the same place.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

mod comfort;
mod place;
mod tab;

use browser::{Chromium, Exhibit, Exhibition, Scheme, axe, axe_colours};

const PHONE: (u32, u32) = (320, 800);
const DESK: (u32, u32) = (1280, 900);
/// Every rule, or those about colours alone.
const FULL: bool = true;
const COLOURS: bool = false;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn x1_axe_finds_nothing_on_any_page_by_day_and_by_night_on_phone_and_desk() {
    let exhibition = Exhibition::open().await;
    assert!(exhibition.exhibits.len() > 60, "only {} pages are shown", exhibition.exhibits.len());
    let chromium = Chromium::start().await;
    // Two windows, because there are two cores: axe keeps one of them busy for minutes.
    let (even, odd): (Vec<_>, Vec<_>) = exhibition.exhibits.iter().enumerate().partition(|(number, _)| number % 2 == 0);
    let (mut found, rest) = tokio::join!(violations(&chromium, even), violations(&chromium, odd));
    found.extend(rest);
    assert!(found.is_empty(), "{} violations\n{}", found.len(), found.join("\n"));
}

/// Every page once, in French and the first brand: what differs in neither is looked at once.
fn once(exhibition: &Exhibition) -> impl Iterator<Item = &Exhibit> {
    exhibition.exhibits.iter().filter(|exhibit| exhibit.brand == 0 && exhibit.language == kernel::Language::Fr)
}

async fn violations(chromium: &Chromium, exhibits: Vec<(usize, &Exhibit)>) -> Vec<String> {
    let window = chromium.window().await;
    let mut found = Vec::new();
    for (_, exhibit) in exhibits {
        // Each page in full at both widths; by night and in other brands only what those change: the colours.
        let corners: &[_] = match (exhibit.brand, exhibit.language) {
            (0, kernel::Language::Fr) => &[
                (PHONE, Scheme::Light, FULL),
                (DESK, Scheme::Light, FULL),
                (DESK, Scheme::Dark, COLOURS),
                (PHONE, Scheme::Dark, COLOURS),
            ],
            (0, kernel::Language::En) => &[(PHONE, Scheme::Light, FULL)],
            (_, kernel::Language::Fr) => &[(PHONE, Scheme::Light, COLOURS), (PHONE, Scheme::Dark, COLOURS)],
            _ => continue,
        };
        window.go(&exhibit.address).await;
        for &((width, height), scheme, in_full) in corners {
            window.size(width, height).await;
            window.scheme(scheme).await;
            let violations = if in_full { axe(&window).await } else { axe_colours(&window).await };
            for violation in violations {
                found.push(format!("{} ({width} px, {scheme:?}, brand {}): {violation}", exhibit.name, exhibit.brand));
            }
        }
    }
    window.close().await;
    found
}

#[tokio::test]
async fn x6_no_page_scrolls_sideways_at_320_px() {
    let exhibition = Exhibition::open().await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.size(PHONE.0, PHONE.1).await;
    let mut wide = Vec::new();
    for exhibit in exhibition.exhibits.iter().filter(|exhibit| exhibit.brand == 0) {
        window.go(&exhibit.address).await;
        let overflow = window.overflow().await;
        if overflow > 0 {
            wide.push(format!("{} ({}): {overflow} px too wide", exhibit.name, exhibit.language.code()));
        }
    }
    window.close().await;
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}

#[tokio::test]
async fn every_page_has_one_heading_landmarks_a_title_and_its_language() {
    let exhibition = Exhibition::open().await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    let mut towns = 0;
    for exhibit in exhibition.exhibits.iter().filter(|exhibit| exhibit.brand == 0) {
        window.go(&exhibit.address).await;
        let frame = window
            .ask("return [document.querySelectorAll('h1').length, document.querySelectorAll('main').length, document.querySelectorAll('.skip').length, document.title.length > 0, document.documentElement.lang, document.querySelectorAll('[style], script:not([src])').length, document.querySelectorAll('script[src]').length]")
            .await;
        // Where a device is asked for a passkey, where towns are offered, and on a map that shows something; nowhere else.
        let shows_a_map = exhibit.name.starts_with("member-listings-map") && !exhibit.name.ends_with("none");
        let offers_towns = window.ask("return document.querySelector('input[data-towns]') !== null").await == true;
        towns += usize::from(offers_towns);
        let alone = exhibit.name.starts_with("passkey_") || offers_towns;
        let scripts = if shows_a_map { 2 } else { u8::from(alone) };
        let wanted = serde_json::json!([1, 1, 1, true, exhibit.language.code(), 0, scripts]);
        assert_eq!(
            frame,
            wanted,
            "{} ({}): h1, main, skip link, title, language, inline styles and scripts, other scripts",
            exhibit.name,
            exhibit.language.code()
        );
        assert!(!window.text().await.contains("[refusal-"), "{}", exhibit.name);
    }
    window.close().await;
    assert!(towns > 20, "towns are offered where one is typed: {towns}");
}
