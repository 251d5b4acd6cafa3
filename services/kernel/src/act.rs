//! What can be done, and by whom: the one permission table of the house.
//!
//! A row says who *may try*, and, after `with`, how sure the house must be that it is them ([`Act::needs`]); whether it succeeds can still depend on the object (one's own listing, a sponsor old
//! enough), which the use case checks under its lock and answers with its own refusal.

use crate::{Assurance, Caller, Role, Scope, Scopes, Standing, Who};

macro_rules! acts {
    (@needs) => { Assurance::Session };
    (@needs $need:ident) => { Assurance::$need };
    ($($(#[$doc:meta])* $name:ident => $rule:ident $(with $need:ident)?),* $(,)?) => {
        /// Something a caller may ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Act { $($(#[$doc])* $name),* }

        impl Act {
            /// Every act, for the authorisation tests.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Who may try.
            pub fn rule(self) -> Rule {
                match self { $(Self::$name => Rule::$rule),* }
            }

            /// How sure the house must be that whoever asks is the one whose session it is: what is more than a session is
            /// sensitive (bars A3 and A10).
            pub fn needs(self) -> Assurance {
                match self { $(Self::$name => acts!(@needs $($need)?)),* }
            }
        }
    };
}

/// Who may try something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Anybody at all.
    Anybody,
    /// Whoever has signed in.
    SignedIn,
    /// Signed in on the platform's own host.
    SignedInToPlatform,
    /// Signed in, and neither inside nor thrown out: may apply.
    Outside,
    /// Waiting to come in.
    Waiting,
    /// Waiting, or inside: has a place of their own here.
    Present,
    /// Inside: member or under review.
    Inside,
    /// Inside and in good standing: a full member.
    FullMember,
    /// Editors, stewards and owners.
    Editor,
    /// Stewards and owners.
    Steward,
    /// Owners.
    Owner,
    /// Owners of the platform's own tenant.
    Operator,
    /// Programs that may launch.
    Launcher,
    /// Programs that may import.
    Importer,
    /// Programs that may report bounces.
    Reporter,
    /// Operators, and programs that may read figures.
    Monitor,
    /// The house only.
    House,
}

acts! {
    /// See the community's public face: name, charter, how to get in.
    SeePublicFace => Anybody,
    /// Ask for a sign-in letter.
    SignIn => Anybody,
    /// Take back a change of one's account, with the link of the letter that told of it.
    TakeBackChange => Anybody,
    /// End one's session.
    SignOut => SignedIn,
    /// See and change one's own account settings.
    ManageOwnAccount => SignedIn,
    /// Change one's address, or what one signs in with.
    ChangeOwnAccess => SignedIn with FreshSignIn,
    /// Show that it is oneself, by a second factor.
    ProveOneself => SignedIn,
    /// Get a copy of everything about oneself, be erased.
    ManageOwnData => SignedIn,
    /// Fetch that copy: whoever has a second factor shows it first, anybody else has signed in a moment ago (bar P2).
    FetchOwnCopy => SignedIn with FreshSignIn,
    /// Ask to come in.
    Apply => Outside,
    /// See where one's application stands, ask members for sponsorship.
    AskSponsor => Waiting,
    /// Have a request of one's own while one waits, as far as the policy grants it: write it, change it, take it back, answer whoever
    /// writes about it, and nothing else.
    AskAsGuest => Waiting,
    /// See who asks me to vouch, give, decline, withdraw.
    Vouch => FullMember,
    /// Agree to meet newcomers, answer when it is one's turn, say that one has met them.
    Host => FullMember,
    /// See who is about to come in, confide a doubt about them to the stewards.
    Confide => FullMember,
    /// Say that one shares a household with another, or that it is not so.
    ShareHousehold => FullMember,
    /// See with whom one is said to share a household, say that it is over.
    SeeOwnHousehold => Inside,
    /// Invite somebody by letter, keep a personal link.
    Invite => FullMember,
    /// See where one stands and why, appeal against what was decided about oneself.
    SeeOwnStanding => SignedIn,
    /// Leave the community.
    Leave => Present,
    /// See other members.
    SeeMembers => Inside,
    /// Read bulletins; whoever waits, as far as the policy grants it.
    ReadBulletins => Present,
    /// See the forms in which bulletins are written.
    DraftBulletins => Editor,
    /// Write, change and take down bulletins.
    WriteBulletins => Editor with SecondFactor,
    /// Read listings.
    ReadListings => Inside,
    /// Sign up for outings, step back, see who else comes to them; have a calendar of them.
    JoinOutings => Inside,
    /// The same of open outings while one waits, as far as the policy grants it; without seeing who else comes.
    JoinOpenOutings => Waiting,
    /// Publish, edit, renew and close one's listings.
    Publish => Inside,
    /// See which groups there are; who is in them, as far as one is oneself.
    SeeGroups => Inside,
    /// Ask for a group, join and leave groups, look after one's own.
    TakePartInGroups => Inside,
    /// Answer a listing, read and write private messages.
    Converse => Inside,
    /// Read one's notifications.
    ReadNotifications => Present,
    /// Say which letters one wants.
    ChooseLetters => Present,
    /// Admit or refuse applicants where the policy gives it to stewards.
    AdmitByOffice => Steward with SecondFactor,
    /// See newcomers and members with their state.
    SeeStewardDesk => Steward,
    /// Read the community's journal.
    SeeJournal => Steward,
    /// Put members out and take them back, decide about reviews, answer appeals.
    Suspend => Steward with SecondFactor,
    /// Enter that two people share a household, object to its end.
    JoinHouseholds => Steward with SecondFactor,
    /// Close somebody else's listing, with a reason; let requests of those who wait through, or send them back.
    ModerateListing => Steward with SecondFactor,
    /// Grant, decline and close groups.
    DecideGroups => Steward with SecondFactor,
    /// Give and take roles.
    GiveRoles => Owner with SecondFactor,
    /// See the community's settings and who holds an office.
    SeeSettings => Owner,
    /// Change brand, charter, policy, hosts.
    ManageCommunity => Owner with SecondFactor,
    /// Have the community removed, or call that off.
    RemoveCommunity => Owner with SecondFactor,
    /// See in which communities of this installation one is.
    SeeOwnCommunities => SignedInToPlatform,
    /// Launch a community of one's own.
    Launch => SignedIn,
    /// Launch a community for somebody else.
    LaunchForOthers => Launcher,
    /// See communities, queue, buried jobs, last letters, host names that wait.
    SeeOperatorDesk => Operator,
    /// Retry a buried job, decide about host names, lift what stops letters, give out tokens.
    Operate => Operator with SecondFactor,
    /// See how long the queue is.
    SeeFigures => Monitor,
    /// Import members and sponsorships.
    Import => Importer,
    /// Say that an address is dead, or that somebody complained.
    ReportBounces => Reporter,
    /// Do what a job asks.
    WorkJob => House,
}

/// Whether the table lets `caller` try `act`. The house itself may do everything.
pub fn allows(caller: &Caller, act: Act) -> bool {
    let rule = act.rule();
    match caller.who {
        Who::House => true,
        Who::Anonymous => rule == Rule::Anybody,
        Who::Account(_) => match rule {
            Rule::Anybody | Rule::SignedIn | Rule::Outside => true,
            Rule::SignedInToPlatform => caller.community.is_platform(),
            _ => false,
        },
        Who::Program(program) => program_may(rule, program.scopes),
        Who::Member(me) => member_may(rule, me.standing, me.role, caller.community.is_platform()),
    }
}

fn member_may(rule: Rule, standing: Standing, office: Role, platform: bool) -> bool {
    match rule {
        Rule::Anybody | Rule::SignedIn => true,
        Rule::SignedInToPlatform => platform,
        Rule::Outside => matches!(standing, Standing::Left),
        Rule::Waiting => standing.is_waiting(),
        Rule::Present => standing.is_inside() || standing.is_waiting(),
        Rule::Inside => standing.is_inside(),
        Rule::FullMember => standing == Standing::Member,
        Rule::Editor => standing == Standing::Member && office != Role::None,
        Rule::Steward => standing == Standing::Member && matches!(office, Role::Steward | Role::Owner),
        Rule::Owner => standing == Standing::Member && office == Role::Owner,
        Rule::Operator | Rule::Monitor => platform && standing == Standing::Member && office == Role::Owner,
        Rule::Launcher | Rule::Importer | Rule::Reporter | Rule::House => false,
    }
}

fn program_may(rule: Rule, scopes: Scopes) -> bool {
    match rule {
        Rule::Launcher => scopes.holds(Scope::Launch),
        Rule::Importer => scopes.holds(Scope::Import),
        Rule::Reporter => scopes.holds(Scope::Bounces),
        Rule::Monitor => scopes.holds(Scope::Figures),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CommunityId, Language, PlatformTokenId, Program};
    use uuid::Uuid;

    #[test]
    fn a8_a_program_may_do_exactly_what_its_scopes_say() {
        let may = |scope: Option<Scope>| -> Vec<Act> {
            let program = Program { token: PlatformTokenId(Uuid::nil()), scopes: scope.into_iter().collect() };
            let caller = Caller::new(CommunityId::PLATFORM, Who::Program(program), Language::En);
            Act::ALL.iter().copied().filter(|act| allows(&caller, *act)).collect()
        };
        assert_eq!(may(None), []);
        assert_eq!(may(Some(Scope::Launch)), [Act::LaunchForOthers]);
        assert_eq!(may(Some(Scope::Import)), [Act::Import]);
        assert_eq!(may(Some(Scope::Bounces)), [Act::ReportBounces]);
        assert_eq!(may(Some(Scope::Figures)), [Act::SeeFigures]);
    }
}
