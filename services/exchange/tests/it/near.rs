use crate::{
    finding::read_by,
    ground::{Ground, member_of},
    samples::{draft, first, published_as, titles},
};
use exchange::{
    ChoosePlaces, Direction, Draft, Edit, ExchangeError, Kind, ListingFilter, MyPlaces, NamedPlace, Near, Order,
    Settlement, Whence,
    edit::edit,
    my_places::{choose_places, my_places},
    views,
};
use kernel::{Caller, ListingId, Page, PageRequest};
use places::{Nearness, Place, Streets, cell, understand};
use std::collections::BTreeSet;

fn named(typed: &str) -> NamedPlace {
    NamedPlace { typed: typed.to_owned(), chosen: None }
}

pub async fn live(ground: &Ground, caller: &Caller, home: &str, work: &str) -> MyPlaces {
    let cmd = ChoosePlaces { home: named(home), work: named(work), ..ChoosePlaces::default() };
    choose_places(&ground.db, caller, &Streets::default(), cmd).await.unwrap().places
}

async fn listed(ground: &Ground, author: &Caller, title: &str, town: &str) -> ListingId {
    published_as(ground, author, Draft { town: town.to_owned(), ..draft(title) }).await
}

pub fn near(whence: Whence, kilometres: Option<u32>, order: Order) -> ListingFilter {
    ListingFilter { near: Some(Near { whence, kilometres }), order, ..ListingFilter::default() }
}

fn town(name: &str) -> Whence {
    Whence::Named(name.to_owned())
}

pub async fn found(ground: &Ground, caller: &Caller, filter: &ListingFilter) -> Page<exchange::ListingRow> {
    views::listings(&ground.db, caller, filter, &first(50)).await.unwrap()
}

fn codes(error: &ExchangeError) -> Vec<(&'static str, &'static str)> {
    error.problems().iter().map(|problem| (problem.field, problem.code)).collect()
}

/// Puts listings straight into the database, `count` in each of these towns.
pub async fn many(ground: &Ground, author: &Caller, towns: &[Place], count: i32) {
    let mut owner = ground.scratch.owner().await;
    for (number, place) in towns.iter().enumerate() {
        sqlx::query(
            "insert into listing (community_id, id, author_id, direction, kind, settlements, title, body, town, state, language,
                 created_at, expires_at, place, latitude, longitude, cell)
             select $1, gen_random_uuid(), $2, 'offer', 'service', '{gift}', 'Un coup de main', 'Pour le jardin.', $3, 'open', 'fr',
                 timestamptz '2026-01-01' + make_interval(secs => n), '2026-12-31', $4, $5, $6, $7
             from generate_series($8, $8 + $9 - 1) as n",
        )
        .bind(author.community.0)
        .bind(member_of(author).0)
        .bind(place.name)
        .bind(place.id().to_string())
        .bind(place.point.latitude)
        .bind(place.point.longitude)
        .bind(cell(place.point))
        .bind(i32::try_from(number).unwrap() * count)
        .bind(count)
        .execute(&mut owner)
        .await
        .unwrap();
    }
    sqlx::query("analyze listing, listing_term").execute(&mut owner).await.unwrap();
}

pub fn place(name: &str) -> Place {
    understand(name).one().unwrap()
}

#[tokio::test]
async fn home_and_work_are_kept_changed_and_forgotten() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    assert_eq!(my_places(&ground.db, &odile).await.unwrap(), MyPlaces::default());
    let kept = live(&ground, &odile, "58800 corbigny", "Nevers").await;
    assert_eq!(kept.home.map(|home| home.town.id().to_string()).as_deref(), Some("f58083"));
    assert_eq!(my_places(&ground.db, &odile).await.unwrap(), kept);
    assert_eq!(my_places(&ground.db, &bruno).await.unwrap(), MyPlaces::default(), "each their own");
    let moved = live(&ground, &odile, "Cosne-Cours-sur-Loire", "").await;
    assert_eq!((moved.home.map(|home| home.town.name), moved.work), (Some("Cosne-Cours-sur-Loire"), None));
    assert_eq!(my_places(&ground.db, &odile).await.unwrap(), moved);
    ground.close().await;
}

