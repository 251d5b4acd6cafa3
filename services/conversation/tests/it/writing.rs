use crate::{
    ground::Ground,
    people::{asks, begun, listing, people, said, says, unread},
};
use conversation::{ConversationError, Send, send::send, start::answer, views};
use exchange::{Close, close::close};
use kernel::{MessageId, PageRequest, Refuse, Standing};

#[tokio::test]
async fn an_answer_opens_a_conversation_and_tells_the_author() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let sent = begun(&ground, &people).await;
    let inbox = views::inbox(&ground.db, &people.bruno, &PageRequest::new(10, None)).await.unwrap();
    let row = inbox.items.first().unwrap();
    assert_eq!((row.id, row.unread, row.last_is_mine), (sent.conversation, 1, false));
    assert_eq!((row.other.name.as_str(), row.preview.as_str()), ("Ada", "Bonjour Bruno, samedi ?"));
    assert_eq!(ground.told(&people.bruno).await, ["message_received"]);
    assert_eq!(views::about(&ground.db, &people.ada, people.listing).await.unwrap(), Some(sent.conversation));
    let helpers = exchange::views::helpers(&ground.db, &people.bruno, people.listing).await.unwrap();
    assert_eq!(helpers.iter().map(|card| card.name.as_str()).collect::<Vec<_>>(), ["Ada"]);
    ground.close().await;
}

#[tokio::test]
async fn sending_twice_with_the_same_id_writes_once_and_answers_the_same() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let first = asks(&ground, people.listing, "Bonjour Bruno, samedi ?");
    let sent = answer(&ground.db, &people.ada, first.clone()).await.unwrap();
    ground.clock.advance(chrono::Duration::minutes(1));
    assert_eq!(answer(&ground.db, &people.ada, first).await.unwrap(), sent);
    let reply = Send { id: MessageId(ground.id()), conversation: sent.conversation, body: "Oui.".to_owned() };
    let replied = send(&ground.db, &people.bruno, reply.clone()).await.unwrap();
    assert_eq!(send(&ground.db, &people.bruno, reply).await.unwrap(), replied);
    assert_eq!((unread(&ground, &people.bruno).await, unread(&ground, &people.ada).await), (1, 1));
    assert_eq!(said(&ground, &people.ada, sent.conversation).await, ["Bonjour Bruno, samedi ?", "Oui."]);
    ground.close().await;
}

#[tokio::test]
async fn a_second_answer_continues_the_conversation_there_is() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let first = begun(&ground, &people).await;
    let second = answer(&ground.db, &people.ada, asks(&ground, people.listing, "Ou dimanche ?")).await.unwrap();
    assert_eq!(first.conversation, second.conversation);
    assert_eq!(said(&ground, &people.bruno, first.conversation).await.len(), 2);
    ground.close().await;
}

#[tokio::test]
async fn a_closed_listing_takes_no_new_answers_but_conversations_go_on() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let sent = begun(&ground, &people).await;
    let end = Close { id: people.listing, helped_by: None, thanks: String::new() };
    close(&ground.db, &people.bruno, end).await.unwrap();
    let late = answer(&ground.db, &people.eve, asks(&ground, people.listing, "Et moi ?")).await.unwrap_err();
    assert_eq!(late.refusal().code, "LISTING_CLOSED");
    says(&ground, &people.ada, sent.conversation, "Merci quand même.").await.unwrap();
    answer(&ground.db, &people.ada, asks(&ground, people.listing, "À bientôt.")).await.unwrap();
    assert_eq!(said(&ground, &people.bruno, sent.conversation).await.len(), 3);
    ground.close().await;
}

#[tokio::test]
async fn one_does_not_answer_oneself() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let own = answer(&ground.db, &people.bruno, asks(&ground, people.listing, "Tiens.")).await;
    assert!(matches!(own, Err(ConversationError::OwnListing)));
    ground.close().await;
}

#[tokio::test]
async fn nobody_out_writes_and_nobody_out_is_written_to() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let sent = begun(&ground, &people).await;
    let ada = ground.stands(&people.ada, Standing::Suspended).await;
    let refused = says(&ground, &ada, sent.conversation, "Je suis là.").await;
    assert!(matches!(refused, Err(ConversationError::Forbidden(_))));
    let unheard = says(&ground, &people.bruno, sent.conversation, "Ada ?").await.unwrap_err();
    assert_eq!(unheard.refusal().code, "RECIPIENT_AWAY");
    let gone = listing(&ground, &people.eve).await;
    ground.stands(&people.eve, Standing::Left).await;
    let nobody = answer(&ground.db, &people.bruno, asks(&ground, gone, "Bonjour Eve")).await;
    assert!(matches!(nobody, Err(ConversationError::NotFound)));
    ground.close().await;
}

