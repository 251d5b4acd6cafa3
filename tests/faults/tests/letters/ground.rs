//! A database, a clock that stands still, a sink, a runner, and communities launched by the house itself.

use chrono::Duration;
use community::HostName;
use database::{Db, DbSettings, Live, Tools};
use kernel::{
    AccountId, Assurance, Caller, Clock, CommunityId, FrozenClock, Language, Me, MemberId, Seal, SeededEntropy,
    SignInId, Timestamp, Who,
};
use kit::Scratch;
use membership::{Founder, Launch, launch_for, redeem, sign_in};
use server::sink::{Received, Sink};
use std::sync::Arc;
use std::time::Duration as Pause;
use uuid::Uuid;
use workers::mail::dkim::Dkim;
use workers::mail::lint::{Expected, lint};
use workers::mail::post::Relay;
use workers::{Context, Drained, Mail, Outside, Runner};

const SEED: &str = "YmFzZTY0IG9mIDMyIGJ5dGVzLCBub3QgYSBzZWNyZXQ=";
pub const DOMAIN: &str = "letters.example.test";

pub struct Ground {
    pub db: Db,
    pub clock: FrozenClock,
    pub scratch: Scratch,
    pub sink: Sink,
    pub runner: Runner,
}

impl Ground {
    /// A Saturday morning in Paris, one hour before digests.
    pub async fn open() -> Self {
        Self::open_at("2026-03-07T06:00:00Z").await
    }

    pub async fn open_at(moment: &str) -> Self {
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at(moment.parse().unwrap());
        let settings = DbSettings {
            app_url: scratch.url("maillon_app"),
            platform_url: scratch.url("maillon_platform"),
            max_connections: 12,
        };
        let tools = Tools {
            clock: Arc::new(clock.clone()),
            entropy: Arc::new(SeededEntropy::new(1)),
            seal: Seal::new([7; 32]),
        };
        let db = Db::open(&settings, tools, Live::in_process()).unwrap();
        let sink = Sink::start("127.0.0.1:0").await.unwrap();
        let runner = runner(&db, sink.url().parse().unwrap());
        Self { db, clock, scratch, sink, runner }
    }

    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub fn id(&self) -> Uuid {
        self.db.entropy().id()
    }

    /// A community with an owner and founders, their welcome letters still in the queue.
    pub async fn community(&self, slug: &str, preset: &str, sponsors: Option<u32>, founders: &[&str]) -> CommunityId {
        let launch = Launch {
            id: CommunityId(self.id()),
            slug: slug.to_owned(),
            name: format!("Entraide {slug}"),
            tagline: String::new(),
            organisation: "Foyers ruraux".to_owned(),
            postal_address: "3 rue des Tanneurs, 58800 Corbigny".to_owned(),
            contact_email: String::new(),
            hosts: Vec::new(),
            preset: preset.to_owned(),
            languages: vec![Language::Fr, Language::En],
            timezone: "Europe/Paris".to_owned(),
            brand_primary: "#1f5c47".to_owned(),
            brand_accent: "#dd9d2f".to_owned(),
            sponsors,
            email_domains: Vec::new(),
            owner_name: "Odile".to_owned(),
            founders: founders
                .iter()
                .map(|name| Founder { email: address(name).parse().unwrap(), name: (*name).to_owned() })
                .collect(),
        };
        let base = HostName::from_header("localhost").unwrap();
        let owner = address(&format!("odile.{slug}")).parse().unwrap();
        launch_for(&self.db, &Caller::house(CommunityId::PLATFORM), &base, owner, launch).await.unwrap().community
    }

    /// The same, its first letters read and thrown away.
    pub async fn quiet_community(&self, slug: &str, founders: &[&str]) -> CommunityId {
        let community = self.community(slug, "confiance", Some(1), founders).await;
        self.drain().await;
        self.sink.clear();
        community
    }

