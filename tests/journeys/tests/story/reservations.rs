//! A doubt is confided, answered and decided; and whose it is stands nowhere its applicant looks.

use crate::going::ask;
use crate::{FOUNDERS, THOMAS, village};
use chrono::Duration;
use kernel::{Caller, CommunityId, MemberId, Role};
use kit::{Stage, Visitor};
use membership::role::{GiveRole, give_role};
use serde_json::{Value, json};
use sponsorship::{Apply, AskSponsor, Give, Relation};
use uuid::Uuid;

const HOST: &str = "village.localhost";
/// Whose doubts these are: one who does not vouch.
const AUTHOR: &str = "bruno@example.test";
/// What would give them away; their first name stands as an example on a page of everybody's.
const CANARIES: [&str; 2] = ["Faure", "bruno@"];

/// Thomas, for whom three founders vouch; the owner and Anne decide.
async fn about_to_come_in(stage: &Stage) -> CommunityId {
    let id = village(stage).await;
    let anne = stage.caller(id, FOUNDERS[1].email).await.me().unwrap().member;
    give_role(&stage.db, &Caller::house(id), GiveRole { member: anne, role: Role::Steward }).await.unwrap();
    let visitor = stage.caller(id, THOMAS).await;
    let apply = Apply {
        id: MemberId(Uuid::from_u128(0x7)),
        name: "Thomas Lambert".to_owned(),
        about: "J’habite Corbigny depuis peu.".to_owned(),
        town: "Corbigny".to_owned(),
        charter_accepted: true,
        via: None,
    };
    sponsorship::apply(&stage.db, &visitor, apply).await.unwrap();
    let thomas = stage.caller(id, THOMAS).await;
    for (n, sponsor) in (0x70..).zip(&FOUNDERS[0..3]) {
        let sponsorship = Uuid::from_u128(n).into();
        let request = AskSponsor { id: sponsorship, email: sponsor.email.parse().unwrap(), note: String::new() };
        sponsorship::ask_sponsor(&stage.db, &thomas, request).await.unwrap();
        stage.work().await;
        let word = Give {
            sponsorship,
            relation: Relation::Neighbour,
            sentence: "Toujours là quand il faut.".to_owned(),
            met_in_person: true,
        };
        let sponsor = stage.caller(id, sponsor.email).await;
        sponsorship::give(&stage.db, &sponsor, word).await.unwrap();
    }
    stage.work().await;
    id
}

/// Nothing that Thomas can read, be sent or have copied names whoever confided.
async fn names_nobody(stage: &Stage, thomas: &mut Visitor, pages: &[&str]) {
    let mut read = Vec::new();
    for page in pages {
        read.push(((*page).to_owned(), thomas.get(page).await.expect(200).body));
    }
    let query = "{ viewer { name } reservationsAboutMe { id category confidedOn answer } notifications { nodes { sentence kind actor { name } } } }";
    read.push(("graphql".to_owned(), thomas.graphql(query, Value::Null).await.to_string()));
    for letter in stage.letters_to(THOMAS) {
        read.push((letter.subject.clone(), format!("{} {} {}", letter.subject, letter.text(), letter.html())));
    }
    let _asked = thomas.post("/me/data/copy", &[]).await;
    stage.work().await;
    let mut fresh = stage.signed_in(HOST, THOMAS).await;
    stage.work().await;
    let copy = fresh.get("/me/data/copy").await.expect(200).body;
    assert!(copy.contains("reservation") && copy.contains("exchange"), "the copy holds what the applicant may know");
    assert!(!copy.contains("remorque"), "and not what was confided: {copy}");
    read.push(("copy".to_owned(), copy));
    for (place, text) in read {
        for canary in CANARIES {
            assert!(!text.contains(canary), "{place} names {canary}: {text}");
        }
    }
}

