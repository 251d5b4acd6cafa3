//! Somebody who waits asks for something: a steward reads it, a member answers, and they come in. Nothing else opens meanwhile.

use crate::bulletins::{HOST, grant, with_a_guest};
use crate::going::{ask, id_of};
use crate::{FOUNDERS, THOMAS};
use kernel::{CommunityId, Standing};
use kit::{Page, Stage, Visitor};
use serde_json::{Value, json};
use uuid::Uuid;

const TITLE: &str = "Une échelle pour samedi";

/// The questions of a request, answered.
fn answers<'a>(title: &'a str, body: &'a str) -> [(&'a str, &'a str); 3] {
    [("title", title), ("kind", "loan"), ("body", body)]
}

/// Thomas is in, as the rules would let him.
async fn comes_in(stage: &Stage, id: CommunityId) {
    let thomas = stage.caller(id, THOMAS).await.me().unwrap().member;
    let mut tx = stage.db.begin(id).await.unwrap();
    membership::admit_tx(&mut tx, thomas, None, "").await.unwrap();
    tx.commit().await.unwrap();
    stage.work().await;
    assert_eq!(stage.caller(id, THOMAS).await.me().unwrap().standing, Standing::Member);
}

/// Whatever members do, he does not.
async fn every_other_door_is_shut(thomas: &mut Visitor, listing: &str, talk: &str) {
    for path in ["/listings", "/listings/new", "/listings/mine", listing, "/messages", talk, "/members", "/matches"] {
        let page = thomas.get(path).await;
        assert!(page.redirect() == Some("/waiting") || page.status.as_u16() == 403, "{path}: {}", page.status);
    }
    for query in
        ["{ listings { nodes { id } } }", "{ myListings { nodes { id } } }", "{ conversations { nodes { id } } }"]
    {
        let answer = thomas.graphql(query, Value::Null).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{query}: {answer}");
    }
}

/// Where the request of whoever waits stands, in the words of their page.
async fn state(thomas: &mut Visitor) -> String {
    thomas.get("/waiting/request").await.expect(200).text()
}

async fn desk(steward: &mut Visitor) -> Page {
    steward.get("/steward/checks").await.expect(200)
}

/// With a title that says nothing at first, and one thing only.
async fn asks_for_one_thing(thomas: &mut Visitor) {
    let way = thomas.get("/waiting").await.expect(200).link("/waiting/request");
    let form = thomas.get(&way).await.expect(200).form("/waiting/request");
    let wrong = thomas.submit(form.clone().fill(&answers("Un", "Code de la porte : 4711."))).await;
    assert_eq!(wrong.status.as_u16(), 422, "a title says something");
    assert!(wrong.body.contains("Code de la porte"), "what was typed comes back");
    let _sent = thomas.submit(form.clone().fill(&answers(TITLE, "Code de la porte : 4711."))).await.expect(303);
    assert!(state(thomas).await.contains("L’équipe la lit"));
    let second =
        form.clone().fill(&[("id", &Uuid::from_u128(0x5ec0).to_string())]).fill(&answers("Autre chose", "Oui."));
    assert_eq!(thomas.submit(second).await.status.as_u16(), 422, "one at a time");
}

/// He reads what was written to him and answers it; where.
async fn answers_there(thomas: &mut Visitor, guy: &mut Visitor, talk: &str) -> String {
    let own = thomas.get("/waiting/request").await.expect(200).link("/waiting/talks/");
    let page = thomas.get(&own).await.expect(200);
    assert!(page.text().contains("J’en ai une."), "{}", page.text());
    let empty = thomas.submit(page.form("/waiting/talks/").fill(&[("body", "")])).await;
    assert_eq!(empty.status.as_u16(), 422);
    let _said =
        thomas.submit(page.form("/waiting/talks/").fill(&[("body", "Merci, je passe à 10 h.")])).await.expect(303);
    assert!(guy.get(talk).await.expect(200).text().contains("je passe à 10 h"));
    own
}

