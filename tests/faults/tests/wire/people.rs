//! A community whose members write to its owner.

use kernel::{CommunityId, Entropy as _, OsEntropy};
use kit::{Somebody, Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

/// Where they write.
pub const HOST: &str = "village.localhost";

/// Whom they write to.
const OWNER: Somebody = Somebody::new("Odile", "odile@example.test");

/// Somebody who writes, and where.
pub struct Writer {
    pub visitor: Visitor,
    /// Where they come from, as the proxy would say.
    pub address: String,
    pub conversation: Value,
}

impl Writer {
    /// The operation that sends a message of this id.
    pub fn message(&self, id: Uuid) -> Value {
        let input = json!({ "id": id, "conversationId": self.conversation, "body": id.to_string() });
        json!({ "query": SEND, "variables": { "input": input } })
    }
}

const SEND: &str = "mutation($input: SendMessageInput!) { sendMessage(input: $input) { messageId refusal { code } } }";
const ANSWER: &str =
    "mutation($input: AnswerListingInput!) { answerListing(input: $input) { conversationId refusal { code } } }";
const PUBLISH: &str =
    "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";

/// Launches the community; so many people write in a conversation each.
pub async fn village(stage: &Stage, writers: usize) -> (CommunityId, Vec<Writer>) {
    let community = stage.community("village", "confiance", &[OWNER]).await;
    // A test's own names may stay as long as the test.
    let leaked = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    let people: Vec<Somebody> = (0..writers)
        .map(|n| Somebody::new(leaked(format!("Membre {n}")), leaked(format!("membre{n}@example.test"))))
        .collect();
    stage.members(community, 400, &people).await;
    let mut owner = stage.signed_in(HOST, OWNER.email).await;
    let draft = json!({ "direction": "REQUEST", "kind": "SERVICE", "settlements": ["GIFT"], "title": "Du bois", "body": "À fendre." });
    let listing = done(&mut owner, PUBLISH, json!({ "id": OsEntropy.id(), "draft": draft })).await["id"].clone();
    let mut all = Vec::new();
    for person in people {
        let mut visitor = stage.signed_in(HOST, person.email).await;
        let input =
            json!({ "id": OsEntropy.id(), "messageId": OsEntropy.id(), "listingId": listing, "body": "Bonjour." });
        let conversation = done(&mut visitor, ANSWER, input).await["conversationId"].clone();
        all.push(Writer { visitor, address: format!("10.200.0.{}", all.len() + 1), conversation });
    }
    (community, all)
}

async fn done(visitor: &mut Visitor, query: &str, input: Value) -> Value {
    let answer = visitor.graphql(query, json!({ "input": input })).await;
    let payload = answer["data"].as_object().unwrap().values().next().unwrap().clone();
    assert!(payload["refusal"].is_null(), "{answer}");
    payload
}
