//! Why a message could not be written or read.

use community::text::{self, BadText};
use database::DatabaseError;
use kernel::{Forbidden, Refusal, RefusalKind, Refuse, TooOften};

/// What can go wrong with conversations.
#[derive(Debug, thiserror::Error)]
pub enum ConversationError {
    /// Absent, foreign, or of other people: the three are one.
    #[error("we cannot find this conversation")]
    NotFound,
    /// Nothing was written.
    #[error("the message is empty")]
    MessageMissing,
    /// More than 4,000 characters.
    #[error("the message is too long")]
    MessageTooLong,
    /// The listing takes no new answers; a conversation that exists goes on.
    #[error("this listing is closed")]
    ListingClosed,
    /// A new offer that others may answer first (`exchange::fairness`); a conversation that exists goes on.
    #[error("others may answer this offer first")]
    OthersFirst,
    /// One does not answer oneself.
    #[error("this listing is your own")]
    OwnListing,
    /// The other person is not inside any more and would never read it.
    #[error("the other person cannot receive messages")]
    RecipientAway,
    /// As many conversations were begun in a day as one member may.
    #[error("a member begins at most {max} conversations a day", max = crate::limits::CONVERSATIONS_A_DAY)]
    EnoughBegun,
    /// As many messages were written in a day as one member may.
    #[error("a member writes at most {max} messages a day", max = crate::limits::MESSAGES_A_DAY)]
    EnoughWritten,
    /// Too often.
    #[error(transparent)]
    TooOften(#[from] TooOften),
    /// The permission table said no.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The database failed.
    #[error(transparent)]
    Fault(#[from] DatabaseError),
}

impl Refuse for ConversationError {
    fn refusal(&self) -> Refusal {
        match self {
            Self::NotFound => Refusal::NOT_FOUND,
            Self::MessageMissing => Refusal::of_field("MESSAGE_MISSING", "body"),
            Self::MessageTooLong => Refusal::of_field("MESSAGE_TOO_LONG", "body"),
            Self::ListingClosed => Refusal::new(RefusalKind::Conflict, "LISTING_CLOSED"),
            Self::OthersFirst => Refusal::new(RefusalKind::Conflict, "LISTING_OTHERS_FIRST"),
            Self::OwnListing => Refusal::new(RefusalKind::Conflict, "LISTING_OWN"),
            Self::RecipientAway => Refusal::new(RefusalKind::Conflict, "RECIPIENT_AWAY"),
            Self::EnoughBegun => Refusal::too_often("CONVERSATIONS_ENOUGH_TODAY", 3_600),
            Self::EnoughWritten => Refusal::too_often("MESSAGES_ENOUGH_TODAY", 3_600),
            Self::TooOften(no) => no.refusal(),
            Self::Forbidden(forbidden) => forbidden.refusal(),
            Self::Fault(fault) => fault.refusal(),
        }
    }
}

/// The message as it is kept.
pub(crate) fn checked_body(typed: &str) -> Result<String, ConversationError> {
    text::needed_block("body", typed, crate::limits::BODY_MOST).map_err(|bad| match bad {
        BadText::TooLong(_) => ConversationError::MessageTooLong,
        BadText::Missing(_) | BadText::Invisible(_) | BadText::Reserved(_) => ConversationError::MessageMissing,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_something_and_ends_somewhere() {
        assert!(matches!(checked_body(" \r\n\t"), Err(ConversationError::MessageMissing)));
        assert_eq!(checked_body("Bonjour,\r\n\r\nà samedi ?\n").ok().as_deref(), Some("Bonjour,\n\nà samedi ?"));
        assert!(checked_body(&"é".repeat(4_000)).is_ok());
        assert!(matches!(checked_body(&"é".repeat(4_001)), Err(ConversationError::MessageTooLong)));
    }
}
