//! The arithmetic of the chain: what a mark covers, and where a chain is broken. Pure.
//!
//! `mac = HMAC(key, community ‖ seq ‖ previous mac ‖ entry)`, every part with its length before it, the particulars as JSON with
//! sorted keys. Before the first entry stands a mark over all entries that are older than the chain.

use super::Entry;
use kernel::{CommunityId, Seal, Timestamp};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

const PURPOSE: &str = "journal";
const ENTRY: &[u8] = b"entry";
const NOTE: &[u8] = b"note";
const OLDER: &[u8] = b"older";

/// An entry as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Its number, from 1, without a gap.
    pub seq: i64,
    /// Its id.
    pub id: Uuid,
    /// When it happened, microseconds.
    pub at: Timestamp,
    /// Who did it.
    pub actor_id: Option<Uuid>,
    /// To whom.
    pub subject_id: Option<Uuid>,
    /// What.
    pub act: String,
    /// Particulars.
    pub detail: Value,
    /// The mark of its note; nothing where there never was one.
    pub note_mark: Option<Vec<u8>>,
    /// The note, unless it was erased.
    pub note: Option<String>,
    /// Its mark, which covers the one before.
    pub mac: Vec<u8>,
}

/// A number with its mark: where a chain ended at some moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The entry's number; 0 where there is none.
    pub seq: i64,
    /// Its mark.
    pub mac: Vec<u8>,
}

/// The first place at which a chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the journal is broken at entry {seq}: {why}")]
pub struct Broken {
    /// The entry's number.
    pub seq: i64,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// There is none of this number.
    #[error("it is missing")]
    Missing,
    /// Its content, its number or what stands before it is not what was written.
    #[error("it, or what stands before it, is not what was written")]
    Altered,
    /// Its note is not what was written, or is gone without having been erased.
    #[error("its note is not what was written")]
    Note,
    /// It is not what stood here when the anchor was kept.
    #[error("it is not what an anchor says stood here")]
    Anchor,
}

/// A chain up to some entry: forges the next, or looks whether the next is genuine.
pub struct Chain {
    key: Seal,
    community: CommunityId,
    head: Anchor,
    anchors: BTreeMap<i64, Vec<u8>>,
    gone: BTreeSet<i64>,
    erased: BTreeSet<i64>,
}

impl Chain {
    /// Before the first entry; `older` are those from before there was a chain.
    pub fn begin(seal: &Seal, community: CommunityId, older: &[Link]) -> Self {
        let key = seal.derived(PURPOSE);
        let mut whole = Parts::of(OLDER, community);
        for link in older {
            whole.content(link);
        }
        let head = Anchor { seq: 0, mac: whole.marked(&key) };
        Self { key, community, head, anchors: BTreeMap::new(), gone: BTreeSet::new(), erased: BTreeSet::new() }
    }

    /// After the entry at `head`, which is believed.
    pub fn after(seal: &Seal, community: CommunityId, head: &Anchor) -> Self {
        Self { head: head.clone(), ..Self::begin(seal, community, &[]) }
    }

    /// The same chain, which must also hold what was kept of it elsewhere.
    #[must_use]
    pub fn holding(mut self, anchors: &[Anchor]) -> Self {
        self.anchors.extend(anchors.iter().map(|anchor| (anchor.seq, anchor.mac.clone())));
        self
    }

    /// The next entry, marked.
    pub fn forge(&mut self, id: Uuid, at: Timestamp, entry: Entry) -> Link {
        let seq = self.head.seq + 1;
        let (detail, note) = apart(entry.detail);
        let mut link = Link {
            seq,
            id,
            at,
            actor_id: entry.actor.map(Into::into),
            subject_id: entry.subject.map(Into::into),
            act: entry.act.to_owned(),
            detail,
            note_mark: note.as_deref().map(|note| self.note_mark(seq, note)),
            note,
            mac: Vec::new(),
        };
        link.mac = self.mark(&link);
        self.head = Anchor { seq, mac: link.mac.clone() };
        link
    }

