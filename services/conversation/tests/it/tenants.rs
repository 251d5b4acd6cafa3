use crate::{
    ground::Ground,
    people::{asks, begun, people, said, says},
};
use conversation::{MarkRead, read::mark_read, start::answer, views};
use kernel::{Caller, ConversationId, ListingId, MessageId, PageRequest, Refuse};

/// Everything that can be tried with these ids, and what came back.
async fn answers(ground: &Ground, who: &Caller, talk: ConversationId, message: MessageId) -> Vec<String> {
    let all = PageRequest::new(10, None);
    let mark = MarkRead { conversation: talk, up_to: Some(message) };
    vec![
        format!("{:?}", views::conversation(&ground.db, who, talk, &all).await.unwrap()),
        format!("{:?}", views::message(&ground.db, who, message).await.unwrap()),
        format!("{:?}", says(ground, who, talk, "Bonjour").await.unwrap_err().refusal()),
        format!("{:?}", mark_read(&ground.db, who, mark).await.unwrap_err().refusal()),
        format!("{:?}", views::inbox(&ground.db, who, &all).await.unwrap()),
    ]
}

#[tokio::test]
async fn t4_the_conversation_of_other_people_answers_like_an_absent_one() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let sent = begun(&ground, &people).await;
    let stranger = ground.steward(ground.community("b").await, "Mallory").await;
    let steward = ground.steward(people.community, "Solange").await;
    let (no_talk, no_message) = (ConversationId(ground.id()), MessageId(ground.id()));
    for outsider in [&people.eve, &steward, &stranger] {
        let real = answers(&ground, outsider, sent.conversation, sent.message).await;
        assert_eq!(real, answers(&ground, outsider, no_talk, no_message).await);
        assert_eq!(real.first().map(String::as_str), Some("None"));
    }
    assert_eq!(said(&ground, &people.bruno, sent.conversation).await, ["Bonjour Bruno, samedi ?"]);
    ground.close().await;
}

#[tokio::test]
async fn t4_a_foreign_listing_is_answered_like_an_absent_one() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let stranger = ground.member(ground.community("b").await, "Mallory").await;
    let tried = |listing| {
        let cmd = asks(&ground, listing, "Bonjour");
        let (db, stranger) = (&ground.db, &stranger);
        async move { format!("{:?}", answer(db, stranger, cmd).await.unwrap_err().refusal()) }
    };
    assert_eq!(tried(people.listing).await, tried(ListingId(ground.id())).await);
    assert_eq!(views::about(&ground.db, &stranger, people.listing).await.unwrap(), None);
    ground.close().await;
}

#[tokio::test]
async fn t5_a_conversation_cannot_be_begun_under_the_id_of_other_peoples() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let sent = begun(&ground, &people).await;
    let stolen = conversation::Answer { id: sent.conversation, ..asks(&ground, people.listing, "Bonjour") };
    let refused = answer(&ground.db, &people.eve, stolen).await.unwrap_err();
    assert_eq!(refused.refusal().code, "NOT_FOUND");
    assert_eq!(said(&ground, &people.ada, sent.conversation).await.len(), 1);
    assert_eq!(views::about(&ground.db, &people.eve, people.listing).await.unwrap(), None);
    ground.close().await;
}
