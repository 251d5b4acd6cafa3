//! Outings: seats, the line for them, who is told, and calendars.

use crate::{
    ground::{Ground, member_of},
    samples::{draft, published_as},
};
use chrono::Duration;
use exchange::{
    Close, CloseByOffice, Direction, Draft, Edit, ExchangeError, ExpireListing, Kind, OutingLetter, OutingNews,
    Publish, RemindOuting, Renew, State, TypedExtent, calendar,
    close::close,
    edit::edit,
    expire, gone,
    moderate::close_by_office,
    outing::{self, Attendance, SignUp, StepBack, letter, open_outings, remind, sign_up, sign_up_as_guest, step_back},
    publish::publish,
    renew::renew,
    views,
};
use futures_util::future::join_all;
use kernel::{Caller, ListingId, PageRequest, Refuse, Standing};
use membership::jobs::{MemberGone, MemberSuspended};

/// An outing on Saturday at three in the afternoon.
pub fn walk(seats: &str) -> Draft {
    let extent = TypedExtent {
        starts_at: "2026-03-07T15:00".to_owned(),
        ends_at: "2026-03-07T17:00".to_owned(),
        seats: seats.to_owned(),
        ..TypedExtent::default()
    };
    Draft { direction: Some(Direction::Offer), kind: Some(Kind::Outing), extent, ..draft("Balade au lac") }
}

pub fn at(draft: Draft, starts_at: &str) -> Draft {
    let extent = TypedExtent { starts_at: starts_at.to_owned(), ends_at: String::new(), ..draft.extent };
    Draft { extent, ..draft }
}

fn open(draft: Draft) -> Draft {
    Draft { extent: TypedExtent { for_guests: true, ..draft.extent }, ..draft }
}

pub async fn comes(ground: &Ground, who: &Caller, listing: ListingId) -> Attendance {
    sign_up(&ground.db, who, SignUp { listing }).await.unwrap()
}

async fn steps_back(ground: &Ground, who: &Caller, listing: ListingId) {
    step_back(&ground.db, who, StepBack { listing }).await.unwrap();
}

async fn mine(ground: &Ground, who: &Caller, listing: ListingId) -> Option<Attendance> {
    views::listing(&ground.db, who, listing).await.unwrap().unwrap().outing.unwrap().mine
}

fn code(error: &ExchangeError) -> &'static str {
    error.refusal().code
}

pub async fn letters(ground: &Ground) -> Vec<OutingLetter> {
    let jobs = ground.jobs("outing_letter").await;
    jobs.into_iter().map(|(_, payload)| serde_json::from_value(payload).unwrap()).collect()
}

#[tokio::test]
async fn two_who_want_the_last_seat_at_once_get_one_seat_and_one_place_in_line() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let listing = published_as(&ground, &odile, walk("1")).await;
    let mut rivals = Vec::new();
    for n in 0..6 {
        rivals.push(ground.member(community, &format!("Rival {n}")).await);
    }
    let tries = rivals.iter().map(|rival| sign_up(&ground.db, rival, SignUp { listing }));
    let done: Vec<Attendance> = join_all(tries).await.into_iter().map(Result::unwrap).collect();
    assert_eq!(done.iter().filter(|one| **one == Attendance::Coming).count(), 1, "{done:?}");
    let view = views::listing(&ground.db, &odile, listing).await.unwrap().unwrap().outing.unwrap();
    assert_eq!((view.coming, view.in_line), (1, 5));
    ground.close().await;
}

