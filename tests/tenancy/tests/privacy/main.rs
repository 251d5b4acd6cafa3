//! Bars P2 and P3 on a community that lives: a copy of everything about somebody and nothing of others; an erasure after which a
//! search finds nothing, and others read on.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

mod planted;

use authorisation::life::{HERE, Life};
use chrono::Duration;
use kernel::{Caller, CommunityId, MemberId};
use kit::{Stage, Visitor};
use membership::suspend::Suspend;
use planted::{BESIDE, OTHERS, PLANTED, ROWS};
use privacy::map::{self, Class, Erasure};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Executor};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

struct Scene {
    stage: Stage,
    life: Life,
    paul: MemberId,
    visitor: Visitor,
}

async fn scene() -> Scene {
    let stage = Stage::open().await;
    let life = Life::lead(&stage, HERE).await;
    let paul = stage.caller(life.community, life.people[1].email).await.me().unwrap().member;
    // What is written to others from here on names him so.
    let named = "update member set name = 'canari-nom' where id = $1";
    sqlx::query(named).bind(paul.0).execute(&mut stage.scratch.owner().await).await.unwrap();
    stage.work().await;
    let visitor = stage.signed_in(&life.host(), life.people[1].email).await;
    let reason = || "Pour voir.".to_owned();
    membership::suspend::suspend(&stage.db, &life.house(), Suspend { member: paul, reason: reason() }).await.unwrap();
    let back = sponsorship::Reinstate { member: paul, reason: reason() };
    sponsorship::reinstate(&stage.db, &life.house(), back).await.unwrap();
    stage.work().await;
    let scene = Scene { stage, life, paul, visitor };
    scene.plant().await;
    scene
}

impl Scene {
    async fn plant(&self) {
        let mut owner = self.stage.scratch.owner().await;
        let planted = PLANTED.iter().chain(BESIDE).map(|(_, statement)| *statement);
        for statement in planted.chain(ROWS.iter().chain(OTHERS).copied()) {
            sqlx::query(statement).bind(self.paul.0).execute(&mut owner).await.unwrap();
        }
    }

    /// Everything that stands in the database, as text.
    async fn dump(&self) -> String {
        let mut owner = self.stage.scratch.owner().await;
        let tables: Vec<String> = sqlx::query_scalar(
            "select relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
        )
        .fetch_all(&mut owner)
        .await
        .unwrap();
        let mut dump = String::new();
        for table in tables {
            let rows =
                format!("select coalesce(string_agg('{table}: ' || t::text, e'\\n'), '') || e'\\n' from {table} t");
            let text: String = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(&mut owner).await.unwrap();
            dump.push_str(&text);
        }
        dump
    }

    /// Columns that hold what somebody wrote, or something about somebody, where nothing of his stands.
    async fn unplanted(&self) -> Vec<String> {
        let mut owner = self.stage.scratch.owner().await;
        let mut unplanted = Vec::new();
        let columns = map::columns().unwrap();
        for column in columns.iter().filter(|column| matches!(column.class, Class::Personal | Class::Content)) {
            let sign = format!("canari|4[67].1234567|471234567|{}", self.life.people[1].email);
            let statement =
                format!("select exists (select 1 from {} t where t.{}::text ~ $1)", column.table, column.name);
            let is: bool = sqlx::query_scalar(AssertSqlSafe(statement)).bind(sign).fetch_one(&mut owner).await.unwrap();
            if !is {
                unplanted.push(format!("{}.{}", column.table, column.name));
            }
        }
        unplanted
    }

