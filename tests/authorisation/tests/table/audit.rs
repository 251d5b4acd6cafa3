//! Bar R1: whatever is sensitive leaves its entry in the journal, and so does every denial.

use crate::graphql::said;
use authorisation::{
    Actor, Cast, Row,
    hanging::Hanging,
    life::{HERE, Life},
    rows,
};
use data_encoding::BASE64URL_NOPAD;
use database::audit::Entry;
use graphql::documents;
use kernel::{Caller, CommunityId, MemberId};
use kit::{Somebody, Stage, Visitor};
use serde_json::{Value, json};
use sqlx::AssertSqlSafe;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Mutation by mutation, what it writes; nothing for everyday life.
fn marked() -> BTreeMap<String, Option<String>> {
    let lines = include_str!("../../audit.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let pair = |line: &str| {
        let (mutation, act) = line.split_once(" = ").unwrap();
        (mutation.to_owned(), Some(act.to_owned()).filter(|act| act != "-"))
    };
    lines.map(pair).collect()
}

#[test]
fn r1_every_mutation_is_marked_as_sensitive_or_everyday() {
    let mutations = rows().into_iter().filter(|row| row.door == "graphql" && row.element.starts_with("Mutation."));
    let exist: BTreeSet<String> = mutations.map(|row| row.element).collect();
    assert_eq!(marked().into_keys().collect::<BTreeSet<_>>(), exist);
}

async fn number(stage: &Stage, statement: &str) -> i64 {
    sqlx::query_scalar(AssertSqlSafe(statement.to_owned())).fetch_one(&mut stage.scratch.owner().await).await.unwrap()
}

async fn text(stage: &Stage, statement: &str) -> String {
    sqlx::query_scalar(AssertSqlSafe(statement.to_owned())).fetch_one(&mut stage.scratch.owner().await).await.unwrap()
}

fn global(noun: &str, id: impl std::fmt::Display) -> String {
    BASE64URL_NOPAD.encode(format!("{noun}:{id}").as_bytes())
}

/// Does what is sensitive, and looks for the entry.
struct Doing {
    stage: Stage,
    marked: BTreeMap<String, Option<String>>,
    done: BTreeSet<String>,
}

impl Doing {
    async fn mutate(&mut self, visitor: &mut Visitor, mutation: &str, input: Value) {
        let element = format!("Mutation.{mutation}");
        let act = self.marked[&element].clone().unwrap();
        let count = format!("select count(*) from journal where act = '{act}'");
        let before = number(&self.stage, &count).await;
        let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
        let document = if input.is_null() {
            format!("mutation {{ {mutation} {{ refusal {{ code }} }} }}")
        } else {
            format!("mutation($input: {kind}!) {{ {mutation}(input: $input) {{ refusal {{ code field }} }} }}")
        };
        let answer = visitor.graphql(&document, json!({ "input": input })).await;
        assert!(answer["errors"].is_null() && answer["data"][mutation]["refusal"].is_null(), "{mutation}: {answer}");
        let after = number(&self.stage, &count).await;
        assert!(after > before, "{mutation} left no {act}");
        self.done.insert(element);
    }

    async fn member(&self, community: CommunityId, email: &str) -> MemberId {
        self.stage.caller(community, email).await.me().unwrap().member
    }
}

#[tokio::test]
async fn r1_every_sensitive_mutation_leaves_its_entry() {
    let stage = Stage::open().await;
    let here = Life::lead(&stage, HERE).await;
    stage.work().await;
    let mut doing = Doing { stage, marked: marked(), done: BTreeSet::new() };
    among_members(&mut doing, &here).await;
    by_office(&mut doing).await;
    by_operators(&mut doing, &here).await;
    let wanted: BTreeSet<String> =
        doing.marked.iter().filter(|(_, act)| act.is_some()).map(|(mutation, _)| mutation.clone()).collect();
    assert_eq!(doing.done, wanted);
    let chains = community::views::all(&doing.stage.db).await.unwrap();
    for community in chains {
        let whole = community::journal::verify(&doing.stage.db, &Caller::house(community), &[]).await.unwrap();
        assert!(whole.is_ok(), "{community}: {whole:?}");
    }
    doing.stage.close().await;
}

