//! Bar U4: how a photo's file is answered, and to whom.

use crate::ground::{BRUNO, CLAIRE, Ground};
use crate::made;
use kit::Somebody;
use reqwest::header;

#[tokio::test]
async fn u4_a_file_is_answered_as_a_picture_and_as_nothing_else() {
    let ground = Ground::open().await;
    let browser = ground.browser(BRUNO).await;
    let listing = ground.fresh();
    assert_eq!(browser.publish(listing, &[&made::jpeg(640, 480)]).await.status().as_u16(), 303);
    let [large, ..] =
        browser.addresses(&format!("/listings/{listing}")).await.try_into().unwrap_or_else(|all: Vec<_>| {
            let [large] = all.try_into().unwrap();
            [large]
        });
    let answer = browser.get(&large).await;
    assert_eq!(answer.status().as_u16(), 200);
    let head =
        |name: &str| answer.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    assert_eq!(head("content-type"), "image/jpeg");
    assert_eq!(head("x-content-type-options"), "nosniff");
    assert_eq!(head("content-security-policy"), "sandbox; default-src 'none'; frame-ancestors 'none'");
    assert_eq!(head("cache-control"), "private, max-age=300");
    assert_eq!(head("cross-origin-resource-policy"), "same-origin");
    let disposition = head("content-disposition");
    let name = disposition.strip_prefix("inline; filename=\"").unwrap().strip_suffix("-large.jpg\"").unwrap();
    assert!(name.parse::<uuid::Uuid>().is_ok(), "{disposition}: nothing of it was typed");
    assert!(answer.headers().get(header::SET_COOKIE).is_none());
    let bytes = answer.bytes().await.unwrap();
    let side = pictures::Side { width: 640, height: 480, jpeg: bytes.to_vec() };
    assert!(pictures::segments::is_bare(&side));
    ground.stage.close().await;
}

#[tokio::test]
async fn u4_an_address_holds_for_one_reader_in_one_community_and_for_five_minutes() {
    let ground = Ground::open().await;
    let (bruno, claire) = (ground.browser(BRUNO).await, ground.browser(CLAIRE).await);
    let listing = ground.fresh();
    bruno.publish(listing, &[&made::jpeg(64, 48)]).await;
    let page = format!("/listings/{listing}");
    let (his, hers) = (bruno.addresses(&page).await.remove(0), claire.addresses(&page).await.remove(0));
    assert_ne!(his, hers);
    assert_eq!(bruno.addresses(&page).await.remove(0), his, "the same for some minutes, so that it is fetched once");
    assert_eq!(claire.get(&hers).await.status().as_u16(), 200);
    assert_eq!(claire.get(&his).await.status().as_u16(), 404, "signed for somebody else");
    let mut nobody = bruno.clone();
    nobody.cookies.clear();
    assert_eq!(nobody.get(&his).await.status().as_u16(), 303, "sent to sign in");
    let (said, mark) = his.rsplit_once('.').unwrap();
    let flipped: String = mark.chars().rev().collect();
    for forged in [format!("{said}.{flipped}"), said.to_owned(), "/media/nothing".to_owned(), format!("{said}a.{mark}")]
    {
        assert_eq!(bruno.get(&forged).await.status().as_u16(), 404, "{forged}");
    }
    elsewhere(&ground, &his).await;
    ground.stage.clock.advance(chrono::Duration::seconds(301));
    let old = bruno.get(&his).await;
    assert_eq!(old.status().as_u16(), 303, "whose session it is gets the file of now");
    let fresh = old.headers()[header::LOCATION].to_str().unwrap().to_owned();
    assert!(fresh.starts_with("/media/") && fresh != his);
    assert_eq!(bruno.get(&fresh).await.status().as_u16(), 200);
    assert_eq!(claire.get(&his).await.status().as_u16(), 404, "an old one of somebody else's is worth nothing");
    ground.stage.close().await;
}

/// In another community there is no such photo, whoever asks.
async fn elsewhere(ground: &Ground, address: &str) {
    let bruno = Somebody::new("Bruno Faure", "bruno@example.test");
    let others = [Somebody::new("Olga", "olga@example.test"), bruno, Somebody::new("Sven", "sven@example.test")];
    ground.stage.community("ailleurs", "confiance", &others).await;
    let visitor = ground.stage.signed_in("ailleurs.localhost", bruno.email).await;
    let cookies: Vec<String> = visitor.cookies().iter().map(|(name, value)| format!("{name}={value}")).collect();
    let there = crate::ground::Browser {
        port: ground.stage.port(),
        host: "ailleurs.localhost".to_owned(),
        cookies: cookies.join("; "),
    };
    let (found, random) = (there.get(address).await, there.get("/media/nothing").await);
    assert_eq!((found.status().as_u16(), random.status().as_u16()), (404, 404));
    let words = |text: String, path: &str| text.replace(path, "").replace(&path.replace('/', "%2F"), "");
    let (found, random) = (found.text().await.unwrap(), random.text().await.unwrap());
    assert_eq!(words(found, address), words(random, "/media/nothing"), "foreign is absent, to the byte");
}
