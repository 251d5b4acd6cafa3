//! Too many people complain of a community's letters: it is warned, its letters wait, an operator lets them go on (bar E9). By web and by
//! GraphQL, in French and in English.

use chrono::Duration;
use kernel::{Caller, CommunityId, EmailAddress, Language};
use kit::{Somebody, Stage, Visitor};
use membership::{
    complaints::LEAVE_THOUGH_HELD,
    jobs::WelcomeFounder,
    suppression::{Kind, Report, report},
};
use serde_json::{Value, json};
use uuid::Uuid;

const ODILE: Somebody = Somebody::new("Odile Martin", "odile@example.test");
const GUY: Somebody = Somebody::new("Guy Morel", "guy@example.test");
const HOST: &str = "village.localhost";
const OPERATOR: &str = "nora@example.test";

/// A community that has sent so many letters in all, and an operator who reads this language.
async fn village(stage: &Stage, letters: i64, language: Language) -> CommunityId {
    let village = stage.community("village", "confiance", &[ODILE, GUY]).await;
    let house = Caller::house(CommunityId::PLATFORM);
    membership::operator::appoint(&stage.db, &house, &OPERATOR.parse().unwrap(), language).await.unwrap();
    stage.work().await;
    stage.clock.advance(Duration::hours(2));
    sent(stage, village, letters).await;
    village
}

/// Letters to readers of whom each got one, until there are so many in all.
async fn sent(stage: &Stage, community: CommunityId, letters: i64) {
    let statement = "insert into letter (community_id, id, recipient, kind, message_id, outcome, at)
         select $1, gen_random_uuid(), 'reader' || n || '@example.test', 'digest', '<' || n || '@maillon.test>', 'sent', $3
         from generate_series(1, $2 - (
             select count(*) from letter where community_id = $1 and outcome = 'sent' and kind <> all ($4)
         )) n";
    let always: &[&str] = &LEAVE_THOUGH_HELD;
    let written = sqlx::query(statement).bind(community.0).bind(letters).bind(stage.now()).bind(always);
    written.execute(&mut stage.scratch.owner().await).await.unwrap();
}

/// A reader reports their letter as unwanted.
async fn complain(stage: &Stage, reader: u32) {
    let email: EmailAddress = format!("reader{reader}@example.test").parse().unwrap();
    let complaint = Report { email: &email, kind: Some(Kind::Complaint), reason: "abuse", message: None };
    report(&stage.db, &Caller::house(CommunityId::PLATFORM), complaint).await.unwrap();
}

async fn complain_all(stage: &Stage, readers: std::ops::RangeInclusive<u32>) {
    for reader in readers {
        complain(stage, reader).await;
    }
    stage.work().await;
}

/// A letter to Guy that is no letter to sign in with.
async fn cause_a_letter(stage: &Stage, community: CommunityId) {
    let member = stage.caller(community, GUY.email).await.me().unwrap().member;
    let mut tx = stage.db.begin(community).await.unwrap();
    tx.enqueue(&WelcomeFounder { member }).await.unwrap();
    tx.commit().await.unwrap();
    stage.work().await;
}

fn subjects(stage: &Stage, email: &str) -> Vec<String> {
    stage.letters_to(email).iter().map(|letter| letter.subject.clone()).collect()
}

/// How many letters of this kind somebody got.
fn count(stage: &Stage, email: &str, kind: &str) -> usize {
    stage.letters_to(email).iter().filter(|letter| letter.header("x-maillon-letter").as_deref() == Some(kind)).count()
}

