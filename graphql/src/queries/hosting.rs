//! Hosts, and meetings with them.

use crate::{
    objects::{HostRota, MyHosting, OwnMeeting},
    visit::Desk,
};
use async_graphql::{Context, Object, Result};

/// What can be asked about hosts.
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
}