#[tokio::test]
async fn a_doubt_is_confided_answered_and_set_aside_and_its_author_is_named_to_stewards_alone_by_web() {
    let stage = Stage::open().await;
    about_to_come_in(&stage).await;
    let mut author = stage.signed_in(HOST, AUTHOR).await;
    let way = author.get("/members").await.expect(200).link("/newcomers");
    let list = author.get(&way).await.expect(200);
    assert_eq!(list.texts("h2.t-h3"), ["Thomas Lambert"]);
    let form = author.get(&list.link("/reservation")).await.expect(200).form("/reservation");
    let wrong = author.submit(form.clone().fill(&[("category", "other"), ("words", "")])).await;
    assert_eq!(wrong.status.as_u16(), 422, "something else needs words");
    let fill = [("category", "exchange"), ("words", "Une remorque jamais rendue.")];
    let done = author.submit(form.fill(&fill)).await.expect(303);
    let list = author.follow(done).await.expect(200);
    assert_eq!(list.forms().iter().filter(|form| form.action.ends_with("/withdraw")).count(), 1);
    stage.work().await;

    // Thomas hears of what kind it is, and answers.
    let letter = stage.letter_to(THOMAS);
    assert!(letter.subject.contains("Une réserve à votre sujet"), "{}", letter.subject);
    assert!(letter.links().iter().any(|link| link.ends_with("/waiting")), "{:?}", letter.links());
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let room = thomas.get("/waiting").await.expect(200);
    assert!(room.text().contains("Un échange qui s’est mal passé") && !room.text().contains("remorque"));
    let answer = room.form("/answer").fill(&[("words", "Je l’ai rendue à son voisin.")]);
    let _sent = thomas.submit(answer).await.expect(303);
    stage.advance(Duration::hours(49)).await;
    assert!(thomas.get("/waiting").await.expect(200).text().contains("Je l’ai rendue"), "the cooling time is over");
    names_nobody(&stage, &mut thomas, &["/waiting", "/notifications", "/me", "/me/standing", "/me/data"]).await;

    // Two stewards read whose it is and what both say, and set it aside.
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let desk = owner.get("/steward/reservations").await.expect(200);
    let text = desk.text();
    assert!(text.contains("Bruno Faure, sa seule réserve") && text.contains("Une remorque jamais rendue."), "{text}");
    assert!(text.contains("Je l’ai rendue à son voisin."), "{text}");
    let _first = owner.submit(desk.form("/decide").fill(&[("reason", "Le voisin confirme.")])).await.expect(303);
    assert_eq!(thomas.get("/listings").await.redirect(), Some("/waiting"), "one voice is not two");
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let desk = anne.get("/steward/reservations").await.expect(200);
    assert!(desk.text().contains("Le voisin confirme."), "{}", desk.text());
    let _second = anne.submit(desk.form("/decide").fill(&[("reason", "Oui.")])).await.expect(303);
    stage.work().await;
    let _inside = thomas.get("/listings").await.expect(200);
    names_nobody(&stage, &mut thomas, &["/notifications", "/me", "/me/standing"]).await;
    stage.finish().await;
}

#[tokio::test]
async fn a_doubt_is_confided_answered_and_upheld_and_its_author_is_named_to_stewards_alone_through_graphql() {
    let stage = Stage::open().await;
    about_to_come_in(&stage).await;
    let mut author = stage.signed_in(HOST, AUTHOR).await;
    let coming = ask(&mut author, "{ arriving { memberId name town ownReservationId } }", json!({})).await;
    let who = &coming["arriving"][0];
    assert_eq!((&who["name"], &who["ownReservationId"]), (&json!("Thomas Lambert"), &Value::Null), "{coming}");
    let query = "mutation($input: ConfideReservationInput!) { confideReservation(input: $input) { reservationId refusal { code } } }";
    let input = json!({ "id": Uuid::from_u128(9), "memberId": who["memberId"], "category": "EXCHANGE", "words": "Une remorque jamais rendue." });
    let id = ask(&mut author, query, json!({ "input": input })).await["confideReservation"]["reservationId"].clone();
    stage.work().await;
    let mut thomas = stage.signed_in(HOST, THOMAS).await;
    let about = ask(&mut thomas, "{ reservationsAboutMe { id category answer } }", json!({})).await;
    assert_eq!(about["reservationsAboutMe"], json!([{ "id": id, "category": "EXCHANGE", "answer": "" }]));
    let query =
        "mutation($input: AnswerReservationInput!) { answerReservation(input: $input) { answered refusal { code } } }";
    ask(&mut thomas, query, json!({ "input": { "reservationId": id, "words": "Je l’ai rendue." } })).await;

    let open = "{ openReservations { id words answer withinAYear mayDecide confidedBy { name } applicant { name } voices { isUpheld reason steward { name } } } }";
    let mut owner = stage.signed_in(HOST, FOUNDERS[0].email).await;
    let seen = ask(&mut owner, open, json!({})).await["openReservations"][0].clone();
    assert_eq!((&seen["confidedBy"]["name"], &seen["withinAYear"]), (&json!("Bruno Faure"), &json!(1)), "{seen}");
    let query =
        "mutation($input: DecideReservationInput!) { decideReservation(input: $input) { decided refusal { code } } }";
    let voice = json!({ "input": { "reservationId": id, "isUpheld": true, "reason": "Il a reconnu." } });
    assert_eq!(ask(&mut owner, query, voice.clone()).await["decideReservation"]["decided"], false);
    let mut anne = stage.signed_in(HOST, FOUNDERS[1].email).await;
    let seen = ask(&mut anne, open, json!({})).await["openReservations"][0].clone();
    assert_eq!(seen["voices"][0]["steward"]["name"], FOUNDERS[0].name, "{seen}");
    assert_eq!(ask(&mut anne, query, voice).await["decideReservation"]["decided"], true);
    stage.work().await;
    names_nobody(&stage, &mut thomas, &["/me/standing"]).await;
    assert_eq!(thomas.get("/listings").await.status.as_u16(), 403, "refused is not in");
    stage.finish().await;
}
