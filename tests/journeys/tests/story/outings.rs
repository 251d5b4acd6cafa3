//! An outing: members sign up, the line moves up, it changes and is called off; and somebody who waits to come in comes along.

use crate::bulletins::{HOST, grant, with_a_guest};
use crate::going::ask;
use crate::{FOUNDERS, THOMAS, village};
use chrono::Duration;
use kit::{Page, Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const TITLE: &str = "Balade au lac";

/// A day from now, as browsers send it.
fn day(stage: &Stage, days: i64) -> String {
    format!("{}T14:30", (stage.now() + Duration::days(days)).date_naive())
}

/// Hélène offers a walk by the form; where it stands. First with what cannot stay.
async fn offers_a_walk(stage: &Stage, helene: &mut Visitor, seats: &str, guests: bool) -> String {
    let form = helene.get("/listings/new?direction=offer").await.expect(200).form("/listings");
    let answers = [("title", TITLE), ("kind", "outing"), ("body", "Deux heures à pied."), ("town", "Corbigny")];
    let wrong = form.clone().fill(&answers).fill(&[("starts_at", &day(stage, -1)), ("seats", "0"), ("quantity", "2")]);
    let wrong = helene.submit(wrong).await;
    assert_eq!(wrong.status.as_u16(), 422);
    let said = wrong.text();
    for told in ["Ce moment est passé.", "de 1 à 999, ou rien", "n’est pas prévu pour ce type d’annonce"] {
        assert!(said.contains(told), "{told}: {said}");
    }
    let kept = wrong.attributes("#f-starts_at", "value");
    assert_eq!(kept, [day(stage, -1)], "what was typed comes back");
    let starts = day(stage, 5);
    let mut good = form.fill(&answers).fill(&[("starts_at", &starts), ("seats", seats)]);
    if guests {
        good = good.fill(&[("for_guests", "yes")]);
    }
    let done = helene.submit(good).await.expect(303);
    done.redirect().unwrap().to_owned()
}

async fn comes(who: &mut Visitor, path: &str) -> Page {
    let form = who.get(path).await.expect(200).form("/come");
    let done = who.submit(form).await.expect(303);
    who.follow(done).await.expect(200)
}

#[tokio::test]
async fn members_sign_up_and_the_line_moves_up_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let path = offers_a_walk(&stage, &mut helene, "1", false).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let list = anne.get("/listings").await.expect(200).text();
    assert!(list.contains("à 14 h 30") && list.contains("Une place"), "{list}");
    assert!(comes(&mut anne, &path).await.text().contains("Vous avez une place."));
    let line = comes(&mut guy, &path).await.text();
    assert!(line.contains("liste d’attente") && line.contains("1 place prise sur 1, 1 personne en attente"), "{line}");
    assert!(!line.contains("Anne Petit"), "who waits for a seat does not see who comes");
    let hers = helene.get(&path).await.expect(200).text();
    assert!(hers.contains("Anne Petit") && hers.contains("Guy Morel"), "{hers}");

    let file = anne.get(&format!("{path}/outing.ics")).await.expect(200);
    assert!(file.body.contains("SUMMARY:Balade au lac") && file.body.contains("STATUS:CONFIRMED"), "{}", file.body);
    let form = anne.get(&path).await.expect(200).form("/step-back");
    let _back = anne.submit(form).await.expect(303);
    stage.work().await;
    let letter = stage.letter_to(FOUNDERS[2].email);
    assert!(letter.subject.contains("Une place pour vous"), "{}", letter.subject);
    assert!(letter.links().iter().any(|link| link.ends_with(&path)), "{:?}", letter.links());
    let told = guy.get("/notifications").await.expect(200);
    assert!(told.text().contains("Une place s’est libérée pour vous"), "{}", told.text());

    // Moved by a day: he is told, and reminded of that day only.
    let form = helene.get(&format!("{path}/edit")).await.expect(200).form("/edit");
    let starts = day(&stage, 6);
    let _moved = helene.submit(form.fill(&[("starts_at", &starts)])).await.expect(303);
    stage.advance(Duration::minutes(20)).await;
    assert!(stage.letter_to(FOUNDERS[2].email).subject.contains("Changement"));
    stage.sink.clear();
    stage.advance(Duration::days(4)).await;
    assert!(stage.letters_to(FOUNDERS[2].email).iter().all(|letter| !letter.subject.contains("bientôt")));
    stage.advance(Duration::days(1) + Duration::hours(12)).await;
    let letter = stage.letter_to(FOUNDERS[2].email);
    assert!(letter.subject.contains("C’est bientôt"), "{}", letter.subject);
    stage.finish().await;
}

