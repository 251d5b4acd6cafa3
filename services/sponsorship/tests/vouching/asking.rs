//! Asking tells nothing.

use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{PageRequest, SponsorshipId};
use sponsorship::{AskSponsor, AskViaLink, AskedState, CancelRequest, Decline, SponsorshipError};

/// Everything of a request's row but its ids, address and moment.
const SHAPE: &str =
    "select jsonb_agg(to_jsonb(s) - 'id' - 'asked_email' order by asked_email)::text from sponsorship s";

#[tokio::test]
async fn a1_asking_writes_the_same_row_and_the_same_jobs_for_a_member_and_for_nobody() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let (mut rows, mut jobs) = (Vec::new(), Vec::new());
    for address in ["founder1@example.test", "nobody@example.test"] {
        let before = ground.count("select count(*) from job").await;
        let cmd = AskSponsor {
            id: SponsorshipId(ground.fresh()),
            email: address.parse().unwrap(),
            note: "Bonjour".to_owned(),
        };
        sponsorship::ask_sponsor(&ground.db, &eve, cmd).await.unwrap();
        jobs.push(ground.count("select count(*) from job").await - before);
        let shape: String = sqlx::query_scalar(SHAPE).fetch_one(&mut ground.scratch.owner().await).await.unwrap();
        rows.push(shape);
        sqlx::query("delete from sponsorship").execute(&mut ground.scratch.owner().await).await.unwrap();
    }
    assert_eq!(rows[0], rows[1]);
    assert_eq!(jobs[0], jobs[1]);
    ground.clear().await;
}

#[tokio::test]
async fn a_request_to_an_unknown_address_waits_and_reaches_whoever_comes_in_with_it() {
    let ground = Ground::with("departement", &[]).await;
    let eve = ground.applicant("eve").await;
    let id = ground.ask(&eve, "later@example.test").await;
    assert_eq!(ground.count("select count(*) from sponsorship where sponsor_id is not null").await, 0);
    let later = ground.applicant("later").await;
    assert!(
        sponsorship::deliver(&ground.db, &ground.house(), id).await.unwrap().is_none(),
        "an applicant is no sponsor"
    );
    sqlx::query("delete from job").execute(&mut ground.scratch.owner().await).await.unwrap();
    let cmd = sponsorship::Admit { member: member(&later), reason: String::new() };
    sponsorship::admit(&ground.db, &ground.founders[0], cmd).await.unwrap();
    assert_eq!(ground.count("select count(*) from job where kind = 'sponsorship_asked'").await, 1);
    let later = ground.by_email("later@example.test").await;
    // Even before the job has run the request is found by its address.
    let mine = sponsorship::asked_of_me(&ground.db, &later, PageRequest::new(5, None)).await.unwrap();
    assert_eq!(mine.items.len(), 1);
    let letter = sponsorship::deliver(&ground.db, &ground.house(), id).await.unwrap().unwrap();
    assert_eq!((letter.sponsor, letter.applicant), (member(&later), member(&eve)));
    ground.give(&later, id).await.unwrap();
    ground.clear().await;
}

#[tokio::test]
async fn a_no_is_private_and_reads_like_silence() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let declined = ground.ask(&eve, "founder1@example.test").await;
    let silent = ground.ask(&eve, "nobody@example.test").await;
    for _ in 0..2 {
        sponsorship::decline(&ground.db, &ground.founders[1], Decline { sponsorship: declined }).await.unwrap();
    }
    ground.clock.advance(Duration::days(14));
    for id in [silent, declined] {
        assert!(sponsorship::expire(&ground.db, &ground.house(), id).await.unwrap());
        assert!(!sponsorship::expire(&ground.db, &ground.house(), id).await.unwrap());
    }
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert!(room.asked.iter().all(|asked| asked.state == AskedState::NotThisTime));
    assert!(room.asked.iter().all(|asked| asked.who.contains('@')), "no name comes out");
    let told = "select count(*) from notification where kind = 'sponsorship_declined' and actor_id is null";
    assert_eq!(ground.count(told).await, 2);
    let (no, silence) = (
        sponsorship::letters::declined(&ground.db, &ground.house(), declined).await.unwrap(),
        sponsorship::letters::declined(&ground.db, &ground.house(), silent).await.unwrap(),
    );
    assert_eq!(no, silence);
    // Asked again within the quiet time, whoever said no is left in peace, and the applicant learns nothing.
    let again = ground.ask(&eve, "founder1@example.test").await;
    assert!(sponsorship::deliver(&ground.db, &ground.house(), again).await.unwrap().is_none());
    ground.clear().await;
}

