//! What pages and letters cost: transactions are what a small database runs out of first.

use crate::village;
use chrono::Duration;
use kit::{Stage, Visitor};
use server::identify::Memory;

/// Longer than any test: a served site remembers the community's face and who reads as well.
const HOUR: std::time::Duration = std::time::Duration::from_hours(1);

/// Transactions that asking for `path` once more begins.
async fn cost(stage: &Stage, visitor: &mut Visitor, path: &str) -> u64 {
    let before = stage.db.transactions_begun();
    let _page = visitor.get(path).await.expect(200);
    stage.db.transactions_begun() - before
}

#[tokio::test]
async fn a_page_costs_what_it_shows_and_two_transactions_for_its_frame() {
    let stage = Stage::remembering(Memory { faces: HOUR, sessions: HOUR }).await;
    village(&stage).await;
    let mut anne = stage.signed_in("village.localhost", "anne@example.test").await;
    let _warm = anne.get("/charter").await.expect(200);
    assert_eq!(cost(&stage, &mut anne, "/listings").await, 2, "listings, what is new");
    // Listings of both directions; conversations; requests; notifications; what is new.
    assert_eq!(cost(&stage, &mut anne, "/").await, 5);
    stage.close().await;
}

#[tokio::test]
async fn a_digest_costs_three_transactions_a_letter() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in("village.localhost", "anne@example.test").await;
    let form = anne.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let answers = [("title", "Une échelle"), ("body", "Quatre mètres."), ("kind", "loan"), ("settlements", "gift")];
    let _published = anne.submit(form.fill(&answers)).await.expect(303);
    stage.work().await;
    stage.sink.clear();
    // From Friday 09:00 UTC to Saturday 07:00, which is 08:00 in Paris.
    stage.clock.advance(Duration::hours(22));
    workers::schedule::plan(stage.runner().context()).await.unwrap();
    let before = stage.db.transactions_begun();
    let done = stage.work().await;
    let begun = stage.db.transactions_begun() - before;
    let letters = stage.sink.messages().len() as u64;
    assert_eq!(letters, 5, "to everybody but its author");
    // Composing, settling, answering for the job; beside the leases, the plan, the author's empty digest, one face, the hour's
    // sweeping of the community and the platform, and the hour's anchor of the journal of each.
    assert!(begun <= 3 * letters + 21, "{begun} transactions for {letters} letters and {done:?}");
    stage.finish().await;
}