    /// Goes on to the next entry.
    ///
    /// # Errors
    /// Where it is not genuine.
    pub fn take(&mut self, link: &Link) -> Result<(), Broken> {
        let next = self.head.seq + 1;
        let broken = |seq, why| Err(Broken { seq, why });
        if link.seq > next {
            return broken(next, Why::Missing);
        }
        if link.seq < next || self.mark(link) != link.mac {
            return broken(link.seq, Why::Altered);
        }
        if self.anchors.remove(&link.seq).is_some_and(|kept| kept != link.mac) {
            return broken(link.seq, Why::Anchor);
        }
        match (&link.note_mark, &link.note) {
            (Some(mark), Some(note)) if self.note_mark(link.seq, note) == *mark => {}
            (None, None) => {}
            (Some(_), None) => {
                self.gone.insert(link.seq);
            }
            _ => return broken(link.seq, Why::Note),
        }
        self.erased.extend(erased_by(link));
        self.head = Anchor { seq: link.seq, mac: link.mac.clone() };
        Ok(())
    }

    /// Where the chain ends.
    ///
    /// # Errors
    /// Where a note is gone that no entry says was erased, or where entries are missing that an anchor knows of.
    pub fn end(self) -> Result<Anchor, Broken> {
        if let Some(seq) = self.gone.difference(&self.erased).next() {
            return Err(Broken { seq: *seq, why: Why::Note });
        }
        if self.anchors.keys().any(|seq| *seq > self.head.seq) {
            return Err(Broken { seq: self.head.seq + 1, why: Why::Missing });
        }
        Ok(self.head)
    }

    fn mark(&self, link: &Link) -> Vec<u8> {
        let mut parts = Parts::of(ENTRY, self.community);
        parts.add(&link.seq.to_be_bytes());
        parts.add(&self.head.mac);
        parts.content(link);
        parts.marked(&self.key)
    }

    fn note_mark(&self, seq: i64, note: &str) -> Vec<u8> {
        let mut parts = Parts::of(NOTE, self.community);
        parts.add(&seq.to_be_bytes());
        parts.add(note.as_bytes());
        parts.marked(&self.key)
    }
}

/// The particulars without the reason, and the reason.
fn apart(mut detail: Value) -> (Value, Option<String>) {
    let reason = detail.as_object_mut().and_then(|particulars| particulars.remove("reason"));
    (detail, reason.and_then(|reason| reason.as_str().filter(|reason| !reason.is_empty()).map(str::to_owned)))
}

/// The numbers of the entries whose notes this one says were erased.
fn erased_by(link: &Link) -> Vec<i64> {
    let listed = link.detail.get("notes_erased").and_then(Value::as_array);
    listed.map(|seqs| seqs.iter().filter_map(Value::as_i64).collect()).unwrap_or_default()
}

/// Bytes with their lengths before them, so that nothing can be read as something else.
struct Parts(Vec<u8>);

impl Parts {
    fn of(kind: &[u8], community: CommunityId) -> Self {
        let mut parts = Self(Vec::new());
        parts.add(kind);
        parts.add(community.0.as_bytes());
        parts
    }

    fn add(&mut self, part: &[u8]) {
        self.0.extend_from_slice(&(part.len() as u64).to_be_bytes());
        self.0.extend_from_slice(part);
    }

    fn content(&mut self, link: &Link) {
        self.add(link.id.as_bytes());
        self.add(&link.at.timestamp_micros().to_be_bytes());
        self.add(link.actor_id.as_ref().map_or(&[][..], |id| id.as_bytes()));
        self.add(link.subject_id.as_ref().map_or(&[][..], |id| id.as_bytes()));
        self.add(link.act.as_bytes());
        self.add(canonical(&link.detail).as_bytes());
        self.add(link.note_mark.as_deref().unwrap_or_default());
    }

    fn marked(self, key: &Seal) -> Vec<u8> {
        key.whole_mark(PURPOSE, &self.0).to_vec()
    }
}

/// JSON with sorted keys: the same text for the same value, whatever the database did with it meanwhile.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let sorted: BTreeMap<&String, &Value> = fields.iter().collect();
            let each = sorted.iter().map(|(key, value)| format!("{}:{}", Value::from(key.as_str()), canonical(value)));
            format!("{{{}}}", each.collect::<Vec<_>>().join(","))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(canonical).collect::<Vec<_>>().join(",")),
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests;
