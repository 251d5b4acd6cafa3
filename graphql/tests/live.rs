//! Subscriptions on the whole platform: who hears what, and when a socket ends.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "in a test, a failure is a panic with the place where it happened"
)]

use kit::{Socket, Somebody, Stage, Visitor};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use uuid::Uuid;

const HOST: &str = "village.localhost";
const PEOPLE: [Somebody; 3] = [
    Somebody::new("Anne Petit", "anne@example.test"),
    Somebody::new("Guy Moreau", "guy@example.test"),
    Somebody::new("Bruno Lefort", "bruno@example.test"),
];

async fn ask(visitor: &mut Visitor, query: &str, variables: Value) -> Value {
    let answer = visitor.graphql(query, variables).await;
    assert!(answer.get("errors").is_none(), "{query}: {answer}");
    for payload in answer["data"].as_object().unwrap().values() {
        assert!(payload.get("refusal").is_none_or(Value::is_null), "{payload}");
    }
    answer["data"].clone()
}

async fn publish(visitor: &mut Visitor, id: u128) -> Value {
    let query =
        "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code message } } }";
    let draft = json!({ "direction": "OFFER", "kind": "LOAN", "settlements": ["GIFT"], "title": "Perceuse", "body": "À prêter." });
    ask(visitor, query, json!({ "input": { "id": Uuid::from_u128(id), "draft": draft } })).await["publishListing"]["id"]
        .clone()
}

async fn answer(visitor: &mut Visitor, listing: &Value, id: u128, body: &str) {
    let query = "mutation($input: AnswerListingInput!) { answerListing(input: $input) { conversationId refusal { code message } } }";
    let input =
        json!({ "id": Uuid::from_u128(id), "messageId": Uuid::from_u128(id + 1), "listingId": listing, "body": body });
    ask(visitor, query, json!({ "input": input })).await;
}

#[tokio::test]
async fn t11_each_member_hears_their_own_news_and_nobody_elses() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &PEOPLE).await;
    let mut anne = stage.signed_in(HOST, PEOPLE[0].email).await;
    let mut guy = stage.signed_in(HOST, PEOPLE[1].email).await;
    let mut bruno = stage.signed_in(HOST, PEOPLE[2].email).await;
    let (of_anne, of_bruno) = (publish(&mut anne, 10).await, publish(&mut bruno, 20).await);
    let messages = "subscription { messageReceived { body isMine author { name } } }";
    let mut annes = Socket::open(&anne, messages).await;
    let mut brunos = Socket::open(&bruno, messages).await;
    let notifications = "subscription { notificationReceived { kind sentence actor { name } } }";
    let mut told = Socket::open(&anne, notifications).await;
    answer(&mut guy, &of_anne, 30, "Pour Anne.").await;
    answer(&mut guy, &of_bruno, 40, "Pour Bruno.").await;
    let first =
        json!({ "messageReceived": { "body": "Pour Anne.", "isMine": false, "author": { "name": "Guy Moreau" } } });
    assert_eq!(annes.given().await, first);
    assert_eq!(
        brunos.given().await["messageReceived"]["body"],
        "Pour Bruno.",
        "the first thing Bruno hears is his own"
    );
    let news = told.given().await;
    assert_eq!(news["notificationReceived"]["kind"], "message_received");
    assert_eq!(news["notificationReceived"]["actor"]["name"], "Guy Moreau");
    stage.close().await;
}

/// Communities, and messages in each: ten thousand events over fifty in the long form, as bar T11 asks.
fn communities_and_messages() -> (usize, usize) {
    if std::env::var_os("MAILLON_LONG").is_some() { (50, 200) } else { (4, 10) }
}

/// Three people who are members of every community: if anybody hears what was said elsewhere, they do.
const EVERYWHERE: [Somebody; 3] = [
    Somebody::new("Guy Moreau", "guy@example.test"),
    Somebody::new("Bruno Lefort", "bruno@example.test"),
    Somebody::new("Claire Roux", "claire@example.test"),
];

/// One community in which Guy writes to Bruno.
struct Village {
    guy: Visitor,
    bruno: Visitor,
    claire: Visitor,
    conversation: Value,
}

/// The same once Bruno listens, and Claire as well.
struct Listening {
    guy: Visitor,
    conversation: Value,
    bruno: Socket,
    claire: Socket,
}

