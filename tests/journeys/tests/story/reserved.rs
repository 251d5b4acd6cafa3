//! Something is promised to somebody: everybody reads so, it is suggested to nobody, and its author releases it.

use crate::bulletins::HOST;
use crate::going::ask;
use crate::{FOUNDERS, village};
use chrono::Duration;
use kit::{Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const ANNE: &str = FOUNDERS[1].email;
const GUY: &str = FOUNDERS[2].email;
const CLAIRE: &str = FOUNDERS[3].email;
const BRUNO: &str = FOUNDERS[4].email;
const OFFER: &str = "Leçons de piano";
const REQUEST: &str = "Apprendre le piano";

/// Where the new listing is read.
async fn publishes(who: &mut Visitor, direction: &str, title: &str) -> String {
    let form = who.get(&format!("/listings/new?direction={direction}")).await.expect(200).form("/listings");
    let answers = [("title", title), ("kind", "skill"), ("body", "Pour débutants, chez moi.")];
    let page = who.submit(form.fill(&answers)).await.expect(303);
    page.redirect().unwrap().split(['#', '?']).next().unwrap().to_owned()
}

/// Whether their notifications name one of the two listings, which go with each other.
async fn is_told(who: &mut Visitor) -> bool {
    let told = who.get("/notifications").await.expect(200).text();
    told.contains(OFFER) || told.contains(REQUEST)
}

#[tokio::test]
async fn what_is_promised_says_so_is_suggested_to_nobody_and_is_released_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let offer = publishes(&mut anne, "offer", OFFER).await;
    let page = anne.get(&offer).await.expect(200);
    let done = anne.submit(page.form("/reserve")).await.expect(303);
    let page = anne.follow(done).await.expect(200);
    assert!(page.text().contains("votre annonce porte la mention « Réservé »."), "{}", page.text());
    assert!(page.text().contains("Vous l’avez promis à quelqu’un."), "{}", page.text());
    assert!(page.forms().iter().all(|form| !form.action.ends_with("/reserve")), "once");
    stage.work().await;
    let request = publishes(&mut guy, "request", REQUEST).await;
    stage.work().await;
    assert!(guy.get("/matches").await.expect(200).links(&offer).is_empty());
    assert!(!is_told(&mut anne).await && !is_told(&mut guy).await, "nor is either told");
    let list = guy.get("/listings").await.expect(200).text();
    assert!(list.contains(OFFER) && list.contains("Réservé"), "{list}");
    stage.sink.clear();
    // From Friday 09:00 to Saturday 07:00 UTC, which is eight in Paris.
    stage.advance(Duration::hours(22)).await;
    let digest = stage.letter_to(BRUNO).text();
    assert!(digest.contains(REQUEST) && !digest.contains(OFFER), "{digest}");

    let mine = anne.get("/listings/mine").await.expect(200);
    assert!(mine.text().contains("Réservé"), "{}", mine.text());
    let done = anne.submit(mine.form(&format!("{offer}/release"))).await.expect(303);
    let page = anne.follow(done).await.expect(200);
    assert!(page.text().contains("votre annonce est de nouveau proposée aux autres."), "{}", page.text());
    stage.work().await;
    assert_eq!(guy.get("/matches").await.expect(200).links(&offer).len(), 1, "his is found now");
    assert_eq!(anne.get("/matches").await.expect(200).links(&request).len(), 1, "and hers");
    assert!(is_told(&mut anne).await && is_told(&mut guy).await, "both are told now");
    assert!(!guy.get("/listings").await.expect(200).text().contains("Réservé"));
    stage.close().await;
}

#[tokio::test]
async fn whoever_reads_that_it_is_promised_may_write_all_the_same_and_conversations_go_on_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let mut claire = stage.signed_in(HOST, CLAIRE).await;
    let offer = publishes(&mut anne, "offer", OFFER).await;
    let before = guy.get(&offer).await.expect(200).form("/answer");
    let talk = guy.submit(before.fill(&[("body", "Je viendrais bien le jeudi.")])).await.expect(303);
    let talk = talk.redirect().unwrap().split(['#', '?']).next().unwrap().to_owned();
    let mine = anne.get("/listings/mine").await.expect(200);
    let _there = anne.submit(mine.form(&format!("{offer}/reserve"))).await.expect(303);
    let page = guy.get(&talk).await.expect(200);
    let _said = guy.submit(page.form(&talk).fill(&[("body", "À jeudi !")])).await.expect(303);
    for way in [offer.clone(), format!("{offer}/answer")] {
        let page = claire.get(&way).await.expect(200).text();
        assert!(page.contains("Réservé") && page.contains("C’est déjà promis à quelqu’un."), "{way}: {page}");
    }
    let page = claire.get(&offer).await.expect(200);
    assert!(page.forms().iter().all(|form| !form.action.ends_with("/reserve") && !form.action.ends_with("/release")));
    let _written = claire.submit(page.form("/answer").fill(&[("body", "Et le mardi ?")])).await.expect(303);
    let not_hers = claire.post(&format!("{offer}/release"), &[]).await;
    assert_eq!(not_hers.status.as_u16(), 404);
    assert!(anne.get(&offer).await.expect(200).text().contains("Réservé"));
    stage.work().await;
    stage.close().await;
}

