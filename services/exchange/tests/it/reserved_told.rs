//! What is promised to somebody is told to nobody, and once it is released like anything new.

use crate::{
    ground::{Ground, member_of},
    reserved::{releases, reserves},
    samples::{first, published, published_as},
    searches::{compared, keeps, news_of, words},
    urgent::{asked, draft, needs, offers, row, sought, wish},
};
use chrono::Duration;
use exchange::{
    Direction, ExchangeError, HelpLetter, News, SetUrgency, SuggestHelper, Urgency, WatchRequest,
    digest::{FreshListing, fresh_for},
    find_matches::{read_meanings, seek, tell},
    saved_search::find,
    suggest_helper::{self, suggest_helper},
    unanswered::call_team,
    urgency::{letter, set_urgency},
    views::{matches::matches, unanswered::unanswered},
};
use kernel::{Caller, ListingId, Timestamp};

/// What the caller reads of that goes with theirs.
async fn goes_with(ground: &Ground, who: &Caller) -> Vec<ListingId> {
    let found = matches(&ground.db, who, None, &first(20)).await.unwrap();
    found.items.iter().map(|one| one.theirs.id).collect()
}

/// What a digest tells them.
async fn digest(ground: &Ground, who: &Caller, since: Timestamp) -> Vec<FreshListing> {
    let mut tx = ground.db.begin(who).await.unwrap();
    fresh_for(&mut tx, member_of(who), since, ground.now(), 20).await.unwrap()
}

#[tokio::test]
async fn what_is_promised_is_not_matched_and_what_is_released_is_matched_with_what_came_meanwhile() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let offer = offers(&ground, &bruno, "Corbigny").await;
    reserves(&ground, &bruno, offer).await.unwrap();
    let request = needs(&ground, &odile, None).await;
    sought(&ground, &bruno, offer).await;
    assert_eq!((goes_with(&ground, &odile).await, goes_with(&ground, &bruno).await), (vec![], vec![]));
    assert_eq!((ground.told(&odile).await.len(), ground.told(&bruno).await.len()), (0, 0));
    let before = ground.jobs("find_matches").await.len();
    releases(&ground, &bruno, offer).await.unwrap();
    assert_eq!(ground.jobs("find_matches").await.len(), before + 1, "it is looked for anew");
    sought(&ground, &bruno, offer).await;
    assert_eq!((goes_with(&ground, &odile).await, goes_with(&ground, &bruno).await), (vec![offer], vec![request]));
    assert_eq!((ground.told(&odile).await.len(), ground.told(&bruno).await.len()), (1, 1));
    ground.close().await;
}

#[tokio::test]
async fn a_match_is_not_shown_while_either_side_is_promised_and_nobody_is_told_of_it_twice() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let offer = offers(&ground, &bruno, "Corbigny").await;
    let request = needs(&ground, &odile, None).await;
    for (author, promised) in [(&odile, request), (&bruno, offer)] {
        assert_eq!((goes_with(&ground, &odile).await, goes_with(&ground, &bruno).await), (vec![offer], vec![request]));
        reserves(&ground, author, promised).await.unwrap();
        assert_eq!((goes_with(&ground, &odile).await, goes_with(&ground, &bruno).await), (vec![], vec![]));
        releases(&ground, author, promised).await.unwrap();
        sought(&ground, author, promised).await;
    }
    assert_eq!((ground.told(&odile).await.len(), ground.told(&bruno).await.len()), (1, 1));
    ground.close().await;
}

#[tokio::test]
async fn what_is_promised_while_it_is_looked_for_is_told_to_nobody() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let house = Caller::house(community);
    offers(&ground, &bruno, "Corbigny").await;
    let request = published_as(&ground, &odile, wish(None)).await;
    while read_meanings(&ground.db, &house).await.unwrap() {}
    let sought = seek(&ground.db, &house, request).await.unwrap().unwrap();
    reserves(&ground, &odile, request).await.unwrap();
    assert_eq!(tell(&ground.db, &house, &sought, &[]).await.unwrap(), 0);
    assert!(ground.told(&odile).await.is_empty() && ground.told(&bruno).await.is_empty());
    ground.close().await;
}

#[tokio::test]
async fn no_search_tells_of_what_is_promised_before_it_is_released() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let house = Caller::house(community);
    keeps(&ground, &odile, words("vélo"), News::Daily).await;
    let bike = published(&ground, &bruno, "Vélo d’enfant").await;
    let found = find::finders(&ground.db, &house, bike).await.unwrap();
    assert_eq!(found.len(), 1);
    reserves(&ground, &bruno, bike).await.unwrap();
    assert_eq!(find::tell(&ground.db, &house, bike, &found).await.unwrap(), 0, "promised meanwhile");
    assert_eq!(find::finders(&ground.db, &house, bike).await.unwrap(), []);
    assert!(ground.told(&odile).await.is_empty());
    let before = ground.jobs("compare_searches").await.len();
    releases(&ground, &bruno, bike).await.unwrap();
    assert_eq!(ground.jobs("compare_searches").await.len(), before + 1);
    assert_eq!(compared(&ground, &bruno, bike).await, 1);
    // Promised when the letter of the day is written: it comes in the next that is, once it is released.
    reserves(&ground, &bruno, bike).await.unwrap();
    assert!(news_of(&ground, &odile, News::Daily).await.is_none());
    releases(&ground, &bruno, bike).await.unwrap();
    assert_eq!(compared(&ground, &bruno, bike).await, 0, "it was found before");
    let told = news_of(&ground, &odile, News::Daily).await.unwrap();
    assert_eq!(told.found.iter().map(|one| one.listing).collect::<Vec<_>>(), [bike]);
    ground.close().await;
}