#[tokio::test]
async fn a_calendar_program_follows_a_members_outings_without_signing_in() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let path = offers_a_walk(&stage, &mut helene, "", false).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let _comes = comes(&mut anne, &path).await;
    let form = anne.get("/calendar").await.expect(200).form("/calendar/renew");
    let done = anne.submit(form).await.expect(303);
    let page = anne.follow(done).await.expect(200);
    assert!(page.text().contains(TITLE), "{}", page.text());
    let address = page.link("/calendar/feed/");
    let feed = address[address.find("/calendar/feed/").unwrap()..].to_owned();
    let mut program = stage.visitor(HOST);
    let read = program.get(&feed).await.expect(200);
    assert_eq!(read.header("content-type"), Some("text/calendar; charset=utf-8"));
    assert!(read.header("set-cookie").is_none() && read.body.contains("SUMMARY:Balade au lac"), "{}", read.body);
    assert!(!read.body.contains("METHOD:REQUEST") && read.body.matches("BEGIN:VEVENT").count() == 1);

    let close = helene.get(&format!("{path}/close")).await.expect(200).form("/close");
    let _off = helene.submit(close).await.expect(303);
    stage.work().await;
    assert!(stage.letter_to(FOUNDERS[1].email).subject.contains("Annulée"));
    let read = program.get(&feed).await.expect(200);
    assert!(read.body.contains("STATUS:CANCELLED") && read.body.contains("SEQUENCE:1"), "{}", read.body);
    let form = anne.get("/calendar").await.expect(200).form("/calendar/renew");
    let _renewed = anne.submit(form).await.expect(303);
    assert_eq!(program.get(&feed).await.status.as_u16(), 404, "the old address is worthless");
    assert_eq!(program.get("/calendar/feed/nothing.ics").await.status.as_u16(), 404);
    stage.finish().await;
}