#[tokio::test]
async fn whoever_steps_back_gives_the_seat_to_the_first_in_line_who_is_told() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let listing = published_as(&ground, &odile, walk("1")).await;
    let [anne, bruno, claire] = [
        ground.member(community, "Anne").await,
        ground.member(community, "Bruno").await,
        ground.member(community, "Claire").await,
    ];
    assert_eq!(comes(&ground, &anne, listing).await, Attendance::Coming);
    assert_eq!(comes(&ground, &bruno, listing).await, Attendance::InLine);
    assert_eq!(comes(&ground, &claire, listing).await, Attendance::InLine);
    assert_eq!(comes(&ground, &bruno, listing).await, Attendance::InLine, "asking twice changes nothing");
    steps_back(&ground, &claire, listing).await;
    assert_eq!(mine(&ground, &bruno, listing).await, Some(Attendance::InLine), "a place in line is no seat");
    steps_back(&ground, &anne, listing).await;
    steps_back(&ground, &anne, listing).await;
    assert_eq!(mine(&ground, &bruno, listing).await, Some(Attendance::Coming));
    assert_eq!(ground.told(&bruno).await, ["outing_seat_free"]);
    assert_eq!(ground.told(&odile).await, ["outing_joined"; 3]);
    let sent = letters(&ground).await;
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert_eq!((sent[0].member, sent[0].news), (member_of(&bruno), OutingNews::SeatFree));
    let house = Caller::house(community);
    assert!(letter(&ground.db, &house, &sent[0]).await.unwrap().is_some());
    steps_back(&ground, &bruno, listing).await;
    assert_eq!(letter(&ground.db, &house, &sent[0]).await.unwrap(), None, "he does not come any more");
    ground.close().await;
}

#[tokio::test]
async fn more_seats_are_given_to_those_in_line_and_fewer_take_none_away() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let listing = published_as(&ground, &odile, walk("1")).await;
    let (anne, bruno) = (ground.member(community, "Anne").await, ground.member(community, "Bruno").await);
    comes(&ground, &anne, listing).await;
    comes(&ground, &bruno, listing).await;
    edit(&ground.db, &odile, Edit { id: listing, draft: walk("2") }).await.unwrap();
    assert_eq!(mine(&ground, &bruno, listing).await, Some(Attendance::Coming));
    assert!(!ground.told(&anne).await.contains(&"outing_changed".to_owned()), "neither time nor place is another");
    edit(&ground.db, &odile, Edit { id: listing, draft: walk("1") }).await.unwrap();
    assert_eq!(mine(&ground, &bruno, listing).await, Some(Attendance::Coming));
    steps_back(&ground, &anne, listing).await;
    assert_eq!(comes(&ground, &anne, listing).await, Attendance::InLine);
    ground.close().await;
}

#[tokio::test]
async fn nobody_signs_up_once_it_has_begun_nor_for_their_own_nor_for_what_is_no_outing() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let listing = published_as(&ground, &odile, walk("")).await;
    let drill = published_as(&ground, &odile, draft("Perceuse")).await;
    let refused = |listing| sign_up(&ground.db, &anne, SignUp { listing });
    assert_eq!(code(&refused(drill).await.unwrap_err()), "NOT_FOUND");
    assert_eq!(code(&refused(ListingId(ground.id())).await.unwrap_err()), "NOT_FOUND");
    assert_eq!(code(&sign_up(&ground.db, &odile, SignUp { listing }).await.unwrap_err()), "OUTING_OWN");
    ground.clock.advance(Duration::days(4) + Duration::hours(5));
    assert_eq!(code(&refused(listing).await.unwrap_err()), "OUTING_BEGUN", "at three, to the minute");
    let stranger = ground.member(ground.community("b").await, "Eve").await;
    assert_eq!(code(&sign_up(&ground.db, &stranger, SignUp { listing }).await.unwrap_err()), "NOT_FOUND");
    ground.close().await;
}

#[tokio::test]
async fn an_outing_is_over_when_it_ends_and_is_neither_warned_of_nor_renewed() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let id = ListingId(ground.id());
    let done = publish(&ground.db, &odile, Publish { id, draft: walk("") }).await.unwrap();
    assert_eq!(done.expires_at, "2026-03-07T16:00:00Z".parse::<kernel::Timestamp>().unwrap());
    assert_eq!(ground.jobs("listing_expiring").await, []);
    let left = renew(&ground.db, &odile, Renew { id }).await.unwrap();
    assert_eq!(left.expires_at, done.expires_at, "a click moves no date");
    ground.clock.advance(Duration::days(5));
    let job = ExpireListing { listing: id, expires_at: done.expires_at };
    assert!(expire::expire(&ground.db, &Caller::house(community), &job).await.unwrap());
    assert_eq!(ground.told(&odile).await, Vec::<String>::new());
    assert_eq!(code(&renew(&ground.db, &odile, Renew { id }).await.unwrap_err()), "LISTING_DATE_PAST");
    ground.close().await;
}

