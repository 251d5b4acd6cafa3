//! Eight go, the fakes they let in fall under review, and an honest one who fell with them is cured: once by web, once by GraphQL.

use chrono::Duration;
use kernel::{Caller, CommunityId, Role};
use kit::{Page, Somebody, Stage, Visitor};
use membership::role::{GiveRole, give_role};
use serde_json::{Value, json};
use sponsorship::{ImportedSponsorship, import_sponsorships};
use std::collections::HashMap;
use uuid::Uuid;

pub const HOST: &str = "hamlet.localhost";
const CHEATS: usize = 8;
const FAKES: usize = 5;

pub fn address(name: &str) -> String {
    format!("{name}@example.test")
}

/// Somebody called `<Name> <n>`, as only tests need so many.
fn people(name: &str, count: usize) -> Vec<Somebody> {
    (0..count)
        .map(|n| Somebody::new(format!("{name} {n}").leak(), address(&format!("{name}{n}").to_lowercase()).leak()))
        .collect()
}

/// Seven founders, of whom the second is a steward; eight cheats and ten others carried by three founders each; fakes carried by three
/// cheats each; one honest person carried by two cheats and a founder. Who is who, by name.
pub async fn hamlet(stage: &Stage) -> HashMap<String, String> {
    let founders = people("Founder", 7);
    let id = stage.community("hamlet", "confiance", &founders).await;
    let mut ids = HashMap::new();
    let mut pairs = Vec::new();
    let three =
        |n: usize, of: &'static str, count: usize| (0..3).map(move |step| format!("{of}{}", (n + step) % count));
    for (name, count) in [("Cheat", CHEATS), ("Other", 10), ("Fake", FAKES), ("Honest", 1)] {
        let group = people(name, count);
        let found = stage.members(id, 400, &group).await;
        for (n, (one, member)) in group.iter().zip(found).enumerate() {
            ids.insert(one.name.to_owned(), member.to_string());
            let own = one.email.trim_end_matches("@example.test").to_owned();
            let sponsors: Vec<String> = match name {
                "Fake" => three(n, "cheat", CHEATS).collect(),
                "Honest" => ["cheat0", "cheat1", "founder3"].map(str::to_owned).into(),
                _ => three(n, "founder", 7).collect(),
            };
            pairs.extend(sponsors.into_iter().map(|sponsor| (sponsor, own.clone())));
        }
    }
    tie(stage, id, &pairs).await;
    let steward = stage.caller(id, &address("founder1")).await.me().unwrap().member;
    give_role(&stage.db, &Caller::house(id), GiveRole { member: steward, role: Role::Steward }).await.unwrap();
    stage.advance(Duration::days(1)).await;
    stage.sink.clear();
    ids
}

async fn tie(stage: &Stage, id: CommunityId, pairs: &[(String, String)]) {
    let given_at = stage.now() - Duration::days(300);
    let row = |(line, (sponsor, member)): (u64, &(String, String))| ImportedSponsorship {
        line,
        sponsor: address(sponsor),
        member: address(member),
        given_at,
    };
    let rows: Vec<_> = (0..).zip(pairs).map(row).collect();
    let report = import_sponsorships(&stage.db, &Caller::house(id), &rows).await.unwrap();
    assert_eq!(report.left_out, []);
}

/// The first steward looks and decides; where it takes two, the second looks and confirms.
pub async fn put_out_by_web(first: &mut Visitor, second: &mut Visitor, id: &str) {
    let page = first.get(&format!("/members/{id}")).await.expect(200);
    let look = page.link("/put-out");
    let _mildest = first.get(&look).await.expect(200);
    let shown = first.get(&format!("{look}?cause=fraud")).await.expect(200);
    assert!(shown.texts("svg[role=img]").len() == 1, "what it does is drawn");
    let form = post_form(&shown).fill(&[("reason", "Des annonces inventées.")]);
    let done = first.submit(form).await.expect(303);
    if done.redirect() != Some("/steward/reviews") {
        return;
    }
    let waits = second.get("/steward/reviews").await.expect(200);
    let shown = second.get(&waits.link("/steward/departures/")).await.expect(200);
    let _done = second.submit(shown.form("/confirm")).await.expect(303);
}

/// The form that decides, beside the one that looks again.
fn post_form(page: &Page) -> kit::Form {
    page.forms().into_iter().find(|form| form.method == "post" && form.action.ends_with("/put-out")).unwrap()
}

