//! Asking for my mother: somebody asks in another's name, is shown as who asks, and hands over.

use crate::going::{ask, id_of};
use crate::{FOUNDERS, village};
use data_encoding::BASE64URL_NOPAD;
use kernel::{CommunityId, MemberId};
use kit::{Page, Stage, Visitor};
use serde_json::{Value, json};
use sponsorship::Apply;
use uuid::Uuid;

const HOST: &str = "village.localhost";
const TITLE: &str = "Un trajet pour l’hôpital de Nevers";

/// Who reads the list of listings, as text.
async fn list(visitor: &mut Visitor) -> String {
    visitor.get("/listings").await.expect(200).text()
}

/// The listing's own page, from the list.
fn way(list: &Page) -> String {
    list.links("/listings/").into_iter().find(|link| link.len() > "/listings/".len() + 30).unwrap()
}

/// Anne asks for Jeanne, her mother, who is no member: first without her word that she was asked to.
async fn asks_for_her_mother(anne: &mut Visitor) -> String {
    let form = anne.get("/listings/new?direction=request").await.expect(200).form("/listings");
    let filled = form.fill(&[
        ("title", TITLE),
        ("kind", "service"),
        ("body", "Mardi à 9 h, elle marche avec une canne."),
        ("behalf_name", "Jeanne"),
        ("behalf_relation", "mother"),
    ]);
    let unsaid = anne.submit(filled.clone()).await.expect(422);
    assert!(unsaid.text().contains("Cochez cette case si la personne vous l’a demandé"), "{}", unsaid.text());
    assert!(unsaid.body.contains("Jeanne") && unsaid.body.contains(TITLE), "what was typed comes back");
    let done = anne.submit(unsaid.form("/listings").fill(&[("behalf_consent", "yes")])).await.expect(303);
    done.redirect().unwrap().split('?').next().unwrap().to_owned()
}

#[tokio::test]
async fn asking_for_my_mother_by_web() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let own = asks_for_her_mother(&mut anne).await;
    stage.work().await;

    // Everybody reads who asks and for whom; the team sees since when.
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    assert!(list(&mut guy).await.contains("Anne Petit, pour Jeanne (sa mère)"), "{}", list(&mut guy).await);
    let item = guy.get(&own).await.expect(200);
    assert!(
        item.text().contains("Une demande faite pour Jeanne (sa mère) : Anne répond à sa place."),
        "{}",
        item.text()
    );
    assert!(item.links("/mandate").is_empty(), "what is between them concerns nobody else");
    let _not_his = guy.get(&format!("{own}/mandate")).await.expect(404);
    let _written = guy.submit(item.form("/answer").fill(&[("body", "Je peux la conduire.")])).await.expect(303);
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let look = owner.get(&own).await.expect(200).link("/mandate");
    assert!(owner.get(&look).await.expect(200).text().contains("Anne Petit a dit le"));

    // Her mother becomes a member; Anne hands over, she takes over, and Guy learns where to write.
    let mother = comes_in(&stage, community).await;
    let page = anne.get(&format!("{own}/mandate")).await.expect(200);
    assert!(page.text().contains("Jeanne Petit"), "{}", page.text());
    let offered = anne.submit(page.form("/mandate/offer").fill(&[("member", &mother)])).await.expect(303);
    assert!(anne.follow(offered).await.expect(200).text().contains("propose à Jeanne Petit de reprendre"));
    stage.work().await;
    let letter = stage.letter_to(JEANNE);
    assert!(letter.subject.contains("Anne Petit vous propose de reprendre une demande"), "{}", letter.subject);
    assert!(!letter.text().contains("canne"), "never the text: {}", letter.text());
    assert!(letter.links().iter().any(|link| link.ends_with("/mandate")), "{:?}", letter.links());
    let mut jeanne = stage.signed_in(HOST, JEANNE).await;
    let mine = jeanne.get("/listings/mine").await.expect(200);
    assert!(mine.text().contains("Demandé en votre nom"), "{}", mine.text());
    let page = jeanne.get(&mine.link("/mandate")).await.expect(200);
    let done = jeanne.submit(page.form("/mandate/take-over")).await.expect(303);
    let hers = done.redirect().unwrap().split('?').next().unwrap().to_owned();
    assert!(jeanne.follow(done).await.expect(200).text().contains(TITLE));
    stage.work().await;
    assert!(stage.letter_to(FOUNDERS[1].email).subject.contains("Jeanne Petit continue en son propre nom"));
    let told = guy.get("/notifications").await.expect(200);
    assert!(told.text().contains("Jeanne Petit continue en son propre nom"), "{}", told.text());
    assert!(told.links(&hers).len() == 1, "and it leads there");
    let old = guy.get(&own).await.expect(200);
    assert!(old.links(&hers).len() == 1, "so does what was");
    assert!(guy.get("/messages").await.expect(200).text().contains("Anne Petit"), "what he wrote stays with Anne");
    let again = guy.get(&hers).await.expect(200);
    let _to_her = guy.submit(again.form("/answer").fill(&[("body", "Bonjour Jeanne !")])).await.expect(303);
    assert!(jeanne.get("/messages").await.expect(200).text().contains("Guy Morel"));
    stage.work().await;
    stage.finish().await;
}

