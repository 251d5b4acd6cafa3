//! Listings for a group: absent to whoever is not in it, whichever way they look; there for whoever joins, gone for whoever leaves.

use crate::{
    ground::{Ground, member_of},
    mandate::{agrees, mark},
    samples::{draft, first, published_as, titles},
};
use exchange::{
    Audience, Direction, Draft, Edit, ExchangeError, ListingFilter, Near, Order, Publish, SaveSearch, Whence, Widen,
    audience::widen,
    edit::edit,
    find_matches::{read_meanings, seek, tell},
    mandate::{AskFor, ForWhom, Relation, TakeOver, ask_for, take_over},
    publish::publish,
    saved_search,
    views::{listing, listings, map::listing_map, matches::matches, rows},
};
use groups::{
    AskForGroup, CloseGroupByOffice, GrantGroup, JoinGroup, Joining, LeaveGroup, PutOutOfGroup, ask_for_group,
    close_group_by_office, grant_group, join_group, leave_group, put_out_of_group,
};
use kernel::{Caller, GroupId, LinkedAlike, ListingId, Refuse as _, SavedSearchId, Standing};

/// An open group of the keeper's that everybody may join.
pub async fn group(ground: &Ground, keeper: &Caller, steward: &Caller, name: &str) -> GroupId {
    let id = GroupId(ground.id());
    let purpose = "On se prête les outils.".to_owned();
    let wish = AskForGroup { id, name: name.to_owned(), purpose, joining: Joining::AtOnce };
    ask_for_group(&ground.db, keeper, wish).await.unwrap();
    grant_group(&ground.db, steward, GrantGroup { id }).await.unwrap();
    id
}

fn for_group(title: &str, group: GroupId) -> Draft {
    Draft { audience: Audience::Group, group: Some(group), ..draft(title) }
}

/// Every list there is, each of which would show the listing to whom it is for.
fn every_list(group: GroupId, author: &Caller) -> Vec<ListingFilter> {
    let any = ListingFilter::default;
    let near = Some(Near { whence: Whence::Named("Corbigny".to_owned()), kilometres: Some(30) });
    let linked = vec![LinkedAlike { millionths: 600_000, members: vec![member_of(author)] }];
    vec![
        any(),
        ListingFilter { words: Some("motobineuse".to_owned()), ..any() },
        ListingFilter { direction: Some(Direction::Offer), ..any() },
        ListingFilter { author: Some(member_of(author)), ..any() },
        ListingFilter { near: near.clone(), order: Order::Nearest, ..any() },
        ListingFilter { order: Order::Trusted, linked: linked.clone(), ..any() },
        ListingFilter { group: Some(group), ..any() },
        ListingFilter { group: Some(group), words: Some("motobineuse".to_owned()), ..any() },
        ListingFilter { group: Some(group), near, order: Order::Nearest, ..any() },
        ListingFilter { group: Some(group), order: Order::Trusted, linked, ..any() },
    ]
}

/// Whether somebody finds it; every list, the map, the page and its id say the same.
async fn finds(ground: &Ground, reader: &Caller, id: ListingId, group: GroupId, author: &Caller) -> bool {
    let is = listing(&ground.db, reader, id).await.unwrap().is_some();
    assert_eq!(!rows(&ground.db, reader, &[id]).await.unwrap().is_empty(), is, "by its id");
    for filter in every_list(group, author) {
        let page = listings(&ground.db, reader, &filter, &first(50)).await.unwrap();
        assert_eq!(page.items.iter().any(|row| row.id == id), is, "{filter:?}");
        let map = listing_map(&ground.db, reader, &filter, 50).await.unwrap();
        let drawn = map.spots.iter().any(|spot| spot.newest.iter().any(|one| one.id == id));
        assert_eq!(drawn, is, "on the map: {filter:?}");
    }
    is
}

