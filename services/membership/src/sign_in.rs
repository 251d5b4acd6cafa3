//! Asking for a sign-in letter.
//!
//! The answer and the work are the same whether the address is known or not (bar A1): one row, one job. The token and the
//! code are kept nowhere: they are sealed marks of the row and are made again when the letter is written.
//!
//! Where strangers have used up an address' letters, one letter now and then is shared by all who ask ([`allowance`]); every
//! ask leaves a row all the same, which is what lets its browser use the shared letter's link.

use crate::{
    MembershipError,
    allowance::{self, Asker, Room},
    jobs::SignInLetter,
    limits,
    secrets::{Purposes, Secrets, code_mark, link_hash},
    store,
};
use database::{CommunityTx, Db, Schedule};
use kernel::{Act, Caller, CommunityId, Deed, EmailAddress, Language, Seal, SignInId, Timestamp, TokenHash};

/// Which letter an ask caused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Letter {
    /// For the browser that asked.
    Own,
    /// For every browser that asks: a link and no code.
    Shared,
    /// None: one that is shared is on its way.
    None,
}

impl Letter {
    /// Its word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Shared => "shared",
            Self::None => "none",
        }
    }

    /// The letter of that word.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Own, Self::Shared, Self::None].into_iter().find(|letter| letter.as_str() == word)
    }
}

/// Somebody wants to sign in.
#[derive(Debug, Clone)]
pub struct AskSignIn {
    /// The id the client made.
    pub id: SignInId,
    /// Their address.
    pub email: EmailAddress,
    /// The nonce in this browser's cookie.
    pub browser: String,
    /// What this browser's long-lived cookie holds ([`crate::redeem::SignedIn::device`]); empty when it has none.
    pub device: String,
    /// The page to go to afterwards; anything but a path of this host becomes `/`.
    pub return_to: String,
    /// The host they asked on, without its port: the link must lead there, because the nonce lives there.
    pub host: String,
    /// The language of the letter.
    pub language: Language,
}

/// What the letter says. Never stored, never logged.
#[derive(Clone)]
pub struct LetterContent {
    /// To whom.
    pub email: EmailAddress,
    /// In which language.
    pub language: Language,
    /// The host the link leads to, without port; empty: the community's main host.
    pub host: String,
    /// The token of the link, 256 bits in base32.
    pub link_token: String,
    /// Six digits; empty in a letter that all who ask share.
    pub code: String,
    /// Until when both are good.
    pub expires_at: Timestamp,
}

