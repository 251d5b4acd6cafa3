//! Every other letter the house sends, caused by its own use cases.

use crate::ground::{Ground, address};
use chrono::Duration;
use exchange::{Direction, Draft, Kind, Publish, Settlement, publish::publish, renew};
use kernel::{Caller, CommunityId, InvitationId, Language, ListingId, MemberId, SponsorshipId};
use sponsorship::{Apply, AskSponsor, Decline, Give, Invite, Relation, apply, ask_sponsor, decline, give, invite};

/// Eve waits at the door.
async fn eve(ground: &Ground, community: CommunityId) -> Caller {
    let account = ground.signs_in(community, &address("Eve")).await;
    let cmd = Apply {
        id: MemberId(ground.id()),
        name: "Eve".to_owned(),
        about: "Infirmière,\r\nje jardine.".to_owned(),
        town: "Corbigny".to_owned(),
        charter_accepted: true,
        via: None,
    };
    apply(&ground.db, &account, cmd).await.unwrap();
    ground.caller(community, "Eve").await
}

async fn asks(ground: &Ground, eve: &Caller, whom: &str) -> SponsorshipId {
    let id = SponsorshipId(ground.id());
    let cmd =
        AskSponsor {
            id, email: address(whom).parse().unwrap(), note: "Nous avons monté la fête ensemble.".to_owned()
        };
    ask_sponsor(&ground.db, eve, cmd).await.unwrap();
    id
}

fn yes(sponsorship: SponsorshipId) -> Give {
    Give {
        sponsorship,
        relation: Relation::Neighbour,
        sentence: "Une voisine de toujours.".to_owned(),
        met_in_person: true,
    }
}

#[tokio::test]
async fn founders_are_welcomed_in_the_look_of_their_community() {
    let ground = Ground::open().await;
    ground.community("nievre", "confiance", Some(1), &["Ada"]).await;
    ground.drain().await;
    let letter = ground.letter_to(&address("Ada")).await;
    assert!(
        letter.subject.contains("Entraide nievre") && letter.text().contains("Foyers ruraux, 3 rue des Tanneurs"),
        "{}",
        letter.text()
    );
    assert!(letter.text().contains("http://nievre.localhost:8080/"), "{}", letter.text());
    assert!(letter.header("From").unwrap().ends_with("<nievre@letters.example.test>"));
    ground.lint_all();
    ground.close().await;
}

#[tokio::test]
async fn the_way_in_by_two_sponsors_is_told_by_letters() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "confiance", Some(2), &["Ada", "Bruno", "Chloe"]).await;
    ground.drain().await;
    let eve = eve(&ground, community).await;
    let (by_ada, by_bruno, by_chloe) =
        (asks(&ground, &eve, "Ada").await, asks(&ground, &eve, "Bruno").await, asks(&ground, &eve, "Chloe").await);
    ground.sink.clear();
    ground.drain().await;
    let asked = ground.letter_to(&address("Ada")).await;
    assert!(asked.subject.starts_with("Eve") && asked.text().contains("monté la fête"), "{}", asked.text());
    assert!(asked.text().contains(&format!("/requests/{by_ada}")), "{}", asked.text());
    ground.lint_all();
    give(&ground.db, &ground.caller(community, "Ada").await, yes(by_ada)).await.unwrap();
    decline(&ground.db, &ground.caller(community, "Chloe").await, Decline { sponsorship: by_chloe }).await.unwrap();
    ground.sink.clear();
    ground.drain().await;
    let told: Vec<String> =
        ground.letters_to(&address("Eve")).iter().map(|letter| letter.header("X-Maillon-Letter").unwrap()).collect();
    assert_eq!(told, ["sponsorship_given"], "a no is told when its time is over, like silence");
    for letter in ground.letters_to(&address("Eve")) {
        assert!(!letter.text().contains("Chloe"), "declining is private: {}", letter.text());
    }
    ground.lint_all();
    ground.sink.clear();
    give(&ground.db, &ground.caller(community, "Bruno").await, yes(by_bruno)).await.unwrap();
    ground.drain().await;
    let enough = ground.letter_to(&address("Eve")).await;
    assert!(enough.text().contains("les parrainages qu’il faut"), "{}", enough.text());
    // The preset's cooling time: the decision is taken again by itself.
    ground.advance(Duration::hours(49)).await;
    let welcome = ground
        .letters_to(&address("Eve"))
        .into_iter()
        .find(|l| l.header("X-Maillon-Letter").unwrap() == "welcome")
        .unwrap();
    assert!(welcome.text().contains("Ada") && welcome.text().contains("Bruno"), "{}", welcome.text());
    let admitted = ground.letter_to(&address("Ada")).await;
    assert_eq!(admitted.header("X-Maillon-Letter").unwrap(), "newcomer_admitted");
    ground.lint_all();
    assert_eq!(ground.noted().await.iter().filter(|line| !line.ends_with("sent")).count(), 0);
    ground.close().await;
}

#[tokio::test]
async fn a_request_that_finds_no_answer_is_recalled_and_then_ends() {
    let ground = Ground::open().await;
    let community = ground.quiet_community("nievre", &["Ada"]).await;
    let eve = eve(&ground, community).await;
    asks(&ground, &eve, "Ada").await;
    ground.drain().await;
    ground.sink.clear();
    for _ in 0..40 {
        ground.advance(Duration::days(1)).await;
    }
    let kinds = |name: &str| -> Vec<String> {
        ground.letters_to(&address(name)).iter().map(|letter| letter.header("X-Maillon-Letter").unwrap()).collect()
    };
    assert!(kinds("Ada").contains(&"sponsorship_reminder".to_owned()) && kinds("Ada").len() <= 2, "{:?}", kinds("Ada"));
    assert_eq!(kinds("Eve"), ["application", "sponsorship_declined"], "not to wait for this one alone; then its end");
    ground.lint_all();
    ground.close().await;
}

