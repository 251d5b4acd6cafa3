//! Odd moments and clocks that jump (bar D9): the platform goes on, and nothing that is over comes alive again.

use crate::village;
use chrono::Duration;
use kernel::{FrozenClock, Timestamp};
use kit::{Scratch, Stage, stage::open_database};

const HOST: &str = "village.localhost";
const ANNE: &str = "anne@example.test";

/// Where people and jobs look at the clock.
const PAGES: [&str; 9] =
    ["/", "/listings", "/members", "/messages", "/notifications", "/me", "/vouching", "/account", "/me/standing"];

/// A platform that opens at this moment.
async fn stage_at(moment: &str) -> Stage {
    let (scratch, clock) = (Scratch::migrated().await, FrozenClock::at(moment.parse().unwrap()));
    let db = open_database(&scratch, &clock, 1);
    Stage::reopened(scratch, clock, db).await
}

/// Anne signs in, looks around and publishes; whatever is due by then is done. Nothing fails, and nothing is left over.
async fn an_ordinary_moment(stage: &Stage) {
    let mut anne = stage.visitor(HOST);
    let _home = anne.sign_in(stage, ANNE).await.expect(200);
    for path in PAGES {
        let _page = anne.visit(path).await.expect(200);
    }
    let form = anne.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let filled = form.fill(&[("title", "Échelle"), ("body", "À prêter."), ("kind", "loan"), ("settlements", "gift")]);
    let _published = anne.submit(filled).await.expect(303);
    let done = stage.advance(Duration::zero()).await;
    assert_eq!(done.buried, 0, "{}: {done:?}", stage.now());
    let left = stage.jobs_left().await;
    assert!(left.is_empty(), "{}: {left:?}", stage.now());
}

fn jump_to(stage: &Stage, moment: &str) {
    stage.clock.advance(moment.parse::<Timestamp>().unwrap() - stage.now());
}

#[tokio::test]
async fn d09_at_odd_moments_people_come_in_publish_and_get_their_letters() {
    // The last second of 2016 had a name of its own.
    let stage = stage_at("2016-12-31T23:59:60.5Z").await;
    village(&stage).await;
    an_ordinary_moment(&stage).await;
    let odd = [
        // The night of a leap day; summer begins in Paris, an hour is missing; it ends, an hour comes twice; the clocks of 32 bits end.
        "2028-02-29T23:59:59.999999Z",
        "2028-03-26T00:59:59Z",
        "2028-03-26T01:00:00Z",
        "2028-10-29T00:30:00Z",
        "2028-10-29T01:30:00Z",
        "2038-01-19T03:14:08Z",
        "2048-03-03T09:00:00Z",
    ];
    for moment in odd {
        jump_to(&stage, moment);
        an_ordinary_moment(&stage).await;
    }
    stage.close().await;
}

#[tokio::test]
async fn d09_whatever_was_used_or_is_over_stays_so_however_the_clock_jumps() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.visitor(HOST);
    let _home = anne.sign_in(&stage, ANNE).await.expect(200);
    let used = stage.link_to(ANNE, "/sign-in/");
    let used = anne.local(&used);
    let day = Duration::days(1);
    for jump in [Duration::hours(-1), Duration::hours(1), -day, day, Duration::days(3_653), Duration::days(-3_653)] {
        stage.clock.advance(jump);
        let again = anne.post(&used, &[]).await;
        assert!([404, 410].contains(&again.status.as_u16()), "{jump}: {} {}", again.status, again.text());
        let home = anne.get("/listings").await;
        assert!(!home.status.is_server_error(), "{jump}: {}", home.text());
    }
    // Ten years later her session was over; that the clock came back changes nothing.
    let home = anne.get("/listings").await;
    assert!(home.redirect().is_some_and(|to| to.contains("/sign-in")), "{}", home.text());
    an_ordinary_moment(&stage).await;
    stage.close().await;
}
