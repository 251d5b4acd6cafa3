//! A member's daily life through the pages: a listing from its first wrong draft to the word of thanks.

use crate::village;
use kit::{Page, Stage, Visitor};
use poem::http::Method;

const COMMUNITY: &str = "village.localhost";

/// Anne offers a ladder; where its page is.
async fn ladder(anne: &mut Visitor) -> String {
    let form = anne.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let answers =
        [("title", "Une grande échelle"), ("kind", "loan"), ("body", "Quatre mètres.\n\nÀ rapporter propre.")];
    goes_to(&anne.submit(form.fill(&answers)).await)
}

fn goes_to(page: &Page) -> String {
    page.redirect().unwrap().split('#').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_draft_keeps_what_was_typed_and_a_form_sent_twice_publishes_once() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let blank = anne.visit("/listings/new?direction=offer").await.expect(200).form("/listings");
    let wrong = anne.submit(blank.fill(&[("title", "Une échelle"), ("settlements", "magic")])).await.expect(422);
    assert!(wrong.body.contains("Une échelle") && wrong.body.contains("aria-invalid"), "{}", wrong.text());
    let right = wrong.form("/listings").fill(&[("kind", "loan"), ("body", "Quatre mètres."), ("settlements", "gift")]);
    let first = goes_to(&anne.submit(right.clone()).await.expect(303));
    assert_eq!(goes_to(&anne.submit(right).await.expect(303)), first);
    assert!(anne.get(&first).await.expect(200).text().contains("Votre annonce est publiée."));
    assert!(!anne.get(&first).await.expect(200).text().contains("Votre annonce est publiée."), "said once");
    let change = anne.get(&format!("{first}/edit")).await.expect(200).form("/edit");
    let refused = anne.submit(change.fill(&[("title", "U")])).await.expect(422).form("/edit");
    let _saved = anne.submit(refused.fill(&[("title", "Une petite échelle")])).await.expect(303);
    assert!(anne.get("/listings/mine").await.expect(200).text().contains("Une petite échelle"));
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn a_listing_is_found_by_what_it_is_and_touched_by_its_author_only() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let ladder = ladder(&mut anne).await;
    for query in ["?q=echelle", "?direction=offer&kind=loan&settle=gift", ""] {
        let list = guy.get(&format!("/listings{query}")).await.expect(200);
        assert_eq!(list.links(&ladder).len(), 1, "{query}: {}", list.text());
    }
    let none = guy.get("/listings?q=tondeuse").await.expect(200);
    assert!(!none.links("title=tondeuse").is_empty(), "one may ask for what is not there");
    assert_eq!(guy.get("/").await.expect(200).links(&ladder).len(), 1, "the home page shows it");
    assert!(guy.get(&ladder).await.expect(200).text().contains("Comment vous êtes liés"));
    for path in ["edit", "close"] {
        let _not_his = guy.get(&format!("{ladder}/{path}")).await.expect(404);
    }
    assert_eq!(goes_to(&anne.get(&format!("{ladder}/answer")).await), ladder, "nobody writes to themselves");
    let _no_id = guy.get("/listings/none").await.expect(404);
    stage.work().await;
    stage.finish().await;
}

#[tokio::test]
async fn who_waits_for_an_answer_is_on_the_home_page_until_the_message_is_read() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let ladder = ladder(&mut anne).await;
    let form = guy.get(&ladder).await.expect(200).form("/answer");
    let empty = guy.submit(form.fill(&[("body", " ")])).await.expect(422).form("/answer");
    let talk = goes_to(&guy.submit(empty.fill(&[("body", "Samedi ?")])).await.expect(303));
    assert_eq!(goes_to(&guy.get(&format!("{ladder}/answer")).await), talk, "one conversation a listing");
    let home = anne.get("/").await.expect(200);
    assert!(home.text().contains("Répondre à Guy") && home.text().contains("Samedi ?"), "{}", home.text());
    let page = anne.get(&talk).await.expect(200);
    assert!(!anne.get("/").await.expect(200).text().contains("Répondre à Guy"), "read");
    let _sent = anne.submit(page.form(&talk).fill(&[("body", "Oui !\n\nÀ 10 h.")])).await.expect(303);
    let told = guy.get("/notifications").await.expect(200);
    assert!(told.text().contains("Anne Petit vous a écrit"), "{}", told.text());
    let _noted = guy.submit(told.form("/notifications/read")).await.expect(303);
    assert!(guy.get("/notifications").await.expect(200).forms().is_empty(), "nothing new is left");
    let mut claire = stage.signed_in(COMMUNITY, "claire@example.test").await;
    let _others = claire.get(&talk).await.expect(404);
    stage.close().await;
}

