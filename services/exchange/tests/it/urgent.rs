//! Urgent requests: who is asked by letter, how often, and until when.

use crate::{
    ground::{Ground, member_of},
    samples::{first, published_as},
};
use chrono::Duration;
use exchange::{
    Audience, Direction, Draft, Edit, ExchangeError, FieldProblem, Kind, ListingRow, Publish, SetUrgency, Settlement,
    Urgency, UrgentLetter,
    digest::fresh_for,
    edit::edit,
    find_matches::{read_meanings, seek, tell},
    publish::publish,
    urgency::{letter, set_urgency},
    views::{listing, unanswered::unanswered},
};
use kernel::{Caller, ListingId, Timestamp};

pub fn draft(direction: Direction, title: &str, town: &str) -> Draft {
    Draft {
        direction: Some(direction),
        kind: Some(Kind::Loan),
        settlements: vec![Settlement::Gift],
        title: title.to_owned(),
        body: "Un jour ou l’autre, à voir ensemble.".to_owned(),
        town: town.to_owned(),
        ..Draft::default()
    }
}

pub async fn offers(ground: &Ground, author: &Caller, town: &str) -> ListingId {
    published_as(ground, author, draft(Direction::Offer, "Tondeuse à prêter", town)).await
}

pub fn wish(urgency: Option<Urgency>) -> Draft {
    Draft { urgency, ..draft(Direction::Request, "Cherche tondeuse", "Corbigny") }
}

/// A request, and what the job does that looks for what goes with it.
pub async fn needs(ground: &Ground, author: &Caller, urgency: Option<Urgency>) -> ListingId {
    let id = published_as(ground, author, wish(urgency)).await;
    sought(ground, author, id).await;
    id
}

pub async fn sought(ground: &Ground, caller: &Caller, id: ListingId) {
    let house = Caller::house(caller.community);
    while read_meanings(&ground.db, &house).await.unwrap() {}
    if let Some(sought) = seek(&ground.db, &house, id).await.unwrap() {
        tell(&ground.db, &house, &sought, &[]).await.unwrap();
    }
}

/// Whom letters ask for help with this request.
pub async fn asked(ground: &Ground, request: ListingId) -> Vec<UrgentLetter> {
    let jobs = ground.jobs("urgent_letter").await.into_iter();
    let jobs = jobs.map(|(_, payload)| serde_json::from_value::<UrgentLetter>(payload).unwrap());
    jobs.filter(|job| job.request == request).collect()
}

pub async fn row(ground: &Ground, reader: &Caller, id: ListingId) -> ListingRow {
    listing(&ground.db, reader, id).await.unwrap().unwrap().row
}

pub fn problem(refused: Result<(), ExchangeError>) -> FieldProblem {
    *refused.unwrap_err().problems().first().unwrap()
}

#[tokio::test]
async fn an_urgent_request_has_those_asked_who_match_and_are_near_and_no_other_has_anybody_asked() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (guy, near) = (ground.member(community, "Guy").await, ground.member(community, "Near").await);
    let (far, other) = (ground.member(community, "Far").await, ground.member(community, "Other").await);
    let offer = offers(&ground, &near, "Corbigny").await;
    offers(&ground, &far, "Lyon").await;
    published_as(&ground, &other, draft(Direction::Offer, "Leçons de piano", "Corbigny")).await;
    let calm = needs(&ground, &guy, None).await;
    assert_eq!(asked(&ground, calm).await, [], "it can wait");
    let urgent = needs(&ground, &guy, Some(Urgency::Today)).await;
    let letters = asked(&ground, urgent).await;
    assert_eq!(letters, [UrgentLetter { member: member_of(&near), offer, request: urgent }]);
    assert!(ground.told(&far).await.contains(&"match_found".to_owned()), "who is far is told in the application");
    let facts = letter(&ground.db, &Caller::house(community), &letters[0]).await.unwrap().unwrap();
    assert_eq!((facts.title.as_str(), facts.author_name.as_str()), ("Cherche tondeuse", "Guy"));
    assert_eq!(facts.goes_with, "Tondeuse à prêter");
    assert_eq!(facts.until, "2026-03-03T23:00:00Z".parse::<Timestamp>().unwrap(), "midnight in Paris");
    // Looked for again, because it says something else: nobody is asked twice.
    sought(&ground, &guy, urgent).await;
    assert_eq!(asked(&ground, urgent).await.len(), 1);
    ground.close().await;
}

