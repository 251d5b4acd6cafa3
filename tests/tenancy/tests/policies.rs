//! Bar T7: the policies are really tested. Each is dropped and weakened in turn, and every time the probe over the boundary
//! between two communities must turn red: a leak, or rightful access lost.
//!
//! The probe is generated from the catalogue: as each working role, on each guarded table, whatever the role may do there is
//! tried on rows of one's own community and of the other. All inside transactions that are rolled back.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

use authorisation::life::{HERE, Life, THERE};
use kernel::{Caller, CommunityId, Language};
use kit::Stage;
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row};
use uuid::Uuid;

const APP: &str = "maillon_app";
const PLATFORM: &str = "maillon_platform";

/// Tables whose rows the app's role reads without a tenant (rule L14 of the lint has the reasons).
const OPEN: &[&str] = &["community", "community_host"];

/// A table of tenants' rows.
struct Table {
    name: String,
    /// The column that names the tenant.
    tenant: &'static str,
    /// Columns that can be written.
    columns: String,
    /// A row of the other community, as the owner sees it.
    foreign: serde_json::Value,
}

/// A policy as it stands.
struct Policy {
    table: String,
    name: String,
    /// Whether it has a condition for the rows that are there, and it is not simply true.
    narrows: bool,
    checks: bool,
}

/// Two communities that live, and whose account is asked about.
struct Boundary {
    here: CommunityId,
    there: CommunityId,
    account: Uuid,
    tables: Vec<Table>,
}

#[tokio::test]
async fn t7_every_policy_that_is_dropped_or_weakened_turns_the_probe_red() {
    let stage = Stage::open().await;
    let (here, there) = (Life::lead(&stage, HERE).await, Life::lead(&stage, THERE).await);
    stage.work().await;
    fill_up(&stage).await;
    let mut owner = stage.scratch.owner().await;
    let account = stage.caller(here.community, here.people[0].email).await.account().unwrap().0;
    let tables = tables(&mut owner, there.community).await;
    let boundary = Boundary { here: here.community, there: there.community, account, tables };
    assert_eq!(boundary.probe(&mut owner, None).await, Vec::<String>::new(), "as it stands, nothing is wrong");
    let policies = policies(&mut owner).await;
    assert!(policies.len() > 25, "{}", policies.len());
    let (mut tried, mut unnoticed) = (0, Vec::new());
    for policy in &policies {
        for change in policy.changes() {
            tried += 1;
            if boundary.probe(&mut owner, Some(&change)).await.is_empty() {
                unnoticed.push(change);
            }
        }
    }
    assert!(tried > 75, "{tried}");
    assert!(unnoticed.is_empty(), "{} of {tried} went unnoticed:\n{}", unnoticed.len(), unnoticed.join("\n"));
    drop(owner);
    stage.close().await;
}

