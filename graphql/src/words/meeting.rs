//! Meeting a host.

use async_graphql::Enum;

/// How an applicant would like to meet a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::Way")]
pub enum MeetingWay {
    /// In person.
    Person,
    /// By video.
    Video,
    /// As it comes.
    Either,
}

/// How the two have met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::MetBy")]
pub enum MetBy {
    /// In person.
    Person,
    /// By video.
    Video,
}

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::MeetingState")]
pub enum MeetingState {
    /// It is somebody's turn to answer, or nobody is there whose turn it could be.
    Seeking,
    /// A host has agreed.
    Agreed,
    /// They have met.
    Met,
    /// It is not needed any more.
    Ended,
}

/// What became of a host's turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::TurnState")]
pub enum TurnState {
    /// No answer yet.
    Asked,
    /// The host agreed.
    Accepted,
    /// The host left it to the next one.
    Passed,
    /// No answer in time.
    Missed,
    /// The meeting was not needed any more.
    Dropped,
}