#[tokio::test]
async fn nobody_is_asked_again_within_seven_days_whoever_asks() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (guy, lise) = (ground.member(community, "Guy").await, ground.member(community, "Lise").await);
    let (anne, paul) = (ground.member(community, "Anne").await, ground.member(community, "Paul").await);
    offers(&ground, &anne, "Corbigny").await;
    let first_one = needs(&ground, &guy, Some(Urgency::Today)).await;
    assert_eq!(asked(&ground, first_one).await.len(), 1);
    ground.clock.advance(Duration::days(6));
    offers(&ground, &paul, "Corbigny").await;
    let second = needs(&ground, &lise, Some(Urgency::Today)).await;
    let whom: Vec<_> = asked(&ground, second).await.iter().map(|job| job.member).collect();
    assert_eq!(whom, [member_of(&paul)], "Anne was asked six days ago");
    ground.clock.advance(Duration::days(1) + Duration::minutes(1));
    let third = needs(&ground, &lise, Some(Urgency::Today)).await;
    let whom: Vec<_> = asked(&ground, third).await.iter().map(|job| job.member).collect();
    assert_eq!(whom, [member_of(&anne)], "and Paul a day ago");
    ground.close().await;
}

#[tokio::test]
async fn two_requests_are_urgent_within_seven_days_each_once_whatever_became_of_them() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    let set = |id, urgency| {
        let (db, guy) = (&ground.db, &guy);
        async move { set_urgency(db, guy, SetUrgency { id, urgency }).await }
    };
    let one = published_as(&ground, &guy, wish(Some(Urgency::Today))).await;
    let calm = published_as(&ground, &guy, wish(None)).await;
    set(calm, Some(Urgency::ThreeDays)).await.unwrap();
    set(calm, Some(Urgency::ThreeDays)).await.unwrap();
    assert_eq!(row(&ground, &guy, calm).await.urgent(ground.now()), Some("2026-03-06T23:00:00Z".parse().unwrap()));
    // Taken back, it is used up.
    set(calm, None).await.unwrap();
    assert_eq!(row(&ground, &guy, calm).await.urgent(ground.now()), None);
    let only_once = FieldProblem::new("urgency", "URGENT_ONCE");
    assert_eq!(problem(set(calm, Some(Urgency::Today)).await), only_once);
    // Neither by editing it, nor by making it an offer in between.
    edit(&ground.db, &guy, Edit { id: one, draft: wish(Some(Urgency::ThreeDays)) }).await.unwrap();
    assert_eq!(row(&ground, &guy, one).await.urgent_until, Some("2026-03-03T23:00:00Z".parse().unwrap()));
    edit(&ground.db, &guy, Edit { id: one, draft: draft(Direction::Offer, "Une tondeuse", "") }).await.unwrap();
    assert_eq!(row(&ground, &guy, one).await.urgent(ground.now()), None, "an offer is not urgent");
    edit(&ground.db, &guy, Edit { id: one, draft: wish(None) }).await.unwrap();
    assert_eq!(problem(set(one, Some(Urgency::Today)).await), only_once);
    // A third is refused, published or marked, and nothing of it is there.
    let enough = FieldProblem::new("urgency", "URGENT_ENOUGH");
    let id = ListingId(ground.id());
    let third = Publish { id, draft: wish(Some(Urgency::Today)) };
    assert_eq!(problem(publish(&ground.db, &guy, third.clone()).await.map(|_| ())), enough);
    assert_eq!(listing(&ground.db, &guy, id).await.unwrap(), None);
    let later = published_as(&ground, &guy, wish(None)).await;
    assert_eq!(problem(set(later, Some(Urgency::Today)).await), enough);
    ground.clock.advance(Duration::days(7) + Duration::seconds(1));
    publish(&ground.db, &guy, third).await.unwrap();
    let offer = Publish {
        id: ListingId(ground.id()),
        draft: Draft { urgency: Some(Urgency::Today), ..draft(Direction::Offer, "Une tondeuse", "") },
    };
    let only = FieldProblem::new("urgency", "URGENT_REQUEST_ONLY");
    assert_eq!(problem(publish(&ground.db, &guy, offer).await.map(|_| ())), only);
    let paul = ground.member(community, "Paul").await;
    let not_his = set_urgency(&ground.db, &paul, SetUrgency { id: later, urgency: Some(Urgency::Today) }).await;
    assert!(matches!(not_his, Err(ExchangeError::NotFound)));
    ground.close().await;
}