#[tokio::test]
async fn who_is_outside_finds_no_trace_who_joins_sees_it_and_who_leaves_sees_it_no_longer() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let jardins = group(&ground, &odile, &paul, "Les jardins").await;
    let chorale = group(&ground, &bruno, &paul, "La chorale").await;
    let id = published_as(&ground, &odile, for_group("Motobineuse", jardins)).await;
    let seen = async |who: &Caller| finds(&ground, who, id, jardins, &odile).await;
    assert!(seen(&odile).await, "its author");
    assert!(seen(&paul).await, "the team, as it reads everything");
    assert!(!seen(&bruno).await, "another group is none of its business");
    join_group(&ground.db, &bruno, JoinGroup { id: jardins }).await.unwrap();
    assert!(seen(&bruno).await);
    let row = listing(&ground.db, &bruno, id).await.unwrap().unwrap().row;
    assert_eq!(row.group.map(|group| group.name), Some("Les jardins".to_owned()));
    let of = |group| ListingFilter { group: Some(group), ..ListingFilter::default() };
    let others = listings(&ground.db, &bruno, &of(chorale), &first(9)).await.unwrap();
    assert_eq!(titles(&others), Vec::<&str>::new(), "a group's list is its own");
    let out = ground.stands(&bruno, Standing::Suspended).await;
    let mut tx = ground.db.begin(&Caller::house(community)).await.unwrap();
    tx.read_for(member_of(&out)).await.unwrap();
    let shown: i64 = sqlx::query_scalar("select count(*) from listing").fetch_one(tx.conn()).await.unwrap();
    assert_eq!(shown, 0, "who is not inside reads for nobody, in no letter either");
    drop(tx);
    let bruno = ground.stands(&out, Standing::Member).await;
    leave_group(&ground.db, &bruno, LeaveGroup { id: jardins }).await.unwrap();
    assert!(!finds(&ground, &bruno, id, jardins, &odile).await);
    ground.close().await;
}

#[tokio::test]
async fn who_has_left_says_nothing_more_into_the_group() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let jardins = group(&ground, &odile, &paul, "Les jardins").await;
    join_group(&ground.db, &bruno, JoinGroup { id: jardins }).await.unwrap();
    let id = published_as(&ground, &bruno, for_group("Motobineuse", jardins)).await;
    let changed = || Edit { id, draft: draft("Tondeuse") };
    edit(&ground.db, &bruno, changed()).await.unwrap();
    leave_group(&ground.db, &bruno, LeaveGroup { id: jardins }).await.unwrap();
    let refused = edit(&ground.db, &bruno, changed()).await.unwrap_err();
    assert_eq!(refused.refusal().code, "AUDIENCE_GROUP_NOT_YOURS");
    widen(&ground.db, &bruno, Widen { id, audience: Audience::Everyone }).await.unwrap();
    edit(&ground.db, &bruno, changed()).await.unwrap();
    ground.close().await;
}

#[tokio::test]
async fn who_is_put_out_finds_no_trace_and_says_nothing_more_into_it_from_that_moment() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let jardins = group(&ground, &odile, &paul, "Les jardins").await;
    join_group(&ground.db, &bruno, JoinGroup { id: jardins }).await.unwrap();
    let id = published_as(&ground, &odile, for_group("Motobineuse", jardins)).await;
    let own = published_as(&ground, &bruno, for_group("Échelle", jardins)).await;
    assert!(finds(&ground, &bruno, id, jardins, &odile).await);
    let out = PutOutOfGroup { group: jardins, member: member_of(&bruno), reason: "Assez.".to_owned() };
    put_out_of_group(&ground.db, &odile, out).await.unwrap();
    assert!(!finds(&ground, &bruno, id, jardins, &odile).await);
    let more = Publish { id: ListingId(ground.id()), draft: for_group("Encore", jardins) };
    assert!(publish(&ground.db, &bruno, more).await.is_err());
    let refused = edit(&ground.db, &bruno, Edit { id: own, draft: draft("Tondeuse") }).await.unwrap_err();
    assert_eq!(refused.refusal().code, "AUDIENCE_GROUP_NOT_YOURS");
    assert!(listing(&ground.db, &bruno, own).await.unwrap().is_some(), "what he lent there is still his");
    ground.close().await;
}

