//! Who tries: one person of every kind.

use kernel::{Act, Caller, CommunityId, Language, MemberId, Role};
use kit::{Somebody, Stage, Visitor};
use membership::{role::GiveRole, suspend::Suspend};
use sponsorship::Apply;
use std::collections::HashMap;

/// A kind of person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Actor {
    /// Nobody has signed in.
    Anonymous,
    /// Holds a good session, but of another community.
    Foreign,
    /// Signed in, unknown here.
    Account,
    /// Waits to come in.
    Applicant,
    /// Waits, and may look around.
    Guest,
    /// Was in, and went.
    Left,
    /// Put out for a while.
    Suspended,
    /// In, while stewards look at something.
    UnderReview,
    /// In.
    Member,
    /// Writes official information.
    Editor,
    /// Looks after the community.
    Steward,
    /// Owns it.
    Owner,
    /// Runs the installation; tried on the platform's host.
    Operator,
    /// The same person on a community's host.
    OperatorHere,
    /// Signed in on the platform's host, and nobody there.
    AccountThere,
    /// Nobody, on the platform's host.
    NobodyThere,
}

impl Actor {
    /// Those tried on a community's host.
    pub const HERE: [Self; 13] = [
        Self::Anonymous,
        Self::Foreign,
        Self::Account,
        Self::OperatorHere,
        Self::Applicant,
        Self::Guest,
        Self::Left,
        Self::Suspended,
        Self::UnderReview,
        Self::Member,
        Self::Editor,
        Self::Steward,
        Self::Owner,
    ];

    fn email(self) -> &'static str {
        match self {
            Self::Anonymous | Self::NobodyThere => "",
            Self::Foreign => "foreign@example.test",
            Self::Account | Self::AccountThere => "account@example.test",
            Self::Applicant => "applicant@example.test",
            Self::Guest => "guest@example.test",
            Self::Left => "left@example.test",
            Self::Suspended => "suspended@example.test",
            Self::UnderReview => "under-review@example.test",
            Self::Member => "member@example.test",
            Self::Editor => "editor@example.test",
            Self::Steward => "steward@example.test",
            Self::Owner => "owner@example.test",
            Self::Operator | Self::OperatorHere => "operator@example.test",
        }
    }
}

/// Everybody, on a stage with two communities.
pub struct Cast {
    /// The stage.
    pub stage: Stage,
    /// Where they try.
    pub community: CommunityId,
    known: HashMap<Actor, Visitor>,
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
        let members = [
            person(Actor::Member, "Marc"),
            person(Actor::Editor, "Édith"),
            person(Actor::Suspended, "Simon"),
            person(Actor::Left, "Lise"),
            person(Actor::UnderReview, "Régis"),
            person(Actor::Guest, "Gaston"),
        ];
        stage.members(community, 400, &members).await;
        let operator = Actor::Operator.email().parse().unwrap();
        membership::operator::appoint(&stage.db, &Caller::house(CommunityId::PLATFORM), &operator, Language::Fr)
            .await
            .unwrap();
        let cast = Self { stage, community, known: HashMap::new() };
        cast.give_offices().await;
        cast.part().await;
        cast
    }

    async fn give_offices(&self) {
        let db = &self.stage.db;
        let house = Caller::house(self.community);
        let steward = self.member_id(Actor::Steward).await;
        membership::role::give_role(db, &house, GiveRole { member: steward, role: Role::Steward }).await.unwrap();
        let editor = self.member_id(Actor::Editor).await;
        membership::role::give_role(db, &house, GiveRole { member: editor, role: Role::Editor }).await.unwrap();
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

    /// One leaves by the use case. Nothing in the house makes a guest or opens a review yet: the database is told.
    async fn part(&self) {
        let leaver = self.stage.caller(self.community, Actor::Left.email()).await;
        membership::leave::leave(&self.stage.db, &leaver).await.unwrap();
        for (actor, standing) in [(Actor::Guest, "guest"), (Actor::UnderReview, "under_review")] {
            sqlx::query("update member set standing = $2 where id = $1")
                .bind(self.member_id(actor).await.0)
                .bind(standing)
                .execute(&mut self.stage.scratch.owner().await)
                .await
                .unwrap();
        }
    }

    async fn member_id(&self, actor: Actor) -> MemberId {
        self.stage.caller(self.community, actor.email()).await.me().unwrap().member
    }

    /// A browser of this person, signed in once and kept: for trying many things one after the other.
    pub async fn known(&mut self, actor: Actor) -> Visitor {
        if !self.known.contains_key(&actor) {
            let visitor = self.visitor(actor).await;
            self.known.insert(actor, visitor);
        }
        self.known[&actor].clone()
    }

    /// A browser in which all this person has shown is that they read their letters.
    pub async fn unproved(&self, actor: Actor) -> Visitor {
        let host = if actor == Actor::Operator { "localhost" } else { HERE };
        self.stage.signed_in_only(host, actor.email()).await
    }

    /// Lets the next ones sign in again: something has been tried that ends sessions. Time passes, because only so many
    /// letters go to one address in an hour.
    pub fn forget(&mut self) {
        self.known.clear();
        self.stage.clock.advance(chrono::Duration::minutes(61));
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
            Actor::NobodyThere => self.stage.visitor("localhost"),
            Actor::Operator | Actor::AccountThere => self.stage.signed_in("localhost", actor.email()).await,
            _ => self.stage.signed_in(HERE, actor.email()).await,
        }
    }
}
