//! From content to the relay's answer: the way every letter takes.

use crate::context::Context;
use crate::mail::{
    letter::{Content, House, Letter, LetterKind, Reader, Stop, compose},
    post::{AddressIs, Delivery},
    seal::{Sealed, seal},
};
use crate::outcome::{Handled, Outcome, PATIENCE, Trouble, back_off};
use crate::paths;
use chrono::Duration;
use community::CommunityFace;
use database::queue::Leased;
use kernel::{Caller, EmailAddress, Language, MemberId};
use membership::{
    Recipient, allowance, complaints, limits,
    recipient::recipient,
    stop,
    suppression::{self, Kind, Mail},
};
use notice::{LetterFate, SentLetter, record_letter};
use phrases::Words;
use std::sync::Arc;

/// When the relay itself is away, nobody waits longer than this for the next attempt, so that a backlog leaves soon after
/// its return (bar E4).
const RELAY_AWAY: Duration = Duration::minutes(5);

/// One community's desk: where its letters are written.
pub(super) struct Desk<'a> {
    context: &'a Context,
    leased: &'a Leased,
    face: Arc<CommunityFace>,
    /// The community as its letters show it.
    pub(super) house: House,
}

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// The relay took it.
    Sent,
    /// It will never arrive at this address; nobody need do anything about it.
    Unreachable,
    /// The job is to end like this.
    Ends(Outcome),
}

/// A letter that was handed over, or not.
#[derive(Debug)]
pub(super) struct Handed {
    /// What became of it.
    pub(super) fate: Fate,
    /// The line to be kept of it; none when it is to be tried again.
    pub(super) line: Option<SentLetter>,
}

impl From<Fate> for Outcome {
    fn from(fate: Fate) -> Self {
        match fate {
            Fate::Sent => Self::Done,
            Fate::Unreachable => Self::NotNeeded,
            Fate::Ends(outcome) => outcome,
        }
    }
}

impl<'a> Desk<'a> {
    /// The desk of the job's community; nothing when that is gone.
    pub(super) async fn of(context: &'a Context, leased: &'a Leased) -> Result<Option<Self>, Trouble> {
        let Some(face) = context.face(leased.community).await? else { return Ok(None) };
        let house = House::of(&face, context.outside.home(&face));
        Ok(Some(Self { context, leased, face, house }))
    }

    /// The same desk with links that begin at another host of the community.
    pub(super) fn reached_at(mut self, host: &str) -> Self {
        if !host.is_empty() {
            self.house.home = self.context.outside.at(host);
        }
        self
    }

    /// The house as a caller.
    pub(super) fn caller(&self) -> Caller {
        Caller::house(self.leased.community)
    }

    /// The member as a reader.
    pub(super) async fn recipient(&self, member: MemberId) -> Result<Option<Recipient>, Trouble> {
        Ok(recipient(&self.context.db, &self.caller(), member).await?)
    }

    /// Words for a reader who is no member here.
    pub(super) fn words(&self, language: Language) -> Words {
        Words::new(language, self.face.timezone)
    }

    /// Writes to a member, in their language and time, with a way to stop it.
    pub(super) async fn write_to<C: Content>(
        &self,
        to: &Recipient,
        content: impl FnOnce(&Words) -> C,
    ) -> Result<Fate, Trouble> {
        Ok(self.kept(self.hand_over_to(to, content).await?).await)
    }

    /// The same, but the line of it is left to the caller, who has more to write down in the same transaction.
    pub(super) async fn hand_over_to<C: Content>(
        &self,
        to: &Recipient,
        content: impl FnOnce(&Words) -> C,
    ) -> Result<Handed, Trouble> {
        let words = Words::new(to.language, to.timezone);
        let stop = C::KIND.can_be_stopped().then(|| self.stop(to.member, stop_kind(C::KIND)));
        let reader = Reader { name: to.name.clone(), address: to.email.clone(), words, stop };
        self.hand_over(&reader, Some(to.member), to.suppressed, &content(&words)).await
    }

    /// Writes to an address.
    pub(super) async fn write_to_address<C: Content>(
        &self,
        to: &EmailAddress,
        words: Words,
        content: &C,
    ) -> Result<Fate, Trouble> {
        let mail = if C::KIND.is_security() { Mail::Security } else { Mail::Other };
        let suppressed = suppression::is_suppressed(&self.context.db, &self.caller(), to, mail).await?;
        let reader = Reader { name: String::new(), address: to.clone(), words, stop: None };
        Ok(self.kept(self.hand_over(&reader, None, suppressed, content).await?).await)
    }