#[tokio::test]
async fn eight_go_the_fakes_fall_under_review_and_an_honest_one_is_cured_by_web() {
    let stage = Stage::open().await;
    let ids = hamlet(&stage).await;
    let mut owner = stage.signed_in(HOST, &address("founder0")).await;
    let mut second = stage.signed_in(HOST, &address("founder1")).await;
    let mut honest = stage.signed_in(HOST, &address("honest0")).await;
    for n in 0..CHEATS {
        put_out_by_web(&mut owner, &mut second, &ids[&format!("Cheat {n}")]).await;
    }
    stage.work().await;
    let listed = owner.get("/steward/reviews").await.expect(200).texts("#t-reviews ~ ul h3");
    assert_eq!(listed.len(), FAKES + 1, "{listed:?}");
    assert!(!listed.iter().any(|name| name.starts_with("Other")), "{listed:?}");

    // Whoever fell is told, sees why and what to do, and not who it was.
    let letter = stage.letter_to(&address("honest0"));
    assert!(letter.subject.contains("est examinée"), "{}", letter.subject);
    let mine = honest.get("/me/standing").await.expect(200);
    assert!(mine.text().contains("il en faut 3") && !mine.text().contains("Cheat"), "{}", mine.text());
    assert!(!mine.text().contains("inventées"), "nor what they did");
    let told = honest.get("/notifications").await.expect(200);
    assert!(told.text().contains("Votre place est examinée"), "{}", told.text());
    assert_eq!(honest.get("/requests").await.status.as_u16(), 403, "and vouches for nobody");
    let appeal = mine.form("/me/standing/appeal").fill(&[("words", "Je suis d’ici.")]);
    let _sent = honest.submit(appeal).await.expect(303);
    assert!(owner.get("/steward/reviews").await.expect(200).text().contains("Je suis d’ici."));

    // Two members vouch: they do not learn of the review, and it ends with the second word.
    for n in [2, 6] {
        let mut sponsor = stage.signed_in(HOST, &address(&format!("other{n}"))).await;
        let page = sponsor.get(&format!("/members/{}", ids["Honest 0"])).await.expect(200);
        assert!(!page.text().contains("examin"), "{}", page.text());
        let form = sponsor.get(&page.link("/endorse")).await.expect(200).form("/endorse");
        let word = form.fill(&[("relation", "neighbour"), ("sentence", "Elle habite en face."), ("met", "yes")]);
        let _given = sponsor.submit(word).await.expect(303);
    }
    assert!(honest.get("/me/standing").await.expect(200).text().contains("tout va bien"));
    stage.work().await;
    assert!(stage.letter_to(&address("honest0")).subject.contains("de nouveau sûre"));

    // When the time is over the stewards are called, and one decides.
    stage.advance(Duration::days(92)).await;
    let mut owner = stage.signed_in(HOST, &address("founder0")).await;
    assert!(owner.get("/notifications").await.expect(200).text().contains("Il est temps de décider"));
    let list = owner.get("/steward/reviews").await.expect(200);
    assert!(list.text().contains("À décider"), "{}", list.text());
    let confirm = list.forms().into_iter().find(|form| form.action.ends_with("/confirm")).unwrap();
    let done = owner.submit(confirm.fill(&[("reason", "Nous l’avons rencontrée.")])).await.expect(303);
    let left = owner.follow(done).await.expect(200).texts("#t-reviews ~ ul h3");
    assert_eq!(left.len(), FAKES - 1, "{left:?}");
    stage.work().await;
    stage.finish().await;
}

/// Asks, and fails on any error or refusal.
pub async fn ask(visitor: &mut Visitor, query: &str, variables: Value) -> Value {
    let answer = visitor.graphql(query, variables).await;
    assert!(answer.get("errors").is_none(), "{query}: {answer}");
    for (field, payload) in answer["data"].as_object().unwrap() {
        assert!(payload.get("refusal").is_none_or(Value::is_null), "{field}: {payload}");
    }
    answer["data"].clone()
}

pub async fn id_of(visitor: &mut Visitor, name: &str) -> Value {
    let query = "query($s: String!) { members(filter: { search: $s }) { nodes { id name } } }";
    let found = ask(visitor, query, json!({ "s": name })).await;
    found["members"]["nodes"].as_array().unwrap().iter().find(|one| one["name"] == name).unwrap()["id"].clone()
}

pub const LOOK: &str = "query($id: ID!) { whatIf(memberId: $id, cause: FRAUD) { touched needsTwoStewards seen falls { member { name } paths need until } sponsors { name } } }";
pub const PUT_OUT: &str =
    "mutation($input: PutOutInput!) { putOut(input: $input) { isOut departureId refusal { code message } } }";