#[tokio::test]
async fn of_several_places_of_a_name_it_is_asked_which_and_the_choice_counts() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let unsure = ChoosePlaces { home: named("Saint-Aubin"), work: named("Xqzwvkjh"), ..ChoosePlaces::default() };
    let refused = choose_places(&ground.db, &odile, &Streets::default(), unsure).await.unwrap_err();
    assert_eq!(codes(&refused), [("home", "PLACE_WHICH"), ("work", "PLACE_UNKNOWN")]);
    let candidates = exchange::my_places::which(&odile, "Saint-Aubin").unwrap();
    let last = candidates.last().unwrap();
    let chosen = |typed: &str| ChoosePlaces {
        home: NamedPlace { typed: typed.to_owned(), chosen: Some(last.id()) },
        ..ChoosePlaces::default()
    };
    let kept = choose_places(&ground.db, &odile, &Streets::default(), chosen("Saint-Aubin")).await.unwrap().places;
    assert_eq!(kept.home.map(|home| home.town.id()), Some(last.id()));
    let other = choose_places(&ground.db, &odile, &Streets::default(), chosen("Nevers")).await.unwrap().places;
    assert_eq!(other.home.map(|home| home.town.name), Some("Nevers"), "what is typed after choosing counts");
    ground.close().await;
}

#[tokio::test]
async fn what_is_near_home_work_or_a_town_is_found_and_nothing_further() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    live(&ground, &odile, "Corbigny", "Paris").await;
    for (title, where_) in [
        ("Ici", "Corbigny"),
        ("Voisin", "Chitry-les-Mines"),
        ("Ville", "Nevers"),
        ("Capitale", "Paris"),
        ("Nulle part", ""),
    ] {
        listed(&ground, &bruno, title, where_).await;
        ground.clock.advance(chrono::Duration::minutes(1));
    }
    let home = found(&ground, &odile, &near(Whence::Home, Some(10), Order::Nearest)).await;
    assert_eq!(titles(&home), ["Ici", "Voisin"]);
    let told: Vec<_> = home.items.iter().map(|row| row.nearness).collect();
    assert_eq!(told, [Some(Nearness::SameTown), Some(Nearness::Kilometres(2))]);
    assert_eq!(titles(&found(&ground, &odile, &near(Whence::Home, Some(10), Order::Newest)).await), ["Voisin", "Ici"]);
    assert_eq!(titles(&found(&ground, &odile, &near(Whence::Work, Some(30), Order::Newest)).await), ["Capitale"]);
    assert_eq!(
        titles(&found(&ground, &odile, &near(town("nevers"), Some(60), Order::Nearest)).await),
        ["Ville", "Voisin", "Ici"]
    );
    let all = found(&ground, &odile, &near(Whence::Home, None, Order::Nearest)).await;
    assert_eq!(titles(&all), ["Ici", "Voisin", "Ville", "Capitale"], "what has no place is nowhere near");
    let narrowed = ListingFilter { words: Some("ville".to_owned()), ..near(Whence::Home, None, Order::Nearest) };
    assert_eq!(titles(&found(&ground, &odile, &narrowed).await), ["Ville"]);
    ground.close().await;
}

