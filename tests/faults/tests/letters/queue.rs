//! Lanes, leases, kinds nobody knows, and the runner as it really runs.

use crate::ground::Ground;
use chrono::Duration;
use database::{Lane, queue};
use std::time::Duration as Pause;
use tokio::sync::watch;

#[tokio::test]
async fn a_job_of_an_unknown_kind_is_buried_and_harms_nobody() {
    let ground = Ground::open().await;
    let community = ground.quiet_community("nievre", &[]).await;
    sqlx::query("insert into job (community_id, id, lane, kind, payload, run_at, created_at) values ($1, $2, 'prompt', 'dance', '{}', $3, $3)")
        .bind(community.0)
        .bind(ground.id())
        .bind(ground.now())
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(ground.drain().await.buried, 1);
    assert_eq!(ground.jobs().await, ["dance buried"]);
    ground.close().await;
}

#[tokio::test]
async fn e02_the_work_of_a_dead_worker_is_done_again_after_its_lease() {
    let ground = Ground::open().await;
    ground.community("nievre", "confiance", Some(1), &[]).await;
    let dead = queue::lease(&ground.db, Lane::Prompt, 10, 10, Duration::minutes(5)).await.unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!(ground.advance(Duration::minutes(4)).await.total(), 0, "the lease holds");
    assert_eq!(ground.advance(Duration::minutes(2)).await.done, 1);
    let letter = ground.letter_to("odile.nievre@example.test").await;
    assert_eq!(letter.header("Message-ID").unwrap(), format!("<{}@{}>", dead[0].id, crate::ground::DOMAIN));
    // The dead worker comes back to life and answers for a lease it no longer holds.
    queue::bury(&ground.db, &dead[0], "too late").await.unwrap();
    assert_eq!(ground.jobs().await, Vec::<String>::new());
    ground.close().await;
}

#[tokio::test]
async fn e05_security_mail_does_not_stand_behind_the_rest() {
    let ground = Ground::open().await;
    let founders: Vec<String> = (0..30).map(|n| format!("founder{n}")).collect();
    let community = ground
        .community("nievre", "confiance", Some(1), &founders.iter().map(String::as_str).collect::<Vec<_>>())
        .await;
    ground.asks_to_sign_in(community, "eve@example.test").await;
    ground.drain().await;
    assert!(ground.sink.messages()[0].is_to("eve@example.test"), "the sign-in letter left first");
    assert_eq!(ground.sink.messages().len(), 32);
    ground.close().await;
}

#[tokio::test]
async fn a_large_community_does_not_keep_a_small_one_waiting() {
    let ground = Ground::open().await;
    let founders: Vec<String> = (0..40).map(|n| format!("founder{n}")).collect();
    ground.community("large", "confiance", Some(1), &founders.iter().map(String::as_str).collect::<Vec<_>>()).await;
    ground.clock.advance(Duration::seconds(1));
    ground.community("small", "confiance", Some(1), &[]).await;
    let leased = queue::lease(&ground.db, Lane::Prompt, 4, 4, Duration::minutes(5)).await.unwrap();
    let communities: std::collections::BTreeSet<_> = leased.iter().map(|job| job.community).collect();
    assert_eq!(communities.len(), 2, "both have a turn in the first four");
    ground.close().await;
}

#[tokio::test]
async fn the_runner_wakes_up_for_news_and_stops_when_told() {
    let ground = Ground::open().await;
    let (stop, stopped) = watch::channel(false);
    let runner = ground.runner.clone();
    let running = tokio::spawn(async move { runner.run(stopped).await });
    ground.community("nievre", "confiance", Some(1), &["Ada"]).await;
    let arrived = ground.sink.wait_for(Pause::from_secs(20), |letter| letter.is_to("ada@example.test")).await;
    assert!(arrived.is_some());
    stop.send(true).unwrap();
    tokio::time::timeout(Pause::from_secs(20), running).await.unwrap().unwrap();
    ground.close().await;
}
