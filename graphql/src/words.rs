//! The house's words as the schema's enumerations.

mod group;
mod meeting;

pub use group::{GroupJoining, GroupPart, GroupState};
pub use meeting::{MeetingState, MeetingWay, MetBy, TurnState};

use async_graphql::Enum;

/// What a community can grant to those who wait to come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "community::GuestRight")]
pub enum GuestRight {
    /// Read bulletins.
    Bulletins,
    /// Have one request, which a steward reads before anybody else does.
    Request,
    /// Come to an open outing.
    Outings,
}

/// Whether somebody comes to an outing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::outing::Attendance")]
pub enum Attendance {
    /// They have a seat.
    Coming,
    /// They wait for one.
    InLine,
}

/// Which way a listing goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::Direction")]
pub enum Direction {
    /// "I can help."
    Offer,
    /// "I need help."
    Request,
}

/// What a listing is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::Kind")]
pub enum ListingKind {
    /// A thing to keep.
    Good,
    /// A thing to give back.
    Loan,
    /// Somebody's hands and time.
    Service,
    /// Something to learn.
    Skill,
    /// Something to do together.
    Outing,
    /// A roof.
    Housing,
    /// Something to know.
    Information,
}

/// What is given in return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::Settlement")]
pub enum Settlement {
    /// Nothing.
    Gift,
    /// Something else.
    Barter,
    /// Units of the community's own currency.
    Credit,
    /// Money, where the community allows it.
    Money,
}

/// How soon a request is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::Urgency")]
pub enum Urgency {
    /// By the end of this day, in the community's time.
    Today,
    /// By the end of tomorrow.
    Tomorrow,
    /// By the end of the third day from now.
    ThreeDays,
}

/// For whom a listing is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::Audience")]
pub enum Audience {
    /// Everybody inside.
    Everyone,
    /// Whoever is two vouches away from its author at the most, either way; and the team.
    Friends,
    /// Whoever is in one of its author's groups; and the team.
    Group,
    /// The team only.
    Stewards,
    /// The team, which may show it to everybody.
    StewardsMay,
    /// The team, and everybody two days later; the team may show it before.
    StewardsThen,
}

/// In which order listings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::Order")]
pub enum ListingOrder {
    /// The newest first.
    Newest,
    /// The nearest first; only with `near`. What has no place is left out.
    Nearest,
    /// Those first to whose authors the asker is linked best by sponsorships, the newest of those linked alike; then everybody else's, the
    /// newest first. Each page counts like one look at `trustBetween`.
    Trusted,
}

/// Where news of a kept search go, besides the application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::News")]
pub enum SearchNews {
    /// Nowhere else.
    App,
    /// In a letter a day, at the member's hour.
    Daily,
    /// In a letter a week, on the day and at the hour of the digest.
    Weekly,
}

/// What somebody is to their proxy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::mandate::Relation")]
pub enum MandateRelation {
    /// Their mother.
    Mother,
    /// Their father.
    Father,
    /// Their daughter.
    Daughter,
    /// Their son.
    Son,
    /// Their grandmother.
    Grandmother,
    /// Their grandfather.
    Grandfather,
    /// Another of their family.
    Relative,
    /// Somebody who lives near them.
    Neighbour,
    /// A friend.
    Friend,
}

/// Where it stands that somebody asks for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum MandateState {
    /// The member has not answered yet; nobody else reads the request.
    Asked,
    /// The proxy said that somebody who is no member asked them to.
    Said,
    /// The member agreed.
    Agreed,
    /// Handed over to who has become a member; they have not answered yet.
    Offered,
    /// It is over.
    Ended,
    /// The person goes on by themselves.
    Taken,
}

impl From<exchange::mandate::MandateStage> for MandateState {
    fn from(stage: exchange::mandate::MandateStage) -> Self {
        use exchange::mandate::MandateStage;
        match stage {
            MandateStage::Asked => Self::Asked,
            MandateStage::Said => Self::Said,
            MandateStage::Agreed => Self::Agreed,
            MandateStage::Offered => Self::Offered,
            MandateStage::Ended => Self::Ended,
            MandateStage::Taken { .. } => Self::Taken,
        }
    }
}

