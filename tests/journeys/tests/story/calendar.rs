//! The address of a calendar ends when its member deletes it, and when they sign out everywhere.

use crate::bulletins::HOST;
use crate::going::ask;
use crate::{FOUNDERS, village};
use kit::{Page, Stage, Visitor};
use serde_json::Value;

/// Makes an address on the page; where it leads.
async fn makes_an_address(who: &mut Visitor) -> String {
    let form = who.get("/calendar").await.expect(200).form("/calendar/renew");
    let done = who.submit(form).await.expect(303);
    let address = who.follow(done).await.expect(200).link("/calendar/feed/");
    address[address.find("/calendar/feed/").unwrap()..].to_owned()
}

fn deletes(page: &Page) -> bool {
    !page.texts("form[action='/calendar/delete']").is_empty()
}

#[tokio::test]
async fn a_member_deletes_the_address_of_their_calendar_or_signs_out_everywhere_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut program = stage.visitor(HOST);
    assert!(!deletes(&anne.get("/calendar").await.expect(200)), "there is none yet");
    let feed = makes_an_address(&mut anne).await;
    let _read = program.get(&feed).await.expect(200);
    let page = anne.get("/calendar").await.expect(200);
    assert!(page.text().contains("Me déconnecter partout"), "the page says what else ends it: {}", page.text());
    let done = anne.submit(page.form("/calendar/delete")).await.expect(303);
    let page = anne.follow(done).await.expect(200);
    assert!(page.text().contains("Votre adresse est supprimée"), "{}", page.text());
    assert!(page.links("/calendar/feed/").is_empty() && !deletes(&page));
    assert_eq!(program.get(&feed).await.status.as_u16(), 404);

    let again = makes_an_address(&mut anne).await;
    assert_ne!(again, feed, "a deleted address does not come back");
    let _read = program.get(&again).await.expect(200);
    let account = anne.get("/account").await.expect(200);
    assert!(account.text().contains("votre agenda lit vos sorties"), "{}", account.text());
    let _out = anne.submit(account.form("/account/sessions/end-all")).await.expect(303);
    assert_eq!(program.get(&again).await.status.as_u16(), 404);
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    assert!(anne.get("/calendar").await.expect(200).links("/calendar/feed/").is_empty());
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn a_member_deletes_the_address_of_their_calendar_or_signs_out_everywhere_through_graphql() {
    const MAKE: &str = "mutation { renewCalendarFeed { feed { path } refusal { code } } }";
    const DELETE: &str = "mutation { deleteCalendarFeed { deleted refusal { code } } }";
    const MINE: &str = "{ calendarFeed { path } }";
    let stage = Stage::open().await;
    village(&stage).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let mut program = stage.visitor(HOST);
    let mut paths = Vec::new();
    for end in [DELETE, "mutation { signOutEverywhere { signedOut refusal { code } } }"] {
        let made = ask(&mut guy, MAKE, Value::Null).await;
        let path = made["renewCalendarFeed"]["feed"]["path"].as_str().unwrap().to_owned();
        let _read = program.get(&path).await.expect(200);
        ask(&mut guy, end, Value::Null).await;
        assert_eq!(program.get(&path).await.status.as_u16(), 404, "{end}");
        guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
        assert_eq!(ask(&mut guy, MINE, Value::Null).await["calendarFeed"], Value::Null, "{end}");
        paths.push(path);
    }
    assert_ne!(paths[0], paths[1]);
    assert_eq!(ask(&mut guy, DELETE, Value::Null).await["deleteCalendarFeed"]["deleted"], true, "harmless to repeat");
    stage.work().await;
    stage.finish().await;
}
