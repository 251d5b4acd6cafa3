//! Searches that members keep: named, seen, renamed, paused, deleted, and compared with every new listing.
//!
//! Invariants
//! - A search finds a listing exactly when the list that it was kept from would show it (`search_finds` in the database says so for both); of
//!   what is promised to somebody it tells once that is released.
//! - A listing is found once for each search; one's own never, nor what its reader may not read.
//! - What is told is true when it is told: a listing that was closed, promised to somebody or changed meanwhile is left out.

pub mod change;
pub mod delete;
pub mod find;
pub mod letter;
mod marks;
pub mod save;
pub mod views;

pub use change::{ChangeSearch, change_search};
pub use delete::{DeleteSearch, delete_search};
pub use save::{SaveSearch, save_search};
pub use views::SavedSearchView;

pub(crate) use marks::Marks;

use crate::{ExchangeError, MyPlaces, store};
use community::text::{self, BadText};
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, standing::UnknownWord};
use notice::period::Every;
use serde::{Deserialize, Serialize};
use std::str::FromStr;

/// Where news of a search go, besides the application.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum News {
    /// Nowhere else.
    #[default]
    App,
    /// In a letter a day, at the member's hour.
    Daily,
    /// In a letter of its own a week, on the day and at the hour of the digest.
    Weekly,
}

impl News {
    /// Every value, in the order in which forms show them.
    pub const ALL: [Self; 3] = [Self::App, Self::Daily, Self::Weekly];

    /// The word stored in the database and sent by the interfaces.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
        }
    }

    /// How often a letter goes; never for [`News::App`].
    pub(crate) fn every(self) -> Option<Every> {
        match self {
            Self::App => None,
            Self::Daily => Some(Every::Day),
            Self::Weekly => Some(Every::Week),
        }
    }
}

impl FromStr for News {
    type Err = UnknownWord;
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Self::ALL.into_iter().find(|one| one.as_str() == word).ok_or(UnknownWord)
    }
}

/// What is near home, or near work, is near another place from now on; while its member does not say where that is, a search finds nothing.
pub(crate) async fn follow(tx: &mut CommunityTx, member: MemberId, places: &MyPlaces) -> Result<(), DatabaseError> {
    for (whence, place) in [("home", places.home), ("work", places.work)] {
        let middle = place.map(|place| place.point());
        for (search, wanted) in store::saved_search::move_to(tx, member, whence, middle).await? {
            store::saved_search::mark(tx, search, &Marks::of(&wanted)).await?;
        }
    }
    Ok(())
}

/// A name that may be kept.
fn named(typed: &str) -> Result<String, ExchangeError> {
    let problem = |bad| match bad {
        BadText::Missing(_) => "SEARCH_NAME_MISSING",
        BadText::TooLong(_) => "SEARCH_NAME_TOO_LONG",
        BadText::Invisible(_) | BadText::Reserved(_) => "TEXT_INVISIBLE",
    };
    text::needed_line("name", typed, crate::limits::SEARCH_NAME_MOST)
        .map_err(|bad| ExchangeError::of_field("name", problem(bad)))
}
