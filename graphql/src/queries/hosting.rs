//! Hosts, meetings with them, and whether the waiting room empties.

use crate::{
    objects::{HostRota, MyHosting, OwnMeeting, WaitingFigures},
    visit::Desk,
};
use async_graphql::{Context, Object, Result};

/// What can be asked about waiting and hosts.
#[derive(Default)]
pub struct HostingQuery;

#[Object]
impl HostingQuery {
    /// The asker's meetings with hosts, the newest first, at most 30; for applicants.
    async fn own_meetings(&self, ctx: &Context<'_>) -> Result<Vec<OwnMeeting>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::own_meetings(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(OwnMeeting).collect())
    }

    /// What the asker agreed to as a host, and whom they are to meet.
    async fn my_hosting(&self, ctx: &Context<'_>) -> Result<MyHosting> {
        let desk = Desk::of(ctx)?;
        desk.value(sponsorship::my_hosting(desk.db, desk.caller).await).map(MyHosting)
    }

    /// Who meets newcomers and who looks for somebody; for stewards.
    async fn host_rota(&self, ctx: &Context<'_>) -> Result<HostRota> {
        let desk = Desk::of(ctx)?;
        desk.value(sponsorship::rota(desk.db, desk.caller).await).map(HostRota)
    }
    /// Whether the waiting room empties: twelve months, and who waits without an answer; for stewards.
    async fn waiting_figures(&self, ctx: &Context<'_>) -> Result<WaitingFigures> {
        let desk = Desk::of(ctx)?;
        desk.value(sponsorship::waiting_figures(desk.db, desk.caller).await).map(WaitingFigures)
    }
}
