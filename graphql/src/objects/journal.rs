//! What happened in the community.

use super::Member;
use crate::{loaders, visit::Desk};
use async_graphql::{Context, Object, Result};
use community::journal::EntryView;
use kernel::Timestamp;

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
        Ok(words.t2(self.0.phrase(), "actor", actor, "subject", subject))
    }
    /// The reason that was given.
    async fn reason(&self) -> Option<&str> {
        Some(self.0.reason.as_str()).filter(|reason| !reason.is_empty())
    }
    /// Who did it, if a member of this community did.
    async fn actor(&self, ctx: &Context<'_>) -> Result<Option<Member>> {
        match self.0.actor {
            Some(actor) => loaders::member(ctx, actor).await,
            None => Ok(None),
        }
    }
    /// To whom it was done.
    async fn subject(&self, ctx: &Context<'_>) -> Result<Option<Member>> {
        match self.0.subject {
            Some(subject) => loaders::member(ctx, subject).await,
            None => Ok(None),
        }
    }
}