impl Village {
    async fn found(stage: &Stage, number: usize) -> Self {
        let (slug, id) = (format!("village{number}"), 1_000 * (number as u128 + 1));
        let owner = Somebody::new("Odile", String::leak(format!("odile{number}@example.test")));
        stage.community(&slug, "confiance", &[&[owner], EVERYWHERE.as_slice()].concat()).await;
        let host = format!("{slug}.localhost");
        let mut guy = stage.signed_in(&host, EVERYWHERE[0].email).await;
        let mut bruno = stage.signed_in(&host, EVERYWHERE[1].email).await;
        let claire = stage.signed_in(&host, EVERYWHERE[2].email).await;
        let listing = publish(&mut bruno, id).await;
        answer(&mut guy, &listing, id + 1, "Bonjour.").await;
        let found = ask(&mut guy, "{ conversations { nodes { id } } }", json!({})).await;
        Self { guy, bruno, claire, conversation: found["conversations"]["nodes"][0]["id"].clone() }
    }

    async fn listen(self) -> Listening {
        let messages = "subscription { messageReceived { body } }";
        let (bruno, claire) = (Socket::open(&self.bruno, messages).await, Socket::open(&self.claire, messages).await);
        Listening { guy: self.guy, conversation: self.conversation, bruno, claire }
    }
}

impl Listening {
    /// Guy writes and Bruno hears it, so many times, and nothing else; Claire, of whom a sign of life is wanted every minute, hears nothing.
    async fn talk(&mut self, village: usize, numbers: std::ops::Range<usize>) {
        let query =
            "mutation($input: SendMessageInput!) { sendMessage(input: $input) { messageId refusal { code message } } }";
        for number in numbers {
            let id = Uuid::from_u128(((village as u128 + 1) << 32) + number as u128);
            let said = format!("{number} in {village}");
            let input = json!({ "id": id, "conversationId": self.conversation, "body": said });
            ask(&mut self.guy, query, json!({ "input": input })).await;
            assert_eq!(self.bruno.given().await["messageReceived"]["body"], said);
            if number % 10 == 9 {
                self.is_silent().await;
            }
        }
    }

