//! The ten places of an urgent request: who has one, who gives theirs back, and that there are no more.

use crate::{
    ground::{Ground, member_of},
    urgent::{asked, draft, needs, offers, sought},
};
use chrono::Duration;
use exchange::{
    Direction, DismissMatch, Edit, SetUrgency, Urgency, UrgentLetter,
    dismiss_match::dismiss_match,
    edit::edit,
    urgency::{letter, set_urgency, unwritten},
    views::matches::matches,
};
use kernel::{Caller, CommunityId, ListingId, MemberId};

/// So many neighbours who offer the same; of two who are as good, the one whose offer has the smaller id is before the other.
async fn neighbours(ground: &Ground, community: CommunityId, many: usize) -> Vec<Caller> {
    let mut people = Vec::new();
    for n in 0..many {
        let neighbour = ground.member(community, &format!("Neighbour {n}")).await;
        offers(ground, &neighbour, "Corbigny").await;
        people.push(neighbour);
    }
    people
}

async fn address_is(ground: &Ground, who: &Caller, kind: &str) {
    sqlx::query(
        "insert into suppressed_address (email, kind, reason, suppressed_at)
         select a.email, $2, '', $3 from account a join member m on m.account_id = a.id where m.id = $1",
    )
    .bind(member_of(who).0)
    .bind(kind)
    .bind(ground.now())
    .execute(&mut ground.scratch.owner().await)
    .await
    .unwrap();
}

async fn stops_such_letters(ground: &Ground, who: MemberId) {
    let stop = sqlx::query("update member set urgent_letters = false where id = $1").bind(who.0);
    stop.execute(&mut ground.scratch.owner().await).await.unwrap();
}

/// Who counts as asked.
async fn places(ground: &Ground, request: ListingId) -> Vec<MemberId> {
    let asked = "select member_id from listing_match where theirs_id = $1 and asked_at is not null order by member_id";
    let found = sqlx::query_scalar(asked).bind(request.0).fetch_all(&mut ground.scratch.owner().await).await.unwrap();
    found.into_iter().map(MemberId).collect()
}

/// How often what goes with the request was, or is to be, looked for.
async fn searches(ground: &Ground, request: ListingId) -> usize {
    let jobs = ground.jobs("find_matches").await;
    jobs.iter().filter(|(_, payload)| payload["listing"] == request.0.to_string()).count()
}

/// The letter comes to nothing: they have stopped such letters. Somebody else is looked for.
async fn comes_to_nothing(ground: &Ground, guy: &Caller, job: UrgentLetter) {
    let before = searches(ground, job.request).await;
    stops_such_letters(ground, job.member).await;
    let house = Caller::house(guy.community);
    assert!(letter(&ground.db, &house, &job).await.unwrap().is_none());
    assert_eq!(searches(ground, job.request).await, before + 1, "the job that finds them");
    sought(ground, guy, job.request).await;
}

#[tokio::test]
async fn only_who_is_reached_by_letters_has_one_of_the_ten_places() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    let people = neighbours(&ground, community, 12).await;
    address_is(&ground, &people[0], "dead").await;
    address_is(&ground, &people[1], "complaint").await;
    address_is(&ground, &people[2], "doubtful").await;
    let request = needs(&ground, &guy, Some(Urgency::Today)).await;
    let mut whom: Vec<_> = asked(&ground, request).await.iter().map(|job| job.member).collect();
    let mut reached: Vec<_> = people[2..].iter().map(member_of).collect();
    whom.sort_unstable();
    reached.sort_unstable();
    assert_eq!(whom, reached, "a letter that was refused once for no known reason is tried again");
    ground.close().await;
}

