//! Bar P4: whoever never comes back is told after 23 months and erased after 24, by clocks that nobody waits for.
#![expect(clippy::unwrap_used, reason = "in a test, a failure is a panic with the place where it happened")]

use chrono::{Duration, Months};
use kernel::{Caller, CommunityId};
use kit::{Somebody, Stage};
use privacy::idle::watch;

const PEOPLE: [Somebody; 4] = [
    Somebody::new("Olga", "olga@here.test"),
    Somebody::new("Paul", "paul@here.test"),
    Somebody::new("Rosa", "rosa@here.test"),
    Somebody::new("Yves", "yves@here.test"),
];

struct Scene {
    stage: Stage,
    community: CommunityId,
}

impl Scene {
    /// Four members, an owner among them, all here today and never again.
    async fn open() -> Self {
        let stage = Stage::open().await;
        let community = stage.community("ici", "confiance", &PEOPLE).await;
        stage.work().await;
        let today = "update member set here_on = $1::date";
        sqlx::query(today).bind(stage.now()).execute(&mut stage.scratch.owner().await).await.unwrap();
        Self { stage, community }
    }

    /// The first night that many months and days after the beginning; how many were told or are to be erased.
    async fn night(&self, began: kernel::Timestamp, months: u32, days: i64) -> u64 {
        let at = began.checked_add_months(Months::new(months)).unwrap() + Duration::days(days);
        self.stage.clock.advance(at - self.stage.now());
        let found = watch(&self.stage.db, &Caller::house(self.community)).await.unwrap();
        self.stage.advance(Duration::hours(2)).await;
        self.stage.clock.advance(Duration::hours(-2));
        found
    }

    fn told(&self, email: &str) -> usize {
        let letters = self.stage.sink.messages();
        letters.iter().filter(|letter| letter.recipients.contains(&email.to_owned())).count()
    }

    /// Names by number; whoever was erased has none.
    async fn names(&self) -> Vec<(String, String)> {
        let names = "select name, standing from member where community_id = $1 order by number";
        let names = sqlx::query_as(names).bind(self.community.0);
        names.fetch_all(&mut self.stage.scratch.owner().await).await.unwrap()
    }
}

#[tokio::test]
async fn p4_whoever_does_not_come_for_two_years_is_told_a_month_before_and_erased_and_one_visit_is_enough() {
    let scene = Scene::open().await;
    let began = scene.stage.now();
    let letters = PEOPLE.map(|one| scene.told(one.email));
    assert_eq!(scene.night(began, 23, -1).await, 0, "a day too early");
    assert_eq!(scene.night(began, 23, 0).await, 3, "all but the owner");
    assert_eq!(scene.night(began, 23, 1).await, 0, "told once");
    let since = |at: usize| scene.told(PEOPLE[at].email) - letters[at];
    assert_eq!([since(0), since(1), since(2), since(3)], [0, 1, 1, 1]);
    scene.stage.signed_in("ici.localhost", PEOPLE[2].email).await;
    assert_eq!(scene.night(began, 24, -1).await, 0, "a day too early");
    assert_eq!(scene.night(began, 24, 0).await, 2);
    let names = scene.names().await;
    let here = |at: usize| (names[at].0.as_str(), names[at].1.as_str());
    assert_eq!((here(0), here(2)), (("Olga", "member"), ("Rosa", "member")), "{names:?}");
    assert!(["Paul", "Yves"].iter().all(|gone| names.iter().all(|(name, _)| name != gone)), "{names:?}");
    assert_eq!((here(1).1, here(3).1), ("left", "left"));
    assert_eq!(scene.night(began, 25, 0).await, 0, "once");
    scene.stage.close().await;
}

#[tokio::test]
async fn p4_nobody_is_erased_who_was_not_told_four_weeks_before_however_long_nobody_kept_time() {
    let scene = Scene::open().await;
    let began = scene.stage.now();
    assert_eq!(scene.night(began, 40, 0).await, 3, "told, late");
    assert_eq!(scene.night(began, 40, 27).await, 0);
    assert_eq!(scene.names().await.iter().filter(|(_, standing)| standing == "member").count(), 4);
    assert_eq!(scene.night(began, 40, 28).await, 3);
    assert_eq!(scene.names().await.iter().filter(|(_, standing)| standing == "member").count(), 1);
    scene.stage.close().await;
}