    /// Nothing more has come to anybody.
    async fn is_silent(&mut self) {
        for socket in [&mut self.bruno, &mut self.claire] {
            socket.say(json!({ "type": "ping" })).await;
            assert_eq!(socket.hear().await["type"], "pong");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn t11_members_of_many_communities_hear_in_each_what_was_said_there_all_of_it_and_nothing_else() {
    let stage = Stage::open().await;
    let (communities, messages) = communities_and_messages();
    let (mut founded, mut villages, began) = (Vec::new(), Vec::new(), Instant::now());
    for number in 0..communities {
        founded.push((number, Village::found(&stage, number).await));
        if number % 4 == 3 {
            // Only so many letters go to one address in an hour.
            stage.clock.advance(chrono::Duration::minutes(61));
        }
    }
    // Once all are there: a socket of which nobody hears anything for a minute is closed.
    for (number, village) in founded {
        villages.push((number, village.listen().await));
    }
    for first in (0..messages).step_by(90) {
        let numbers = first..messages.min(first + 90);
        let talks = villages.iter_mut().map(|(number, village)| village.talk(*number, numbers.clone()));
        futures_util::future::join_all(talks).await;
        // Nobody writes more than a hundred messages in ten minutes.
        stage.clock.advance(chrono::Duration::minutes(11));
    }
    for (_, village) in &mut villages {
        village.is_silent().await;
    }
    println!("T11: {} events over {communities} communities, {:?}", communities * messages, began.elapsed());
    stage.close().await;
}

#[tokio::test]
async fn a6_a_socket_ends_with_its_session_and_with_its_members_standing() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &PEOPLE).await;
    let mut anne = stage.signed_in(HOST, PEOPLE[0].email).await;
    let mut guy = stage.signed_in(HOST, PEOPLE[1].email).await;
    let mut bruno = stage.signed_in(HOST, PEOPLE[2].email).await;
    let query = "subscription { messageReceived { id } }";
    let mut guys = Socket::open(&guy, query).await;
    let mut brunos = Socket::open(&bruno, query).await;
    ask(&mut guy, "mutation { signOut(input: {}) { signedOut refusal { code } } }", json!({})).await;
    assert_eq!(guys.hear().await, 4_401);
    let me = ask(&mut bruno, "{ viewer { me { member { id } } } }", json!({})).await;
    let bruno_id = me["viewer"]["me"]["member"]["id"].clone();
    let look = "query($id: ID!) { whatIf(memberId: $id, cause: SUSPENSION) { seen } }";
    let seen = ask(&mut anne, look, json!({ "id": bruno_id })).await["whatIf"]["seen"].clone();
    let input = json!({ "id": Uuid::from_u128(9), "memberId": bruno_id, "cause": "SUSPENSION", "reason": "Nous devons en parler.", "seen": seen });
    let query = "mutation($input: PutOutInput!) { putOut(input: $input) { isOut refusal { code message } } }";
    assert_eq!(ask(&mut anne, query, json!({ "input": input })).await["putOut"]["isOut"], true);
    assert_eq!(brunos.hear().await, 4_401);
    assert_eq!(guy.graphql("{ viewer { isSignedIn } }", json!({})).await["data"]["viewer"]["isSignedIn"], false);
    stage.close().await;
}

/// How often the sessions of open sockets are looked at, as [`graphql`] holds it.
const LOOK: Duration = Duration::from_secs(3);

#[tokio::test]
async fn c3_many_idle_sockets_cost_the_database_what_one_costs() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &PEOPLE).await;
    let mut sockets = Vec::new();
    for person in &PEOPLE {
        let visitor = stage.signed_in(HOST, person.email).await;
        for _ in 0..5 {
            sockets.push(Socket::open(&visitor, "subscription { notificationReceived { id } }").await);
        }
    }
    // Each is looked at several times; nothing else happens meanwhile, and each transaction of a look holds one statement.
    let (began, before) = (Instant::now(), stage.db.transactions_begun());
    let looks = || stage.db.transactions_begun() - before;
    while looks() < 3 {
        assert!(began.elapsed() < LOOK * 20, "nobody looks after {} sockets", sockets.len());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let (looks, periods) = (looks(), began.elapsed().as_secs() / LOOK.as_secs());
    // The first may come at once, and one that comes late does not put off the next.
    assert!(looks <= periods + 2, "{looks} transactions in {periods} periods for {} idle sockets", sockets.len());
    for socket in &mut sockets {
        socket.say(json!({ "type": "ping" })).await;
        assert_eq!(socket.hear().await["type"], "pong", "it is still open");
    }
    stage.close().await;
}

#[tokio::test]
async fn signing_in_by_code_needs_the_program_that_asked() {
    let stage = Stage::open().await;
    stage.community("village", "confiance", &PEOPLE).await;
    let mut anne = stage.visitor(HOST);
    let query = "mutation($input: AskSignInInput!) { askSignIn(input: $input) { asked refusal { code } } }";
    ask(&mut anne, query, json!({ "input": { "id": Uuid::from_u128(1), "email": PEOPLE[0].email } })).await;
    stage.work().await;
    let lines: Vec<String> = stage
        .letters_to(PEOPLE[0].email)
        .iter()
        .flat_map(|letter| letter.text().lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>())
        .collect();
    let is_code = |line: &&String| {
        line.chars().filter(char::is_ascii_digit).count() == 6 && !line.chars().any(char::is_alphabetic)
    };
    let code = lines.iter().find(is_code).unwrap_or_else(|| panic!("no code in {lines:?}")).to_owned();
    let query = "mutation($input: RedeemSignInCodeInput!) { redeemSignInCode(input: $input) { sessionId returnTo refusal { kind code } } }";
    let input = json!({ "input": { "email": PEOPLE[0].email, "code": code } });
    let mut thief = stage.visitor(HOST);
    let refused = thief.graphql(query, input.clone()).await;
    assert_eq!(refused["data"]["redeemSignInCode"]["refusal"]["code"], "SIGN_IN_EXPIRED", "{refused}");
    let signed_in = ask(&mut anne, query, input).await;
    assert_eq!(signed_in["redeemSignInCode"]["returnTo"], "/");
    let viewer = ask(&mut anne, "{ viewer { isSignedIn me { email } } }", json!({})).await;
    assert_eq!(viewer["viewer"], json!({ "isSignedIn": true, "me": { "email": PEOPLE[0].email } }));
    stage.close().await;
}
