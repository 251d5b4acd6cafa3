//! What the sink keeps.

use super::folder;
use mail_parser::{Message, MessageParser};
use std::collections::{HashMap, VecDeque};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// Messages kept at the most.
pub const KEEP_MESSAGES: usize = 20_000;
/// Bytes kept at the most, all messages together.
pub const KEEP_BYTES: usize = 400 * 1024 * 1024;

/// A message that has at least a part to hold its headers.
fn whole(bytes: &[u8]) -> Option<Message<'_>> {
    MessageParser::default().parse(bytes).filter(|message| !message.parts.is_empty())
}

/// What is read in place of bytes that are no message.
const EMPTY: &[u8] = b"Subject:\r\n\r\n";

/// One message as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Counts from 1 since the sink began.
    pub number: u64,
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients, lower case.
    pub recipients: Vec<String>,
    /// The bytes, dots unstuffed.
    pub raw: Vec<u8>,
    /// The decoded subject.
    pub subject: String,
}

impl Received {
    /// The message, parsed; empty when it cannot be.
    pub fn parsed(&self) -> Message<'_> {
        // The parser's own empty message has not even a part for its headers, and falls over when asked for one (found by fuzzing).
        whole(&self.raw).or_else(|| whole(EMPTY)).unwrap_or_default()
    }

    /// Whether it was sent to `address`.
    pub fn is_to(&self, address: &str) -> bool {
        self.recipients.iter().any(|recipient| recipient.eq_ignore_ascii_case(address))
    }

    /// The decoded text part.
    pub fn text(&self) -> String {
        self.parsed().body_text(0).unwrap_or_default().into_owned()
    }

    /// The decoded HTML part.
    pub fn html(&self) -> String {
        self.parsed().body_html(0).unwrap_or_default().into_owned()
    }

    /// A header's raw value, unfolded.
    pub fn header(&self, name: &str) -> Option<String> {
        self.parsed().header_raw(name).map(|value| value.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Every address in the text part that begins with `http`, in order.
    pub fn links(&self) -> Vec<String> {
        let text = self.text();
        let words = text.split(|c: char| c.is_whitespace() || c == '<' || c == '>');
        words.filter(|word| word.starts_with("http://") || word.starts_with("https://")).map(str::to_owned).collect()
    }
}

/// What was received; cheap to clone, clones share it.
#[derive(Debug, Clone)]
pub struct Inbox(Arc<Shelf>);

#[derive(Debug)]
struct Shelf {
    kept: Mutex<Kept>,
    arrived: watch::Sender<u64>,
    folder: Option<PathBuf>,
}

#[derive(Debug, Default)]
struct Kept {
    messages: VecDeque<Arc<Received>>,
    bytes: usize,
    attempts: HashMap<String, u32>,
    last: u64,
}

impl Kept {
    /// Keeps one more, and lets the oldest go that are too many or too much.
    fn push(&mut self, message: Received) {
        self.bytes += message.raw.len();
        self.messages.push_back(Arc::new(message));
        while self.messages.len() > KEEP_MESSAGES || (self.bytes > KEEP_BYTES && self.messages.len() > 1) {
            if let Some(oldest) = self.messages.pop_front() {
                self.bytes -= oldest.raw.len();
            }
        }
    }
}

impl Inbox {
    /// An empty inbox that forgets everything when it ends.
    pub fn empty() -> Self {
        Self(Arc::new(Shelf { kept: Mutex::default(), arrived: watch::Sender::new(0), folder: None }))
    }

    /// An inbox that writes its messages into a folder, and begins with the last ones that are there.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub async fn in_folder(folder: PathBuf) -> io::Result<Self> {
        let mut kept = Kept::default();
        for message in folder::read(&folder).await? {
            kept.last = message.number;
            kept.push(message);
        }
        let arrived = watch::Sender::new(kept.last);
        Ok(Self(Arc::new(Shelf { kept: Mutex::new(kept), arrived, folder: Some(folder) })))
    }

    /// Everything kept, oldest first.
    pub fn messages(&self) -> Vec<Arc<Received>> {
        self.kept().messages.iter().cloned().collect()
    }

    /// How many messages were ever received.
    pub fn received(&self) -> u64 {
        *self.0.arrived.borrow()
    }

    /// The message of this number, if it is still kept.
    pub fn message(&self, number: u64) -> Option<Arc<Received>> {
        self.kept().messages.iter().find(|message| message.number == number).cloned()
    }

    /// The newest `limit` messages before `before` whose recipient or subject contains `search`, newest first.
    pub fn newest(&self, search: &str, before: Option<u64>, limit: usize) -> Vec<Arc<Received>> {
        let search = search.trim().to_lowercase();
        let fits = |message: &&Arc<Received>| {
            before.is_none_or(|before| message.number < before)
                && (message.recipients.iter().any(|r| r.contains(&search))
                    || message.subject.to_lowercase().contains(&search))
        };
        self.kept().messages.iter().rev().filter(fits).take(limit).cloned().collect()
    }

    /// The first message, kept already or arriving within `patience`, that `wanted` says yes to.
    pub async fn wait_for(&self, patience: Duration, wanted: impl Fn(&Received) -> bool) -> Option<Arc<Received>> {
        let mut arrivals = self.0.arrived.subscribe();
        let search = async {
            loop {
                arrivals.mark_unchanged();
                if let Some(found) = self.messages().into_iter().find(|message| wanted(message)) {
                    return Some(found);
                }
                arrivals.changed().await.ok()?;
            }
        };
        tokio::time::timeout(patience, search).await.ok().flatten()
    }

    /// Waits until at least `count` messages were received since the sink began, or `patience` is over; says which.
    pub async fn wait_for_count(&self, patience: Duration, count: u64) -> bool {
        let mut arrivals = self.0.arrived.subscribe();
        tokio::time::timeout(patience, arrivals.wait_for(|received| *received >= count))
            .await
            .is_ok_and(|seen| seen.is_ok())
    }

    /// Forgets everything, the attempts of scripted addresses too.
    pub fn clear(&self) {
        let mut kept = self.kept();
        *kept = Kept { last: kept.last, ..Kept::default() };
    }

    /// Everything kept, oldest first, which is kept no longer.
    pub fn take(&self) -> Vec<Arc<Received>> {
        let mut kept = self.kept();
        kept.bytes = 0;
        std::mem::take(&mut kept.messages).into()
    }

    /// How often `address` was written to.
    pub fn attempts(&self, address: &str) -> u32 {
        self.kept().attempts.get(address).copied().unwrap_or(0)
    }

    /// Counts one more attempt to write to `address`.
    pub(super) fn attempt(&self, address: &str) -> u32 {
        let mut kept = self.kept();
        let attempts = kept.attempts.entry(address.to_owned()).or_default();
        *attempts += 1;
        *attempts
    }

    /// Keeps a message and tells whoever waits.
    pub(super) async fn keep(&self, from: &str, recipients: &[String], raw: Vec<u8>) {
        let subject = folder::subject(&raw);
        let number = self.put(|number| Received {
            number,
            from: from.to_owned(),
            recipients: recipients.to_vec(),
            raw,
            subject,
        });
        if let (Some(folder), Some(message)) = (&self.0.folder, self.message(number))
            && let Err(error) = folder::write(folder, &message).await
        {
            tracing::warn!(%error, "the sink cannot write its folder");
        }
        self.0.arrived.send_modify(|last| *last = (*last).max(number));
    }

    fn put(&self, make: impl FnOnce(u64) -> Received) -> u64 {
        let mut kept = self.kept();
        kept.last += 1;
        let number = kept.last;
        kept.push(make(number));
        number
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
