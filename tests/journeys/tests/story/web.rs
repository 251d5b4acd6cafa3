//! The whole story through the pages, without script.

use crate::{FOUNDERS, THOMAS, village};
use chrono::Duration;
use kit::{Stage, Visitor};

const COMMUNITY: &str = "village.localhost";

#[tokio::test]
async fn an_owner_launches_a_community_in_five_steps_and_its_founders_are_welcomed() {
    let stage = Stage::open().await;
    let mut owner = stage.visitor("localhost");
    let _page = owner.sign_in(&stage, "helene@example.test").await.expect(200);
    let first = owner.visit("/launch").await.expect(200);
    let organisation = [
        ("organisation", "Foyer rural"),
        ("postal_address", "3 rue des Tanneurs, 58800 Corbigny"),
        ("contact_email", "bonjour@foyer.example.test"),
        ("go", "next"),
    ];
    let model = owner.submit(first.form("/launch").fill(&organisation)).await.expect(200);
    let brand = owner.submit(model.form("/launch").fill(&[("preset", "confiance"), ("go", "next")])).await.expect(200);
    let wrong = owner
        .submit(brand.form("/launch").fill(&[("name", "Entraide du Morvan"), ("slug", "www"), ("go", "next")]))
        .await
        .expect(422);
    assert!(wrong.body.contains("Entraide du Morvan"), "what was typed is kept");
    let entry = owner.submit(wrong.form("/launch").fill(&[("slug", "morvan"), ("go", "next")])).await.expect(200);
    let people = owner.submit(entry.form("/launch").fill(&[("go", "next")])).await.expect(200);
    let named = [
        ("owner_name", "Hélène Garnier"),
        ("founders", "Anne Petit anne@example.test\nGuy Morel <guy@example.test>"),
        ("go", "next"),
    ];
    let done = owner.submit(people.form("/launch").fill(&named)).await.expect(303);
    let done = owner.follow(done).await.expect(200);
    assert!(done.body.contains("morvan.localhost"), "{}", done.text());
    stage.work().await;
    for founder in ["helene@example.test", "anne@example.test", "guy@example.test"] {
        assert!(stage.letter_to(founder).text().contains("Entraide du Morvan"), "{founder} is welcomed");
    }
    let mut visitor = stage.visitor("morvan.localhost");
    let welcome = visitor.visit("/").await.expect(200);
    assert!(welcome.text().contains("Entraide du Morvan"));
    stage.finish().await;
}

#[tokio::test]
async fn the_third_sponsor_opens_the_door() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut thomas = apply(&stage).await;
    for sponsor in ["anne@example.test", "guy@example.test", "claire@example.test"] {
        let room = thomas.visit("/waiting").await.expect(200);
        let asked =
            room.form("/waiting/ask").fill(&[("email", sponsor), ("note", "Nous avons réparé le four à pain.")]);
        let _page = thomas.submit(asked).await.expect(303);
    }
    stage.work().await;
    vouch(&stage, "anne@example.test").await;
    vouch(&stage, "guy@example.test").await;
    let room = thomas.visit("/waiting").await.expect(200);
    assert!(room.text().contains('2'), "{}", room.text());
    assert_eq!(thomas.get("/listings").await.redirect(), Some("/waiting"), "two are not enough");
    vouch(&stage, "claire@example.test").await;
    // The community keeps a cooling time of 48 hours since the first word.
    stage.advance(Duration::hours(49)).await;
    let home = thomas.visit("/").await.expect(200);
    assert!(home.link("/listings/new?direction=request").contains("request"), "{}", home.text());
    assert!(stage.letter_to(THOMAS).text().contains("Thomas"), "a letter of welcome");
    assert!(stage.letters_to("anne@example.test").len() >= 2, "the sponsors are told");
    stage.finish().await;
}

