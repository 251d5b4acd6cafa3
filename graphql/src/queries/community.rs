//! The community's public face.

use crate::{
    objects::{
        AdmissionKnobsInput, AdmissionPolicy, Community, JournalEntry, OwnHosts, PolicyChange, Preset, admission_policy,
    },
    page::Connection,
    visit::Desk,
};
use async_graphql::{Context, Object, Result};
use community::CommunityError;

/// What everybody can ask.
#[derive(Default)]
pub struct CommunityQuery;

#[Object]
impl CommunityQuery {
    /// The community of the addressed host.
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        let desk = Desk::of(ctx)?;
        let face = desk.value(community::face(desk.db, desk.caller.community).await)?;
        Ok(Community(desk.value(face.ok_or(CommunityError::NotFound))?))
    }

    /// The community's own host names, for its owners.
    async fn own_hosts(&self, ctx: &Context<'_>) -> Result<OwnHosts> {
        let desk = Desk::of(ctx)?;
        let found = community::settings::own_hosts(desk.db, desk.caller, &desk.base.host).await;
        desk.value(found).map(OwnHosts::from)
    }

    /// What happened here, to whom and by whom, the newest first.
    async fn journal(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<JournalEntry>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(community::journal::entries(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, JournalEntry))
    }

    /// Who lets people in and what it means here; with `wanted`, what that would mean instead. Changes nothing. For owners.
    async fn admission_policy(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Other knobs to be looked at.")] wanted: Option<AdmissionKnobsInput>,
    ) -> Result<AdmissionPolicy> {
        admission_policy(Desk::of(ctx)?, wanted).await
    }

    /// How the admission policy came to be what it is, the newest change first; for owners.
    async fn policy_changes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<PolicyChange>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(community::policy_changes(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, PolicyChange))
    }

    /// What a community can be launched as.
    async fn presets(&self, ctx: &Context<'_>) -> Result<Vec<Preset>> {
        let language = Desk::of(ctx)?.caller.language;
        let shape = |preset: &community::Preset| Preset {
            name: preset.name.clone(),
            title: preset.title.get(language).clone(),
            summary: preset.summary.get(language).clone(),
            sponsors_needed: preset.policy.sponsors(),
        };
        Ok(community::preset::all().iter().map(shape).collect())
    }
}
