use crate::{
    ground::Ground,
    people::{asks, begun, people, said, unread},
};
use conversation::{MarkRead, Send, read::mark_read, send::send, start::answer};
use futures_util::future::join_all;
use kernel::MessageId;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn messages_from_both_sides_at_once_are_all_counted_and_follow_one_another() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    let sending = (0..20).map(|number| {
        let (db, id) = (ground.db.clone(), MessageId(ground.id()));
        let who = if number % 2 == 0 { people.ada.clone() } else { people.bruno.clone() };
        tokio::spawn(async move { send(&db, &who, Send { id, conversation: talk, body: format!("{number}") }).await })
    });
    let mut moments: Vec<_> = join_all(sending).await.into_iter().map(|sent| sent.unwrap().unwrap().sent_at).collect();
    moments.sort();
    moments.dedup();
    assert_eq!(moments.len(), 20, "every message has a moment of its own");
    assert_eq!((unread(&ground, &people.bruno).await, unread(&ground, &people.ada).await), (11, 10));
    assert_eq!(said(&ground, &people.ada, talk).await.len(), 21);
    ground.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn reading_while_messages_arrive_never_loses_count() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let talk = begun(&ground, &people).await.conversation;
    let work = (0..30).map(|number| {
        let (db, id) = (ground.db.clone(), MessageId(ground.id()));
        let (ada, bruno) = (people.ada.clone(), people.bruno.clone());
        tokio::spawn(async move {
            if number % 3 == 0 {
                mark_read(&db, &bruno, MarkRead { conversation: talk, up_to: None }).await.unwrap();
            } else {
                send(&db, &ada, Send { id, conversation: talk, body: "Encore".to_owned() }).await.unwrap();
            }
        })
    });
    for done in join_all(work).await {
        done.unwrap();
    }
    let truth: i64 = sqlx::query_scalar(
        "select count(*) from message e join conversation_member cm on cm.conversation_id = e.conversation_id
         where cm.member_id = $1 and e.author_id <> $1 and e.sent_at > coalesce(cm.read_at, '-infinity')",
    )
    .bind(people.bruno.me().unwrap().member.0)
    .fetch_one(&mut ground.scratch.owner().await)
    .await
    .unwrap();
    assert_eq!(unread(&ground, &people.bruno).await, truth);
    ground.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn answering_from_several_windows_at_once_opens_one_conversation() {
    let ground = Ground::open().await;
    let people = people(&ground).await;
    let answers = (0..6).map(|number| {
        let (db, ada) = (ground.db.clone(), people.ada.clone());
        let cmd = asks(&ground, people.listing, &format!("Fenêtre {number}"));
        tokio::spawn(async move { answer(&db, &ada, cmd).await.unwrap().conversation })
    });
    let mut opened: Vec<_> = join_all(answers).await.into_iter().map(Result::unwrap).collect();
    opened.dedup();
    assert_eq!(opened.len(), 1);
    assert_eq!(said(&ground, &people.bruno, opened[0]).await.len(), 6);
    assert_eq!(unread(&ground, &people.bruno).await, 6);
    ground.close().await;
}