const JEANNE: &str = "jeanne@example.test";

/// Jeanne comes in, as the rules would let her; her id.
async fn comes_in(stage: &Stage, community: CommunityId) -> String {
    stage.advance(chrono::Duration::hours(1)).await;
    let visitor = stage.caller(community, JEANNE).await;
    let member = MemberId(Uuid::from_u128(0x7));
    let apply = Apply {
        id: member,
        name: "Jeanne Petit".to_owned(),
        about: "La mère d’Anne.".to_owned(),
        town: "Corbigny".to_owned(),
        charter_accepted: true,
        via: None,
    };
    sponsorship::apply(&stage.db, &visitor, apply).await.unwrap();
    let mut tx = stage.db.begin(community).await.unwrap();
    membership::admit_tx(&mut tx, member, None, "").await.unwrap();
    tx.commit().await.unwrap();
    stage.work().await;
    member.to_string()
}

#[tokio::test]
async fn asking_for_another_member_waits_for_their_yes_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut claire = stage.signed_in(HOST, FOUNDERS[3].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let people = anne.get("/members?q=Claire").await.expect(200);
    let page = anne.get(&people.links("/members/").into_iter().find(|link| link.len() > 30).unwrap()).await.expect(200);
    let form = anne.get(&page.link("&for=")).await.expect(200);
    assert!(form.text().contains("Pour Claire Roux"), "{}", form.text());
    let filled = form.form("/listings").fill(&[("title", TITLE), ("kind", "service"), ("body", "Mardi à 9 h.")]);
    let done = anne.submit(filled).await.expect(303);
    let mandate = done.redirect().unwrap().split('?').next().unwrap().to_owned();
    assert!(anne.follow(done).await.expect(200).text().contains("Personne d’autre ne le lit avant une réponse"));
    stage.work().await;
    assert!(!list(&mut guy).await.contains(TITLE) && !list(&mut anne).await.contains(TITLE));
    let own = anne.get("/listings/mine").await.expect(200);
    assert!(own.text().contains("En attente d’un accord") && own.links("/mandate").len() == 1, "{}", own.text());

    let letter = stage.letter_to(FOUNDERS[3].email);
    assert!(letter.subject.contains("Anne Petit voudrait demander quelque chose en votre nom"), "{}", letter.subject);
    let told = claire.get("/notifications").await.expect(200);
    let asked = claire.get(&told.link("/mandate")).await.expect(200);
    let _yes = claire.submit(asked.form("/mandate/agree")).await.expect(303);
    stage.work().await;
    assert!(list(&mut guy).await.contains("Anne Petit, pour Claire Roux"));
    assert!(stage.letter_to(FOUNDERS[1].email).subject.contains("accepte que vous demandiez en son nom"));

    // She ends it at any time.
    let page = claire.get(&mandate).await.expect(200);
    let edit = anne.get(&mandate.replace("/mandate", "/edit")).await.expect(200).form("/edit");
    let _other = anne.submit(edit.fill(&[("body", "Mardi à 9 h, avec son chien.")])).await.expect(303);
    let unread = claire.submit(page.form("/mandate/take-over")).await.expect(422);
    assert!(unread.text().contains("Cette demande a changé entre-temps"), "{}", unread.text());
    assert!(unread.text().contains("avec son chien"), "and she reads it as it is now");
    let told = claire.get("/notifications").await.expect(200);
    assert!(told.text().contains("a modifié ce qui est demandé en votre nom"), "{}", told.text());
    let ended = claire.submit(page.form("/mandate/end")).await.expect(303);
    assert!(claire.follow(ended).await.expect(200).text().contains("rien n’est plus demandé en votre nom"));
    assert!(!list(&mut guy).await.contains(TITLE));
    stage.work().await;
    stage.finish().await;
}

