//! Bar T13: a community is removed. Announced and waited for; then nothing of it is left in the database, in files, in the queue
//! (Redis: `services/server/tests/rates.rs`), and others are as they were.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use authorisation::life::{HERE, Life, THERE};
use chrono::Duration;
use kernel::{Caller, CommunityId, Language, Refuse, RemovalId};
use kit::{Somebody, Stage};
use privacy::{limits, removal};
use serde_json::{Value, json};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row};
use std::{collections::BTreeMap, path::Path};
use uuid::Uuid;

/// Tables of the installation, but for its own tenant's rows.
async fn tables(owner: &mut PgConnection, of_tenants: bool) -> Vec<String> {
    let statement = "select c.relname::text from pg_class c
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and $1 = exists (
             select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'community_id' and not a.attisdropped)
         order by 1";
    sqlx::query_scalar(statement).bind(of_tenants).fetch_all(owner).await.unwrap()
}

/// Puts a sign into every text of a community that takes one; how many columns did.
async fn mark(stage: &Stage, community: CommunityId) -> usize {
    let mut owner = stage.scratch.owner().await;
    let columns = sqlx::query(
        "select c.table_name::text, c.column_name::text from information_schema.columns c
         where c.table_schema = 'public' and c.data_type = 'text' and c.is_generated = 'NEVER'
           and c.table_name in (select table_name from information_schema.columns where column_name = 'community_id')
           and (c.table_name, c.column_name) not in (('job', 'kind'), ('job', 'meaning'), ('community_host', 'host'))",
    );
    let mut marked = 0;
    for row in columns.fetch_all(&mut owner).await.unwrap() {
        let (table, column): (String, String) = (row.get(0), row.get(1));
        // A set of words does not take it, nor does what must differ from row to row.
        for value in ["'canari'", "'canari-' || left(md5(t::text), 12)"] {
            let mut tx = owner.begin().await.unwrap();
            let statement = format!("update {table} t set {column} = {value} where community_id = $1");
            if sqlx::query(AssertSqlSafe(statement)).bind(community.0).execute(&mut *tx).await.is_ok() {
                tx.commit().await.unwrap();
                marked += 1;
                break;
            }
        }
    }
    owner.execute("update community set name = 'canari', charter = 'canari' where slug = 'there'").await.unwrap();
    marked
}

/// Everything that stands in the database, as `table: row`.
async fn dump(stage: &Stage) -> Vec<String> {
    let mut owner = stage.scratch.owner().await;
    let mut lines = Vec::new();
    for table in [tables(&mut owner, true).await, tables(&mut owner, false).await].concat() {
        let rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(format!("select t::text from {table} t")))
            .fetch_all(&mut owner)
            .await
            .unwrap();
        lines.extend(rows.into_iter().map(|row| format!("{table}: {row}")));
    }
    lines
}

/// What a community's tables hold, table by table.
async fn sums(stage: &Stage, community: CommunityId) -> BTreeMap<String, String> {
    let mut owner = stage.scratch.owner().await;
    let mut sums = BTreeMap::new();
    for table in tables(&mut owner, true).await {
        let statement = format!(
            "select coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from {table} t where community_id = $1"
        );
        let sum = sqlx::query_scalar(AssertSqlSafe(statement)).bind(community.0).fetch_one(&mut owner).await.unwrap();
        sums.insert(table, sum);
    }
    sums
}

/// Every file in the folder, as `path: text`, and its name with it.
fn files(folder: &Path) -> Vec<String> {
    let entries = folder.read_dir().map(|entries| entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>());
    let each = |path: std::path::PathBuf| {
        if path.is_dir() {
            return files(&path);
        }
        vec![format!("{}: {}", path.display(), String::from_utf8_lossy(&std::fs::read(&path).unwrap()))]
    };
    entries.unwrap_or_default().into_iter().flat_map(each).collect()
}

fn with<'a>(lines: &'a [String], signs: &[&str]) -> Vec<&'a String> {
    lines.iter().filter(|line| signs.iter().any(|sign| line.contains(sign))).collect()
}

