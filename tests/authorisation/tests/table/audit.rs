//! Bar R1: whatever is sensitive leaves its entry in the journal, and so does every denial.

mod acts;

use crate::graphql::said;
use authorisation::{
    Actor, Cast, Row,
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
    acts::among_members(&mut doing, &here).await;
    acts::by_office(&mut doing).await;
    acts::by_operators(&mut doing, &here).await;
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
