//! The letter about private messages: after five minutes, one a recipient, none if read, never the text.

use crate::ground::{Ground, address};
use chrono::Duration;
use conversation::{Answer, MarkRead, Send, send::send, start::answer};
use exchange::{Direction, Draft, Kind, Publish, Settlement, publish::publish};
use kernel::{Caller, CommunityId, ConversationId, ListingId, MessageId};
use membership::stop::stop_letters;

async fn listing(ground: &Ground, author: &Caller) -> ListingId {
    let id = ListingId(ground.id());
    let draft = Draft {
        direction: Some(Direction::Offer),
        kind: Some(Kind::Loan),
        settlements: vec![Settlement::Gift],
        title: "Perceuse à percussion".to_owned(),
        body: "Elle dort dans mon atelier.".to_owned(),
        category: String::new(),
        town: "Corbigny".to_owned(),
        ..Draft::default()
    };
    publish(&ground.db, author, Publish { id, draft }).await.unwrap();
    id
}

/// Ada has written to Bruno, who has not looked yet.
async fn written(ground: &Ground) -> (CommunityId, Caller, Caller, ConversationId) {
    let community = ground.quiet_community("nievre", &["Ada", "Bruno"]).await;
    let (ada, bruno) = (ground.caller(community, "Ada").await, ground.caller(community, "Bruno").await);
    let listing = listing(ground, &bruno).await;
    let conversation = ConversationId(ground.id());
    let cmd = Answer {
        id: conversation,
        listing,
        message: MessageId(ground.id()),
        body: "Le code du portail est 4711".to_owned(),
    };
    answer(&ground.db, &ada, cmd).await.unwrap();
    (community, ada, bruno, conversation)
}

async fn says(ground: &Ground, who: &Caller, conversation: ConversationId, body: &str) {
    let cmd = Send { id: MessageId(ground.id()), conversation, body: body.to_owned() };
    send(&ground.db, who, cmd).await.unwrap();
}

#[tokio::test]
async fn a_letter_tells_of_messages_after_five_minutes_once_and_without_their_text() {
    let ground = Ground::open().await;
    let (_, ada, _, conversation) = written(&ground).await;
    ground.advance(Duration::minutes(4)).await;
    assert_eq!(ground.letters_to(&address("Bruno")).len(), 0);
    says(&ground, &ada, conversation, "Et encore ceci").await;
    ground.advance(Duration::minutes(2)).await;
    let letter = ground.letter_to(&address("Bruno")).await;
    assert_eq!(letter.subject, "Ada vous a écrit 2 messages");
    assert!(!letter.text().contains("4711") && !letter.html().contains("4711"), "bar E10: no private text");
    // Lines are broken wherever they are long.
    let text = letter.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Perceuse à percussion") && text.contains(&format!("/messages/{conversation}")), "{text}");
    ground.advance(Duration::hours(2)).await;
    assert_eq!(ground.letters_to(&address("Bruno")).len(), 1);
    ground.lint_all();
    ground.close().await;
}

#[tokio::test]
async fn no_letter_tells_of_what_was_read() {
    let ground = Ground::open().await;
    let (_, _, bruno, conversation) = written(&ground).await;
    conversation::read::mark_read(&ground.db, &bruno, MarkRead { conversation, up_to: None }).await.unwrap();
    let drained = ground.advance(Duration::minutes(6)).await;
    assert_eq!((drained.done, ground.letters_to(&address("Bruno")).len()), (0, 0));
    ground.close().await;
}

#[tokio::test]
async fn letters_of_one_conversation_hang_together() {
    let ground = Ground::open().await;
    let (_, ada, _, conversation) = written(&ground).await;
    ground.advance(Duration::minutes(6)).await;
    says(&ground, &ada, conversation, "Toujours là ?").await;
    ground.advance(Duration::minutes(6)).await;
    let letters = ground.letters_to(&address("Bruno"));
    assert_eq!(letters.len(), 2);
    assert_eq!(letters[0].header("References"), letters[1].header("References"));
    assert!(letters[0].header("References").unwrap().contains(&conversation.to_string()));
    assert_ne!(letters[0].header("Message-ID"), letters[1].header("Message-ID"));
    ground.close().await;
}

#[tokio::test]
async fn e11_one_click_in_a_letter_stops_letters_of_its_kind_and_no_other() {
    let ground = Ground::open().await;
    let (community, ada, _, conversation) = written(&ground).await;
    ground.advance(Duration::minutes(6)).await;
    let letter = ground.letter_to(&address("Bruno")).await;
    let link = letter.header("List-Unsubscribe").unwrap();
    let token = link.trim_end_matches('>').rsplit('/').next().unwrap().to_owned();
    assert!(letter.text().contains(&format!("/letters/stop/{token}")));
    stop_letters(&ground.db, community, &token).await.unwrap();
    says(&ground, &ada, conversation, "Encore").await;
    ground.advance(Duration::minutes(6)).await;
    assert_eq!(ground.letters_to(&address("Bruno")).len(), 1, "stopped");
    ground.asks_to_sign_in(community, &address("Bruno")).await;
    ground.drain().await;
    assert_eq!(ground.letters_to(&address("Bruno")).len(), 2, "security mail is not affected");
    ground.close().await;
}
