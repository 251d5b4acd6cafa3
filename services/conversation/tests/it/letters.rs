use crate::{
    ground::{Ground, member_of},
    people::{People, begun, people, says},
};
use chrono::Duration;
use conversation::{MarkRead, MessageLetter, UnreadLetter, letter, read::mark_read};
use kernel::{Caller, ConversationId};

fn to_bruno(people: &People, conversation: ConversationId) -> MessageLetter {
    MessageLetter { conversation, member: member_of(&people.bruno) }
}

async fn due(ground: &Ground, people: &People, job: &MessageLetter) -> Option<UnreadLetter> {
    letter::letter(&ground.db, &Caller::house(people.community), job).await.unwrap()
}

async fn told(ground: &Ground, people: &People, job: &MessageLetter, letter: &UnreadLetter) {
    letter::told(&ground.db, &Caller::house(people.community), job, letter.up_to).await.unwrap();
}

#[tokio::test]
async fn one_letter_is_planned_five_minutes_after_the_first_unread_message_and_tells_them_all() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let beginning = ground.now();
    let talk = begun(&ground, &people).await.conversation;
    ground.clock.advance(Duration::minutes(1));
    says(&ground, &people.ada, talk, "Ou dimanche ?").await.unwrap();
    let jobs = ground.jobs("message_letter").await;
    assert_eq!(jobs.iter().map(|(due, _)| *due).collect::<Vec<_>>(), [beginning + Duration::minutes(5)]);
    let job: MessageLetter = serde_json::from_value(jobs[0].1.clone()).unwrap();
    assert_eq!(job, to_bruno(&people, talk));
    let letter = due(&ground, &people, &job).await.unwrap();
    assert_eq!((letter.sender.name.as_str(), letter.listing_title.as_str()), ("Ada", "Perceuse à percussion"));
    let bodies: Vec<_> = letter.messages.iter().map(|message| message.body.as_str()).collect();
    assert_eq!(bodies, ["Bonjour Bruno, samedi ?", "Ou dimanche ?"]);
    ground.close().await;
}

#[tokio::test]
async fn the_same_messages_are_never_told_twice() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    let job = to_bruno(&people, talk);
    let first = due(&ground, &people, &job).await.unwrap();
    // Sending failed: the same letter is due again, until it has left.
    assert_eq!(due(&ground, &people, &job).await.as_ref(), Some(&first));
    told(&ground, &people, &job, &first).await;
    assert_eq!(due(&ground, &people, &job).await, None);
    says(&ground, &people.ada, talk, "Ou dimanche ?").await.unwrap();
    let second = due(&ground, &people, &job).await.unwrap();
    assert_eq!(second.messages.iter().map(|message| message.body.as_str()).collect::<Vec<_>>(), ["Ou dimanche ?"]);
    assert_eq!(ground.jobs("message_letter").await.len(), 2);
    ground.close().await;
}

#[tokio::test]
async fn what_was_read_is_not_told() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    mark_read(&ground.db, &people.bruno, MarkRead { conversation: talk, up_to: None }).await.unwrap();
    assert_eq!(due(&ground, &people, &to_bruno(&people, talk)).await, None);
    ground.close().await;
}

#[tokio::test]
async fn a_message_that_arrives_while_the_letter_is_written_gets_its_own() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    let job = to_bruno(&people, talk);
    let letter = due(&ground, &people, &job).await.unwrap();
    ground.clock.advance(Duration::minutes(6));
    says(&ground, &people.ada, talk, "Trop tard pour cette lettre.").await.unwrap();
    assert_eq!(ground.jobs("message_letter").await.len(), 1, "the letter that is being written stands for it");
    told(&ground, &people, &job, &letter).await;
    let jobs = ground.jobs("message_letter").await;
    assert_eq!(jobs.last().map(|(due, _)| *due), Some(ground.now() + Duration::minutes(5)));
    assert_eq!(jobs.len(), 2);
    let next = due(&ground, &people, &job).await.unwrap();
    assert_eq!(
        next.messages.iter().map(|message| message.body.as_str()).collect::<Vec<_>>(),
        ["Trop tard pour cette lettre."]
    );
    ground.close().await;
}

#[tokio::test]
async fn whoever_wants_no_such_letters_gets_none() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    sqlx::query("update member set message_letters = false where id = $1")
        .bind(member_of(&people.bruno).0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(due(&ground, &people, &to_bruno(&people, talk)).await, None);
    ground.close().await;
}

#[tokio::test]
async fn only_the_house_writes_letters() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    assert!(letter::letter(&ground.db, &people.bruno, &to_bruno(&people, talk)).await.is_err());
    assert!(letter::told(&ground.db, &people.bruno, &to_bruno(&people, talk), ground.now()).await.is_err());
    ground.close().await;
}
