//! A community on a fresh database, seen through the restricted roles, with a clock that stands still.

use chrono::Duration;
use database::{Db, DbSettings, Live, Tools};
use kernel::{
    AccountId, Assurance, Caller, CommunityId, EmailAddress, FrozenClock, Language, Me, MemberId, Role, Seal,
    SeededEntropy, SponsorshipId, Standing, Who,
};
use kit::Scratch;
use membership::{Founder, Launch, import::ImportedMember};
use sponsorship::{Apply, AskSponsor, Give, Given, Relation, SponsorshipError, Via};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use uuid::Uuid;

/// A community with seven founders (the owner is the first) and nobody else.
pub struct Ground {
    pub db: Db,
    pub clock: FrozenClock,
    pub community: CommunityId,
    pub founders: Vec<Caller>,
    pub scratch: Scratch,
    ids: AtomicU64,
}

impl Ground {
    /// A community of the preset `confiance`.
    pub async fn open() -> Self {
        Self::with("confiance", &[]).await
    }

    /// A community of a preset, in which some domains are let in by rule.
    pub async fn with(preset: &str, domains: &[&str]) -> Self {
        let scratch = Scratch::migrated().await;
        let clock = FrozenClock::at("2026-03-03T09:00:00Z".parse().unwrap());
        let db = connect([scratch.url("maillon_app"), scratch.url("maillon_platform")], &clock, 11);
        let community = CommunityId(Uuid::from_u128(0xc0));
        let mut ground = Self { db, clock, community, founders: Vec::new(), scratch, ids: AtomicU64::new(1) };
        ground.launch(community, "riviere", preset, domains).await;
        for number in 0..7 {
            let founder = ground.by_email(&format!("founder{number}@example.test")).await;
            ground.founders.push(founder);
        }
        // The founders' first month is over, so that yesterday's members count.
        ground.clock.advance(Duration::days(30));
        ground
    }

    pub async fn launch(&self, id: CommunityId, slug: &str, preset: &str, domains: &[&str]) {
        let founders =
            (1..7).map(|n| Founder { email: email(&format!("founder{n}")), name: format!("Founder {n}") }).collect();
        let launch = Launch {
            id,
            slug: slug.to_owned(),
            name: "La Rivière".to_owned(),
            tagline: String::new(),
            organisation: "Association de la Rivière".to_owned(),
            postal_address: "1 rue du Pont, 58800 Corbigny".to_owned(),
            contact_email: String::new(),
            hosts: Vec::new(),
            preset: preset.to_owned(),
            languages: vec![Language::Fr],
            timezone: "Europe/Paris".to_owned(),
            brand_primary: "#1f5c47".to_owned(),
            brand_accent: "#dd9d2f".to_owned(),
            sponsors: None,
            email_domains: domains.iter().map(|domain| (*domain).to_owned()).collect(),
            owner_name: "Founder 0".to_owned(),
            founders,
        };
        let base = community::HostName::from_header("localhost").unwrap();
        let house = Caller::house(CommunityId::PLATFORM);
        membership::launch_for(&self.db, &house, &base, email("founder0"), launch).await.unwrap();
    }

    pub fn house(&self) -> Caller {
        Caller::house(self.community)
    }

    pub fn fresh(&self) -> Uuid {
        Uuid::from_u128(0xf000_0000 + u128::from(self.ids.fetch_add(1, Ordering::Relaxed)))
    }

    /// Whoever has this address, as they stand now.
    pub async fn by_email(&self, address: &str) -> Caller {
        let mut owner = self.scratch.owner().await;
        let (account, member, standing, role): (Uuid, Uuid, String, String) = sqlx::query_as(
            "select a.id, m.id, m.standing, m.role from member m join account a on a.id = m.account_id
             where m.community_id = $1 and a.email = $2",
        )
        .bind(self.community.0)
        .bind(address)
        .fetch_one(&mut owner)
        .await
        .unwrap();
        let me = Me {
            account: account.into(),
            member: member.into(),
            standing: standing.parse::<Standing>().unwrap(),
            role: role.parse::<Role>().unwrap(),
        };
        Caller::new(self.community, Who::Member(me), Language::Fr).assured(Assurance::SecondFactor)
    }

