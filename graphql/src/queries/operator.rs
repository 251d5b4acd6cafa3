//! The operator's figures, and an owner's share in them.

use crate::{
    objects::{BuriedJob, CommunityFigures, HostWish, Lane, LetterWatch, SentLetter},
    page::Connection,
    visit::Desk,
};
use async_graphql::{Context, Object, Result};
use community::{host_wish, operator};
use membership::complaints;

/// What an operator can ask on the platform's own host.
#[derive(Default)]
pub struct OperatorQuery;

#[Object]
impl OperatorQuery {
    /// All communities, the newest first.
    async fn communities(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<CommunityFigures>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(operator::communities(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, CommunityFigures))
    }

    /// The queue, lane by lane, the most urgent first.
    async fn queue(&self, ctx: &Context<'_>) -> Result<Vec<Lane>> {
        let desk = Desk::of(ctx)?;
        let figures = desk.value(operator::queue(desk.db, desk.caller).await)?;
        Ok(figures.lanes.into_iter().map(Lane::from).collect())
    }

    /// Jobs that could not be done, the newest first.
    async fn buried_jobs(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<BuriedJob>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(operator::buried(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, BuriedJob))
    }

    /// Host names that wait for the operator, the newest first.
    async fn host_wishes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<HostWish>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(host_wish::waiting(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, HostWish))
    }

    /// The last letters, the newest first.
    async fn last_letters(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<SentLetter>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(operator::last_letters(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, SentLetter))
    }

    /// The communities of whose letters too many people complain, at most a hundred: those whose letters wait first.
    async fn letter_watches(&self, ctx: &Context<'_>) -> Result<Vec<LetterWatch>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(complaints::watched(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(LetterWatch).collect())
    }

    /// How one's own community stands with those who get its letters; nothing when there is nothing to say. For owners.
    async fn letter_watch(&self, ctx: &Context<'_>) -> Result<Option<LetterWatch>> {
        let desk = Desk::of(ctx)?;
        Ok(desk.value(complaints::own(desk.db, desk.caller).await)?.map(LetterWatch))
    }
}
