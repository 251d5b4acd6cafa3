//! Where people stand.

use crate::{
    ids::Global as _,
    objects::{DepartureEffects, DepartureProposal, Measure, OpenAppeal, OwnStanding, Review},
    page::Connection,
    visit::Desk,
    words::DepartureCause,
};
use async_graphql::{Context, ID, Object, Result};
use kernel::{DepartureId, MemberId};

/// What can be asked about standings, and about what a decision would do.
#[derive(Default)]
pub struct StandingQuery;

#[Object]
impl StandingQuery {
    /// Where the asker stands, and why.
    async fn own_standing(&self, ctx: &Context<'_>) -> Result<OwnStanding> {
        let desk = Desk::of(ctx)?;
        desk.value(sponsorship::own_standing(desk.db, desk.caller).await).map(OwnStanding)
    }

    /// What would happen to others if this member were put out now; for stewards. Changes nothing.
    async fn what_if(&self, ctx: &Context<'_>, member_id: ID, cause: DepartureCause) -> Result<DepartureEffects> {
        let desk = Desk::of(ctx)?;
        let member = MemberId::asked(&member_id);
        desk.value(sponsorship::what_if(desk.db, desk.caller, member, cause.into()).await).map(DepartureEffects)
    }

    /// Decisions that wait for a second steward, the oldest first, at most 100; for stewards.
    async fn departure_proposals(&self, ctx: &Context<'_>) -> Result<Vec<DepartureProposal>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::proposals(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(DepartureProposal).collect())
    }

    /// What a decision that waits would do if it were confirmed now; for stewards.
    async fn departure_proposal(&self, ctx: &Context<'_>, id: ID) -> Result<DepartureEffects> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::proposal(desk.db, desk.caller, DepartureId::asked(&id)).await)?;
        Ok(DepartureEffects(found.1))
    }

    /// Everybody under review, the most urgent first; for stewards.
    async fn reviews(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Review>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(sponsorship::reviews(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, Review))
    }

    /// What was decided about how a member vouches, the latest first, at most 50; for stewards.
    async fn measures(&self, ctx: &Context<'_>, member_id: ID) -> Result<Vec<Measure>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::measures(desk.db, desk.caller, MemberId::asked(&member_id)).await)?;
        Ok(found.into_iter().map(Measure).collect())
    }

    /// Appeals without an answer, the oldest first, at most 100; for stewards.
    async fn open_appeals(&self, ctx: &Context<'_>) -> Result<Vec<OpenAppeal>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::appeals(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(OpenAppeal).collect())
    }
}
