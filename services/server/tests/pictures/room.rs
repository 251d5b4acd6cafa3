//! Bar U7: no room is left. The disk is full as the kernel says it: every new file is `/dev/full` (`Shelf::of_a_full_disk`).

use crate::ground::{BRUNO, Ground};
use crate::made;
use kit::Stage;
use server::metrics::House;

#[tokio::test]
async fn u7_a_full_disk_is_told_in_words_with_507_and_leaves_nothing_behind() {
    let ground = Ground::on(Stage::with_no_room().await).await;
    let browser = ground.browser(BRUNO).await;
    let before = ground.count("select count(*) from listing").await;
    let listing = ground.fresh();
    let answer = browser.publish(listing, &[&made::jpeg(64, 48)]).await;
    assert_eq!(answer.status().as_u16(), 507);
    let page = answer.text().await.unwrap();
    assert!(page.contains("Il n’y a plus de place pour les photos"), "{page}");
    assert!(page.contains("value=\"Perceuse verte\"") && page.contains(&listing.to_string()), "nothing typed is lost");
    assert_eq!(ground.count("select count(*) from listing_photo").await, 0);
    assert_eq!(ground.count("select count(*) from listing").await, before);
    assert_eq!(ground.count("select count(*) from job where kind in ('sweep_photo', 'drop_photos')").await, 0);
    assert!(ground.files().is_empty(), "{:?}", ground.files());
    let figures = House::new(ground.stage.db.clone(), &ground.stage.traffic).text().await;
    assert!(figures.contains("maillon_full_total 1"), "the operator is told: {figures}");
    assert_eq!(browser.publish(listing, &[]).await.status().as_u16(), 303, "without a photo it is published");
    ground.stage.close().await;
}
