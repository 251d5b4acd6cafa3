//! Where links in letters lead: pages of the HTML door, one-click stop of the REST door. `tests/faults` holds
//! [`PATTERNS`] against the pages as they are routed, because doors do not know each other.

use kernel::{CommunityId, ConversationId, ListingId, MeetingId, MemberId, SponsorshipId};

/// Every path below as the doors route it.
pub const PATTERNS: [(&str, &str); 31] = [
    ("GET", "/"),
    ("GET", "/sign-in/link/:token"),
    ("GET", "/account/address/link/:token"),
    ("GET", "/account/undo/:token"),
    ("GET", "/requests/:id"),
    ("GET", "/i/:token"),
    ("GET", "/waiting"),
    ("GET", "/waiting/request"),
    ("GET", "/waiting/outings"),
    ("GET", "/waiting/talks/:id"),
    ("GET", "/steward/checks"),
    ("GET", "/join"),
    ("GET", "/waiting/meetings/:id"),
    ("GET", "/hosting"),
    ("GET", "/hosting/meetings/:id"),
    ("GET", "/members/:id"),
    ("GET", "/steward"),
    ("GET", "/messages/:id"),
    ("GET", "/listings/:id/mandate"),
    ("GET", "/listings"),
    ("GET", "/listings/:id"),
    ("GET", "/listings/:id/renew"),
    ("GET", "/searches"),
    ("GET", "/letters/stop/:token"),
    ("GET", "/me"),
    ("GET", "/me/data"),
    ("GET", "/me/standing"),
    ("GET", "/me/household"),
    ("GET", "/owner/removal"),
    ("GET", "/owner"),
    ("POST", "/api/stop/:token"),
];

/// The same on the platform's own host, for operators.
pub const PLATFORM_PATTERNS: [(&str, &str); 1] = [("GET", "/operator/communities/:community/letters")];

/// The first page.
pub fn home(home: &str) -> String {
    format!("{home}/")
}
/// The page with the button that signs in.
pub fn sign_in(home: &str, token: &str) -> String {
    format!("{home}/sign-in/link/{token}")
}
/// The page with the button that confirms a new address.
pub fn confirm_address(home: &str, token: &str) -> String {
    format!("{home}/account/address/link/{token}")
}
/// The page with the button that takes a change back.
pub fn undo_change(home: &str, token: &str) -> String {
    format!("{home}/account/undo/{token}")
}
/// The page where a sponsor answers.
pub fn vouch(home: &str, id: SponsorshipId) -> String {
    format!("{home}/requests/{id}")
}
/// The page that opens an invitation.
pub fn invitation(home: &str, token: &str) -> String {
    format!("{home}/i/{token}")
}
/// The waiting room.
pub fn waiting(home: &str) -> String {
    format!("{home}/waiting")
}
/// Who asks for whom, and what either may do about it.
pub fn mandate(home: &str, id: ListingId) -> String {
    format!("{home}/listings/{id}/mandate")
}
/// The one request of whoever waits.
pub fn guest_request(home: &str) -> String {
    format!("{home}/waiting/request")
}
/// The open outings, for whoever waits.
pub fn open_outings(home: &str) -> String {
    format!("{home}/waiting/outings")
}
/// A conversation about it.
pub fn guest_talk(home: &str, id: ConversationId) -> String {
    format!("{home}/waiting/talks/{id}")
}
/// Where stewards read such requests.
pub fn checks(home: &str) -> String {
    format!("{home}/steward/checks")
}
/// Where one applies.
pub fn join(home: &str) -> String {
    format!("{home}/join")
}
/// A meeting, as the applicant sees it.
pub fn meeting(home: &str, id: MeetingId) -> String {
    format!("{home}/waiting/meetings/{id}")
}
/// What a host agreed to.
pub fn my_hosting(home: &str) -> String {
    format!("{home}/hosting")
}
/// A meeting, as the host sees it.
pub fn hosting(home: &str, id: MeetingId) -> String {
    format!("{home}/hosting/meetings/{id}")
}
/// A member's page.
pub fn member(home: &str, id: MemberId) -> String {
    format!("{home}/members/{id}")
}
/// The stewards' desk, where newcomers come first.
pub fn desk(home: &str) -> String {
    format!("{home}/steward")
}
/// A conversation.
pub fn conversation(home: &str, id: ConversationId) -> String {
    format!("{home}/messages/{id}")
}
/// All listings.
pub fn listings(home: &str) -> String {
    format!("{home}/listings")
}
/// The searches somebody keeps.
pub fn searches(home: &str) -> String {
    format!("{home}/searches")
}
/// One listing.
pub fn listing(home: &str, id: ListingId) -> String {
    format!("{home}/listings/{id}")
}
/// The page with the button that keeps a listing longer.
pub fn renew(home: &str, id: ListingId) -> String {
    format!("{home}/listings/{id}/renew")
}
/// The page with the button that stops letters.
pub fn stop(home: &str, token: &str) -> String {
    format!("{home}/letters/stop/{token}")
}
/// What takes the RFC 8058 one-click POST.
pub fn one_click(home: &str, token: &str) -> String {
    format!("{home}/api/stop/{token}")
}
/// The page of one's own data.
pub fn data(home: &str) -> String {
    format!("{home}/me/data")
}
/// With whom somebody is said to share a household.
pub fn household(home: &str) -> String {
    format!("{home}/me/household")
}
/// Where somebody stands, why, and what they can do about it.
pub fn standing(home: &str) -> String {
    format!("{home}/me/standing")
}
/// Where an owner calls a removal off.
pub fn removal(home: &str) -> String {
    format!("{home}/owner/removal")
}
/// The settings of the community.
pub fn owner(home: &str) -> String {
    format!("{home}/owner")
}
/// Where an operator lets a community's letters go on.
pub fn operator_letters(home: &str, community: CommunityId) -> String {
    format!("{home}/operator/communities/{community}/letters")
}
/// All letter settings.
pub fn letter_settings(home: &str) -> String {
    format!("{home}/me#t-letters")
}