#[tokio::test]
async fn whoever_comes_is_told_of_another_time_and_reminded_of_that_one_only() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let listing = published_as(&ground, &odile, walk("")).await;
    comes(&ground, &anne, listing).await;
    let moved = at(walk(""), "2026-03-08T10:00");
    edit(&ground.db, &odile, Edit { id: listing, draft: moved.clone() }).await.unwrap();
    let sent = letters(&ground).await;
    assert_eq!(sent.iter().map(|sent| sent.news).collect::<Vec<_>>(), [OutingNews::Changed]);
    let house = Caller::house(community);
    let facts = letter(&ground.db, &house, &sent[0]).await.unwrap().unwrap();
    assert_eq!(facts.starts_at, "2026-03-08T09:00:00Z".parse::<kernel::Timestamp>().unwrap());
    edit(&ground.db, &odile, Edit { id: listing, draft: Draft { town: "Lormes".to_owned(), ..moved } }).await.unwrap();
    let facts = letter(&ground.db, &house, &sent[0]).await.unwrap().unwrap();
    assert_eq!((letters(&ground).await.len(), facts.town.as_str()), (1, "Lormes"), "one letter says it all");

    let reminders: Vec<RemindOuting> =
        ground.jobs("remind_outing").await.into_iter().map(|(_, job)| serde_json::from_value(job).unwrap()).collect();
    assert_eq!(reminders.len(), 2, "one a date");
    ground.clock.advance(Duration::days(4));
    let mut told = Vec::new();
    for job in &reminders {
        told.push(remind(&ground.db, &house, job).await.unwrap());
    }
    assert_eq!(told, [0, 1], "of the first date nobody is reminded");
    ground.close().await;
}

#[tokio::test]
async fn what_is_called_off_is_told_to_everybody_and_stays_in_their_calendar_as_such() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let (bruno, steward) = (ground.member(community, "Bruno").await, ground.steward(community, "Sophie").await);
    let walked = published_as(&ground, &odile, walk("1")).await;
    let swum = published_as(&ground, &odile, at(walk(""), "2026-03-09T10:00")).await;
    comes(&ground, &anne, walked).await;
    comes(&ground, &bruno, walked).await;
    comes(&ground, &anne, swum).await;
    ground.clock.advance(Duration::hours(1));
    close(&ground.db, &odile, Close { id: walked, helped_by: None, thanks: String::new() }).await.unwrap();
    close_by_office(&ground.db, &steward, CloseByOffice { id: swum, reason: "Interdit.".to_owned() }).await.unwrap();
    assert_eq!(ground.told(&anne).await, ["outing_called_off", "outing_called_off"]);
    assert_eq!(ground.told(&bruno).await, ["outing_called_off"], "who waits for a seat as well");
    let house = Caller::house(community);
    for job in letters(&ground).await {
        assert!(letter(&ground.db, &house, &job).await.unwrap().is_some(), "{job:?}");
    }
    let calendar = calendar::my_outings(&ground.db, &anne).await.unwrap();
    assert_eq!(
        calendar.iter().map(|one| (one.listing, one.called_off, one.revision)).collect::<Vec<_>>(),
        [(walked, true, 1), (swum, true, 1)]
    );
    let late = sign_up(&ground.db, &ground.member(community, "Claire").await, SignUp { listing: walked }).await;
    assert!(matches!(late, Err(ExchangeError::Closed)));
    ground.close().await;
}