#[tokio::test]
async fn who_takes_over_a_request_says_nothing_into_a_group_they_are_not_in() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (jeanne, nadia) = (ground.member(community, "Jeanne").await, ground.member(community, "Nadia").await);
    let paul = ground.steward(community, "Paul").await;
    let jardins = group(&ground, &odile, &paul, "Les jardins").await;
    for who in [&bruno, &nadia] {
        join_group(&ground.db, who, JoinGroup { id: jardins }).await.unwrap();
    }
    let mut taken = Vec::new();
    for (whom, audience) in [(&jeanne, Audience::Stewards), (&nadia, Audience::Group)] {
        let draft = Draft { direction: Some(Direction::Request), ..for_group("Cherche motobineuse", jardins) };
        let publish = Publish { id: ListingId(ground.id()), draft };
        let asked = AskFor { publish, whom: ForWhom::Member(member_of(whom)), relation: Some(Relation::Mother) };
        let request = ask_for(&ground.db, &odile, asked).await.unwrap().listing;
        agrees(&ground, whom, request).await.unwrap();
        let (id, mark) = (ListingId(ground.id()), mark(&ground, whom, request).await);
        take_over(&ground.db, whom, TakeOver { listing: request, id, mark }).await.unwrap();
        let row = listing(&ground.db, whom, id).await.unwrap().unwrap().row;
        assert_eq!((row.audience, row.group.is_some()), (audience, audience == Audience::Group));
        taken.push(id);
    }
    assert!(listing(&ground.db, &bruno, taken[0]).await.unwrap().is_none(), "it is not for the group");
    assert!(listing(&ground.db, &paul, taken[0]).await.unwrap().is_some(), "it is for the team");
    assert!(listing(&ground.db, &bruno, taken[1]).await.unwrap().is_some(), "hers is: she is in it");
    widen(&ground.db, &jeanne, Widen { id: taken[0], audience: Audience::Everyone }).await.unwrap();
    assert!(listing(&ground.db, &bruno, taken[0]).await.unwrap().is_some());
    ground.close().await;
}

#[tokio::test]
async fn who_waits_to_be_let_in_reads_nothing_yet() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let id = GroupId(ground.id());
    let wish = AskForGroup { id, name: "Rue".to_owned(), purpose: "La rue.".to_owned(), joining: Joining::Asking };
    ask_for_group(&ground.db, &odile, wish).await.unwrap();
    grant_group(&ground.db, &paul, GrantGroup { id }).await.unwrap();
    let listing = published_as(&ground, &odile, for_group("Motobineuse", id)).await;
    join_group(&ground.db, &bruno, JoinGroup { id }).await.unwrap();
    assert!(!finds(&ground, &bruno, listing, id, &odile).await);
    let answer = groups::AnswerJoining { group: id, member: member_of(&bruno), comes_in: true };
    groups::answer_joining(&ground.db, &odile, answer).await.unwrap();
    assert!(finds(&ground, &bruno, listing, id, &odile).await);
    ground.close().await;
}

#[tokio::test]
async fn neither_a_match_nor_a_search_is_told_of_it_to_somebody_outside() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let (nadia, paul) = (ground.member(community, "Nadia").await, ground.steward(community, "Paul").await);
    let house = Caller::house(community);
    let jardins = group(&ground, &odile, &paul, "Les jardins").await;
    join_group(&ground.db, &nadia, JoinGroup { id: jardins }).await.unwrap();
    for who in [&bruno, &nadia] {
        let wish = Draft { direction: Some(Direction::Request), ..draft("Cherche motobineuse") };
        published_as(&ground, who, wish).await;
        let filter = ListingFilter { words: Some("motobineuse".to_owned()), ..ListingFilter::default() };
        let search = SaveSearch {
            id: SavedSearchId(ground.id()),
            name: "Motobineuse".to_owned(),
            filter,
            news: exchange::News::Daily,
        };
        saved_search::save_search(&ground.db, who, search).await.unwrap();
    }
    let offer = published_as(&ground, &odile, for_group("Motobineuse à prêter", jardins)).await;
    while read_meanings(&ground.db, &house).await.unwrap() {}
    let sought = seek(&ground.db, &house, offer).await.unwrap().unwrap();
    tell(&ground.db, &house, &sought, &[]).await.unwrap();
    let found = saved_search::find::finders(&ground.db, &house, offer).await.unwrap();
    saved_search::find::tell(&ground.db, &house, offer, &found).await.unwrap();
    assert_eq!(ground.told(&bruno).await, Vec::<String>::new());
    assert!(matches(&ground.db, &bruno, None, &first(9)).await.unwrap().items.is_empty());
    let mut told = ground.told(&nadia).await;
    told.sort();
    assert_eq!(told, ["match_found", "search_found"], "who is in it is told of both");
    ground.close().await;
}