    /// Full members from long ago, named `<name>0`, `<name>1`, …
    pub async fn members(&self, name: &str, count: usize) -> Vec<Caller> {
        let joined_at = Some("2020-01-01T00:00:00Z".parse().unwrap());
        let rows: Vec<ImportedMember> = (0..count)
            .map(|n| ImportedMember {
                line: n as u64,
                key: format!("{name}{n}"),
                email: format!("{name}{n}@example.test"),
                name: format!("{name} {n}"),
                about: String::new(),
                town: String::new(),
                joined_at,
                founder: false,
                language: None,
            })
            .collect();
        let report = membership::import::import_members(&self.db, &self.house(), &rows).await.unwrap();
        assert_eq!(report.imported, count);
        let mut members = Vec::new();
        for n in 0..count {
            members.push(self.by_email(&format!("{name}{n}@example.test")).await);
        }
        members
    }

    pub async fn account(&self, address: &str) -> AccountId {
        let mut tx = self.db.begin(self.community).await.unwrap();
        let account =
            membership::account::of_address_tx(&mut tx, &address.parse().unwrap(), Language::Fr).await.unwrap();
        tx.commit().await.unwrap();
        account
    }

    pub fn application(&self, via: Option<Via>) -> Apply {
        Apply {
            id: MemberId(self.fresh()),
            name: "Eve".to_owned(),
            about: "J’habite Corbigny depuis peu.".to_owned(),
            town: "Corbigny".to_owned(),
            charter_accepted: true,
            via,
        }
    }

    /// Somebody new, who applies with `<name>@example.test`.
    pub async fn applicant(&self, name: &str) -> Caller {
        self.applicant_via(name, None).await
    }

    pub async fn applicant_via(&self, name: &str, via: Option<Via>) -> Caller {
        let address = format!("{name}@example.test");
        let account = self.account(&address).await;
        let visitor = Caller::new(self.community, Who::Account(account), Language::Fr);
        sponsorship::apply(&self.db, &visitor, self.application(via)).await.unwrap();
        assert!(visitor.denials.take().is_empty(), "whoever may apply was denied nothing on the way");
        self.by_email(&address).await
    }

    /// The applicant asks by address, and the request is delivered.
    pub async fn ask(&self, applicant: &Caller, address: &str) -> SponsorshipId {
        let id = SponsorshipId(self.fresh());
        let cmd = AskSponsor { id, email: address.parse().unwrap(), note: "On se connaît de la chorale.".to_owned() };
        sponsorship::ask_sponsor(&self.db, applicant, cmd).await.unwrap();
        sponsorship::deliver(&self.db, &self.house(), id).await.unwrap();
        id
    }

    pub async fn give(&self, sponsor: &Caller, id: SponsorshipId) -> Result<Given, SponsorshipError> {
        sponsorship::give(&self.db, sponsor, word(id)).await
    }

    /// Asks this sponsor and has them vouch.
    pub async fn vouch(&self, applicant: &Caller, sponsor: &Caller) -> Result<Given, SponsorshipError> {
        let id = self.ask(applicant, &self.address(sponsor).await).await;
        self.give(sponsor, id).await
    }

    pub async fn address(&self, member: &Caller) -> String {
        let account = membership::account::by_id(&self.db, member.account().unwrap()).await.unwrap();
        account.unwrap().email.as_str().to_owned()
    }

    /// One number from behind the scenes.
    pub async fn count(&self, statement: &'static str) -> i64 {
        sqlx::query_scalar(statement).fetch_one(&mut self.scratch.owner().await).await.unwrap()
    }

    /// What a server's autovacuum does by itself within a minute; the tests' server has none, and plans as for empty tables.
    pub async fn look_at_tables(&self) {
        sqlx::query("analyze").execute(&mut self.scratch.owner().await).await.unwrap();
    }

    pub async fn clear(self) {
        self.db.close().await;
        self.scratch.remove().await;
    }
}

/// A process of its own, as far as the database and what is kept are concerned. `urls`: of the two roles.
pub fn connect(urls: [String; 2], clock: &FrozenClock, seed: u64) -> Db {
    let [app_url, platform_url] = urls;
    let settings = DbSettings { app_url, platform_url, max_connections: 12 };
    let tools =
        Tools { clock: Arc::new(clock.clone()), entropy: Arc::new(SeededEntropy::new(seed)), seal: Seal::new([5; 32]) };
    Db::open(&settings, tools, Live::in_process()).unwrap()
}

pub fn word(id: SponsorshipId) -> Give {
    Give {
        sponsorship: id,
        relation: Relation::Neighbour,
        sentence: "Toujours là quand il faut.".to_owned(),
        met_in_person: true,
    }
}

pub fn member(caller: &Caller) -> MemberId {
    caller.me().unwrap().member
}

pub fn email(name: &str) -> EmailAddress {
    format!("{name}@example.test").parse().unwrap()
}