    /// Of the tables whose rows go with their person: those that have a row of his, and those that have none.
    async fn whose_rows_go(&self, account: Uuid) -> (Vec<String>, Vec<String>) {
        let mut owner = self.stage.scratch.owner().await;
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for (table, leads) in whole_rows() {
            let his: Vec<String> = leads.iter().map(|column| format!("{column} in ($1, $2)")).collect();
            let statement = format!("select exists (select 1 from {table} where {})", his.join(" or "));
            let is = sqlx::query_scalar(AssertSqlSafe(statement)).bind(self.paul.0).bind(account);
            if is.fetch_one(&mut owner).await.unwrap() { with.push(table) } else { without.push(table) }
        }
        (with, without)
    }

    async fn account(&self) -> Uuid {
        let account = sqlx::query_scalar("select account_id from member where id = $1").bind(self.paul.0);
        account.fetch_one(&mut self.stage.scratch.owner().await).await.unwrap()
    }

    fn house(&self) -> Caller {
        Caller::house(self.life.community)
    }
}

/// The tables whose whole rows go with a person, each with its columns that lead to them.
fn whole_rows() -> BTreeMap<String, Vec<String>> {
    let mut tables: BTreeMap<String, Vec<map::Column>> = BTreeMap::new();
    for column in map::columns().unwrap() {
        tables.entry(column.table.clone()).or_default().push(column);
    }
    tables.retain(|_, columns| columns.iter().all(|column| column.erasure == Erasure::Row));
    let leads = ["member_id", "author_id", "owner_id", "proxy_id", "account_id"];
    let names = |columns: Vec<map::Column>| columns.into_iter().map(|column| column.name);
    let leading = |columns| names(columns).filter(|name| leads.contains(&name.as_str())).collect::<Vec<_>>();
    tables
        .into_iter()
        .map(|(table, columns)| (table, leading(columns)))
        .filter(|(_, leads)| !leads.is_empty())
        .collect()
}

fn found<'a>(text: &str, signs: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    signs.into_iter().filter(|sign| text.contains(sign)).collect()
}

#[tokio::test]
async fn p2_a_copy_holds_everything_about_me_and_nothing_of_others_for_seven_days() {
    let mut scene = scene().await;
    let asked = scene.visitor.visit("/me/data").await.expect(200);
    let noted = scene.visitor.submit(asked.form("/me/data/copy")).await.expect(303);
    assert!(scene.visitor.follow(noted).await.expect(200).text().contains("Votre copie se prépare"));
    let _not_yet = scene.visitor.get("/me/data/copy").await.expect(404);
    let letters = scene.stage.sink.messages().len();
    // Paul has had his letters for this hour: this one waits for the next.
    scene.stage.advance(Duration::hours(2)).await;
    let told = scene.stage.sink.messages();
    assert!(
        told[letters..].iter().any(|letter| letter.subject.contains("La copie de vos données")),
        "a letter says so"
    );
    let unsure = scene.visitor.get("/me/data/copy").await.expect(403);
    assert!(!unsure.body.contains("canari-moi"), "a session that was left open hands out nothing");
    scene.stage.prove(&scene.visitor).await;
    let file = scene.visitor.get("/me/data/copy").await.expect(200);
    assert_eq!(file.header("content-type"), Some("application/json"));
    let all: Vec<&str> = PLANTED.iter().map(|(sign, _)| *sign).chain([scene.life.people[1].email]).collect();
    let lacking: Vec<&str> = all.into_iter().filter(|sign| !file.body.contains(sign)).collect();
    assert_eq!(lacking, Vec::<&str>::new());
    let others = BESIDE.iter().map(|(sign, _)| *sign).chain(["autre-"]);
    let people = scene.life.people.iter().map(|one| one.email).filter(|email| *email != scene.life.people[1].email);
    let strangers = [scene.life.invited, scene.life.waiting, scene.life.newcomer];
    assert_eq!(found(&file.body, others.chain(people).chain(strangers)), Vec::<&str>::new());
    the_map_is_followed(&file.json());
    let same = scene.visitor.graphql("{ myCopy { madeAt content } }", Value::Null).await;
    assert!(same["data"]["myCopy"]["content"].as_str().unwrap().contains("canari-nom"), "{same}");
    let mut olga = scene.stage.signed_in(&scene.life.host(), scene.life.people[0].email).await;
    let _nobody_elses = olga.get("/me/data/copy").await.expect(404);
    scene.stage.clock.advance(Duration::days(7) - Duration::hours(2) - Duration::seconds(1));
    scene.stage.prove(&scene.visitor).await;
    let _still = scene.visitor.get("/me/data/copy").await.expect(200);
    scene.stage.advance(Duration::seconds(1)).await;
    let _gone = scene.visitor.get("/me/data/copy").await.expect(404);
    assert!(!scene.dump().await.contains("made_at"), "and it is swept away");
    scene.stage.close().await;
}