#[tokio::test]
async fn ten_requests_may_be_open_and_an_eleventh_waits() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let mut ids = Vec::new();
    for n in 0..10 {
        ids.push(ground.ask(&eve, &format!("nobody{n}@example.test")).await);
    }
    let more = |email: &str| AskSponsor {
        id: SponsorshipId(ground.fresh()),
        email: email.parse().unwrap(),
        note: String::new(),
    };
    let refused = sponsorship::ask_sponsor(&ground.db, &eve, more("one@example.test")).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::TooManyOpen), "{refused}");
    sponsorship::cancel_request(&ground.db, &eve, CancelRequest { sponsorship: ids[0] }).await.unwrap();
    let twice = sponsorship::ask_sponsor(&ground.db, &eve, more("nobody1@example.test")).await.unwrap_err();
    assert!(matches!(twice, SponsorshipError::AlreadyAsked), "{twice}");
    sponsorship::ask_sponsor(&ground.db, &eve, more("one@example.test")).await.unwrap();
    ground.clear().await;
}

#[tokio::test]
async fn twenty_requests_at_once_leave_ten_open() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let tasks: Vec<_> = (0..20)
        .map(|n| {
            let (db, eve) = (ground.db.clone(), eve.clone());
            let id = SponsorshipId(ground.fresh());
            let cmd = AskSponsor { id, email: format!("nobody{n}@example.test").parse().unwrap(), note: String::new() };
            tokio::spawn(async move { sponsorship::ask_sponsor(&db, &eve, cmd).await })
        })
        .collect();
    for task in tasks {
        let _ = task.await.unwrap();
    }
    assert_eq!(ground.count("select count(*) from sponsorship where state = 'requested'").await, 10);
    ground.clear().await;
}

#[tokio::test]
async fn repeating_a_request_writes_it_once_and_reminders_and_the_end_are_planned_with_it() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let cmd =
        AskSponsor { id: SponsorshipId(ground.fresh()), email: "a@example.test".parse().unwrap(), note: String::new() };
    for _ in 0..3 {
        sponsorship::ask_sponsor(&ground.db, &eve, cmd.clone()).await.unwrap();
    }
    assert_eq!(ground.count("select count(*) from sponsorship").await, 1);
    assert_eq!(ground.count("select count(*) from job where kind = 'sponsorship_reminder'").await, 2);
    let days: Vec<i32> = sqlx::query_scalar(
        "select extract(day from j.run_at - s.requested_at)::int from job j, sponsorship s
         where j.kind in ('sponsorship_reminder', 'expire_sponsorship') order by 1",
    )
    .fetch_all(&mut ground.scratch.owner().await)
    .await
    .unwrap();
    assert_eq!(days, [3, 10, 14]);
    ground.clear().await;
}

#[tokio::test]
async fn a_personal_link_asks_its_owner_until_it_is_renewed() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let owner = &ground.founders[3];
    let token = sponsorship::personal_link(&ground.db, owner).await.unwrap();
    let face = sponsorship::peek(&ground.db, ground.community, &token).await.unwrap().unwrap();
    assert_eq!(face.name, "Founder 3");
    let ask =
        |token: &str| AskViaLink { id: SponsorshipId(ground.fresh()), token: token.to_owned(), note: String::new() };
    sponsorship::ask_via_link(&ground.db, &eve, ask(&token)).await.unwrap();
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!(room.asked[0].who, "Founder 3", "whoever has the link knows the name");
    let fresh = sponsorship::renew_personal_link(&ground.db, owner).await.unwrap();
    assert_ne!(fresh, token);
    assert!(sponsorship::peek(&ground.db, ground.community, &token).await.unwrap().is_none());
    let dead = sponsorship::ask_via_link(&ground.db, &eve, ask(&token)).await.unwrap_err();
    assert!(matches!(dead, SponsorshipError::LinkSpent), "{dead}");
    ground.clear().await;
}
