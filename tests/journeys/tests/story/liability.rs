//! Whoever vouches answers for it: a strike after a fraud, appealed against and taken back; a pause; and what the community names.

use crate::going::{HOST, LOOK, PUT_OUT, address, ask, hamlet, id_of, put_out_by_web};
use kit::Stage;
use serde_json::json;
use uuid::Uuid;

#[tokio::test]
async fn a_sponsor_answers_for_a_fraud_and_an_appeal_gives_the_words_back_by_web() {
    let stage = Stage::open().await;
    let ids = hamlet(&stage).await;
    let mut owner = stage.signed_in(HOST, &address("founder0")).await;
    let mut second = stage.signed_in(HOST, &address("founder1")).await;
    put_out_by_web(&mut owner, &mut second, &ids["Fake 0"]).await;
    stage.work().await;

    // Whoever vouched is told what it changes and until when, and not for whom.
    let mut sponsor = stage.signed_in(HOST, &address("cheat0")).await;
    let letter = stage.letter_to(&address("cheat0"));
    assert!(letter.subject.contains("Une personne parrainée a quitté"), "{}", letter.subject);
    assert!(!letter.text().contains("Fake"), "{}", letter.text());
    let mine = sponsor.get("/me/standing").await.expect(200);
    let text = mine.text();
    assert!(text.contains("Une faute de parrainage") && text.contains("Jusqu’au") && !text.contains("Fake"), "{text}");
    assert!(sponsor.get("/vouching").await.expect(200).text().contains("encore parrainer 2 personnes"), "half of five");
    let told = sponsor.get("/notifications").await.expect(200);
    assert!(told.text().contains("décidé sur vos parrainages"), "{}", told.text());

    // The appeal is read by the steward who did not decide, and upheld.
    let appeal = mine.form("/me/standing/appeal").fill(&[("words", "Je ne pouvais pas savoir.")]);
    let _sent = sponsor.submit(appeal).await.expect(303);
    let mine = sponsor.get("/me/standing").await.expect(200);
    assert!(mine.text().contains("Je ne pouvais pas savoir."), "{}", mine.text());
    let answer = owner.get("/steward/reviews").await.expect(200).form("/answer");
    let refused = owner.submit(answer.fill(&[("upheld", "yes"), ("answer", "C’est vrai.")])).await;
    assert!(refused.text().contains("n’a pas pris la décision"), "not by whoever took it: {}", refused.text());
    let list = second.get("/steward/reviews").await.expect(200);
    assert!(list.text().contains("Une faute de parrainage"), "{}", list.text());
    let _done =
        second.submit(list.form("/answer").fill(&[("upheld", "yes"), ("answer", "C’est vrai.")])).await.expect(303);
    let mine = sponsor.get("/me/standing").await.expect(200);
    assert!(mine.text().contains("Reprise le"), "{}", mine.text());

    // A community that names people says for whom.
    let form = owner.get("/owner").await.expect(200).form("/owner/policy").fill(&[("names_to_sponsors", "yes")]);
    let _saved = owner.submit(form).await.expect(303);
    let mut other = stage.signed_in(HOST, &address("cheat1")).await;
    let mine = other.get("/me/standing").await.expect(200);
    assert!(mine.text().contains("Pour Fake 0"), "{}", mine.text());
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn a_steward_pauses_a_members_sponsoring_and_takes_it_back_by_web() {
    let stage = Stage::open().await;
    let ids = hamlet(&stage).await;
    let mut steward = stage.signed_in(HOST, &address("founder1")).await;
    let mut member = stage.signed_in(HOST, &address("other2")).await;
    let page = steward.get(&format!("/members/{}", ids["Other 2"])).await.expect(200);
    let form = steward.get(&page.link("/measures")).await.expect(200).form("/measures");
    let wrong = steward.submit(form.clone().fill(&[("degree", "pause"), ("reason", "")])).await;
    assert_eq!(wrong.status.as_u16(), 422, "nothing without a reason");
    let done = steward.submit(form.fill(&[("degree", "pause"), ("reason", "Trois paroles en une matinée.")])).await;
    let done = steward.follow(done.expect(303)).await.expect(200);
    assert!(done.text().contains("Pas de parrainage pendant 90 jours"), "{}", done.text());
    stage.work().await;
    assert!(stage.letter_to(&address("other2")).subject.contains("font une pause"));
    let mine = member.get("/me/standing").await.expect(200);
    assert!(
        mine.text().contains("Trois paroles en une matinée.") && mine.text().contains("Jusqu’au"),
        "{}",
        mine.text()
    );
    let endorse = member.get(&format!("/members/{}/endorse", ids["Honest 0"])).await.expect(200).form("/endorse");
    let word = endorse.fill(&[("relation", "neighbour"), ("sentence", "Elle habite en face."), ("met", "yes")]);
    let refused = member.submit(word.clone()).await;
    assert_eq!(refused.status.as_u16(), 403, "{}", refused.text());
    let _lifted = steward.submit(done.form("/lift").fill(&[("reason", "Elle les connaît toutes.")])).await.expect(303);
    let _given = member.submit(word).await.expect(303);
    let journal = steward.get("/steward/journal").await.expect(200).text();
    assert!(journal.contains("a pris une mesure") && journal.contains("a repris une mesure"), "{journal}");
    stage.work().await;
    stage.finish().await;
}

const MINE: &str = "{ tokens { granted left } ownStanding { measures { id degree reason followsFromExclusion name givenAt untilAt liftedAt appeal { isUpheld answer } } } }";

#[tokio::test]
async fn a_sponsor_answers_for_a_fraud_and_an_appeal_gives_the_words_back_through_graphql() {
    let stage = Stage::open().await;
    hamlet(&stage).await;
    let mut owner = stage.signed_in(HOST, &address("founder0")).await;
    let mut second = stage.signed_in(HOST, &address("founder1")).await;
    let mut sponsor = stage.signed_in(HOST, &address("cheat0")).await;
    assert_eq!(ask(&mut sponsor, MINE, json!({})).await["tokens"]["granted"], 6, "two have lasted a year");
    let fake = id_of(&mut owner, "Fake 0").await;
    let shown = ask(&mut owner, LOOK, json!({ "id": fake })).await["whatIf"].clone();
    let input = json!({ "id": Uuid::from_u128(1), "memberId": fake, "cause": "FRAUD", "reason": "Inventée.", "seen": shown["seen"] });
    assert_eq!(ask(&mut owner, PUT_OUT, json!({ "input": input })).await["putOut"]["isOut"], true);
    let mine = ask(&mut sponsor, MINE, json!({})).await;
    let strike = &mine["ownStanding"]["measures"][0];
    assert_eq!((&mine["tokens"]["granted"], &strike["degree"]), (&json!(2), &json!("STRIKE")), "{mine}");
    assert_eq!((&strike["followsFromExclusion"], &strike["name"]), (&json!(true), &json!(null)), "{mine}");
    assert!(strike["untilAt"].is_string(), "{mine}");

    let query = "mutation($input: AppealInput!) { appeal(input: $input) { appealed refusal { code } } }";
    let input = json!({ "id": Uuid::from_u128(2), "aboutId": strike["id"], "words": "Je ne pouvais pas savoir." });
    ask(&mut sponsor, query, json!({ "input": input })).await;
    let open = ask(&mut second, "{ openAppeals { id words degree cause } }", json!({})).await;
    assert_eq!((&open["openAppeals"][0]["degree"], &open["openAppeals"][0]["cause"]), (&json!("STRIKE"), &json!(null)));
    let query = "mutation($input: AnswerAppealInput!) { answerAppeal(input: $input) { answered refusal { code } } }";
    let input = json!({ "appealId": open["openAppeals"][0]["id"], "isUpheld": true, "answer": "C’est vrai." });
    let refused = owner.graphql(query, json!({ "input": input })).await;
    assert_eq!(refused["data"]["answerAppeal"]["refusal"]["code"], "OWN_DECISION", "{refused}");
    ask(&mut second, query, json!({ "input": input })).await;
    let mine = ask(&mut sponsor, MINE, json!({})).await;
    assert_eq!(mine["tokens"]["granted"], 5, "whole again, but for whoever is out: {mine}");
    assert!(mine["ownStanding"]["measures"][0]["liftedAt"].is_string(), "{mine}");

    // By degrees, by a steward.
    let member = id_of(&mut owner, "Cheat 0").await;
    let query = "mutation($input: GiveMeasureInput!) { giveMeasure(input: $input) { measureId refusal { code } } }";
    let input = json!({ "id": Uuid::from_u128(3), "memberId": member, "degree": "SMALLER", "reason": "Un peu vite." });
    let given = ask(&mut second, query, json!({ "input": input })).await["giveMeasure"]["measureId"].clone();
    assert_eq!(ask(&mut sponsor, MINE, json!({})).await["tokens"]["granted"], 2);
    let listed =
        ask(&mut owner, "query($id: ID!) { measures(memberId: $id) { degree name reason } }", json!({ "id": member }))
            .await;
    assert_eq!(listed["measures"][0], json!({ "degree": "SMALLER", "name": null, "reason": "Un peu vite." }));
    assert_eq!(listed["measures"][1]["name"], "Fake 0", "stewards know for whom");
    let query = "mutation($input: LiftMeasureInput!) { liftMeasure(input: $input) { lifted refusal { code } } }";
    ask(&mut second, query, json!({ "input": { "measureId": given, "reason": "Une erreur." } })).await;
    assert_eq!(ask(&mut sponsor, MINE, json!({})).await["tokens"]["granted"], 5);
    stage.work().await;
    stage.finish().await;
}