/// What no life has written: a row of each in every community.
async fn fill_up(stage: &Stage) {
    let operator = "operator@example.test".parse().unwrap();
    let house = Caller::house(CommunityId::PLATFORM);
    membership::operator::appoint(&stage.db, &house, &operator, Language::Fr).await.unwrap();
    let statements = [
        "insert into host_wish (community_id, host, id, asked_at) select id, id || '.example', gen_random_uuid(), now() from community",
        // Nobody complained.
        "insert into letter_watch (community_id, counted_at) select id, now() from community",
        "insert into import_key (community_id, key_mark, member_id)
         select distinct on (community_id) community_id, decode(repeat('00', 16), 'hex'), id from member",
        "insert into journal_note (community_id, seq, note) select community_id, min(seq), 'Raison.' from journal group by community_id
         on conflict do nothing",
        // Whoever moved may be erased meanwhile.
        "insert into address_change (community_id, id, account_id, session_id, email, link_hash, code_hash, language, created_at, expires_at)
         select distinct on (community_id) community_id, gen_random_uuid(), account_id, id, 'x@example.test', token_hash, token_hash, 'fr',
             now(), now() from session",
        "insert into passkey_challenge (community_id, id, purpose, asker_hash, state, created_at, expires_at)
         select id, gen_random_uuid(), 'sign_in', '', '{}', now(), now() from community",
        // Nobody was denied anything twice.
        "insert into denial (community_id, who, act, since, detail, times) select id, 'nobody', 'SeeJournal', now(), '{}', 1 from community",
        // Nobody was put out, reviewed or heard.
        "insert into departure (community_id, id, member_id, cause, reason, state, seen, touched, proposed_at, expires_at, settled_at)
         select distinct on (community_id) community_id, gen_random_uuid(), id, 'conduct', 'Raison.', 'done', '', 0, now(), now(), now() from member",
        "insert into review (community_id, id, member_id, departure_id, paths, need, began_at, until_at)
         select community_id, gen_random_uuid(), member_id, id, 1, 3, now(), now() from departure",
        "insert into appeal (community_id, id, member_id, departure_id, words, made_at)
         select community_id, gen_random_uuid(), member_id, id, 'Non.', now() from departure",
        "insert into measure (community_id, id, member_id, degree, given_at)
         select community_id, gen_random_uuid(), member_id, 'warning', now() from departure",
        "insert into household (community_id, id, member_id, other_id, said_at)
         select distinct on (m.community_id) m.community_id, gen_random_uuid(), m.id, o.id, now()
         from member m join member o on o.community_id = m.community_id and m.id < o.id",
        "insert into reservation (community_id, id, applicant_id, category, confided_at)
         select community_id, gen_random_uuid(), member_id, 'identity', now() from departure",
        "insert into reservation_voice (community_id, reservation_id, steward_id, upheld, given_at)
         select community_id, id, applicant_id, false, now() from reservation",
        // The queue was worked off.
        "insert into job (community_id, id, lane, kind, payload, run_at, created_at)
         select id, gen_random_uuid(), 'bulk', 'sweep', '{}', now(), now() from community",
    ];
    for statement in statements {
        stage.scratch.owner().await.execute(statement).await.unwrap();
    }
}

async fn tables(owner: &mut PgConnection, there: CommunityId) -> Vec<Table> {
    let found = sqlx::query(
        "select c.relname::text, string_agg(quote_ident(a.attname), ', ' order by a.attnum)
         from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         where c.relkind = 'r' and c.relrowsecurity and c.relnamespace = 'public'::regnamespace group by 1 order by 1",
    )
    .fetch_all(&mut *owner)
    .await
    .unwrap();
    let mut tables = Vec::new();
    for row in found {
        let name: String = row.get(0);
        let tenant = if name == "community" { "id" } else { "community_id" };
        let statement = format!("select to_jsonb(t) from {name} t where {tenant} = $1 limit 1");
        let foreign = sqlx::query_scalar(AssertSqlSafe(statement)).bind(there.0).fetch_optional(&mut *owner).await;
        let foreign = foreign.unwrap().unwrap_or_else(|| panic!("{name} is empty: the probe would prove nothing"));
        tables.push(Table { name, tenant, columns: row.get(1), foreign });
    }
    tables
}

async fn policies(owner: &mut PgConnection) -> Vec<Policy> {
    let rows = sqlx::query(
        "select tablename::text, policyname::text, coalesce(qual, 'true') <> 'true', with_check is not null and with_check <> 'true'
         from pg_policies where schemaname = 'public' order by 1, 2",
    );
    let read = |row: sqlx::postgres::PgRow| Policy {
        table: row.get(0),
        name: row.get(1),
        narrows: row.get(2),
        checks: row.get(3),
    };
    rows.fetch_all(owner).await.unwrap().into_iter().map(read).collect()
}

impl Policy {
    /// Every way to take it away or make it weaker.
    fn changes(&self) -> Vec<String> {
        let Self { table, name, .. } = self;
        let mut changes = vec![
            format!("drop policy {name} on {table}"),
            format!(
                "drop policy {name} on {table}; create policy {name} on {table} for all to public using (true) with check (true)"
            ),
        ];
        if self.narrows {
            changes.push(format!("alter policy {name} on {table} using (true)"));
        }
        if self.checks {
            changes.push(format!("alter policy {name} on {table} with check (true)"));
        }
        changes
    }
}

impl Boundary {
    /// What is wrong while `change` is made, in a transaction that leaves nothing.
    async fn probe(&self, owner: &mut PgConnection, change: Option<&str>) -> Vec<String> {
        let mut tx = owner.begin().await.unwrap();
        if let Some(change) = change {
            tx.execute(AssertSqlSafe(change.to_owned())).await.unwrap();
        }
        let mut wrong = Vec::new();
        for table in &self.tables {
            self.probe_app(&mut tx, table, &mut wrong).await;
            self.probe_platform(&mut tx, table, &mut wrong).await;
            self.probe_removal(&mut tx, table, &mut wrong).await;
        }
        tx.rollback().await.unwrap();
        wrong
    }

