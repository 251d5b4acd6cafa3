//! Photos of listings: taken in, put in order, shown to whoever may read the listing, and gone with it.
//!
//! Invariants
//! - A photo is kept only as two files that were drawn anew (`pictures`); the row says whose it is and which listing it is meant for.
//! - Before a file is written, a job stands in the queue that looks a day later whether the photo came to be part of a listing:
//!   whatever happens in between, no file is left that no row knows ([`sweep`]). A draft that is kept keeps its photos, and no longer.
//! - A row goes with a job that deletes its files, in one transaction.
//! - An address holds for one reader, one file and five minutes, and says nothing by itself: at each request it is looked again whether
//!   the reader is inside and the photo shown ([`show`]).

pub mod add;
pub mod address;
pub mod arrange;
pub mod show;
pub mod sweep;
pub mod views;

pub use add::{AddPhoto, Added, Keep, admit, may_send};
pub use arrange::{Arrange, Described, arrange};
pub use show::{Shown, show};
pub use views::{PhotoFile, PhotoView};
