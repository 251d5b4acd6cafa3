//! Relays that refuse, put off and go away.

use crate::ground::{Ground, address, runner};
use chrono::Duration;
use workers::Drained;

#[tokio::test]
async fn e06_a_greylisted_letter_arrives_with_the_name_it_had_from_the_start() {
    let ground = Ground::open().await;
    ground.community("nievre", "confiance", Some(1), &["grey3.ada"]).await;
    let first = ground.drain().await;
    assert_eq!((first.done, first.again), (1, 1), "the owner's arrived, Ada's was put off");
    for minutes in [2, 7, 40] {
        ground.advance(Duration::minutes(minutes)).await;
    }
    let letter = ground.letter_to(&address("grey3.ada")).await;
    assert_eq!(ground.letters_to(&address("grey3.ada")).len(), 1);
    let noted: String = sqlx::query_scalar("select message_id from letter where recipient like 'grey3%'")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(letter.header("Message-ID").unwrap(), noted);
    assert_eq!(ground.jobs().await, Vec::<String>::new());
    ground.close().await;
}

#[tokio::test]
async fn e06_a_sign_in_letter_is_never_sent_after_its_expiry() {
    let ground = Ground::open().await;
    let community = ground.quiet_community("nievre", &[]).await;
    ground.asks_to_sign_in(community, "grey9.eve@example.test").await;
    assert_eq!(ground.drain().await.again, 1);
    let late = ground.advance(Duration::minutes(11)).await;
    assert_eq!(late, Drained { dropped: 1, ..Drained::default() });
    assert_eq!((ground.jobs().await, ground.sink.messages().len()), (Vec::new(), 0));
    ground.close().await;
}

#[tokio::test]
async fn e07_a_dead_address_is_written_to_once_and_never_again() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "confiance", Some(1), &["hard.ada"]).await;
    let drained = ground.drain().await;
    assert_eq!((drained.done, drained.not_needed, drained.buried), (1, 1, 0));
    ground.asks_to_sign_in(community, "hard.ada@example.test").await;
    ground.clock.advance(Duration::minutes(1));
    assert_eq!(ground.drain().await.not_needed, 1);
    // The two founders' letters leave side by side, at one moment: which is noted first says nothing.
    let mut noted = ground.noted().await;
    noted.sort();
    assert_eq!(noted, ["founder refused", "founder sent", "sign_in suppressed"]);
    assert_eq!(ground.sink.inbox().attempts("hard.ada@example.test"), 1);
    ground.close().await;
}

#[tokio::test]
async fn e07_a_bare_550_kills_no_address() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "confiance", Some(1), &["bare.ada"]).await;
    let drained = ground.drain().await;
    assert_eq!((drained.done, drained.not_needed, drained.buried), (1, 1, 0));
    ground.asks_to_sign_in(community, "bare.ada@example.test").await;
    ground.drain().await;
    assert_eq!(ground.sink.inbox().attempts("bare.ada@example.test"), 2, "the next letter is tried");
    ground.close().await;
}

#[tokio::test]
async fn r3_a_relay_that_repeats_the_address_does_not_bring_it_into_jobs_letters_or_lists() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "confiance", Some(1), &["echo.ada"]).await;
    assert_eq!(ground.drain().await.buried, 1);
    let kept: Vec<String> = sqlx::query_scalar(
        "select coalesce(last_error, '') from job union all select answer from letter union all select reason from suppressed_address",
    )
    .fetch_all(&mut ground.scratch.owner().await)
    .await
    .unwrap();
    assert!(kept.iter().any(|text| text == "550 5.7.1 to RCPT"), "the operator sees the codes: {kept:?}");
    assert!(kept.iter().all(|text| !text.contains("echo")), "{kept:?}");
    let operator = kernel::Caller::house(community);
    let page = kernel::PageRequest::new(10, None);
    let buried = community::operator::buried(&ground.db, &operator, page).await.unwrap();
    assert!(buried.items.iter().all(|job| !job.last_error.contains('@')));
    ground.close().await;
}

#[tokio::test]
async fn e07_a_full_mailbox_buries_the_letter_where_the_operator_sees_it_and_kills_no_address() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "confiance", Some(1), &["full.ada"]).await;
    assert_eq!(ground.drain().await.buried, 1);
    assert_eq!(ground.jobs().await, ["welcome_founder buried"]);
    let error: String =
        sqlx::query_scalar("select last_error from job").fetch_one(&mut ground.scratch.owner().await).await.unwrap();
    assert!(error.contains("552"), "{error}");
    let suppressed: i64 = sqlx::query_scalar("select count(*) from suppressed_address")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(suppressed, 0);
    let id: uuid::Uuid =
        sqlx::query_scalar("select id from job").fetch_one(&mut ground.scratch.owner().await).await.unwrap();
    assert!(database::queue::revive(&ground.db, community, id.into(), None).await.unwrap());
    assert_eq!(ground.drain().await.buried, 1, "the operator may try again");
    ground.close().await;
}

#[tokio::test]
async fn e04_nothing_is_lost_while_the_relay_is_away_and_all_leaves_soon_after_its_return() {
    let ground = Ground::open().await;
    let founders: Vec<String> = (0..20).map(|n| format!("founder{n}")).collect();
    ground.community("nievre", "confiance", Some(1), &founders.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let away = runner(&ground.db, "smtp://127.0.0.1:9".parse().unwrap());
    // One hour without a relay: every attempt fails, none is counted out.
    for _ in 0..12 {
        let drained = away.drain().await.unwrap();
        assert_eq!((drained.done, drained.buried), (0, 0), "{drained:?}");
        ground.clock.advance(Duration::minutes(5));
    }
    for _ in 0..3 {
        ground.drain().await;
        ground.clock.advance(Duration::minutes(5));
    }
    assert_eq!(ground.sink.messages().len(), 21, "the owner and twenty founders within fifteen minutes");
    assert_eq!(ground.jobs().await, Vec::<String>::new());
    ground.close().await;
}

#[tokio::test]
async fn e07_a_connection_lost_after_the_content_costs_one_identical_repetition() {
    let ground = Ground::open().await;
    ground.community("nievre", "confiance", Some(1), &["dropdot.ada"]).await;
    assert_eq!(ground.drain().await.again, 1);
    ground.advance(Duration::minutes(10)).await;
    let letters = ground.letters_to("dropdot.ada@example.test");
    assert_eq!(letters.len(), 2);
    assert_eq!(letters[0].header("Message-ID"), letters[1].header("Message-ID"));
    assert_eq!((letters[0].text(), letters[0].html()), (letters[1].text(), letters[1].html()));
    ground.close().await;
}
