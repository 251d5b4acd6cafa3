//! Two of one household are one voice: said, agreed, felt at the door, and ended, with nobody else told of it.

use crate::going::ask;
use crate::{FOUNDERS, THOMAS, village};
use chrono::Duration;
use data_encoding::BASE64URL_NOPAD;
use kernel::{CommunityId, MemberId};
use kit::Stage;
use serde_json::{Value, json};
use sponsorship::{Apply, AskSponsor, Give, Relation};
use uuid::Uuid;

const HOST: &str = "village.localhost";

/// Thomas, for whom the first founders vouch.
async fn vouched(stage: &Stage, community: CommunityId, sponsors: std::ops::Range<usize>) {
    let thomas = stage.caller(community, THOMAS).await;
    for (n, sponsor) in (0x70..).zip(&FOUNDERS).skip(sponsors.start).take(sponsors.len()) {
        let sponsorship = Uuid::from_u128(n).into();
        let request = AskSponsor { id: sponsorship, email: sponsor.email.parse().unwrap(), note: String::new() };
        sponsorship::ask_sponsor(&stage.db, &thomas, request).await.unwrap();
        stage.work().await;
        let sentence = "Toujours là quand il faut.".to_owned();
        let word = Give { sponsorship, relation: Relation::Neighbour, sentence, met_in_person: true };
        let sponsor = stage.caller(community, sponsor.email).await;
        sponsorship::give(&stage.db, &sponsor, word).await.unwrap();
    }
    stage.work().await;
}

async fn arrives(stage: &Stage, community: CommunityId) {
    let visitor = stage.caller(community, THOMAS).await;
    let apply = Apply {
        id: MemberId(Uuid::from_u128(0x7)),
        name: "Thomas Lambert".to_owned(),
        about: "J’habite Corbigny depuis peu.".to_owned(),
        town: "Corbigny".to_owned(),
        charter_accepted: true,
        via: None,
    };
    sponsorship::apply(&stage.db, &visitor, apply).await.unwrap();
}

async fn member(stage: &Stage, community: CommunityId, n: usize) -> MemberId {
    stage.caller(community, FOUNDERS[n].email).await.me().unwrap().member
}

#[tokio::test]
async fn two_of_one_household_are_one_voice_by_web() {
    let stage = Stage::open().await;
    let id = village(&stage).await;
    let guy = member(&stage, id, 2).await;

    // Anne says that she lives with Guy; Guy gets a letter and agrees.
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let page = anne.get(&format!("/members/{guy}")).await.expect(200);
    let form = anne.get(&page.link("/household")).await.expect(200).form("/household");
    let done = anne.submit(form).await.expect(303);
    assert!(anne.follow(done).await.expect(200).text().contains("n’a pas encore répondu"));
    stage.work().await;
    let letter = stage.letter_to(FOUNDERS[2].email);
    assert!(letter.subject.contains("Vivez-vous ensemble"), "{}", letter.subject);
    assert!(!letter.text().contains("Anne") && !letter.html().contains("Petit"), "the letter names nobody");
    let way = letter.links().into_iter().find(|link| link.ends_with("/me/household"));
    assert!(way.is_some(), "{:?}", letter.links());
    let mut guys = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let asked = guys.get("/me/household").await.expect(200);
    assert!(asked.text().contains("Anne Petit dit que vous vivez ensemble"), "{}", asked.text());
    let yes = asked.forms().into_iter().find(|form| form.action.ends_with("/answer")).unwrap();
    let done = guys.submit(yes).await.expect(303);
    assert!(guys.follow(done).await.expect(200).text().contains("Vos paroles n’en font qu’une"));

    // Three vouch for Thomas, two of them live together: he reads so, and not who.
    arrives(&stage, id).await;
    vouched(&stage, id, 0..3).await;
    stage.advance(Duration::hours(49)).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let room = thomas.get("/waiting").await.expect(200).text();
    assert!(room.contains("Deux de vos parrains ou marraines vivent ensemble"), "{room}");
    assert_eq!(thomas.get("/listings").await.redirect(), Some("/waiting"), "one voice is not two");
    vouched(&stage, id, 3..4).await;
    let _inside = thomas.get("/listings").await.expect(200);
    for page in [format!("/members/{guy}"), "/members".to_owned()] {
        assert!(!thomas.get(&page).await.expect(200).text().contains("n’en font qu’une"), "{page} tells nobody");
    }

    // Guy ends it; the team is told and objects; both read why.
    let mine = guys.get("/me/household").await.expect(200);
    let _ending = guys.submit(mine.form("/end")).await.expect(303);
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let told = owner.get("/notifications").await.expect(200);
    let desk = owner.get(&told.link("/household")).await.expect(200);
    assert!(desk.text().contains("sauf objection de votre part"), "{}", desk.text());
    let keep = desk.form("/keep").fill(&[("reason", "Toujours la même boîte aux lettres.")]);
    let _kept = owner.submit(keep).await.expect(303);
    stage.work().await;
    let mine = anne.get("/me/household").await.expect(200).text();
    assert!(mine.contains("Toujours la même boîte aux lettres.") && mine.contains("Vos paroles n’en font qu’une."));
    stage.finish().await;
}