async fn households(doing: &mut Doing, here: &Life, sponsor: &mut Visitor, steward: &mut Visitor) {
    let [second, third, fourth] = [here.people[1].email, here.people[2].email, here.newcomer];
    let mut other = doing.stage.signed_in(&here.host(), third).await;
    let mut of = Vec::new();
    for email in [second, third, fourth] {
        of.push(global("Member", doing.member(here.community, email).await));
    }
    doing.mutate(sponsor, "sayTogether", json!({ "id": Uuid::from_u128(820), "memberId": of[1] })).await;
    let tie = global("Household", Uuid::from_u128(820));
    doing.mutate(&mut other, "answerTogether", json!({ "householdId": tie, "agrees": true })).await;
    doing.mutate(sponsor, "endTogether", json!({ "householdId": tie })).await;
    doing.mutate(steward, "keepTogether", json!({ "householdId": tie, "reason": "Toujours ensemble." })).await;
    let effects = format!(r#"{{ householdEffects(memberId: "{}", otherId: "{}") {{ seen }} }}"#, of[0], of[2]);
    let seen = steward.graphql(&effects, Value::Null).await["data"]["householdEffects"]["seen"].clone();
    let entry = json!({
        "id": Uuid::from_u128(821), "memberId": of[0], "otherId": of[2], "reason": "Un seul appareil.", "seen": seen
    });
    doing.mutate(steward, "enterTogether", entry).await;
}

async fn among_members(doing: &mut Doing, here: &Life) {
    let host = here.host();
    let mut sponsor = doing.stage.signed_in(&host, here.people[1].email).await;
    let asked = sponsor.graphql("{ requestsToMe { nodes { id } } }", Value::Null).await;
    let request = asked["data"]["requestsToMe"]["nodes"][0]["id"].clone();
    let word = json!({ "sponsorshipId": request, "relation": "FRIEND", "sentence": "Oui.", "metInPerson": true });
    doing.mutate(&mut sponsor, "giveSponsorship", word).await;
    let coming = global("Member", doing.member(here.community, here.waiting).await);
    let doubt = json!({ "id": Uuid::from_u128(807), "memberId": coming, "category": "IDENTITY" });
    doing.mutate(&mut sponsor, "confideReservation", doubt).await;
    let doubt = global("Reservation", Uuid::from_u128(807));
    let mut steward = doing.stage.signed_in(&host, here.people[0].email).await;
    let voice = json!({ "reservationId": doubt, "isUpheld": false, "reason": "Nous la connaissons." });
    doing.mutate(&mut steward, "decideReservation", voice).await;
    doing.mutate(&mut sponsor, "withdrawReservation", json!({ "reservationId": doubt })).await;
    doing.mutate(&mut sponsor, "withdrawSponsorship", json!({ "sponsorshipId": request })).await;
    households(doing, here, &mut sponsor, &mut steward).await;
    let mut stranger = doing.stage.signed_in(&host, "stranger@example.test").await;
    let application = json!({ "id": Uuid::from_u128(77), "name": "Zoé", "about": "Bonjour.", "charterAccepted": true });
    doing.mutate(&mut stranger, "apply", application).await;
    let mut owner = doing.stage.signed_in(&host, here.people[0].email).await;
    let third = global("Member", doing.member(here.community, here.people[2].email).await);
    let why = json!({ "memberId": third, "reason": "Assez." });
    let out = wish(&mut owner, &third, "SUSPENSION", 801).await;
    doing.mutate(&mut owner, "putOut", out).await;
    doing.mutate(&mut owner, "reinstateMember", why).await;
    doing.mutate(&mut owner, "giveRole", json!({ "memberId": third, "role": "STEWARD" })).await;
    about_standing(doing, here, &mut owner).await;
    about_a_request(doing, here, &mut owner).await;
    about_mandates(doing, here, &mut sponsor).await;
    about_an_audience(doing, &mut sponsor, &mut owner).await;
    let news = json!({ "id": Uuid::from_u128(808), "title": "Mairie fermée", "body": "Vendredi." });
    doing.mutate(&mut owner, "writeBulletin", news).await;
    let bulletin = global("Bulletin", Uuid::from_u128(808));
    let news = json!({ "id": bulletin, "title": "Mairie fermée", "body": "Vendredi et samedi." });
    doing.mutate(&mut owner, "editBulletin", news).await;
    doing.mutate(&mut owner, "takeDownBulletin", json!({ "id": bulletin })).await;
    let change = json!({ "version": 1, "tagline": "Ensemble.", "hosts": ["a.example", "b.example"] });
    doing.mutate(&mut owner, "changeCommunity", change).await;
    let looked = owner.graphql("{ admissionPolicy(wanted: { sponsors: 2 }) { version look } }", Value::Null).await;
    let looked = &looked["data"]["admissionPolicy"];
    let policy = json!({ "version": looked["version"], "look": looked["look"], "knobs": { "sponsors": 2 } });
    doing.mutate(&mut owner, "changeAdmissionPolicy", policy).await;
    let listing = text(&doing.stage, "select id::text from listing where state = 'open' limit 1").await;
    let close = json!({ "id": global("Listing", listing), "reason": "Hors sujet." });
    doing.mutate(&mut owner, "closeListingByOffice", close).await;
    doing.mutate(&mut owner, "callOffRemoval", Value::Null).await;
    doing.mutate(&mut owner, "askRemoval", json!({ "id": Uuid::from_u128(78), "slug": here.slug })).await;
    doing.mutate(&mut stranger, "askCopy", Value::Null).await;
    doing.mutate(&mut stranger, "askErasure", json!({ "sure": true })).await;
    let mut leaver = doing.stage.signed_in(&host, here.people[2].email).await;
    doing.mutate(&mut leaver, "leave", Value::Null).await;
    doing.mutate(&mut leaver, "signOutEverywhere", Value::Null).await;
}

/// The sponsor asks the team first, which passes it on.
async fn about_an_audience(doing: &mut Doing, sponsor: &mut Visitor, owner: &mut Visitor) {
    let draft = json!({
        "direction": "REQUEST", "kind": "GOOD", "settlements": ["GIFT"], "title": "Un colis", "body": "Merci.", "audience": "STEWARDS_MAY",
    });
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { refusal { code } } }";
    sponsor.graphql(publish, json!({ "input": { "id": Uuid::from_u128(840), "draft": draft } })).await;
    doing.mutate(owner, "passListingOn", json!({ "id": global("Listing", Uuid::from_u128(840)) })).await;
}

