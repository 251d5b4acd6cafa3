//! People who write, and the witness of what they were told.

use crate::house::{Crowd, House};
use kernel::{Entropy as _, OsEntropy};
use reqwest::Method;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::Duration,
};
use tokio::task::JoinHandle;
use uuid::Uuid;

/// What was written, and what became of it.
pub struct Told {
    host: &'static str,
    /// Whose cookie, which conversation, and the messages acknowledged in it.
    kept: Vec<(String, Value, Vec<String>)>,
    /// Answers of 5xx.
    pub faults: u32,
    /// Among them those that are neither 503 nor 504.
    pub wrong: u32,
    /// Requests whose connection ended before the answer.
    pub cut: u32,
}

/// What was told so far.
#[derive(Default)]
struct Tally {
    acknowledged: AtomicU32,
    faults: AtomicU32,
    wrong: AtomicU32,
    cut: AtomicU32,
}

pub struct Writers {
    host: &'static str,
    stop: Arc<AtomicBool>,
    tally: Arc<Tally>,
    writing: Vec<JoinHandle<(String, Value, Vec<String>)>>,
}

/// What one operation came to.
enum Came {
    Data(Value),
    /// Not just now.
    Away,
    /// Any other fault.
    Fault,
    Cut,
    /// Nobody was there to take it.
    Closed,
}

/// Makes a request to a path of the house.
type Request = dyn Fn(Method, &str) -> reqwest::RequestBuilder + Send + Sync;

/// One writer's way to the house; the port stays the same over all restarts.
#[derive(Clone)]
struct Way {
    request: Arc<Request>,
}

impl Way {
    fn to(house: &House, host: &str) -> Self {
        let client = house.client.clone();
        let sample = house.ask(host, Method::GET, "/").build().unwrap();
        let (headers, base) = (sample.headers().clone(), sample.url().clone());
        let request =
            move |method: Method, path: &str| client.request(method, base.join(path).unwrap()).headers(headers.clone());
        Self { request: Arc::new(request) }
    }

    /// Signs in by a guest's button; the session's cookie.
    async fn enter(&self, name: &str) -> String {
        let answer = (self.request)(Method::POST, &format!("/guest/{name}")).send().await.unwrap();
        assert_eq!(answer.status(), 303, "{name}");
        let cookies = answer.headers().get_all("set-cookie").into_iter().map(|line| line.to_str().unwrap());
        cookies
            .filter_map(|line| line.split(';').next())
            .find(|pair| pair.starts_with("__Host-maillon="))
            .unwrap()
            .to_owned()
    }

    async fn ask(&self, cookie: &str, query: &str, variables: Value) -> Came {
        let body = json!({ "query": query, "variables": variables }).to_string();
        let request = (self.request)(Method::POST, "/graphql").header("cookie", cookie);
        let answer = match request.header("content-type", "application/json").body(body).send().await {
            Ok(answer) => answer,
            Err(error) if error.is_connect() => return Came::Closed,
            Err(_) => return Came::Cut,
        };
        if [503, 504].contains(&answer.status().as_u16()) {
            return Came::Away;
        }
        if answer.status().is_server_error() {
            return Came::Fault;
        }
        match answer.json::<Value>().await {
            Ok(told) if told["errors"].is_null() => Came::Data(told["data"].clone()),
            Ok(told) if told["errors"][0]["extensions"]["code"] == "FAULT" => Came::Fault,
            Ok(told) => panic!("{told}"),
            Err(_) => Came::Cut,
        }
    }

    async fn data(&self, cookie: &str, query: &str, variables: Value) -> Value {
        match self.ask(cookie, query, variables).await {
            Came::Data(data) => data,
            _ => panic!("{query} was not answered"),
        }
    }
}

const SEND: &str = "mutation($input: SendMessageInput!) { sendMessage(input: $input) { messageId refusal { code } } }";
const ANSWER: &str =
    "mutation($input: AnswerListingInput!) { answerListing(input: $input) { conversationId refusal { code } } }";
const READ: &str = "query($id: ID!, $after: String) { conversation(id: $id) { messages(first: 100, after: $after) {
    nodes { body } pageInfo { endCursor } } } }";

impl Writers {
    /// Everybody finds a conversation and begins to write in it, without a pause.
    pub async fn begin(house: &House, crowd: &Crowd) -> Self {
        Self::begin_at(house, crowd, Duration::from_millis(15)).await
    }

    /// The same, with so much rest after each message.
    pub async fn begin_at(house: &House, crowd: &Crowd, rest: Duration) -> Self {
        let (stop, tally) = (Arc::<AtomicBool>::default(), Arc::<Tally>::default());
        let way = Way::to(house, crowd.host);
        let mut writing = Vec::new();
        for person in crowd.people {
            let cookie = way.enter(person).await;
            let conversation = conversation(&way, &cookie).await;
            let (way, stop, tally) = (way.clone(), stop.clone(), tally.clone());
            writing.push(tokio::spawn(async move {
                let kept = write(&way, &cookie, &conversation, &stop, (&tally, rest)).await;
                (cookie, conversation, kept)
            }));
        }
        Self { host: crowd.host, stop, tally, writing }
    }