impl std::fmt::Debug for LetterContent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LetterContent").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// Writes the ask and its letter's job. The same answer for every address: beyond what [`allowance`] lets through nothing is
/// sent, and nobody is told.
///
/// # Errors
/// `TooOften` when this client's network asks for address after address.
pub async fn ask(db: &Db, caller: &Caller, cmd: AskSignIn) -> Result<(), MembershipError> {
    caller.must(Act::SignIn)?;
    db.count(caller, Deed::AskSignIn, None).await?;
    let mut tx = db.begin(caller.community).await?;
    let now = tx.now();
    let asker = Asker { browser: &cmd.browser, device: &cmd.device, client: caller.client };
    let room = allowance::take_sign_in_tx(&mut tx, &cmd.email, &asker).await?;
    let host = community::HostName::from_header(&cmd.host).map_or_else(String::new, |host| host.to_string());
    if let Some(letter) = letter_of(&mut tx, room, &cmd.email, &host).await? {
        let secrets = secrets(tx.seal(), caller.community, cmd.id, &cmd.email, now);
        let code_mark = code_mark(&SIGN_IN, tx.seal(), cmd.email.as_str(), &secrets.code);
        let expires_at = now + limits::SIGN_IN_LIFE;
        let row = store::sign_in::NewRow {
            id: cmd.id,
            email: &cmd.email,
            link: link_hash(&SIGN_IN, &secrets.link_token),
            code_mark: &code_mark,
            browser: browser_hash(&cmd.browser),
            return_to: kernel::path::local(&cmd.return_to).to_owned(),
            host,
            language: cmd.language,
            letter,
            expires_at,
        };
        if store::sign_in::insert(&mut tx, row).await? && letter != Letter::None {
            tx.enqueue_with(&SignInLetter { sign_in: cmd.id }, Schedule::default().until(expires_at)).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

/// The letter that an ask causes; nothing when not even a row is worth writing. The address' letters are held.
async fn letter_of(
    tx: &mut CommunityTx,
    room: Room,
    email: &EmailAddress,
    host: &str,
) -> Result<Option<Letter>, MembershipError> {
    Ok(match room {
        Room::Own => Some(Letter::Own),
        Room::None => None,
        Room::Shared => {
            let since = tx.now() - limits::SHARED_LETTER_EVERY;
            let is_on_its_way = store::sign_in::shared_since(tx, email, host, since).await?;
            Some(if is_on_its_way { Letter::None } else { Letter::Shared })
        }
    })
}

/// What the letter of a sign-in says; nothing when it is used, burnt or too old by now, or shared and for somebody who is not
/// of this community: whose letter box strangers could fill from every community there is.
pub async fn letter(db: &Db, caller: &Caller, sign_in: SignInId) -> Result<Option<LetterContent>, MembershipError> {
    caller.must(Act::WorkJob)?;
    let mut tx = db.begin(caller.community).await?;
    let Some(row) = store::sign_in::pending(&mut tx, sign_in).await? else { return Ok(None) };
    let is_shared = row.letter == Letter::Shared;
    if is_shared && !store::sign_in::belongs_here(&mut tx, &row.email).await? {
        return Ok(None);
    }
    let secrets = secrets(tx.seal(), caller.community, sign_in, &row.email, row.created_at);
    tx.commit().await?;
    Ok(Some(LetterContent {
        email: row.email,
        language: row.language,
        host: row.host,
        link_token: secrets.link_token,
        code: if is_shared { String::new() } else { secrets.code },
        expires_at: row.expires_at,
    }))
}

/// What a sign-in's secrets are good for.
pub(crate) const SIGN_IN: Purposes = Purposes {
    link: ["sign-in-link-1", "sign-in-link-2"],
    link_kept: "sign-in-link",
    code: "sign-in-code",
    code_kept: "sign-in-code-kept",
};

fn secrets(seal: &Seal, community: CommunityId, id: SignInId, email: &EmailAddress, at: Timestamp) -> Secrets {
    // The database keeps microseconds.
    Secrets::of(&SIGN_IN, seal, &format!("{community}:{id}:{email}:{}", at.timestamp_micros()))
}

/// What is kept of the browser.
pub(crate) fn browser_hash(nonce: &str) -> TokenHash {
    TokenHash::of("sign-in-browser", nonce)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    fn made_for(community: u128, id: u128, email: &str, micros: i64) -> Secrets {
        let at = DateTime::from_timestamp_micros(micros).unwrap();
        let id = SignInId(Uuid::from_u128(id));
        secrets(&Seal::new([7; 32]), CommunityId(Uuid::from_u128(community)), id, &email.parse().unwrap(), at)
    }

    #[test]
    fn a2_the_link_carries_256_bits_and_the_code_six_digits() {
        let made = made_for(1, 2, "odile@example.test", 3);
        assert_eq!(made.link_token.len(), 52);
        assert!(made.code.len() == 6 && made.code.bytes().all(|digit| digit.is_ascii_digit()));
        assert_eq!(made.link_token, made_for(1, 2, "odile@example.test", 3).link_token, "the letter can make it again");
    }

    #[test]
    fn a2_an_id_used_again_makes_other_secrets() {
        let all = [
            made_for(1, 2, "odile@example.test", 3),
            made_for(9, 2, "odile@example.test", 3),
            made_for(1, 9, "odile@example.test", 3),
            made_for(1, 2, "evil@example.test", 3),
            made_for(1, 2, "odile@example.test", 9),
        ];
        assert_eq!(all.iter().map(|one| &one.link_token).collect::<BTreeSet<_>>().len(), all.len());
    }

    #[test]
    fn a_kept_code_says_nothing_without_the_key() {
        let mark = |key| code_mark(&SIGN_IN, &Seal::new([key; 32]), "odile@example.test", "123456");
        assert_ne!(mark(7), mark(8));
    }
}
