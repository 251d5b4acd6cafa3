//! The folder that outlives the sink: one file a message, with its envelope as the headers by which mail servers write it
//! down (RFC 5321 `Return-Path`, and `Delivered-To`).

use super::store::Received;
use mail_parser::MessageParser;
use std::io;
use std::path::Path;

/// Messages read back at the most, the newest.
pub const READ_BACK: usize = 2_000;

const FROM: &str = "Return-Path: <";
const TO: &str = "Delivered-To: ";

/// Writes a message down.
pub(super) async fn write(folder: &Path, message: &Received) -> io::Result<()> {
    tokio::fs::write(folder.join(format!("{:08}.eml", message.number)), stored(message)).await
}

/// The messages of the folder, the oldest first. Files that are no messages of ours are passed over.
pub(super) async fn read(folder: &Path) -> io::Result<Vec<Received>> {
    let mut numbers = Vec::new();
    let mut entries = tokio::fs::read_dir(folder).await?;
    while let Some(entry) = entries.next_entry().await? {
        let name = entry.file_name();
        numbers
            .extend(name.to_str().and_then(|name| name.strip_suffix(".eml")).and_then(|name| name.parse::<u64>().ok()));
    }
    numbers.sort_unstable();
    let mut messages = Vec::new();
    for number in numbers.split_off(numbers.len().saturating_sub(READ_BACK)) {
        let bytes = tokio::fs::read(folder.join(format!("{number:08}.eml"))).await?;
        messages.extend(restored(number, &bytes));
    }
    Ok(messages)
}

fn stored(message: &Received) -> Vec<u8> {
    let mut bytes = format!("{FROM}{}>\r\n", message.from).into_bytes();
    for recipient in &message.recipients {
        bytes.extend_from_slice(format!("{TO}{recipient}\r\n").as_bytes());
    }
    bytes.extend_from_slice(&message.raw);
    bytes
}

fn restored(number: u64, bytes: &[u8]) -> Option<Received> {
    let (from, mut raw) = line(bytes)?;
    let from = from.strip_prefix(FROM)?.strip_suffix('>')?.to_owned();
    let mut recipients = Vec::new();
    while let Some((recipient, rest)) = line(raw).and_then(|(text, rest)| Some((text.strip_prefix(TO)?, rest))) {
        recipients.push(recipient.to_owned());
        raw = rest;
    }
    Some(Received { number, from, recipients, subject: subject(raw), raw: raw.to_vec() })
}

/// The decoded subject; empty when there is none.
pub(super) fn subject(raw: &[u8]) -> String {
    MessageParser::default().parse(raw).and_then(|message| message.subject().map(str::to_owned)).unwrap_or_default()
}

fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.windows(2).position(|pair| pair == b"\r\n")?;
    let (text, rest) = bytes.split_at(end);
    Some((std::str::from_utf8(text).ok()?, rest.get(2..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_back_as_it_was_written_down() {
        let raw = b"Delivered-To-Nobody: x\r\nSubject: =?utf-8?q?Caf=C3=A9?=\r\n\r\nBonjour\r\n".to_vec();
        let recipients = vec!["a@example.test".to_owned(), "b@example.test".to_owned()];
        let message =
            Received { number: 7, from: "m@example.test".to_owned(), recipients, raw, subject: "Café".to_owned() };
        assert_eq!(restored(7, &stored(&message)), Some(message));
        assert_eq!(restored(7, b"Subject: x\r\n\r\n"), None);
        assert_eq!(restored(7, b""), None);
    }
}