#[tokio::test]
async fn near_its_end_a_listing_is_renewed_and_at_its_end_somebody_is_thanked() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let ladder = ladder(&mut anne).await;
    let form = guy.get(&ladder).await.expect(200).form("/answer");
    let _sent = guy.submit(form.fill(&[("body", "Samedi ?")])).await.expect(303);
    let renews = |page: &Page| page.forms().iter().any(|form| form.action.ends_with("/renew"));
    assert!(!renews(&anne.get(&ladder).await.expect(200)), "too early to renew");
    stage.advance(chrono::Duration::days(51)).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let form = anne.get(&ladder).await.expect(200).form("/renew");
    let _renewed = anne.submit(form).await.expect(303);
    assert!(!renews(&anne.get(&ladder).await.expect(200)), "renewed already");
    let page = anne.get(&format!("{ladder}/close")).await.expect(200);
    let helpers = page.attributes("input[name=helped_by]", "value");
    let helper = helpers.iter().find(|value| !value.is_empty()).unwrap();
    let thanks = page.form("/close").fill(&[("helped_by", helper), ("thanks", "Merci Guy !")]);
    let _closed = anne.submit(thanks).await.expect(303);
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let over = guy.get(&ladder).await.expect(200);
    assert!(over.text().contains("Grâce à Guy") && over.text().contains("Merci Guy !"), "{}", over.text());
    assert!(over.forms().is_empty(), "nobody writes any more");
    assert!(guy.get("/").await.expect(200).text().contains("vous remercie"));
    stage.close().await;
}

#[tokio::test]
async fn w1_a_page_that_another_site_opens_marks_nothing_and_a_mark_that_fails_breaks_no_page() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let ladder = ladder(&mut anne).await;
    let form = guy.get(&ladder).await.expect(200).form("/answer");
    let talk = goes_to(&guy.submit(form.fill(&[("body", "Samedi ?")])).await.expect(303));
    for site in ["cross-site", "same-site"] {
        for path in [&talk, &ladder] {
            let _opened = anne.send(Method::GET, path, &[("sec-fetch-site", site)], None).await.expect(200);
        }
        assert!(anne.get("/").await.expect(200).text().contains("Répondre à Guy"), "{site}");
    }
    let _ahead = anne.send(Method::GET, &talk, &[("sec-purpose", "prefetch")], None).await.expect(200);
    assert!(
        anne.get("/").await.expect(200).text().contains("Répondre à Guy"),
        "a browser that looks ahead has read nothing"
    );
    let marks = "select count(*) from listing_seen s join member m on m.id = s.member_id where m.name = 'Anne Petit'";
    let seen: i64 = sqlx::query_scalar(marks).fetch_one(&mut stage.scratch.owner().await).await.unwrap();
    assert_eq!(seen, 0, "another site looked, not Anne");
    behind_the_scenes(&stage, "revoke insert, update on listing_seen, conversation_member from maillon_app").await;
    for path in [&talk, &ladder] {
        let _shown = anne.get(path).await.expect(200);
    }
    behind_the_scenes(&stage, "grant insert, update on listing_seen, conversation_member to maillon_app").await;
    // A letter read in a web mail, and its link clicked.
    let click = [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-user", "?1"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
    ];
    let _read = anne.send(Method::GET, &talk, &click, None).await.expect(200);
    assert!(!anne.get("/").await.expect(200).text().contains("Répondre à Guy"), "her own wish counts");
    stage.close().await;
}

async fn behind_the_scenes(stage: &Stage, statement: &'static str) {
    sqlx::query(statement).execute(&mut stage.scratch.owner().await).await.unwrap();
}

#[tokio::test]
async fn a_letter_seven_days_and_one_day_before_its_end_leads_to_one_button_that_keeps_a_listing() {
    let stage = Stage::open().await;
    village(&stage).await;
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let ladder = ladder(&mut anne).await;
    let ends = |stage: &Stage| {
        let letters = stage.letters_to("anne@example.test");
        letters.iter().filter(|letter| letter.subject.contains("se termine")).count()
    };
    stage.work().await;
    assert!(goes_to(&anne.get(&format!("{ladder}/renew")).await).ends_with(&ladder), "there is time yet");
    stage.advance(chrono::Duration::days(53)).await;
    assert_eq!(ends(&stage), 1, "seven days before");
    stage.advance(chrono::Duration::days(6)).await;
    assert_eq!(ends(&stage), 2, "one day before");
    let way = stage.link_to("anne@example.test", "/renew");
    let way = way[way.find("/listings/").unwrap()..].to_owned();
    assert_eq!(way, format!("{ladder}/renew"));
    let stranger = stage.visitor(COMMUNITY).get(&way).await;
    assert!(stranger.redirect().is_some_and(|there| there.starts_with("/sign-in")), "{}", stranger.status);
    let mut guy = stage.signed_in(COMMUNITY, "guy@example.test").await;
    let _not_his = guy.get(&way).await.expect(404);
    let mut anne = stage.signed_in(COMMUNITY, "anne@example.test").await;
    let page = anne.get(&way).await.expect(200);
    assert_eq!(page.links("/close").len(), 1, "or it is done: {}", page.text());
    let done = anne.submit(page.form("/renew")).await.expect(303);
    assert!(anne.follow(done).await.expect(200).text().contains("reste visible plus longtemps"));
    stage.advance(chrono::Duration::days(2)).await;
    assert!(anne.get("/listings").await.expect(200).text().contains("Une grande échelle"), "its first end has passed");
    assert_eq!(ends(&stage), 2);
    stage.close().await;
}
