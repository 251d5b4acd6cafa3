//! What holds when many act at once.

use crate::ground::{Ground, member, word};
use chrono::Duration;
use kernel::SponsorshipId;
use membership::suspend::Suspend;
use sponsorship::{Admit, SponsorshipError, Withdraw};

/// Rounds of the first race: a thousand in the long form, as bar M1 asks.
fn decisions() -> i64 {
    if std::env::var_os("MAILLON_LONG").is_some() { 1_000 } else { 60 }
}

#[tokio::test]
async fn m1_two_stewards_decide_at_once_and_one_decision_is_taken() {
    let ground = Ground::with("departement", &[]).await;
    let mut owner = ground.scratch.owner().await;
    sqlx::query("update member set role = 'steward' where name = 'Founder 1'").execute(&mut owner).await.unwrap();
    drop(owner);
    let stewards = [ground.founders[0].clone(), ground.by_email("founder1@example.test").await];
    for round in 0..decisions() {
        let eve = ground.applicant(&format!("eve{round}")).await;
        let tasks = stewards.clone().map(|steward| {
            let (db, cmd) = (ground.db.clone(), Admit { member: member(&eve), reason: String::new() });
            tokio::spawn(async move { sponsorship::admit(&db, &steward, cmd).await })
        });
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
        assert!(answers.iter().any(|answer| matches!(answer, Err(SponsorshipError::NotWaiting))));
    }
    let rounds = decisions();
    assert_eq!(ground.count("select count(*) from admission").await, rounds);
    assert_eq!(ground.count("select count(*) from job where kind = 'welcome_member'").await, rounds);
    assert_eq!(ground.count("select count(*) from journal where act = 'standing_changed'").await, rounds);
    ground.clear().await;
}

#[tokio::test]
async fn m2_the_same_vouch_a_hundred_times_at_once_is_one_row_and_one_token() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let id = ground.ask(&eve, "founder2@example.test").await;
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let (db, sponsor) = (ground.db.clone(), ground.founders[2].clone());
            tokio::spawn(async move { sponsorship::give(&db, &sponsor, word(id)).await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'given'").await, 1);
    assert_eq!(ground.count("select count(*) from trust_event where event ? 'offered'").await, 1);
    let tokens = sponsorship::tokens(&ground.db, &ground.founders[2]).await.unwrap();
    assert_eq!((tokens.promised, tokens.left), (1, 3));
    ground.clear().await;
}

#[tokio::test]
async fn m3_thirty_two_requests_answered_at_once_take_no_more_than_the_tokens_there_are() {
    let ground = Ground::open().await;
    let sponsor = ground.founders[4].clone();
    let mut requests: Vec<SponsorshipId> = Vec::new();
    for n in 0..32 {
        let applicant = ground.applicant(&format!("applicant{n}")).await;
        requests.push(ground.ask(&applicant, "founder4@example.test").await);
    }
    let tasks: Vec<_> = requests
        .into_iter()
        .map(|id| {
            let (db, sponsor) = (ground.db.clone(), sponsor.clone());
            tokio::spawn(async move { sponsorship::give(&db, &sponsor, word(id)).await })
        })
        .collect();
    let (mut given, mut refused) = (0, 0);
    for task in tasks {
        match task.await.unwrap() {
            Ok(_) => given += 1,
            Err(SponsorshipError::NoTokenLeft) => refused += 1,
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!((given, refused), (4, 28));
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'given'").await, 4);
    let tokens = sponsorship::tokens(&ground.db, &sponsor).await.unwrap();
    assert_eq!((tokens.granted, tokens.promised, tokens.left), (4, 4, 0));
    ground.clear().await;
}

/// Rounds of the race for an admission: a thousand in the long form, as bar M4 asks.
fn rounds() -> i64 {
    if std::env::var_os("MAILLON_LONG").is_some() { 1_000 } else { 12 }
}

/// In turns a sponsor is suspended, or takes their word back, while the admission that rests on it commits.
#[tokio::test]
async fn m4_a_sponsor_who_goes_while_the_admission_commits_leaves_one_of_the_two_serial_ends() {
    let ground = Ground::open().await;
    let (mut before, mut after) = (0, 0);
    for round in 0..rounds() {
        let sponsors = ground.members(&format!("round{round}x"), 3).await;
        let eve = ground.applicant(&format!("eve{round}")).await;
        let mut given = Vec::new();
        for sponsor in &sponsors {
            let id = ground.ask(&eve, &ground.address(sponsor).await).await;
            ground.give(sponsor, id).await.unwrap();
            given.push(id);
        }
        ground.clock.advance(Duration::hours(48));
        let (db, house, who) = (ground.db.clone(), ground.house(), member(&eve));
        let admission = tokio::spawn(async move { sponsorship::recheck(&db, &house, who).await.unwrap() });
        let (db, steward, sponsor) = (ground.db.clone(), ground.founders[0].clone(), sponsors[0].clone());
        let word = given[0];
        let going = tokio::spawn(async move {
            if round % 2 == 0 {
                let cmd = Suspend { member: member(&sponsor), reason: "Plainte".to_owned() };
                membership::suspend::suspend(&db, &steward, cmd).await.map(|()| true).unwrap()
            } else {
                match sponsorship::withdraw(&db, &sponsor, Withdraw { sponsorship: word }).await {
                    Ok(()) => true,
                    Err(SponsorshipError::TooLateToWithdraw) => false,
                    Err(other) => panic!("{other}"),
                }
            }
        });
        let went = going.await.unwrap();
        let admitted = admission.await.unwrap();
        let standing = ground.by_email(&format!("eve{round}@example.test")).await.me().unwrap().standing;
        assert_eq!(admitted, standing.is_inside(), "round {round}");
        assert!(round % 2 == 0 || went != admitted, "round {round}: a word that was taken back carries nobody");
        if admitted { before += 1 } else { after += 1 }
    }
    assert_eq!(before + after, rounds());
    let admissions = ground.count("select count(*) from admission").await;
    assert_eq!(admissions, before, "an admission stands if and only if it came first");
    ground.clear().await;
}
