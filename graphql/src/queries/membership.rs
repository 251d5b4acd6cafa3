//! People.

use crate::{
    ids::Global as _,
    objects::{Account, Member, MemberDetail, MyCommunity, MyCopy, Passkey, Session, Viewer},
    page::Connection,
    visit::Desk,
    words::Standing,
};
use async_graphql::{Context, ID, InputObject, Object, Result};
use kernel::MemberId;
use membership::views;

/// Which members are wanted.
#[derive(InputObject, Default)]
#[graphql(name = "MemberFilter")]
pub struct Filter {
    /// In this standing only; everybody inside when absent. Stewards may ask for any.
    standing: Option<Standing>,
    /// Words in name or town.
    search: Option<String>,
}

impl From<Filter> for membership::MemberFilter {
    fn from(filter: Filter) -> Self {
        Self { standing: filter.standing.map(Into::into), search: filter.search }
    }
}

/// What can be asked about people.
#[derive(Default)]
pub struct MembershipQuery;

#[Object]
impl MembershipQuery {
    /// Who is asking.
    async fn viewer(&self) -> Viewer {
        Viewer
    }

    /// The asker's account.
    async fn account(&self, ctx: &Context<'_>) -> Result<Account> {
        let desk = Desk::of(ctx)?;
        let view = desk.value(membership::account::own(desk.db, desk.caller).await)?;
        let protection = desk.value(membership::factor::protection(desk.db, desk.caller).await)?;
        Ok(Account { view, protection })
    }

    /// The asker's passkeys, wherever they work, the oldest first; at most twenty.
    async fn passkeys(&self, ctx: &Context<'_>) -> Result<Vec<Passkey>> {
        let desk = Desk::of(ctx)?;
        let passkeys = desk.value(membership::passkey::passkeys(desk.db, desk.caller).await)?;
        Ok(passkeys.into_iter().map(Passkey).collect())
    }

    /// The asker's open sessions in this community, the last used first.
    async fn sessions(&self, ctx: &Context<'_>) -> Result<Vec<Session>> {
        let desk = Desk::of(ctx)?;
        let sessions = desk.value(membership::session::sessions(desk.db, desk.caller).await)?;
        let present = desk.visit.session;
        Ok(sessions.into_iter().map(|view| Session { view, present }).collect())
    }

    /// The copy of everything about the asker that they asked for, unless its time is over.
    async fn my_copy(&self, ctx: &Context<'_>) -> Result<Option<MyCopy>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(privacy::copy::my_copy(desk.db, desk.caller).await)?;
        Ok(found.map(MyCopy))
    }

    /// The communities of this installation that the asker is in or waits for, by name. On the platform's own host only: no
    /// community learns of another.
    async fn my_communities(&self, ctx: &Context<'_>) -> Result<Vec<MyCommunity>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(membership::my_communities(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(|one| MyCommunity::of(one, &desk.base.host)).collect())
    }

    /// Members, the newest first.
    async fn members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which ones.")] filter: Option<Filter>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Member>> {
        let desk = Desk::of(ctx)?;
        let (filter, page) = (filter.unwrap_or_default().into(), desk.page(first, after.as_deref())?);
        let page = desk.value(views::members(desk.db, desk.caller, filter, page).await)?;
        Ok(Connection::of(page, Member))
    }

    /// Who holds an office, wherever they stand: owners first, then stewards, then editors.
    async fn officers(&self, ctx: &Context<'_>) -> Result<Vec<Member>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(views::officers(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(Member).collect())
    }

    /// One member.
    async fn member(&self, ctx: &Context<'_>, id: ID) -> Result<Option<MemberDetail>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(views::member(desk.db, desk.caller, MemberId::asked(&id)).await)?;
        Ok(found.map(MemberDetail))
    }
}
