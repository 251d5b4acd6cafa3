//! Somebody needs help by tonight: those who may help are asked by letter at once, and only they.

use crate::bulletins::HOST;
use crate::going::ask;
use crate::{FOUNDERS, village};
use chrono::Duration;
use kit::{Form, Page, Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const ANNE: &str = FOUNDERS[1].email;
const GUY: &str = FOUNDERS[2].email;
const CLAIRE: &str = FOUNDERS[3].email;
const REQUEST: &str = "Apprendre le piano";

/// Anne offers what Guy is going to ask for; Claire offers something else. Nobody has a letter yet.
async fn offers(stage: &Stage) {
    for (email, title) in [(ANNE, "Leçons de piano"), (CLAIRE, "Perceuse à prêter")] {
        let mut who = stage.signed_in(HOST, email).await;
        let form = who.get("/listings/new?direction=offer").await.expect(200).form("/listings");
        let answers = [("title", title), ("kind", "skill"), ("body", "Pour débutants, chez moi.")];
        let _there = who.submit(form.fill(&answers)).await.expect(303);
    }
    stage.work().await;
    stage.sink.clear();
}

/// Guy's form, filled in.
async fn asks(guy: &mut Visitor, title: &str, urgency: &str) -> Page {
    let page = guy.get("/listings/new?direction=request").await.expect(200);
    assert!(page.text().contains("Est-ce urgent"), "{}", page.text());
    let answers = [("title", title), ("kind", "skill"), ("body", "Mon fils a dix ans."), ("urgency", urgency)];
    guy.submit(page.form("/listings").fill(&answers)).await
}

fn urgent_letters(stage: &Stage, to: &str) -> usize {
    stage.letters_to(to).iter().filter(|letter| letter.subject.starts_with("Urgent")).count()
}

#[tokio::test]
async fn whoever_can_help_is_asked_by_letter_at_once_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    offers(&stage).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let calm = asks(&mut guy, "Des cours de piano", "no").await.expect(303);
    stage.work().await;
    assert_eq!(urgent_letters(&stage, ANNE), 0, "what can wait does");
    assert!(!guy.follow(calm).await.expect(200).text().contains("Urgent :"));
    stage.sink.clear();
    let done = asks(&mut guy, REQUEST, "today").await.expect(303);
    stage.work().await;
    let letter = stage.letter_to(ANNE);
    assert!(letter.subject.starts_with("Urgent, d’ici") && letter.subject.contains(REQUEST), "{}", letter.subject);
    assert!(letter.text().contains("Leçons de piano"), "{}", letter.text());
    let others = stage.sink.messages().into_iter().filter(|one| one.subject.starts_with("Urgent")).count();
    assert_eq!(others, 1, "nobody else is asked");

    let path = done.redirect().unwrap().split('#').next().unwrap().to_owned();
    let page = guy.follow(done).await.expect(200);
    assert!(page.text().contains("Urgent : aujourd’hui"), "{}", page.text());
    let mut claire = stage.signed_in(HOST, CLAIRE).await;
    for shown in ["/listings", path.as_str()] {
        let page = claire.get(shown).await.expect(200);
        assert!(page.text().contains("Urgent : aujourd’hui"), "{shown}: {}", page.text());
    }
    stage.sink.clear();
    // From Friday 09:00 to Saturday 07:00 UTC, which is eight in Paris.
    stage.advance(Duration::hours(22)).await;
    let digest = stage.letter_to(ANNE).text();
    assert!(digest.contains("Des cours de piano") && !digest.contains(REQUEST), "she was told of it: {digest}");
    assert!(stage.letter_to(FOUNDERS[0].email).text().contains(REQUEST), "Hélène was not");
    let page = claire.get("/listings").await.expect(200).text();
    assert!(page.contains(REQUEST) && !page.contains("Urgent"), "its day has passed: {page}");
    stage.close().await;
}