/// The sponsor asks for somebody who comes in and takes it over; somebody asks for the sponsor, who agrees and ends it.
async fn about_mandates(doing: &mut Doing, here: &Life, sponsor: &mut Visitor) {
    let draft = json!({ "direction": "REQUEST", "kind": "SERVICE", "settlements": ["GIFT"], "title": "Un trajet", "body": "Mardi." });
    let ask = json!({ "id": Uuid::from_u128(830), "draft": draft, "behalfName": "Eve", "behalfConsent": true });
    doing.mutate(sponsor, "askForSomebody", ask).await;
    let listing = global("Listing", Uuid::from_u128(830));
    let newcomer = global("Member", doing.member(here.community, here.newcomer).await);
    doing.mutate(sponsor, "offerMandate", json!({ "listingId": listing, "memberId": newcomer })).await;
    let mut newcomer = doing.stage.signed_in(&here.host(), here.newcomer).await;
    let over = json!({ "listingId": listing, "id": Uuid::from_u128(831) });
    doing.mutate(&mut newcomer, "takeOverMandate", over).await;
    let asked = sponsor.graphql("{ mandatesForMe { listingId } }", Value::Null).await;
    let asked = json!({ "listingId": asked["data"]["mandatesForMe"][0]["listingId"] });
    doing.mutate(sponsor, "agreeMandate", asked.clone()).await;
    doing.mutate(sponsor, "endMandate", asked).await;
}

