//! Groups.

use async_graphql::Enum;

/// How members come into a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "groups::Joining")]
pub enum GroupJoining {
    /// Every member, at once.
    AtOnce,
    /// Whoever is let in by who looks after it.
    Asking,
}

/// Where a group stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "groups::GroupState")]
pub enum GroupState {
    /// A member asked for it; the team has not answered yet.
    Asked,
    /// Members come and go.
    Open,
    /// The team declined it.
    Declined,
    /// It is over.
    Closed,
}

/// What the asker is to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "groups::Part")]
pub enum GroupPart {
    /// Nothing.
    Outside,
    /// They have asked to join it.
    Waits,
    /// They are in it.
    In,
    /// They look after it; or asked for it, while it is not open.
    Keeps,
}
