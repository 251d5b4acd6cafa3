//! What left the house as a letter: to whom, which one, how the relay answered. Never its text, nor its subject, which
//! names people and outlived their erasure in the letters to others. For the operator, and for
//! answering "did you write to me?".

use crate::{NoticeError, store};
use database::Db;
use kernel::{Act, Caller, EmailAddress, MemberId};

/// One letter, after the relay's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentLetter {
    /// The member, unless it went to somebody who is none.
    pub member: Option<MemberId>,
    /// Where to.
    pub recipient: EmailAddress,
    /// Which letter.
    pub kind: &'static str,
    /// Its Message-ID.
    pub message_id: String,
    /// What became of it.
    pub fate: LetterFate,
}

/// How a letter ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterFate {
    /// The relay took it.
    Sent,
    /// The relay refused it for good.
    Refused {
        /// In these words.
        answer: String,
    },
    /// It was not handed over: the address is known to be dead.
    Suppressed,
}

impl LetterFate {
    /// The word stored in the database.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Refused { .. } => "refused",
            Self::Suppressed => "suppressed",
        }
    }

    pub(crate) fn answer(&self) -> &str {
        match self {
            Self::Refused { answer } => answer,
            Self::Sent | Self::Suppressed => "",
        }
    }
}

/// Writes it down. The house only.
pub async fn record_letter(db: &Db, caller: &Caller, letter: &SentLetter) -> Result<(), NoticeError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    store::record_letter(&mut tx, letter).await?;
    tx.commit().await?;
    Ok(())
}
