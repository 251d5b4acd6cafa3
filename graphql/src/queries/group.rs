//! Groups.

use crate::{
    ids::Global as _,
    objects::{Group, GroupMatters, GroupMember, GroupSuccessors, Member},
    page::Connection,
    visit::Desk,
};
use async_graphql::{Context, ID, Object, Result};
use groups::views;
use kernel::GroupId;

/// What can be asked about groups.
#[derive(Default)]
pub struct GroupQuery;

#[Object]
impl GroupQuery {
    /// Open groups, the newest first.
    async fn groups(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<Group>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(views::groups(desk.db, desk.caller, &page).await)?;
        Ok(Connection::of(page, Group))
    }

    /// The groups the asker is in or has asked to join, by name; after them what they have asked the team for.
    async fn my_groups(&self, ctx: &Context<'_>) -> Result<Vec<Group>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(views::my_groups(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(Group).collect())
    }

    /// One group; one that is not open is there for whoever kept it and for stewards alone.
    async fn group(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Group>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(views::group(desk.db, desk.caller, GroupId::asked(&id)).await)?;
        Ok(found.map(Group))
    }

    /// Who is in a group, those who have been longest first; empty to whoever is not in it, unless they are stewards.
    async fn group_members(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] id: ID,
        #[graphql(desc = "How many, 1 to 100; 20 when absent.")] first: Option<i32>,
        #[graphql(desc = "An `endCursor`.")] after: Option<String>,
    ) -> Result<Connection<GroupMember>> {
        let desk = Desk::of(ctx)?;
        let page = desk.page(first, after.as_deref())?;
        let page = desk.value(views::group_members(desk.db, desk.caller, GroupId::asked(&id), &page).await)?;
        Ok(Connection::of(page, GroupMember))
    }

    /// Who asks to join a group that the asker looks after, the first first, at most 100.
    async fn group_waiting(&self, ctx: &Context<'_>, #[graphql(desc = "Which group.")] id: ID) -> Result<Vec<Member>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(views::group_waiting(desk.db, desk.caller, GroupId::asked(&id)).await)?;
        Ok(found.into_iter().map(Member).collect())
    }

    /// Who could look after a group after the asker, who does now: whoever else is in it.
    async fn group_successors(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which group.")] id: ID,
        #[graphql(desc = "Letters of the name, without regard to capitals and accents; everybody when absent.")]
        named: Option<String>,
    ) -> Result<GroupSuccessors> {
        let desk = Desk::of(ctx)?;
        let named = named.unwrap_or_default();
        let found = desk.value(groups::hand_over::heirs(desk.db, desk.caller, GroupId::asked(&id), &named).await)?;
        Ok(found.into())
    }

    /// What is open between a group and the asker: that it is offered to somebody, that they were put out of it, how they would come in.
    async fn group_matters(&self, ctx: &Context<'_>, #[graphql(desc = "Which group.")] id: ID) -> Result<GroupMatters> {
        let desk = Desk::of(ctx)?;
        let found = groups::matters::matters(desk.db, desk.caller, GroupId::asked(&id)).await;
        Ok(desk.value(found)?.into())
    }

    /// The groups that members ask the team for, those that wait longest first, at most 100; for stewards.
    async fn groups_asked(&self, ctx: &Context<'_>) -> Result<Vec<Group>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(views::groups_asked(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(Group).collect())
    }
}