#[tokio::test]
async fn who_put_it_aside_or_wrote_about_it_has_none_of_the_ten_places() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    let aside = neighbours(&ground, community, 2).await;
    let request = needs(&ground, &guy, None).await;
    let page = matches(&ground.db, &aside[0], None, &crate::samples::first(10)).await.unwrap();
    let id = page.items.iter().find(|one| one.theirs.id == request).unwrap().id;
    dismiss_match(&ground.db, &aside[0], DismissMatch { id }).await.unwrap();
    crate::unanswered::answered(&ground, request, &guy, &aside[1]).await;
    let people = neighbours(&ground, community, 10).await;
    set_urgency(&ground.db, &guy, SetUrgency { id: request, urgency: Some(Urgency::Today) }).await.unwrap();
    sought(&ground, &guy, request).await;
    let mut whom: Vec<_> = asked(&ground, request).await.iter().map(|job| job.member).collect();
    let mut others: Vec<_> = people.iter().map(member_of).collect();
    whom.sort_unstable();
    others.sort_unstable();
    assert_eq!(whom, others);
    ground.close().await;
}

#[tokio::test]
async fn an_urgent_request_asks_ten_in_all_however_often_it_is_changed() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    neighbours(&ground, community, 12).await;
    let request = needs(&ground, &guy, Some(Urgency::Today)).await;
    assert_eq!(asked(&ground, request).await.len(), 10);
    for title in ["Cherche une tondeuse", "Cherche tondeuse à gazon"] {
        let draft = draft(Direction::Request, title, "Corbigny");
        edit(&ground.db, &guy, Edit { id: request, draft }).await.unwrap();
        sought(&ground, &guy, request).await;
    }
    assert_eq!((asked(&ground, request).await.len(), places(&ground, request).await.len()), (10, 10));
    ground.close().await;
}

#[tokio::test]
async fn a_letter_that_comes_to_nothing_leaves_its_place_to_somebody_who_was_not_to_be_asked_before() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    neighbours(&ground, community, 12).await;
    let request = needs(&ground, &guy, Some(Urgency::Today)).await;
    let first = asked(&ground, request).await;
    comes_to_nothing(&ground, &guy, first[0]).await;
    let now = places(&ground, request).await;
    assert_eq!((now.len(), now.contains(&first[0].member)), (10, false));
    let eleventh = asked(&ground, request).await.into_iter().find(|job| !first.contains(job)).unwrap();
    // The relay took it from nobody.
    unwritten(&ground.db, &Caller::house(community), &eleventh).await.unwrap();
    sought(&ground, &guy, request).await;
    assert_eq!((asked(&ground, request).await.len(), places(&ground, request).await.len()), (12, 10));
    // Nobody is left: who was to be asked once is not asked again, also where they want such letters again.
    sqlx::query("update member set urgent_letters = true").execute(&mut ground.scratch.owner().await).await.unwrap();
    unwritten(&ground.db, &Caller::house(community), &first[1]).await.unwrap();
    sought(&ground, &guy, request).await;
    assert_eq!((asked(&ground, request).await.len(), places(&ground, request).await.len()), (12, 9));
    // For another request they are: their seven days have not begun.
    let another = needs(&ground, &guy, Some(Urgency::Today)).await;
    let mut whom: Vec<_> = asked(&ground, another).await.iter().map(|job| job.member).collect();
    let mut free = [first[0].member, eleventh.member, first[1].member];
    whom.sort_unstable();
    free.sort_unstable();
    assert_eq!(whom, free);
    ground.close().await;
}

#[tokio::test]
async fn nobody_is_sought_instead_once_it_is_not_urgent() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let guy = ground.member(community, "Guy").await;
    neighbours(&ground, community, 11).await;
    let request = needs(&ground, &guy, Some(Urgency::Today)).await;
    let letters = asked(&ground, request).await;
    ground.clock.advance(Duration::hours(15));
    let before = searches(&ground, request).await;
    assert!(letter(&ground.db, &Caller::house(community), &letters[0]).await.unwrap().is_none(), "midnight has passed");
    assert_eq!((searches(&ground, request).await, places(&ground, request).await.len()), (before, 9));
    // Nor is anybody asked because it is changed on the day after.
    let draft = draft(Direction::Request, "Cherche toujours tondeuse", "Corbigny");
    edit(&ground.db, &guy, Edit { id: request, draft }).await.unwrap();
    sought(&ground, &guy, request).await;
    assert_eq!(asked(&ground, request).await.len(), 10);
    ground.close().await;
}