#[tokio::test]
async fn two_of_one_household_are_one_voice_through_graphql() {
    let stage = Stage::open().await;
    let id = village(&stage).await;
    let global = |id: MemberId| BASE64URL_NOPAD.encode(format!("Member:{id}").as_bytes());
    let [anne, guy] = [global(member(&stage, id, 1).await), global(member(&stage, id, 2).await)];
    let mut annes = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let say = "mutation($input: SayTogetherInput!) { sayTogether(input: $input) { state refusal { code } } }";
    let input = json!({ "id": Uuid::from_u128(9), "memberId": guy });
    let said = ask(&mut annes, say, json!({ "input": input })).await;
    assert_eq!(said["sayTogether"]["state"], "ASKED");
    let mut guys = stage.signed_in(HOST, FOUNDERS[2].email).await;
    let mine = "{ myHousehold { id isSaidFirst state reason with { name } } }";
    let asked = ask(&mut guys, mine, Value::Null).await;
    let tie = &asked["myHousehold"][0];
    assert_eq!((&tie["with"]["name"], &tie["isSaidFirst"]), (&json!("Anne Petit"), &json!(false)), "{asked}");
    let answer = "mutation($input: AnswerTogetherInput!) { answerTogether(input: $input) { state refusal { code } } }";
    let input = json!({ "householdId": tie["id"], "agrees": true });
    assert_eq!(ask(&mut guys, answer, json!({ "input": input })).await["answerTogether"]["state"], "COUNTS");

    arrives(&stage, id).await;
    vouched(&stage, id, 0..3).await;
    stage.advance(Duration::hours(49)).await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let room = "{ waitingRoom { verdict { isHouseholdShared sponsors sponsorsNeeded rule } } }";
    let verdict = ask(&mut thomas, room, Value::Null).await["waitingRoom"]["verdict"].clone();
    let expected = json!({ "isHouseholdShared": true, "sponsors": 2, "sponsorsNeeded": 3, "rule": "R1_SPONSORS" });
    assert_eq!(verdict, expected);

    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let effects = format!(r#"{{ householdEffects(memberId: "{anne}", otherId: "{guy}") {{ touched seen }} }}"#);
    assert_eq!(ask(&mut owner, &effects, Value::Null).await["householdEffects"]["touched"], 0);
    let end = "mutation($input: EndTogetherInput!) { endTogether(input: $input) { ending refusal { code } } }";
    ask(&mut guys, end, json!({ "input": { "householdId": tie["id"] } })).await;
    let of = format!(r#"{{ householdOf(memberId: "{anne}") {{ state endingAt }} }}"#);
    assert_eq!(ask(&mut owner, &of, Value::Null).await["householdOf"][0]["state"], "ENDING");
    stage.advance(Duration::days(15)).await;
    let mut guys = stage.signed_in(HOST, FOUNDERS[2].email).await;
    assert_eq!(ask(&mut guys, mine, Value::Null).await["myHousehold"], json!([]), "nobody has objected");
    stage.work().await;
    stage.finish().await;
}
