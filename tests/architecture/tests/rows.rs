//! Bar T6: the catalogue of a freshly migrated database, and the proof that the lint sees every fault it speaks of.

use kit::Scratch;
use sqlx::Executor;

#[tokio::test]
async fn t6_a_freshly_migrated_database_has_no_finding() {
    let scratch = Scratch::migrated().await;
    let findings = database::lint::catalogue(&scratch.url("postgres")).await.unwrap();
    assert_eq!(findings, Vec::<String>::new());
    let tables: i64 = sqlx::query_scalar("select count(*) from pg_class where relkind = 'r' and relrowsecurity")
        .fetch_one(&mut scratch.owner().await)
        .await
        .unwrap();
    assert!(tables >= 15, "only {tables} guarded tables: this is not the real schema");
    scratch.remove().await;
}

/// One fault a line: what is planted, and the finding that must name it. Roles belong to the whole cluster, where other
/// tests run at the same time, so the faults of roles are planted inside a transaction that is never committed.
const FAULTS: &[(&str, &str)] = &[
    ("alter table listing no force row level security", "L1 row-level security not enabled and forced: listing"),
    ("alter table listing disable row level security", "L1 row-level security not enabled and forced: listing"),
    ("create table loose (community_id uuid, primary key (community_id))", "L1 row-level security not enabled and forced: loose"),
    (
        "drop policy own on listing; create policy own on listing for all to maillon_app using (community_id = current_community())",
        "L2 write policy without with check: listing.own",
    ),
    ("drop policy own on listing", "L3 row-level security without a policy: listing"),
    ("create view peek as select title from listing", "L4 view without security_invoker: peek"),
    (
        "create materialized view hoard as select title from listing; grant select on hoard to maillon_app",
        "L5 materialized view or foreign table readable by maillon_app: hoard",
    ),
    ("alter role maillon_app bypassrls", "L6 role too strong: maillon_app"),
    ("alter role maillon_platform createrole", "L6 role too strong: maillon_platform"),
    ("alter table listing owner to maillon_app", "L7 maillon_app owns listing"),
    ("grant truncate on listing to maillon_app", "L8 maillon_app may truncate, reference or trigger: listing"),
    (
        "create function sly() returns int language sql security definer as 'select 1'",
        "L9 definer function without pinned search_path, or callable by a restricted role: sly",
    ),
    (
        "create table thing (community_id uuid not null, id uuid not null, primary key (community_id, id));
         create table thing_part (community_id uuid not null, id uuid not null, thing_id uuid, primary key (community_id, id));
         create unique index thing_id on thing (id);
         alter table thing_part add constraint thing_part_thing foreign key (thing_id) references thing (id)",
        "L10 foreign key without community_id: thing_part_thing",
    ),
    ("create unique index listing_title on listing (title)", "L11 unique or primary key without community_id: listing_title"),
    ("grant create on schema public to maillon_app", "L12 maillon_app may create in schema public"),
    ("grant pg_read_all_data to maillon_app", "L13 maillon_app is a member of pg_read_all_data"),
    ("create policy generous on listing for select using (true)", "L14 policy opens every tenant to maillon_app: listing.generous"),
];

#[tokio::test]
async fn t6_every_planted_fault_is_named() {
    let scratch = Scratch::migrated().await;
    let mut connection = scratch.owner().await;
    for (fault, finding) in FAULTS {
        connection.execute("begin").await.unwrap();
        connection.execute(*fault).await.unwrap();
        let findings: Vec<String> = sqlx::query_scalar(include_str!("../../../services/database/src/lint.sql"))
            .fetch_all(&mut connection)
            .await
            .unwrap();
        connection.execute("rollback").await.unwrap();
        assert!(
            findings.iter().any(|found| found == finding),
            "planted: {fault}\nwanted: {finding}\nfound: {findings:?}"
        );
    }
    drop(connection);
    scratch.remove().await;
}