/// Somebody who waits has asked for something; the team sends it back, and lets it through when it is changed.
async fn about_a_request(doing: &mut Doing, here: &Life, owner: &mut Visitor) {
    let mut waits = doing.stage.signed_in(&here.host(), here.waiting).await;
    let draft = json!({ "direction": "REQUEST", "kind": "SERVICE", "settlements": ["GIFT"], "title": "Une échelle", "body": "Un jour." });
    let id = waits.graphql("{ guestRequest { id } }", Value::Null).await["data"]["guestRequest"]["id"].clone();
    let back = json!({ "id": id, "sentAt": sent(owner).await, "reason": "Pour quel jour ?" });
    doing.mutate(owner, "sendGuestRequestBack", back).await;
    let correct =
        "mutation($input: CorrectGuestRequestInput!) { correctGuestRequest(input: $input) { refusal { code } } }";
    let done = waits.graphql(correct, json!({ "input": { "id": id, "draft": draft } })).await;
    assert!(done["data"]["correctGuestRequest"]["refusal"].is_null(), "{done}");
    let through = json!({ "id": id, "sentAt": sent(owner).await });
    doing.mutate(owner, "letGuestRequestThrough", through).await;
}

/// When what waits for the team was sent.
async fn sent(steward: &mut Visitor) -> Value {
    let found = steward.graphql("{ requestsToCheck { nodes { sentAt } } }", Value::Null).await;
    found["data"]["requestsToCheck"]["nodes"][0]["sentAt"].clone()
}

/// A decision to put this member out, by whoever has looked at what it does.
async fn wish(steward: &mut Visitor, member: &str, cause: &str, n: u128) -> Value {
    let look = format!("{{ whatIf(memberId: \"{member}\", cause: {cause}) {{ seen }} }}");
    let seen = steward.graphql(&look, Value::Null).await["data"]["whatIf"]["seen"].clone();
    json!({ "id": Uuid::from_u128(n), "memberId": member, "cause": cause, "reason": "Assez.", "seen": seen })
}

/// Two stewards put somebody out, the one who fell is confirmed and endorsed, and the one who went appeals.
async fn about_standing(doing: &mut Doing, here: &Life, owner: &mut Visitor) {
    let branch = [Somebody::new("Ben", "ben@here.test"), Somebody::new("Lea", "lea@here.test")];
    let hanging = Hanging::grow(&doing.stage, here, branch).await;
    let mut bough = doing.stage.signed_in(&here.host(), hanging.bough.email).await;
    let mut second = doing.stage.signed_in(&here.host(), here.people[2].email).await;
    let (bough_id, leaf) = (global("Member", hanging.bough_id), global("Member", hanging.leaf_id));
    let look = "mutation($input: PutOutInput!) { putOut(input: $input) { isOut departureId refusal { code } } }";
    let input = wish(owner, &bough_id, "FRAUD", 802).await;
    let first = owner.graphql(look, json!({ "input": input })).await["data"]["putOut"].clone();
    assert_eq!(first["isOut"], false, "one of a few people is touched: {first}");
    doing.mutate(owner, "callOffDeparture", json!({ "departureId": first["departureId"] })).await;
    let input = wish(owner, &bough_id, "FRAUD", 803).await;
    let seen = input["seen"].clone();
    let waits = owner.graphql(look, json!({ "input": input })).await["data"]["putOut"]["departureId"].clone();
    doing.mutate(&mut second, "confirmDeparture", json!({ "departureId": waits, "seen": seen })).await;
    let review = owner.graphql("{ reviews { nodes { id } } }", Value::Null).await;
    let review = review["data"]["reviews"]["nodes"][0]["id"].clone();
    doing.mutate(owner, "confirmMember", json!({ "reviewId": review, "reason": "Nous la connaissons." })).await;
    let input = json!({ "id": Uuid::from_u128(806), "memberId": leaf, "degree": "WARNING", "reason": "Un peu vite." });
    doing.mutate(owner, "giveMeasure", input).await;
    let lift = json!({ "measureId": global("Measure", Uuid::from_u128(806)), "reason": "Une erreur." });
    doing.mutate(owner, "liftMeasure", lift).await;
    let mut paul = doing.stage.signed_in(&here.host(), here.people[1].email).await;
    let word = json!({ "id": Uuid::from_u128(804), "memberId": leaf, "relation": "FRIEND", "sentence": "Oui.", "metInPerson": true });
    doing.mutate(&mut paul, "endorse", word).await;
    let text = json!({ "id": Uuid::from_u128(805), "aboutId": waits, "words": "Ce n’est pas vrai." });
    doing.mutate(&mut bough, "appeal", text).await;
    let id = global("Appeal", Uuid::from_u128(805));
    doing.mutate(owner, "answerAppeal", json!({ "appealId": id, "isUpheld": false, "answer": "Si." })).await;
}