/// What a circle touches is found by squares, and a square has corners.
#[tokio::test]
async fn a_kilometre_too_far_is_too_far() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    live(&ground, &odile, "Corbigny", "").await;
    let around = ["Lormes", "Chitry-les-Mines", "58500 Clamecy", "Nevers"];
    many(&ground, &odile, &around.map(place), 1).await;
    for town in around.map(place) {
        let distance = place("Corbigny").point.kilometres_to(town.point);
        for kilometres in 1..60_u32 {
            for order in [Order::Nearest, Order::Newest] {
                let rows = found(&ground, &odile, &near(Whence::Home, Some(kilometres), order)).await;
                let seen = rows.items.iter().any(|row| row.town == town.name);
                assert_eq!(seen, distance <= f64::from(kilometres), "{} at {distance} of {kilometres} km", town.name);
            }
        }
    }
    ground.close().await;
}

#[tokio::test]
async fn the_same_community_is_near_on_both_sides_of_the_date_line() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    many(&ground, &odile, &[place("Suva, Fidji"), place("Lima, Pérou"), place("Londres")], 1).await;
    let samoa = place("Apia, Samoa");
    assert!(samoa.point.longitude < -170.0 && place("Suva, Fidji").point.longitude > 170.0);
    let rows = found(&ground, &odile, &near(Whence::Place(samoa.id()), Some(1_300), Order::Nearest)).await;
    assert_eq!(rows.items.iter().map(|row| row.town.as_str()).collect::<Vec<_>>(), ["Suva"]);
    let all = found(&ground, &odile, &near(Whence::Place(samoa.id()), None, Order::Nearest)).await;
    assert_eq!(all.items.iter().map(|row| row.town.as_str()).collect::<Vec<_>>(), ["Suva", "Lima", "London"]);
    ground.close().await;
}

#[tokio::test]
async fn paging_by_distance_has_no_gaps_and_no_doubles_even_within_one_town() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    live(&ground, &odile, "Corbigny", "").await;
    many(&ground, &odile, &["Corbigny", "Lormes", "Nevers", "Lyon"].map(place), 7).await;
    for size in [1, 3, 7, 28] {
        let (mut seen, mut after) = (Vec::new(), None);
        for _ in 0..=28 {
            let filter = near(Whence::Home, None, Order::Nearest);
            let page = views::listings(&ground.db, &odile, &filter, &PageRequest::new(size, after)).await.unwrap();
            seen.extend(page.items.iter().map(|row| (row.town.clone(), row.id)));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), 28, "in pages of {size}");
        assert_eq!(seen.iter().map(|(_, id)| *id).collect::<BTreeSet<_>>().len(), 28);
        let towns: Vec<&str> = seen.iter().step_by(7).map(|(town, _)| town.as_str()).collect();
        assert_eq!(towns, ["Corbigny", "Lormes", "Nevers", "Lyon"], "in pages of {size}");
    }
    ground.close().await;
}

#[tokio::test]
async fn whoever_did_not_say_where_they_are_is_asked_and_a_doubtful_town_too() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let refused = async |filter: ListingFilter| {
        let no = views::listings(&ground.db, &odile, &filter, &first(5)).await.unwrap_err();
        codes(&no)
    };
    assert_eq!(refused(near(Whence::Home, None, Order::Newest)).await, [("near", "NEAR_HOME_MISSING")]);
    assert_eq!(refused(near(Whence::Work, None, Order::Newest)).await, [("near", "NEAR_WORK_MISSING")]);
    assert_eq!(refused(near(town("Saint-Aubin"), None, Order::Newest)).await, [("near", "PLACE_WHICH")]);
    assert_eq!(refused(near(town("Xqzwvkjh"), None, Order::Newest)).await, [("near", "PLACE_UNKNOWN")]);
    let nearest = ListingFilter { order: Order::Nearest, ..ListingFilter::default() };
    assert_eq!(refused(nearest).await, [("near", "NEAR_WHAT")]);
    ground.close().await;
}

