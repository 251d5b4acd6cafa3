//! What can be asked, one file a noun.

mod bulletin;
mod community;
mod conversation;
mod exchange;
mod guest_request;
mod hosting;
mod household;
mod membership;
mod node;
mod operator;
mod outing;
mod reservation;
mod sponsorship;
mod standing;

use async_graphql::MergedObject;

/// Everything that can be asked.
#[derive(MergedObject, Default)]
pub struct Query(
    community::CommunityQuery,
    membership::MembershipQuery,
    sponsorship::SponsorshipQuery,
    standing::StandingQuery,
    hosting::HostingQuery,
    reservation::ReservationQuery,
    household::HouseholdQuery,
    bulletin::BulletinQuery,
    guest_request::GuestRequestQuery,
    exchange::ExchangeQuery,
    outing::OutingQuery,
    conversation::ConversationQuery,
    operator::OperatorQuery,
    node::NodeQuery,
);
