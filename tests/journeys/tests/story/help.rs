//! Help and the site map, for whoever reads them.

use crate::{THOMAS, village};
use kit::{Stage, Visitor};

const COMMUNITY: &str = "village.localhost";

#[tokio::test]
async fn every_page_of_the_site_map_opens_for_whoever_sees_it() {
    let stage = Stage::open().await;
    village(&stage).await;
    let stranger = opened(stage.visitor(COMMUNITY)).await;
    assert!(stranger.contains(&"/sign-in".to_owned()) && !stranger.contains(&"/listings".to_owned()), "{stranger:?}");
    let help = stage.visitor(COMMUNITY).get("/help").await.expect(200);
    assert!(
        help.text().contains("1 rue du Pont") || help.body.contains("mailto:"),
        "whom to write to: {}",
        help.text()
    );
    let account = opened(stage.signed_in(COMMUNITY, THOMAS).await).await;
    assert!(account.contains(&"/join".to_owned()) && !account.contains(&"/sign-in".to_owned()), "{account:?}");
    let waiting = opened(crate::web::apply(&stage).await).await;
    assert!(waiting.contains(&"/waiting".to_owned()) && !waiting.contains(&"/join".to_owned()), "{waiting:?}");
    let member = opened(stage.signed_in(COMMUNITY, "anne@example.test").await).await;
    assert!(member.contains(&"/vouching".to_owned()) && !member.contains(&"/steward".to_owned()), "{member:?}");
    let owner = opened(stage.signed_in(COMMUNITY, "helene@example.test").await).await;
    assert!(member.iter().all(|page| owner.contains(page)) && owner.contains(&"/owner".to_owned()), "{owner:?}");
    let platform = opened(stage.visitor("localhost")).await;
    assert!(!platform.contains(&"/how-people-get-in".to_owned()), "{platform:?}");
    let launching = opened(stage.signed_in("localhost", THOMAS).await).await;
    assert!(launching.contains(&"/launch".to_owned()), "{launching:?}");
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn where_no_address_is_known_to_write_to_the_pages_lead_to_who_answers_for_the_place() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut led = Vec::new();
    for path in ["/help", "/accessibility", "/privacy"] {
        for host in [COMMUNITY, "localhost"] {
            let page = stage.visitor(host).get(path).await.expect(200);
            let links = page.attributes("main p > a", "href");
            led.push((
                path,
                host,
                links.iter().any(|href| href.starts_with("mailto:")),
                links.contains(&"/legal".to_owned()),
            ));
        }
    }
    for (path, host, mail, legal) in led {
        assert_eq!((mail, legal), (host == COMMUNITY, host != COMMUNITY), "{path} of {host}");
    }
    stage.finish().await;
}

/// Opens every page of the site map; answers which they are.
async fn opened(mut reader: Visitor) -> Vec<String> {
    let map = reader.get("/help").await.expect(200);
    let pages = map.attributes("main .ways a", "href");
    assert!(pages.len() >= 6, "{}", map.text());
    for page in &pages {
        // Whoever waits is led on from the first page to the waiting room.
        let answer = if page == "/" { reader.visit(page).await } else { reader.get(page).await };
        let _page = answer.expect(200);
    }
    pages
}
