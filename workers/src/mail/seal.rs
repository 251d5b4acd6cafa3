//! Makes one message of a letter: headers, two parts, signature. The same letter and job always give the same Message-ID
//! and body, so that a repetition can be recognised (bar E2).

use super::{dkim::Dkim, header::one_line, letter::Letter};
use kernel::{JobId, Timestamp};
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
};

/// The largest message that is sent (bar E10).
pub const MOST_BYTES: usize = 100 * 1024;

/// Who a community's letters come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The community's name, shown as the sender.
    pub name: String,
    /// The part before the `@`: the community's slug.
    pub local_part: String,
    /// The mail domain; must be aligned with the DKIM domain.
    pub domain: String,
}

/// A letter ready for the relay.
#[derive(Debug, Clone)]
pub struct Sealed {
    pub(super) envelope: Envelope,
    pub(super) raw: Vec<u8>,
    message_id: String,
}

impl Sealed {
    /// The bytes of the message.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    #[cfg(test)]
    pub(super) fn for_tests(envelope: Envelope, raw: Vec<u8>) -> Self {
        Self { envelope, raw, message_id: "<test@example.test>".to_owned() }
    }

    /// The Message-ID with its angle brackets.
    pub fn message_id(&self) -> &str {
        &self.message_id
    }
}

/// Why a letter cannot be sealed: a defect of ours, never the reader's fault.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The sender's or reader's address.
    #[error("the address {0} cannot be written to")]
    Address(String),
    /// More than [`MOST_BYTES`].
    #[error("the letter has {0} bytes, more than {MOST_BYTES}")]
    TooLarge(usize),
    /// The parts do not fit together.
    #[error("the letter cannot be composed: {0}")]
    Message(#[from] lettre::error::Error),
}

/// Seals `letter` for the job that asked for it.
///
/// `at` becomes the date; all else depends on letter and job only, down to the boundary between the parts.
pub fn seal(
    letter: &Letter,
    sender: &Sender,
    job: JobId,
    at: Timestamp,
    dkim: Option<&Dkim>,
) -> Result<Sealed, SealError> {
    let message_id = format!("<{job}@{}>", sender.domain);
    let parts = MultiPart::alternative()
        .boundary(format!("maillon-{job}"))
        .singlepart(SinglePart::plain(crlf(&letter.text)))
        .singlepart(SinglePart::html(crlf(&letter.html)));
    let mut builder = Message::builder()
        .from(Mailbox::new(Some(one_line(&sender.name, 80)), address(&sender.local_part, &sender.domain)?))
        .to(Mailbox::new(Some(one_line(&letter.to_name, 80)), parse(letter.to.as_str())?))
        .subject(one_line(&letter.subject, 160))
        .date(at.into())
        .message_id(Some(message_id.clone()))
        .envelope(envelope(letter, sender, job)?);
    if let Some(thread) = &letter.thread {
        let root = format!("<{thread}@{}>", sender.domain);
        builder = builder.in_reply_to(root.clone()).references(root);
    }
    for (name, value) in own_headers(letter, sender) {
        builder = builder.raw_header(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value));
    }
    let mut message = builder.multipart(parts)?;
    if let Some(dkim) = dkim {
        dkim.sign(&mut message);
    }
    let raw = message.formatted();
    if raw.len() > MOST_BYTES {
        return Err(SealError::TooLarge(raw.len()));
    }
    Ok(Sealed { envelope: message.envelope().clone(), raw, message_id })
}

/// Headers made of our own words and links only, ASCII by construction; anything else is squeezed out.
fn own_headers(letter: &Letter, sender: &Sender) -> Vec<(HeaderName, String)> {
    let ascii = |text: String| text.chars().filter(char::is_ascii_graphic).collect::<String>();
    let list = ascii(format!("<{}.{}.{}>", letter.kind.slug(), sender.local_part, sender.domain));
    let mut headers = vec![
        (HeaderName::new_from_ascii_str("List-Id"), list),
        (HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()),
        (HeaderName::new_from_ascii_str("Content-Language"), letter.language.code().to_owned()),
        (HeaderName::new_from_ascii_str("X-Maillon-Letter"), letter.kind.slug().to_owned()),
    ];
    if let Some(stop) = &letter.stop {
        let one_click = "List-Unsubscribe=One-Click".to_owned();
        headers
            .push((HeaderName::new_from_ascii_str("List-Unsubscribe"), format!("<{}>", ascii(stop.one_click.clone()))));
        headers.push((HeaderName::new_from_ascii_str("List-Unsubscribe-Post"), one_click));
    }
    headers
}

/// Bounces come back to an address of their own, so that they name the job without being read.
fn envelope(letter: &Letter, sender: &Sender, job: JobId) -> Result<Envelope, SealError> {
    let from = address(&format!("bounce+{}", job.0.simple()), &sender.domain)?;
    let to = parse(letter.to.as_str())?;
    Envelope::new(Some(from), vec![to]).map_err(SealError::Message)
}

fn address(local: &str, domain: &str) -> Result<Address, SealError> {
    Address::new(local, domain).map_err(|_| SealError::Address(format!("{local}@{domain}")))
}

fn parse(text: &str) -> Result<Address, SealError> {
    text.parse().map_err(|_| SealError::Address(text.to_owned()))
}

fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}