#[tokio::test]
async fn p2_a_copy_tells_nobody_who_said_no_to_them() {
    let mut scene = scene().await;
    let no = "insert into sponsorship (community_id, id, applicant_id, sponsor_id, state, requested_at, answered_at, ended_at, expires_at)
         select own.community_id, gen_random_uuid(), own.id, asked.id, 'declined', now(), now(), now(), now() + interval '9 days'
         from member own join member asked on asked.community_id = own.community_id and asked.id <> own.id
         where own.id = $1 order by asked.number limit 1";
    let said = sqlx::query(no).bind(scene.paul.0).execute(&mut scene.stage.scratch.owner().await).await.unwrap();
    assert_eq!(said.rows_affected(), 1, "somebody was asked, and said no");
    let _asked = scene.visitor.post("/me/data/copy", &[]).await.expect(303);
    scene.stage.work().await;
    scene.stage.prove(&scene.visitor).await;
    let file = scene.visitor.get("/me/data/copy").await.expect(200);
    assert!(file.body.contains("\"requested\"") && !file.body.contains("\"declined\""), "{}", file.body);
    // Taken back, it reads like any other that was: not even then does the copy know of the no.
    let back = "update sponsorship set taken_back_at = now() where applicant_id = $1 and state = 'declined'";
    let taken_back =
        sqlx::query(back).bind(scene.paul.0).execute(&mut scene.stage.scratch.owner().await).await.unwrap();
    assert_eq!(taken_back.rows_affected(), 1);
    scene.stage.clock.advance(Duration::days(8));
    scene.visitor = scene.stage.signed_in_only(&scene.life.host(), scene.life.people[1].email).await;
    let _asked = scene.visitor.post("/me/data/copy", &[]).await.expect(303);
    scene.stage.work().await;
    scene.stage.prove(&scene.visitor).await;
    let file = scene.visitor.get("/me/data/copy").await.expect(200);
    assert!(file.body.contains("\"withdrawn\"") && !file.body.contains("\"declined\""), "{}", file.body);
    scene.stage.close().await;
}

#[tokio::test]
async fn p2_whoever_has_a_second_factor_shows_it_before_the_copy_and_anybody_else_signs_in() {
    let scene = scene().await;
    let (host, email) = (scene.life.host(), scene.life.people[1].email);
    let mut paul = scene.stage.signed_in_only(&host, email).await;
    let _asked = paul.post("/me/data/copy", &[]).await.expect(303);
    scene.stage.work().await;
    let content = "{ myCopy { madeAt content } }";
    let _signed_in_a_moment_ago = paul.get("/me/data/copy").await.expect(200);
    scene.stage.clock.advance(Duration::minutes(31));
    let answer = paul.graphql(content, Value::Null).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "SIGN_IN_AGAIN", "{answer}");
    let factor = "insert into totp (id, account_id, secret, created_at, confirmed_at)
         select gen_random_uuid(), account_id, '', now(), now() from member where id = $1";
    sqlx::query(factor).bind(scene.paul.0).execute(&mut scene.stage.scratch.owner().await).await.unwrap();
    let mut paul = scene.stage.signed_in_only(&host, email).await;
    let asked = paul.get("/me/data/copy").await.expect(403);
    assert!(asked.form("/account/prove").fields.iter().any(|(name, _)| name == "code"), "his second key is asked for");
    let answer = paul.graphql(content, Value::Null).await;
    assert!(!answer.to_string().contains("canari"), "{answer}");
    scene.stage.prove(&paul).await;
    let _proved = paul.get("/me/data/copy").await.expect(200);
    scene.stage.close().await;
}