#[tokio::test]
async fn a_guest_comes_to_an_open_outing_and_sees_nothing_else_by_web() {
    let stage = Stage::open().await;
    let id = with_a_guest(&stage).await;
    let mut helene = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let path = offers_a_walk(&stage, &mut helene, "2", true).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    grant(&stage, &["bulletins"]).await;
    let room = thomas.get("/waiting").await.expect(200);
    assert!(room.links("/waiting/outings").is_empty(), "not granted");
    let shut = thomas.get("/waiting/outings").await.expect(200).text();
    assert!(shut.contains("ne prévoit pas") && !shut.contains(TITLE), "{shut}");
    let grants = ["bulletins", "request", "outings"];
    grant(&stage, &grants).await;
    let way = thomas.get("/waiting").await.expect(200).link("/waiting/outings");
    let page = thomas.get(&way).await.expect(200);
    let told = page.text();
    assert!(told.contains(TITLE) && told.contains("Avec Hélène") && !told.contains("Garnier"), "{told}");
    let done = thomas.submit(page.form("/come")).await.expect(303);
    assert!(thomas.follow(done).await.expect(200).text().contains("Vous avez une place."));
    for shut in [path.as_str(), &format!("{path}/outing.ics"), "/calendar", "/listings"] {
        let page = thomas.get(shut).await;
        assert!(page.redirect() == Some("/waiting") || page.status.as_u16() == 403, "{shut}: {}", page.status);
    }
    let hers = helene.get(&path).await.expect(200).text();
    assert!(hers.contains("Thomas Lambert") && hers.contains("Attend d’entrer"), "{hers}");
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    assert!(!comes(&mut anne, &path).await.text().contains("Thomas"), "the author alone knows of him");

    // Called off: he is told where he may look.
    let close = helene.get(&format!("{path}/close")).await.expect(200).form("/close");
    let _off = helene.submit(close).await.expect(303);
    stage.work().await;
    let letter = stage.letter_to(THOMAS);
    assert!(letter.subject.contains("Annulée"), "{}", letter.subject);
    assert!(letter.links().iter().any(|link| link.ends_with("/waiting/outings")), "{:?}", letter.links());
    let told = thomas.get("/notifications").await.expect(200);
    assert_eq!(told.links("/waiting/outings").len(), 1, "what is told leads where he may go");

    // Another one: he keeps his place when he comes in.
    let path = offers_a_walk(&stage, &mut helene, "", true).await;
    let form = thomas.get("/waiting/outings").await.expect(200).form("/come");
    let _comes = thomas.submit(form).await.expect(303);
    let member = stage.caller(id, THOMAS).await.me().unwrap().member;
    let mut tx = stage.db.begin(id).await.unwrap();
    membership::admit_tx(&mut tx, member, None, "").await.unwrap();
    tx.commit().await.unwrap();
    stage.work().await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    assert!(thomas.get(&path).await.expect(200).text().contains("Vous avez une place."));
    stage.work().await;
    stage.finish().await;
}

const PUBLISH: &str =
    "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code field } } }";
const JOIN: &str = "mutation($input: JoinOutingInput!) { joinOuting(input: $input) { attendance refusal { code } } }";
const LEAVE: &str = "mutation($input: LeaveOutingInput!) { leaveOuting(input: $input) { left refusal { code } } }";
const JOIN_OPEN: &str =
    "mutation($input: JoinOpenOutingInput!) { joinOpenOuting(input: $input) { attendance refusal { code } } }";
const LEAVE_OPEN: &str =
    "mutation($input: LeaveOpenOutingInput!) { leaveOpenOuting(input: $input) { left refusal { code } } }";
const STANDS: &str = "query($id: ID!) { listing(id: $id) { listing { extent { outing { startsAt seats isForGuests } } } outing { coming inLine mine maySignUp comers { nodes { member { name } attendance isGuest } } } } }";

fn walk(stage: &Stage, n: u128, extent: &Value) -> Value {
    let mut extent = extent.clone();
    extent["startsAt"] = json!((stage.now() + Duration::days(5)).to_rfc3339());
    let draft = json!({ "direction": "OFFER", "kind": "OUTING", "settlements": ["GIFT"], "title": TITLE, "body": "À pied.", "extent": extent });
    json!({ "input": { "id": Uuid::from_u128(n), "draft": draft } })
}

