//! A person says which letters they want. Sign-in letters are not among them: nobody could sign in without.

use crate::{MembershipError, store};
use database::Db;
use kernel::{Act, Caller};

/// The letters somebody wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "letters are wanted or not, each for itself")]
pub struct ChooseLetters {
    /// The weekly digest.
    pub digest: bool,
    /// At which hour of their own day, 0 to 23.
    pub digest_hour: i32,
    /// Of private messages.
    pub message_letters: bool,
    /// Of sponsorships asked and given.
    pub sponsorship_letters: bool,
    /// Of one's own listings that end, what is asked in one's name, and what the team asks because of an offer.
    pub listing_letters: bool,
    /// Of what one's kept searches find.
    pub search_letters: bool,
    /// Of urgent requests that go with what one offers.
    pub urgent_letters: bool,
}

/// Keeps the caller's choice.
pub async fn choose_letters(db: &Db, caller: &Caller, cmd: ChooseLetters) -> Result<(), MembershipError> {
    let me = caller.must_as_member(Act::ChooseLetters)?;
    if !(0..=23).contains(&cmd.digest_hour) {
        return Err(MembershipError::HourOutOfRange);
    }
    let mut tx = db.begin(caller.community).await?;
    store::letters::choose(&mut tx, me.member, &cmd).await?;
    tx.commit().await?;
    Ok(())
}