const ASK_FOR: &str = "mutation($input: AskForSomebodyInput!) { askForSomebody(input: $input) { id mandate { state mayOffer } refusal { code field } } }";

fn draft() -> Value {
    json!({ "direction": "REQUEST", "kind": "SERVICE", "settlements": ["GIFT"], "title": TITLE, "body": "Mardi à 9 h." })
}

fn global(noun: &str, id: &str) -> String {
    BASE64URL_NOPAD.encode(format!("{noun}:{id}").as_bytes())
}

#[tokio::test]
async fn asking_for_my_mother_through_graphql() {
    let stage = Stage::open().await;
    let community = village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let unsaid = json!({ "id": Uuid::from_u128(1), "draft": draft(), "behalfName": "Jeanne" });
    let refused = anne.graphql(ASK_FOR, json!({ "input": unsaid })).await;
    let expected = json!({ "code": "MANDATE_CONSENT_MISSING", "field": "behalfConsent" });
    assert_eq!(refused["data"]["askForSomebody"]["refusal"], expected, "{refused}");
    let said = json!({
        "id": Uuid::from_u128(1), "draft": draft(), "behalfName": "Jeanne", "behalfRelation": "MOTHER", "behalfConsent": true
    });
    let asked = ask(&mut anne, ASK_FOR, json!({ "input": said })).await;
    assert_eq!(asked["askForSomebody"]["mandate"], json!({ "state": "SAID", "mayOffer": true }));
    let listings = "{ listings { nodes { id title author { name } onBehalf { name relation memberId takenAsId } } } }";
    let found = ask(&mut guy, listings, Value::Null).await["listings"]["nodes"][0].clone();
    assert_eq!(found["author"]["name"], "Anne Petit");
    let expected = json!({ "name": "Jeanne", "relation": "MOTHER", "memberId": null, "takenAsId": null });
    assert_eq!(found["onBehalf"], expected);
    let look = "query($id: ID!) { mandate(listingId: $id) { state proxy { name } firstName saidAt } }";
    let id = json!({ "id": found["id"] });
    assert_eq!(ask(&mut guy, look, id.clone()).await["mandate"], Value::Null, "nobody else looks into it");
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    assert_eq!(ask(&mut owner, look, id.clone()).await["mandate"]["firstName"], "Jeanne");

    let mother = comes_in(&stage, community).await;
    let offer =
        "mutation($input: OfferMandateInput!) { offerMandate(input: $input) { mandate { state } refusal { code } } }";
    let input = json!({ "listingId": found["id"], "memberId": global("Member", &mother) });
    let offered = ask(&mut anne, offer, json!({ "input": input })).await;
    assert_eq!(offered["offerMandate"]["mandate"]["state"], "OFFERED");
    let mut jeanne = stage.signed_in(HOST, JEANNE).await;
    let mine = "{ mandatesForMe { listingId title mark town photos { id } mayTakeOver mayAgree proxy { name } } }";
    let waits = ask(&mut jeanne, mine, Value::Null).await["mandatesForMe"][0].clone();
    assert_eq!((&waits["mayTakeOver"], &waits["mayAgree"]), (&json!(true), &json!(false)), "{waits}");
    let over = "mutation($input: TakeOverMandateInput!) { takeOverMandate(input: $input) { listing { isMine listing { id state } } refusal { code } } }";
    let unread = json!({ "listingId": waits["listingId"], "id": Uuid::from_u128(2), "mark": "" });
    let refused = jeanne.graphql(over, json!({ "input": unread })).await;
    assert_eq!(refused["data"]["takeOverMandate"]["refusal"]["code"], "MANDATE_CHANGED", "{refused}");
    let input = json!({ "listingId": waits["listingId"], "id": Uuid::from_u128(2), "mark": waits["mark"] });
    let taken = ask(&mut jeanne, over, json!({ "input": input })).await["takeOverMandate"]["listing"].clone();
    assert_eq!((&taken["isMine"], &taken["listing"]["state"]), (&json!(true), &json!("OPEN")));
    let nodes = ask(&mut guy, listings, Value::Null).await["listings"]["nodes"].clone();
    assert_eq!(nodes.as_array().unwrap().len(), 1);
    assert_eq!((&nodes[0]["author"]["name"], &nodes[0]["onBehalf"]), (&json!("Jeanne Petit"), &Value::Null));
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn asking_for_another_member_waits_for_their_yes_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut claire = stage.signed_in(HOST, FOUNDERS[3].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let input =
        json!({ "id": Uuid::from_u128(3), "draft": draft(), "behalfMember": id_of(&mut anne, "Claire Roux").await });
    let asked = ask(&mut anne, ASK_FOR, json!({ "input": input })).await;
    assert_eq!(asked["askForSomebody"]["mandate"]["state"], "ASKED");
    let id = asked["askForSomebody"]["id"].clone();
    let listings = "{ listings { nodes { id } } }";
    assert_eq!(ask(&mut guy, listings, Value::Null).await["listings"]["nodes"], json!([]));
    let one = "query($id: ID!) { listing(id: $id) { body } mandate(listingId: $id) { body } }";
    let nothing = json!({ "listing": null, "mandate": null });
    assert_eq!(ask(&mut guy, one, json!({ "id": id })).await, nothing, "absent to others by every door");
    let agree =
        "mutation($input: AgreeMandateInput!) { agreeMandate(input: $input) { mandate { state } refusal { code } } }";
    let by_guy = guy.graphql(agree, json!({ "input": { "listingId": id, "mark": "" } })).await;
    assert_eq!(by_guy["data"]["agreeMandate"]["refusal"]["code"], "NOT_FOUND");
    let read = ask(&mut claire, "{ mandatesForMe { mark } }", Value::Null).await["mandatesForMe"][0]["mark"].clone();
    let yes = ask(&mut claire, agree, json!({ "input": { "listingId": id, "mark": read } })).await;
    assert_eq!(yes["agreeMandate"]["mandate"]["state"], "AGREED");
    assert_eq!(ask(&mut guy, listings, Value::Null).await["listings"]["nodes"], json!([{ "id": id }]));
    let end = "mutation($input: EndMandateInput!) { endMandate(input: $input) { mandate { state } refusal { code } } }";
    let over = ask(&mut claire, end, json!({ "input": { "listingId": id } })).await;
    assert_eq!(over["endMandate"]["mandate"]["state"], "ENDED");
    assert_eq!(ask(&mut guy, listings, Value::Null).await["listings"]["nodes"], json!([]));
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn a_ready_example_fills_the_form_and_is_published_as_the_member_left_it() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let page = anne.get("/listings/new?direction=request").await.expect(200);
    let examples = page.links("/listings/new?direction=request&example=");
    assert_eq!(examples.len(), 5, "{examples:?}");
    let filled = anne.get(&examples[2]).await.expect(200);
    assert!(filled.body.contains("Une perceuse pour un week-end"));
    let form = filled.form("/listings").fill(&[("body", "Deux étagères à poser.")]);
    let _done = anne.submit(form).await.expect(303);
    let read = anne.get("/listings").await.expect(200);
    let item = anne.get(&way(&read)).await.expect(200).text();
    assert!(item.contains("Une perceuse pour un week-end") && item.contains("Deux étagères à poser."), "{item}");
    let asked = ask(&mut anne, "{ listingExamples { kind title body } }", Value::Null).await;
    let third = &asked["listingExamples"][2];
    assert_eq!((&third["kind"], &third["title"]), (&json!("LOAN"), &json!("Une perceuse pour un week-end")));
    stage.work().await;
    stage.finish().await;
}
