//! Communities and people, quickly: through the house's own use cases, without pages.

use super::{HOST, Stage};
use crate::Visitor;
use community::HostName;
use futures_util::future::BoxFuture;
use kernel::{Caller, CommunityId, EmailAddress, Language, MemberId, SignInId, TokenHash};
use membership::{
    import::{ImportedMember, by_keys, import_members},
    launch::{Founder, Launch},
    redeem::RedeemLink,
    sign_in::AskSignIn,
};

/// A name and an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Somebody {
    /// What they are called.
    pub name: &'static str,
    /// Where letters reach them.
    pub email: &'static str,
}

impl Somebody {
    /// `Somebody::new("Odile", "odile@example.test")`
    pub const fn new(name: &'static str, email: &'static str) -> Self {
        Self { name, email }
    }

    /// The address, parsed.
    pub fn address(&self) -> EmailAddress {
        self.email.parse().unwrap()
    }
}

impl Stage {
    /// Launches a community at `<slug>.localhost`; the first person owns it, the others are founders.
    pub fn community<'a>(
        &'a self,
        slug: &'a str,
        preset: &'a str,
        people: &'a [Somebody],
    ) -> BoxFuture<'a, CommunityId> {
        Box::pin(async move {
            let (owner, founders) = people.split_first().unwrap();
            let id = CommunityId(self.db.entropy().id());
            let launch = Launch {
                id,
                slug: slug.to_owned(),
                name: format!("Entraide {slug}"),
                tagline: String::new(),
                organisation: format!("Association {slug}"),
                postal_address: "1 rue du Pont, 58800 Corbigny".to_owned(),
                contact_email: format!("bonjour@{slug}.example.test"),
                hosts: Vec::new(),
                preset: preset.to_owned(),
                languages: vec![Language::Fr, Language::En],
                timezone: "Europe/Paris".to_owned(),
                brand_primary: "#2f5d50".to_owned(),
                brand_accent: "#c8553d".to_owned(),
                sponsors: None,
                email_domains: Vec::new(),
                owner_name: owner.name.to_owned(),
                founders: founders
                    .iter()
                    .map(|person| Founder { email: person.address(), name: person.name.to_owned() })
                    .collect(),
            };
            let base = HostName::from_header(HOST).unwrap();
            membership::launch_for(&self.db, &Caller::house(id), &base, owner.address(), launch).await.unwrap();
            id
        })
    }

    /// Brings in people who have been members for `days`.
    pub fn members<'a>(
        &'a self,
        community: CommunityId,
        days: i64,
        people: &'a [Somebody],
    ) -> BoxFuture<'a, Vec<MemberId>> {
        Box::pin(async move {
            let rows: Vec<ImportedMember> = (1..)
                .zip(people)
                .map(|(line, person)| row(line, person, self.now() - chrono::Duration::days(days)))
                .collect();
            let report = import_members(&self.db, &Caller::house(community), &rows).await.unwrap();
            assert_eq!(report.refused, [], "not everybody came in");
            let keys: Vec<&str> = people.iter().map(|person| person.email).collect();
            let found = by_keys(&self.db, &Caller::house(community), &keys).await.unwrap();
            found.into_iter().map(Option::unwrap).collect()
        })
    }

    /// Somebody as a use case sees them, signed in by a real letter's secrets, of whom the house is as sure as it can be. The letter itself is written as well, and
    /// leaves with the next [`Stage::work`].
    pub fn caller<'a>(&'a self, community: CommunityId, email: &'a str) -> BoxFuture<'a, Caller> {
        Box::pin(async move {
            let token = self.session(community, email).await;
            membership::session::identify(&self.db, community, &token, Language::Fr).await.unwrap().unwrap().caller
        })
    }

    /// A browser on `host` in which somebody has signed in already, and shown a second factor, so that stewards and owners can act. See [`Visitor::sign_in`] for the whole way.
    pub fn signed_in<'a>(&'a self, host: &'a str, email: &'a str) -> BoxFuture<'a, Visitor> {
        Box::pin(async move {
            let community = community::by_host(&self.db, host).await.unwrap().unwrap();
            let mut visitor = self.visitor(host);
            visitor.hold(web::cookies::SESSION, &self.session(community, email).await);
            visitor
        })
    }

    /// The same, but all they have shown is that they read their letters.
    pub fn signed_in_only<'a>(&'a self, host: &'a str, email: &'a str) -> BoxFuture<'a, Visitor> {
        Box::pin(async move {
            let community = community::by_host(&self.db, host).await.unwrap().unwrap();
            let mut visitor = self.visitor(host);
            visitor.hold(web::cookies::SESSION, &self.unproved_session(community, email).await);
            visitor
        })
    }

    /// As if the person behind a browser's session had shown a second factor a moment ago. What it takes to do so is tested in
    /// its own place; everywhere else it would only be in the way.
    pub async fn prove(&self, visitor: &Visitor) {
        self.prove_session(&visitor.cookies()[web::cookies::SESSION]).await;
    }

    /// What an application with this key shows at this moment; the key as a page or an answer shows it.
    pub fn code_of(&self, key: &str) -> String {
        membership::factor::code_of(key, self.now()).unwrap()
    }

    async fn prove_session(&self, token: &str) {
        let until = self.now() + membership::limits::PROOF;
        let done = sqlx::query("update session set proved_until = $2 where token_hash = $1")
            .bind(TokenHash::of("session", token).as_bytes())
            .bind(until)
            .execute(&mut self.scratch.owner().await)
            .await
            .unwrap();
        assert_eq!(done.rows_affected(), 1, "no such session");
    }

    async fn session(&self, community: CommunityId, email: &str) -> String {
        let token = self.unproved_session(community, email).await;
        self.prove_session(&token).await;
        token
    }

    async fn unproved_session(&self, community: CommunityId, email: &str) -> String {
        let visitor = Caller::anonymous(community, Language::Fr);
        let (id, browser) = (SignInId(self.db.entropy().id()), self.db.entropy().token());
        let ask = AskSignIn {
            id,
            email: email.parse().unwrap(),
            browser: browser.clone(),
            device: String::new(),
            return_to: "/".to_owned(),
            host: HOST.to_owned(),
            language: Language::Fr,
        };
        membership::sign_in::ask(&self.db, &visitor, ask).await.unwrap();
        let letter = membership::sign_in::letter(&self.db, &Caller::house(community), id).await.unwrap();
        let token =
            letter.unwrap_or_else(|| panic!("{email} has had all letters of this hour: let time pass")).link_token;
        let cmd = RedeemLink { token, browser, device: String::new(), user_agent: "kit".to_owned() };
        membership::redeem::redeem_link(&self.db, &visitor, cmd).await.unwrap().session_token
    }
}

fn row(line: u64, person: &Somebody, joined_at: kernel::Timestamp) -> ImportedMember {
    ImportedMember {
        line,
        key: person.email.to_owned(),
        email: person.email.to_owned(),
        name: person.name.to_owned(),
        about: String::new(),
        town: "Corbigny".to_owned(),
        joined_at: Some(joined_at),
        founder: false,
        language: None,
    }
}