#[tokio::test]
async fn of_a_request_it_is_said_that_help_is_promised_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let request = publishes(&mut guy, "request", REQUEST).await;
    let page = guy.get(&request).await.expect(200);
    assert!(page.text().contains("Promis, mais pas encore fait ?"), "{}", page.text());
    assert!(page.text().contains("Quelqu’un a promis de m’aider"), "{}", page.text());
    let done = guy.submit(page.form("/reserve")).await.expect(303);
    let page = guy.follow(done).await.expect(200);
    assert!(page.text().contains("votre annonce porte la mention « Aide promise »."), "{}", page.text());
    assert!(page.text().contains("Quelqu’un a promis de vous aider."), "{}", page.text());
    assert!(!page.text().contains("Promis, mais pas encore fait ?"), "it has been said");
    let mine = guy.get("/listings/mine").await.expect(200).text();
    assert!(mine.contains("Aide promise") && mine.contains("J’ai encore besoin d’aide"), "{mine}");
    for way in ["/listings".to_owned(), request.clone(), format!("{request}/answer")] {
        let page = anne.get(&way).await.expect(200).text();
        assert!(page.contains("Aide promise") && !page.contains("Réservé"), "{way}: {page}");
    }
    let page = guy.get(&request).await.expect(200);
    let done = guy.submit(page.form("/release")).await.expect(303);
    let page = guy.follow(done).await.expect(200);
    assert!(page.text().contains("votre demande est de nouveau proposée aux autres."), "{}", page.text());
    assert!(!anne.get(&request).await.expect(200).text().contains("Aide promise"));
    stage.work().await;
    stage.close().await;
}

#[tokio::test]
async fn what_is_promised_says_so_is_suggested_to_nobody_and_is_released_through_graphql() {
    const PUBLISH: &str =
        "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    const RESERVE: &str = "mutation($input: ReserveListingInput!) { reserveListing(input: $input) { listing { mayReserve mayRelease listing { reservedAt } } refusal { code } } }";
    const RELEASE: &str = "mutation($input: ReleaseListingInput!) { releaseListing(input: $input) { listing { mayReserve mayRelease listing { reservedAt } } refusal { code } } }";
    const MATCHES: &str = "{ matches { nodes { listing { id } } } }";
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let draft = |n: u128, direction: &str, kind: &str, title: &str| {
        let draft =
            json!({ "direction": direction, "kind": kind, "settlements": ["GIFT"], "title": title, "body": "Merci." });
        json!({ "input": { "id": Uuid::from_u128(n), "draft": draft } })
    };
    let made = ask(&mut anne, PUBLISH, draft(1, "OFFER", "SKILL", OFFER)).await;
    let id = made["publishListing"]["id"].clone();
    let this = json!({ "input": { "id": id } });
    let not_his = guy.graphql(RESERVE, this.clone()).await;
    assert_eq!(not_his["data"]["reserveListing"]["refusal"]["code"], "NOT_FOUND", "{not_his}");
    let done = ask(&mut anne, RESERVE, this.clone()).await["reserveListing"]["listing"].clone();
    assert!(done["listing"]["reservedAt"].is_string(), "{done}");
    assert_eq!((&done["mayReserve"], &done["mayRelease"]), (&json!(false), &json!(true)), "{done}");
    let _request = ask(&mut guy, PUBLISH, draft(2, "REQUEST", "SKILL", REQUEST)).await;
    stage.work().await;
    assert_eq!(ask(&mut guy, MATCHES, Value::Null).await["matches"]["nodes"], json!([]));
    let read = "query($id: ID!) { listing(id: $id) { mayAnswer mayReserve mayRelease } listings(first: 10, filter: { direction: OFFER }) { nodes { id reservedAt } } }";
    let his = ask(&mut guy, read, json!({ "id": id })).await;
    assert_eq!(his["listing"], json!({ "mayAnswer": true, "mayReserve": false, "mayRelease": false }));
    assert_eq!(his["listings"]["nodes"][0], json!({ "id": id, "reservedAt": done["listing"]["reservedAt"] }));

    let walk = ask(&mut anne, PUBLISH, draft(3, "REQUEST", "OUTING", "Aller au marché")).await;
    let outing = anne.graphql(RESERVE, json!({ "input": { "id": walk["publishListing"]["id"] } })).await;
    assert_eq!(outing["data"]["reserveListing"]["refusal"]["code"], "OUTING_NOT_RESERVED", "{outing}");

    let not_his = guy.graphql(RELEASE, this.clone()).await;
    assert_eq!(not_his["data"]["releaseListing"]["refusal"]["code"], "NOT_FOUND", "{not_his}");
    let released = ask(&mut anne, RELEASE, this).await["releaseListing"]["listing"].clone();
    assert_eq!(released, json!({ "mayReserve": true, "mayRelease": false, "listing": { "reservedAt": null } }));
    stage.work().await;
    assert_eq!(ask(&mut guy, MATCHES, Value::Null).await["matches"]["nodes"][0]["listing"]["id"], id);
    stage.finish().await;
}
