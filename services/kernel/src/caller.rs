//! Who is asking, inside which community, in which language.

use crate::{
    AccountId, Act, CommunityId, Denial, Denials, Forbidden, Language, MemberId, PlatformTokenId, Role, Scopes,
    Standing, act,
};
use std::net::IpAddr;

/// The asker of a use case. Built by the server from Host and session, never from a header, argument or body.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The community of the host that was addressed.
    pub community: CommunityId,
    /// The person, as far as known.
    pub who: Who,
    /// The language to answer in.
    pub language: Language,
    /// The address the request came from, for counting; none for the house and whoever does not come over the network.
    pub client: Option<IpAddr>,
    /// What was denied since the request came in; clones share it.
    pub denials: Denials,
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
    /// A program with a platform token: may do what its scopes say, and nothing else.
    Program(Program),
    /// The house itself: a job, the command line, the demo seed. Never reachable from a request.
    House,
}

/// A program as a caller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program {
    /// The token it showed.
    pub token: PlatformTokenId,
    /// What that is good for.
    pub scopes: Scopes,
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
    /// `who` in `community`, from nowhere in particular.
    pub fn new(community: CommunityId, who: Who, language: Language) -> Self {
        Self { community, who, language, client: None, denials: Denials::default() }
    }

    /// The same caller, coming from `client`.
    #[must_use]
    pub fn from_client(self, client: Option<IpAddr>) -> Self {
        Self { client, ..self }
    }

    /// The same caller, speaking in the request of `other`: from where that came, denied on the same page of the notebook.
    #[must_use]
    pub fn in_the_request_of(self, other: &Self) -> Self {
        Self { client: other.client, denials: other.denials.clone(), ..self }
    }

    /// A visitor of `community`.
    pub fn anonymous(community: CommunityId, language: Language) -> Self {
        Self::new(community, Who::Anonymous, language)
    }

    /// The house acting in `community`, for jobs and imports.
    pub fn house(community: CommunityId) -> Self {
        Self::new(community, Who::House, Language::default())
    }

    /// Refuses unless the table of [`act`] allows this caller to do `act`.
    ///
    /// # Errors
    /// [`Forbidden`], which says only that it may not be done.
    pub fn must(&self, act: Act) -> Result<(), Forbidden> {
        if self.may(act) { Ok(()) } else { Err(self.denied(act)) }
    }

    /// Whether [`Caller::must`] would let it pass: for what is drawn, never instead of asking. Denies nothing.
    pub fn may(&self, act: Act) -> bool {
        act::allows(self, act)
    }

    /// The refusal of `act` where the table says yes and the matter itself says no (oneself, somebody of higher office), noted
    /// like any other.
    pub fn denied(&self, act: Act) -> Forbidden {
        self.denials.note(Denial { community: self.community, who: self.who, act });
        Forbidden
    }

    /// Like [`Caller::must`], and hands out the member who asks.
    ///
    /// # Errors
    /// [`Forbidden`] as well when nobody known is asking.
    pub fn must_as_member(&self, act: Act) -> Result<Me, Forbidden> {
        self.must(act)?;
        self.me().ok_or_else(|| self.denied(act))
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
            Who::Anonymous | Who::Program(_) | Who::House => None,
        }
    }

    /// The program that asks, if it is one.
    pub fn program(&self) -> Option<Program> {
        match self.who {
            Who::Program(program) => Some(program),
            _ => None,
        }
    }
}
