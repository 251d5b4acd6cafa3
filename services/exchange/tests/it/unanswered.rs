use crate::{
    ground::{Ground, member_of},
    samples::first,
};
use chrono::Duration;
use exchange::{
    Direction, Draft, ExchangeError, HelpLetter, Kind, Publish, Settlement, SuggestHelper, WatchRequest,
    find_matches::{read_meanings, seek, tell},
    publish::publish,
    suggest_helper::{letter, suggest_helper},
    unanswered::call_team,
    views::unanswered::{unanswered, usual_wait, waiting},
};
use kernel::{Caller, ListingId};

async fn listed(ground: &Ground, author: &Caller, direction: Direction, title: &str) -> ListingId {
    let draft = Draft {
        direction: Some(direction),
        kind: Some(Kind::Service),
        settlements: vec![Settlement::Gift],
        title: title.to_owned(),
        body: "À convenir.".to_owned(),
        ..Draft::default()
    };
    let id = ListingId(ground.id());
    publish(&ground.db, author, Publish { id, draft }).await.unwrap();
    id
}

/// Somebody writes about a listing, behind the house's back: conversations are another noun's.
pub async fn answered(ground: &Ground, request: ListingId, author: &Caller, starter: &Caller) {
    sqlx::query(
        "insert into conversation (community_id, id, listing_id, author_id, starter_id, created_at, last_message_at)
         values ($1, $2, $3, $4, $5, $6, $6)",
    )
    .bind(author.community.0)
    .bind(ground.id())
    .bind(request.0)
    .bind(member_of(author).0)
    .bind(member_of(starter).0)
    .bind(ground.now())
    .execute(&mut ground.scratch.owner().await)
    .await
    .unwrap();
}

#[tokio::test]
async fn a_request_that_nobody_answers_reaches_the_team_with_who_may_help() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (carla, paul) = (ground.member(community, "Carla").await, ground.steward(community, "Paul").await);
    let offer = listed(&ground, &bruno, Direction::Offer, "Taille de haies").await;
    listed(&ground, &carla, Direction::Offer, "Garde de chats").await;
    let request = listed(&ground, &odile, Direction::Request, "Tailler ma haie").await;
    let soon = listed(&ground, &odile, Direction::Request, "Fuite sous l’évier").await;
    let house = Caller::house(community);
    while read_meanings(&ground.db, &house).await.unwrap() {}
    let sought = seek(&ground.db, &house, request).await.unwrap().unwrap();
    tell(&ground.db, &house, &sought, &[]).await.unwrap();
    let watched = ground.jobs("watch_request").await;
    assert_eq!(watched.iter().map(|(at, _)| *at - ground.now()).collect::<Vec<_>>(), [Duration::hours(48); 2]);
    let page = first(20);
    assert_eq!(unanswered(&ground.db, &paul, &page).await.unwrap().items.len(), 0, "not two days yet");
    ground.clock.advance(Duration::hours(48));
    answered(&ground, soon, &odile, &carla).await;
    assert!(call_team(&ground.db, &house, &WatchRequest { listing: request }).await.unwrap());
    assert!(call_team(&ground.db, &house, &WatchRequest { listing: request }).await.unwrap(), "harmless to repeat");
    assert!(!call_team(&ground.db, &house, &WatchRequest { listing: soon }).await.unwrap(), "answered in time");
    assert!(!call_team(&ground.db, &house, &WatchRequest { listing: offer }).await.unwrap(), "offers may wait");
    assert_eq!(ground.told(&paul).await, ["request_unanswered"]);
    let desk = unanswered(&ground.db, &paul, &page).await.unwrap().items;
    assert_eq!(desk.iter().map(|one| one.request.id).collect::<Vec<_>>(), [request]);
    let helpers: Vec<_> = desk[0].helpers.iter().map(|one| (one.member.name.as_str(), one.offer)).collect();
    assert_eq!(helpers, [("Bruno", offer)]);
    let usual = waiting(&ground.db, &paul).await.unwrap().first_answer;
    assert_eq!(usual, Some(Duration::hours(48)), "of the one that was answered");
    ground.close().await;
}