#[tokio::test]
async fn e9_at_three_complaints_in_a_thousand_letters_the_others_wait_until_an_operator_lets_them_go() {
    let stage = Stage::open().await;
    let village = village(&stage, 1_000, Language::Fr).await;
    complain_all(&stage, 1..=2).await;
    complain_all(&stage, 2..=2).await;
    assert_eq!(count(&stage, ODILE.email, "complaints"), 0, "two people, however often it is reported");
    complain_all(&stage, 3..=3).await;
    assert!(subjects(&stage, ODILE.email).contains(&"Entraide village\u{a0}: les lettres attendent".to_owned()));
    assert!(subjects(&stage, OPERATOR).contains(&"Entraide village\u{a0}: les lettres attendent".to_owned()));
    let before = count(&stage, GUY.email, "founder");
    cause_a_letter(&stage, village).await;
    assert_eq!(count(&stage, GUY.email, "founder"), before, "it waits");
    let _in = stage.visitor(HOST).sign_in(&stage, GUY.email).await;
    assert_eq!(count(&stage, GUY.email, "sign_in"), 1, "a letter to sign in with leaves");
    let mut odile = stage.signed_in(HOST, ODILE.email).await;
    let page = odile.visit("/owner").await.expect(200).text();
    assert!(page.contains("Les lettres de la communauté attendent") && page.contains("3 personnes"), "{page}");
    let mut nora = stage.signed_in("localhost", OPERATOR).await;
    let desk = nora.visit("/operator").await.expect(200);
    let page = nora.visit(&desk.link("/letters")).await.expect(200);
    let empty = nora.submit(page.form("/letters").fill(&[("reason", "")])).await.expect(422);
    let done = nora.submit(empty.form("/letters").fill(&[("reason", "Liste nettoyée.")])).await.expect(303);
    let desk = nora.follow(done).await.expect(200);
    assert!(desk.text().contains("Ses lettres repartent"), "{}", desk.text());
    stage.work().await;
    assert_eq!(count(&stage, GUY.email, "founder"), before + 1, "what waited has left");
    assert!(subjects(&stage, ODILE.email).contains(&"Entraide village\u{a0}: les lettres repartent".to_owned()));
    let page = odile.visit("/owner").await.expect(200).text();
    assert!(page.contains("Les lettres repartent depuis") && page.contains("Liste nettoyée."), "{page}");
    stage.finish().await;
}

async fn ask(visitor: &mut Visitor, query: &str, variables: Value) -> Value {
    let answer = visitor.graphql(query, variables).await;
    assert!(answer["errors"].is_null(), "{query}: {answer}");
    answer["data"].clone()
}

#[tokio::test]
async fn e9_one_letter_more_and_the_community_is_only_warned_and_what_was_let_go_counts_no_more() {
    let stage = Stage::open().await;
    village(&stage, 1_001, Language::En).await;
    complain_all(&stage, 1..=3).await;
    assert!(subjects(&stage, OPERATOR).contains(&"Entraide village: letters reported as unwanted".to_owned()));
    let mut nora = stage.signed_in("localhost", OPERATOR).await;
    let figures = "{ letterWatches { communityId letters complaints heldSince warnedAt } }";
    let seen = ask(&mut nora, figures, json!({})).await["letterWatches"][0].clone();
    assert_eq!((&seen["letters"], &seen["complaints"], &seen["heldSince"]), (&json!(1_001), &json!(3), &Value::Null));
    assert!(seen["warnedAt"].is_string(), "{seen}");
    let let_go = "mutation($input: LetLettersGoInput!) { letLettersGo(input: $input) { letGo refusal { code } } }";
    let input = json!({ "input": { "communityId": seen["communityId"], "reason": "Seen." } });
    let nothing = ask(&mut nora, let_go, input.clone()).await;
    assert_eq!(nothing["letLettersGo"]["refusal"]["code"], "NOT_FOUND", "its letters do not wait");
    complain_all(&stage, 4..=4).await;
    assert_eq!(subjects(&stage, OPERATOR).last().unwrap(), "Entraide village: the letters wait");
    let done = ask(&mut nora, let_go, input).await;
    assert_eq!(done["letLettersGo"], json!({ "letGo": true, "refusal": null }));
    stage.advance(Duration::hours(1)).await;
    let mut odile = stage.signed_in(HOST, ODILE.email).await;
    let own = "{ letterWatch { heldSince letGoAt reason } }";
    let seen = ask(&mut odile, own, json!({})).await["letterWatch"].clone();
    assert_eq!((&seen["heldSince"], &seen["reason"]), (&Value::Null, &json!("Seen.")));
    assert!(seen["letGoAt"].is_string(), "{seen}");
    let held = count(&stage, OPERATOR, "complaints");
    complain_all(&stage, 5..=9).await;
    assert_eq!(count(&stage, OPERATOR, "complaints"), held, "those letters were sent before");
    stage.finish().await;
}

