//! The two parts: text and HTML say the same, and the HTML asks nothing of anybody.

use super::{Expected, charset};
use mail_parser::{Message, MimeHeaders};

/// What a letter's HTML must not contain: pictures and fonts from afar, scripts, forms, tracking.
const FORBIDDEN: [&str; 13] = [
    "<img",
    "<script",
    "<link",
    "<iframe",
    "<form",
    "<object",
    "<embed",
    "<svg",
    "@import",
    "url(",
    " src=",
    " background=",
    "javascript:",
];

pub(super) fn check(message: &Message<'_>, expected: &Expected<'_>, faults: &mut Vec<String>) {
    let kinds: Vec<String> = message
        .parts
        .iter()
        .filter_map(|part| {
            let kind = part.content_type()?;
            Some(format!("{}/{}", kind.ctype(), kind.subtype().unwrap_or("")))
        })
        .collect();
    if kinds != ["multipart/alternative", "text/plain", "text/html"] {
        faults.push(format!("the parts are {kinds:?}, not text and HTML"));
        return;
    }
    for part in message.parts.iter().skip(1) {
        if charset(part).as_deref() != Some("utf-8") {
            faults.push("a part is not UTF-8".to_owned());
        }
    }
    let text = message.body_text(0).unwrap_or_default();
    let html = message.body_html(0).unwrap_or_default();
    check_text(&text, faults);
    check_html(&html, faults);
    check_links(&text, &html, faults);
    if expected.stoppable && text.contains("/sign-in") {
        faults.push("a letter that is not about signing in holds a sign-in link".to_owned());
    }
}

fn check_text(text: &str, faults: &mut Vec<String>) {
    if text.trim().len() < 40 {
        faults.push("the text part says nothing".to_owned());
    }
    if let Some(at) = text.find("&#").or_else(|| text.find("&amp;")).or_else(|| text.find("</")) {
        faults.push(format!("the text part holds HTML at {at}"));
    }
    for line in text.lines().filter(|line| line.chars().count() > 78 && !line.contains("://")) {
        faults.push(format!("a line of the text part is too long: {line}"));
    }
    if text.contains('[') && text.contains("[letters-") {
        faults.push("a sentence is missing".to_owned());
    }
}

fn check_html(html: &str, faults: &mut Vec<String>) {
    let lower = html.to_lowercase();
    for word in FORBIDDEN.iter().filter(|word| lower.contains(**word)) {
        faults.push(format!("the HTML part holds {word}"));
    }
    for needed in
        ["<html lang=\"", "<title>", "role=\"main\"", "role=\"contentinfo\"", "<h1", "prefers-color-scheme: dark"]
    {
        if !lower.contains(needed) {
            faults.push(format!("the HTML part lacks {needed}"));
        }
    }
    if lower.matches("<h1").count() > 1 {
        faults.push("the HTML part has more than one h1".to_owned());
    }
    if html.contains("[letters-") {
        faults.push("a sentence is missing".to_owned());
    }
}

/// Each link of the HTML part stands in the text part too, and nothing is loaded from anywhere.
fn check_links(text: &str, html: &str, faults: &mut Vec<String>) {
    for link in html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let link = link.replace("&amp;", "&").replace("&#38;", "&");
        if !link.starts_with("http") {
            faults.push(format!("a link leads nowhere: {link}"));
        } else if !text.contains(&link) {
            faults.push(format!("the text part lacks the link {link}"));
        }
    }
}