async fn by_office(doing: &mut Doing) {
    let owner = Somebody::new("Odile", "odile@office.test");
    let office = doing.stage.community("office", "departement", &[owner]).await;
    let mut applicants = Vec::new();
    for (n, email) in (900..).zip(["one@office.test", "two@office.test"]) {
        let mut visitor = doing.stage.signed_in("office.localhost", email).await;
        let application =
            json!({ "id": Uuid::from_u128(n), "name": "Zoé", "about": "Bonjour.", "charterAccepted": true });
        doing.mutate(&mut visitor, "apply", application).await;
        applicants.push(global("Member", doing.member(office, email).await));
    }
    let mut owner = doing.stage.signed_in("office.localhost", owner.email).await;
    doing.mutate(&mut owner, "admitApplicant", json!({ "memberId": applicants[0] })).await;
    doing.mutate(&mut owner, "refuseApplicant", json!({ "memberId": applicants[1], "reason": "Trop loin." })).await;
}

async fn by_operators(doing: &mut Doing, here: &Life) {
    let house = Caller::house(CommunityId::PLATFORM);
    let address = "operator@example.test".parse().unwrap();
    membership::operator::appoint(&doing.stage.db, &house, &address, kernel::Language::Fr).await.unwrap();
    let mut operator = doing.stage.signed_in("localhost", "operator@example.test").await;
    let community = global("Community", here.community);
    doing.mutate(&mut operator, "activateHost", json!({ "communityId": community, "host": "a.example" })).await;
    doing.mutate(&mut operator, "turnDownHost", json!({ "communityId": community, "host": "b.example" })).await;
    doing.mutate(&mut operator, "callOffRemovalOf", json!({ "communityId": community })).await;
    let removal = json!({ "communityId": community, "id": Uuid::from_u128(79), "slug": here.slug });
    doing.mutate(&mut operator, "askRemovalOf", removal).await;
    let dead = "dead@example.test".parse().unwrap();
    let kind = membership::suppression::Kind::Dead;
    membership::suppression::suppress(&doing.stage.db, &house, &dead, kind, "550").await.unwrap();
    doing.mutate(&mut operator, "liftSuppression", json!({ "email": "dead@example.test" })).await;
    let lost = "insert into totp (id, account_id, secret, created_at, confirmed_at)
         select id, id, '', now(), now() from account where email = $1";
    let owner = here.people[0].email;
    sqlx::query(lost).bind(owner).execute(&mut doing.stage.scratch.owner().await).await.unwrap();
    doing.mutate(&mut operator, "resetSecondFactor", json!({ "email": owner, "reason": "Vu." })).await;
    let job = Uuid::from_u128(4_711);
    sqlx::query("insert into job (community_id, id, lane, kind, payload, state, run_at, created_at) values ($1, $2, 'bulk', 'x', '{}', 'buried', now(), now())")
        .bind(here.community.0)
        .bind(job)
        .execute(&mut doing.stage.scratch.owner().await)
        .await
        .unwrap();
    let revive = json!({ "communityId": community, "id": global("Job", job) });
    doing.mutate(&mut operator, "reviveJob", revive).await;
    let launch = json!({
        "id": Uuid::from_u128(4_712), "slug": "neuf", "name": "Neuf", "organisation": "Foyer", "ownerName": "Ode",
        "postalAddress": "1 rue du Pont, Corbigny", "contactEmail": "a@example.test", "preset": "confiance",
        "languages": ["FR"], "timezone": "Europe/Paris", "brandPrimary": "#1f5c47", "brandAccent": "#dd9d2f",
    });
    doing.mutate(&mut operator, "launchCommunity", launch).await;
}

