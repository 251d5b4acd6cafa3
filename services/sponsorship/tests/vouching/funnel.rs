//! What those who look after the community see of the waiting room.

use crate::ground::{Ground, member};
use chrono::Duration;
use sponsorship::application::watch;

#[tokio::test]
async fn every_month_says_how_many_asked_got_a_word_came_in_or_were_closed() {
    let ground = Ground::open().await;
    // It is the second of April: two ask, one gets three words and is in two days later, in the same month.
    let eve = ground.applicant("eve").await;
    let ada = ground.applicant("ada").await;
    for sponsor in &ground.founders[1..4] {
        ground.vouch(&eve, sponsor).await.unwrap();
    }
    ground.ask(&ada, "nobody@example.test").await;
    ground.clock.advance(Duration::days(2));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&eve)).await.unwrap());
    // In May somebody else asks; by August both who wait have been told twice, and are closed.
    ground.clock.advance(Duration::days(40));
    ground.applicant("ida").await;
    let view = sponsorship::waiting_figures(&ground.db, &ground.founders[0]).await.unwrap();
    assert_eq!(view.months.len(), 12);
    let [april, may] = &view.months[10..] else { unreachable!() };
    assert_eq!((april.asked, april.sponsored, april.admitted, april.closed), (2, 1, 1, 0), "{april:?}");
    assert_eq!((may.asked, may.sponsored, may.admitted, may.closed), (1, 0, 0, 0), "{may:?}");
    assert_eq!((view.waiting, view.waiting_long), (2, 1));
    assert!(view.median_days.is_some_and(|days| (days - 2.0).abs() < 0.01), "{:?}", view.median_days);
    let names: Vec<(i64, bool)> =
        view.unanswered.iter().map(|one| (one.asked, one.member.id == member(&ada))).collect();
    assert_eq!(names, [(1, true), (0, false)], "the longest first, and nobody who has a word");
    for days in [0, 90, 4] {
        ground.clock.advance(Duration::days(days));
        watch(&ground.db, &ground.house()).await.unwrap();
    }
    let later = sponsorship::waiting_figures(&ground.db, &ground.founders[0]).await.unwrap();
    assert_eq!(later.months.iter().map(|month| month.closed).sum::<i64>(), 2, "{:?}", later.months);
    assert_eq!((later.waiting, later.unanswered.len()), (0, 0));
    let nosy = sponsorship::waiting_figures(&ground.db, &ground.founders[5]).await;
    assert!(nosy.is_err(), "for those who look after the community");
    ground.clear().await;
}
