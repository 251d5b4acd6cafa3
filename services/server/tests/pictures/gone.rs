//! Bar U5: a photo that may not be seen any more is not seen any more; and in the end its file is gone.

use crate::ground::{BRUNO, Browser, CLAIRE, Ground, OWNER};
use crate::made;
use kernel::{Caller, ListingId};
use kit::Stage;

/// Bruno's listing with a photo; where he and Claire see its file.
async fn shown(ground: &Ground) -> (ListingId, Browser, Browser, String, String) {
    let (bruno, claire) = (ground.browser(BRUNO).await, ground.browser(CLAIRE).await);
    let listing = ground.fresh();
    assert_eq!(bruno.publish(listing, &[&made::jpeg(64, 48)]).await.status().as_u16(), 303);
    let page = format!("/listings/{listing}");
    let (his, hers) = (bruno.addresses(&page).await.remove(0), claire.addresses(&page).await.remove(0));
    assert_eq!(status(&bruno, &his).await, 200);
    assert_eq!(status(&claire, &hers).await, 200);
    (listing, bruno, claire, his, hers)
}

async fn status(browser: &Browser, address: &str) -> u16 {
    browser.get(address).await.status().as_u16()
}

#[tokio::test]
async fn u5_a_photo_that_is_removed_is_absent_at_once_and_its_file_soon() {
    let ground = Ground::open().await;
    let (listing, bruno, claire, his, hers) = shown(&ground).await;
    let id = listing.to_string();
    let photo: uuid::Uuid = sqlx::query_scalar("select id from listing_photo")
        .fetch_one(&mut ground.stage.scratch.owner().await)
        .await
        .unwrap();
    let photo = photo.to_string();
    let mut fields = crate::ground::draft(&id);
    fields.extend([("photo-1", photo.as_str()), ("description-1", ""), ("remove-1", "yes")]);
    assert_eq!(bruno.send(&format!("/listings/{id}/edit"), &fields, &[]).await.status().as_u16(), 303);
    assert_eq!((status(&bruno, &his).await, status(&claire, &hers).await), (404, 404));
    assert_eq!(ground.files().len(), 2, "the file goes by a job of the same transaction");
    ground.stage.work().await;
    assert!(ground.files().is_empty());
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_of_a_listing_that_is_closed_by_office_nobody_but_its_author_sees_the_photo() {
    let ground = Ground::open().await;
    let (listing, bruno, claire, his, hers) = shown(&ground).await;
    let owner = ground.stage.caller(ground.community, OWNER.email).await;
    let cmd = exchange::CloseByOffice { id: listing, reason: "La photo montre quelqu’un.".to_owned() };
    exchange::moderate::close_by_office(&ground.stage.db, &owner, cmd).await.unwrap();
    assert_eq!((status(&bruno, &his).await, status(&claire, &hers).await), (200, 404));
    assert!(claire.addresses(&format!("/listings/{listing}")).await.is_empty());
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_whoever_is_put_out_sees_no_photo_and_theirs_are_seen_by_nobody() {
    let ground = Ground::open().await;
    let (_, bruno, claire, his, hers) = shown(&ground).await;
    ground.run("update member set standing = 'suspended' where name = 'Bruno Faure'").await;
    assert_eq!((status(&bruno, &his).await, status(&claire, &hers).await), (403, 404));
    ground.run("update member set standing = 'member' where name = 'Bruno Faure'").await;
    assert_eq!(status(&claire, &hers).await, 200, "taken back, they are seen again");
    ground.run("update member set standing = 'suspended' where name = 'Claire Roux'").await;
    assert_eq!((status(&bruno, &his).await, status(&claire, &hers).await), (200, 403));
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_p3_whoever_is_erased_leaves_no_photo_and_no_file() {
    let ground = Ground::open().await;
    let (_, _, claire, _, hers) = shown(&ground).await;
    let bruno = ground.stage.caller(ground.community, BRUNO.email).await;
    privacy::ask_erasure(&ground.stage.db, &bruno, privacy::AskErasure { sure: true }).await.unwrap();
    ground.stage.advance(chrono::Duration::hours(25)).await;
    assert_eq!(ground.count("select count(*) from listing_photo").await, 0);
    assert!(ground.files().is_empty());
    assert_eq!(status(&claire, &hers).await, 404);
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_p4_the_photos_of_a_listing_go_a_year_after_its_end() {
    let ground = Ground::open().await;
    let (.., claire, _, _) = shown(&ground).await;
    drop(claire);
    ground.run("update listing set state = 'closed', closed_by = author_id, closed_at = '2026-03-03T09:00:00Z'").await;
    let sweep = async |stage: &Stage| {
        privacy::retention::sweep(&stage.db, &Caller::house(ground.community)).await.unwrap();
        stage.work().await;
    };
    ground.stage.clock.advance(chrono::Duration::days(364));
    sweep(&ground.stage).await;
    assert_eq!(ground.files().len(), 2);
    ground.stage.clock.advance(chrono::Duration::days(2));
    sweep(&ground.stage).await;
    assert!(ground.files().is_empty());
    ground.stage.close().await;
}

#[tokio::test]
async fn u5_what_no_listing_took_is_gone_after_a_day_and_what_one_took_stays() {
    let ground = Ground::open().await;
    shown(&ground).await;
    let bruno = ground.browser(BRUNO).await;
    assert_eq!(bruno.photos(ground.fresh(), &[&made::jpeg(8, 6)]).await.0, 201);
    assert_eq!(ground.files().len(), 4);
    ground.stage.clock.advance(chrono::Duration::hours(23));
    ground.stage.work().await;
    assert_eq!(ground.files().len(), 4);
    ground.stage.clock.advance(chrono::Duration::hours(2));
    ground.stage.work().await;
    assert_eq!(ground.files().len(), 2);
    assert_eq!(ground.count("select count(*) from listing_photo where listing_id is not null").await, 1);
    ground.stage.close().await;
}
