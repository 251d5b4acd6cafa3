//! For whom a listing is: who finds it, who is told of it, and how more people come to see it.

use crate::{
    ground::{Ground, member_of},
    samples::{draft, first, published_as, titles},
};
use chrono::Duration;
use exchange::{
    Audience, Direction, Draft, Edit, ExchangeError, ListingFilter, PassOn, SaveSearch, ShowToAll, SuggestHelper,
    Widen,
    audience::{pass_on, show_to_all, widen},
    edit::edit_and_widen,
    find_matches::{read_meanings, seek, tell},
    saved_search,
    suggest_helper::suggest_helper,
    views::{listing, listings, matches::matches, unanswered::unanswered},
};
use kernel::{Caller, ListingId, SavedSearchId, Standing};

/// The first vouches for the second.
async fn vouches(ground: &Ground, sponsor: &Caller, applicant: &Caller) {
    sqlx::query(
        "insert into sponsorship (community_id, id, applicant_id, sponsor_id, state, requested_at, answered_at, active_at, expires_at)
         values ($1, $2, $3, $4, 'given', $5, $5, $5, $5)",
    )
    .bind(sponsor.community.0)
    .bind(ground.id())
    .bind(member_of(applicant).0)
    .bind(member_of(sponsor).0)
    .bind(ground.now())
    .execute(&mut ground.scratch.owner().await)
    .await
    .unwrap();
}

async fn shown_to(ground: &Ground, author: &Caller, title: &str, audience: Audience) -> ListingId {
    published_as(ground, author, Draft { audience, ..draft(title) }).await
}

/// What somebody finds in the list, of the author's, by a word; and whether its page is there.
async fn finds(ground: &Ground, reader: &Caller, id: ListingId) -> bool {
    let page = listing(&ground.db, reader, id).await.unwrap();
    let all = listings(&ground.db, reader, &ListingFilter::default(), &first(50)).await.unwrap();
    let words = ListingFilter { words: Some("perceuse".to_owned()), ..ListingFilter::default() };
    let searched = listings(&ground.db, reader, &words, &first(50)).await.unwrap();
    let in_list = all.items.iter().any(|row| row.id == id);
    assert_eq!(in_list, searched.items.iter().any(|row| row.id == id), "every list says the same");
    assert_eq!(in_list, page.is_some(), "so does the page");
    in_list
}

#[tokio::test]
async fn friends_of_friends_are_two_vouches_away_either_way_through_somebody_inside_and_as_of_now() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let (near, middle) = (ground.member(community, "Near").await, ground.member(community, "Middle").await);
    let (up, down) = (ground.member(community, "Up").await, ground.member(community, "Down").await);
    let (far, paul) = (ground.member(community, "Far").await, ground.steward(community, "Paul").await);
    vouches(&ground, &odile, &near).await;
    vouches(&ground, &middle, &odile).await;
    vouches(&ground, &up, &middle).await;
    vouches(&ground, &near, &down).await;
    vouches(&ground, &down, &far).await;
    let id = shown_to(&ground, &odile, "Perceuse discrète", Audience::Friends).await;
    for (who, may) in
        [(&odile, true), (&near, true), (&middle, true), (&up, true), (&down, true), (&paul, true), (&far, false)]
    {
        assert_eq!(finds(&ground, who, id).await, may, "{who:?}");
    }
    // Somebody who is not inside ties nobody; a word that was taken back neither.
    ground.stands(&middle, Standing::Suspended).await;
    assert!(!finds(&ground, &up, id).await && finds(&ground, &down, id).await);
    sqlx::query("update sponsorship set state = 'revoked', ended_at = now() where sponsor_id = $1")
        .bind(member_of(&odile).0)
        .execute(&mut ground.scratch.owner().await)
        .await
        .unwrap();
    assert!(!finds(&ground, &near, id).await && !finds(&ground, &down, id).await && finds(&ground, &odile, id).await);
    ground.close().await;
}

#[tokio::test]
async fn whoever_takes_part_reads_on_when_the_tie_ends() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = shown_to(&ground, &odile, "Perceuse discrète", Audience::Friends).await;
    assert!(!finds(&ground, &bruno, id).await);
    crate::unanswered::answered(&ground, id, &odile, &bruno).await;
    assert!(finds(&ground, &bruno, id).await, "there is a conversation about it");
    ground.close().await;
}

