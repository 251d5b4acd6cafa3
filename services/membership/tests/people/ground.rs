//! A fresh database with the platform and one community, and shortcuts to stand in somebody's shoes.

use chrono::{DateTime, Duration};
use community::{HostName, platform::Platform};
use database::{Db, DbSettings, Live, Tools};
use kernel::{
    AccountId, Assurance, Caller, CommunityId, EmailAddress, FrozenClock, Language, Me, MemberId, Role, Seal,
    SeededEntropy, SignInId, Standing, Who,
};
use kit::Scratch;
use membership::{
    Founder, Launch, MembershipError, NewMember, launch_for,
    redeem::{self, RedeemLink, SignedIn},
    sign_in::{self, AskSignIn, LetterContent},
};
use std::sync::Arc;
use uuid::Uuid;

/// A stage for one test.
pub struct Ground {
    pub scratch: Scratch,
    pub db: Db,
    pub clock: FrozenClock,
    /// The community the test plays in: owner Odile, founders Bruno and Claire.
    pub here: CommunityId,
}

/// The installation's own domain.
pub fn base() -> HostName {
    HostName::from_header("localhost").unwrap()
}

pub fn address(name: &str) -> EmailAddress {
    format!("{name}@example.test").parse().unwrap()
}

/// A launch of `slug` with a fresh id.
pub fn launch_of(db: &Db, slug: &str, founders: &[&str]) -> Launch {
    Launch {
        id: CommunityId(db.entropy().id()),
        slug: slug.to_owned(),
        name: "Entraide".to_owned(),
        tagline: String::new(),
        organisation: "Foyers ruraux".to_owned(),
        postal_address: "3 rue des Tanneurs, 58800 Corbigny".to_owned(),
        contact_email: String::new(),
        hosts: Vec::new(),
        preset: "confiance".to_owned(),
        languages: vec![Language::Fr],
        timezone: "Europe/Paris".to_owned(),
        brand_primary: "#1f5c47".to_owned(),
        brand_accent: "#dd9d2f".to_owned(),
        sponsors: None,
        email_domains: Vec::new(),
        owner_name: "Odile".to_owned(),
        founders: founders.iter().map(|name| Founder { email: address(name), name: (*name).to_owned() }).collect(),
    }
}

impl Ground {
    pub async fn open() -> Self {
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at(DateTime::from_timestamp(1_795_000_000, 0).unwrap());
        let settings = DbSettings {
            app_url: scratch.url("maillon_app"),
            platform_url: scratch.url("maillon_platform"),
            max_connections: 12,
        };
        let tools = Tools {
            clock: Arc::new(clock.clone()),
            entropy: Arc::new(SeededEntropy::new(7)),
            seal: Seal::new([3; 32]),
        };
        let db = Db::open(&settings, tools, Live::in_process()).unwrap();
        community::platform::ensure(&db, &Caller::house(CommunityId::PLATFORM), &platform()).await.unwrap();
        let launch = launch_of(&db, "nievre", &["bruno", "claire"]);
        let here = launch.id;
        launch_for(&db, &Caller::house(CommunityId::PLATFORM), &base(), address("odile"), launch).await.unwrap();
        Self { scratch, db, clock, here }
    }

    pub async fn close(self) {
        self.db.close().await;
        self.scratch.remove().await;
    }

    /// Lets time pass.
    pub fn pass(&self, time: Duration) {
        self.clock.advance(time);
    }

    pub fn house(&self) -> Caller {
        Caller::house(self.here)
    }

    pub fn visitor(&self) -> Caller {
        Caller::anonymous(self.here, Language::Fr)
    }

    /// One value of one row, seen by the owner of everything.
    pub async fn number(&self, question: &'static str) -> i64 {
        sqlx::query_scalar(question).fetch_one(&mut self.scratch.owner().await).await.unwrap()
    }

    /// The caller that this person would be.
    pub async fn as_member(&self, name: &str) -> Caller {
        self.as_member_of(self.here, name).await
    }

