//! Getting in.

use crate::{
    ids::Global as _,
    objects::{
        Admission, CertificateCheck, CommunityHealth, GivenSponsorship, HowLinked, Invitation, Inviter, Newcomer,
        SponsorshipRequest, Tokens, WaitingRoom, community_health, how_linked,
    },
    page::Connection,
    visit::Desk,
};
use async_graphql::{Context, ID, Object, Result};
use kernel::{AdmissionId, MemberId, SponsorshipId};

/// What can be asked about vouching and coming in.
#[derive(Default)]
pub struct SponsorshipQuery;

#[Object]
impl SponsorshipQuery {
    /// Where the asker's application stands.
    async fn waiting_room(&self, ctx: &Context<'_>) -> Result<WaitingRoom> {
        let desk = Desk::of(ctx)?;
        desk.value(sponsorship::waiting(desk.db, desk.caller).await).map(WaitingRoom)
    }

    /// Open requests to the asker, the newest first.
    async fn requests_to_me(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<SponsorshipRequest>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(sponsorship::asked_of_me(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, SponsorshipRequest))
    }

    /// One request to the asker, open or not.
    async fn request_to_me(&self, ctx: &Context<'_>, id: ID) -> Result<Option<SponsorshipRequest>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::request(desk.db, desk.caller, SponsorshipId::asked(&id)).await)?;
        Ok(found.map(SponsorshipRequest))
    }

    /// Words the asker has given, the newest first, also those that have ended.
    async fn sponsorships_given(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<GivenSponsorship>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(sponsorship::given_by_me(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, GivenSponsorship))
    }

    /// How often the asker may still vouch.
    async fn tokens(&self, ctx: &Context<'_>) -> Result<Tokens> {
        let desk = Desk::of(ctx)?;
        desk.value(sponsorship::tokens(desk.db, desk.caller).await).map(Tokens::from)
    }

    /// The asker's invitations, the newest first; used ones stay.
    async fn invitations(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Invitation>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(sponsorship::invitations(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, Invitation))
    }

    /// The token of the asker's personal link.
    async fn personal_link(&self, ctx: &Context<'_>) -> Result<String> {
        let desk = Desk::of(ctx)?;
        desk.value(sponsorship::personal_link(desk.db, desk.caller).await)
    }

    /// Whose personal link or invitation this token is; nothing for any other text.
    async fn inviter(&self, ctx: &Context<'_>, token: String) -> Result<Option<Inviter>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::peek(desk.db, desk.caller.community, &token).await)?;
        Ok(found.map(Inviter::from))
    }

    /// Everybody who waits to come in, the latest first; for stewards.
    async fn newcomers(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Newcomer>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(sponsorship::newcomers(desk.db, desk.caller, page).await)?;
        Ok(Connection::of(page, Newcomer))
    }

    /// Checks the certificate of a decision once more, against the ties as they were then; for stewards.
    async fn recheck_certificate(&self, ctx: &Context<'_>, admission_id: ID) -> Result<CertificateCheck> {
        let desk = Desk::of(ctx)?;
        let id = AdmissionId::asked(&admission_id);
        desk.value(sponsorship::recheck_certificate(desk.db, desk.caller, id).await).map(CertificateCheck::from)
    }

    /// How well the community holds together, as it was measured by night; for stewards.
    async fn community_health(&self, ctx: &Context<'_>) -> Result<CommunityHealth> {
        community_health(Desk::of(ctx)?).await
    }

    /// How the asker and a member are linked; absent for oneself, and for whoever is not inside.
    async fn trust_between(&self, ctx: &Context<'_>, member_id: ID) -> Result<Option<HowLinked>> {
        how_linked(Desk::of(ctx)?, MemberId::asked(&member_id)).await
    }

    /// Why a member is in.
    async fn admission(&self, ctx: &Context<'_>, member_id: ID) -> Result<Option<Admission>> {
        let desk = Desk::of(ctx)?;
        let member = MemberId::asked(&member_id);
        let found = desk.value(sponsorship::admission_of(desk.db, desk.caller, member).await)?;
        Ok(found.map(Admission))
    }
}
