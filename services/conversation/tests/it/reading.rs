use crate::{
    ground::Ground,
    people::{asks, begun, listing, people, says, unread},
};
use conversation::{ConversationError, MarkRead, read::mark_read, start::answer, views};
use kernel::PageRequest;
use std::collections::BTreeSet;

#[tokio::test]
async fn unread_counts_what_the_other_side_wrote_since_and_nothing_else() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    says(&ground, &people.ada, talk, "Ou dimanche ?").await.unwrap();
    assert_eq!((unread(&ground, &people.bruno).await, unread(&ground, &people.ada).await), (2, 0));
    says(&ground, &people.bruno, talk, "Samedi.").await.unwrap();
    assert_eq!((unread(&ground, &people.bruno).await, unread(&ground, &people.ada).await), (2, 1));
    let all = MarkRead { conversation: talk, up_to: None };
    assert_eq!(mark_read(&ground.db, &people.bruno, all).await.unwrap(), 0);
    assert_eq!((unread(&ground, &people.bruno).await, unread(&ground, &people.ada).await), (0, 1));
    assert_eq!(notice::unread(&ground.db, &people.bruno).await.unwrap(), 0, "what was told of it is read as well");
    says(&ground, &people.ada, talk, "Parfait.").await.unwrap();
    assert_eq!(unread(&ground, &people.bruno).await, 1);
    ground.close().await;
}

#[tokio::test]
async fn what_arrives_while_somebody_reads_stays_unread_and_reading_never_turns_back() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let first = begun(&ground, &people).await;
    let talk = first.conversation;
    let second = says(&ground, &people.ada, talk, "Deux").await.unwrap();
    says(&ground, &people.ada, talk, "Trois").await.unwrap();
    let up_to = |message| MarkRead { conversation: talk, up_to: Some(message) };
    assert_eq!(mark_read(&ground.db, &people.bruno, up_to(second.message)).await.unwrap(), 1);
    assert_eq!(mark_read(&ground.db, &people.bruno, up_to(first.message)).await.unwrap(), 1);
    assert_eq!(unread(&ground, &people.bruno).await, 1);
    ground.close().await;
}

#[tokio::test]
async fn a_message_of_another_conversation_is_no_place_to_read_up_to() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    let other = listing(&ground, &people.eve).await;
    let elsewhere = answer(&ground.db, &people.bruno, asks(&ground, other, "Bonjour Eve")).await.unwrap();
    let wrong = MarkRead { conversation: talk, up_to: Some(elsewhere.message) };
    assert!(matches!(mark_read(&ground.db, &people.bruno, wrong).await, Err(ConversationError::NotFound)));
    assert_eq!(unread(&ground, &people.bruno).await, 1);
    ground.close().await;
}

#[tokio::test]
async fn messages_page_back_without_gaps_or_doubles() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let first = begun(&ground, &people).await;
    let mut all = BTreeSet::from([first.message]);
    for number in 0..10 {
        all.insert(says(&ground, &people.ada, first.conversation, &format!("{number}")).await.unwrap().message);
    }
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let request = PageRequest::new(3, after);
        let page = views::conversation(&ground.db, &people.bruno, first.conversation, &request)
            .await
            .unwrap()
            .unwrap()
            .messages;
        seen.extend(page.items.iter().map(|message| (message.sent_at, message.id)));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert!(seen.windows(2).all(|pair| pair[0].0 > pair[1].0), "later messages have later moments");
    assert_eq!(seen.iter().map(|(_, id)| *id).collect::<BTreeSet<_>>(), all);
    ground.close().await;
}

#[tokio::test]
async fn the_inbox_is_ordered_by_the_last_message_and_pages_without_gaps() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let mut talks = vec![begun(&ground, &people).await.conversation];
    for _ in 0..4 {
        ground.clock.advance(chrono::Duration::minutes(1));
        let listing = listing(&ground, &people.eve).await;
        talks.push(answer(&ground.db, &people.ada, asks(&ground, listing, "Bonjour Eve")).await.unwrap().conversation);
    }
    ground.clock.advance(chrono::Duration::minutes(1));
    says(&ground, &people.bruno, talks[0], "Samedi.").await.unwrap();
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let page = views::inbox(&ground.db, &people.ada, &PageRequest::new(2, after)).await.unwrap();
        seen.extend(page.items.iter().map(|row| row.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen, [talks[0], talks[4], talks[3], talks[2], talks[1]]);
    ground.close().await;
}