#[tokio::test]
async fn what_was_marked_later_asks_those_who_were_told_of_it_before() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (guy, anne) = (ground.member(community, "Guy").await, ground.member(community, "Anne").await);
    offers(&ground, &anne, "Corbigny").await;
    let request = needs(&ground, &guy, None).await;
    assert_eq!((asked(&ground, request).await.len(), ground.told(&anne).await.len()), (0, 1));
    set_urgency(&ground.db, &guy, SetUrgency { id: request, urgency: Some(Urgency::Tomorrow) }).await.unwrap();
    sought(&ground, &guy, request).await;
    assert_eq!((asked(&ground, request).await.len(), ground.told(&anne).await.len()), (1, 1), "asked; not told twice");
    ground.close().await;
}

#[tokio::test]
async fn who_is_asked_by_letter_reads_of_it_in_no_digest_and_who_was_not_asked_after_all_does() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let house = Caller::house(community);
    let guy = ground.member(community, "Guy").await;
    let names = ["Anne", "Late", "Stopped", "Writes"];
    let mut people = Vec::new();
    for name in names {
        people.push(ground.member(community, name).await);
        offers(&ground, people.last().unwrap(), "Corbigny").await;
    }
    let since = ground.now();
    ground.clock.advance(Duration::minutes(1));
    let request = needs(&ground, &guy, Some(Urgency::Today)).await;
    let letters = asked(&ground, request).await;
    assert_eq!(letters.len(), names.len());
    let of = |who: &Caller| *letters.iter().find(|job| job.member == member_of(who)).unwrap();
    let written = async |who: &Caller| letter(&ground.db, &house, &of(who)).await.unwrap().is_some();
    let in_digest = async |who: &Caller| {
        let mut tx = ground.db.begin(who).await.unwrap();
        let fresh = fresh_for(&mut tx, member_of(who), since, ground.now(), 20).await.unwrap();
        fresh.iter().any(|one| one.id == request)
    };
    assert!(written(&people[0]).await && !in_digest(&people[0]).await);
    sqlx::query("update member set urgent_letters = false where id = $1")
        .bind(member_of(&people[2]).0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert!(!written(&people[2]).await && in_digest(&people[2]).await, "they stopped such letters meanwhile");
    crate::unanswered::answered(&ground, request, &guy, &people[3]).await;
    assert!(!written(&people[3]).await, "they have written");
    ground.clock.advance(Duration::hours(15));
    assert!(!written(&people[1]).await && in_digest(&people[1]).await, "midnight has passed");
    assert_eq!(row(&ground, &guy, request).await.urgent(ground.now()), None, "it stopped by itself");
    ground.close().await;
}

#[tokio::test]
async fn an_urgent_request_asks_only_those_for_whom_it_is_and_who_want_such_letters() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (guy, anne) = (ground.member(community, "Guy").await, ground.member(community, "Anne").await);
    let (paul, stopped) = (ground.steward(community, "Paul").await, ground.member(community, "Stopped").await);
    for one in [&anne, &paul, &stopped] {
        offers(&ground, one, "Corbigny").await;
    }
    sqlx::query("update member set urgent_letters = false where id = $1")
        .bind(member_of(&stopped).0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let quiet = Draft { audience: Audience::Stewards, ..wish(Some(Urgency::Today)) };
    let quiet = published_as(&ground, &guy, quiet).await;
    sought(&ground, &guy, quiet).await;
    let whom: Vec<_> = asked(&ground, quiet).await.iter().map(|job| job.member).collect();
    assert_eq!(whom, [member_of(&paul)], "it is for the team");
    let open = needs(&ground, &guy, Some(Urgency::Today)).await;
    let whom: Vec<_> = asked(&ground, open).await.iter().map(|job| job.member).collect();
    assert_eq!(whom, [member_of(&anne)], "Paul has been asked, and one wants no such letters");
    ground.close().await;
}

#[tokio::test]
async fn an_urgent_request_stands_in_the_teams_queue_at_once_and_only_while_it_is_urgent() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (guy, paul) = (ground.member(community, "Guy").await, ground.steward(community, "Paul").await);
    needs(&ground, &guy, None).await;
    let urgent = needs(&ground, &guy, Some(Urgency::Today)).await;
    let waiting = async || {
        let page = unanswered(&ground.db, &paul, &first(10)).await.unwrap();
        page.items.iter().map(|one| one.request.id).collect::<Vec<_>>()
    };
    assert_eq!(waiting().await, [urgent]);
    ground.clock.advance(Duration::hours(15));
    assert_eq!(waiting().await, [], "as any other from now on: after two days");
    ground.clock.advance(Duration::hours(34));
    assert_eq!(waiting().await.len(), 2);
    ground.close().await;
}