#[tokio::test]
async fn whoever_goes_or_is_out_gives_the_seat_back_and_their_own_outings_are_called_off() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let (bruno, claire) = (ground.member(community, "Bruno").await, ground.member(community, "Claire").await);
    let listing = published_as(&ground, &odile, walk("1")).await;
    for one in [&anne, &bruno, &claire] {
        comes(&ground, one, listing).await;
    }
    let house = Caller::house(community);
    ground.clock.advance(Duration::hours(1));
    ground.stands(&anne, Standing::Left).await;
    let gone_at = ground.now();
    gone::tidy(&ground.db, &house, &MemberGone { member: member_of(&anne), gone_at }).await.unwrap();
    assert_eq!(mine(&ground, &bruno, listing).await, Some(Attendance::Coming));
    ground.stands(&bruno, Standing::Suspended).await;
    let job = MemberSuspended { member: member_of(&bruno), suspended_at: gone_at };
    assert_eq!(gone::stand_down(&ground.db, &house, &job).await.unwrap(), 0);
    assert_eq!(mine(&ground, &claire, listing).await, Some(Attendance::Coming));
    ground.clock.advance(Duration::minutes(1));
    ground.stands(&odile, Standing::Suspended).await;
    let job = MemberSuspended { member: member_of(&odile), suspended_at: gone_at };
    assert_eq!(gone::stand_down(&ground.db, &house, &job).await.unwrap(), 1);
    assert_eq!(ground.told(&claire).await, ["outing_seat_free", "outing_called_off"]);
    ground.close().await;
}

#[tokio::test]
async fn an_outing_with_people_keeps_its_date() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let listing = published_as(&ground, &odile, walk("")).await;
    comes(&ground, &anne, listing).await;
    let undated = || Edit { id: listing, draft: draft("Balade au lac") };
    assert_eq!(code(&edit(&ground.db, &odile, undated()).await.unwrap_err()), "OUTING_HAS_COMERS");
    steps_back(&ground, &anne, listing).await;
    edit(&ground.db, &odile, undated()).await.unwrap();
    let view = views::listing(&ground.db, &anne, listing).await.unwrap().unwrap();
    assert!(view.outing.is_none() && view.row.expires_at > ground.now() + Duration::days(59), "{view:?}");
    ground.close().await;
}

#[tokio::test]
async fn who_comes_is_seen_by_the_author_and_by_those_who_come_but_guests_by_the_author_alone() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let (bruno, thomas) = (ground.member(community, "Bruno").await, ground.member(community, "Thomas").await);
    let thomas = ground.stands(&thomas, Standing::Applicant).await;
    let listing = published_as(&ground, &odile, open(walk("2"))).await;
    comes(&ground, &anne, listing).await;
    sign_up_as_guest(&ground.db, &thomas, SignUp { listing }).await.unwrap();
    comes(&ground, &bruno, listing).await;
    let page = PageRequest::new(10, None);
    let names = |who: Caller| {
        let (db, page) = (ground.db.clone(), page);
        async move {
            let found = outing::comers(&db, &who, listing, &page).await?;
            Ok::<_, ExchangeError>(found.items.into_iter().map(|one| one.card.name).collect::<Vec<_>>())
        }
    };
    assert_eq!(names(odile.clone()).await.unwrap(), ["Anne", "Thomas", "Bruno"]);
    assert_eq!(names(anne.clone()).await.unwrap(), ["Anne", "Bruno"]);
    assert_eq!(code(&names(bruno.clone()).await.unwrap_err()), "NOT_FOUND", "who waits in line does not come yet");
    assert!(matches!(names(thomas.clone()).await, Err(ExchangeError::Forbidden(_))));
    ground.close().await;
}

#[tokio::test]
async fn a_guest_sees_open_outings_only_and_of_their_author_the_first_name() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, thomas) = (ground.member(community, "Odile Martin").await, ground.member(community, "Thomas").await);
    let thomas = ground.stands(&thomas, Standing::Applicant).await;
    let shut = published_as(&ground, &odile, walk("")).await;
    let listing = published_as(&ground, &odile, open(at(walk("1"), "2026-03-06T10:00"))).await;
    let page = PageRequest::new(10, None);
    let found = open_outings(&ground.db, &thomas, &page).await.unwrap();
    assert!(found.granted);
    let told: Vec<_> = found.page.items.iter().map(|one| (one.listing, one.organiser.as_str(), one.is_full)).collect();
    assert_eq!(told, [(listing, "Odile", false)]);
    let refused = sign_up_as_guest(&ground.db, &thomas, SignUp { listing: shut }).await.unwrap_err();
    assert_eq!(code(&refused), "NOT_FOUND");
    assert!(matches!(sign_up(&ground.db, &thomas, SignUp { listing }).await, Err(ExchangeError::Forbidden(_))));

    sign_up_as_guest(&ground.db, &thomas, SignUp { listing }).await.unwrap();
    sqlx::query("update community set policy = policy || '{\"guest_rights\": []}' where id = $1")
        .bind(community.0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    let found = open_outings(&ground.db, &thomas, &page).await.unwrap();
    assert_eq!((found.granted, found.page.items.len()), (false, 1), "the place they have stays theirs");
    let refused = sign_up_as_guest(&ground.db, &thomas, SignUp { listing }).await;
    assert!(matches!(refused, Err(ExchangeError::Forbidden(_))));
    let inside = ground.stands(&thomas, Standing::Member).await;
    assert_eq!(mine(&ground, &inside, listing).await, Some(Attendance::Coming), "and goes in with them");
    ground.close().await;
}

