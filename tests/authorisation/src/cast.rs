//! Who tries: one person of every kind.

use kernel::{Act, Caller, CommunityId, Language, MemberId, Role};
use kit::{Somebody, Stage, Visitor};
use membership::{role::GiveRole, suspend::Suspend};
use sponsorship::Apply;

/// A kind of person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Nobody has signed in.
    Anonymous,
    /// Holds a good session, but of another community.
    Foreign,
    /// Signed in, unknown here.
    Account,
    /// Waits to come in.
    Applicant,
    /// Put out for a while.
    Suspended,
    /// In.
    Member,
    /// Looks after the community.
    Steward,
    /// Owns it.
    Owner,
    /// Runs the installation; tried on the platform's host.
    Operator,
}

impl Actor {
    /// Those tried on a community's host.
    pub const HERE: [Self; 8] = [
        Self::Anonymous,
        Self::Foreign,
        Self::Account,
        Self::Applicant,
        Self::Suspended,
        Self::Member,
        Self::Steward,
        Self::Owner,
    ];

    fn email(self) -> &'static str {
        match self {
            Self::Anonymous => "",
            Self::Foreign => "foreign@example.test",
            Self::Account => "account@example.test",
            Self::Applicant => "applicant@example.test",
            Self::Suspended => "suspended@example.test",
            Self::Member => "member@example.test",
            Self::Steward => "steward@example.test",
            Self::Owner => "owner@example.test",
            Self::Operator => "operator@example.test",
        }
    }
}

/// Everybody, on a stage with two communities.
pub struct Cast {
    /// The stage.
    pub stage: Stage,
    /// Where they try.
    pub community: CommunityId,
}

/// The host where they try.
pub const HERE: &str = "here.localhost";

impl Cast {
    /// Sets the stage.
    pub async fn assemble() -> Self {
        let stage = Stage::open().await;
        let person = |actor: Actor, name| Somebody { name, email: actor.email() };
        let founders = [person(Actor::Owner, "Olga"), person(Actor::Steward, "Stefan")];
        let community = stage.community("here", "confiance", &founders).await;
        stage.community("there", "confiance", &[Somebody::new("Fanny", Actor::Foreign.email())]).await;
        stage.members(community, 400, &[person(Actor::Member, "Marc"), person(Actor::Suspended, "Simon")]).await;
        let operator = Actor::Operator.email().parse().unwrap();
        membership::operator::appoint(&stage.db, &Caller::house(CommunityId::PLATFORM), &operator, Language::Fr)
            .await
            .unwrap();
        let cast = Self { stage, community };
        cast.give_offices().await;
        cast
    }

    async fn give_offices(&self) {
        let db = &self.stage.db;
        let house = Caller::house(self.community);
        let steward = self.member_id(Actor::Steward).await;
        membership::role::give_role(db, &house, GiveRole { member: steward, role: Role::Steward }).await.unwrap();
        let suspended = self.member_id(Actor::Suspended).await;
        membership::suspend::suspend(db, &house, Suspend { member: suspended, reason: "Test.".to_owned() })
            .await
            .unwrap();
        let applicant = self.stage.caller(self.community, Actor::Applicant.email()).await;
        assert!(applicant.must(Act::Apply).is_ok());
        let cmd = Apply {
            id: MemberId(db.entropy().id()),
            name: "Albert".to_owned(),
            about: "Bonjour.".to_owned(),
            town: String::new(),
            charter_accepted: true,
            via: None,
        };
        sponsorship::apply(db, &applicant, cmd).await.unwrap();
    }

    async fn member_id(&self, actor: Actor) -> MemberId {
        self.stage.caller(self.community, actor.email()).await.me().unwrap().member
    }

    /// A browser of this person on the community's host, freshly signed in.
    pub async fn visitor(&self, actor: Actor) -> Visitor {
        match actor {
            Actor::Anonymous => self.stage.visitor(HERE),
            Actor::Foreign => {
                let there = self.stage.signed_in("there.localhost", actor.email()).await;
                let mut here = self.stage.visitor(HERE);
                for (name, value) in there.cookies() {
                    here.hold(name, value);
                }
                here
            }
            Actor::Operator => self.stage.signed_in("localhost", actor.email()).await,
            _ => self.stage.signed_in(HERE, actor.email()).await,
        }
    }
}