#[tokio::test]
async fn e9_a_letter_that_has_waited_for_four_days_leaves_no_more() {
    let stage = Stage::open().await;
    let village = village(&stage, 1_000, Language::Fr).await;
    complain_all(&stage, 1..=3).await;
    let before = count(&stage, GUY.email, "founder");
    cause_a_letter(&stage, village).await;
    stage.clock.advance(Duration::hours(4 * 24 + 1));
    stage.work().await;
    let operator = Caller::house(CommunityId::PLATFORM);
    membership::complaints::let_go(&stage.db, &operator, village, "Vu.").await.unwrap();
    stage.work().await;
    assert_eq!(count(&stage, GUY.email, "founder"), before, "nothing of last week's comes");
    assert_eq!(count(&stage, ODILE.email, "complaints"), 2, "held, and let go");
    stage.finish().await;
}

/// Anybody may have letters to sign in with sent to anybody, and those who get them report them.
#[tokio::test]
async fn e9_letters_that_always_leave_judge_nobody() {
    let stage = Stage::open().await;
    let village = village(&stage, 1_000, Language::Fr).await;
    let statement = "update letter set kind = 'sign_in' where recipient = any ($1)";
    let strangers: Vec<String> = (1..=9).map(|reader| format!("reader{reader}@example.test")).collect();
    sqlx::query(statement).bind(strangers).execute(&mut stage.scratch.owner().await).await.unwrap();
    complain_all(&stage, 1..=11).await;
    let before = count(&stage, GUY.email, "founder");
    cause_a_letter(&stage, village).await;
    assert_eq!(count(&stage, GUY.email, "founder"), before + 1, "nothing waits");
    complain_all(&stage, 12..=12).await;
    assert_eq!(count(&stage, ODILE.email, "complaints"), 1, "three of the community's own letters");
    stage.finish().await;
}

/// The warning before a listing's end is written as a job when the listing is.
#[tokio::test]
async fn e9_a_letter_that_was_planned_long_ago_waits_like_the_others_and_leaves() {
    let stage = Stage::open().await;
    let village = village(&stage, 0, Language::Fr).await;
    let mut odile = stage.signed_in(HOST, ODILE.email).await;
    let publish = "mutation($input: PublishListingInput!) { publishListing(input: $input) { id refusal { code } } }";
    let draft =
        json!({ "direction": "OFFER", "kind": "LOAN", "settlements": ["GIFT"], "title": "Vélo", "body": "Bleu." });
    let made = ask(&mut odile, publish, json!({ "input": { "id": Uuid::from_u128(8), "draft": draft } })).await;
    assert!(made["publishListing"]["id"].is_string(), "{made}");
    stage.advance(Duration::days(52)).await;
    sent(&stage, village, 1_000).await;
    complain_all(&stage, 1..=3).await;
    stage.advance(Duration::days(2)).await;
    assert_eq!(count(&stage, ODILE.email, "listing_expiring"), 0, "it waits");
    let operator = Caller::house(CommunityId::PLATFORM);
    membership::complaints::let_go(&stage.db, &operator, village, "Vu.").await.unwrap();
    stage.work().await;
    assert_eq!(count(&stage, ODILE.email, "listing_expiring"), 1);
    stage.close().await;
}