    async fn probe_app(&self, tx: &mut PgConnection, table: &Table, wrong: &mut Vec<String>) {
        let (here, there) = (self.here, self.there);
        let mut ask = Asking { tx, role: APP, community: Some(here), account: None, removal: None };
        let mut judge = |what: &str, is_right: bool| {
            if !is_right {
                wrong.push(format!("{what} {} as {APP}", table.name));
            }
        };
        judge("reads its own", ask.reads(table, here).await > 0);
        judge("reads foreign", (ask.reads(table, there).await == 0) != OPEN.contains(&table.name.as_str()));
        if ask.may(table, "update").await {
            judge("updates its own", ask.writes("update", table, here).await.is_ok_and(|rows| rows > 0));
            judge("updates foreign", ask.writes("update", table, there).await == Ok(0));
        }
        if ask.may(table, "delete").await {
            judge("deletes foreign", ask.writes("delete", table, there).await == Ok(0));
        }
        if ask.may(table, "insert").await {
            judge("inserts foreign", ask.inserts(table).await.is_err_and(|why| why.contains("row-level security")));
        }
        ask.community = None;
        judge("reads without a tenant", (ask.reads(table, there).await == 0) != OPEN.contains(&table.name.as_str()));
    }

    async fn probe_platform(&self, tx: &mut PgConnection, table: &Table, wrong: &mut Vec<String>) {
        let there = self.there;
        let mut ask = Asking { tx, role: PLATFORM, community: None, account: Some(self.account), removal: None };
        let mut judge = |what: &str, is_right: bool| {
            if !is_right {
                wrong.push(format!("{what} {} as {PLATFORM}", table.name));
            }
        };
        match table.name.as_str() {
            "community" | "community_host" | "job" | "letter" | "letter_watch" | "host_wish" => {
                judge("reads every", ask.reads(table, there).await > 0);
            }
            "journal" => {
                judge("reads the platform's", ask.reads(table, CommunityId::PLATFORM).await > 0);
                judge("reads foreign", ask.reads(table, there).await == 0);
                judge(
                    "adds to the platform's",
                    ask.inserts_row(table, &of_the_platform(&table.foreign)).await == Ok(1),
                );
                judge("inserts foreign", ask.inserts(table).await.is_err_and(|why| why.contains("row-level security")));
            }
            "member" => {
                judge("reads one account's", ask.reads(table, self.here).await == 1);
                judge("reads another account's", ask.reads(table, there).await == 0);
            }
            _ => judge("may read", !ask.may(table, "select").await),
        }
        if table.name == "job" {
            judge("updates every", ask.writes("update", table, there).await.is_ok_and(|rows| rows > 0));
        }
    }

    /// While this community's removal has begun, all of its rows may be taken, and none of any other's (bar T13).
    async fn probe_removal(&self, tx: &mut PgConnection, table: &Table, wrong: &mut Vec<String>) {
        let mut savepoint = tx.begin().await.unwrap();
        // What points at a row is taken before it; here each table is looked at by itself.
        savepoint.execute("set local session_replication_role = replica").await.unwrap();
        let begun =
            "update community set removal_due_at = now() - interval '1 hour', removal_begun_at = now() where id = $1";
        let declared = sqlx::query(begun).bind(self.here.0);
        assert_eq!(declared.execute(&mut *savepoint).await.unwrap().rows_affected(), 1);
        let own = format!("select count(*) from {} where {} = $1", table.name, table.tenant);
        let own: i64 =
            sqlx::query_scalar(AssertSqlSafe(own)).bind(self.here.0).fetch_one(&mut *savepoint).await.unwrap();
        let own = u64::try_from(own).unwrap();
        let mut ask =
            Asking { tx: &mut savepoint, role: PLATFORM, community: None, account: None, removal: Some(self.here) };
        let taken = ask.writes("delete", table, self.here).await;
        let mut all = Ok(own);
        // Whoever works the queue takes any job.
        if table.name != "job" {
            all = ask.empties(table).await;
        }
        let foreign = ask.reads(table, self.there).await;
        let open = ["community", "community_host", "job", "letter", "letter_watch", "host_wish"]
            .contains(&table.name.as_str());
        if taken != Ok(own) || all != Ok(own) || (foreign > 0) != open {
            wrong.push(format!(
                "takes what it should not of {}, or not what it should: {taken:?} {all:?} of {own}",
                table.name
            ));
        }
        savepoint.rollback().await.unwrap();
    }
}