/// A steward sends it back with a reason, and he changes it; the desk as the steward saw it before.
async fn sent_back_and_changed(stage: &Stage, thomas: &mut Visitor, owner: &mut Visitor) -> Page {
    assert!(owner.get("/notifications").await.expect(200).text().contains("À lire avant les membres."));
    let before = desk(owner).await;
    assert!(before.text().contains("Code de la porte : 4711."), "{}", before.text());
    let wordless = owner.submit(before.form("/send-back")).await;
    assert_eq!(wordless.status.as_u16(), 422, "a reason is said");
    let reason = "Ne donnez pas votre code ici.";
    let _back = owner.submit(before.form("/send-back").fill(&[("reason", reason)])).await.expect(303);
    stage.work().await;
    assert!(stage.letter_to(THOMAS).subject.contains("renvoyé votre demande"));
    assert!(state(thomas).await.contains(reason));
    let form = thomas.get("/waiting/request/edit").await.expect(200).form("/waiting/request/edit");
    let _sent = thomas.submit(form.fill(&[("body", "Je la rends dimanche.")])).await.expect(303);
    before
}

#[tokio::test]
async fn a_guests_request_is_checked_and_answered_before_they_are_in_by_web() {
    let stage = Stage::open().await;
    let id = with_a_guest(&stage).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    asks_for_one_thing(&mut thomas).await;
    stage.work().await;

    // The team is told, inside and by letter; a member sees nothing yet.
    let letter = stage.letter_to(FOUNDERS[0].email);
    assert!(letter.subject.contains("Thomas Lambert, qui attend d’entrer"), "{}", letter.subject);
    assert!(!letter.text().contains("4711"), "never the text: {}", letter.text());
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    assert!(!guy.get("/listings").await.expect(200).text().contains(TITLE));
    assert_eq!(guy.get("/steward/checks").await.status.as_u16(), 403);

    // Sent back with a reason, changed, let through.
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let before = sent_back_and_changed(&stage, &mut thomas, &mut owner).await;
    let unread = owner.submit(before.form("/let-through")).await;
    assert_eq!(unread.status.as_u16(), 422, "nothing is let through that was not read");
    let after = desk(&mut owner).await;
    assert!(after.text().contains("Je la rends dimanche.") && !after.text().contains("4711"), "{}", after.text());
    let _through = owner.submit(after.form("/let-through")).await.expect(303);
    stage.work().await;
    let letter = stage.letter_to(THOMAS);
    assert!(letter.subject.contains("voient maintenant votre demande"), "{}", letter.subject);
    assert!(letter.links().iter().any(|link| link.ends_with("/waiting/request")), "{:?}", letter.links());

    // A member sees it, marked, and answers.
    let list = guy.get("/listings").await.expect(200);
    assert!(list.text().contains(TITLE) && list.text().contains("Attend d’entrer"), "{}", list.text());
    let path = list.links("/listings/").into_iter().find(|link| link.len() > "/listings/".len() + 30).unwrap();
    let item = guy.get(&path).await.expect(200);
    assert!(item.text().contains("n’est pas encore membre"), "{}", item.text());
    assert!(item.links("/members/").is_empty(), "whoever waits has no page among members");
    let answered = guy.submit(item.form("/answer").fill(&[("body", "J’en ai une.")])).await.expect(303);
    let talk = answered.redirect().unwrap().split('#').next().unwrap().to_owned();
    stage.advance(chrono::Duration::minutes(6)).await;
    let letter = stage.letter_to(THOMAS);
    assert!(letter.links().iter().any(|link| link.contains("/waiting/talks/")), "{:?}", letter.links());
    let told = thomas.get("/notifications").await.expect(200);
    assert_eq!(told.links("/waiting/talks/").len(), 1, "what is told leads where he may go");

    let own = answers_there(&mut thomas, &mut guy, &talk).await;
    every_other_door_is_shut(&mut thomas, &path, &talk).await;

    // Changed again, it is read again; what was begun goes on.
    let form = thomas.get("/waiting/request/edit").await.expect(200).form("/waiting/request/edit");
    let _sent = thomas.submit(form.fill(&[("body", "Je la rends lundi.")])).await.expect(303);
    assert_eq!(guy.get(&path).await.status.as_u16(), 404, "until then members do not see it");
    let _goes_on = thomas.get(&own).await.expect(200);
    let form = desk(&mut owner).await.form("/let-through");
    let _through = owner.submit(form).await.expect(303);

    comes_in(&stage, id).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    assert_eq!(thomas.get("/waiting/request").await.redirect(), Some("/"));
    assert!(thomas.get("/listings/mine").await.expect(200).text().contains(TITLE), "his own like any other");
    let item = guy.get(&path).await.expect(200);
    assert!(!item.text().contains("Attend d’entrer") && item.links("/members/").len() == 1, "{}", item.text());
    let _talk = thomas.get(&talk).await.expect(200);
    let journal = owner.get("/steward/journal").await.expect(200).text();
    assert!(journal.contains("a renvoyé une demande à Thomas Lambert"), "{journal}");
    assert!(journal.contains("a laissé passer une demande de Thomas Lambert"), "{journal}");
    stage.work().await;
    stage.finish().await;
}