#[tokio::test]
async fn a_third_urgent_request_comes_back_with_what_was_typed_and_one_is_marked_later_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    offers(&stage).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let _one = asks(&mut guy, "Un trajet pour Nevers", "tomorrow").await.expect(303);
    let calm = asks(&mut guy, REQUEST, "no").await.expect(303);
    let page = guy.follow(calm).await.expect(200);
    let nothing = guy.submit(page.form("/urgent")).await;
    assert_eq!(nothing.status.as_u16(), 422);
    assert!(nothing.text().contains("Choisissez pour quand"), "{}", nothing.text());
    let done = guy.submit(page.form("/urgent").fill(&[("urgency", "three_days")])).await.expect(303);
    let page = guy.follow(done).await.expect(200);
    assert!(page.text().contains("Urgent : d’ici lundi"), "{}", page.text());
    stage.work().await;
    assert_eq!(urgent_letters(&stage, ANNE), 1);

    let third = asks(&mut guy, "Un vélo pour ce soir", "today").await;
    assert_eq!(third.status.as_u16(), 422);
    assert!(third.text().contains("Deux de vos demandes ont été urgentes"), "{}", third.text());
    assert_eq!(third.attributes("#f-title", "value"), ["Un vélo pour ce soir"]);
    let form = third.form("/listings").fill(&[("urgency", "no")]);
    let _there = guy.submit(form).await.expect(303);

    let done = guy.submit(page.form("/urgent/end")).await.expect(303);
    let page = guy.follow(done).await.expect(200);
    assert!(!page.text().contains("Urgent :") && page.text().contains("n’est plus urgente"), "{}", page.text());
    stage.work().await;
    stage.close().await;
}

#[tokio::test]
async fn the_team_takes_the_mark_off_from_the_queue_or_the_page_and_its_author_reads_why_by_web() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let done = asks(&mut guy, REQUEST, "today").await.expect(303);
    let path = done.redirect().unwrap().split('#').next().unwrap().to_owned();
    let other = asks(&mut guy, "Un trajet pour Nevers", "tomorrow").await.expect(303);
    let other = other.redirect().unwrap().split('#').next().unwrap().to_owned();
    let mut helene = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let page = helene.get(&path).await.expect(200);
    let unsaid = helene.submit(page.form("/not-urgent")).await;
    assert_eq!(unsaid.status.as_u16(), 422);
    assert!(unsaid.text().contains("Dites pourquoi"), "{}", unsaid.text());
    let said = unsaid.form("/not-urgent").fill(&[("urgent_reason", "Le piano attendra bien samedi.")]);
    let done = helene.submit(said).await.expect(303);
    let page = helene.follow(done).await.expect(200);
    assert!(page.text().contains("n’est plus signalée comme urgente"), "{}", page.text());
    assert!(page.text().contains("Le piano attendra bien samedi."), "{}", page.text());
    assert!(page.forms().iter().all(|form| !form.action.contains("/not-urgent")), "once");
    let told = guy.get("/notifications").await.expect(200).text();
    assert!(told.contains("a retiré la mention « urgente » de votre demande « Apprendre le piano »"), "{told}");
    let own = guy.get(&path).await.expect(200);
    assert!(
        own.text().contains("Le piano attendra bien samedi.") && !own.text().contains("Urgent :"),
        "{}",
        own.text()
    );
    assert!(own.forms().iter().all(|form| !form.action.ends_with("/urgent")), "each request once");
    let mut anne = stage.signed_in(HOST, ANNE).await;
    assert!(!anne.get(&path).await.expect(200).text().contains("Le piano attendra"), "theirs alone");

    let queue = helene.get("/steward/unanswered").await.expect(200);
    let form = queue.form("/not-urgent");
    assert!(form.action.starts_with(&format!("/steward{other}")), "the other one: {}", form.action);
    let done = helene.submit(form.fill(&[("urgent_reason", "Le car passe à dix heures.")])).await.expect(303);
    assert_eq!(done.redirect().unwrap().split('?').next(), Some("/steward/unanswered"));
    let journal = helene.get("/steward/journal").await.expect(200).text();
    assert!(journal.contains("a retiré la mention « urgente » d’une demande de Guy"), "{journal}");
    stage.work().await;
    stage.close().await;
}