#[tokio::test]
async fn a_digest_says_nothing_of_what_is_promised_nor_that_something_goes_with_it() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let offer = offers(&ground, &bruno, "Corbigny").await;
    let since = ground.now();
    ground.clock.advance(Duration::minutes(1));
    let request = needs(&ground, &odile, None).await;
    let line = async || {
        let lines = digest(&ground, &bruno, since).await;
        lines.into_iter().map(|line| (line.id, line.goes_with)).collect::<Vec<_>>()
    };
    assert_eq!(line().await, [(request, Some("Tondeuse à prêter".to_owned()))]);
    reserves(&ground, &bruno, offer).await.unwrap();
    assert_eq!(line().await, [(request, None)], "what he promised goes with nothing");
    reserves(&ground, &odile, request).await.unwrap();
    assert_eq!(line().await, []);
    releases(&ground, &odile, request).await.unwrap();
    assert_eq!(line().await, [(request, None)]);
    ground.close().await;
}

#[tokio::test]
async fn a_promised_request_is_not_unanswered_and_a_promised_offer_helps_nobody() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (paul, house) = (ground.steward(community, "Paul").await, Caller::house(community));
    let offer = offers(&ground, &bruno, "Corbigny").await;
    let request = needs(&ground, &odile, None).await;
    ground.clock.advance(Duration::hours(48));
    let helpers = async || {
        let desk = unanswered(&ground.db, &paul, &first(20)).await.unwrap().items;
        desk.into_iter().map(|one| one.helpers.len()).collect::<Vec<_>>()
    };
    let thought_of = SuggestHelper { request, helper: member_of(&bruno) };
    let suggested = async || suggest_helper(&ground.db, &paul, thought_of).await;
    let job = HelpLetter { member: member_of(&bruno), request };
    let written = async || suggest_helper::letter(&ground.db, &house, &job).await.unwrap().is_some();
    assert_eq!(helpers().await, [1]);
    reserves(&ground, &bruno, offer).await.unwrap();
    assert_eq!(helpers().await, [0], "it waits, and he has promised his");
    assert!(matches!(suggested().await, Err(ExchangeError::NotFound)) && !written().await);
    releases(&ground, &bruno, offer).await.unwrap();
    suggested().await.unwrap();
    assert!(written().await);
    reserves(&ground, &odile, request).await.unwrap();
    assert_eq!(helpers().await, [0_usize; 0], "somebody has promised to help");
    assert!(matches!(suggested().await, Err(ExchangeError::NotFound)) && !written().await);
    assert!(!call_team(&ground.db, &house, &WatchRequest { listing: request }).await.unwrap());
    // The job that would have told the team has come to nothing.
    let gone = "delete from job where kind = 'watch_request'";
    sqlx::query(gone).execute(&mut ground.scratch.owner().await).await.unwrap();
    releases(&ground, &odile, request).await.unwrap();
    assert_eq!(helpers().await, [1]);
    let watched: Vec<_> = ground.jobs("watch_request").await.iter().map(|(at, _)| *at - ground.now()).collect();
    assert_eq!(watched, [Duration::hours(48)], "the team is told if nobody answers now");
    assert!(call_team(&ground.db, &house, &WatchRequest { listing: request }).await.unwrap());
    ground.close().await;
}

#[tokio::test]
async fn nobody_is_asked_by_letter_because_of_an_urgent_request_that_is_promised() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (guy, anne) = (ground.member(community, "Guy").await, ground.member(community, "Anne").await);
    let (paul, house) = (ground.member(community, "Paul").await, Caller::house(community));
    offers(&ground, &anne, "Corbigny").await;
    let request = published_as(&ground, &guy, wish(Some(Urgency::Tomorrow))).await;
    reserves(&ground, &guy, request).await.unwrap();
    sought(&ground, &guy, request).await;
    assert_eq!(asked(&ground, request).await, []);
    assert_eq!(row(&ground, &anne, request).await.urgent(ground.now()), None, "nor is it shown as urgent");
    releases(&ground, &guy, request).await.unwrap();
    assert!(row(&ground, &anne, request).await.urgent(ground.now()).is_some());
    sought(&ground, &guy, request).await;
    let letters = asked(&ground, request).await;
    assert_eq!(letters.iter().map(|job| job.member).collect::<Vec<_>>(), [member_of(&anne)]);
    // A letter that has not left is not written, and nobody is looked for in her place while it is promised.
    reserves(&ground, &guy, request).await.unwrap();
    let before = ground.jobs("find_matches").await.len();
    assert!(letter(&ground.db, &house, &letters[0]).await.unwrap().is_none());
    assert_eq!(ground.jobs("find_matches").await.len(), before);
    releases(&ground, &guy, request).await.unwrap();
    offers(&ground, &paul, "Corbigny").await;
    sought(&ground, &guy, request).await;
    let letters = asked(&ground, request).await;
    let later: Vec<_> = letters.iter().map(|job| job.member).filter(|member| *member != member_of(&anne)).collect();
    assert_eq!(later, [member_of(&paul)], "her place is his");
    ground.close().await;
}

#[tokio::test]
async fn what_is_promised_does_not_become_urgent() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    let calm = published_as(&ground, &guy, draft(Direction::Request, "Une échelle", "")).await;
    reserves(&ground, &guy, calm).await.unwrap();
    let today = SetUrgency { id: calm, urgency: Some(Urgency::Today) };
    assert!(matches!(set_urgency(&ground.db, &guy, today).await, Err(ExchangeError::Reserved)));
    let view = exchange::views::listing(&ground.db, &guy, calm).await.unwrap().unwrap();
    assert!(!view.may_become_urgent(), "nor is it offered");
    releases(&ground, &guy, calm).await.unwrap();
    set_urgency(&ground.db, &guy, today).await.unwrap();
    ground.close().await;
}