    /// The member of this name as the one who asks.
    pub async fn caller(&self, community: CommunityId, name: &str) -> Caller {
        let (member, account, standing, role): (Uuid, Uuid, String, String) =
            sqlx::query_as("select id, account_id, standing, role from member where community_id = $1 and name = $2")
                .bind(community.0)
                .bind(name)
                .fetch_one(&mut self.scratch.owner().await)
                .await
                .unwrap();
        let me = Me {
            account: AccountId(account),
            member: MemberId(member),
            standing: standing.parse().unwrap(),
            role: role.parse().unwrap(),
        };
        Caller::new(community, Who::Member(me), Language::Fr).assured(Assurance::SecondFactor)
    }

    /// Asks for a sign-in letter.
    pub async fn asks_to_sign_in(&self, community: CommunityId, email: &str) {
        let ask = sign_in::AskSignIn {
            id: SignInId(self.id()),
            email: email.parse().unwrap(),
            browser: "nonce".to_owned(),
            device: String::new(),
            return_to: "/".to_owned(),
            host: String::new(),
            language: Language::Fr,
        };
        sign_in::ask(&self.db, &Caller::anonymous(community, Language::Fr), ask).await.unwrap();
    }

    /// Signs in with the link of the letter that arrives.
    pub async fn signs_in(&self, community: CommunityId, email: &str) -> Caller {
        self.asks_to_sign_in(community, email).await;
        self.drain().await;
        let letter = self.letter_to(email).await;
        let link = letter.links().into_iter().find(|link| link.contains("/sign-in/link/")).unwrap();
        let token = link.rsplit('/').next().unwrap().to_owned();
        let cmd =
            redeem::RedeemLink { token, browser: "nonce".to_owned(), device: String::new(), user_agent: String::new() };
        let signed_in = redeem::redeem_link(&self.db, &Caller::anonymous(community, Language::Fr), cmd).await.unwrap();
        Caller::new(community, Who::Account(signed_in.account), Language::Fr)
    }

    /// Does all that is due.
    pub async fn drain(&self) -> Drained {
        self.runner.drain().await.unwrap()
    }

    /// Lets time pass, then does what became due.
    pub async fn advance(&self, by: Duration) -> Drained {
        self.clock.advance(by);
        self.drain().await
    }

    /// The last letter to this address.
    pub async fn letter_to(&self, email: &str) -> Arc<Received> {
        self.sink.wait_for(Pause::from_secs(5), |letter| letter.is_to(email)).await.unwrap();
        self.letters_to(email).pop().unwrap()
    }

    pub fn letters_to(&self, email: &str) -> Vec<Arc<Received>> {
        self.sink.messages().into_iter().filter(|letter| letter.is_to(email)).collect()
    }

    /// Unfinished jobs as `kind state`, by kind.
    pub async fn jobs(&self) -> Vec<String> {
        sqlx::query_scalar("select kind || ' ' || state from job order by 1")
            .fetch_all(&mut self.scratch.owner().await)
            .await
            .unwrap()
    }

    /// What was noted of letters, as `kind outcome`, oldest first.
    pub async fn noted(&self) -> Vec<String> {
        sqlx::query_scalar("select kind || ' ' || outcome from letter order by at, kind")
            .fetch_all(&mut self.scratch.owner().await)
            .await
            .unwrap()
    }

    /// Every letter that arrived passes the lint, signature included.
    pub fn lint_all(&self) {
        let dkim = Dkim::new("m1", DOMAIN, SEED).unwrap();
        for letter in self.sink.messages() {
            let kind = letter.header("X-Maillon-Letter").unwrap();
            let stoppable = !matches!(kind.as_str(), "sign_in" | "invitation" | "copy_ready");
            let faults = lint(&letter.raw, &Expected { domain: DOMAIN, dkim: Some(dkim.public()), stoppable });
            assert!(faults.is_empty(), "{kind}: {faults:#?}\n{}", letter.text());
        }
    }

    pub async fn close(self) {
        self.db.close().await;
        self.scratch.remove().await;
    }
}

pub fn runner(db: &Db, relay: Relay) -> Runner {
    let dkim = Dkim::new("m1", DOMAIN, SEED).unwrap();
    Runner::new(Context::new(
        db.clone(),
        Mail::new(DOMAIN, relay, Some(dkim)),
        Outside { scheme: "http".to_owned(), port: Some(8080), host: "localhost".to_owned() },
    ))
}

pub fn address(name: &str) -> String {
    format!("{}@example.test", name.to_lowercase())
}
