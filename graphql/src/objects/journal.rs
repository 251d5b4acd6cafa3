//! What happened in the community.

use crate::{ids::Global as _, visit::Desk};
use async_graphql::{Context, ID, Object, Result};
use community::journal::EntryView;
use kernel::{MemberId, Timestamp};

/// An entry of the journal.
pub struct JournalEntry(pub(crate) EntryView);

#[Object]
impl JournalEntry {
    /// Its number in the chain; absent for entries from before there was one.
    async fn number(&self) -> Option<i64> {
        self.0.number
    }
    /// When it happened.
    async fn at(&self) -> Timestamp {
        self.0.at
    }
    /// What was done, as a word: `standing_changed`, `denied`, …
    async fn act(&self) -> &str {
        &self.0.act
    }
    /// Its sentence in the asker's language.
    async fn sentence(&self, ctx: &Context<'_>) -> Result<String> {
        let words = Desk::of(ctx)?.visit.words;
        let or = |name: &str, key: &str| if name.is_empty() { words.t(key) } else { name.to_owned() };
        let (actor, subject) = (or(&self.0.actor_name, "journal-house"), or(&self.0.subject_name, "common-somebody"));
        Ok(words
            .tn(self.0.phrase(), &[("actor", actor.into()), ("subject", subject.into()), ("n", self.0.times().into())]))
    }
    /// The reason that was given.
    async fn reason(&self) -> Option<&str> {
        Some(self.0.reason.as_str()).filter(|reason| !reason.is_empty())
    }
    /// The member who did it; absent for the house and for strangers.
    async fn actor_id(&self) -> Option<ID> {
        self.0.actor.map(MemberId::global)
    }
    /// What they are called.
    async fn actor_name(&self) -> Option<&str> {
        Some(self.0.actor_name.as_str()).filter(|name| !name.is_empty())
    }
    /// The member it was done to.
    async fn subject_id(&self) -> Option<ID> {
        self.0.subject.map(MemberId::global)
    }
    /// What they are called.
    async fn subject_name(&self) -> Option<&str> {
        Some(self.0.subject_name.as_str()).filter(|name| !name.is_empty())
    }
}
