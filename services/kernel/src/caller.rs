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
    /// How sure the house is that it is them.
    pub assurance: Assurance,
}

/// How sure the house is that whoever holds a session is the one it was given to; more is greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Assurance {
    /// There is a session, however old.
    #[default]
    Session,
    /// Signed in a moment ago; never said of an account that has a second factor.
    FreshSignIn,
    /// A second factor was shown a moment ago.
    SecondFactor,
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
        Self { community, who, language, client: None, denials: Denials::default(), assurance: Assurance::default() }
    }

    /// The same caller, coming from `client`.
    #[must_use]
    pub fn from_client(self, client: Option<IpAddr>) -> Self {
        Self { client, ..self }
    }

    /// The same caller, of whom the house is so sure.
    #[must_use]
    pub fn assured(self, assurance: Assurance) -> Self {
        Self { assurance, ..self }
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

    /// Refuses unless the table of [`act`] allows this caller to do `act`, and the house is as sure of them as it needs.
    ///
    /// # Errors
    /// [`Forbidden::ByRule`], which says only that it may not be done; [`Forbidden::Unsure`] to those who may, once they have
    /// shown that it is them.
    pub fn must(&self, act: Act) -> Result<(), Forbidden> {
        if !self.may(act) {
            return Err(self.denied(act));
        }
        if self.is_sure_enough(act) { Ok(()) } else { Err(Forbidden::Unsure(act.needs())) }
    }

    /// Whether [`Caller::must`] would let them do `act` at this moment: for what is drawn, never instead of asking. Denies nothing.
    pub fn may_now(&self, act: Act) -> bool {
        self.may(act) && self.is_sure_enough(act)
    }

    /// Programs and the house have nothing to show.
    fn is_sure_enough(&self, act: Act) -> bool {
        !matches!(self.who, Who::Account(_) | Who::Member(_)) || self.assurance >= act.needs()
    }

    /// Whether the table allows this caller to do `act`, once the house is sure of them: for what is drawn, never instead of asking.
    /// Denies nothing.
    pub fn may(&self, act: Act) -> bool {
        act::allows(self, act)
    }

    /// The refusal of `act` where the table says yes and the matter itself says no (oneself, somebody of higher office), noted
    /// like any other.
    pub fn denied(&self, act: Act) -> Forbidden {
        self.denials.note(Denial { community: self.community, who: self.who, act });
        Forbidden::ByRule
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

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a3_what_is_sensitive_is_refused_to_whoever_may_until_they_have_shown_that_it_is_them() {
        let me = |role| Me {
            account: AccountId(Uuid::from_u128(1)),
            member: MemberId(Uuid::from_u128(2)),
            standing: Standing::Member,
            role,
        };
        let owner = Caller::new(CommunityId::PLATFORM, Who::Member(me(Role::Owner)), Language::Fr);
        let member = Caller { who: Who::Member(me(Role::None)), ..owner.clone() };
        let sensitive: Vec<Act> =
            Act::ALL.iter().copied().filter(|act| act.needs() == Assurance::SecondFactor).collect();
        assert_eq!(sensitive.len(), 10);
        for act in sensitive {
            assert_eq!(member.must(act), Err(Forbidden::ByRule), "{act:?}: others learn nothing of factors");
            assert_eq!(owner.must(act), Err(Forbidden::Unsure(Assurance::SecondFactor)));
            let fresh = owner.clone().assured(Assurance::FreshSignIn);
            assert_eq!(fresh.must(act), Err(Forbidden::Unsure(Assurance::SecondFactor)));
            assert_eq!(owner.clone().assured(Assurance::SecondFactor).must(act), Ok(()));
            assert!(owner.may(act));
        }
        assert_eq!(owner.must(Act::ReadListings), Ok(()));
        assert_eq!(member.must(Act::ChangeOwnAccess), Err(Forbidden::Unsure(Assurance::FreshSignIn)));
        assert_eq!(Caller::house(CommunityId::PLATFORM).must(Act::Operate), Ok(()), "the house needs no factor");
    }
}
