//! Letters as bytes: what the lint and the inbox read of them, and what people's words become in a header.

use server::sink::Received;
use workers::mail::{
    header::one_line,
    lint::{Expected, lint},
};

/// A message: the lint and the inbox come to an end, and whatever is no letter of ours is said not to be. A text: it stays one line.
pub fn letter(data: &[u8]) {
    for stoppable in [true, false] {
        let faults = lint(data, &Expected { domain: "letters.example.test", dkim: None, stoppable });
        assert!(!faults.is_empty() || data.len() > 300, "{} bytes pass for a letter", data.len());
    }
    let received =
        Received { number: 1, from: String::new(), recipients: Vec::new(), raw: data.to_vec(), subject: String::new() };
    let _read = (received.text(), received.html(), received.links(), received.header("subject"));
    let text = String::from_utf8_lossy(data);
    for most in [0, 1, 80] {
        let line = one_line(&text, most);
        assert!(line.chars().count() <= most, "{} signs instead of {most}", line.chars().count());
        assert!(!line.chars().any(|sign| sign.is_control() || "\u{2028}\u{2029}\u{202e}".contains(sign)), "{line:?}");
        assert_eq!(one_line(&line, most), line, "once is enough");
    }
}
