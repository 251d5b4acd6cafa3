//! The post and the sink talking to each other: every answer of a relay, over real sockets.

use super::{Inbox, Sink};
use chrono::DateTime;
use kernel::{EmailAddress, JobId, Language};
use std::time::{Duration, Instant};
use workers::mail::letter::{Letter, LetterKind};
use workers::mail::post::{AddressIs, Delivery, Post, Relay};
use workers::mail::seal::{Sealed, Sender, seal};

fn letter(to: &str) -> Sealed {
    let to: EmailAddress = to.parse().unwrap();
    let sender = Sender {
        name: "Entraide Nièvre".to_owned(),
        local_part: "nievre".to_owned(),
        domain: "letters.example.test".to_owned(),
    };
    let letter = Letter {
        kind: LetterKind::Welcome,
        to,
        to_name: String::new(),
        language: Language::Fr,
        subject: "Bienvenue à l’étang".to_owned(),
        text: "Bonjour.\n.une ligne qui commence par un point\n..deux\nhttps://nievre.example.test/x\n".to_owned(),
        html: "<p>Bonjour</p>".to_owned(),
        stop: None,
        thread: None,
    };
    seal(&letter, &sender, JobId(uuid::Uuid::from_u128(3)), DateTime::from_timestamp(1_795_248_000, 0).unwrap(), None)
        .unwrap()
}

async fn start() -> (Sink, Post) {
    let sink = Sink::start("127.0.0.1:0").await.unwrap();
    let post = Post::new(sink.url().parse().unwrap());
    (sink, post)
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_sealed() {
    let (sink, post) = start().await;
    let sealed = letter("odile@example.test");
    assert_eq!(post.send(&sealed).await, Delivery::Sent);
    let received = sink.wait_for(Duration::from_secs(5), |m| m.is_to("Odile@example.test")).await.unwrap();
    assert_eq!(received.raw.trim_ascii_end(), sealed.raw().trim_ascii_end());
    assert_eq!(received.subject, "Bienvenue à l’étang");
    assert!(received.text().contains("\n.une ligne") && received.text().contains("\n..deux"), "{}", received.text());
    assert_eq!(received.links(), ["https://nievre.example.test/x"]);
    assert!(received.from.starts_with("bounce+"));
}

#[tokio::test]
async fn one_connection_carries_many_letters_without_waiting_for_acknowledgements() {
    let sink = Sink::start("127.0.0.1:0").await.unwrap();
    let post = Post::new(format!("{}?connections=1", sink.url()).parse().unwrap());
    let began = Instant::now();
    for _ in 0..100 {
        assert_eq!(post.send(&letter("odile@example.test")).await, Delivery::Sent);
    }
    // With Nagle's algorithm each letter would wait about 40 ms: 4 s in all.
    assert!(began.elapsed() < Duration::from_secs(2), "{:?}", began.elapsed());
    assert_eq!(sink.inbox().received(), 100);
}

#[tokio::test]
async fn e06_greylisting_is_tried_again_and_passes() {
    let (sink, post) = start().await;
    let sealed = letter("grey3.odile@example.test");
    for _ in 0..3 {
        assert!(matches!(post.send(&sealed).await, Delivery::Again { .. }));
    }
    assert_eq!(post.send(&sealed).await, Delivery::Sent);
    assert_eq!(sink.messages().len(), 1);
}

#[tokio::test]
async fn e07_each_refusal_means_what_it_says() {
    let (sink, post) = start().await;
    let send = |to: &'static str| {
        let post = post.clone();
        async move { post.send(&letter(to)).await }
    };
    assert!(matches!(send("hard@example.test").await, Delivery::Never { address: AddressIs::Dead, .. }));
    assert!(matches!(send("full@example.test").await, Delivery::Never { address: AddressIs::NotSpokenOf, .. }));
    assert!(matches!(send("late451@example.test").await, Delivery::Again { .. }));
    assert!(matches!(send("drop354@example.test").await, Delivery::Again { .. }));
    assert!(matches!(send("dropdot@example.test").await, Delivery::Again { .. }));
    assert_eq!(sink.messages().len(), 1, "only dropdot was kept");
    for again in ["late451@example.test", "drop354@example.test", "dropdot@example.test"] {
        assert_eq!(send(again).await, Delivery::Sent, "{again}");
    }
    let twice = sink.messages().into_iter().filter(|m| m.is_to("dropdot@example.test")).collect::<Vec<_>>();
    assert_eq!(twice.len(), 2);
    assert_eq!(twice[0].raw, twice[1].raw, "a repetition is the very same letter");
}

#[tokio::test]
async fn e05_a_crawling_relay_frees_the_sender_and_others_pass_meanwhile() {
    let sink = Sink::start("127.0.0.1:0").await.unwrap();
    let mut relay: Relay = sink.url().parse().unwrap();
    relay.patience = Duration::from_millis(300);
    let post = Post::new(relay);
    let (slow, ada) = (letter("slow@example.test"), letter("ada@example.test"));
    let (crawled, passed) = tokio::join!(post.send(&slow), post.send(&ada));
    assert!(matches!(crawled, Delivery::Again { .. }));
    assert_eq!(passed, Delivery::Sent);
}

#[tokio::test]
async fn e04_a_relay_that_comes_back_is_used_again() {
    let (sink, post) = start().await;
    assert_eq!(post.send(&letter("ada@example.test")).await, Delivery::Sent);
    let (address, inbox) = (sink.address(), sink.inbox().clone());
    drop(sink);
    // The kept connection is cut and nobody listens: the post says "again", it does not fail.
    let outcome = post.send(&letter("ada@example.test")).await;
    assert!(matches!(outcome, Delivery::Again { .. } | Delivery::Sent), "{outcome:?}");
    let before = inbox.received();
    let back = retry_bind(address, inbox).await;
    assert_eq!(post.send(&letter("ada@example.test")).await, Delivery::Sent);
    assert_eq!(back.inbox().received(), before + 1);
}

/// The port is free again once the old task is gone; until then binding is refused.
async fn retry_bind(address: std::net::SocketAddr, inbox: Inbox) -> Sink {
    loop {
        match Sink::start_with(address, inbox.clone()).await {
            Ok(sink) => return sink,
            Err(_) => tokio::task::yield_now().await,
        }
    }
}

#[tokio::test]
async fn waiting_for_a_letter_that_never_comes_ends() {
    let (sink, _) = start().await;
    assert!(sink.wait_for(Duration::from_millis(20), |_| true).await.is_none());
}

#[tokio::test]
async fn the_inbox_forgets_the_oldest_and_can_be_emptied() {
    let inbox = Inbox::empty();
    for _ in 0..=super::KEEP_MESSAGES {
        inbox.keep("a@example.test", &["b@example.test".to_owned()], b"Subject: x\r\n\r\nx\r\n".to_vec()).await;
    }
    assert_eq!(inbox.messages().len(), super::KEEP_MESSAGES);
    assert_eq!(inbox.messages()[0].number, 2);
    inbox.clear();
    assert_eq!((inbox.messages().len(), inbox.received()), (0, super::KEEP_MESSAGES as u64 + 1));
}
