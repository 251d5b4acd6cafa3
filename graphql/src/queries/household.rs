//! Who shares a household with whom.

use crate::{
    ids::Global as _,
    objects::{HouseholdEffects, HouseholdTie},
    visit::Desk,
};
use async_graphql::{Context, ID, Object, Result};
use kernel::MemberId;

/// What can be asked about households.
#[derive(Default)]
pub struct HouseholdQuery;

#[Object]
impl HouseholdQuery {
    /// With whom the asker is said to share a household, the latest first, at most 50.
    async fn my_household(&self, ctx: &Context<'_>) -> Result<Vec<HouseholdTie>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::my_household(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(HouseholdTie).collect())
    }

    /// With whom a member is said to share one, at most 50; for stewards.
    async fn household_of(&self, ctx: &Context<'_>, member_id: ID) -> Result<Vec<HouseholdTie>> {
        let desk = Desk::of(ctx)?;
        let member = MemberId::asked(&member_id);
        let found = desk.value(sponsorship::household_of(desk.db, desk.caller, member).await)?;
        Ok(found.into_iter().map(HouseholdTie).collect())
    }

    /// What it would do if the words of these two counted as one; for stewards. Changes nothing.
    async fn household_effects(&self, ctx: &Context<'_>, member_id: ID, other_id: ID) -> Result<HouseholdEffects> {
        let desk = Desk::of(ctx)?;
        let (member, other) = (MemberId::asked(&member_id), MemberId::asked(&other_id));
        let found = desk.value(sponsorship::household_effects(desk.db, desk.caller, member, other).await)?;
        Ok(HouseholdEffects(found))
    }
}
