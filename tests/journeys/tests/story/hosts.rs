//! Somebody who knows nobody gets in: asks to meet hosts, meets three, is vouched for by each, waits out the cooling time. Once by
//! web, once by GraphQL; no steward lifts a finger, and no owner turns a knob.

use crate::{THOMAS, village};
use chrono::Duration;
use kit::{Stage, Visitor};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

const HOST: &str = "village.localhost";
const HOSTS: [&str; 4] = ["anne@example.test", "guy@example.test", "claire@example.test", "bruno@example.test"];

/// The admission was decided by the engine, on three words given by hosts, each in another's name.
async fn came_in_by_the_rule(stage: &Stage) {
    let decided: Vec<(String, Option<Uuid>)> =
        sqlx::query_as("select rule, decided_by from admission where outcome = 'admitted'")
            .fetch_all(&mut stage.scratch.owner().await)
            .await
            .unwrap();
    assert_eq!(decided, [("R8_ALL_MET".to_owned(), None)], "nobody let them in by office");
    let words: Vec<(String, bool)> = sqlx::query_as(
        "select via, paid_at is not null from sponsorship where state = 'given' and active_at is not null",
    )
    .fetch_all(&mut stage.scratch.owner().await)
    .await
    .unwrap();
    assert_eq!(words, vec![("host".to_owned(), true); 3], "three words, each paid for like any other");
}

#[tokio::test]
async fn somebody_who_knows_nobody_gets_in_by_meeting_hosts() {
    let stage = Stage::open().await;
    village(&stage).await;
    for email in HOSTS {
        let mut host = stage.signed_in(HOST, email).await;
        let page = host.visit("/hosting").await.expect(200);
        let terms = [("town", "Corbigny (58)"), ("ways", "person"), ("a_month", "2")];
        let _page = host.submit(page.form("/hosting").fill(&terms)).await.expect(303);
    }
    let mut thomas = apply(&stage).await;
    let room = thomas.visit("/waiting").await.expect(200);
    let path = room.link("/waiting/host");
    for _ in 0..3 {
        let page = thomas.visit(&path).await.expect(200);
        let empty = thomas.submit(page.form("/waiting/host").fill(&[("town", "Corbigny")])).await.expect(422);
        let wish = [("way", "person"), ("note", "Je répare des vélos ; libre le soir.")];
        let _page = thomas.submit(empty.form("/waiting/host").fill(&wish)).await.expect(303);
    }
    stage.work().await;
    let mut met = BTreeSet::new();
    for email in HOSTS {
        if stage.letters_to(email).iter().any(|letter| letter.subject.contains("Thomas")) {
            meet(&stage, email, &mut thomas).await;
            met.insert(email);
        }
    }
    assert_eq!(met.len(), 3, "three asked for, each another person's turn: {met:?}");
    let room = thomas.visit("/waiting").await.expect(200);
    assert_eq!(room.texts(".tag--good").iter().filter(|tag| tag.contains("3 sur 3")).count(), 1, "{}", room.text());
    stage.advance(Duration::hours(49)).await;
    let home = thomas.visit("/").await.expect(200);
    assert!(home.link("/listings/new?direction=request").contains("request"), "{}", home.text());
    came_in_by_the_rule(&stage).await;
    let mut steward = stage.signed_in(HOST, "helene@example.test").await;
    let rota = steward.visit("/steward/hosts").await.expect(200);
    assert!(rota.text().contains("Anne Petit") && rota.forms().iter().all(|form| !form.action.contains("hosts")));
    stage.work().await;
    stage.finish().await;
}

async fn apply(stage: &Stage) -> Visitor {
    let mut thomas = stage.visitor(HOST);
    thomas.sign_in(stage, THOMAS).await;
    let page = thomas.visit("/join").await.expect(200);
    let typed = [("name", "Thomas Lambert"), ("about", "Je répare des vélos."), ("charter_accepted", "yes")];
    let _page = thomas.submit(page.form("/join").fill(&typed)).await.expect(303);
    thomas
}

/// A host follows the letter, agrees, finds a day with Thomas, meets him, and vouches.
async fn meet(stage: &Stage, email: &str, thomas: &mut Visitor) {
    let mut host = stage.signed_in(HOST, email).await;
    let link = stage.link_to(email, "/hosting/meetings/");
    let path = link.find("/hosting/meetings/").map(|at| link[at..].to_owned()).unwrap();
    let page = host.visit(&path).await.expect(200);
    let page = host.submit(page.form("/agree").fill(&[("words", "Samedi à dix heures, au café ?")])).await.expect(303);
    let page = host.follow(page).await.expect(200);
    stage.work().await;
    let mine = thomas.visit("/waiting/host").await.expect(200);
    let theirs = mine.links("/waiting/meetings/");
    assert!(!theirs.is_empty(), "{}", mine.text());
    let answered = format!("Avec plaisir, {email}.");
    for one in theirs {
        let talk = thomas.visit(&one).await.expect(200);
        if talk.forms().iter().any(|form| form.action.ends_with("/write")) {
            let _page = thomas.submit(talk.form("/write").fill(&[("words", &answered)])).await.expect(303);
        }
    }
    let seen = host.visit(&path).await.expect(200);
    assert!(seen.text().contains(&answered), "{}", seen.text());
    let day = stage.now().date_naive().to_string();
    let met = host.submit(page.form("/met").fill(&[("met_on", &day), ("met_by", "person")])).await.expect(303);
    let request = host.follow(met).await.expect(200);
    let words =
        [("relation", "neighbour"), ("sentence", "Nous avons pris un café, il est du quartier."), ("met", "yes")];
    let _page = host.submit(request.form("/give").fill(&words)).await.expect(303);
    stage.work().await;
}

