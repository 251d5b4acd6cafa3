//! The things of the schema, one file a noun.

mod community;
mod conversation;
mod journal;
mod listing;
mod member;
mod my_copy;
mod notification;
mod operator;
mod passkey;
mod sponsorship;
mod standing;

pub use community::{Community, MyCommunity, OwnHosts, Preset};
pub use conversation::{Conversation, ConversationDetail, Message};
pub use journal::JournalEntry;
pub use listing::{Listing, ListingDetail, ListingRules};
pub use member::{Account, Member, MemberDetail, Session, Viewer};
pub use my_copy::MyCopy;
pub use notification::Notification;
pub use operator::{BuriedJob, CommunityFigures, HostWish, Lane, SentLetter};
pub use passkey::Passkey;
pub use sponsorship::{
    Admission, CertificateCheck, GivenSponsorship, HowLinked, Invitation, Inviter, Newcomer, SponsorshipRequest,
    Tokens, WaitingRoom,
};
pub use standing::{DepartureEffects, DepartureProposal, OpenAppeal, OwnStanding, Review};
