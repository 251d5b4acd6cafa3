//! Listings: what members offer and what they ask for.
//!
//! Purpose: publish, edit, renew, close and find listings; warn before one expires; say what is new for a digest; find offers and
//! requests that would help each other ([`matching`]).
//!
//! Invariants
//! - A draft is checked as a whole: every field that cannot stay gets its own problem ([`ExchangeError::Invalid`]).
//! - Only its author touches a listing; a steward may close it, with a reason the author reads. What is begun and kept for later
//!   ([`saved_draft`]) nobody else reads.
//! - Where a member lives and works is told to nobody; how far a listing is, is measured from its own town.
//! - The listings of somebody who is not inside any more are shown to nobody; nor is the one request of somebody who waits
//!   ([`guest_request`]), before the team has let through what stands in it.
//! - An end ([`listing::State`]) is decided under the listing's row lock; an expiry or a warning meant for an earlier
//!   end of a renewed listing does nothing.
//! - What a listing says besides its words ([`extent`]) stands beside it; who comes to an outing ([`outing`]) is decided under the
//!   listing's row lock.
//! - What is not for everybody ([`Audience`]) is absent to whoever it is not for: row-level security sees to it for every statement, for whom
//!   a transaction reads ([`database::Reader`]). Jobs read for the house, and decide themselves whom they tell.
//! - A match goes from an offer to a request or back, never to one's own; nobody is told at once of more than
//!   [`limits::MATCHES_TOLD_A_WEEK`].
//! - Nobody is asked by letter because of an urgent request ([`urgency`]) more than once in [`limits::urgent_window`], or twice for the same.
//! - What is promised to somebody ([`reserved`]) is read like anything else, and told to nobody until its author says that it is not any more.

mod store;

pub mod audience;
pub mod calendar;
pub mod close;
pub mod digest;
pub mod dismiss_match;
pub mod draft;
pub mod edit;
pub mod error;
pub mod examples;
pub mod expire;
pub mod extent;
pub mod fairness;
pub mod find_matches;
pub mod gone;
pub mod guest_request;
pub mod hold;
pub mod jobs;
pub mod limits;
pub mod listing;
pub mod mandate;
pub mod matching;
pub mod moderate;
pub mod my_places;
pub mod near;
pub mod outing;
pub mod photos;
pub mod place_listings;
pub mod publish;
pub mod renew;
pub mod reserved;
pub mod rules;
pub mod saved_draft;
pub mod saved_search;
pub mod seen;
pub mod suggest_helper;
pub mod unanswered;
pub mod urgency;
pub mod views;
mod words;

pub use audience::{PassOn, Widen};
pub use close::{Close, Closed};
pub use dismiss_match::DismissMatch;
pub use draft::Draft;
pub use edit::Edit;
pub use error::{ExchangeError, FieldProblem};
pub use extent::{Extent, Outing, TypedExtent};
pub use fairness::MyFairness;
pub use hold::ListingHead;
pub use jobs::{
    CheckNews, CompareSearches, ExpireListing, FindMatches, GuestRequestLetter, HelpLetter, ListingExpiring,
    MandateLetter, MandateNews, OutingLetter, OutingNews, PlaceListings, RemindOuting, SavedSearchLetter, ShowToAll,
    SweepPhoto, UrgentLetter, WatchRequest,
};
pub use listing::{Audience, Direction, Kind, Settlement, State, Urgency};
pub use moderate::CloseByOffice;
pub use my_places::{ChoosePlaces, Chosen, MyPlaces, NamedPlace, NamedStreet, StreetAnswer};
pub use near::{Near, Order, Whence};
pub use photos::{PhotoFile, PhotoView};
pub use publish::{Publish, Published};
pub use renew::{Renew, Renewed};
pub use reserved::{release::Release, reserve::Reserve};
pub use rules::Rules;
pub use saved_draft::{DeleteDraft, SaveDraft, SavedDraft};
pub use saved_search::{ChangeSearch, DeleteSearch, News, SaveSearch, SavedSearchView};
pub use suggest_helper::SuggestHelper;
pub use urgency::{SetUrgency, take_off::TakeUrgencyOff};
pub use views::map::{ListingMap, Spot, SpotListing};
pub use views::matches::MatchView;
pub use views::{ListingFilter, ListingGroup, ListingRow, ListingView};