#[tokio::test]
async fn members_sign_up_and_the_line_moves_up_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut helene = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let refused = helene.graphql(PUBLISH, walk(&stage, 1, &json!({ "seats": 1000 }))).await;
    let refusal = &refused["data"]["publishListing"]["refusal"];
    assert_eq!((&refusal["code"], &refusal["field"]), (&json!("OUTING_SEATS_RANGE"), &json!("seats")), "{refused}");
    let id = ask(&mut helene, PUBLISH, walk(&stage, 1, &json!({ "seats": 1 }))).await["publishListing"]["id"].clone();
    let which = json!({ "input": { "listingId": id } });
    assert_eq!(ask(&mut anne, JOIN, which.clone()).await["joinOuting"]["attendance"], "COMING");
    assert_eq!(ask(&mut guy, JOIN, which.clone()).await["joinOuting"]["attendance"], "IN_LINE");
    let own = helene.graphql(JOIN, which.clone()).await;
    assert_eq!(own["data"]["joinOuting"]["refusal"]["code"], "OUTING_OWN", "{own}");
    let seen = ask(&mut helene, STANDS, json!({ "id": id })).await["listing"].clone();
    assert_eq!(seen["listing"]["extent"]["outing"]["seats"], 1, "{seen}");
    let comers: Vec<&Value> = seen["outing"]["comers"]["nodes"].as_array().unwrap().iter().collect();
    assert_eq!(comers.iter().map(|one| &one["member"]["name"]).collect::<Vec<_>>(), ["Anne Petit", "Guy Morel"]);
    let waits = ask(&mut guy, STANDS, json!({ "id": id })).await["listing"]["outing"].clone();
    assert_eq!((&waits["mine"], &waits["comers"]["nodes"]), (&json!("IN_LINE"), &json!([])), "{waits}");
    ask(&mut anne, LEAVE, which).await;
    stage.work().await;
    assert!(stage.letter_to(FOUNDERS[2].email).subject.contains("Une place pour vous"));
    let mine =
        ask(&mut guy, "{ myOutings { listingId title mine isCalledOff } calendarFeed { path } }", Value::Null).await;
    assert_eq!(mine["myOutings"][0]["mine"], "COMING", "{mine}");
    assert_eq!(mine["calendarFeed"], Value::Null);
    let made = ask(&mut guy, "mutation { renewCalendarFeed { feed { path } refusal { code } } }", Value::Null).await;
    let path = made["renewCalendarFeed"]["feed"]["path"].as_str().unwrap().to_owned();
    assert!(stage.visitor(HOST).get(&path).await.expect(200).body.contains(TITLE));
    stage.finish().await;
}

#[tokio::test]
async fn a_guest_comes_to_an_open_outing_through_graphql() {
    let stage = Stage::open().await;
    with_a_guest(&stage).await;
    let mut helene = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let id = ask(&mut helene, PUBLISH, walk(&stage, 1, &json!({ "seats": 3, "forGuests": true }))).await;
    let id = id["publishListing"]["id"].clone();
    let shut = ask(&mut helene, PUBLISH, walk(&stage, 2, &json!({}))).await["publishListing"]["id"].clone();
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let open = "{ openOutings { nodes { listingId title organiser isFull mine } } }";
    let found = ask(&mut thomas, open, Value::Null).await["openOutings"]["nodes"].clone();
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");
    assert_eq!((&found[0]["listingId"], &found[0]["organiser"]), (&id, &json!("Hélène")), "{found}");
    let refused = thomas.graphql(JOIN_OPEN, json!({ "input": { "listingId": shut } })).await;
    assert_eq!(refused["data"]["joinOpenOuting"]["refusal"]["code"], "NOT_FOUND", "{refused}");
    let which = json!({ "input": { "listingId": id } });
    assert_eq!(ask(&mut thomas, JOIN_OPEN, which.clone()).await["joinOpenOuting"]["attendance"], "COMING");
    let seen = ask(&mut helene, STANDS, json!({ "id": id })).await["listing"]["outing"].clone();
    assert_eq!(seen["comers"]["nodes"][0]["isGuest"], true, "{seen}");
    ask(&mut thomas, LEAVE_OPEN, which.clone()).await;
    let seen = ask(&mut helene, STANDS, json!({ "id": id })).await["listing"]["outing"].clone();
    assert_eq!(seen["coming"], 0, "{seen}");
    grant(&stage, &["bulletins"]).await;
    let refused = thomas.graphql(JOIN_OPEN, which).await;
    assert_eq!(refused["data"]["joinOpenOuting"]["refusal"]["code"], "FORBIDDEN", "{refused}");
    stage.work().await;
    stage.finish().await;
}
