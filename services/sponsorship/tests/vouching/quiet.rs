//! Nobody is flooded with requests, and asking tells nothing of whom one asked.

use crate::ground::Ground;
use chrono::Duration;
use kernel::{Caller, Language, PageRequest, SponsorshipId, Who};
use sponsorship::{
    AskSponsor, AskViaLink, AskedState, CancelRequest, Decline, Route, SponsorshipError, limits, personal_link, waiting,
};

async fn ask(ground: &Ground, eve: &Caller, address: &str) -> Result<SponsorshipId, SponsorshipError> {
    let id = SponsorshipId(ground.fresh());
    let cmd = AskSponsor { id, email: address.parse().unwrap(), note: String::new() };
    sponsorship::ask_sponsor(&ground.db, eve, cmd).await?;
    sponsorship::deliver(&ground.db, &ground.house(), id).await.unwrap();
    Ok(id)
}

async fn ask_by_link(ground: &Ground, eve: &Caller, owner: &Caller) -> Result<SponsorshipId, SponsorshipError> {
    let id = SponsorshipId(ground.fresh());
    let token = personal_link(&ground.db, owner).await.unwrap();
    sponsorship::ask_via_link(&ground.db, eve, AskViaLink { id, token, note: String::new() }).await?;
    sponsorship::deliver(&ground.db, &ground.house(), id).await.unwrap();
    Ok(id)
}

async fn take_back(ground: &Ground, eve: &Caller, sponsorship: SponsorshipId) {
    sponsorship::cancel_request(&ground.db, eve, CancelRequest { sponsorship }).await.unwrap();
}

/// What waits for a member's answer.
async fn before(ground: &Ground, owner: &Caller) -> usize {
    sponsorship::asked_of_me(&ground.db, owner, PageRequest::new(50, None)).await.unwrap().items.len()
}

/// What an applicant sees of their requests, without the addresses they typed.
async fn seen(ground: &Ground, eve: &Caller) -> Vec<(String, AskedState, Route)> {
    let room = waiting(&ground.db, eve).await.unwrap();
    let name = |who: String| if who.contains('@') { "an address".to_owned() } else { who };
    room.asked.into_iter().map(|asked| (name(asked.who), asked.state, asked.route)).collect()
}

#[tokio::test]
async fn twenty_requests_can_be_made_in_a_day_whatever_became_of_them() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    for n in 0..limits::ASKED_A_DAY {
        let id = ask(&ground, &eve, &format!("nobody{n}@example.test")).await.unwrap();
        take_back(&ground, &eve, id).await;
    }
    let refused = ask(&ground, &eve, "one.more@example.test").await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::AskedTooOften), "{refused}");
    let refused = ask_by_link(&ground, &eve, &ground.founders[1]).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::AskedTooOften), "{refused}");
    ground.clock.advance(Duration::days(1));
    ask(&ground, &eve, "one.more@example.test").await.unwrap();
    ground.clear().await;
}

#[tokio::test]
async fn asking_and_taking_back_by_any_way_reaches_a_member_once_a_week() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let owner = &ground.founders[2];
    let by_link = ask_by_link(&ground, &eve, owner).await.unwrap();
    assert_eq!(before(&ground, owner).await, 1);
    take_back(&ground, &eve, by_link).await;
    let refused = ask_by_link(&ground, &eve, owner).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::AskedLately), "{refused}");
    for address in ["founder2@example.test", "nobody@example.test"] {
        let by_address = ask(&ground, &eve, address).await.unwrap();
        assert_eq!(before(&ground, owner).await, 0, "{address}");
        take_back(&ground, &eve, by_address).await;
        let refused = ask(&ground, &eve, address).await.unwrap_err();
        assert!(matches!(refused, SponsorshipError::AskedLately), "{address}: {refused}");
    }
    ground.clock.advance(limits::ASKED_AGAIN_AFTER);
    ask_by_link(&ground, &eve, owner).await.unwrap();
    assert_eq!(before(&ground, owner).await, 1);
    ground.clear().await;
}

#[tokio::test]
async fn leaving_and_applying_again_calls_the_stewards_once_a_day() {
    let ground = Ground::with("departement", &[]).await;
    let account = ground.account("eve@example.test").await;
    let letters = "select count(*) from job where kind = 'applicant_arrived'";
    let told = "select count(*) from notification where kind = 'applicant_arrived'";
    for (day, round) in [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1)] {
        let visitor = Caller::new(ground.community, Who::Account(account), Language::Fr);
        sponsorship::apply(&ground.db, &visitor, ground.application(None)).await.unwrap();
        assert_eq!(ground.count(letters).await, i64::from(round == 0), "one steward, day {day}, round {round}");
        assert_eq!(ground.count(told).await, day, "round {round}");
        let eve = ground.by_email("eve@example.test").await;
        membership::leave::leave(&ground.db, &eve).await.unwrap();
        sqlx::query("delete from job").execute(&mut ground.scratch.owner().await).await.unwrap();
        ground.clock.advance(Duration::hours(if round == 2 { 24 } else { 1 }));
    }
    ground.clear().await;
}