#[tokio::test]
async fn t13_nothing_of_a_removed_community_is_left_and_others_are_as_they_were() {
    let stage = Stage::open().await;
    let (here, there) = (Life::lead(&stage, HERE).await, Life::lead(&stage, THERE).await);
    // Ruth is in both: she stays who she is.
    stage.members(here.community, 100, &[there.people[2]]).await;
    let owner_here = stage.caller(here.community, here.people[0].email).await;
    removal::call_off_removal(&stage.db, &owner_here).await.unwrap();
    stage.advance(Duration::hours(1)).await;
    let second = Duration::seconds(1);
    stage.advance(limits::REMOVAL_AFTER - Duration::hours(2)).await;
    let due = due_at(&stage, there.community).await;
    stage.advance(due - stage.now() - second).await;
    assert!(mark(&stage, there.community).await > 30);
    let _still = stage.visitor(&there.host()).get("/").await.expect(200);
    let (id, signs) = (there.community.to_string(), ["canari", "@there.test"]);
    let folder = stage.scratch.folder();
    assert!(with(&dump(&stage).await, &signs).len() > 60);
    assert!(with(&files(&folder), &[&id]).len() >= 2, "an anchor, and who was erased");
    let before = (sums(&stage, here.community).await, sums(&stage, CommunityId::PLATFORM).await);

    stage.clock.advance(second);
    let done = stage.work().await;
    assert_eq!((done.done, done.again, done.buried), (1, 0, 0), "the removal and nothing else");

    let left = dump(&stage).await;
    let here_id = here.community.to_string();
    let is_ruths =
        |line: &str| line.contains(there.people[2].email) && (line.starts_with("account:") || line.contains(&here_id));
    let strange: Vec<_> = with(&left, &signs).into_iter().filter(|line| !is_ruths(line)).collect();
    assert_eq!(strange, Vec::<&String>::new(), "all that is left is Ruth's, who is known elsewhere");
    assert_eq!(left.iter().filter(|line| line.starts_with("account:") && is_ruths(line)).count(), 1);
    let named = with(&left, &[&id]);
    assert!(named.len() == 1 && named[0].contains("community_removed"), "an id in the platform's journal: {named:#?}");
    let kept = files(&folder);
    assert_eq!(with(&kept, &signs), Vec::<&String>::new());
    let named = with(&kept, &[&id]);
    assert!(named.len() == 1 && named[0].contains("removals"), "an id in the list for restoring: {named:#?}");
    let _misdirected = stage.visitor(&there.host()).get("/").await.expect(421);

    let after = (sums(&stage, here.community).await, sums(&stage, CommunityId::PLATFORM).await);
    assert_eq!(after.0, before.0, "the other community");
    let differ: Vec<_> =
        after.1.iter().filter(|(table, sum)| before.1[*table] != **sum).map(|(table, _)| table).collect();
    assert_eq!(differ, ["journal"], "the platform, which says what happened");
    let whole = community::journal::verify(&stage.db, &Caller::house(CommunityId::PLATFORM), &[]).await.unwrap();
    assert!(whole.is_ok(), "{whole:?}");
    assert_eq!(workers::removals::remembered(&folder.join("removals")).unwrap(), [there.community]);
    stage.finish().await;
}

async fn due_at(stage: &Stage, community: CommunityId) -> kernel::Timestamp {
    community::face(&stage.db, community).await.unwrap().unwrap().removal_due_at.unwrap()
}

const PEOPLE: &[Somebody] = &[
    Somebody::new("Odile", "odile@fin.test"),
    Somebody::new("Guy", "guy@fin.test"),
    Somebody::new("Nora", "nora@fin.test"),
];

