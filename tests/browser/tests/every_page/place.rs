//! Help and menus in one place, nothing to remember or to type twice (bar X7). Targets of 24 px are axe's, with the rest of WCAG 2.2 (bar X1).

use crate::once;
use browser::{Chromium, Exhibition};
use serde_json::{Value, json};

/// The order of the page's blocks, and where each menu leads.
const FRAME: &str = "
    const links = (menu) => Array.from(menu.querySelectorAll('a'), (link) => link.getAttribute('href'));
    const foot = document.querySelector('body > footer nav');
    return {
        blocks: Array.from(document.body.children, (block) => block.tagName).filter((name) => name !== 'SCRIPT'),
        foot: links(foot),
        help: foot.querySelector('a').getBoundingClientRect().left,
        main: Array.from(document.querySelectorAll('body > header nav'), links),
    };";

#[tokio::test]
async fn x7_help_and_the_menus_stand_in_the_same_place_on_every_page() {
    let exhibition = Exhibition::open().await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    window.size(320, 800).await;
    let (mut menus, mut left) = (Vec::new(), Vec::new());
    for exhibit in once(&exhibition) {
        window.go(&exhibit.address).await;
        let frame = window.ask(FRAME).await;
        assert_eq!(frame["blocks"], json!(["A", "HEADER", "MAIN", "FOOTER"]), "{}", exhibit.name);
        let wanted = json!(["/help", "/charter", "/accessibility", "/privacy", "/legal"]);
        assert_eq!(frame["foot"], wanted, "{}", exhibit.name);
        left.push(frame["help"].clone());
        menus.push(frame["main"].clone());
    }
    window.close().await;
    left.dedup();
    assert_eq!(left.len(), 1, "help begins at the same place of the line: {left:?}");
    let members = json!([["/", "/listings", "/messages", "/members"]]);
    assert!(menus.contains(&members));
    assert!(menus.iter().all(|menu| *menu == members || *menu == json!([])), "{menus:?}");
}

/// Every field of every form: where it goes, its name, its type, what the browser may fill in, and whether pasting is let through.
const FIELDS: &str = "
    return Array.from(document.querySelectorAll('main form input:not([type=hidden]), main form textarea'), (field) => {
        const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
        const action = field.form.getAttribute('action') || '';
        return [action, field.name, field.type, field.getAttribute('autocomplete') || '', String(field.dispatchEvent(paste) && !field.readOnly)];
    });";

/// What a form asks about whoever fills it in, and what the browser is told that it is (WCAG 1.3.5, RGAA 11.13).
const ABOUT_ONESELF: [(&str, &str, &str); 14] = [
    ("/sign-in", "email", "email"),
    ("/sign-in/code", "code", "one-time-code"),
    ("/account/address", "email", "email"),
    ("/account/address/code", "code", "one-time-code"),
    ("/join", "name", "name"),
    ("/join", "town", "address-level2"),
    ("/me/profile", "name", "name"),
    ("/me/profile", "town", "address-level2"),
    ("/places", "home", "address-level2"),
    ("/places", "home_street", "address-line1"),
    ("/places", "work", "section-work address-level2"),
    ("/launch", "organisation", "organization"),
    ("/launch", "contact_email", "email"),
    ("/launch", "owner_name", "name"),
];

#[tokio::test]
async fn x7_nothing_keeps_people_from_pasting_and_fields_about_oneself_say_so() {
    let exhibition = Exhibition::open().await;
    let chromium = Chromium::start().await;
    let window = chromium.window().await;
    let mut fields: Vec<[String; 5]> = Vec::new();
    for exhibit in once(&exhibition) {
        window.go(&exhibit.address).await;
        let found: Vec<[String; 5]> = serde_json::from_value(window.ask(FIELDS).await).unwrap();
        for field in &found {
            assert_eq!(field[4], "true", "{}: {} takes no paste", exhibit.name, field[1]);
            let silent = field[2] == "email" && field[3].is_empty() && !field[0].starts_with("/operator");
            assert!(!silent, "{}: {} does not say whose address it is", exhibit.name, field[1]);
        }
        fields.extend(found);
    }
    window.close().await;
    for (action, name, purpose) in ABOUT_ONESELF {
        let asked: Vec<&str> = fields
            .iter()
            .filter(|field| field[0] == action && field[1] == name)
            .map(|field| field[3].as_str())
            .collect();
        assert!(!asked.is_empty(), "{action} asks for no {name}");
        assert!(asked.iter().all(|said| *said == purpose), "{action} {name}: {asked:?}");
    }
    let signing_in = fields.iter().filter(|field| field[0].starts_with("/sign-in"));
    let asked: Value =
        signing_in.map(|field| field[1].as_str()).filter(|name| !["email", "code"].contains(name)).collect();
    assert_eq!(asked, json!([]), "signing in asks for nothing that one must remember or solve");
}
