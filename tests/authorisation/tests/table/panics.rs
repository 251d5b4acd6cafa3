//! Panics anywhere: in every kind of job, and in requests wherever they look at the clock or draw something (bar D13).

use crate::jobs::{Job, empty, every_kind, hand_in};
use authorisation::life::{HERE, Life};
use database::{Db, DbSettings, Live, Tools};
use futures_util::FutureExt as _;
use kernel::{Clock, Entropy, FrozenClock, Seal, SeededEntropy, Timestamp};
use kit::{Page, Scratch, Stage, Visitor, stage::BEGINNING};
use serde_json::json;
use std::{
    panic::{AssertUnwindSafe, resume_unwind},
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};
use uuid::Uuid;

/// What a panic here says, and nobody may read.
const SIGN: &str = "a defect of ours at /src/secret.rs";

/// A clock and a source of randomness in one, of which the nth question is answered by a panic.
#[derive(Debug, Clone)]
struct Trap {
    clock: FrozenClock,
    dice: Arc<SeededEntropy>,
    left: Arc<AtomicI64>,
}

impl Trap {
    fn new() -> Self {
        let clock = FrozenClock::at(BEGINNING.parse().unwrap());
        Self { clock, dice: Arc::new(SeededEntropy::new(1)), left: Arc::new(AtomicI64::new(i64::MAX)) }
    }

    fn set(&self, nth: i64) {
        self.left.store(nth, Ordering::SeqCst);
    }

    /// Whether it has snapped; it does nothing more from now on.
    fn put_away(&self) -> bool {
        self.left.swap(i64::MAX, Ordering::SeqCst) <= 0
    }

    fn step(&self) {
        if self.left.fetch_sub(1, Ordering::SeqCst) == 1 {
            // As `panic!`, without a line on the console for each of hundreds.
            resume_unwind(Box::new(SIGN));
        }
    }

    /// A whole platform that asks it.
    async fn stage(&self) -> Stage {
        let scratch = Scratch::migrated().await;
        let settings = DbSettings {
            app_url: scratch.url("maillon_app"),
            platform_url: scratch.url("maillon_platform"),
            max_connections: 4,
        };
        let tools = Tools { clock: Arc::new(self.clone()), entropy: Arc::new(self.clone()), seal: Seal::new([7; 32]) };
        let db = Db::open(&settings, tools, Live::in_process()).unwrap();
        Stage::reopened(scratch, self.clock.clone(), db).await
    }
}

impl Clock for Trap {
    fn now(&self) -> Timestamp {
        self.step();
        self.clock.now()
    }
}

impl Entropy for Trap {
    fn fill(&self, buffer: &mut [u8]) {
        self.step();
        self.dice.fill(buffer);
    }
}