#[tokio::test]
async fn the_team_asks_only_who_offers_what_is_needed_and_once() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (carla, paul) = (ground.member(community, "Carla").await, ground.steward(community, "Paul").await);
    listed(&ground, &bruno, Direction::Offer, "Taille de haies").await;
    let request = listed(&ground, &odile, Direction::Request, "Tailler ma haie").await;
    let house = Caller::house(community);
    while read_meanings(&ground.db, &house).await.unwrap() {}
    let sought = seek(&ground.db, &house, request).await.unwrap().unwrap();
    tell(&ground.db, &house, &sought, &[]).await.unwrap();
    let ask = |helper: &Caller| SuggestHelper { request, helper: member_of(helper) };
    // What is told at one moment has no order.
    ground.clock.advance(chrono::Duration::minutes(1));
    suggest_helper(&ground.db, &paul, ask(&bruno)).await.unwrap();
    let job = HelpLetter { member: member_of(&bruno), request };
    let letters: Vec<_> = ground.jobs("help_letter").await.into_iter().map(|(_, payload)| payload).collect();
    assert_eq!(letters, [serde_json::to_value(job).unwrap()]);
    sqlx::query("delete from job where kind = 'help_letter'").execute(&mut ground.scratch.owner().await).await.unwrap();
    suggest_helper(&ground.db, &paul, ask(&bruno)).await.unwrap();
    assert_eq!(ground.jobs("help_letter").await.len(), 0, "one letter, once");
    assert_eq!(ground.told(&bruno).await, ["match_found", "help_suggested"]);
    let facts = letter(&ground.db, &house, &job).await.unwrap().unwrap();
    assert_eq!((facts.title.as_str(), facts.goes_with.as_str()), ("Tailler ma haie", "Taille de haies"));
    assert_eq!((facts.to.member, facts.author_name.as_str()), (job.member, "Odile"));
    let wrong = suggest_helper(&ground.db, &paul, ask(&carla)).await;
    assert!(matches!(wrong, Err(ExchangeError::NotFound)), "she offers nothing of the kind");
    let not_theirs = suggest_helper(&ground.db, &odile, ask(&bruno)).await;
    assert!(matches!(not_theirs, Err(ExchangeError::Forbidden(_))));
    answered(&ground, request, &odile, &carla).await;
    assert!(matches!(suggest_helper(&ground.db, &paul, ask(&bruno)).await, Err(ExchangeError::NotFound)), "answered");
    assert!(letter(&ground.db, &house, &job).await.unwrap().is_none(), "nor does a letter ask what is answered");
    assert!(unanswered(&ground.db, &odile, &first(20)).await.is_err(), "the team alone");
    ground.close().await;
}

#[tokio::test]
async fn whoever_is_about_to_ask_reads_how_long_people_wait_once_five_were_answered() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    for hours in [1, 2, 30, 40] {
        let request = listed(&ground, &odile, Direction::Request, "Tailler ma haie").await;
        ground.clock.advance(Duration::hours(hours));
        answered(&ground, request, &odile, &bruno).await;
    }
    listed(&ground, &odile, Direction::Request, "Fuite sous l’évier").await;
    assert_eq!(usual_wait(&ground.db, &bruno).await.unwrap().first_answer, None, "four say nothing yet");
    let request = listed(&ground, &odile, Direction::Request, "Tailler ma haie").await;
    ground.clock.advance(Duration::hours(3));
    answered(&ground, request, &odile, &bruno).await;
    assert_eq!(usual_wait(&ground.db, &bruno).await.unwrap().first_answer, Some(Duration::hours(3)), "the middle one");
    ground.clock.advance(Duration::days(90));
    assert_eq!(usual_wait(&ground.db, &bruno).await.unwrap().first_answer, None, "of the last ninety days");
    ground.close().await;
}

#[tokio::test]
async fn the_letter_in_which_the_team_asks_obeys_its_reader_s_wishes() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    listed(&ground, &bruno, Direction::Offer, "Taille de haies").await;
    let request = listed(&ground, &odile, Direction::Request, "Tailler ma haie").await;
    let house = Caller::house(community);
    while read_meanings(&ground.db, &house).await.unwrap() {}
    let sought = seek(&ground.db, &house, request).await.unwrap().unwrap();
    tell(&ground.db, &house, &sought, &[]).await.unwrap();
    suggest_helper(&ground.db, &paul, SuggestHelper { request, helper: member_of(&bruno) }).await.unwrap();
    let job = HelpLetter { member: member_of(&bruno), request };
    let wishes = async |wanted: bool| {
        let wish = sqlx::query("update member set listing_letters = $2 where id = $1").bind(job.member.0).bind(wanted);
        wish.execute(&mut ground.scratch.owner().await).await.unwrap();
        letter(&ground.db, &house, &job).await.unwrap().is_some()
    };
    assert_eq!([wishes(true).await, wishes(false).await], [true, false]);
    let nobody = HelpLetter { member: member_of(&odile), request };
    assert!(letter(&ground.db, &house, &nobody).await.unwrap().is_none(), "she offers nothing of the kind");
    ground.close().await;
}
