//! People.

use super::{HowLinked, SavedDraft};
use crate::{
    ids::Global as _,
    visit::Desk,
    words::{Language, Role, Standing},
};
use async_graphql::{Context, ID, Object, Result, SimpleObject};
use kernel::{Act, SessionId, Timestamp};
use membership::{
    MemberCard, MemberView, OwnProfile, account::AccountView, factor::Protection, letters::ChooseLetters,
    session::SessionView,
};

/// A person in this community.
pub struct Member(pub(crate) MemberCard);

#[Object]
impl Member {
    /// Their id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.global()
    }
    /// Their name.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Where they live; may be empty.
    async fn town(&self) -> &str {
        &self.0.town
    }
    /// Where they stand.
    async fn standing(&self) -> Standing {
        self.0.standing.into()
    }
    /// Which office they hold.
    async fn role(&self) -> Role {
        self.0.role.into()
    }
    /// Whether they are trusted from the first day.
    async fn is_founder(&self) -> bool {
        self.0.founder
    }
    /// Since when they are in; absent while they wait.
    async fn joined_at(&self) -> Option<Timestamp> {
        self.0.joined_at
    }
}

/// A person on their own page.
pub struct MemberDetail(pub(crate) MemberView);

#[Object]
impl MemberDetail {
    /// Their id.
    async fn id(&self) -> ID {
        self.0.card.id.global()
    }
    /// What lists show of them.
    async fn member(&self) -> Member {
        Member(self.0.card.clone())
    }
    /// What they say of themselves; may be empty.
    async fn about(&self) -> &str {
        &self.0.about
    }
    /// How the asker and this person are linked; absent when it is oneself, or when it cannot be said.
    async fn how_linked(&self, ctx: &Context<'_>) -> Result<Option<HowLinked>> {
        super::sponsorship::how_linked(Desk::of(ctx)?, self.0.card.id).await
    }
}

/// Who is asking.
pub struct Viewer;

#[Object]
impl Viewer {
    /// Whether they are signed in.
    async fn is_signed_in(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(Desk::of(ctx)?.caller.account().is_some())
    }
    /// The language they are answered in.
    async fn language(&self, ctx: &Context<'_>) -> Result<Language> {
        Ok(Desk::of(ctx)?.caller.language.into())
    }
    /// Their own profile; absent for whoever is unknown in this community.
    async fn me(&self, ctx: &Context<'_>) -> Result<Option<Me>> {
        let desk = Desk::of(ctx)?;
        if desk.caller.me().is_none() {
            return Ok(None);
        }
        desk.value(membership::views::own(desk.db, desk.caller).await).map(|own| Some(Me(own)))
    }
    /// Listings that they have begun and keep for later, the latest kept first: ten at the most, each for thirty days. Nobody else sees them;
    /// empty for whoever is not inside.
    async fn drafts(&self, ctx: &Context<'_>) -> Result<Vec<SavedDraft>> {
        let desk = Desk::of(ctx)?;
        if desk.caller.me().is_none() || !desk.caller.may(Act::ReadListings) {
            return Ok(Vec::new());
        }
        let found = desk.value(exchange::saved_draft::views::my_drafts(desk.db, desk.caller).await)?;
        Ok(found.into_iter().map(SavedDraft).collect())
    }
}

/// The asker's own profile.
pub struct Me(OwnProfile);

#[Object]
impl Me {
    /// What others see of it.
    async fn member(&self) -> Member {
        Member(self.0.card.clone())
    }
    /// What the asker says of themselves.
    async fn about(&self) -> &str {
        &self.0.about
    }
    /// The asker's address; shown to nobody else.
    async fn email(&self) -> &str {
        self.0.email.as_str()
    }
    /// The language of pages and letters.
    async fn language(&self) -> Language {
        self.0.language.into()
    }
    /// The time zone, an IANA name.
    async fn timezone(&self) -> &str {
        self.0.timezone.name()
    }
    /// The letters the asker wants.
    async fn letters(&self) -> LetterChoice {
        self.0.letters.into()
    }
    /// Whether the asker agreed to be named on a chain between two people.
    async fn is_named_on_chains(&self) -> bool {
        self.0.named
    }
    /// When they asked to come in.
    async fn applied_at(&self) -> Timestamp {
        self.0.applied_at
    }
}

/// The asker's account, which is one for the whole installation.
pub struct Account {
    pub(crate) view: AccountView,
    pub(crate) protection: Protection,
}

#[Object]
impl Account {
    /// The address they sign in with; shown to nobody else.
    async fn email(&self) -> &str {
        self.view.email.as_str()
    }
    /// Since when codes of an application protect it; absent when none do.
    async fn second_factor_since(&self) -> Option<Timestamp> {
        self.protection.since
    }
    /// Recovery codes that have not been used.
    async fn recovery_codes_left(&self) -> i64 {
        self.protection.recovery_codes
    }
    /// Whether they signed in, or showed a second factor, so lately that they may change how they get in.
    async fn may_change_access(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(Desk::of(ctx)?.caller.may_now(Act::ChangeOwnAccess))
    }
}

/// The letters somebody wants.
#[derive(SimpleObject)]
#[expect(clippy::struct_excessive_bools, reason = "one choice a kind of letter, as on the page")]
pub struct LetterChoice {
    /// The weekly digest.
    digest: bool,
    /// At which hour of their own day, 0 to 23.
    digest_hour: i32,
    /// Of private messages.
    message_letters: bool,
    /// Of sponsorships asked and given.
    sponsorship_letters: bool,
    /// Of one's own listings that end.
    listing_letters: bool,
    /// Of what one's kept searches find.
    search_letters: bool,
    /// Of urgent requests that go with what one offers.
    urgent_letters: bool,
}

impl From<ChooseLetters> for LetterChoice {
    fn from(choice: ChooseLetters) -> Self {
        let ChooseLetters {
            digest,
            digest_hour,
            message_letters,
            sponsorship_letters,
            listing_letters,
            search_letters,
            urgent_letters,
        } = choice;
        Self {
            digest,
            digest_hour,
            message_letters,
            sponsorship_letters,
            listing_letters,
            search_letters,
            urgent_letters,
        }
    }
}

/// A browser or program the asker is signed in with, in this community.
pub struct Session {
    pub(crate) view: SessionView,
    pub(crate) present: Option<SessionId>,
}

#[Object]
impl Session {
    /// Its id.
    async fn id(&self) -> ID {
        self.view.id.global()
    }
    /// What it calls itself.
    async fn user_agent(&self) -> &str {
        &self.view.user_agent
    }
    /// Signed in when.
    async fn created_at(&self) -> Timestamp {
        self.view.created_at
    }
    /// Last used when, to the minute.
    async fn seen_at(&self) -> Timestamp {
        self.view.seen_at
    }
    /// Whether it is the one that asks.
    async fn is_present(&self) -> bool {
        self.present == Some(self.view.id)
    }
}