#[tokio::test]
async fn the_id_of_somebody_elses_message_is_not_found_and_nothing_is_written() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let sent = begun(&ground, &people).await;
    let stolen = Send { id: sent.message, conversation: sent.conversation, body: "Autre texte".to_owned() };
    assert!(matches!(send(&ground.db, &people.bruno, stolen).await, Err(ConversationError::NotFound)));
    assert_eq!(said(&ground, &people.ada, sent.conversation).await, ["Bonjour Bruno, samedi ?"]);
    assert_eq!(unread(&ground, &people.ada).await, 0);
    ground.close().await;
}

#[tokio::test]
async fn c6_a_member_begins_thirty_conversations_a_day_and_those_there_are_go_on() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let most = usize::try_from(conversation::limits::CONVERSATIONS_A_DAY).unwrap();
    let mut listings = Vec::new();
    for n in 0..=most {
        if n % 15 == 0 {
            // Nobody publishes so many in a day.
            ground.clock.advance(chrono::Duration::days(1));
        }
        listings.push(listing(&ground, &people.bruno).await);
    }
    for (n, about) in listings.iter().enumerate() {
        let answered = answer(&ground.db, &people.ada, asks(&ground, *about, "Bonjour")).await;
        assert_eq!(answered.is_ok(), n < most, "conversation {n}: {answered:?}");
    }
    let refused = answer(&ground.db, &people.ada, asks(&ground, listings[most], "Bonjour")).await.unwrap_err();
    assert_eq!(refused.refusal().code, "CONVERSATIONS_ENOUGH_TODAY");
    assert!(answer(&ground.db, &people.ada, asks(&ground, listings[0], "Encore")).await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn c6_a_member_writes_three_hundred_messages_a_day() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let conversation = begun(&ground, &people).await.conversation;
    let write = async || {
        let cmd = Send { id: MessageId(ground.id()), conversation, body: "Oui.".to_owned() };
        send(&ground.db, &people.ada, cmd).await
    };
    for written in 1..conversation::limits::MESSAGES_A_DAY {
        if written % 90 == 0 {
            ground.clock.advance(chrono::Duration::minutes(10));
        }
        write().await.unwrap();
    }
    ground.clock.advance(chrono::Duration::minutes(10));
    assert!(matches!(write().await, Err(ConversationError::EnoughWritten)));
    let reply = Send { id: MessageId(ground.id()), conversation, body: "Bon.".to_owned() };
    assert!(send(&ground.db, &people.bruno, reply).await.is_ok(), "the other one may");
    ground.clock.advance(chrono::Duration::days(1));
    assert!(write().await.is_ok());
    ground.close().await;
}

#[tokio::test]
async fn whoever_has_received_much_answers_a_new_offer_later_and_goes_on_where_they_were() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let before = begun(&ground, &people).await;
    let taken = listing(&ground, &people.eve).await;
    let end = Close { id: taken, helped_by: people.ada.me().map(|me| me.member), thanks: String::new() };
    close(&ground.db, &people.eve, end).await.unwrap();
    sqlx::query("update community set policy = policy || '{\"fair_share\": 1}' where id = $1")
        .bind(people.community.0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let offer = listing(&ground, &people.bruno).await;
    let early = answer(&ground.db, &people.ada, asks(&ground, offer, "Je la prends !")).await.unwrap_err();
    assert_eq!(early.refusal().code, "LISTING_OTHERS_FIRST");
    assert_eq!(views::about(&ground.db, &people.ada, offer).await.unwrap(), None, "nothing was written");
    answer(&ground.db, &people.eve, asks(&ground, offer, "Moi aussi.")).await.unwrap();
    says(&ground, &people.ada, before.conversation, "Et pour samedi ?").await.unwrap();
    answer(&ground.db, &people.ada, asks(&ground, people.listing, "Ou dimanche ?")).await.unwrap();
    ground.clock.advance(exchange::limits::fair_delay());
    answer(&ground.db, &people.ada, asks(&ground, offer, "Elle est encore là ?")).await.unwrap();
    ground.close().await;
}