#[tokio::test]
async fn t13_a_removal_is_told_to_everybody_waited_for_and_called_off_by_an_owner() {
    let stage = Stage::open().await;
    let fin = stage.community("fin", "confiance", PEOPLE).await;
    stage.work().await;
    let mut owner = stage.signed_in("fin.localhost", PEOPLE[0].email).await;
    let page = owner.visit("/owner/removal").await.expect(200);
    let wrong = owner.submit(page.form("/owner/removal").fill(&[("slug", "Fin")])).await.expect(422);
    assert_eq!(community::face(&stage.db, fin).await.unwrap().unwrap().removal_due_at, None, "nobody meant it");
    let asked = owner.submit(wrong.form("/owner/removal").fill(&[("slug", "fin")])).await.expect(303);
    let told = owner.follow(asked).await.expect(200).text();
    assert!(told.contains("Suppression prévue le") && told.contains("sera supprimée le"), "{told}");
    stage.work().await;
    let about =
        |email: &str, part: &str| stage.letters_to(email).iter().filter(|letter| letter.subject.contains(part)).count();
    assert_eq!((about(PEOPLE[0].email, "sera supprimée"), about(PEOPLE[1].email, "sera supprimée")), (1, 0));
    stage.advance(limits::REMOVAL_TOLD_AFTER).await;
    assert_eq!((about(PEOPLE[0].email, "sera supprimée"), about(PEOPLE[1].email, "sera supprimée")), (1, 1));
    let mut guy = stage.signed_in("fin.localhost", PEOPLE[1].email).await;
    assert!(guy.get("/listings").await.expect(200).text().contains("sera supprimée le"), "every page says so");
    assert!(
        guy.graphql("{ community { removalDueAt } }", Value::Null).await["data"]["community"]["removalDueAt"]
            .is_string()
    );
    assert!(
        !stage.visitor("fin.localhost").get("/").await.expect(200).text().contains("sera supprimée"),
        "visitors have nothing in it"
    );
    stage.advance(limits::REMOVAL_AFTER - limits::REMOVAL_SOON - limits::REMOVAL_TOLD_AFTER).await;
    assert_eq!(
        (about(PEOPLE[0].email, "sera supprimée"), about(PEOPLE[1].email, "sera supprimée")),
        (2, 1),
        "a week before"
    );

    let mut owner = stage.signed_in("fin.localhost", PEOPLE[0].email).await;
    let page = owner.visit("/owner/removal").await.expect(200);
    let off = owner.submit(page.form("/owner/removal/call-off")).await.expect(303);
    assert!(owner.follow(off).await.expect(200).text().contains("La communauté reste"));
    stage.work().await;
    for somebody in PEOPLE {
        assert_eq!(about(somebody.email, "continue"), 1, "{}", somebody.name);
    }
    stage.advance(limits::REMOVAL_AFTER).await;
    let _still_there = stage.visitor("fin.localhost").get("/").await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn t13_an_operator_removes_what_nobody_looks_after_and_nobody_removes_the_installation() {
    let stage = Stage::open().await;
    let fin = stage.community("fin", "confiance", PEOPLE).await;
    let (house, email) = (Caller::house(CommunityId::PLATFORM), "operator@example.test");
    membership::operator::appoint(&stage.db, &house, &email.parse().unwrap(), Language::Fr).await.unwrap();
    stage.work().await;
    let mut operator = stage.signed_in("localhost", email).await;
    let way = operator.visit("/operator").await.expect(200).link("/removal");
    let page = operator.visit(&way).await.expect(200);
    let asked = operator.submit(page.form("/removal").fill(&[("slug", "fin")])).await.expect(303);
    let page = operator.follow(asked).await.expect(200);
    let _off = operator.submit(page.form("/removal/call-off")).await.expect(303);
    let own = "mutation { askRemoval(input: { id: \"00000000-0000-4000-8000-000000000001\", slug: \"\" }) { refusal { code } } }";
    let answer = operator.graphql(own, Value::Null).await;
    assert_eq!(answer["data"]["askRemoval"]["refusal"]["code"], json!("NOT_FOUND"), "{answer}");
    let operator = stage.caller(CommunityId::PLATFORM, email).await;
    let wish = |id: u128| removal::AskRemoval { id: RemovalId(Uuid::from_u128(id)), slug: "fin".to_owned() };
    let first = removal::ask_removal_of(&stage.db, &operator, fin, wish(1)).await.unwrap();
    assert_eq!(
        removal::ask_removal_of(&stage.db, &operator, fin, wish(1)).await.unwrap(),
        first,
        "repeating it changes nothing"
    );
    let second = removal::ask_removal_of(&stage.db, &operator, fin, wish(2)).await.unwrap_err();
    assert_eq!(second.refusal().code, "REMOVAL_ASKED");
    // The one that was called off does nothing for the one that came after it.
    stage.clock.advance(Duration::minutes(1));
    removal::call_off_removal_of(&stage.db, &operator, fin).await.unwrap();
    stage.clock.advance(Duration::days(3));
    removal::ask_removal_of(&stage.db, &operator, fin, wish(3)).await.unwrap();
    stage.advance(limits::REMOVAL_AFTER - Duration::days(1)).await;
    let _still = stage.visitor("fin.localhost").get("/").await.expect(200);
    stage.advance(Duration::days(1)).await;
    let _gone = stage.visitor("fin.localhost").get("/").await.expect(421);
    stage.finish().await;
}

/// Tables whose rows a removal may not take, by the catalogue. The queue's role takes any job as it is.
async fn not_removable(owner: &mut PgConnection) -> Vec<String> {
    let may = sqlx::query_scalar(
        "select p.polrelid::regclass::text from pg_policy p
         where p.polcmd in ('d', '*') and 'maillon_platform'::regrole = any (p.polroles)
           and has_table_privilege('maillon_platform', p.polrelid, 'delete')",
    );
    let may: Vec<String> = may.fetch_all(&mut *owner).await.unwrap();
    tables(owner, true).await.into_iter().filter(|table| !may.contains(table)).collect()
}

#[tokio::test]
async fn t13_no_table_is_forgotten_and_no_row_goes_before_its_time() {
    let stage = Stage::open().await;
    let there = Life::lead(&stage, THERE).await;
    stage.work().await;
    let mut owner = stage.scratch.owner().await;
    assert_eq!(not_removable(&mut owner).await, Vec::<String>::new());

    // Nothing is taken of a community whose removal waits, nor of one that nobody wants removed.
    let before = dump(&stage).await;
    for statement in ["delete from message", "delete from journal", "delete from community", "delete from member"] {
        let mut platform = PgConnection::connect(&stage.scratch.url("maillon_platform")).await.unwrap();
        let mut tx = platform.begin().await.unwrap();
        tx.execute(AssertSqlSafe(format!("select set_config('app.removal', '{}', true)", there.community)))
            .await
            .unwrap();
        assert_eq!(tx.execute(statement).await.unwrap().rows_affected(), 0, "{statement}");
        tx.commit().await.unwrap();
    }
    assert!(database::removal::take(&stage.db, there.community).await.is_err(), "its time has not come");
    assert_eq!(dump(&stage).await, before);

    // A table that comes without its line is named, and stops a removal rather than being left behind.
    owner
        .execute(
            "create table forgotten (community_id uuid not null references community (id), id uuid, primary key (community_id, id));
             alter table forgotten enable row level security; alter table forgotten force row level security;
             insert into forgotten select id, id from community",
        )
        .await
        .unwrap();
    assert_eq!(not_removable(&mut owner).await, ["forgotten"]);
    drop(owner);
    stage.clock.advance(limits::REMOVAL_AFTER);
    let done = stage.work().await;
    assert!(done.again > 0 && community::face(&stage.db, there.community).await.unwrap().is_some(), "{done:?}");
    stage.scratch.owner().await.execute("select removable('forgotten')").await.unwrap();
    stage.advance(Duration::hours(1)).await;
    assert_eq!(community::face(&stage.db, there.community).await.unwrap(), None);
    stage.close().await;
}
