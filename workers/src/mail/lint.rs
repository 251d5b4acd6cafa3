//! What every letter must fulfil (bar E10), checked on the raw bytes as a receiver gets them. Used by all tests that
//! send letters; `maillon doctor` may use it too.

mod parts;

use super::dkim::{PublicKey, verify};
use super::seal::MOST_BYTES;
use mail_parser::{HeaderValue, Message, MessageParser};

/// What is known of the sender.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// The mail domain.
    pub domain: &'a str,
    /// The published DKIM key, when letters are signed.
    pub dkim: Option<&'a PublicKey>,
    /// Whether the letter must bear a one-click stop: all but sign-in letters and invitations.
    pub stoppable: bool,
}

/// Everything a letter of ours may carry. One more header means that somebody's words escaped.
const KNOWN: [&str; 19] = [
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "in-reply-to",
    "references",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "auto-submitted",
    "content-language",
    "x-maillon-letter",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "dkim-signature",
    "received",
    "return-path",
];

/// Headers that must be there exactly once.
const NEEDED: [&str; 9] =
    ["from", "to", "subject", "date", "message-id", "list-id", "auto-submitted", "mime-version", "content-type"];

/// What is wrong with `raw`; empty when it may be sent.
pub fn lint(raw: &[u8], expected: &Expected<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    bytes(raw, &mut faults);
    let Some(message) = MessageParser::default().parse(raw) else {
        faults.push("the message cannot be parsed".to_owned());
        return faults;
    };
    headers(&message, expected, &mut faults);
    stopping(&message, expected, &mut faults);
    signature(raw, &message, expected, &mut faults);
    parts::check(&message, expected, &mut faults);
    faults
}

fn bytes(raw: &[u8], faults: &mut Vec<String>) {
    if raw.len() > MOST_BYTES {
        faults.push(format!("{} bytes are too many", raw.len()));
    }
    if !raw.is_ascii() || raw.contains(&0) {
        faults.push("bytes that are not printable ASCII travel unencoded".to_owned());
    }
    let text = String::from_utf8_lossy(raw);
    if text.split("\r\n").any(|line| line.contains(['\r', '\n'])) {
        faults.push("a bare CR or LF".to_owned());
    }
    if text.split("\r\n").any(|line| line.len() > 998) {
        faults.push("a line longer than 998 characters (RFC 5322)".to_owned());
    }
}

fn headers(message: &Message<'_>, expected: &Expected<'_>, faults: &mut Vec<String>) {
    let names: Vec<String> = message.headers_raw().map(|(name, _)| name.trim().to_lowercase()).collect();
    for name in &names {
        if !KNOWN.contains(&name.as_str()) {
            faults.push(format!("the header {name} is none of ours"));
        }
    }
    for name in NEEDED {
        let count = names.iter().filter(|n| *n == name).count();
        if count != 1 {
            faults.push(format!("{count} headers {name} instead of one"));
        }
    }
    let from: Vec<&str> = addresses(message.from());
    if from.len() != 1 || !from.iter().all(|address| is_within(domain_of(address), expected.domain)) {
        faults.push(format!("From {from:?} is not one address in {}", expected.domain));
    }
    if addresses(message.to()).len() != 1 {
        faults.push("To is not one address".to_owned());
    }
    if !message.message_id().is_some_and(|id| is_within(domain_of(id), expected.domain)) {
        faults.push(format!("Message-ID {:?} is not of {}", message.message_id(), expected.domain));
    }
    if message.subject().is_none_or(|subject| subject.trim().is_empty() || subject.contains(['\r', '\n'])) {
        faults.push("no subject, or more than a line of it".to_owned());
    }
    if raw_header(message, "Auto-Submitted").as_deref() != Some("auto-generated") {
        faults.push("Auto-Submitted is not auto-generated (RFC 3834)".to_owned());
    }
    let list = raw_header(message, "List-Id").unwrap_or_default();
    if !(list.starts_with('<') && list.ends_with(&format!(".{}>", expected.domain))) {
        faults.push(format!("List-Id {list} is not a list of {} (RFC 2919)", expected.domain));
    }
}

fn stopping(message: &Message<'_>, expected: &Expected<'_>, faults: &mut Vec<String>) {
    let stop = raw_header(message, "List-Unsubscribe");
    let post = raw_header(message, "List-Unsubscribe-Post");
    match (expected.stoppable, stop, post) {
        (false, None, None) => {}
        (false, ..) => faults.push("a letter that cannot be stopped offers to be stopped".to_owned()),
        (true, Some(stop), Some(post)) => {
            let link = stop.trim_start_matches('<').trim_end_matches('>');
            if !is_safe_link(link) || post != "List-Unsubscribe=One-Click" {
                faults.push(format!("one-click stop is malformed (RFC 8058): {stop} / {post}"));
            }
        }
        (true, ..) => faults.push("no one-click stop (RFC 8058)".to_owned()),
    }
}

/// RFC 8058 demands https; a development machine has none.
fn is_safe_link(link: &str) -> bool {
    let Ok(url) = url::Url::parse(link) else { return false };
    url.scheme() == "https" || url.host_str().is_some_and(|host| host == "localhost" || host.ends_with(".localhost"))
}

fn signature(raw: &[u8], message: &Message<'_>, expected: &Expected<'_>, faults: &mut Vec<String>) {
    let Some(key) = expected.dkim else { return };
    match verify(raw, key) {
        Err(fault) => faults.push(format!("DKIM: {fault}")),
        Ok(signed) => {
            if !addresses(message.from()).iter().all(|address| is_within(domain_of(address), &signed.domain)) {
                faults.push(format!("From is not aligned with d={}", signed.domain));
            }
            let must = ["from", "to", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post"];
            for name in must.iter().filter(|name| !signed.covered.iter().any(|c| c == *name)) {
                faults.push(format!("DKIM does not cover {name}"));
            }
        }
    }
}

fn addresses<'a>(field: Option<&'a mail_parser::Address<'a>>) -> Vec<&'a str> {
    field.into_iter().flat_map(mail_parser::Address::iter).filter_map(|address| address.address()).collect()
}

fn domain_of(address: &str) -> &str {
    address.rsplit_once('@').map_or("", |(_, domain)| domain)
}

fn is_within(domain: &str, parent: &str) -> bool {
    domain == parent || domain.strip_suffix(parent).is_some_and(|rest| rest.ends_with('.'))
}

fn raw_header(message: &Message<'_>, name: &str) -> Option<String> {
    message.header_raw(name).map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The `charset` of a part, lower case.
fn charset(part: &mail_parser::MessagePart<'_>) -> Option<String> {
    part.headers.iter().find_map(|header| match &header.value {
        HeaderValue::ContentType(content) => content.attribute("charset").map(str::to_lowercase),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
