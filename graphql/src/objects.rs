//! The things of the schema, one file a noun.

mod bulletin;
mod community;
mod conversation;
mod fairness;
mod group;
mod guest_request;
mod health;
mod hosting;
mod household;
mod journal;
mod listing;
mod listing_map;
mod mandate;
mod matches;
mod measure;
mod member;
mod my_copy;
mod notification;
mod operator;
mod outing;
mod passkey;
mod photo;
mod place;
mod policy;
mod reservation;
mod saved_draft;
mod saved_search;
mod sponsorship;
mod standing;
mod unanswered;

pub use bulletin::Bulletin;
pub use community::{Community, MyCommunity, OwnHosts, Preset};
pub use conversation::{Conversation, ConversationDetail, Message};
pub use fairness::MyFairness;
pub use group::{Group, GroupMatters, GroupMember, GroupOfListing, GroupSuccessors};
pub use guest_request::{GuestConversationDetail, GuestRequest, RequestToCheck};
pub use health::CommunityHealth;
pub(crate) use health::community_health;
pub use hosting::{HostRota, MyHosting, OwnMeeting, WaitingFigures};
pub use household::{HouseholdEffects, HouseholdTie};
pub use journal::JournalEntry;
pub use listing::{Listing, ListingDetail, ListingRules};
pub use listing_map::ListingMap;
pub use mandate::{ListingExample, Mandate, OnBehalf};
pub use matches::Match;
pub use measure::Measure;
pub use member::{Account, Member, MemberDetail, Session, Viewer};
pub use my_copy::MyCopy;
pub use notification::Notification;
pub use operator::{BuriedJob, CommunityFigures, HostWish, Lane, LetterWatch, SentLetter};
pub use outing::{CalendarFeed, CalendarOuting, Comer, GuestOuting, ListingExtent, OutingState};
pub use passkey::Passkey;
pub use photo::Photo;
pub use place::{MyPlaces, Place, StreetAnswer};
pub(crate) use policy::admission_policy;
pub use policy::{AdmissionKnobsInput, AdmissionPolicy, PolicyChange};
pub use reservation::{Arriving, OpenReservation, ReservationAboutMe};
pub use saved_draft::SavedDraft;
pub use saved_search::SavedSearch;
pub(crate) use sponsorship::how_linked;
pub use sponsorship::{
    Admission, CertificateCheck, GivenSponsorship, HowLinked, Invitation, Inviter, Newcomer, SponsorshipRequest,
    Tokens, WaitingRoom,
};
pub use standing::{DepartureEffects, DepartureProposal, OpenAppeal, OwnStanding, Review};
pub use unanswered::UnansweredRequest;