#[tokio::test]
async fn a_no_and_silence_are_told_by_the_same_letter_at_the_same_moment() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "confiance", Some(2), &["Ada", "Bruno", "Chloe"]).await;
    ground.drain().await;
    let eve = eve(&ground, community).await;
    let (no, _silence) = (asks(&ground, &eve, "Ada").await, asks(&ground, &eve, "nobody").await);
    ground.drain().await;
    decline(&ground.db, &ground.caller(community, "Ada").await, Decline { sponsorship: no }).await.unwrap();
    ground.sink.clear();
    ground.advance(Duration::days(14) - Duration::seconds(1)).await;
    let meanwhile = ground.letters_to(&address("Eve"));
    assert_eq!(meanwhile.len(), 2, "after ten days: ask somebody else, for the one as for the other");
    assert_eq!((&meanwhile[0].subject, meanwhile[0].text()), (&meanwhile[1].subject, meanwhile[1].text()));
    ground.sink.clear();
    ground.advance(Duration::seconds(1)).await;
    let letters = ground.letters_to(&address("Eve"));
    assert_eq!(letters.len(), 2);
    assert_eq!((&letters[0].subject, letters[0].text()), (&letters[1].subject, letters[1].text()));
    ground.lint_all();
    ground.close().await;
}

#[tokio::test]
async fn an_answered_request_is_not_recalled() {
    let ground = Ground::open().await;
    let community = ground.quiet_community("nievre", &["Ada"]).await;
    let eve = eve(&ground, community).await;
    let asked = asks(&ground, &eve, "Ada").await;
    ground.drain().await;
    decline(&ground.db, &ground.caller(community, "Ada").await, Decline { sponsorship: asked }).await.unwrap();
    ground.sink.clear();
    for _ in 0..30 {
        ground.advance(Duration::days(1)).await;
    }
    assert_eq!(ground.letters_to(&address("Ada")).len(), 0);
    ground.close().await;
}

#[tokio::test]
async fn an_invitation_is_written_in_the_language_the_inviter_chose() {
    let ground = Ground::open().await;
    let community = ground.quiet_community("nievre", &["Ada"]).await;
    let cmd = Invite {
        id: InvitationId(ground.id()),
        email: "zoe@example.test".parse().unwrap(),
        relation: Relation::Friend,
        sentence: "Somebody to count on.".to_owned(),
        language: Language::En,
    };
    invite(&ground.db, &ground.caller(community, "Ada").await, cmd).await.unwrap();
    ground.drain().await;
    let letter = ground.letter_to("zoe@example.test").await;
    assert!(
        letter.subject.starts_with("Ada invites you") && letter.text().contains("Somebody to count on"),
        "{}",
        letter.text()
    );
    ground.lint_all();
    ground.close().await;
}

#[tokio::test]
async fn stewards_are_told_who_waits_for_them() {
    let ground = Ground::open().await;
    let community = ground.community("nievre", "departement", None, &["Ada"]).await;
    ground.drain().await;
    eve(&ground, community).await;
    ground.sink.clear();
    ground.drain().await;
    let letter = ground.letter_to("odile.nievre@example.test").await;
    assert_eq!(letter.header("X-Maillon-Letter").unwrap(), "someone_applied");
    assert!(letter.text().contains("Infirmière, je jardine."), "{}", letter.text());
    assert_eq!(ground.letters_to(&address("Ada")).len(), 0, "members are not asked where stewards admit");
    ground.lint_all();
    ground.close().await;
}

#[tokio::test]
async fn an_author_is_warned_seven_days_and_one_day_before_the_end_unless_they_renewed() {
    let ground = Ground::open().await;
    let community = ground.quiet_community("nievre", &["Ada"]).await;
    let ada = ground.caller(community, "Ada").await;
    let publishes = |title: &str| {
        let id = ListingId(ground.id());
        let draft = Draft {
            direction: Some(Direction::Offer),
            kind: Some(Kind::Good),
            settlements: vec![Settlement::Gift],
            title: title.to_owned(),
            body: "Une trentaine.".to_owned(),
            category: String::new(),
            town: String::new(),
            ..Draft::default()
        };
        (id, Publish { id, draft })
    };
    let (_, tomatoes) = publishes("Plants de tomates");
    let (ladder, cmd) = publishes("Une échelle");
    publish(&ground.db, &ada, tomatoes).await.unwrap();
    publish(&ground.db, &ada, cmd).await.unwrap();
    ground.advance(Duration::days(53) + Duration::hours(1)).await;
    assert_eq!(ground.letters_to(&address("Ada")).len(), 2);
    renew::renew(&ground.db, &ada, exchange::Renew { id: ladder }).await.unwrap();
    ground.advance(Duration::days(6)).await;
    ground.advance(Duration::days(1)).await;
    let subjects: Vec<String> =
        ground.letters_to(&address("Ada")).iter().map(|letter| letter.subject.clone()).collect();
    assert_eq!(subjects.iter().filter(|s| s.contains("tomates")).count(), 2, "{subjects:?}");
    assert_eq!(subjects.iter().filter(|s| s.contains("échelle")).count(), 1, "{subjects:?}");
    let state: String = sqlx::query_scalar("select state from listing where title = 'Plants de tomates'")
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(state, "expired");
    ground.lint_all();
    ground.close().await;
}