    pub async fn as_member_of(&self, community: CommunityId, name: &str) -> Caller {
        let row: (Uuid, Uuid, String, String) = sqlx::query_as(
            "select m.id, m.account_id, m.standing, m.role from member m join account a on a.id = m.account_id
             where m.community_id = $1 and a.email = $2",
        )
        .bind(community.0)
        .bind(address(name).as_str())
        .fetch_one(&mut self.scratch.owner().await)
        .await
        .unwrap();
        let standing: Standing = row.2.parse().unwrap();
        let role: Role = row.3.parse().unwrap();
        let me = Me { account: AccountId(row.1), member: MemberId(row.0), standing, role };
        Caller::new(community, Who::Member(me), Language::Fr).assured(Assurance::SecondFactor)
    }

    pub async fn id_of(&self, name: &str) -> MemberId {
        self.as_member(name).await.me().unwrap().member
    }

    /// Asks for a letter and reads it.
    pub async fn letter(&self, name: &str, browser: &str) -> LetterContent {
        self.letter_in(self.here, name, browser).await
    }

    pub async fn letter_in(&self, community: CommunityId, name: &str, browser: &str) -> LetterContent {
        let id = SignInId(self.db.entropy().id());
        let ask = ask(id, name, browser);
        sign_in::ask(&self.db, &Caller::anonymous(community, Language::Fr), ask).await.unwrap();
        sign_in::letter(&self.db, &Caller::house(community), id).await.unwrap().unwrap()
    }

    /// Asks in this browser, whether a letter comes of it or not.
    pub async fn letter_row(&self, name: &str, browser: &str) {
        let ask = ask(SignInId(self.db.entropy().id()), name, browser);
        sign_in::ask(&self.db, &self.visitor(), ask).await.unwrap();
    }

    pub async fn follow(&self, letter: &LetterContent, browser: &str) -> Result<SignedIn, MembershipError> {
        redeem::redeem_link(&self.db, &self.visitor(), link(letter, browser)).await
    }

    /// Signs somebody in.
    pub async fn sign_in(&self, name: &str) -> SignedIn {
        let letter = self.letter(name, "browser").await;
        self.follow(&letter, "browser").await.unwrap()
    }

    /// Makes somebody wait at the door.
    pub async fn apply(&self, name: &str) -> MemberId {
        let mut tx = self.db.begin(self.here).await.unwrap();
        let account = membership::account::of_address_tx(&mut tx, &address(name), Language::Fr).await.unwrap();
        let applicant = membership::apply_tx(&mut tx, account, &newcomer(&self.db, name)).await.unwrap();
        tx.commit().await.unwrap();
        applicant.member
    }

    /// Lets somebody in.
    pub async fn admit(&self, name: &str) -> MemberId {
        let member = self.apply(name).await;
        let mut tx = self.db.begin(self.here).await.unwrap();
        membership::admit_tx(&mut tx, member, None, "").await.unwrap();
        tx.commit().await.unwrap();
        member
    }
}

pub fn platform() -> Platform {
    Platform {
        name: "Maillon".to_owned(),
        organisation: "Maillon".to_owned(),
        postal_address: "1 rue de l’Essai".to_owned(),
        contact_email: String::new(),
        hosts: vec![base()],
    }
}

pub fn newcomer(db: &Db, name: &str) -> NewMember {
    NewMember {
        id: MemberId(db.entropy().id()),
        name: name.to_owned(),
        about: "J’habite Corbigny.".to_owned(),
        town: "Corbigny".to_owned(),
        charter_accepted: true,
        language: Language::Fr,
    }
}

pub fn ask(id: SignInId, name: &str, browser: &str) -> AskSignIn {
    AskSignIn {
        id,
        email: address(name),
        browser: browser.to_owned(),
        device: String::new(),
        return_to: "/listings".to_owned(),
        host: "nievre.localhost".to_owned(),
        language: Language::Fr,
    }
}

pub fn link(letter: &LetterContent, browser: &str) -> RedeemLink {
    RedeemLink {
        token: letter.link_token.clone(),
        browser: browser.to_owned(),
        device: String::new(),
        user_agent: "Essai/1.0".to_owned(),
    }
}