/// Where a listing stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "exchange::State")]
pub enum ListingState {
    /// Somebody who waits to come in wrote it; the team has not looked at it yet.
    Checking,
    /// The team sent it back to its author, who waits to come in.
    Returned,
    /// Asked in a member's name, who has not agreed yet: nobody else reads it.
    Agreeing,
    /// That member did not agree: it is over, and was read by nobody else.
    Declined,
    /// Shown and open to answers.
    Open,
    /// Closed by its author, who said which member helped.
    Fulfilled,
    /// Closed by its author or by office.
    Closed,
    /// Its time was over; renewing opens it again.
    Expired,
}

/// Where a person stands inside a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "kernel::Standing")]
pub enum Standing {
    /// Asked to come in.
    Applicant,
    /// May look around while waiting.
    Guest,
    /// In.
    Member,
    /// In, but may not sponsor until cured or decided upon.
    UnderReview,
    /// Out for a while.
    Suspended,
    /// Out.
    Expelled,
    /// Gone by their own wish.
    Left,
}

/// An office inside a community.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "kernel::Role")]
pub enum Role {
    /// No office.
    None,
    /// Publishes official information.
    Editor,
    /// Moderates and coordinates.
    Steward,
    /// Owns the community's settings.
    Owner,
}

/// A language every word is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "kernel::Language")]
pub enum Language {
    /// French.
    Fr,
    /// English.
    En,
}

/// How a sponsor knows the newcomer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::Relation")]
pub enum Relation {
    /// Family.
    Family,
    /// Friends.
    Friend,
    /// Neighbours.
    Neighbour,
    /// Colleagues.
    Colleague,
    /// The same association.
    Association,
    /// Something else.
    Other,
}

/// What a sponsorship is now, as its sponsor and the stewards see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::State")]
pub enum SponsorshipState {
    /// Asked for.
    Requested,
    /// The sponsor vouches.
    Given,
    /// The sponsor said no, in private.
    Declined,
    /// Taken back.
    Withdrawn,
    /// Ran out, or was not needed any more.
    Expired,
    /// Taken back after the admission.
    Revoked,
    /// The sponsor was expelled for fraud: worth nothing.
    Void,
}

/// What somebody answers for their words with, the mildest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::Degree")]
pub enum MeasureDegree {
    /// Told, and no more.
    Warning,
    /// No vouching for 90 days.
    Pause,
    /// Half the allowance for a year.
    Smaller,
    /// Half the allowance for a year; a second one within two years bars for a year and is looked at by people.
    Strike,
}

/// Of what kind a reservation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::Category")]
pub enum ReservationCategory {
    /// Its author knows the person under another identity.
    Identity,
    /// An exchange went badly.
    Exchange,
    /// Something else, in words.
    Other,
}

/// Where it stands that two share a household.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum HouseholdState {
    /// The other has not answered yet.
    Asked,
    /// It is said, but touches so many that stewards look first.
    Looked,
    /// Their words count as one.
    Counts,
    /// They do until a day, unless stewards object.
    Ending,
    /// It is not so.
    Over,
}

impl From<sponsorship::Said> for HouseholdState {
    fn from(said: sponsorship::Said) -> Self {
        match said {
            sponsorship::Said::Waits => Self::Asked,
            sponsorship::Said::Counts => Self::Counts,
            sponsorship::Said::Looked => Self::Looked,
        }
    }
}

impl From<sponsorship::TieState> for HouseholdState {
    fn from(state: sponsorship::TieState) -> Self {
        match state {
            sponsorship::TieState::Asked => Self::Asked,
            sponsorship::TieState::Looked => Self::Looked,
            sponsorship::TieState::Counts => Self::Counts,
            sponsorship::TieState::Ending { .. } => Self::Ending,
        }
    }
}

/// Why an office puts somebody out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::Cause")]
pub enum DepartureCause {
    /// For a while.
    Suspension,
    /// For good, for how they behaved.
    Conduct,
    /// For good, for deceiving: their words are void.
    Fraud,
}

/// What the applicant is shown of a request. Declined and unanswered look the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::AskedState")]
pub enum AskedState {
    /// No answer yet.
    Waiting,
    /// Given.
    Given,
    /// Not this time.
    NotThisTime,
    /// The applicant took it back.
    Cancelled,
}