#[tokio::test]
async fn a_reason_that_was_refused_in_the_queue_stands_in_the_row_it_was_typed_in() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    for (title, urgency) in [(REQUEST, "today"), ("Un trajet pour Nevers", "tomorrow")] {
        let _there = asks(&mut guy, title, urgency).await.expect(303);
    }
    let mut helene = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let queue = helene.get("/steward/unanswered").await.expect(200);
    let rows = |page: &Page| -> Vec<(String, String)> {
        let forms = page.forms().into_iter().filter(|form| form.action.ends_with("/not-urgent"));
        let typed = |form: &Form| form.fields.iter().find(|(name, _)| name == "urgent_reason").unwrap().1.clone();
        forms.map(|form| (form.action.clone(), typed(&form))).collect()
    };
    let [first, second] = rows(&queue).try_into().unwrap();
    assert_eq!((first.1.as_str(), second.1.as_str()), ("", ""));
    let form = queue.forms().into_iter().find(|form| form.action == second.0).unwrap();
    let typed = "é".repeat(501);
    let refused = helene.submit(form.fill(&[("urgent_reason", &typed)])).await.expect(422);
    assert_eq!(rows(&refused), [first, (second.0.clone(), typed)], "in its row, and in no other");
    assert_eq!(refused.attributes("[aria-invalid=true]", "id"), ["f-urgent_reason"], "where the summary leads");
    let form = refused.forms().into_iter().find(|form| form.action == second.0).unwrap();
    let done = helene.submit(form.fill(&[("urgent_reason", "Le car passe à dix heures.")])).await.expect(303);
    assert_eq!(done.redirect().unwrap().split('?').next(), Some("/steward/unanswered"));
    stage.work().await;
    stage.close().await;
}