#[tokio::test]
async fn r2_every_hour_the_ends_of_the_journals_are_kept_and_a_cut_tail_is_found_by_them() {
    let stage = Stage::open().await;
    let here = stage.community("here", "confiance", &[Somebody::new("Olga", "olga@here.test")]).await;
    let folder = stage.scratch.folder().join("anchors");
    let house = Caller::house(here);
    for _ in 0..2 {
        stage.advance(chrono::Duration::hours(1)).await;
        stage.members(here, 1, &[Somebody::new("Paul", "paul@here.test")]).await;
    }
    stage.advance(chrono::Duration::hours(1)).await;
    let kept = workers::anchors::read(&folder, here).unwrap().unwrap();
    let end = community::journal::verify(&stage.db, &house, std::slice::from_ref(&kept)).await.unwrap();
    assert_eq!(end, Ok(kept.clone()), "it is the end of a journal that holds");
    assert!(kept.seq > 1, "{kept:?}");
    let cut = format!("delete from journal where community_id = '{here}' and seq = {}", kept.seq);
    sqlx::query(AssertSqlSafe(cut)).execute(&mut stage.scratch.owner().await).await.unwrap();
    stage.advance(chrono::Duration::hours(1)).await;
    assert_eq!(workers::anchors::read(&folder, here).unwrap(), Some(kept.clone()), "what was kept stays");
    let found = community::journal::verify(&stage.db, &house, std::slice::from_ref(&kept)).await.unwrap().unwrap_err();
    assert_eq!((found.seq, found.why), (kept.seq, database::audit::Why::Missing));
    stage.close().await;
}

const WRITTEN: &str = "select count(*) from journal where act = 'denied'";
/// Every denial: the first of each person, act and quarter of an hour, and however many were counted since.
const DENIED: &str = "select (select count(*) from journal where act = 'denied')
    + (select coalesce(sum((detail ->> 'times')::bigint), 0)::bigint from journal where act = 'denied_again')
    + (select coalesce(sum(times - 1), 0)::bigint from denial)";

#[tokio::test]
async fn r1_every_denial_leaves_its_entry() {
    let mut cast = Cast::assemble().await;
    let documents = documents::all();
    let mut tried = 0;
    for actor in [Actor::Account, Actor::Applicant, Actor::Suspended, Actor::Member] {
        for row in
            rows().iter().filter(|row| ["graphql", "web"].contains(&row.door.as_str()) && !row.rule.allows(actor))
        {
            let before = number(&cast.stage, DENIED).await;
            let mut visitor = cast.known(actor).await;
            if was_denied(&mut visitor, row, &documents).await {
                tried += 1;
                let after = number(&cast.stage, DENIED).await;
                assert!(after > before, "{} as {actor:?} was denied, and the journal does not say so", row.element);
            }
        }
    }
    assert!(tried > 200, "{tried}");
    let named =
        "select count(*) from journal where act = 'denied' and actor_id is null and detail ->> 'account' is null";
    assert_eq!(number(&cast.stage, named).await, 0, "each says who");
    // Visitors name nobody: the journal is not theirs to fill.
    let before = number(&cast.stage, DENIED).await;
    let mut nobody = cast.visitor(Actor::Anonymous).await;
    assert_eq!(said(&mut nobody, "{ members { nodes { id } } }").await, "FORBIDDEN");
    assert_eq!(number(&cast.stage, DENIED).await, before);
    cast.stage.close().await;
}

