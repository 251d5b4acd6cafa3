//! An application lives its time, is announced twice, renewed once, and closed kindly.

use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{Caller, Standing};
use sponsorship::application::{application_letter, watch};
use sponsorship::jobs::ApplicationLetter;
use sponsorship::{ApplicationEnd, ApplicationNews, SponsorshipError};

impl Ground {
    /// So many days later somebody looks at the clock; how many letters that caused.
    async fn days_later(&self, days: i64) -> i64 {
        self.clock.advance(Duration::days(days));
        let letters = "select count(*) from job where kind = 'application_letter'";
        let before = self.count(letters).await;
        watch(&self.db, &self.house()).await.unwrap();
        self.count(letters).await - before
    }

    async fn end(&self, applicant: &Caller) -> ApplicationEnd {
        sponsorship::waiting(&self.db, applicant).await.unwrap().end.unwrap()
    }

    async fn standing(&self, name: &str) -> Standing {
        self.by_email(&format!("{name}@example.test")).await.me().unwrap().standing
    }
}

#[tokio::test]
async fn an_application_is_announced_twice_renewed_once_and_then_closed_and_can_be_begun_anew() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    assert_eq!(ground.days_later(0).await, 0);
    let first = ground.end(&eve).await;
    assert_eq!((first.ends_at - kernel::Clock::now(&ground.clock), first.may_renew), (Duration::days(90), false));
    let early = sponsorship::renew_application(&ground.db, &eve).await.unwrap_err();
    assert!(matches!(early, SponsorshipError::RenewLater), "{early}");
    assert_eq!(ground.days_later(75).await, 0, "fifteen days before");
    assert_eq!(ground.days_later(1).await, 1, "fourteen days before");
    assert_eq!(ground.days_later(0).await, 0, "once");
    assert!(ground.end(&eve).await.may_renew);
    for _ in 0..2 {
        sponsorship::renew_application(&ground.db, &eve).await.unwrap();
    }
    let second = ground.end(&eve).await;
    assert_eq!((second.ends_at - first.ends_at, second.may_renew), (Duration::days(90), false), "as long again, once");
    assert_eq!(ground.days_later(90).await, 1, "fourteen days before the new end");
    assert_eq!(ground.days_later(11).await, 1, "three days before");
    assert_eq!(ground.days_later(2).await, 0);
    assert_eq!(ground.standing("eve").await, Standing::Applicant, "a day before");
    assert_eq!(ground.days_later(1).await, 1, "closed, and told so");
    assert_eq!(ground.standing("eve").await, Standing::Left);
    let job = ApplicationLetter { member: member(&eve), news: ApplicationNews::Closed };
    assert!(application_letter(&ground.db, &ground.house(), &job).await.unwrap().is_some());
    let left = ground.by_email("eve@example.test").await;
    sponsorship::apply(&ground.db, &left, ground.application(None)).await.unwrap();
    let eve = ground.by_email("eve@example.test").await;
    ground.days_later(0).await;
    assert_eq!(ground.end(&eve).await.ends_at - kernel::Clock::now(&ground.clock), Duration::days(90), "anew");
    assert!(application_letter(&ground.db, &ground.house(), &job).await.unwrap().is_none(), "of no use any more");
    ground.clear().await;
}

#[tokio::test]
async fn nothing_is_closed_that_was_not_announced_however_long_nobody_kept_time() {
    let ground = Ground::open().await;
    ground.applicant("eve").await;
    let barred = ground.applicant("barred").await;
    assert_eq!(ground.days_later(400).await, 0, "whoever waited before there was an end has fifteen days");
    assert_eq!(ground.days_later(400).await, 2, "told that it ends, both");
    assert_eq!(ground.standing("eve").await, Standing::Applicant);
    for sponsor in &ground.founders[1..4] {
        ground.vouch(&barred, sponsor).await.unwrap();
    }
    ground.clock.advance(Duration::hours(48));
    assert!(sponsorship::recheck(&ground.db, &ground.house(), member(&barred)).await.unwrap());
    assert_eq!(ground.days_later(2).await, 1, "one is closed, the other is in");
    assert_eq!(ground.standing("eve").await, Standing::Left);
    assert_eq!(ground.standing("barred").await, Standing::Member);
    ground.clear().await;
}

#[tokio::test]
async fn after_the_last_reminder_the_applicant_hears_that_they_can_ask_somebody_else_and_a_no_sounds_like_silence() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let silent = ground.ask(&eve, "nobody@example.test").await;
    let declined = ground.ask(&eve, "founder1@example.test").await;
    let given = ground.ask(&eve, "founder2@example.test").await;
    sponsorship::decline(&ground.db, &ground.founders[1], sponsorship::Decline { sponsorship: declined })
        .await
        .unwrap();
    ground.give(&ground.founders[2], given).await.unwrap();
    let planned = "select count(*) from job j join sponsorship s on j.run_at = s.requested_at + interval '10 days'
         where j.kind = 'sponsorship_unanswered' and j.payload->>'sponsorship' = s.id::text";
    assert_eq!(ground.count(planned).await, 3, "for every request, whosever address it is");
    ground.clock.advance(Duration::days(10));
    let told = async |id| sponsorship::letters::unanswered(&ground.db, &ground.house(), id).await.unwrap();
    assert!(told(silent).await.is_some());
    assert_eq!(told(silent).await, told(declined).await);
    assert_eq!(told(given).await, None);
    let room = sponsorship::waiting(&ground.db, &eve).await.unwrap();
    assert_eq!(room.patience_days, 10);
    ground.clear().await;
}
