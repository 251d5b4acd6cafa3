//! What a policy means here is looked at before it is changed, and nobody who is in loses anything by a change.

use crate::ground::{Ground, member};
use chrono::Duration;
use community::{Admission, AdmissionKnobs, ChangePolicy, change_policy};
use kernel::Refuse as _;

fn sponsors(sponsors: u32) -> Admission {
    Admission::Sponsors(AdmissionKnobs { sponsors, fewer_while_small: false, ..AdmissionKnobs::default() })
}

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
async fn asking_for_more_is_foreseen_and_puts_nobody_out() {
    let ground = Ground::open().await;
    let eve = newcomer(&ground).await;
    // Nine founders: enough for four paths to be asked for.
    let owner = ground.by_email("founder0@example.test").await;
    ground.members("extra", 2).await;
    sqlx::query("update member set founder = true where name like 'extra%'")
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let before = ground.count("select count(*) from journal").await;
    let now = sponsorship::policy(&ground.db, &owner, None).await.unwrap();
    assert_eq!((now.means.paths, now.means.roots, now.means.below, now.falling), (3, 9, 0, 0));
    let four = sponsorship::policy(&ground.db, &owner, Some(sponsors(4))).await.unwrap();
    assert_eq!((four.would_mean.paths, four.would_mean.below, four.falling), (4, 1, 1), "Eve has three chains");
    assert_eq!(ground.count("select count(*) from journal").await, before, "looking leaves nothing");
    let cmd = ChangePolicy { version: four.version, admission: four.then.clone(), look: four.look.clone() };
    change_policy(&ground.db, &owner, cmd).await.unwrap();
    let after = ground.by_email("eve@example.test").await;
    assert_eq!(after.me().unwrap().standing, eve.me().unwrap().standing, "whoever is in stays as they were");
    assert_eq!(ground.count("select count(*) from member where standing <> 'member'").await, 0);
    assert_eq!(sponsorship::policy(&ground.db, &owner, None).await.unwrap().means.below, 1);
    ground.clear().await;
}

#[tokio::test]
async fn a_policy_is_looked_at_by_owners_and_within_its_ranges() {
    let ground = Ground::open().await;
    let eve = newcomer(&ground).await;
    let refused = sponsorship::policy(&ground.db, &eve, None).await.unwrap_err().refusal();
    assert_eq!(refused.kind, kernel::RefusalKind::Forbidden);
    let owner = &ground.founders[0];
    let refused = sponsorship::policy(&ground.db, owner, Some(sponsors(11))).await.unwrap_err().refusal();
    assert_eq!(refused.field, Some("sponsors"));
    let team = sponsorship::policy(&ground.db, owner, Some(Admission::Steward)).await.unwrap();
    assert_eq!((team.would_mean.sponsors, team.would_mean.below, team.falling), (0, 0, 0));
    ground.clear().await;
}