/// Every column that the map gives to somebody is in their copy, and no other.
fn the_map_is_followed(copy: &Value) {
    let columns = map::columns().unwrap();
    let tables = copy["tables"].as_object().unwrap();
    assert!(tables.len() > 10, "{:?}", tables.keys());
    for (table, rows) in tables {
        let keys: BTreeSet<&String> =
            rows.as_array().unwrap().iter().flat_map(|row| row.as_object().unwrap().keys()).collect();
        let theirs = columns.iter().filter(|column| column.table == *table && !column.copied_by.is_empty());
        let theirs: BTreeSet<&String> = theirs.map(|column| &column.name).collect();
        // Who has asked for nobody's word has rows on one side only.
        assert!(keys == theirs || (table == "sponsorship" && keys.is_subset(&theirs)), "{table}: {keys:?} {theirs:?}");
    }
}

#[tokio::test]
async fn p3_whoever_is_erased_is_found_nowhere_and_others_read_on() {
    let mut scene = scene().await;
    let email = scene.life.people[1].email;
    let _asked = scene.visitor.post("/me/data/copy", &[]).await.expect(303);
    scene.stage.work().await;
    let signs: Vec<&str> = PLANTED.iter().chain(BESIDE).map(|(sign, _)| *sign).chain([email]).collect();
    assert_eq!(found(&scene.dump().await, signs.iter().copied()), signs, "all of it is there before");
    // Three letters are no sign, nor is a number; and the subjects of letters, which named him to others, are written no more.
    let none = ["letter.subject", "member_place.latitude", "member_place.longitude", "rota.department"];
    assert_eq!(scene.unplanted().await, none, "in every column that could hold it");
    let account = scene.account().await;
    assert_eq!(scene.whose_rows_go(account).await.1, Vec::<String>::new(), "and a row wherever rows go");
    let asked = scene.visitor.visit("/me/data").await.expect(200);
    let unsure = scene.visitor.submit(asked.form("/me/data/erase")).await.expect(422);
    let _left = scene.visitor.submit(unsure.form("/me/data/erase").fill(&[("sure", "yes")])).await.expect(303);
    for _ in 0..3 {
        assert_eq!(scene.stage.advance(Duration::hours(2)).await.buried, 0);
    }
    let dump = scene.dump().await;
    // Not even in part, as words are kept to be found by.
    let every: Vec<&str> = signs.iter().copied().chain(["canari"]).collect();
    let left: Vec<&str> = dump.lines().filter(|line| every.iter().any(|sign| line.contains(sign))).collect();
    assert_eq!(left, Vec::<&str>::new(), "within a day");
    assert_eq!(scene.whose_rows_go(account).await.0, Vec::<String>::new(), "nor a row of his alone");
    let others = ["autre-ville", "autre-note", "autre-ligne", "autre-tour"];
    assert_eq!(found(&dump, others), others, "what others wrote to meet somebody stays");
    let kept = files(&scene.stage.scratch.folder());
    assert!(kept.contains(&scene.paul.to_string()), "that he was erased is remembered, by his id: {kept}");
    assert_eq!(found(&kept, signs.iter().copied()), Vec::<&str>::new(), "nor in any file of the installation");
    assert!(scene.visitor.get("/me").await.redirect().is_some(), "nobody is signed in any more");
    others_read_on(&scene).await;
    let whole = community::journal::verify(&scene.stage.db, &scene.house(), &[]).await.unwrap();
    assert!(whole.is_ok(), "the journal holds without the words: {whole:?}");
    erased_again(&scene, &signs).await;
    scene.stage.close().await;
}

