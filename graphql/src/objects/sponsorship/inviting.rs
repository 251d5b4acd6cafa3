//! Invitations, and what one may still give.

use crate::{
    ids::Global as _,
    words::{Language, Relation},
};
use async_graphql::{Enum, ID, Object, SimpleObject};
use chrono::NaiveDate;
use kernel::Timestamp;
use sponsorship::{InvitationView, TokensView};

/// What became of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(remote = "sponsorship::InvitationState")]
pub enum InvitationState {
    /// Holds.
    Open,
    /// The person came.
    Used,
    /// Taken back.
    Revoked,
    /// Out of time.
    Expired,
}

/// An invitation as its writer sees it.
pub struct Invitation(pub(crate) InvitationView);

#[Object]
impl Invitation {
    /// Its id.
    async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// To whom, as typed.
    async fn email(&self) -> &str {
        &self.0.email
    }
    /// How the writer knows them.
    async fn relation(&self) -> Relation {
        self.0.relation.into()
    }
    /// What the writer says of them.
    async fn sentence(&self) -> &str {
        &self.0.sentence
    }
    /// The language of the letter.
    async fn language(&self) -> Language {
        self.0.language.into()
    }
    /// What became of it.
    async fn state(&self) -> InvitationState {
        self.0.state.into()
    }
    /// When it was written.
    async fn created_at(&self) -> Timestamp {
        self.0.created_at
    }
    /// Until when it holds.
    async fn expires_at(&self) -> Timestamp {
        self.0.expires_at
    }
}

/// Whose link or invitation somebody holds, as a stranger may see them.
#[derive(SimpleObject)]
pub struct Inviter {
    /// Name.
    name: String,
    /// Where they live; may be empty.
    town: String,
    /// What they wrote of the person they invited; empty on a personal link.
    sentence: String,
    /// The language of the invitation; absent on a personal link.
    language: Option<Language>,
}

impl From<sponsorship::InviterFace> for Inviter {
    fn from(face: sponsorship::InviterFace) -> Self {
        let language = face.language.map(Into::into);
        Self { name: face.name, town: face.town, sentence: face.sentence, language }
    }
}

/// How often the asker may still vouch.
#[derive(SimpleObject)]
pub struct Tokens {
    /// Whether it is counted here at all; not where stewards admit.
    is_counted: bool,
    /// Tokens within twelve months.
    granted: u32,
    /// Paid within the last twelve months.
    spent: u32,
    /// Promised: to people who still wait, and by invitations that are open.
    promised: u32,
    /// Neither paid nor promised.
    left: u32,
    /// When none is left: the day on which one comes back, if one will.
    next_on: Option<NaiveDate>,
    /// The first day on which the asker may vouch at all, if that lies ahead.
    may_vouch_from: Option<NaiveDate>,
}

impl From<TokensView> for Tokens {
    fn from(view: TokensView) -> Self {
        Self {
            is_counted: view.counted,
            granted: view.granted,
            spent: view.spent,
            promised: view.promised,
            left: view.left,
            next_on: view.next_on.and_then(date),
            may_vouch_from: view.may_vouch_from.and_then(date),
        }
    }
}

/// Days from the common era to 1 January 1970.
const EPOCH_FROM_CE: i32 = 719_163;

fn date(day: trust::Day) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day.number().checked_add(EPOCH_FROM_CE)?)
}
