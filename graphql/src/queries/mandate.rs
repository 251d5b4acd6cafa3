//! Asking for somebody else, and ready requests to begin with.

use crate::{
    ids::Global as _,
    objects::{ListingExample, Mandate},
    visit::Desk,
};
use async_graphql::{Context, ID, Object, Result};
use exchange::{examples, mandate};
use kernel::ListingId;

/// What can be asked about it.
#[derive(Default)]
pub struct MandateQuery;

#[Object]
impl MandateQuery {
    /// Who asks for whom in a listing, and where it stands; for the two of them and, once members read it, for stewards.
    async fn mandate(&self, ctx: &Context<'_>, listing_id: ID) -> Result<Option<Mandate>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(mandate::mandate(desk.db, desk.caller, ListingId::asked(&listing_id)).await)?;
        Ok(found.map(Mandate))
    }

    /// The requests that others ask in the asker's name, or hand over to them, the latest first; at most 20.
    async fn mandates_for_me(&self, ctx: &Context<'_>) -> Result<Vec<Mandate>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(mandate::mandates_for_me(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(Mandate).collect())
    }

    /// Hours within which half of the answered requests of the last ninety days had their first answer, for whoever is about to ask; absent
    /// while fewer than five were answered.
    async fn usual_first_answer_hours(&self, ctx: &Context<'_>) -> Result<Option<f64>> {
        let desk = Desk::of(ctx)?;
        let usual = desk.value(exchange::views::unanswered::usual_wait(desk.db, desk.caller).await)?;
        Ok(usual.first_answer.map(|time| time.as_seconds_f64() / 3_600.0))
    }

    /// Ready requests to begin with, as people of this community could ask them.
    async fn listing_examples(&self, ctx: &Context<'_>) -> Result<Vec<ListingExample>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(examples::examples(desk.db, desk.caller).await)?;
        let words = desk.visit.words;
        let example = |one: &examples::Example| ListingExample {
            kind: one.kind.into(),
            title: words.t(one.title),
            body: words.t(one.body),
        };
        Ok(found.iter().map(example).collect())
    }
}