const POST: &str = "mutation($input: PostGuestRequestInput!) { postGuestRequest(input: $input) { request { id state } refusal { code field } } }";
const MINE: &str = "{ guestRequest { id state returnReason answers { id unread preview with { memberId name } } } }";
const WAITING: &str =
    "{ requestsToCheck { nodes { sentAt body listing { id title isFromWaiting author { name } } } } }";
const ANSWER: &str =
    "mutation($input: AnswerListingInput!) { answerListing(input: $input) { conversationId refusal { code } } }";
const TALK: &str =
    "query($id: ID!) { guestConversation(id: $id) { mayWrite with { name } messages { nodes { body isMine } } } }";
const THROUGH: &str = "mutation($input: LetGuestRequestThroughInput!) { letGuestRequestThrough(input: $input) { letThrough refusal { code } } }";

fn draft(title: &str) -> Value {
    json!({ "direction": "OFFER", "kind": "LOAN", "settlements": ["GIFT"], "title": title, "body": "Pour un jour." })
}

/// Each through a door of their own.
async fn they_talk(thomas: &mut Visitor, guy: &mut Visitor, talk: &Value) {
    let words = ask(thomas, TALK, json!({ "id": talk })).await["guestConversation"].clone();
    assert_eq!(words["messages"]["nodes"], json!([{ "body": "J’en ai une.", "isMine": false }]), "{words}");
    let refused = guy.graphql(TALK, json!({ "id": talk })).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "members have a door of their own: {refused}");
    let read = "mutation($input: MarkReadAsGuestInput!) { markReadAsGuest(input: $input) { unread refusal { code } } }";
    assert_eq!(ask(thomas, read, json!({ "input": { "conversationId": talk } })).await["markReadAsGuest"]["unread"], 0);
    let reply = "mutation($input: ReplyAsGuestInput!) { replyAsGuest(input: $input) { messageId refusal { code } } }";
    let input = json!({ "input": { "id": Uuid::from_u128(9), "conversationId": talk, "body": "Merci !" } });
    ask(thomas, reply, input).await;
    let send = "mutation($input: SendMessageInput!) { sendMessage(input: $input) { refusal { code } } }";
    let input = json!({ "input": { "id": Uuid::from_u128(10), "conversationId": talk, "body": "Merci !" } });
    let refused = thomas.graphql(send, input).await;
    assert_eq!(
        refused["data"]["sendMessage"]["refusal"]["code"], "FORBIDDEN",
        "the members' door stays shut: {refused}"
    );
}

