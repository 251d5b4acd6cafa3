//! Complaints about a community's letters: who asks for letters nobody wants spoils the name of the whole installation with every mail
//! server, so a community with too many complaints is warned, and then its letters wait (bar E9, decision 51).
//!
//! | what is counted within [`crate::limits::COMPLAINT_WINDOW`] | what comes of it |
//! | --- | --- |
//! | fewer complaints than [`crate::limits::COMPLAINTS_HEEDED`] | nothing: one person's click says nothing of a community |
//! | one complaint in [`crate::limits::COMPLAINT_ALARM`] letters or more | its owners and the operators are told |
//! | three in that many, of [`crate::limits::LETTERS_JUDGED`] letters or more | its letters wait, until an operator lets them go on |
//!
//! [`LEAVE_THOUGH_HELD`] always leave, and are not counted.

mod always;
mod count;
mod let_go;
mod tell;
mod views;

pub use always::LEAVE_THOUGH_HELD;
pub(crate) use count::count;
pub use let_go::let_go;
pub use tell::{ComplaintsFacts, letter, tell};
pub use views::{LetterWatch, of, own, watched};

/// Why a letter waits, as its job remembers it. What waits is found by these words when it may leave ([`database::queue::hurry`]): other words would
/// leave what waits at that moment for its next hourly look.
pub const HELD: &str = "the letters of this community wait: too many were complained of";

/// What was counted of a community's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Letters sent within the window.
    pub letters: i64,
    /// Those of them that were complained of.
    pub complaints: i64,
}