#[tokio::test]
async fn the_team_takes_the_mark_off_through_graphql() {
    const PUBLISH: &str =
        "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    const OFF: &str = "mutation($input: TakeUrgencyOffInput!) { takeUrgencyOff(input: $input) { listing { mayTakeUrgencyOff urgentReason listing { urgentUntil } } refusal { code field } } }";
    const READ: &str = "query($id: ID!) { listing(id: $id) { mayBecomeUrgent mayTakeUrgencyOff urgentReason } }";
    let stage = Stage::open().await;
    village(&stage).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let draft = json!({
        "direction": "REQUEST", "kind": "SKILL", "settlements": ["GIFT"], "title": REQUEST, "body": "Merci.", "urgency": "TODAY",
    });
    let made = ask(&mut guy, PUBLISH, json!({ "input": { "id": Uuid::from_u128(1), "draft": draft } })).await;
    let id = made["publishListing"]["id"].clone();
    let mut helene = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let off = |reason: &str| json!({ "input": { "id": id, "reason": reason } });
    let unsaid = helene.graphql(OFF, off(" ")).await;
    let refusal = &unsaid["data"]["takeUrgencyOff"]["refusal"];
    assert_eq!((&refusal["code"], &refusal["field"]), (&json!("CLOSE_REASON_MISSING"), &json!("reason")), "{unsaid}");
    let before = ask(&mut helene, READ, json!({ "id": id })).await;
    assert_eq!(before["listing"]["mayTakeUrgencyOff"], true, "{before}");
    let done = ask(&mut helene, OFF, off("Samedi ira bien.")).await["takeUrgencyOff"]["listing"].clone();
    assert_eq!(done["listing"]["urgentUntil"], Value::Null, "{done}");
    assert_eq!(
        (&done["mayTakeUrgencyOff"], &done["urgentReason"]),
        (&json!(false), &json!("Samedi ira bien.")),
        "{done}"
    );
    let hers = ask(&mut guy, READ, json!({ "id": id })).await["listing"].clone();
    let said = json!({ "mayBecomeUrgent": false, "mayTakeUrgencyOff": false, "urgentReason": "Samedi ira bien." });
    assert_eq!(hers, said);
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let others = ask(&mut anne, READ, json!({ "id": id })).await["listing"].clone();
    assert_eq!(others["urgentReason"], "", "{others}");
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn one_click_stops_the_letters_that_ask_for_help_urgently_and_no_others() {
    let stage = Stage::open().await;
    village(&stage).await;
    offers(&stage).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let _there = asks(&mut guy, REQUEST, "today").await.expect(303);
    stage.work().await;
    let way = stage.link_to(ANNE, "/letters/stop/");
    let way = way[way.find("/letters/stop/").unwrap()..].to_owned();
    let mut anybody = stage.visitor(HOST);
    let page = anybody.get(&way).await.expect(200);
    assert!(page.text().contains("demandent votre aide"), "{}", page.text());
    let _stopped = anybody.submit(page.form("/letters/stop/")).await;
    stage.sink.clear();
    stage.advance(Duration::days(8)).await;
    stage.sink.clear();
    let _again = asks(&mut guy, "Cours de piano pour ma fille", "tomorrow").await.expect(303);
    stage.work().await;
    assert_eq!(urgent_letters(&stage, ANNE), 0, "she stopped them");
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let told = anne.get("/notifications").await.expect(200).text();
    assert!(told.contains("Cours de piano pour ma fille"), "in the application she is told: {told}");
    let me = anne.get("/me").await.expect(200);
    let ticked = |name: &str| me.attributes(&format!("input[name='{name}'][checked]"), "name").len();
    assert_eq!((ticked("urgent_letters"), ticked("listing_letters"), ticked("digest")), (0, 1, 1));
    stage.close().await;
}

#[tokio::test]
async fn whoever_can_help_is_asked_by_letter_at_once_through_graphql() {
    const PUBLISH: &str = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id listing { listing { urgentUntil } } refusal { code field } } }";
    const SET: &str = "mutation($input: SetListingUrgencyInput!) { setListingUrgency(input: $input) { listing { listing { urgentUntil } } refusal { code field } } }";
    let stage = Stage::open().await;
    village(&stage).await;
    offers(&stage).await;
    let mut guy = stage.signed_in(HOST, GUY).await;
    let wish = |n: u128, title: &str, urgency: Value| {
        let draft = json!({ "direction": "REQUEST", "kind": "SKILL", "settlements": ["GIFT"], "title": title, "body": "Merci.", "urgency": urgency });
        json!({ "input": { "id": Uuid::from_u128(n), "draft": draft } })
    };
    let calm = ask(&mut guy, PUBLISH, wish(1, REQUEST, Value::Null)).await["publishListing"].clone();
    assert_eq!(calm["listing"]["listing"]["urgentUntil"], Value::Null, "{calm}");
    stage.work().await;
    assert_eq!(urgent_letters(&stage, ANNE), 0);
    let set = json!({ "input": { "id": calm["id"], "urgency": "TODAY" } });
    let marked = ask(&mut guy, SET, set.clone()).await["setListingUrgency"]["listing"]["listing"].clone();
    assert!(marked["urgentUntil"].is_string(), "{marked}");
    stage.work().await;
    assert_eq!((urgent_letters(&stage, ANNE), urgent_letters(&stage, CLAIRE)), (1, 0));
    let mut anne = stage.signed_in(HOST, ANNE).await;
    let not_hers = anne.graphql(SET, set.clone()).await;
    assert_eq!(not_hers["data"]["setListingUrgency"]["refusal"]["code"], "NOT_FOUND", "{not_hers}");

    let two = ask(&mut guy, PUBLISH, wish(2, "Un vélo", json!("TOMORROW"))).await["publishListing"].clone();
    assert!(two["listing"]["listing"]["urgentUntil"].is_string(), "{two}");
    let third = guy.graphql(PUBLISH, wish(3, "Une tente", json!("TODAY"))).await;
    let refusal = &third["data"]["publishListing"]["refusal"];
    assert_eq!((&refusal["code"], &refusal["field"]), (&json!("URGENT_ENOUGH"), &json!("urgency")), "{third}");
    let ended = ask(&mut guy, SET, json!({ "input": { "id": two["id"] } })).await;
    assert_eq!(ended["setListingUrgency"]["listing"]["listing"]["urgentUntil"], Value::Null, "{ended}");
    stage.advance(Duration::hours(15)).await;
    let read = "query($id: ID!) { listing(id: $id) { listing { urgentUntil } } }";
    let passed = ask(&mut guy, read, json!({ "id": calm["id"] })).await;
    assert_eq!(passed["listing"]["listing"]["urgentUntil"], Value::Null, "it stopped by itself");
    stage.finish().await;
}
