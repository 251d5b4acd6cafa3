//! Bar U1: how much, how large, how often, and who.

use crate::ground::{BRUNO, CLAIRE, Ground, OWNER};
use crate::made;
use kit::Stage;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

fn codes(answer: &serde_json::Value) -> Vec<&str> {
    answer["refused"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect()
}

/// The head of a request whose body never comes; the first line of the answer.
async fn answer_to_a_head(stage: &Stage, cookies: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", stage.port())).await.unwrap();
    let head = format!(
        "POST /listings/00000000-0000-4000-8000-000000000001/photos HTTP/1.1\r\nhost: entraide.localhost:{port}\r\norigin: \
         http://entraide.localhost:{port}\r\nsec-fetch-site: same-origin\r\ncookie: {cookies}\r\ncontent-type: multipart/form-data; \
         boundary=x\r\ncontent-length: 9000000\r\n\r\n",
        port = stage.port()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = vec![0; 64];
    let read = tokio::time::timeout(Duration::from_secs(3), stream.read(&mut answer)).await;
    let length = read.map_or(0, Result::unwrap);
    String::from_utf8_lossy(&answer[..length]).lines().next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn u1_whether_one_may_send_is_asked_before_the_first_byte_of_the_body() {
    let ground = Ground::open().await;
    assert_eq!(answer_to_a_head(&ground.stage, "a=b").await, "HTTP/1.1 403 Forbidden", "nobody has signed in");
    let member = ground.browser(BRUNO).await.cookies;
    assert_eq!(answer_to_a_head(&ground.stage, &member).await, "", "a member's body is waited for");
    assert!(ground.files().is_empty());
    ground.stage.close().await;
}

#[tokio::test]
async fn u1_a_photo_of_ten_mebibytes_is_taken_and_one_byte_more_is_not_and_the_others_are_kept() {
    let ground = Ground::open().await;
    let browser = ground.browser(BRUNO).await;
    let most = usize::try_from(pictures::limits::BYTES).unwrap();
    let mut at = made::jpeg(40, 30);
    at.resize(most, 0);
    let beyond = [at.as_slice(), b"x"].concat();
    let (status, answer) = browser.photos(ground.fresh(), &[&at, &beyond, &made::png(9, 9)]).await;
    assert_eq!((status, answer["photos"].as_array().unwrap().len()), (422, 2), "{answer}");
    assert_eq!(codes(&answer), ["PHOTO_TOO_HEAVY"]);
    assert_eq!(ground.files().len(), 4);
    ground.stage.close().await;
}

#[tokio::test]
async fn u1_a_listing_has_six_photos_and_an_hour_twenty() {
    let ground = Ground::open().await;
    let browser = ground.browser(BRUNO).await;
    let one = made::jpeg(8, 6);
    let listing = ground.fresh();
    let seven: Vec<Vec<u8>> = (1..=7).map(|n| made::jpeg(8 * n, 6)).collect();
    let all: Vec<&[u8]> = seven.iter().map(Vec::as_slice).collect();
    let (status, answer) = browser.photos(listing, &all).await;
    assert_eq!((status, codes(&answer)), (422, vec!["PHOTOS_ENOUGH"]), "{answer}");
    assert_eq!(ground.files().len(), 12);
    // Six were counted; what is refused for another reason was counted as well.
    for _ in 0..2 {
        assert_eq!(browser.photos(ground.fresh(), &all[..6]).await.0, 201);
    }
    let (status, answer) = browser.photos(ground.fresh(), &all[..3]).await;
    assert_eq!((status, codes(&answer)), (429, vec!["RATE_LIMITED"]), "{answer}");
    assert_eq!(answer["photos"].as_array().unwrap().len(), 2, "the nineteenth and the twentieth");
    assert_eq!(
        ground.browser(CLAIRE).await.photos(ground.fresh(), &[&one]).await.0,
        201,
        "others have an hour of their own"
    );
    ground.stage.clock.advance(chrono::Duration::minutes(3));
    assert_eq!(browser.photos(ground.fresh(), &[&one]).await.0, 201);
    ground.stage.close().await;
}

#[tokio::test]
async fn u1_the_names_of_a_form_weigh_what_its_values_weigh() {
    let ground = Ground::open().await;
    let browser = ground.browser(BRUNO).await;
    let path = format!("/listings/{}/photos", ground.fresh());
    let sent = async |length: usize| {
        let names: Vec<String> = (0..64).map(|n| format!("{n:0length$}")).collect();
        let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
        browser.send(&path, &fields, &[]).await.status().as_u16()
    };
    // Beside its name, a field weighs 64 bytes.
    assert_eq!(sent(1_024 - 64).await, 201);
    assert_eq!(sent(1_024 - 63).await, 422, "a page says no");
    ground.stage.close().await;
}

#[tokio::test]
async fn u1_once_the_hour_is_spent_no_file_of_a_form_is_taken_and_each_is_told() {
    let ground = Ground::open().await;
    let browser = ground.browser(BRUNO).await;
    for _ in 0..20 {
        assert_eq!(browser.photos(ground.fresh(), &[b"x"]).await.0, 422);
    }
    let (status, answer) = browser.photos(ground.fresh(), &[b"x".as_slice(); 100]).await;
    assert_eq!((status, codes(&answer)), (429, vec!["RATE_LIMITED"; 100]));
    let (status, _) = browser.photos(ground.fresh(), &[b"x".as_slice(); 129]).await;
    assert_eq!(status, 422, "no form has so many parts");
    ground.stage.close().await;
}

#[tokio::test]
async fn u1_a_member_has_five_hundred_photos_and_two_hundred_mebibytes() {
    let ground = Ground::open().await;
    let browser = ground.browser(BRUNO).await;
    let one = made::jpeg(8, 6);
    ground
        .run(
            "insert into listing_photo (community_id, id, owner_id, meant_for, place, width, height, small_width, small_height, bytes, created_at, sent_mark)
             select m.community_id, gen_random_uuid(), m.id, gen_random_uuid(), 1, 8, 6, 8, 6, 1, now(), ''
             from member m, generate_series(1, 499) where m.name = 'Bruno Faure'",
        )
        .await;
    assert_eq!(browser.photos(ground.fresh(), &[&one]).await.0, 201, "the five hundredth");
    let (status, answer) = browser.photos(ground.fresh(), &[&one]).await;
    assert_eq!((status, codes(&answer)), (422, vec!["PHOTOS_TOO_MANY"]), "{answer}");
    ground.run("delete from listing_photo where bytes = 1").await;
    ground.run("update listing_photo set bytes = 200 * 1024 * 1024 - bytes").await;
    let (status, answer) = browser.photos(ground.fresh(), &[&one]).await;
    assert_eq!(status, 201, "exactly two hundred: the same weight again {answer}");
    let (status, answer) = browser.photos(ground.fresh(), &[&one]).await;
    assert_eq!((status, codes(&answer)), (422, vec!["PHOTOS_TOO_MANY"]), "{answer}");
    ground.stage.close().await;
}

#[tokio::test]
async fn u1_nobody_adds_to_another_s_listing_or_to_one_that_is_closed() {
    let ground = Ground::open().await;
    let (bruno, claire) = (ground.browser(BRUNO).await, ground.browser(CLAIRE).await);
    let listing = ground.fresh();
    assert_eq!(bruno.publish(listing, &[]).await.status().as_u16(), 303);
    let one = made::jpeg(8, 6);
    let (status, answer) = claire.photos(listing, &[&one]).await;
    assert_eq!((status, codes(&answer)), (404, vec!["NOT_FOUND"]));
    ground.run("update listing set state = 'closed', closed_by = author_id, closed_at = now()").await;
    let (status, answer) = bruno.photos(listing, &[&one]).await;
    assert_eq!((status, codes(&answer)), (409, vec!["LISTING_CLOSED"]));
    assert!(ground.files().is_empty());
    let plain = ground.browser(OWNER).await.request(reqwest::Method::POST, &format!("/listings/{listing}/photos"));
    assert_eq!(plain.body("photo").send().await.unwrap().status().as_u16(), 415);
    ground.stage.close().await;
}
