//! What lists cost: as many statements for one row as for thirty (bar G11). Alone in its process, because it counts every
//! statement that the process sends.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

use kit::{Somebody, Stage, Visitor};
use serde_json::{Value, json};
use server::identify::Memory;
use std::sync::atomic::{AtomicUsize, Ordering};
use tracing::{Event, Subscriber};
use tracing_subscriber::{Layer, layer::Context, prelude::*};
use uuid::Uuid;

/// Statements that sqlx has sent. What it writes about each is all it tells.
static SENT: AtomicUsize = AtomicUsize::new(0);

struct Counting;

impl<S: Subscriber> Layer<S> for Counting {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "sqlx::query" {
            SENT.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Neighbours, of whom each writes a listing and answers the first one's.
const CROWD: u32 = 30;

/// The most that a list may cost, whatever is asked for in its rows (security.md, G11).
const MOST: usize = 12;

async fn ask(visitor: &mut Visitor, query: &str, variables: Value) -> Value {
    let answer = visitor.graphql(query, variables).await;
    assert!(answer["errors"].is_null(), "{query}: {answer}");
    answer["data"].clone()
}

async fn publish(author: &mut Visitor, id: Uuid) -> Value {
    let query = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    let draft = json!({ "direction": "REQUEST", "kind": "SERVICE", "settlements": ["GIFT"], "title": "Deux bras", "body": "Samedi." });
    let done = ask(author, query, json!({ "input": { "id": id, "draft": draft } })).await;
    assert!(done["publishListing"]["refusal"].is_null(), "{done}");
    done["publishListing"]["id"].clone()
}

async fn answer(writer: &mut Visitor, listing: &Value, number: u128) {
    let query = "mutation($input: AnswerListingInput!) { answerListing(input: $input) { refusal { code } } }";
    let (id, message) = (Uuid::from_u128(2_000 + number), Uuid::from_u128(3_000 + number));
    let input = json!({ "id": id, "messageId": message, "listingId": listing, "body": "J’arrive." });
    let done = ask(writer, query, json!({ "input": input })).await;
    assert!(done["answerListing"]["refusal"].is_null(), "{done}");
}

/// A search that finds what is asked for; its id.
async fn save_search(owner: &mut Visitor) -> String {
    let query = "mutation($input: SaveSearchInput!) { saveSearch(input: $input) { id refusal { code } } }";
    let filter = json!({ "direction": "REQUEST" });
    let input = json!({ "id": Uuid::from_u128(4_000), "name": "Demandes", "filter": filter, "news": "APP" });
    let done = ask(owner, query, json!({ "input": input })).await;
    done["saveSearch"]["id"].as_str().expect("an id").to_owned()
}

/// An owner with thirty neighbours, thirty conversations, thirty things they were told, and a search that found thirty listings.
async fn busy_owner(stage: &Stage) -> (Visitor, String) {
    let founders = [Somebody::new("Hélène Garnier", "helene@example.test"), Somebody::new("Guy", "guy@example.test")];
    let community = stage.community("village", "departement", &founders).await;
    let address = |n: u32| Somebody::new("Quelqu’une", format!("voisine{n}@example.test").leak());
    let crowd: Vec<Somebody> = (0..CROWD).map(address).collect();
    stage.members(community, 100, &crowd).await;
    let mut owner = stage.signed_in("village.localhost", founders[0].email).await;
    let search = save_search(&mut owner).await;
    let first = publish(&mut owner, Uuid::from_u128(1)).await;
    for (number, person) in (2_u128..).zip(&crowd) {
        let mut neighbour = stage.signed_in("village.localhost", person.email).await;
        publish(&mut neighbour, Uuid::from_u128(number)).await;
        answer(&mut neighbour, &first, number).await;
    }
    stage.work().await;
    (owner, search)
}

async fn cost(owner: &mut Visitor, document: &str) -> (usize, usize) {
    let before = SENT.load(Ordering::Relaxed);
    let data = ask(owner, document, Value::Null).await;
    let list = data.as_object().unwrap().values().next().unwrap();
    let rows = list.as_array().or_else(|| list["nodes"].as_array()).unwrap().len();
    (SENT.load(Ordering::Relaxed) - before, rows)
}

/// Every neighbour's request is one in the owner's name, behind the house's back: nobody may be asked so often.
async fn asked_in_their_name(stage: &Stage) {
    sqlx::query(
        "insert into mandate (community_id, listing_id, proxy_id, member_id, said_at, agreed_at)
         select l.community_id, l.id, l.author_id, m.id, now(), now()
         from listing l join member m on m.community_id = l.community_id and m.name = 'Hélène Garnier' and m.id <> l.author_id",
    )
    .execute(&mut stage.scratch.owner().await)
    .await
    .unwrap();
}

/// What a list without pages costs, however many rows it has; the lists that have as many as this one shows.
async fn plain_lists_cost_little(owner: &mut Visitor) -> Vec<String> {
    let mut long = Vec::new();
    for (name, document) in graphql::documents::plain_rows() {
        // What is the operator's, or asks for a second factor, is refused here.
        if !owner.graphql(&document, Value::Null).await["errors"].is_null() {
            continue;
        }
        let (sent, rows) = cost(owner, &document).await;
        assert!(sent <= MOST, "{name}: {sent} statements for {rows} rows");
        if rows > MOST {
            long.push(name);
        }
    }
    long
}

#[tokio::test]
async fn g11_a_list_costs_as_many_statements_for_one_row_as_for_thirty() {
    tracing_subscriber::registry().with(Counting.with_filter(tracing_subscriber::filter::LevelFilter::DEBUG)).init();
    let stage = Stage::remembering(Memory { faces: std::time::Duration::from_hours(1), ..Memory::NONE }).await;
    let (mut owner, search) = busy_owner(&stage).await;
    assert!(SENT.load(Ordering::Relaxed) > 100, "statements are counted");
    let mut long = Vec::new();
    let [one, many] = [1, 100].map(|first| graphql::documents::rows(first, &search));
    for ((name, one), (_, many)) in one.into_iter().zip(many) {
        if owner_may_not(&name) {
            continue;
        }
        let _warm = cost(&mut owner, &one).await;
        let (few, _) = cost(&mut owner, &one).await;
        let (sent, rows) = cost(&mut owner, &many).await;
        assert!(sent <= few, "{name}: {few} statements for one row, {sent} for {rows}");
        assert!(sent <= MOST, "{name}: {sent} statements");
        if rows >= CROWD as usize {
            long.push(name);
        }
    }
    // Where there are not thirty rows nothing is shown.
    for list in [
        "Query.listings",
        "Query.listings.author",
        "Query.conversations",
        "Query.conversations.listing",
        "Query.foundBySearch",
        "Query.members",
    ] {
        assert!(long.iter().any(|name| name == list), "{list} is not among {long:?}");
    }
    asked_in_their_name(&stage).await;
    let plain = plain_lists_cost_little(&mut owner).await;
    for list in ["Query.mandatesForMe", "Query.mandatesForMe.listing", "Query.mandatesForMe.photos"] {
        assert!(plain.iter().any(|name| name == list), "{list} is not among {plain:?}");
    }
    stage.close().await;
}

/// The operator's lists are the platform's own; outings for those who wait are shown to them alone.
fn owner_may_not(name: &str) -> bool {
    ["communities", "hostWishes", "buriedJobs", "lastLetters", "openOutings"]
        .iter()
        .any(|list| name.starts_with(&format!("Query.{list}")))
}