#[tokio::test]
async fn a_page_is_as_long_as_what_is_for_the_reader() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    for n in 0..12 {
        ground.clock.advance(Duration::minutes(1));
        let audience = if n % 2 == 0 { Audience::Stewards } else { Audience::Everyone };
        shown_to(&ground, &odile, &format!("Perceuse {n}"), audience).await;
    }
    let page = listings(&ground.db, &bruno, &ListingFilter::default(), &first(4)).await.unwrap();
    assert_eq!(titles(&page), ["Perceuse 11", "Perceuse 9", "Perceuse 7", "Perceuse 5"]);
    let next = kernel::PageRequest::new(4, page.next);
    let rest = listings(&ground.db, &bruno, &ListingFilter::default(), &next).await.unwrap();
    assert_eq!((titles(&rest), rest.next), (vec!["Perceuse 3", "Perceuse 1"], None));
    ground.close().await;
}

#[tokio::test]
async fn a_discreet_request_is_told_of_offers_and_those_who_offer_are_not_told_of_it() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let house = Caller::house(community);
    published_as(&ground, &bruno, draft("Perceuse à prêter")).await;
    let filter = ListingFilter { words: Some("perceuse".to_owned()), ..ListingFilter::default() };
    let search = SaveSearch {
        id: SavedSearchId(ground.id()),
        name: "Perceuses".to_owned(),
        filter,
        news: exchange::News::Daily,
    };
    saved_search::save_search(&ground.db, &bruno, search).await.unwrap();
    let wish =
        Draft { direction: Some(Direction::Request), audience: Audience::StewardsMay, ..draft("Cherche perceuse") };
    let request = published_as(&ground, &odile, wish).await;
    let told = || async {
        while read_meanings(&ground.db, &house).await.unwrap() {}
        let sought = seek(&ground.db, &house, request).await.unwrap().unwrap();
        tell(&ground.db, &house, &sought, &[]).await.unwrap();
        let found = saved_search::find::finders(&ground.db, &house, request).await.unwrap();
        saved_search::find::tell(&ground.db, &house, request, &found).await.unwrap();
    };
    told().await;
    assert_eq!(matches(&ground.db, &odile, None, &first(9)).await.unwrap().items.len(), 1, "she knows who offers it");
    assert_eq!(matches(&ground.db, &bruno, None, &first(9)).await.unwrap().items.len(), 0);
    assert_eq!(ground.told(&bruno).await, Vec::<String>::new());
    ground.clock.advance(Duration::hours(49));
    let desk = unanswered(&ground.db, &paul, &first(9)).await.unwrap();
    assert_eq!((desk.items.len(), desk.items[0].helpers.len()), (1, 0), "the team names nobody whom it is not for");
    let ask = SuggestHelper { request, helper: member_of(&bruno) };
    assert!(matches!(suggest_helper(&ground.db, &paul, ask).await, Err(ExchangeError::NotFound)));
    pass_on(&ground.db, &paul, PassOn { id: request }).await.unwrap();
    told().await;
    assert_eq!(matches(&ground.db, &bruno, None, &first(9)).await.unwrap().items.len(), 1);
    assert_eq!(ground.told(&bruno).await, ["match_found", "search_found"], "as new to him as if it were published now");
    ground.close().await;
}

#[tokio::test]
async fn its_author_widens_it_and_never_narrows_it() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = shown_to(&ground, &odile, "Perceuse", Audience::Stewards).await;
    let to = |audience| Widen { id, audience };
    assert!(matches!(widen(&ground.db, &bruno, to(Audience::Everyone)).await, Err(ExchangeError::NotFound)));
    ground.clock.advance(Duration::days(1));
    for _ in 0..2 {
        widen(&ground.db, &odile, to(Audience::Friends)).await.unwrap();
    }
    let refused = widen(&ground.db, &odile, to(Audience::StewardsMay)).await.unwrap_err();
    assert_eq!(refused.problems()[0].code, "AUDIENCE_ONLY_WIDER");
    assert!(!finds(&ground, &bruno, id).await);
    widen(&ground.db, &odile, to(Audience::Everyone)).await.unwrap();
    assert!(finds(&ground, &bruno, id).await);
    let view = listing(&ground.db, &bruno, id).await.unwrap().unwrap();
    assert_eq!(view.row.created_at, ground.now(), "to whoever sees it now it is new");
    assert!(widen(&ground.db, &odile, to(Audience::Friends)).await.is_err());
    ground.close().await;
}