#[tokio::test]
async fn a1_a_link_does_not_tell_whose_address_was_typed_before() {
    let ground = Ground::open().await;
    let owner = &ground.founders[1];
    let mut rooms = Vec::new();
    for (name, address) in [("eve", "founder1@example.test"), ("bob", "nobody@example.test")] {
        let applicant = ground.applicant(name).await;
        ask(&ground, &applicant, address).await.unwrap();
        let by_link = ask_by_link(&ground, &applicant, owner).await.unwrap();
        let first = seen(&ground, &applicant).await;
        let again = ask_by_link(&ground, &applicant, owner).await.unwrap_err();
        take_back(&ground, &applicant, by_link).await;
        let lately = ask_by_link(&ground, &applicant, owner).await.unwrap_err();
        rooms.push((first, again.to_string(), lately.to_string(), seen(&ground, &applicant).await));
    }
    assert_eq!(rooms[0], rooms[1]);
    assert_eq!(rooms[0].0.len(), 2);
    assert_eq!(before(&ground, owner).await, 1, "eve's, once; bob took his back");
    ground.clear().await;
}

#[tokio::test]
async fn a_word_given_takes_the_place_of_what_was_withheld() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let typed = ask(&ground, &eve, "founder1@example.test").await.unwrap();
    ask_by_link(&ground, &eve, &ground.founders[1]).await.unwrap();
    ground.give(&ground.founders[1], typed).await.unwrap();
    assert_eq!(seen(&ground, &eve).await, [("Founder 1".to_owned(), AskedState::Given, Route::Address)]);
    let refused = ask_by_link(&ground, &eve, &ground.founders[1]).await.unwrap_err();
    assert!(matches!(refused, SponsorshipError::AlreadyAsked), "{refused}");
    ground.clear().await;
}

/// Everything an applicant can see and try after asking, with a member who said no and with nobody at all.
#[tokio::test]
async fn a1_until_its_time_is_over_a_no_cannot_be_told_from_silence() {
    let ground = Ground::open().await;
    let mut stories = Vec::new();
    for (name, address) in [("eve", "founder1@example.test"), ("bob", "nobody@example.test")] {
        let applicant = ground.applicant(name).await;
        let (first, second) =
            (ask(&ground, &applicant, address).await.unwrap(), ask(&ground, &applicant, "other@example.test").await);
        if name == "eve" {
            sponsorship::decline(&ground.db, &ground.founders[1], Decline { sponsorship: first }).await.unwrap();
        }
        let mut story = vec![format!("{:?}", seen(&ground, &applicant).await)];
        story.push(ask(&ground, &applicant, address).await.unwrap_err().to_string());
        for n in 0..8 {
            ask(&ground, &applicant, &format!("more{n}@example.test")).await.unwrap();
        }
        story.push(ask(&ground, &applicant, "eleventh@example.test").await.unwrap_err().to_string());
        story.push(format!("{:?}", waiting(&ground.db, &applicant).await.unwrap().open));
        for _ in 0..2 {
            take_back(&ground, &applicant, first).await;
        }
        story.push(format!("{:?}", seen(&ground, &applicant).await));
        take_back(&ground, &applicant, second.unwrap()).await;
        stories.push(story);
    }
    assert_eq!(stories[0], stories[1]);
    let told = "select count(*) from notification where kind like 'sponsorship_declined'";
    assert_eq!(ground.count(told).await, 0);
    assert_eq!(ground.count("select count(*) from job where kind = 'sponsorship_declined'").await, 0);
    // Taken back unknowingly after the no: the no holds, and whoever said it is left in peace.
    ground.clock.advance(Duration::days(30));
    let eve = ground.by_email("eve@example.test").await;
    ask(&ground, &eve, "founder1@example.test").await.unwrap();
    ask_by_link(&ground, &eve, &ground.founders[1]).await.unwrap();
    assert_eq!(before(&ground, &ground.founders[1]).await, 0);
    ground.clear().await;
}

#[tokio::test]
async fn a_no_is_told_when_its_time_is_over_and_not_after_the_request_was_taken_back() {
    let ground = Ground::open().await;
    let eve = ground.applicant("eve").await;
    let (kept, dropped) = (
        ask(&ground, &eve, "founder1@example.test").await.unwrap(),
        ask(&ground, &eve, "founder2@example.test").await.unwrap(),
    );
    for (founder, sponsorship) in [(1, kept), (2, dropped)] {
        sponsorship::decline(&ground.db, &ground.founders[founder], Decline { sponsorship }).await.unwrap();
    }
    take_back(&ground, &eve, dropped).await;
    let expire = async |id| sponsorship::expire(&ground.db, &ground.house(), id).await.unwrap();
    ground.clock.advance(Duration::days(14) - Duration::seconds(1));
    assert!(!expire(kept).await);
    ground.clock.advance(Duration::seconds(1));
    assert_eq!((expire(kept).await, expire(kept).await, expire(dropped).await), (true, false, false));
    assert_eq!(ground.count("select count(*) from job where kind = 'sponsorship_declined'").await, 1);
    assert_eq!(seen(&ground, &eve).await, [("an address".to_owned(), AskedState::NotThisTime, Route::Address)]);
    ground.clear().await;
}
