//! Addresses that letters do not go to, and why.
//!
//! | kind | said by | what it stops |
//! | --- | --- | --- |
//! | complaint | the person, through their mail program | everything but sign-in letters: who complains of digests may still come in |
//! | dead | a mail server: no such address (5.1.x) | everything; a sign-in letter tries again after a week, because servers err |
//! | doubtful | a mail server that refuses and does not say why | nothing, until it has said so four times within 30 days |
//!
//! Whoever signs in shows that their address lives: that lifts what is dead or doubtful. An operator lifts anything.

use crate::{MembershipError, complaints, limits, store};
use database::{Db, audit::Entry};
use kernel::{Act, Caller, CommunityId, EmailAddress, address::without_addresses};
use serde_json::json;

/// What became known of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Letters are not wanted there.
    Complaint,
    /// Nobody is there.
    Dead,
    /// Refused, nobody knows why.
    Doubtful,
}

impl Kind {
    /// The word stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Dead => "dead",
            Self::Doubtful => "doubtful",
        }
    }
}

/// What is to be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mail {
    /// A letter without which somebody stays out.
    Security,
    /// Any other.
    Other,
}

/// What a relay reports of a letter.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    /// Where it went.
    pub email: &'a EmailAddress,
    /// What became known of the address; nothing by a letter that was only put off.
    pub kind: Option<Kind>,
    /// In the relay's words.
    pub reason: &'a str,
    /// Which letter it was, by its Message-ID; the last one to the address where nobody says.
    pub message: Option<&'a str>,
}

/// Takes in what a relay reports; from whoever may, even where nothing became known. A complaint is one about a community's letters as
/// well ([`crate::complaints`]). Harmless to repeat.
pub async fn report(db: &Db, caller: &Caller, report: Report<'_>) -> Result<(), MembershipError> {
    caller.must(Act::ReportBounces)?;
    let Report { email, kind, reason, message } = report;
    let Some(kind) = kind else { return Ok(()) };
    suppress(db, caller, email, kind, reason).await?;
    if kind == Kind::Complaint { complaints::count(db, email, message).await } else { Ok(()) }
}

/// Notes what became known of an address. Harmless to repeat. The house, and programs that report bounces.
pub async fn suppress(
    db: &Db,
    caller: &Caller,
    email: &EmailAddress,
    kind: Kind,
    reason: &str,
) -> Result<(), MembershipError> {
    caller.must(Act::ReportBounces)?;
    let reason: String =
        without_addresses(reason).chars().filter(|c| !c.is_control()).take(limits::DIAGNOSTIC).collect();
    let mut tx = db.begin_public().await?;
    let now = tx.now();
    store::suppression::note(tx.conn(), email, kind, &reason, now).await?;
    tx.commit().await?;
    Ok(())
}

/// Whether nothing of this kind goes to this address now. The house only.
pub async fn is_suppressed(
    db: &Db,
    caller: &Caller,
    email: &EmailAddress,
    mail: Mail,
) -> Result<bool, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin_public().await?;
    let tried_before = tx.now() - limits::DEAD_ADDRESS_REST;
    let found = store::suppression::stops(tx.conn(), email, mail, tried_before).await?;
    tx.commit().await?;
    Ok(found)
}

/// Letters go to this address again. Operators and the house.
///
/// # Errors
/// `NotFound` when nothing stood in their way.
pub async fn lift(db: &Db, caller: &Caller, email: &EmailAddress) -> Result<(), MembershipError> {
    caller.must(Act::Operate)?;
    let mut tx = db.begin(CommunityId::PLATFORM).await?;
    let known = store::suppression::lift(tx.conn(), email).await?;
    if known {
        // The address stays out of the journal, which is for ever: its mark tells whether it was this one.
        let mark = tx.seal().mark("suppression-lifted", email.as_str());
        let actor = caller.me().map(|me| me.member);
        tx.record(Entry { actor, subject: None, act: "suppression_lifted", detail: json!({ "address_mark": mark }) });
    }
    tx.commit().await?;
    if known { Ok(()) } else { Err(MembershipError::NotFound) }
}
