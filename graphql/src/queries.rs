//! What can be asked, one file a noun.

mod bulletin;
mod community;
mod conversation;
pub(crate) mod exchange;
mod group;
mod guest_request;
mod hosting;
mod household;
mod mandate;
mod membership;
mod node;
mod operator;
mod outing;
mod reservation;
mod searches;
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
    group::GroupQuery,
    guest_request::GuestRequestQuery,
    exchange::ExchangeQuery,
    searches::SearchQuery,
    mandate::MandateQuery,
    outing::OutingQuery,
    conversation::ConversationQuery,
    operator::OperatorQuery,
    node::NodeQuery,
);
