//! The people of a decision, locked while it is taken.

use crate::{SponsorshipError, store};
use database::{CommunityTx, DatabaseError};
use kernel::{MemberId, Standing, Timestamp};
use membership::MemberCard;

/// A member as a decision sees them.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) id: MemberId,
    /// Vertex in the graph.
    pub(crate) number: u32,
    pub(crate) standing: Standing,
    pub(crate) founder: bool,
    pub(crate) joined_at: Option<Timestamp>,
    pub(crate) email: String,
}

impl Person {
    /// Whether they wait to come in.
    pub(crate) fn waits(&self) -> bool {
        matches!(self.standing, Standing::Applicant | Standing::Guest)
    }
}

/// One of two who are looked at: the reader, or somebody whom members see.
#[derive(Debug, Clone)]
pub(crate) struct End {
    /// Vertex in the graph.
    pub(crate) number: u32,
    /// As stored.
    pub(crate) card: MemberCard,
    /// Whether they agreed to be named on a chain.
    pub(crate) named: bool,
}

/// Some members whose rows stay as they are until the transaction ends.
#[derive(Debug)]
pub(crate) struct Held(Vec<Person>);

impl Held {
    /// Takes their rows in the order of their ids (`for no key update`), so that two decisions never wait for one another.
    pub(crate) async fn take(tx: &mut CommunityTx, ids: &[MemberId]) -> Result<Self, DatabaseError> {
        Ok(Self(store::people::hold(tx, ids).await?))
    }

    /// One of them.
    pub(crate) fn get(&self, id: MemberId) -> Result<&Person, SponsorshipError> {
        self.0.iter().find(|person| person.id == id).ok_or(SponsorshipError::NotFound)
    }

    /// One of them, who must still wait to come in.
    pub(crate) fn waiting(&self, id: MemberId) -> Result<&Person, SponsorshipError> {
        let person = self.get(id)?;
        if person.waits() { Ok(person) } else { Err(SponsorshipError::NotWaiting) }
    }
}