#[tokio::test]
async fn nobody_publishes_for_a_group_they_are_not_in_nor_for_one_elsewhere() {
    let ground = Ground::open().await;
    let (here, there) = (ground.community("a").await, ground.community("b").await);
    let (odile, bruno) = (ground.member(here, "Odile").await, ground.member(here, "Bruno").await);
    let paul = ground.steward(here, "Paul").await;
    let (olaf, pia) = (ground.member(there, "Olaf").await, ground.steward(there, "Pia").await);
    let mine = group(&ground, &odile, &paul, "Les jardins").await;
    let foreign = group(&ground, &olaf, &pia, "Les jardins").await;
    let refused = async |who: &Caller, group| {
        let cmd = Publish { id: ListingId(ground.id()), draft: for_group("Motobineuse", group) };
        publish(&ground.db, who, cmd).await.map_err(|error| error.problems().first().map(|problem| problem.code))
    };
    assert_eq!(refused(&bruno, mine).await.unwrap_err(), Some("AUDIENCE_GROUP_NOT_YOURS"));
    assert_eq!(
        refused(&odile, foreign).await.unwrap_err(),
        Some("AUDIENCE_GROUP_NOT_YOURS"),
        "what is foreign is absent"
    );
    assert!(refused(&odile, mine).await.is_ok());
    let foreign_list = ListingFilter { group: Some(mine), ..ListingFilter::default() };
    assert!(listings(&ground.db, &olaf, &foreign_list, &first(9)).await.unwrap().items.is_empty());
    ground.close().await;
}

#[tokio::test]
async fn its_author_widens_it_to_everybody_and_it_is_of_no_group_any_more() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let jardins = group(&ground, &odile, &paul, "Les jardins").await;
    let id = published_as(&ground, &odile, for_group("Motobineuse", jardins)).await;
    let to = |audience| Widen { id, audience };
    for narrower in [Audience::Friends, Audience::Stewards, Audience::StewardsMay] {
        let refused = widen(&ground.db, &odile, to(narrower)).await.unwrap_err();
        assert_eq!(refused.problems()[0].code, "AUDIENCE_ONLY_WIDER");
    }
    // Editing it changes nothing of whom it is for.
    edit(&ground.db, &odile, Edit { id, draft: draft("Motobineuse rouge") }).await.unwrap();
    assert!(listing(&ground.db, &bruno, id).await.unwrap().is_none());
    widen(&ground.db, &odile, to(Audience::Everyone)).await.unwrap();
    let row = listing(&ground.db, &bruno, id).await.unwrap().unwrap().row;
    assert_eq!(
        (row.audience, row.group),
        (Audience::Everyone, None),
        "that its author is in a group is told to nobody"
    );
    let quiet = published_as(&ground, &odile, Draft { audience: Audience::Stewards, ..draft("Autre") }).await;
    let refused = widen(&ground.db, &odile, Widen { id: quiet, audience: Audience::Group }).await;
    assert!(matches!(refused, Err(ExchangeError::Invalid(_))), "nothing becomes a group's afterwards");
    ground.close().await;
}

#[tokio::test]
async fn what_was_for_a_group_that_is_closed_stays_with_its_author_and_the_team() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    let paul = ground.steward(community, "Paul").await;
    let jardins = group(&ground, &odile, &paul, "Les jardins").await;
    join_group(&ground.db, &bruno, JoinGroup { id: jardins }).await.unwrap();
    let id = published_as(&ground, &odile, for_group("Motobineuse", jardins)).await;
    let close = CloseGroupByOffice { id: jardins, reason: "Plus personne ne vient.".to_owned() };
    close_group_by_office(&ground.db, &paul, close).await.unwrap();
    assert!(listing(&ground.db, &bruno, id).await.unwrap().is_none());
    assert!(listing(&ground.db, &odile, id).await.unwrap().is_some());
    assert!(listing(&ground.db, &paul, id).await.unwrap().is_some());
    let late = Publish { id: ListingId(ground.id()), draft: for_group("Trop tard", jardins) };
    assert!(publish(&ground.db, &odile, late).await.is_err(), "nothing more is for it");
    widen(&ground.db, &odile, Widen { id, audience: Audience::Everyone }).await.unwrap();
    assert!(listing(&ground.db, &bruno, id).await.unwrap().is_some());
    ground.close().await;
}