/// An entry like this one, in the platform's own journal.
fn of_the_platform(entry: &serde_json::Value) -> serde_json::Value {
    let mut own = entry.as_object().cloned().unwrap();
    own.insert("community_id".to_owned(), CommunityId::PLATFORM.to_string().into());
    own.insert("seq".to_owned(), 1_000_000.into());
    own.insert("actor_id".to_owned(), serde_json::Value::Null);
    own.insert("subject_id".to_owned(), serde_json::Value::Null);
    own.into()
}

/// Somebody who asks the database.
struct Asking<'t> {
    tx: &'t mut PgConnection,
    role: &'static str,
    community: Option<CommunityId>,
    account: Option<Uuid>,
    removal: Option<CommunityId>,
}

impl Asking<'_> {
    async fn may(&mut self, table: &Table, privilege: &str) -> bool {
        let asked = sqlx::query_scalar("select has_table_privilege($1, $2, $3)");
        asked.bind(self.role).bind(&table.name).bind(privilege).fetch_one(&mut *self.tx).await.unwrap()
    }

    async fn reads(&mut self, table: &Table, community: CommunityId) -> i64 {
        self.enter().await;
        let statement = format!("select count({0}) from {1} where {0} = $1", table.tenant, table.name);
        let seen = sqlx::query_scalar(AssertSqlSafe(statement)).bind(community.0).fetch_one(&mut *self.tx).await;
        self.leave().await;
        seen.unwrap_or(-1)
    }

    async fn writes(&mut self, verb: &str, table: &Table, community: CommunityId) -> Result<u64, String> {
        let Table { name, tenant, .. } = table;
        let statement = match verb {
            "update" => format!("update {name} set {tenant} = {tenant} where {tenant} = $1"),
            _ => format!("delete from {name} where {tenant} = $1"),
        };
        self.enter().await;
        let done = sqlx::query(AssertSqlSafe(statement)).bind(community.0).execute(&mut *self.tx).await;
        self.leave().await;
        done.map(|done| done.rows_affected()).map_err(|error| error.to_string())
    }

    /// Takes whatever it may, without saying of whom.
    async fn empties(&mut self, table: &Table) -> Result<u64, String> {
        self.enter().await;
        let done = self.tx.execute(AssertSqlSafe(format!("delete from {}", table.name))).await;
        self.leave().await;
        done.map(|done| done.rows_affected()).map_err(|error| error.to_string())
    }

    /// Writes a row of the other community.
    async fn inserts(&mut self, table: &Table) -> Result<u64, String> {
        self.inserts_row(table, &table.foreign).await
    }

    async fn inserts_row(&mut self, table: &Table, row: &serde_json::Value) -> Result<u64, String> {
        let Table { name, columns, .. } = table;
        // With its schema: a table may be called like a type of PostgreSQL's own (`circle`).
        let statement = format!(
            "insert into {name} ({columns}) select {columns} from jsonb_populate_record(null::public.{name}, $1)"
        );
        self.enter().await;
        let done = sqlx::query(AssertSqlSafe(statement)).bind(row).execute(&mut *self.tx).await;
        self.leave().await;
        done.map(|done| done.rows_affected()).map_err(|error| error.to_string())
    }

    /// Steps into the role; whatever is done in it is taken back.
    async fn enter(&mut self) {
        let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        let (role, community, account) = (self.role, id(self.community.map(Into::into)), id(self.account));
        let removal = id(self.removal.map(Into::into));
        let statement = format!(
            "savepoint asked; set local role {role};
             select set_config('app.community', '{community}', true), set_config('app.account', '{account}', true),
                 set_config('app.removal', '{removal}', true)"
        );
        self.tx.execute(AssertSqlSafe(statement)).await.unwrap();
    }

    async fn leave(&mut self) {
        self.tx.execute("rollback to savepoint asked; release savepoint asked").await.unwrap();
    }
}