/// What somebody asks for.
#[derive(Debug, Clone)]
enum Ask {
    Page(&'static str),
    Form(&'static str, Vec<(&'static str, String)>),
    Operation(&'static str, serde_json::Value),
}

async fn ask(visitor: &mut Visitor, what: &Ask) -> Page {
    match what {
        Ask::Page(path) => visitor.get(path).await,
        Ask::Form(path, fields) => {
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            visitor.post(path, &fields).await
        }
        Ask::Operation(query, variables) => visitor.graphql_page(query, variables.clone()).await,
    }
}

/// Pages, forms and operations of all doors, reading and writing.
fn everything(listing: Uuid) -> Vec<Ask> {
    let draft =
        json!({ "direction": "OFFER", "kind": "LOAN", "settlements": ["GIFT"], "title": "Scie", "body": "À prêter." });
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    let form =
        [("direction", "offer"), ("kind", "loan"), ("settlements", "gift"), ("title", "Clé"), ("body", "De douze.")];
    let mut fields: Vec<_> = form.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    fields.push(("id", Uuid::from_u128(12).to_string()));
    vec![
        Ask::Page("/"),
        Ask::Page("/listings"),
        Ask::Page("/members"),
        Ask::Page("/messages"),
        Ask::Page("/notifications"),
        Ask::Page("/me"),
        Ask::Page("/vouching"),
        Ask::Page("/api/stop"),
        Ask::Operation("{ viewer { me { email } } listings { nodes { title author { name } } } }", json!({})),
        Ask::Operation(publish, json!({ "input": { "id": listing, "draft": draft } })),
        Ask::Form("/listings", fields),
        Ask::Form("/sign-in", vec![("id", Uuid::from_u128(13).to_string()), ("email", "ivo@here.test".to_owned())]),
    ]
}

#[tokio::test]
async fn d13_a_request_that_panics_anywhere_says_its_number_and_nothing_else_and_the_next_one_is_answered() {
    let trap = Trap::new();
    let stage = trap.stage().await;
    let here = Life::lead(&stage, HERE).await;
    let mut visitor = stage.signed_in(&here.host(), here.people[1].email).await;
    let listing = Uuid::from_u128(11);
    let mut panics = 0;
    for what in everything(listing) {
        for nth in 1.. {
            trap.set(nth);
            let page = ask(&mut visitor, &what).await;
            if !trap.put_away() {
                assert!(!page.status.is_server_error(), "{what:?}: {}", page.text());
                break;
            }
            assert_eq!(page.status, 500, "{what:?}, question {nth}: {}", page.body);
            assert!(page.header("x-correlation-id").is_some_and(|number| number.contains('-')), "{what:?}");
            assert!(!page.body.contains("defect") && !page.body.contains("secret.rs"), "{what:?}: {}", page.body);
            panics += 1;
            // Nothing that the one before held is missing, and it lives.
            assert_eq!(visitor.get("/health/ready").await.status, 200);
        }
    }
    assert!(panics > 40, "only {panics} panics");
    let mut owner = stage.scratch.owner().await;
    let whole = "select count(*) from listing where id = any($1)";
    let both = [listing, Uuid::from_u128(12)];
    let kept: i64 = sqlx::query_scalar(whole).bind(both.as_slice()).fetch_one(&mut owner).await.unwrap();
    assert_eq!(kept, 2, "repeated until it went through, and once each");
    let stuck = "select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'";
    let stuck: i64 = sqlx::query_scalar(stuck).fetch_one(&mut owner).await.unwrap();
    assert_eq!(stuck, 0, "a transaction stayed open");
    drop(owner);
    stage.close().await;
}

/// Panics in the job, at the first question that it asks itself; the queue's own come before and after it.
async fn panics_once(stage: &Stage, trap: &Trap, job: &Job) -> bool {
    for nth in 1..60 {
        trap.set(nth);
        let drained = AssertUnwindSafe(stage.runner().drain()).catch_unwind().await;
        if !trap.put_away() {
            return false;
        }
        let told = "select coalesce(last_error, '') from job where kind = $1 and last_error like '%panicked'";
        let told: Option<String> =
            sqlx::query_scalar(told).bind(&job.0).fetch_optional(&mut stage.scratch.owner().await).await.unwrap();
        if let (Ok(Ok(drained)), Some(told)) = (drained, told) {
            assert_eq!((drained.again, told.as_str()), (1, "the handler panicked"), "{}", job.0);
            return true;
        }
        // What was leased when the queue itself stumbled is anybody's again.
        free(stage).await;
    }
    false
}

async fn free(stage: &Stage) {
    let free = "update job set state = 'queued', lease_id = null, leased_until = null where state <> 'buried'";
    sqlx::query(free).execute(&mut stage.scratch.owner().await).await.unwrap();
}

#[tokio::test]
async fn d13_a_job_of_any_kind_that_panics_is_tried_again_and_keeps_nobody_waiting() {
    let trap = Trap::new();
    let stage = trap.stage().await;
    let here = Life::lead(&stage, HERE).await;
    let kinds = every_kind(&stage, &here).await;
    let healthy: Job = ("sweep".to_owned(), "bulk".to_owned(), json!({}));
    for jobs in kinds {
        let job = &jobs[0];
        empty(&stage).await;
        hand_in(&stage, &here, job).await;
        assert!(panics_once(&stage, &trap, job).await, "{} asked nothing, or its panic went elsewhere", job.0);
        // Another one goes on at once, and what panicked comes back and comes to an end.
        hand_in(&stage, &here, &healthy).await;
        assert_eq!(stage.work().await.total(), 1, "{} keeps others waiting", job.0);
        // No more than five letters go to one address in an hour.
        stage.clock.advance(chrono::Duration::minutes(13));
        let again = stage.work().await;
        assert!(again.total() >= 1 && again.again == 0 && again.buried == 0, "{}: {again:?}", job.0);
    }
    stage.close().await;
}
