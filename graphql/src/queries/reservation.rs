//! Doubts about somebody who is about to come in.

use crate::{
    objects::{Arriving, OpenReservation, ReservationAboutMe},
    visit::Desk,
};
use async_graphql::{Context, Object, Result};

/// What can be asked about reservations.
#[derive(Default)]
pub struct ReservationQuery;

#[Object]
impl ReservationQuery {
    /// Who is about to come in: waits, and somebody vouches for them; the latest first, at most 100. For members.
    async fn arriving(&self, ctx: &Context<'_>) -> Result<Vec<Arriving>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::arriving(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(Arriving).collect())
    }

    /// Open reservations about the asker, the oldest first; while one waits to come in.
    async fn reservations_about_me(&self, ctx: &Context<'_>) -> Result<Vec<ReservationAboutMe>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::reservations_about_me(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(ReservationAboutMe).collect())
    }

    /// Reservations that wait for the stewards, the oldest first, at most 100; for stewards.
    async fn open_reservations(&self, ctx: &Context<'_>) -> Result<Vec<OpenReservation>> {
        let desk = Desk::of(ctx)?;
        let found = desk.value(sponsorship::open_reservations(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(OpenReservation).collect())
    }
}