#[tokio::test]
async fn eight_go_the_fakes_fall_under_review_and_an_honest_one_is_cured_through_graphql() {
    let stage = Stage::open().await;
    hamlet(&stage).await;
    let mut owner = stage.signed_in(HOST, &address("founder0")).await;
    let mut second = stage.signed_in(HOST, &address("founder1")).await;
    let mut cheat = stage.signed_in(HOST, &address("cheat3")).await;
    let honest_id = id_of(&mut owner, "Honest 0").await;
    for n in 0..CHEATS {
        let id = id_of(&mut owner, &format!("Cheat {n}")).await;
        let shown = ask(&mut owner, LOOK, json!({ "id": id })).await["whatIf"].clone();
        assert_eq!(shown["sponsors"].as_array().unwrap().len(), 3, "{shown}");
        let input = json!({ "id": Uuid::from_u128(100 + n as u128), "memberId": id, "cause": "FRAUD", "reason": "Des annonces inventées.", "seen": shown["seen"] });
        let out = ask(&mut owner, PUT_OUT, json!({ "input": input })).await["putOut"].clone();
        assert_eq!(out["isOut"], !shown["needsTwoStewards"].as_bool().unwrap(), "{out}");
        if out["isOut"] == false {
            let query = "query($id: ID!) { departureProposals { id } departureProposal(id: $id) { seen } }";
            let waits = ask(&mut second, query, json!({ "id": out["departureId"] })).await;
            assert_eq!(waits["departureProposals"][0]["id"], out["departureId"]);
            let query = "mutation($input: ConfirmDepartureInput!) { confirmDeparture(input: $input) { confirmed refusal { code } } }";
            let input = json!({ "departureId": out["departureId"], "seen": waits["departureProposal"]["seen"] });
            ask(&mut second, query, json!({ "input": input })).await;
        }
    }
    stage.work().await;
    let list = "{ reviews(first: 50) { nodes { id member { name standing } paths need untilAt } } }";
    let reviews = ask(&mut owner, list, json!({})).await;
    assert_eq!(reviews["reviews"]["nodes"].as_array().unwrap().len(), FAKES + 1, "{reviews}");
    let mut honest = stage.signed_in(HOST, &address("honest0")).await;
    let mine = "{ ownStanding { standing review { id paths need untilAt } decision { reason } } }";
    let own = ask(&mut honest, mine, json!({})).await;
    assert_eq!(own["ownStanding"]["standing"], "UNDER_REVIEW", "{own}");
    for (n, name) in [(1, "other2"), (2, "other6")] {
        let mut sponsor = stage.signed_in(HOST, &address(name)).await;
        let query =
            "mutation($input: EndorseInput!) { endorse(input: $input) { sponsorshipId refusal { code message } } }";
        let input = json!({ "id": Uuid::from_u128(n), "memberId": honest_id, "relation": "NEIGHBOUR", "sentence": "Elle habite en face.", "metInPerson": true });
        ask(&mut sponsor, query, json!({ "input": input })).await;
    }
    assert_eq!(ask(&mut honest, mine, json!({})).await["ownStanding"]["standing"], "MEMBER");
    stage.work().await;

    // One of those who went sees why, and appeals; those who decided are the whole team, so one of them reads it.
    let own = ask(&mut cheat, "{ ownStanding { standing decision { id cause reason } } }", json!({})).await;
    assert_eq!(own["ownStanding"]["decision"]["reason"], "Des annonces inventées.", "{own}");
    let query = "mutation($input: AppealInput!) { appeal(input: $input) { appealed refusal { code } } }";
    let input =
        json!({ "id": Uuid::from_u128(7), "aboutId": own["ownStanding"]["decision"]["id"], "words": "Pas moi." });
    ask(&mut cheat, query, json!({ "input": input })).await;
    let open = ask(&mut second, "{ openAppeals { id words cause member { name } } }", json!({})).await;
    assert_eq!(open["openAppeals"][0]["words"], "Pas moi.");
    let query = "mutation($input: AnswerAppealInput!) { answerAppeal(input: $input) { answered refusal { code } } }";
    let input = json!({ "appealId": open["openAppeals"][0]["id"], "isUpheld": true, "answer": "C’est vrai." });
    ask(&mut second, query, json!({ "input": input })).await;
    let own = ask(&mut cheat, "{ ownStanding { standing appeal { isUpheld answer } } }", json!({})).await;
    assert_eq!(own["ownStanding"]["standing"], "MEMBER", "{own}");
    stage.work().await;
    assert!(stage.letter_to(&address("cheat3")).subject.contains("on vous donne raison"));
    stage.finish().await;
}
