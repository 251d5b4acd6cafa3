//! How healthy the community is: measured by night, kept by the month, for those who look after it.

use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{RefusalKind, Refuse as _};
use sponsorship::{health, measure};

/// Somebody whom the first three founders carry.
async fn newcomer(ground: &Ground) -> kernel::Caller {
    let eve = ground.applicant("eve").await;
    for sponsor in ground.founders.iter().take(3) {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap());
    ground.by_email("eve@example.test").await
}

#[tokio::test]
async fn it_is_measured_once_a_day_and_kept_once_a_month_and_names_go_with_the_month() {
    let ground = Ground::open().await;
    let (eve, owner, house) = (newcomer(&ground).await, ground.founders[0].clone(), ground.house());
    let empty = health::health(&ground.db, &owner).await.unwrap();
    assert!(empty.months.is_empty() && empty.founders.is_empty());
    assert!(measure::measure(&ground.db, &house).await.unwrap());
    assert!(!measure::measure(&ground.db, &house).await.unwrap(), "once a day is enough");
    let view = health::health(&ground.db, &owner).await.unwrap();
    let month = &view.months[0];
    assert_eq!((month.standing, month.sound, month.roots, month.need, month.undetermined), (8, 8, 7, 3, 0));
    assert!((1..=8).contains(&month.accepted), "{month:?}");
    let costs: Vec<_> = view.founders.iter().map(|one| (one.falling, one.orphans)).collect();
    assert_eq!(costs[..4], [(Some(1), 0), (Some(1), 0), (Some(1), 0), (Some(0), 0)], "Eve needs each of her three");
    assert!(view.founders.iter().all(|one| one.member.is_some()), "to those who look after it they have names");
    let funnel = view.funnel;
    assert_eq!((funnel.waiting, funnel.asked, funnel.given, funnel.declined, funnel.admitted), (0, 3, 3, 0, 1));
    assert!(funnel.median_days.is_some_and(|days| (days - 2.0).abs() < 1e-6), "{funnel:?}");
    ground.clock.advance(Duration::days(1));
    assert!(measure::measure(&ground.db, &house).await.unwrap());
    assert_eq!(health::health(&ground.db, &owner).await.unwrap().months.len(), 1, "the same month's row anew");
    ground.clock.advance(Duration::days(31));
    assert!(measure::measure(&ground.db, &house).await.unwrap());
    assert_eq!(health::health(&ground.db, &owner).await.unwrap().months.len(), 2);
    assert_eq!(
        ground.count("select count(*) from trust_gauge where detail is not null").await,
        1,
        "of the past: counts"
    );
    let refused = health::health(&ground.db, &eve).await.unwrap_err().refusal();
    assert_eq!(refused.kind, RefusalKind::Forbidden);
    ground.clear().await;
}

#[tokio::test]
async fn it_is_planned_by_night_and_once() {
    let ground = Ground::open().await;
    let jobs = "select count(*) from job where kind = 'measure_trust'";
    measure::schedule(&ground.db, &ground.house()).await.unwrap();
    assert_eq!(ground.count(jobs).await, 0, "nine in the morning");
    ground.clock.advance(Duration::hours(18));
    for _ in 0..3 {
        measure::schedule(&ground.db, &ground.house()).await.unwrap();
    }
    assert_eq!(ground.count(jobs).await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn what_was_measured_is_read_without_looking_at_the_graph() {
    let ground = Ground::open().await;
    newcomer(&ground).await;
    measure::measure(&ground.db, &ground.house()).await.unwrap();
    // Whoever reads sponsorships now waits for the lock, and gives up.
    let mut owner = ground.scratch.owner().await;
    sqlx::raw_sql("begin; lock table sponsorship in access exclusive mode").execute(&mut owner).await.unwrap();
    assert_eq!(health::health(&ground.db, &ground.founders[0]).await.unwrap().founders.len(), 7);
    drop(owner);
    ground.clear().await;
}
