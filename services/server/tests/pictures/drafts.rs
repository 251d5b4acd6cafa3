//! Photos of drafts: they wait as long as what was begun is kept, and no longer.

use crate::ground::{BRUNO, CLAIRE, Ground, draft};
use crate::made;
use chrono::Duration;
use exchange::{DeleteDraft, saved_draft::delete_draft};
use kernel::{Caller, ListingId};
use uuid::Uuid;

/// Bruno keeps what he has begun, with a photo.
async fn kept(ground: &Ground) -> ListingId {
    let (bruno, listing) = (ground.browser(BRUNO).await, ground.fresh());
    let id = listing.to_string();
    let begun = [("id", id.as_str()), ("direction", "offer"), ("title", "Per"), ("kind", "")];
    let answer = bruno.send("/listings/drafts", &begun, &[&made::jpeg(64, 48)]).await;
    assert_eq!(answer.status().as_u16(), 303);
    assert_eq!(ground.files().len(), 2);
    listing
}

async fn days_later(ground: &Ground, days: i64) {
    ground.stage.clock.advance(Duration::days(days));
    privacy::retention::sweep(&ground.stage.db, &Caller::house(ground.community)).await.unwrap();
    ground.stage.work().await;
}

#[test]
fn a_draft_is_shown_for_as_long_as_the_sweep_keeps_it() {
    let swept = privacy::retention::PERIODS.iter().find(|period| period.table == "listing_draft").unwrap();
    assert_eq!(swept.kept, exchange::limits::draft_kept());
}

#[tokio::test]
async fn u5_the_photos_of_a_draft_wait_with_it_and_go_with_it() {
    let ground = Ground::open().await;
    let listing = kept(&ground).await;
    days_later(&ground, 20).await;
    assert_eq!(ground.files().len(), 2, "a draft has it");
    let bruno = ground.browser(BRUNO).await;
    let addresses = bruno.addresses(&format!("/listings/drafts/{listing}")).await;
    assert_eq!(bruno.get(&addresses[0]).await.status().as_u16(), 200, "its author is shown it");
    let claire = ground.browser(CLAIRE).await;
    assert_eq!(claire.get(&addresses[0]).await.status().as_u16(), 404, "and nobody else");
    // Kept again on the twentieth day: so it goes on the fiftieth.
    let id = listing.to_string();
    let more = [("id", id.as_str()), ("direction", "offer"), ("title", "Perceuse")];
    let again = bruno.send("/listings/drafts", &more, &[]).await;
    assert_eq!(again.status().as_u16(), 303);
    days_later(&ground, 29).await;
    assert_eq!((ground.files().len(), ground.count("select count(*) from listing_draft").await), (2, 1));
    days_later(&ground, 2).await;
    assert_eq!((ground.files().len(), ground.count("select count(*) from listing_draft").await), (0, 0));
    assert_eq!(ground.count("select count(*) from listing_photo").await, 0);
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_a_draft_that_is_published_after_a_week_has_its_photos() {
    let ground = Ground::open().await;
    let listing = kept(&ground).await;
    days_later(&ground, 7).await;
    let bruno = ground.browser(BRUNO).await;
    let (id, photo) = (listing.to_string(), photo(&ground).await.to_string());
    let mut fields = draft(&id);
    fields.extend([("photo-1", photo.as_str()), ("description-1", "De près")]);
    assert_eq!(bruno.send("/listings", &fields, &[]).await.status().as_u16(), 303);
    days_later(&ground, 31).await;
    assert_eq!(ground.count("select count(*) from listing_photo where listing_id is not null").await, 1);
    assert_eq!((ground.files().len(), ground.count("select count(*) from listing_draft").await), (2, 0));
    ground.stage.close().await;
}

async fn photo(ground: &Ground) -> Uuid {
    let mut owner = ground.stage.scratch.owner().await;
    sqlx::query_scalar("select id from listing_photo").fetch_one(&mut owner).await.unwrap()
}

#[tokio::test]
async fn u5_a_draft_that_is_deleted_leaves_no_photo_and_no_file() {
    let ground = Ground::open().await;
    let id = kept(&ground).await;
    let bruno = ground.stage.caller(ground.community, BRUNO.email).await;
    delete_draft(&ground.stage.db, &bruno, DeleteDraft { id }).await.unwrap();
    ground.stage.work().await;
    assert_eq!(ground.count("select count(*) from listing_photo").await, 0);
    assert!(ground.files().is_empty());
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_what_is_kept_too_late_brings_no_photo_to_a_listing_that_others_see() {
    let ground = Ground::open().await;
    let (bruno, id) = (ground.browser(BRUNO).await, ground.fresh().to_string());
    assert_eq!(bruno.send("/listings", &draft(&id), &[&made::jpeg(64, 48)]).await.status().as_u16(), 303);
    let mut fields = draft(&id);
    let photo = photo(&ground).await.to_string();
    fields.extend([("photo-1", photo.as_str()), ("description-1", "De loin"), ("remove-1", "on")]);
    let back = bruno.send("/listings/drafts", &fields, &[&made::jpeg(60, 40)]).await;
    assert_eq!(back.status().as_u16(), 409);
    let shown = "select count(*) from listing_photo where listing_id is not null and description = ''";
    assert_eq!((ground.count(shown).await, ground.count("select count(*) from listing_photo").await), (1, 1));
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_a_photo_that_is_none_comes_back_at_its_field_and_what_was_typed_is_kept() {
    let ground = Ground::open().await;
    let bruno = ground.browser(BRUNO).await;
    let id = ground.fresh().to_string();
    let begun = [("id", id.as_str()), ("direction", "offer"), ("title", "Perceuse verte")];
    let back = bruno.send("/listings/drafts", &begun, &[b"no picture"]).await;
    assert_eq!(back.status().as_u16(), 422);
    let page = back.text().await.unwrap();
    assert!(page.contains(&format!("/listings/drafts/{id}/delete")), "the page says that it is kept: {page}");
    assert!(page.contains("href=\"#f-photos\"") && page.contains("value=\"Perceuse verte\""), "{page}");
    assert_eq!(ground.count("select count(*) from listing_draft where title = 'Perceuse verte'").await, 1);
    ground.stage.close().await;
}
