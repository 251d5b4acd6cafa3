//! Why somebody is in, or is not: kept with the decision, checkable without the search that found it.

use serde::{Deserialize, Serialize};

use crate::{Proof, Standpoint, View};

mod verify;

pub use verify::{Flaw, verify};

/// Of whom the certificate speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A newcomer, with those who offer; their edges need not be in the graph yet.
    Newcomer {
        /// Distinct members who offer, in order of number.
        sponsors: Vec<u32>,
    },
    /// Somebody in the graph, with the edges the graph has.
    Member {
        /// Their number.
        number: u32,
    },
}

/// The evidence. Paths run from a root to a sponsor of the subject and share nobody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "shows")]
pub enum Evidence {
    /// Trusted by decree.
    Root,
    /// Enough paths.
    Enough {
        /// As many as required.
        paths: Vec<Vec<u32>>,
    },
    /// Too few: these paths exist, and no more, because without the members of the cut none remains.
    TooFew {
        /// As many as the cut has members.
        paths: Vec<Vec<u32>>,
        /// Members (roots included) through whom every path goes.
        cut: Vec<u32>,
    },
}

/// A statement about κ with what proves it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// Of whom.
    pub subject: Subject,
    /// For what purpose and as of when.
    pub standpoint: Standpoint,
    /// Paths asked for.
    pub asked: u32,
    /// What was found.
    pub evidence: Evidence,
}

impl Certificate {
    /// Whether κ reaches what was asked for.
    pub fn holds(&self) -> bool {
        !matches!(self.evidence, Evidence::TooFew { .. })
    }

    /// The witness paths, each from a root to a sponsor.
    pub fn paths(&self) -> &[Vec<u32>] {
        match &self.evidence {
            Evidence::Root => &[],
            Evidence::Enough { paths } | Evidence::TooFew { paths, .. } => paths,
        }
    }

    /// `None` when the search was cut short: there is nothing to certify.
    pub(crate) fn from_proof(subject: Subject, standpoint: Standpoint, asked: u32, proof: Proof) -> Option<Self> {
        let evidence = match proof {
            Proof::Root => Evidence::Root,
            Proof::AtLeast { paths } => Evidence::Enough { paths },
            Proof::Exactly { paths, cut } => Evidence::TooFew { paths, cut },
            Proof::Undetermined { .. } => return None,
        };
        Some(Self { subject, standpoint, asked, evidence })
    }
}

impl View<'_> {
    /// Certifies that κ of a member is at least `k`, or is not. `None`: undetermined, to a person.
    pub fn certify(&self, member: u32, k: u32) -> Option<Certificate> {
        let proof = self.kappa_at_least(member, k);
        Certificate::from_proof(Subject::Member { number: member }, self.standpoint(), k, proof)
    }

    /// The same for a newcomer with these sponsors.
    pub fn certify_newcomer(&self, sponsors: &[u32], k: u32) -> Option<Certificate> {
        let sponsors = self.heads_of_newcomer(sponsors);
        let proof = self.kappa_of_newcomer(&sponsors, k);
        Certificate::from_proof(Subject::Newcomer { sponsors }, self.standpoint(), k, proof)
    }
}
