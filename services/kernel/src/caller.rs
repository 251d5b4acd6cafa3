//! Who is asking, inside which community, in which language.

use crate::{AccountId, Act, CommunityId, Forbidden, Language, MemberId, Role, Standing, act};

/// The asker of a use case. Built by the server from Host and session, never from a header, argument or body.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The community of the host that was addressed.
    pub community: CommunityId,
    /// The person, as far as known.
    pub who: Who,
    /// The language to answer in.
    pub language: Language,
}

/// The person behind a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Nobody has signed in.
    Anonymous,
    /// Signed in, but unknown in this community.
    Account(AccountId),
    /// Known in this community, in whatever standing.
    Member(Me),
    /// The house itself: a job, an import, the demo seed. Never reachable from a request.
    House,
}

/// The caller as a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Me {
    /// The account behind the member.
    pub account: AccountId,
    /// The member.
    pub member: MemberId,
    /// Where they stand at this moment.
    pub standing: Standing,
    /// Which office they hold.
    pub role: Role,
}

impl Caller {
    /// A visitor of `community`.
    pub fn anonymous(community: CommunityId, language: Language) -> Self {
        Self { community, who: Who::Anonymous, language }
    }

    /// The house acting in `community`, for jobs and imports.
    pub fn house(community: CommunityId) -> Self {
        Self { community, who: Who::House, language: Language::default() }
    }

    /// Refuses unless the table of [`act`] allows this caller to do `act`.
    ///
    /// # Errors
    /// [`Forbidden`], which says only that it may not be done.
    pub fn must(&self, act: Act) -> Result<(), Forbidden> {
        if act::allows(self, act) { Ok(()) } else { Err(Forbidden) }
    }

    /// Like [`Caller::must`], and hands out the member who asks.
    ///
    /// # Errors
    /// [`Forbidden`] as well when nobody known is asking.
    pub fn must_as_member(&self, act: Act) -> Result<Me, Forbidden> {
        self.must(act)?;
        self.me().ok_or(Forbidden)
    }

    /// The member who asks, if known here.
    pub fn me(&self) -> Option<Me> {
        match self.who {
            Who::Member(me) => Some(me),
            _ => None,
        }
    }

    /// The account that asks, if signed in.
    pub fn account(&self) -> Option<AccountId> {
        match self.who {
            Who::Account(account) => Some(account),
            Who::Member(me) => Some(me.account),
            Who::Anonymous | Who::House => None,
        }
    }
}
