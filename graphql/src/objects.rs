//! The things of the schema, one file a noun.

mod community;
mod conversation;
mod listing;
mod member;
mod notification;
mod operator;
mod sponsorship;

pub use community::{Community, MyCommunity, Preset};
pub use conversation::{Conversation, ConversationDetail, Message};
pub use listing::{Listing, ListingDetail, ListingRules};
pub use member::{Account, Member, MemberDetail, Session, Viewer};
pub use notification::Notification;
pub use operator::{BuriedJob, CommunityFigures, HostWish, Lane, SentLetter};
pub use sponsorship::{
    Admission, CertificateCheck, GivenSponsorship, HowLinked, Invitation, Inviter, Newcomer, SponsorshipRequest,
    Tokens, WaitingRoom,
};
