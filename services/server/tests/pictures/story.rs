//! Photos as people and programs use them.

use crate::ground::{BRUNO, CLAIRE, Ground, draft};
use crate::made;
use serde_json::json;

#[tokio::test]
async fn photos_come_with_the_form_and_nothing_is_lost_when_it_comes_back() {
    let ground = Ground::open().await;
    let (bruno, claire) = (ground.browser(BRUNO).await, ground.browser(CLAIRE).await);
    let listing = ground.fresh();
    let id = listing.to_string();
    let mut fields = draft(&id);
    fields.retain(|(name, _)| *name != "title");
    let back = bruno.send("/listings", &fields, &[&made::jpeg(64, 48), b"no picture", &made::png(30, 60)]).await;
    assert_eq!(back.status().as_u16(), 422);
    let page = back.text().await.unwrap();
    assert!(page.contains("Un fichier n’est pas une photo") && page.contains("href=\"#f-photos\""), "{page}");
    assert_eq!(page.matches("name=\"photo-").count(), 2, "the two that could be read are kept");
    // The form again, as a browser sends it: the second first, with words, and the title this time.
    let mut owner = ground.stage.scratch.owner().await;
    let photos: Vec<uuid::Uuid> =
        sqlx::query_scalar("select id from listing_photo order by place").fetch_all(&mut owner).await.unwrap();
    let [one, two] = [photos[0].to_string(), photos[1].to_string()];
    let mut fields = draft(&id);
    fields.extend([
        ("photo-1", one.as_str()),
        ("description-1", "De profil"),
        ("photo-2", two.as_str()),
        ("description-2", "Une perceuse « verte »"),
        ("cover", two.as_str()),
    ]);
    assert_eq!(bruno.send("/listings", &fields, &[]).await.status().as_u16(), 303);
    let page = claire.get(&format!("/listings/{id}")).await.text().await.unwrap();
    let first = page.find("Une perceuse « verte »").unwrap();
    assert!(first < page.find("De profil").unwrap(), "the cover comes first");
    assert!(page.contains("width=\"30\" height=\"60\""), "{page}");
    let list = claire.get("/listings").await.text().await.unwrap();
    assert!(list.contains("alt=\"Une perceuse « verte »\" loading=\"lazy\""), "{list}");
    ground.stage.work().await;
    ground.stage.close().await;
}

#[tokio::test]
async fn adding_photos_publishes_nothing_yet() {
    let ground = Ground::open().await;
    let bruno = ground.browser(BRUNO).await;
    let id = ground.fresh().to_string();
    let mut fields = draft(&id);
    fields.push(("photos-only", "yes"));
    let page = bruno.send("/listings", &fields, &[&made::jpeg(64, 48)]).await;
    assert_eq!(page.status().as_u16(), 200);
    let page = page.text().await.unwrap();
    assert!(page.contains("value=\"Perceuse verte\"") && page.contains("name=\"description-1\""), "{page}");
    assert_eq!(ground.count("select count(*) from listing").await, 0);
    assert_eq!(ground.files().len(), 2);
    ground.stage.close().await;
}

#[tokio::test]
async fn a_description_that_is_too_long_comes_back_at_its_field() {
    let ground = Ground::open().await;
    let bruno = ground.browser(BRUNO).await;
    let listing = ground.fresh();
    bruno.publish(listing, &[&made::jpeg(64, 48)]).await;
    let (id, long) = (listing.to_string(), "é".repeat(201));
    let photo: uuid::Uuid = sqlx::query_scalar("select id from listing_photo")
        .fetch_one(&mut ground.stage.scratch.owner().await)
        .await
        .unwrap();
    let photo = photo.to_string();
    let mut fields = draft(&id);
    fields.extend([("photo-1", photo.as_str()), ("description-1", long.as_str())]);
    let page = bruno.send(&format!("/listings/{id}/edit"), &fields, &[]).await;
    assert_eq!(page.status().as_u16(), 422);
    let page = page.text().await.unwrap();
    assert!(page.contains("id=\"f-description-1-e\"") && page.contains(&long), "{page}");
    ground.stage.close().await;
}

const PHOTOS: &str =
    "query($id: ID!) { listing(id: $id) { listing { photos { id url thumbnailUrl width height description } } } }";
const ARRANGE: &str = "mutation($input: ArrangePhotosInput!) { arrangePhotos(input: $input) { photos { description } refusal { code } } }";

#[tokio::test]
async fn programs_send_photos_and_put_them_in_order() {
    let ground = Ground::open().await;
    let bruno = ground.browser(BRUNO).await;
    let listing = ground.fresh();
    let (status, sent) = bruno.photos(listing, &[&made::jpeg(640, 480), &made::jpeg(64, 48)]).await;
    assert_eq!(
        (status, &sent["photos"][0]["width"], &sent["photos"][0]["height"]),
        (201, &json!(640), &json!(480)),
        "{sent}"
    );
    assert_eq!(bruno.publish(listing, &[]).await.status().as_u16(), 303);
    let global = data_encoding::BASE64URL_NOPAD.encode(format!("Listing:{listing}").as_bytes());
    let mut visitor = ground.stage.signed_in("entraide.localhost", BRUNO.email).await;
    let described =
        json!([{ "id": sent["photos"][1]["id"], "description": "De près" }, { "id": sent["photos"][0]["id"] }]);
    let input = json!({ "input": { "listingId": global, "photos": described } });
    let done = visitor.graphql(ARRANGE, input).await;
    assert_eq!(
        done["data"]["arrangePhotos"]["photos"],
        json!([{ "description": "De près" }, { "description": "" }]),
        "{done}"
    );
    let seen = visitor.graphql(PHOTOS, json!({ "id": global })).await;
    let photos = &seen["data"]["listing"]["listing"]["photos"];
    assert_eq!((&photos[0]["width"], &photos[1]["width"]), (&json!(64), &json!(640)), "{seen}");
    let address = photos[1]["thumbnailUrl"].as_str().unwrap();
    assert_eq!(bruno.get(address).await.status().as_u16(), 200);
    // Somebody else's photo is none.
    let mut other = ground.stage.signed_in("entraide.localhost", CLAIRE.email).await;
    let input = json!({ "input": { "listingId": global, "photos": [] } });
    let no = other.graphql(ARRANGE, input).await;
    assert_eq!(no["data"]["arrangePhotos"]["refusal"]["code"], "NOT_FOUND", "{no}");
    ground.stage.close().await;
}

#[tokio::test]
async fn a_double_click_makes_one_listing_with_each_photo_once() {
    let ground = Ground::open().await;
    let bruno = ground.browser(BRUNO).await;
    let listing = ground.fresh();
    let (one, two) = (made::jpeg(64, 48), made::png(30, 60));
    let photos: [&[u8]; 2] = [&one, &two];
    let (first, second) = tokio::join!(bruno.publish(listing, &photos), bruno.publish(listing, &photos));
    assert_eq!((first.status().as_u16(), second.status().as_u16()), (303, 303));
    assert_eq!(bruno.publish(listing, &photos).await.status().as_u16(), 303, "and once more");
    assert_eq!(ground.count("select count(*) from listing_photo").await, 2);
    assert_eq!(ground.files().len(), 4);
    ground.stage.close().await;
}
