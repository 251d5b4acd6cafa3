//! The team takes the mark "urgent" off a request; and an author may mark each once.

use crate::{
    ground::{Ground, member_of},
    samples::published_as,
    urgent::{asked, draft, needs, offers, problem, row, sought, wish},
};
use exchange::{
    Direction, Edit, ExchangeError, FieldProblem, ListingView, SetUrgency, TakeUrgencyOff, Urgency,
    edit::edit,
    urgency::{letter, set_urgency, take_off::take_urgency_off},
    views::listing,
};
use kernel::{Caller, ListingId, Refuse};

const WHY: &str = "Une pelouse peut attendre.";

fn off(id: ListingId) -> TakeUrgencyOff {
    TakeUrgencyOff { id, reason: WHY.to_owned() }
}

async fn seen(ground: &Ground, reader: &Caller, id: ListingId) -> ListingView {
    listing(&ground.db, reader, id).await.unwrap().unwrap()
}

#[tokio::test]
async fn the_team_takes_the_mark_off_at_once_and_its_author_alone_and_the_team_read_why() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (guy, anne) = (ground.member(community, "Guy").await, ground.member(community, "Anne").await);
    let paul = ground.steward(community, "Paul").await;
    offers(&ground, &anne, "Corbigny").await;
    let request = needs(&ground, &guy, Some(Urgency::Today)).await;
    let letters = asked(&ground, request).await;
    assert_eq!(letters.len(), 1);
    let may = async |who: &Caller| seen(&ground, who, request).await.may_take_urgency_off;
    assert_eq!([may(&guy).await, may(&anne).await, may(&paul).await], [false, false, true]);
    for _ in 0..2 {
        take_urgency_off(&ground.db, &paul, off(request)).await.unwrap();
    }
    assert_eq!(row(&ground, &anne, request).await.urgent(ground.now()), None);
    assert!(!may(&paul).await, "once");
    let why = async |who: &Caller| seen(&ground, who, request).await.urgent_reason;
    assert_eq!([why(&guy).await.as_str(), why(&paul).await.as_str(), why(&anne).await.as_str()], [WHY, WHY, ""]);
    let told: Vec<_> = ground.told(&guy).await.into_iter().filter(|kind| kind == "urgency_taken_off").collect();
    assert_eq!(told.len(), 1, "told once");
    let house = Caller::house(community);
    assert!(
        letter(&ground.db, &house, &letters[0]).await.unwrap().is_none(),
        "a letter that has not left is not written"
    );
    sought(&ground, &guy, request).await;
    assert_eq!(asked(&ground, request).await.len(), 1, "nor is anybody else asked");
    let kept =
        "select count(*) from journal where act = 'listing_urgency_taken_off' and actor_id = $1 and subject_id = $2";
    let kept: i64 = sqlx::query_scalar(kept)
        .bind(member_of(&paul).0)
        .bind(member_of(&guy).0)
        .fetch_one(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(kept, 1);
    ground.close().await;
}

#[tokio::test]
async fn a_mark_that_was_taken_off_is_used_up() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    let paul = ground.steward(community, "Paul").await;
    let one = published_as(&ground, &guy, wish(Some(Urgency::Today))).await;
    take_urgency_off(&ground.db, &paul, off(one)).await.unwrap();
    let again = set_urgency(&ground.db, &guy, SetUrgency { id: one, urgency: Some(Urgency::Today) }).await;
    assert_eq!(problem(again), FieldProblem::new("urgency", "URGENT_ONCE"));
    published_as(&ground, &guy, wish(Some(Urgency::Today))).await;
    let third = published_as(&ground, &guy, wish(None)).await;
    let third = set_urgency(&ground.db, &guy, SetUrgency { id: third, urgency: Some(Urgency::Today) }).await;
    assert_eq!(problem(third), FieldProblem::new("urgency", "URGENT_ENOUGH"), "it counts all the same");
    ground.close().await;
}

#[tokio::test]
async fn the_team_takes_off_what_is_urgent_and_says_why() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    let paul = ground.steward(community, "Paul").await;
    let calm = published_as(&ground, &guy, wish(None)).await;
    let urgent = published_as(&ground, &guy, wish(Some(Urgency::Today))).await;
    let not_urgent = take_urgency_off(&ground.db, &paul, off(calm)).await.unwrap_err();
    assert_eq!(not_urgent.refusal().code, "LISTING_NOT_URGENT");
    let blank = TakeUrgencyOff { id: urgent, reason: " \n".to_owned() };
    let blank = problem(take_urgency_off(&ground.db, &paul, blank).await);
    assert_eq!(blank, FieldProblem::new("reason", "CLOSE_REASON_MISSING"));
    let not_his = take_urgency_off(&ground.db, &guy, off(urgent)).await;
    assert!(matches!(not_his, Err(ExchangeError::Forbidden(_))));
    let absent = take_urgency_off(&ground.db, &paul, off(ListingId(ground.id()))).await;
    assert!(matches!(absent, Err(ExchangeError::NotFound)));
    let other = ground.community("b").await;
    let foreign = ground.steward(other, "Zoé").await;
    assert!(matches!(take_urgency_off(&ground.db, &foreign, off(urgent)).await, Err(ExchangeError::NotFound)));
    ground.clock.advance(chrono::Duration::hours(15));
    let over = take_urgency_off(&ground.db, &paul, off(urgent)).await.unwrap_err();
    assert_eq!(over.refusal().code, "LISTING_NOT_URGENT", "its day has passed");
    ground.close().await;
}

#[tokio::test]
async fn what_saving_would_refuse_is_not_offered() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    let request = published_as(&ground, &guy, wish(None)).await;
    assert!(seen(&ground, &guy, request).await.may_become_urgent());
    set_urgency(&ground.db, &guy, SetUrgency { id: request, urgency: Some(Urgency::Today) }).await.unwrap();
    assert!(!seen(&ground, &guy, request).await.may_become_urgent());
    edit(&ground.db, &guy, Edit { id: request, draft: draft(Direction::Offer, "Une tondeuse", "") }).await.unwrap();
    edit(&ground.db, &guy, Edit { id: request, draft: wish(None) }).await.unwrap();
    assert!(!seen(&ground, &guy, request).await.may_become_urgent(), "it was an offer in between");
    let again = set_urgency(&ground.db, &guy, SetUrgency { id: request, urgency: Some(Urgency::Today) }).await;
    assert_eq!(problem(again), FieldProblem::new("urgency", "URGENT_ONCE"));
    ground.close().await;
}