    async fn hand_over<C: Content>(
        &self,
        reader: &Reader,
        member: Option<MemberId>,
        suppressed: bool,
        content: &C,
    ) -> Result<Handed, Trouble> {
        if self.face.letters_held_since.is_some() && !C::KIND.leaves_though_held() {
            return Ok(Handed { fate: self.held(), line: None });
        }
        let letter = compose(content, &self.house, reader)?;
        // The sender's moment; the body was written for the job's, so that a repetition says the same (bar E2).
        let now = self.context.db.clock().now();
        let sealed =
            seal(&letter, &self.context.mail.sender(&self.face), self.leased.id, now, self.context.mail.dkim())?;
        let line = |fate| Some(line(&letter, &sealed, member, fate));
        if suppressed {
            return Ok(Handed { fate: Fate::Unreachable, line: line(LetterFate::Suppressed) });
        }
        if is_counted(C::KIND)
            && let Some(wait) =
                allowance::take_letter(&self.context.db, &self.caller(), &reader.address, self.leased.id).await?
        {
            let why = "this address has had its letters for this hour".to_owned();
            return Ok(Handed { fate: Fate::Ends(Outcome::Again { after: Some(wait), why }), line: None });
        }
        Ok(match self.context.mail.post(C::KIND).send(&sealed).await {
            Delivery::Sent => Handed { fate: Fate::Sent, line: line(LetterFate::Sent) },
            Delivery::Never { reason, address: AddressIs::NotSpokenOf } => {
                let line = line(LetterFate::Refused { answer: reason.clone() });
                Handed { fate: Fate::Ends(Outcome::Never { why: reason }), line }
            }
            Delivery::Never { reason, address } => {
                let kind = if address == AddressIs::Dead { Kind::Dead } else { Kind::Doubtful };
                suppression::suppress(&self.context.db, &self.caller(), &letter.to, kind, &reason).await?;
                Handed { fate: Fate::Unreachable, line: line(LetterFate::Refused { answer: reason }) }
            }
            Delivery::Again { reason, relay_away } => {
                let after = relay_away.then(|| self.pause());
                Handed { fate: Fate::Ends(Outcome::Again { after, why: reason }), line: None }
            }
        })
    }

    /// The community's letters wait. One that nobody would have tried for so long goes to nobody any more (bar E6): when they may leave
    /// again, nothing of last week's comes. A job that was written long before its day says itself until when it has a meaning.
    fn held(&self) -> Fate {
        let age = self.context.db.clock().now() - self.leased.created_at;
        if self.leased.give_up_at.is_none() && age > PATIENCE {
            return Fate::Unreachable;
        }
        Fate::Ends(Outcome::Again { after: Some(limits::HELD_LETTERS_LOOK), why: complaints::HELD.to_owned() })
    }

    /// The usual pause, but never a long one.
    fn pause(&self) -> Duration {
        let mut dice = [0; 2];
        self.context.db.entropy().fill(&mut dice);
        back_off(self.leased.attempt, dice).min(RELAY_AWAY)
    }

    /// Keeps the line. What the relay has taken must not be sent again because a line could not be written: a failure is
    /// only told.
    async fn kept(&self, handed: Handed) -> Fate {
        if let Some(line) = &handed.line
            && let Err(error) = record_letter(&self.context.db, &self.caller(), line).await
        {
            tracing::warn!(%error, job = %self.leased.id, "a sent letter could not be noted");
        }
        handed.fate
    }

    fn stop(&self, member: MemberId, kind: stop::LetterKind) -> Stop {
        let token = stop::stop_token(self.context.db.seal(), self.leased.community, member, kind);
        Stop {
            one_click: paths::one_click(&self.house.home, &token),
            page: paths::stop(&self.house.home, &token),
            settings: paths::letter_settings(&self.house.home),
        }
    }
}

fn line(letter: &Letter, sealed: &Sealed, member: Option<MemberId>, fate: LetterFate) -> SentLetter {
    SentLetter {
        member,
        recipient: letter.to.clone(),
        kind: letter.kind.slug(),
        message_id: sealed.message_id().to_owned(),
        fate,
    }
}

/// Whether the letter waits when its address has had enough for this hour. Security letters never do: those
/// with a link to sign in or to confirm were counted when they were asked for, and what tells of a change cannot be pushed back by
/// whoever made it; a digest comes once a week by its own rule, to whoever wants it.
fn is_counted(kind: LetterKind) -> bool {
    !kind.is_security() && kind != LetterKind::Digest
}

/// Which wish a letter's stop link takes back.
fn stop_kind(kind: LetterKind) -> stop::LetterKind {
    match kind {
        LetterKind::Digest => stop::LetterKind::Digest,
        LetterKind::NewMessage => stop::LetterKind::Messages,
        LetterKind::ListingExpiring | LetterKind::Mandate | LetterKind::Outing | LetterKind::HelpSuggested => {
            stop::LetterKind::Listings
        }
        LetterKind::SavedSearch => stop::LetterKind::Searches,
        LetterKind::Urgent => stop::LetterKind::Urgent,
        // Everything about coming in, one's own or others'.
        _ => stop::LetterKind::Sponsorship,
    }
}

/// Nothing to do.
pub(super) const NOT_NEEDED: Handled = Ok(Outcome::NotNeeded);