/// Also where he only looked in, and had no place that could be erased.
#[tokio::test]
async fn a6_whoever_is_erased_is_signed_in_nowhere() {
    let mut scene = scene().await;
    let elsewhere =
        scene.stage.community("ailleurs", "confiance", &[kit::Somebody::new("Zoé Roux", "zoe@example.test")]).await;
    let mut looking_in = scene.stage.signed_in_only("ailleurs.localhost", scene.life.people[1].email).await;
    let session = looking_in.cookies()[kit::SESSION].clone();
    let known = async || {
        let language = kernel::Language::Fr;
        membership::session::identify(&scene.stage.db, elsewhere, &session, language).await.unwrap().is_some()
    };
    assert!(known().await);
    let asked = scene.visitor.visit("/me/data").await.expect(200);
    let _left = scene.visitor.submit(asked.form("/me/data/erase").fill(&[("sure", "yes")])).await.expect(303);
    for _ in 0..3 {
        assert_eq!(scene.stage.advance(Duration::hours(2)).await.buried, 0);
    }
    assert!(!known().await);
    assert!(!looking_in.get("/").await.expect(200).body.contains("/sign-out"));
    scene.stage.close().await;
}

/// Every file in the folder, as one text.
fn files(folder: &std::path::Path) -> String {
    let entries = folder.read_dir().unwrap().flatten().map(|entry| entry.path());
    let text = |path: std::path::PathBuf| {
        if path.is_dir() { files(&path) } else { String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned() }
    };
    entries.map(text).collect()
}

async fn others_read_on(scene: &Scene) {
    let rosa = scene.life.people[2].email;
    let mut rosa = scene.stage.signed_in(&scene.life.host(), rosa).await;
    let talk = rosa.get("/messages").await.expect(200).link("/messages/");
    let page = rosa.get(&talk).await.expect(200);
    assert!(page.text().contains("autre-message"), "what she wrote stands there: {}", page.text());
    let list = rosa.get(&format!("/members/{}", scene.paul)).await;
    assert!(!list.body.contains("canari"), "{}", list.body);
}

/// A backup that is older than the erasure brings the person back; the list outside the database takes them away again.
async fn erased_again(scene: &Scene, signs: &[&str]) {
    let community = scene.life.community;
    let mut owner = scene.stage.scratch.owner().await;
    owner.execute("delete from erasure").await.unwrap();
    scene.plant().await;
    assert!(!found(&scene.dump().await, signs.iter().copied()).is_empty());
    let folder = scene.stage.scratch.folder().join("erasures");
    let remembered = workers::erasures::remembered(&folder, community).unwrap();
    assert!(remembered.contains(&scene.paul), "{remembered:?}");
    assert_eq!(workers::erasures::remembered(&folder, CommunityId::PLATFORM).unwrap(), []);
    for member in remembered {
        assert!(privacy::erase::erase_again(&scene.stage.db, &scene.house(), member).await.unwrap());
    }
    assert_eq!(found(&scene.dump().await, signs.iter().copied()), Vec::<&str>::new());
}

#[tokio::test]
async fn p3_the_last_owner_is_not_erased_and_somebody_elses_job_erases_nobody() {
    let stage = Stage::open().await;
    let life = Life::lead(&stage, HERE).await;
    let olga = stage.caller(life.community, life.people[0].email).await;
    let refused = privacy::ask_erasure(&stage.db, &olga, privacy::AskErasure { sure: true }).await.unwrap_err();
    assert_eq!(kernel::Refuse::refusal(&refused).code, "LAST_OWNER");
    let unasked = privacy::erase::erase(&stage.db, &life.house(), olga.me().unwrap().member).await.unwrap();
    assert!(!unasked, "nobody is erased who did not ask for it");
    stage.close().await;
}