async fn was_denied(visitor: &mut Visitor, row: &Row, documents: &[(String, String)]) -> bool {
    if row.element.starts_with("Subscription.") {
        return false;
    }
    if row.door == "graphql" {
        let (_, document) = documents.iter().find(|(element, _)| *element == row.element).unwrap();
        return said(visitor, document).await == "FORBIDDEN";
    }
    let (method, path) = row.element.split_once(' ').unwrap();
    let path = path.replace(":id", &Uuid::from_u128(7).to_string()).replace(":token", "nothing").replace(":code", "en");
    let page = if method == "GET" { visitor.get(&path).await } else { visitor.post(&path, &[]).await };
    page.status.as_u16() == 403
}

/// Somebody of office shows it: in words, to the team and to nobody else.
#[tokio::test]
async fn r1_the_team_reads_in_words_what_happened_and_a_flood_of_denials_is_two_entries_and_a_count() {
    let mut cast = Cast::assemble().await;
    let mut member = cast.known(Actor::Member).await;
    for _ in 0..310 {
        assert_eq!(member.get("/owner").await.status.as_u16(), 403, "denied all the same");
    }
    assert_eq!(number(&cast.stage, WRITTEN).await, 1, "nobody fills the journal");
    assert_eq!(number(&cast.stage, DENIED).await, 310, "and nothing is lost");
    let mut steward = cast.known(Actor::Steward).await;
    let page = steward.get("/steward/journal").await.expect(200);
    assert!(page.text().contains("Marc a tenté ce qui revient aux responsables."), "{}", page.text());
    cast.stage.clock.advance(chrono::Duration::minutes(15));
    privacy::retention::sweep(&cast.stage.db, &Caller::house(cast.community)).await.unwrap();
    assert_eq!(number(&cast.stage, "select count(*) from denial").await, 0);
    assert_eq!(number(&cast.stage, DENIED).await, 310);
    let page = steward.get("/steward/journal").await.expect(200);
    assert!(page.text().contains("Marc a tenté la même chose encore 309 fois"), "{}", page.text());
    let mut tx = cast.stage.db.begin(cast.community).await.unwrap();
    for _ in 0..100 {
        tx.record(Entry { actor: None, subject: None, act: "imported", detail: json!({}) });
    }
    tx.commit().await.unwrap();
    let older = steward.get("/steward/journal").await.expect(200).link("/steward/journal?after=");
    assert_eq!(steward.get(&older).await.expect(200).texts(".rows li").len(), 50);
    cast.stage.clock.advance(chrono::Duration::seconds(1));
    // A third time: the quarter after has its own first entry, and the journal holds.
    assert_eq!(member.get("/owner").await.status.as_u16(), 403);
    assert_eq!((number(&cast.stage, WRITTEN).await, number(&cast.stage, DENIED).await), (2, 311));
    assert!(community::journal::verify(&cast.stage.db, &Caller::house(cast.community), &[]).await.unwrap().is_ok());
    let asked =
        steward.graphql("{ journal(first: 2) { nodes { number act sentence reason actorName } } }", Value::Null);
    let asked = asked.await;
    let first = &asked["data"]["journal"]["nodes"][0];
    assert_eq!((&first["act"], &first["actorName"]), (&json!("denied"), &json!("Marc")), "{asked}");
    cast.stage.close().await;
}