/// Asks, and fails on any error or refusal.
async fn ask(visitor: &mut Visitor, query: &str, variables: Value) -> Value {
    let answer = visitor.graphql(query, variables).await;
    assert!(answer.get("errors").is_none(), "{query}: {answer}");
    let data = answer["data"].clone();
    for (field, payload) in data.as_object().unwrap() {
        assert!(payload.get("refusal").is_none_or(Value::is_null), "{field}: {payload}");
    }
    data
}

async fn join_all(stage: &Stage) {
    let query = "mutation($input: JoinRotaInput!) { joinRota(input: $input) { joined refusal { code } } }";
    for email in HOSTS {
        let mut host = stage.signed_in(HOST, email).await;
        let input = json!({ "town": "", "inPerson": false, "byVideo": true, "aMonth": 3 });
        ask(&mut host, query, json!({ "input": input })).await;
    }
}

/// The meeting for which it is this host's turn, if there is one.
async fn asked(host: &mut Visitor) -> Option<Value> {
    let mine = ask(host, "{ myHosting { meetings { id waitsForAnswer applicant { name } } } }", json!({})).await;
    let meetings = mine["myHosting"]["meetings"].as_array().unwrap().clone();
    meetings.into_iter().find(|meeting| meeting["waitsForAnswer"] == true).map(|meeting| meeting["id"].clone())
}

#[tokio::test]
async fn somebody_who_knows_nobody_gets_in_by_meeting_hosts_through_graphql() {
    let stage = Stage::open().await;
    village(&stage).await;
    join_all(&stage).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let apply = "mutation($input: ApplyInput!) { apply(input: $input) { memberId refusal { code } } }";
    let input = json!({ "id": Uuid::from_u128(1), "name": "Thomas Lambert", "about": "Je répare des vélos.", "charterAccepted": true });
    ask(&mut thomas, apply, json!({ "input": input })).await;
    let mut words = 0;
    let mut passed = false;
    for round in 0..3_u128 {
        let wish = "mutation($input: AskHostInput!) { askHost(input: $input) { meetingId refusal { code message } } }";
        let input = json!({ "id": Uuid::from_u128(50 + round), "way": "VIDEO", "note": "Libre le soir." });
        ask(&mut thomas, wish, json!({ "input": input })).await;
        // Whoever passes costs a second round.
        for _ in 0..4 {
            if words > round {
                break;
            }
            for email in HOSTS {
                let mut host = stage.signed_in(HOST, email).await;
                let Some(meeting) = asked(&mut host).await else { continue };
                if !passed {
                    passed = true;
                    let pass = "mutation($input: PassOnMeetingInput!) { passOnMeeting(input: $input) { passed refusal { code } } }";
                    ask(&mut host, pass, json!({ "input": { "meetingId": meeting } })).await;
                    continue;
                }
                vouch(&stage, &mut host, &meeting).await;
                words += 1;
            }
            stage.advance(Duration::minutes(61)).await;
        }
    }
    stage.advance(Duration::hours(49)).await;
    let me = ask(&mut thomas, "{ viewer { me { member { standing } } } }", json!({})).await;
    assert_eq!(me["viewer"]["me"]["member"]["standing"], "MEMBER", "{me}");
    came_in_by_the_rule(&stage).await;
    let mut steward = stage.signed_in(HOST, "helene@example.test").await;
    let rota = "{ hostRota { hosts { member { name } met } seeking { applicant { name } } } }";
    let seen = ask(&mut steward, rota, json!({})).await;
    let met: i64 = seen["hostRota"]["hosts"].as_array().unwrap().iter().map(|host| host["met"].as_i64().unwrap()).sum();
    assert_eq!((met, &seen["hostRota"]["seeking"]), (3, &json!([])), "{seen}");
    stage.work().await;
    stage.finish().await;
}

async fn vouch(stage: &Stage, host: &mut Visitor, meeting: &Value) {
    let agree = "mutation($input: AgreeToMeetInput!) { agreeToMeet(input: $input) { agreed refusal { code } } }";
    ask(host, agree, json!({ "input": { "meetingId": meeting, "words": "Ce soir à vingt heures ?" } })).await;
    let record = "mutation($input: RecordMeetingInput!) { recordMeeting(input: $input) { sponsorshipId refusal { code message } } }";
    let input = json!({ "meetingId": meeting, "metOn": stage.now().date_naive(), "metBy": "VIDEO" });
    let met = ask(host, record, json!({ "input": input })).await;
    let give = "mutation($input: GiveSponsorshipInput!) { giveSponsorship(input: $input) { admitted refusal { code message } } }";
    let input = json!({ "sponsorshipId": met["recordMeeting"]["sponsorshipId"], "relation": "OTHER", "sentence": "Une heure en visio, je réponds de lui.", "metInPerson": false });
    ask(host, give, json!({ "input": input })).await;
}