#[tokio::test]
async fn the_team_passes_on_only_what_its_author_said_it_may() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let kept = shown_to(&ground, &odile, "Perceuse gardée", Audience::Stewards).await;
    let close = shown_to(&ground, &odile, "Perceuse des proches", Audience::Friends).await;
    let lent = shown_to(&ground, &odile, "Perceuse prêtée", Audience::StewardsMay).await;
    for id in [kept, close] {
        assert!(matches!(pass_on(&ground.db, &paul, PassOn { id }).await, Err(ExchangeError::AudienceKept)));
    }
    assert!(matches!(pass_on(&ground.db, &bruno, PassOn { id: lent }).await, Err(ExchangeError::Forbidden(_))));
    assert!(listing(&ground.db, &paul, lent).await.unwrap().unwrap().may_pass_on);
    for _ in 0..2 {
        pass_on(&ground.db, &paul, PassOn { id: lent }).await.unwrap();
    }
    assert!(finds(&ground, &bruno, lent).await && !finds(&ground, &bruno, kept).await);
    assert_eq!(ground.told(&odile).await, ["listing_passed_on"]);
    ground.close().await;
}

#[tokio::test]
async fn what_came_to_the_team_first_is_shown_to_everybody_after_two_days_and_not_before() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let house = Caller::house(community);
    let id = shown_to(&ground, &odile, "Perceuse", Audience::StewardsThen).await;
    let other = shown_to(&ground, &odile, "Perceuse gardée", Audience::StewardsMay).await;
    let due: Vec<_> = ground.jobs("show_to_all").await.into_iter().map(|(at, _)| at).collect();
    assert_eq!(due, [ground.now() + Duration::hours(48)]);
    ground.clock.advance(Duration::hours(48) - Duration::seconds(1));
    assert!(!show_to_all(&ground.db, &house, &ShowToAll { listing: id }).await.unwrap());
    assert!(!finds(&ground, &bruno, id).await);
    ground.clock.advance(Duration::seconds(1));
    assert!(show_to_all(&ground.db, &house, &ShowToAll { listing: id }).await.unwrap());
    assert!(!show_to_all(&ground.db, &house, &ShowToAll { listing: id }).await.unwrap(), "once");
    assert!(
        !show_to_all(&ground.db, &house, &ShowToAll { listing: other }).await.unwrap(),
        "its author chose otherwise"
    );
    assert!(finds(&ground, &bruno, id).await && !finds(&ground, &bruno, other).await);
    assert!(show_to_all(&ground.db, &odile, &ShowToAll { listing: id }).await.is_err(), "the house only");
    ground.close().await;
}

#[tokio::test]
async fn whoever_forgets_to_say_for_whom_they_read_finds_what_is_for_everybody_alone() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    shown_to(&ground, &odile, "Perceuse discrète", Audience::Friends).await;
    shown_to(&ground, &odile, "Perceuse", Audience::Everyone).await;
    let count = "select count(*) from listing";
    let mut forgot = ground.db.begin(community).await.unwrap();
    assert_eq!(sqlx::query_scalar::<_, i64>(count).fetch_one(forgot.conn()).await.unwrap(), 1);
    forgot.read_for(member_of(&odile)).await.unwrap();
    assert_eq!(sqlx::query_scalar::<_, i64>(count).fetch_one(forgot.conn()).await.unwrap(), 2);
    drop(forgot);
    let mut house = ground.db.begin(&Caller::house(community)).await.unwrap();
    assert_eq!(sqlx::query_scalar::<_, i64>(count).fetch_one(house.conn()).await.unwrap(), 2);
    drop(house);
    ground.close().await;
}

#[tokio::test]
async fn what_is_changed_may_be_shown_to_more_people_with_it_and_never_to_fewer() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let id = shown_to(&ground, &odile, "Perceuse discrète", Audience::Friends).await;
    let change = async |title: &str, wider: Option<Audience>| {
        edit_and_widen(&ground.db, &odile, Edit { id, draft: draft(title) }, wider).await
    };
    // What the draft says of it is not heeded: it says everybody.
    change("Perceuse rouge", None).await.unwrap();
    assert!(!finds(&ground, &bruno, id).await, "it stays for whom it was");
    let narrower = change("Perceuse verte", Some(Audience::Stewards)).await.unwrap_err();
    assert_eq!(narrower.problems()[0].code, "AUDIENCE_ONLY_WIDER");
    change("P", Some(Audience::Everyone)).await.unwrap_err();
    assert!(!finds(&ground, &bruno, id).await, "both or neither");
    assert_eq!(listing(&ground.db, &odile, id).await.unwrap().unwrap().row.title, "Perceuse rouge");
    ground.clock.advance(Duration::days(3));
    change("Perceuse bleue", Some(Audience::Everyone)).await.unwrap();
    assert!(finds(&ground, &bruno, id).await);
    let row = listing(&ground.db, &bruno, id).await.unwrap().unwrap().row;
    assert_eq!(
        (row.title.as_str(), row.created_at),
        ("Perceuse bleue", ground.now()),
        "as new as what is published now"
    );
    ground.close().await;
}