    /// How many messages were acknowledged so far.
    pub fn acknowledged(&self) -> u32 {
        self.tally.acknowledged.load(Ordering::SeqCst)
    }

    /// Everybody stops; what they were told.
    pub async fn end(self) -> Told {
        self.stop.store(true, Ordering::SeqCst);
        let mut kept = Vec::new();
        for writer in self.writing {
            kept.push(writer.await.unwrap());
        }
        let count = |counter: &AtomicU32| counter.load(Ordering::SeqCst);
        let Tally { faults, wrong, cut, .. } = self.tally.as_ref();
        Told { host: self.host, kept, faults: count(faults), wrong: count(wrong), cut: count(cut) }
    }
}

/// A conversation about somebody else's listing.
async fn conversation(way: &Way, cookie: &str) -> Value {
    let found = way
        .data(cookie, "{ viewer { me { member { id } } } listings { nodes { id author { id } } } }", Value::Null)
        .await;
    let me = &found["viewer"]["me"]["member"]["id"];
    let listings = found["listings"]["nodes"].as_array().unwrap();
    let other = listings.iter().find(|listing| listing["author"]["id"] != *me).unwrap();
    let input =
        json!({ "id": OsEntropy.id(), "messageId": OsEntropy.id(), "listingId": other["id"], "body": "Bonjour." });
    let done = way.data(cookie, ANSWER, json!({ "input": input })).await;
    assert!(done["answerListing"]["refusal"].is_null(), "{done}");
    done["answerListing"]["conversationId"].clone()
}

/// Writes until told to stop. Whatever was not acknowledged is sent again under the same id, as a good client does.
async fn write(
    way: &Way,
    cookie: &str,
    conversation: &Value,
    stop: &AtomicBool,
    (tally, rest): (&Tally, Duration),
) -> Vec<String> {
    let mut kept = Vec::new();
    while !stop.load(Ordering::SeqCst) {
        let id = OsEntropy.id();
        let input = json!({ "id": id, "conversationId": conversation, "body": id.to_string() });
        loop {
            match way.ask(cookie, SEND, json!({ "input": input })).await {
                Came::Data(data) if data["sendMessage"]["refusal"].is_null() => {
                    kept.push(id.to_string());
                    tally.acknowledged.fetch_add(1, Ordering::SeqCst);
                    break;
                }
                Came::Data(data) => {
                    // Enough for these ten minutes: nothing to be told about this one.
                    assert_eq!(data["sendMessage"]["refusal"]["code"], "RATE_LIMITED", "{data}");
                    tokio::time::sleep(Duration::from_millis(200)).await;
                    break;
                }
                Came::Away => tally.faults.fetch_add(1, Ordering::SeqCst),
                Came::Fault => {
                    tally.wrong.fetch_add(1, Ordering::SeqCst);
                    tally.faults.fetch_add(1, Ordering::SeqCst)
                }
                Came::Cut => tally.cut.fetch_add(1, Ordering::SeqCst),
                Came::Closed => 0,
            };
            if stop.load(Ordering::SeqCst) {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        tokio::time::sleep(rest).await;
    }
    kept
}

impl Told {
    /// Every acknowledged message is there, and none is there twice. Says how many.
    pub async fn compare(&self, house: &House) -> String {
        let way = Way::to(house, self.host);
        let mut acknowledged = 0;
        for (cookie, conversation, kept) in &self.kept {
            let there = messages(&way, cookie, conversation).await;
            for id in kept {
                assert_eq!(there.get(id).copied(), Some(1), "{id} was acknowledged");
            }
            assert!(
                there.iter().all(|(id, times)| *times == 1 || Uuid::parse_str(id).is_err()),
                "something is there twice"
            );
            acknowledged += kept.len();
        }
        assert!(acknowledged > 20, "only {acknowledged} writes: nothing is shown");
        format!(
            "{acknowledged} acknowledged messages, 0 lost, 0 doubled, {} faults and {} cut meanwhile",
            self.faults, self.cut
        )
    }
}

async fn messages(way: &Way, cookie: &str, conversation: &Value) -> HashMap<String, u32> {
    let (mut there, mut after) = (HashMap::new(), Value::Null);
    loop {
        let page = way.data(cookie, READ, json!({ "id": conversation, "after": after })).await;
        let page = &page["conversation"]["messages"];
        for message in page["nodes"].as_array().unwrap() {
            *there.entry(message["body"].as_str().unwrap().to_owned()).or_insert(0) += 1;
        }
        after = page["pageInfo"]["endCursor"].clone();
        if after.is_null() {
            return there;
        }
    }
}
