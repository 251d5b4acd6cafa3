//! To whom a letter goes: what the worker needs of a person, fresh at the moment of writing.

use crate::{MembershipError, store};
use chrono_tz::Tz;
use database::{CommunityTx, DatabaseError, Db};
use kernel::{AccountId, Act, Caller, EmailAddress, Language, MemberId, Role, Standing};
use std::collections::HashSet;

/// A person a letter can go to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "letters are wanted or not, each for itself")]
pub struct Recipient {
    /// Who.
    pub member: MemberId,
    /// Their account.
    pub account: AccountId,
    /// Where to.
    pub email: EmailAddress,
    /// What they are called.
    pub name: String,
    /// In which language.
    pub language: Language,
    /// Their time zone.
    pub timezone: Tz,
    /// Where they stand.
    pub standing: Standing,
    /// Which office they hold.
    pub role: Role,
    /// Whether they want the digest.
    pub digest: bool,
    /// Whether they want letters of private messages.
    pub message_letters: bool,
    /// Whether they want letters of sponsorships.
    pub sponsorship_letters: bool,
    /// Whether they want letters of their own listings.
    pub listing_letters: bool,
    /// Whether they want letters of what their kept searches find.
    pub search_letters: bool,
    /// Whether they want to be asked by letter when somebody needs what they offer urgently.
    pub urgent_letters: bool,
    /// Whether their address answered "no such user": then no letter goes there.
    pub suppressed: bool,
}

/// The recipient behind a member. The house only.
pub async fn recipient(db: &Db, caller: &Caller, member: MemberId) -> Result<Option<Recipient>, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let found = recipient_tx(&mut tx, member).await?;
    tx.commit().await?;
    Ok(found)
}

/// The same inside a transaction.
pub async fn recipient_tx(tx: &mut CommunityTx, member: MemberId) -> Result<Option<Recipient>, DatabaseError> {
    store::recipient::by_id(tx, member).await
}

/// Of these members those to whose address letters go ([`crate::suppression`]), for those who choose whom to write to.
pub async fn reached_tx(tx: &mut CommunityTx, members: &[MemberId]) -> Result<HashSet<MemberId>, DatabaseError> {
    store::recipient::reached(tx, members).await
}

/// Every steward and owner in good standing, in order of their numbers. The house only.
pub async fn stewards(db: &Db, caller: &Caller) -> Result<Vec<Recipient>, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let found = stewards_tx(&mut tx).await?;
    tx.commit().await?;
    Ok(found)
}

/// The same inside a transaction, for those who tell the stewards of something.
pub async fn stewards_tx(tx: &mut CommunityTx) -> Result<Vec<Recipient>, DatabaseError> {
    store::recipient::stewards(tx).await
}
