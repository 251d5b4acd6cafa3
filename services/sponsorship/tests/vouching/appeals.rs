//! What can be appealed, and what cannot any more.

use crate::going::{put_out, steward, ties};
use crate::ground::{Ground, member};
use chrono::Duration;
use kernel::{AppealId, DepartureId};
use sponsorship::{Appeal, Cause, SponsorshipError};

#[tokio::test]
async fn p7_only_the_decision_by_which_one_is_out_can_be_appealed() {
    let ground = Ground::open().await;
    ground.members("link", 1).await;
    ties(&ground, &[("founder1", "link0"), ("founder2", "link0"), ("founder3", "link0")]).await;
    let (owner, second) = (ground.founders.first().unwrap().clone(), steward(&ground, "founder1").await);
    let older = put_out(&ground, [&owner, &second], "link0", Cause::Suspension).await;
    let link = ground.by_email("link0@example.test").await;
    let back = sponsorship::Reinstate { member: member(&link), reason: "Vu avec lui.".to_owned() };
    sponsorship::reinstate(&ground.db, &owner, back).await.unwrap();
    ground.clock.advance(Duration::days(1));
    let newer = put_out(&ground, [&owner, &second], "link0", Cause::Fraud).await;
    let link = ground.by_email("link0@example.test").await;
    let text = |about: DepartureId| Appeal { id: AppealId(ground.fresh()), about: about.0, words: "Non.".to_owned() };
    let refused = sponsorship::appeal(&ground.db, &link, text(older)).await;
    assert!(
        matches!(refused, Err(SponsorshipError::NotFound)),
        "it would be a second look at the newer one: {refused:?}"
    );
    sponsorship::appeal(&ground.db, &link, text(newer)).await.unwrap();
    ground.clear().await;
}