#[tokio::test]
async fn the_town_of_a_listing_is_the_author_s_neighbour_where_there_are_several_and_follows_a_change() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    let of = async |id: ListingId| {
        views::listing(&ground.db, &odile, id).await.unwrap().unwrap().row.place.and_then(|id| places::place(&id))
    };
    let unknown = listed(&ground, &odile, "Avant", "Saint-Aubin").await;
    assert_eq!(of(unknown).await, None, "of many, none is certain");
    live(&ground, &odile, "Nevers", "").await;
    let known = listed(&ground, &odile, "Après", "Saint-Aubin").await;
    let meant = of(known).await.unwrap();
    assert!(meant.name == "Saint-Aubin" && meant.point.kilometres_to(place("Nevers").point) < 300.0, "{meant:?}");
    let moved = Draft { town: "Lormes".to_owned(), ..draft("Après") };
    edit(&ground.db, &odile, Edit { id: known, draft: moved }).await.unwrap();
    assert_eq!(of(known).await.map(|place| place.name), Some("Lormes"));
    edit(&ground.db, &odile, Edit { id: known, draft: Draft { town: String::new(), ..draft("Après") } }).await.unwrap();
    assert_eq!(of(known).await, None);
    ground.close().await;
}

#[tokio::test]
async fn a_search_near_a_town_reads_what_is_near_of_many_listings() {
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let odile = ground.member(community, "Odile").await;
    live(&ground, &odile, "Corbigny", "").await;
    many(&ground, &odile, &["Paris", "Lyon", "Marseille", "Lima", "Londres"].map(place), 1_000).await;
    many(&ground, &odile, &["Lormes", "Chitry-les-Mines"].map(place), 3).await;
    let read = read_by(&ground, async {
        for order in [Order::Nearest, Order::Newest] {
            assert_eq!(found(&ground, &odile, &near(Whence::Home, Some(30), order)).await.items.len(), 6);
        }
        let page =
            views::listings(&ground.db, &odile, &near(Whence::Home, None, Order::Nearest), &first(5)).await.unwrap();
        assert_eq!(page.items.len(), 5);
    })
    .await;
    assert!(read < 200, "{read} rows were read of five thousand");
    ground.close().await;
}

#[tokio::test]
async fn a_match_is_weighed_by_kilometres_and_tells_nothing_of_where_the_other_lives() {
    use exchange::{find_matches, matching::Reason, views::matches::matches};
    let ground = Ground::open().await;
    let community = ground.community("a").await;
    let (odile, bruno) = (ground.member(community, "Odile").await, ground.member(community, "Bruno").await);
    // Bruno's work is next door to Odile, which she must not learn; his listing is in Nevers.
    live(&ground, &bruno, "Nevers", "Chitry-les-Mines").await;
    live(&ground, &odile, "Lyon", "Corbigny").await;
    let said = |direction, title: &str, town: &str| Draft {
        direction: Some(direction),
        kind: Some(Kind::Loan),
        settlements: vec![Settlement::Gift],
        town: town.to_owned(),
        ..draft(title)
    };
    published_as(&ground, &bruno, said(Direction::Offer, "Perceuse à percussion", "Nevers")).await;
    let request = published_as(&ground, &odile, said(Direction::Request, "Cherche perceuse", "Corbigny")).await;
    let house = Caller::house(community);
    while find_matches::read_meanings(&ground.db, &house).await.unwrap() {}
    let sought = find_matches::seek(&ground.db, &house, request).await.unwrap().unwrap();
    assert_eq!(find_matches::tell(&ground.db, &house, &sought, &[]).await.unwrap(), 1);
    let reasons =
        async |caller: &Caller| matches(&ground.db, caller, None, &first(5)).await.unwrap().items[0].reasons.clone();
    let near = |reasons: &[Reason]| reasons.iter().any(|one| matches!(one, Reason::Near(_) | Reason::SameTown));
    assert!(!near(&reasons(&odile).await), "from Corbigny to Nevers are 52 kilometres, whatever he does next door");
    let his = reasons(&bruno).await;
    assert!(his.contains(&Reason::Near(2)), "from where he works to where she asks: {his:?}");
    ground.close().await;
}