#[tokio::test]
async fn one_asks_another_answers_in_private_and_the_letter_waits_five_minutes() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    stage.work().await;
    stage.sink.clear();
    let blank = anne.visit("/listings/new?direction=request").await.expect(200);
    let empty =
        anne.submit(blank.form("/listings").fill(&[("title", ""), ("body", "Avant la pluie.")])).await.expect(422);
    assert!(empty.body.contains("Avant la pluie."), "what was typed is kept");
    let ask = [
        ("title", "Deux bras pour rentrer du bois"),
        ("kind", "service"),
        ("settlements", "gift"),
        ("town", "Corbigny"),
    ];
    let published = anne.submit(empty.form("/listings").fill(&ask)).await.expect(303);
    let mine = anne.follow(published).await.expect(200);
    assert!(mine.text().contains("Deux bras pour rentrer du bois"));

    let list = guy.visit("/listings?q=bois").await.expect(200);
    let page = guy.visit(&list.link(&mine.path)).await.expect(200);
    let sent = guy.submit(page.form("/answer").fill(&[("body", "J’arrive avec ma brouette.")])).await.expect(303);
    let talk = guy.follow(sent).await.expect(200);
    assert!(talk.text().contains("J’arrive avec ma brouette."));
    stage.advance(Duration::minutes(4)).await;
    assert!(stage.letters_to("anne@example.test").is_empty(), "not before five minutes");
    stage.advance(Duration::minutes(2)).await;
    let letter = stage.letter_to("anne@example.test");
    assert!(!letter.text().contains("brouette"), "no private text in a letter: {}", letter.text());
    let inbox = anne.visit("/messages").await.expect(200);
    let talk = anne.visit(&inbox.link("/messages/")).await.expect(200);
    assert!(talk.text().contains("J’arrive avec ma brouette."));
    let answer = talk.form("/messages/").fill(&[("body", "Merci, à tout de suite.")]);
    let _page = anne.submit(answer.clone()).await.expect(303);
    let _page = anne.submit(answer).await.expect(303);
    let talk = guy.visit(&talk.path).await.expect(200);
    assert_eq!(
        talk.texts(".msg__text").iter().filter(|said| said.contains("Merci, à tout de suite.")).count(),
        1,
        "a form sent twice says it once"
    );
    // Guy has read it: no letter.
    stage.sink.clear();
    stage.advance(Duration::minutes(6)).await;
    assert!(stage.letters_to("guy@example.test").is_empty(), "none if read");

    let close = anne.visit(&format!("{}/close", mine.path)).await.expect(200);
    let helper =
        close.attributes("input[name=helped_by]", "value").into_iter().find(|value| value.len() == 36).unwrap();
    let _page =
        anne.submit(close.form("/close").fill(&[("helped_by", &helper), ("thanks", "Merci Guy !")])).await.expect(303);
    assert!(guy.visit(&mine.path).await.expect(200).text().contains("Merci Guy"));
    stage.finish().await;
}

#[tokio::test]
async fn the_same_pages_speak_english() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut visitor = stage.visitor(COMMUNITY).speaking("en");
    let welcome = visitor.visit("/").await.expect(200);
    assert_eq!(welcome.attributes("html", "lang"), ["en"]);
    assert!(welcome.text().contains("Sign in"), "{}", welcome.text());
    stage.close().await;
}

pub(crate) async fn apply(stage: &Stage) -> Visitor {
    let mut thomas = stage.visitor(COMMUNITY);
    thomas.sign_in(stage, THOMAS).await;
    let page = thomas.visit("/join").await.expect(200);
    let unread =
        page.form("/join").fill(&[("name", "Thomas Lambert"), ("about", "Je répare des vélos."), ("town", "Corbigny")]);
    let refused = thomas.submit(unread).await.expect(422);
    assert!(refused.body.contains("Je répare des vélos."), "the charter is not accepted, and nothing is lost");
    let _page = thomas.submit(refused.form("/join").fill(&[("charter_accepted", "yes")])).await.expect(303);
    thomas
}

/// A founder follows the letter to the request and vouches.
async fn vouch(stage: &Stage, email: &str) {
    assert!(FOUNDERS.iter().any(|founder| founder.email == email));
    let path = stage.link_to(email, "/requests/");
    let mut sponsor = stage.signed_in(COMMUNITY, email).await;
    let path =
        path.split_once(':').and_then(|(_, rest)| rest.find("/requests/").map(|at| rest[at..].to_owned())).unwrap();
    let request = sponsor.visit(&path).await.expect(200);
    assert!(request.text().contains("Thomas Lambert"));
    let words = [("relation", "neighbour"), ("sentence", "Mon voisin de palier, je le connais bien."), ("met", "yes")];
    let _page = sponsor.submit(request.form("/give").fill(&words)).await.expect(303);
    stage.work().await;
}
