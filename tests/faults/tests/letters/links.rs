//! Where links in letters lead is routed.

use workers::paths::{PATTERNS, PLATFORM_PATTERNS};

#[test]
fn every_link_of_a_letter_leads_to_a_page_that_exists() {
    let pages = web::routes::community().listed();
    let missing: Vec<_> = PATTERNS
        .iter()
        .filter(|(method, path)| *method == "GET" && !pages.iter().any(|(m, p)| m == method && p == path))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_platform_itself_can_be_signed_in_to_by_letter() {
    let pages = web::routes::platform().listed();
    for (method, path) in [("GET", "/sign-in/link/:token")].into_iter().chain(PLATFORM_PATTERNS) {
        assert!(pages.contains(&(method.to_owned(), path)), "{path}: {pages:?}");
    }
}