#[tokio::test]
async fn a_guests_request_is_checked_and_answered_before_they_are_in_through_graphql() {
    let stage = Stage::open().await;
    let id = with_a_guest(&stage).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    grant(&stage, &["bulletins"]).await;
    let input = json!({ "input": { "id": Uuid::from_u128(5), "draft": draft(TITLE) } });
    let refused = thomas.graphql(POST, input.clone()).await;
    assert_eq!(refused["data"]["postGuestRequest"]["refusal"]["code"], "FORBIDDEN", "not granted: {refused}");
    grant(&stage, &["bulletins", "request"]).await;
    let posted = ask(&mut thomas, POST, input.clone()).await["postGuestRequest"]["request"].clone();
    assert_eq!(posted["state"], "CHECKING");
    ask(&mut thomas, POST, input).await;
    let other = json!({ "input": { "id": Uuid::from_u128(6), "draft": draft("Autre chose") } });
    let refused = thomas.graphql(POST, other.clone()).await;
    assert_eq!(refused["data"]["postGuestRequest"]["refusal"]["code"], "GUEST_REQUEST_ONE", "{refused}");

    let waits = ask(&mut owner, WAITING, json!({})).await["requestsToCheck"]["nodes"][0].clone();
    assert_eq!(waits["listing"]["author"]["name"], "Thomas Lambert", "{waits}");
    let refused = guy.graphql(WAITING, Value::Null).await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
    let input = json!({ "input": { "id": posted["id"], "sentAt": "2020-01-01T00:00:00Z" } });
    let refused = owner.graphql(THROUGH, input).await;
    assert_eq!(refused["data"]["letGuestRequestThrough"]["refusal"]["code"], "GUEST_REQUEST_CHANGED", "{refused}");
    let input = json!({ "input": { "id": posted["id"], "sentAt": waits["sentAt"] } });
    ask(&mut owner, THROUGH, input).await;
    stage.work().await;

    let listings = "{ listings(filter: { direction: REQUEST }) { nodes { id title isFromWaiting author { name } } } }";
    let seen = ask(&mut guy, listings, json!({})).await["listings"]["nodes"].clone();
    assert_eq!((&seen[0]["title"], &seen[0]["isFromWaiting"]), (&json!(TITLE), &json!(true)), "{seen}");
    let message = json!({ "id": Uuid::from_u128(7), "messageId": Uuid::from_u128(8), "listingId": posted["id"], "body": "J’en ai une." });
    let talk = ask(&mut guy, ANSWER, json!({ "input": message })).await["answerListing"]["conversationId"].clone();

    let mine = ask(&mut thomas, MINE, json!({})).await["guestRequest"].clone();
    let heard = &mine["answers"][0];
    assert_eq!(
        (&heard["id"], &heard["unread"], &heard["with"]["name"]),
        (&talk, &json!(1), &json!("Guy Morel")),
        "{mine}"
    );
    they_talk(&mut thomas, &mut guy, &talk).await;

    // Closed with thanks, he may ask for something else, and comes in with that unread: it is published then.
    let close =
        "mutation($input: CloseGuestRequestInput!) { closeGuestRequest(input: $input) { state refusal { code } } }";
    let stranger = id_of(&mut guy, FOUNDERS[3].name).await;
    let wrong = thomas.graphql(close, json!({ "input": { "id": posted["id"], "helpedBy": stranger } })).await;
    assert_eq!(wrong["data"]["closeGuestRequest"]["refusal"]["code"], "HELPER_UNKNOWN", "she never wrote: {wrong}");
    let input = json!({ "input": { "id": posted["id"], "helpedBy": heard["with"]["memberId"], "thanks": "Merci !" } });
    assert_eq!(ask(&mut thomas, close, input).await["closeGuestRequest"]["state"], "FULFILLED");
    ask(&mut thomas, POST, other).await;
    comes_in(&stage, id).await;
    let titles = ask(&mut guy, listings, json!({})).await["listings"]["nodes"].clone();
    assert_eq!((&titles[0]["title"], &titles[0]["isFromWaiting"]), (&json!("Autre chose"), &json!(false)), "{titles}");
    assert_eq!(ask(&mut owner, WAITING, json!({})).await["requestsToCheck"]["nodes"], json!([]));
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn what_the_team_sent_back_is_closed_with_its_reason_when_its_author_comes_in() {
    let stage = Stage::open().await;
    let id = with_a_guest(&stage).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let input = json!({ "input": { "id": Uuid::from_u128(5), "draft": draft(TITLE) } });
    let request = ask(&mut thomas, POST, input).await["postGuestRequest"]["request"]["id"].clone();
    let waits = ask(&mut owner, WAITING, json!({})).await["requestsToCheck"]["nodes"][0].clone();
    let back = "mutation($input: SendGuestRequestBackInput!) { sendGuestRequestBack(input: $input) { sentBack refusal { code } } }";
    let input = json!({ "input": { "id": request, "sentAt": waits["sentAt"], "reason": "Pas ici." } });
    ask(&mut owner, back, input).await;
    assert_eq!(ask(&mut thomas, MINE, json!({})).await["guestRequest"]["returnReason"], "Pas ici.");
    comes_in(&stage, id).await;
    assert_eq!(states(&stage).await, [("closed".to_owned(), false)], "the team said no: nobody reads it unasked");
    let one = "query($id: ID!) { listing(id: $id) { closeReason } }";
    assert_eq!(ask(&mut thomas, one, json!({ "id": request })).await["listing"]["closeReason"], "Pas ici.");
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn a_request_is_shown_to_nobody_once_its_author_has_gone_and_closed_by_itself() {
    let stage = Stage::open().await;
    let id = with_a_guest(&stage).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let input = json!({ "input": { "id": Uuid::from_u128(5), "draft": draft(TITLE) } });
    let request = ask(&mut thomas, POST, input).await["postGuestRequest"]["request"]["id"].clone();
    let waits = ask(&mut owner, WAITING, json!({})).await["requestsToCheck"]["nodes"][0].clone();
    ask(&mut owner, THROUGH, json!({ "input": { "id": request, "sentAt": waits["sentAt"] } })).await;
    let one = "query($id: ID!) { listing(id: $id) { listing { state title } closeReason } }";
    assert_eq!(ask(&mut guy, one, json!({ "id": request })).await["listing"]["listing"]["state"], "OPEN");
    let message = json!({ "id": Uuid::from_u128(7), "messageId": Uuid::from_u128(8), "listingId": request, "body": "J’en ai une." });
    let talk = ask(&mut guy, ANSWER, json!({ "input": message })).await["answerListing"]["conversationId"].clone();
    let words = ask(&mut thomas, TALK, json!({ "id": talk })).await;
    assert_eq!(words["guestConversation"]["with"]["name"], "Guy Morel", "{words}");
    let applicant = stage.caller(id, THOMAS).await.me().unwrap().member;
    let mut tx = stage.db.begin(id).await.unwrap();
    membership::change_tx(&mut tx, applicant, &[Standing::Applicant], Standing::Left, None, "").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ask(&mut guy, one, json!({ "id": request })).await["listing"], Value::Null, "at once");
    stage.work().await;
    assert_eq!(
        states(&stage).await,
        [("closed".to_owned(), false)],
        "the application has ended, and the request with it"
    );
    let mut tx = stage.db.begin(id).await.unwrap();
    membership::change_tx(&mut tx, applicant, &[Standing::Left], Standing::Applicant, None, "").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(ask(&mut thomas, MINE, json!({})).await["guestRequest"], Value::Null, "applying anew begins anew");
    let words = ask(&mut thomas, TALK, json!({ "id": talk })).await;
    assert_eq!(words["guestConversation"], Value::Null, "what was said before is not theirs to read");
    stage.finish().await;
}

#[tokio::test]
async fn what_the_team_has_not_read_is_shown_to_nobody_even_once_it_is_closed() {
    let stage = Stage::open().await;
    with_a_guest(&stage).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let input = json!({ "input": { "id": Uuid::from_u128(5), "draft": draft(TITLE) } });
    let request = ask(&mut thomas, POST, input).await["postGuestRequest"]["request"]["id"].clone();
    let waits = ask(&mut owner, WAITING, json!({})).await["requestsToCheck"]["nodes"][0].clone();
    ask(&mut owner, THROUGH, json!({ "input": { "id": request, "sentAt": waits["sentAt"] } })).await;
    let one = "query($id: ID!) { listing(id: $id) { listing { state title } thanks } }";
    assert_eq!(ask(&mut guy, one, json!({ "id": request })).await["listing"]["listing"]["title"], TITLE);
    let correct =
        "mutation($input: CorrectGuestRequestInput!) { correctGuestRequest(input: $input) { refusal { code } } }";
    let input = json!({ "input": { "id": request, "draft": draft("Ce que nul n’a lu") } });
    assert_eq!(ask(&mut thomas, correct, input).await["correctGuestRequest"]["refusal"], Value::Null);
    let close = "mutation($input: CloseGuestRequestInput!) { closeGuestRequest(input: $input) { refusal { code } } }";
    let input = json!({ "input": { "id": request, "thanks": "Ni cela non plus." } });
    assert_eq!(ask(&mut thomas, close, input).await["closeGuestRequest"]["refusal"], Value::Null);
    assert_eq!(ask(&mut guy, one, json!({ "id": request })).await["listing"], Value::Null);
    let closed = "{ listings(filter: { state: CLOSED }) { nodes { title } } }";
    assert_eq!(ask(&mut guy, closed, json!({})).await["listings"]["nodes"], json!([]));
    stage.work().await;
    stage.close().await;
}

#[tokio::test]
async fn who_waits_keeps_talking_about_a_request_closed_while_the_team_reads_it_anew() {
    let stage = Stage::open().await;
    with_a_guest(&stage).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let mut guy = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let input = json!({ "input": { "id": Uuid::from_u128(5), "draft": draft(TITLE) } });
    let request = ask(&mut thomas, POST, input).await["postGuestRequest"]["request"]["id"].clone();
    let waits = ask(&mut owner, WAITING, json!({})).await["requestsToCheck"]["nodes"][0].clone();
    ask(&mut owner, THROUGH, json!({ "input": { "id": request, "sentAt": waits["sentAt"] } })).await;
    let message = json!({ "id": Uuid::from_u128(7), "messageId": Uuid::from_u128(8), "listingId": request, "body": "J’en ai une." });
    let talk = ask(&mut guy, ANSWER, json!({ "input": message })).await["answerListing"]["conversationId"].clone();
    let input = json!({ "input": { "id": request, "draft": draft("Deux échelles") } });
    let correct =
        "mutation($input: CorrectGuestRequestInput!) { correctGuestRequest(input: $input) { refusal { code } } }";
    assert_eq!(ask(&mut thomas, correct, input).await["correctGuestRequest"]["refusal"], Value::Null);
    let close = "mutation($input: CloseGuestRequestInput!) { closeGuestRequest(input: $input) { refusal { code } } }";
    let closed = ask(&mut thomas, close, json!({ "input": { "id": request } })).await;
    assert_eq!(closed["closeGuestRequest"]["refusal"], Value::Null);
    they_talk(&mut thomas, &mut guy, &talk).await;
    let heard = "query($id: ID!) { conversation(id: $id) { mayWrite } }";
    assert_eq!(ask(&mut guy, heard, json!({ "id": talk })).await["conversation"]["mayWrite"], true);
    stage.advance(chrono::Duration::hours(2)).await;
    let send = "mutation($input: SendMessageInput!) { sendMessage(input: $input) { refusal { code } } }";
    let input =
        json!({ "input": { "id": Uuid::from_u128(11), "conversationId": talk, "body": "Passez quand vous voulez." } });
    assert_eq!(ask(&mut guy, send, input).await["sendMessage"]["refusal"], Value::Null);
    stage.advance(chrono::Duration::minutes(6)).await;
    let link = stage.letter_to(THOMAS).links().into_iter().find(|link| link.contains("/waiting/talks/")).unwrap();
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let path = thomas.local(&link);
    assert!(thomas.get(&path).await.expect(200).text().contains("Passez quand vous voulez."));
    stage.work().await;
    stage.finish().await;
}

/// State of every request, and whether it is still one of somebody who waits.
async fn states(stage: &Stage) -> Vec<(String, bool)> {
    let query = "select state, sent_at is not null from listing order by created_at";
    sqlx::query_as(query).fetch_all(&mut stage.scratch.owner().await).await.unwrap()
}
