//! Asking quietly: somebody asks the team first, which passes it on; somebody else shows something to those close to them, then to everybody.

use crate::{FOUNDERS, village};
use kit::Stage;
use serde_json::{Value, json};
use uuid::Uuid;

const HOST: &str = "village.localhost";
const TITLE: &str = "Un colis alimentaire";

#[tokio::test]
async fn a_quiet_request_reaches_the_team_which_passes_it_on_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let form = anne.get("/listings/new?direction=request").await.expect(200);
    assert!(form.text().contains("Qui la voit ?"), "{}", form.text());
    let filled = form.form("/listings").fill(&[("title", "Co"), ("kind", "good"), ("audience", "stewards_may")]);
    let short = anne.submit(filled).await.expect(422);
    let again = short.form("/listings").fill(&[("title", TITLE), ("body", "Pour tenir jusqu’au 30.")]);
    let done = anne.submit(again).await.expect(303);
    let own = done.redirect().unwrap().split('?').next().unwrap().to_owned();
    let page = anne.follow(done).await.expect(200);
    assert!(page.text().contains("L’équipe voit cette annonce et peut la montrer à tout le monde"), "{}", page.text());
    stage.work().await;

    assert!(!guy.get("/listings").await.expect(200).text().contains(TITLE));
    let _absent = guy.get(&own).await.expect(404);
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let list = owner.get("/listings").await.expect(200).text();
    assert!(list.contains(TITLE) && list.contains("L’équipe"), "{list}");
    let page = owner.get(&own).await.expect(200);
    assert!(page.text().contains("Gardez-le entre vous"), "{}", page.text());
    let done = owner.submit(page.form("/pass-on")).await.expect(303);
    assert!(owner.follow(done).await.expect(200).text().contains("Tout le monde voit maintenant cette annonce"));
    assert!(
        owner.get("/steward/journal").await.expect(200).text().contains("a montré à tout le monde une annonce de Anne")
    );
    assert!(guy.get(&own).await.expect(200).text().contains(TITLE));
    let told = anne.get("/notifications").await.expect(200);
    assert!(told.text().contains("l’équipe l’a transmise, comme vous l’aviez permis"), "{}", told.text());
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn its_author_shows_it_to_more_people_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let form = anne.get("/listings/new?direction=offer").await.expect(200).form("/listings");
    let filled = form.fill(&[("title", TITLE), ("kind", "good"), ("body", "Un de trop."), ("audience", "friends")]);
    let done = anne.submit(filled).await.expect(303);
    let own = done.redirect().unwrap().split('?').next().unwrap().to_owned();
    let _absent = guy.get(&own).await.expect(404);
    let page = anne.get(&own).await.expect(200);
    let unsaid = anne.submit(page.form("/audience")).await.expect(422);
    assert!(unsaid.text().contains("Choisissez qui doit la voir désormais"), "{}", unsaid.text());
    let narrower = anne.submit(page.form("/audience").fill(&[("audience", "stewards")])).await.expect(422);
    assert!(narrower.text().contains("on ne peut pas faire oublier ce qui a été lu"), "{}", narrower.text());
    let done = anne.submit(narrower.form("/audience").fill(&[("audience", "everyone")])).await.expect(303);
    assert!(anne.follow(done).await.expect(200).text().contains("vue par plus de monde"));
    assert!(guy.get("/listings").await.expect(200).text().contains(TITLE));
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn the_form_of_a_change_says_who_sees_it_and_shows_it_to_more_people_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let form = anne.get("/listings/new?direction=offer").await.expect(200).form("/listings");
    let filled = form.fill(&[("title", TITLE), ("kind", "good"), ("body", "Un de trop."), ("audience", "friends")]);
    let own = anne.submit(filled).await.expect(303).redirect().unwrap().split('?').next().unwrap().to_owned();
    let page = anne.get(&format!("{own}/edit")).await.expect(200);
    assert!(page.text().contains("Les personnes à deux parrainages de vous"), "{}", page.text());
    assert_eq!(page.attributes("input[name=audience]", "value"), ["same", "everyone"], "no fewer people");
    let _kept = anne.submit(page.form("/edit").fill(&[("body", "Encore un de trop.")])).await.expect(303);
    let _absent = guy.get(&own).await.expect(404);
    let page = anne.get(&format!("{own}/edit")).await.expect(200);
    let wrong = anne.submit(page.form("/edit").fill(&[("title", "U"), ("audience", "everyone")])).await.expect(422);
    assert_eq!(wrong.attributes("input[name=audience][checked]", "value"), ["everyone"], "what was chosen is kept");
    let narrower =
        anne.submit(wrong.form("/edit").fill(&[("title", TITLE), ("audience", "stewards")])).await.expect(422);
    assert!(narrower.text().contains("on ne peut pas faire oublier ce qui a été lu"), "{}", narrower.text());
    let done = anne.submit(narrower.form("/edit").fill(&[("audience", "everyone")])).await;
    let _changed = anne.follow(done.expect(303)).await.expect(200);
    assert!(guy.get(&own).await.expect(200).text().contains("Encore un de trop."));
    let page = anne.get(&format!("{own}/edit")).await.expect(200);
    assert!(page.text().contains("Tout le monde ici voit cette annonce"), "{}", page.text());
    assert!(page.attributes("input[name=audience]", "value").is_empty(), "nothing is left to choose");
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn a_quiet_request_reaches_the_team_which_passes_it_on_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id listing { listing { audience } } refusal { code } } }";
    let mut own = Vec::new();
    for (n, audience) in [(1, "STEWARDS_MAY"), (2, "STEWARDS")] {
        let draft = json!({
            "direction": "REQUEST", "kind": "GOOD", "settlements": ["GIFT"], "title": TITLE, "body": "Merci.", "audience": audience,
        });
        let input = json!({ "input": { "id": Uuid::from_u128(n), "draft": draft } });
        let done = anne.graphql(publish, input).await;
        assert_eq!(done["data"]["publishListing"]["listing"]["listing"]["audience"], audience, "{done}");
        own.push(done["data"]["publishListing"]["id"].clone());
    }
    let find = "{ listings(first: 10) { nodes { id } } }";
    let ids = |found: &Value| found["data"]["listings"]["nodes"].as_array().unwrap().len();
    assert_eq!((ids(&guy.graphql(find, json!({})).await), ids(&owner.graphql(find, json!({})).await)), (0, 2));

    let pass = "mutation($input: PassListingOnInput!) { passListingOn(input: $input) { listing { listing { audience } } refusal { code } } }";
    let kept = owner.graphql(pass, json!({ "input": { "id": own[1] } })).await;
    assert_eq!(kept["data"]["passListingOn"]["refusal"]["code"], "AUDIENCE_KEPT", "{kept}");
    let passed = owner.graphql(pass, json!({ "input": { "id": own[0] } })).await;
    assert_eq!(passed["data"]["passListingOn"]["listing"]["listing"]["audience"], "EVERYONE", "{passed}");
    assert_eq!(ids(&guy.graphql(find, json!({})).await), 1);

    let widen = "mutation($input: WidenListingInput!) { widenListing(input: $input) { listing { listing { audience } } refusal { code } } }";
    let to = |audience: &str| json!({ "input": { "id": own[1], "audience": audience } });
    let not_his = guy.graphql(widen, to("EVERYONE")).await;
    assert_eq!(not_his["data"]["widenListing"]["refusal"]["code"], "NOT_FOUND", "{not_his}");
    let widened = anne.graphql(widen, to("EVERYONE")).await;
    assert_eq!(widened["data"]["widenListing"]["listing"]["listing"]["audience"], "EVERYONE", "{widened}");
    let narrower = anne.graphql(widen, to("FRIENDS")).await;
    assert_eq!(narrower["data"]["widenListing"]["refusal"]["code"], "AUDIENCE_ONLY_WIDER", "{narrower}");
    assert_eq!(ids(&guy.graphql(find, json!({})).await), 2);
    stage.work().await;
    stage.finish().await;
}
