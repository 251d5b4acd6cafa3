//! How this noun says no.

use community::text::BadText;
use database::DatabaseError;
use kernel::{Forbidden, Refusal, RefusalKind, Refuse, TooOften};

/// Why something about a group was not done.
#[derive(Debug, thiserror::Error)]
pub enum GroupError {
    /// The permission table said no.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Absent, foreign, over, or somebody else's to look after.
    #[error("there is no such group here")]
    NotFound,
    /// A text is missing or too long.
    #[error(transparent)]
    Text(#[from] BadText),
    /// An open group is called like that.
    #[error("another group has this name")]
    NameTaken,
    /// The member has asked for another group and has no answer yet.
    #[error("another group of theirs waits for an answer")]
    AskedAlready,
    /// A client-made id that belongs to something else.
    #[error("this id belongs to something else")]
    IdInUse,
    /// It was granted, declined or taken back before.
    #[error("this was answered before")]
    AnsweredBefore,
    /// The member is in as many groups as one may be.
    #[error("a member is in at most {max} groups", max = crate::limits::GROUPS_EACH)]
    Enough,
    /// The group has as many members as one may have.
    #[error("a group has at most {max} members", max = crate::limits::MEMBERS)]
    Full,
    /// Whoever keeps it cannot leave it behind.
    #[error("its keeper hands it over or closes it first")]
    KeeperStays,
    /// Who is to keep it is not in it.
    #[error("this person is not in the group")]
    NotInIt,
    /// Whoever keeps it is not put out of it.
    #[error("whoever keeps a group is not put out of it")]
    KeeperNotPutOut,
    /// They were put out of it not long ago.
    #[error("this member was put out of the group less than {days} days ago", days = crate::limits::put_out().num_days())]
    PutOut,
    /// It is offered to them no longer.
    #[error("this group is not offered any more")]
    OfferOver,
    /// Asked for, changed or joined too often.
    #[error(transparent)]
    TooOften(#[from] TooOften),
    /// The database failed.
    #[error(transparent)]
    Fault(#[from] DatabaseError),
}

impl Refuse for GroupError {
    fn refusal(&self) -> Refusal {
        let conflict = |code| Refusal::new(RefusalKind::Conflict, code);
        match self {
            Self::Forbidden(forbidden) => forbidden.refusal(),
            Self::NotFound => Refusal::NOT_FOUND,
            Self::Text(bad) => bad.refusal(),
            Self::NameTaken => Refusal::of_field("GROUP_NAME_TAKEN", "name"),
            Self::AskedAlready => conflict("GROUP_ASKED_ALREADY"),
            Self::IdInUse => conflict("ID_IN_USE"),
            Self::AnsweredBefore => conflict("GROUP_ANSWERED_BEFORE"),
            Self::Enough => conflict("GROUPS_ENOUGH"),
            Self::Full => conflict("GROUP_FULL"),
            Self::KeeperStays => conflict("GROUP_KEEPER_STAYS"),
            Self::NotInIt => Refusal::of_field("GROUP_NOT_IN_IT", "member"),
            Self::KeeperNotPutOut => conflict("GROUP_KEEPER_NOT_PUT_OUT"),
            Self::PutOut => conflict("GROUP_PUT_OUT"),
            Self::OfferOver => conflict("GROUP_OFFER_OVER"),
            Self::TooOften(no) => no.refusal(),
            Self::Fault(fault) => fault.refusal(),
        }
    }
}