#[tokio::test]
async fn a_calendar_is_read_by_its_address_until_that_is_renewed_or_its_member_goes() {
    let ground = Ground::open().await;
    let (community, elsewhere) = (ground.community("a").await, ground.community("b").await);
    let (odile, anne) = (ground.member(community, "Odile").await, ground.member(community, "Anne").await);
    let listing = published_as(&ground, &odile, walk("")).await;
    comes(&ground, &anne, listing).await;
    assert_eq!(calendar::feed_address(&ground.db, &anne).await.unwrap(), None);
    let first = calendar::renew_feed(&ground.db, &anne).await.unwrap();
    assert_eq!(calendar::feed_address(&ground.db, &anne).await.unwrap(), Some(first.clone()));
    let read = |community, token: String| {
        let db = ground.db.clone();
        async move { calendar::feed(&db, community, &token).await.map(|found| found.len()) }
    };
    assert_eq!(read(community, first.token.clone()).await.unwrap(), 1);
    assert!(matches!(read(elsewhere, first.token.clone()).await, Err(ExchangeError::NotFound)));
    assert!(matches!(read(community, "nothing".to_owned()).await, Err(ExchangeError::NotFound)));
    let second = calendar::renew_feed(&ground.db, &anne).await.unwrap();
    assert_ne!(first.token, second.token);
    assert!(matches!(read(community, first.token).await, Err(ExchangeError::NotFound)), "the old one is worthless");
    let kept: Vec<Vec<u8>> = sqlx::query_scalar("select token_hash from calendar_feed")
        .fetch_all(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert!(kept.len() == 1 && !String::from_utf8_lossy(&kept[0]).contains(&second.token));
    ground.stands(&anne, Standing::Suspended).await;
    assert!(matches!(read(community, second.token.clone()).await, Err(ExchangeError::NotFound)));
    ground.stands(&anne, Standing::Member).await;
    assert_eq!(read(community, second.token.clone()).await.unwrap(), 1);
    ground.stands(&odile, Standing::Left).await;
    assert_eq!(read(community, second.token).await.unwrap(), 0, "what is shown to nobody is in no calendar");
    ground.close().await;
}

#[tokio::test]
async fn what_is_available_until_a_day_ends_with_it() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let extent = TypedExtent {
        quantity: "3".to_owned(),
        loan_days: "7".to_owned(),
        available_until: "2026-03-10".to_owned(),
        ..TypedExtent::default()
    };
    let id = ListingId(ground.id());
    let done = publish(&ground.db, &odile, Publish { id, draft: Draft { extent, ..draft("Perceuse") } }).await.unwrap();
    assert_eq!(done.expires_at, "2026-03-10T23:00:00Z".parse::<kernel::Timestamp>().unwrap());
    let view = views::listing(&ground.db, &odile, id).await.unwrap().unwrap();
    assert_eq!((view.row.extent.quantity, view.row.extent.loan_days, view.row.state), (Some(3), Some(7), State::Open));
    edit(&ground.db, &odile, Edit { id, draft: draft("Perceuse") }).await.unwrap();
    let view = views::listing(&ground.db, &odile, id).await.unwrap().unwrap();
    assert_eq!(view.row.expires_at, ground.now() + Duration::days(60), "without that day it has the usual time");
    assert_eq!(ground.jobs("listing_expiring").await.len(), 2, "and is warned of");
    ground.close().await;
}
