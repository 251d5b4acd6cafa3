//! The outbox: a letter for every commit and for nothing else, and none lost when the worker is killed.

use crate::ground::{Ground, runner};
use chrono::Duration;
use kernel::{Entropy, SeededEntropy};
use membership::jobs::WelcomeFounder;
use std::collections::BTreeMap;
use std::time::Duration as Pause;

/// Transactions, of which about a third is taken back.
const TRANSACTIONS: usize = 1_000;

#[tokio::test]
async fn e01_as_many_letters_leave_as_transactions_were_committed() {
    let ground = Ground::open().await;
    let names: Vec<String> = (0..90).map(|n| format!("founder{n}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let community = ground.quiet_community("nievre", &names).await;
    let mut members = Vec::new();
    for name in &names {
        members.push(ground.caller(community, name).await.me().unwrap().member);
    }
    let dice = SeededEntropy::new(3);
    let mut committed = 0_u64;
    for number in 0..TRANSACTIONS {
        let member = members[number % members.len()];
        let mut tx = ground.db.begin(community).await.unwrap();
        tx.enqueue(&WelcomeFounder { member }).await.unwrap();
        let mut drawn = [0];
        dice.fill(&mut drawn);
        match drawn[0] % 10 {
            0 | 1 => tx.rollback().await.unwrap(),
            // A request that goes away: the transaction is dropped in the middle.
            2 => drop(tx),
            _ => {
                tx.commit().await.unwrap();
                committed += 1;
            }
        }
    }
    // Five letters an hour to one address (bar A9): the others wait, and none is lost.
    let mut done = ground.drain().await.done;
    for _ in 0..3 {
        done += ground.advance(Duration::minutes(61)).await.done;
    }
    assert_eq!(done, committed);
    assert_eq!(ground.jobs().await, Vec::<String>::new());
    assert_eq!(ground.sink.messages().len() as u64, committed);
    let names: std::collections::BTreeSet<_> =
        ground.sink.messages().iter().map(|letter| letter.header("Message-ID")).collect();
    assert_eq!(names.len() as u64, committed, "each with a name of its own");
    ground.close().await;
}

/// How often the worker is killed.
const KILLS: u64 = 12;

#[tokio::test]
async fn e02_a_worker_killed_again_and_again_loses_nothing_and_repeats_little() {
    let ground = Ground::open().await;
    let founders: Vec<String> = (0..40).map(|n| format!("founder{n}")).collect();
    let founders: Vec<&str> = founders.iter().map(String::as_str).collect();
    for slug in ["nievre", "morvan", "bazois"] {
        ground.community(slug, "confiance", Some(1), &founders).await;
    }
    for kill in 1..=KILLS {
        let doomed = runner(&ground.db, ground.sink.url().parse().unwrap());
        let working = tokio::spawn(async move { doomed.drain().await });
        // Killed in the middle of things, at another moment each time.
        ground.sink.inbox().wait_for_count(Pause::from_secs(20), kill * 7).await;
        working.abort();
        let _ = working.await;
        ground.clock.advance(Duration::minutes(6));
    }
    while ground.advance(Duration::minutes(6)).await.total() > 0 {}
    assert_eq!(ground.jobs().await, Vec::<String>::new());
    let mut letters: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for letter in ground.sink.messages() {
        letters.entry(letter.header("Message-ID").unwrap()).or_default().push((letter.text(), letter.html()));
    }
    assert_eq!(letters.len(), 3 * 41, "each founder and owner of each community");
    let repeated: usize = letters.values().map(|same| same.len() - 1).sum();
    assert!(repeated as u64 <= KILLS * 8, "{repeated} repetitions after {KILLS} kills");
    assert!(letters.values().all(|same| same.iter().all(|one| one == &same[0])), "a repetition says the same");
    ground.close().await;
}
