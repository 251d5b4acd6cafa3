//! Whereabouts in a town somebody lives: about 500 m off, from whoever knows streets, and the town where nobody does.

use crate::{
    ground::{Ground, member_of},
    samples::{draft, first, published_as, titles},
};
use exchange::{
    ChoosePlaces, Chosen, Draft, ExchangeError, ListingFilter, NamedPlace, NamedStreet, Near, Order, StreetAnswer,
    Whence,
    my_places::{choose_places, my_places},
    views,
};
use kernel::Caller;
use places::{Answer, Geocoder, Place, Point, Spot, Streets, Unanswered};
use std::sync::{Arc, Mutex};

/// Knows the streets it is told of, until it is out of order.
#[derive(Debug, Default)]
struct Known {
    doors: Vec<(&'static str, Point)>,
    broken: Mutex<bool>,
    asked: Mutex<Vec<String>>,
}

impl Geocoder for Known {
    fn host(&self) -> Option<&str> {
        Some("geocoder.example")
    }

    fn find<'a>(&'a self, street: &'a str, town: &'a Place) -> Answer<'a> {
        self.asked.lock().unwrap().push(format!("{street}, {}", town.name));
        let found = self.doors.iter().find(|(name, _)| *name == street).map(|(_, point)| *point);
        let answer = if *self.broken.lock().unwrap() { Err(Unanswered) } else { Ok(found) };
        Box::pin(async move { answer })
    }
}

const DOOR: Point = Point { latitude: 46.989_273, longitude: 3.157_612 };
/// 5 km north of it, in the same commune.
const NORTH: Point = Point { latitude: 47.034, longitude: 3.157_612 };

struct Here {
    ground: Ground,
    odile: Caller,
    known: Arc<Known>,
    streets: Streets,
}

impl Here {
    async fn open() -> Self {
        let ground = Ground::open().await;
        let community = ground.community("a").await;
        let odile = ground.member(community, "Odile").await;
        let doors = vec![
            ("12 rue de Nièvre", DOOR),
            ("Chemin du Nord", NORTH),
            ("Rue du bout du monde", Point { latitude: -12.0, longitude: -77.0 }),
        ];
        let known = Arc::new(Known { doors, ..Known::default() });
        let streets = Streets::asked_of(known.clone());
        Self { ground, odile, known, streets }
    }

    async fn live(&self, home: &str, street: &str, forget: bool) -> Result<Chosen, ExchangeError> {
        let cmd = ChoosePlaces {
            home: NamedPlace { typed: home.to_owned(), chosen: None },
            home_street: NamedStreet { typed: street.to_owned(), forget },
            ..ChoosePlaces::default()
        };
        choose_places(&self.ground.db, &self.odile, &self.streets, cmd).await
    }

    async fn spot(&self) -> Option<Spot> {
        my_places(&self.ground.db, &self.odile).await.unwrap().home.unwrap().spot
    }

    fn asked(&self) -> usize {
        self.known.asked.lock().unwrap().len()
    }
}

#[tokio::test]
async fn of_an_address_a_point_is_kept_that_is_500_metres_off_and_nothing_else() {
    let here = Here::open().await;
    let chosen = here.live("Nevers", " 12 rue de Nièvre ", false).await.unwrap();
    assert_eq!((chosen.home_street, chosen.work_street), (StreetAnswer::Found, StreetAnswer::NotAsked));
    assert_eq!(here.spot().await, Some(Spot::of(DOOR)));
    let rows: Vec<String> = sqlx::query_scalar("select to_jsonb(p)::text from member_place p where member_id = $1")
        .bind(member_of(&here.odile).0)
        .fetch_all(&mut here.ground.scratch.owner().await)
        .await
        .unwrap();
    assert_eq!(rows.len(), 1);
    for exact in ["46.989273", "3.157612", "rue", "Nièvre"] {
        assert!(!rows[0].contains(exact), "{exact}: {}", rows[0]);
    }
    // However often it is said: the same point.
    for _ in 0..3 {
        here.live("Nevers", "12 rue de Nièvre", false).await.unwrap();
        assert_eq!(here.spot().await, Some(Spot::of(DOOR)));
    }
    here.ground.close().await;
}

#[tokio::test]
async fn a_spot_stays_with_its_town_until_it_is_forgotten() {
    let here = Here::open().await;
    here.live("Nevers", "12 rue de Nièvre", false).await.unwrap();
    let kept = here.live("58000 nevers", "", false).await.unwrap();
    assert_eq!((kept.home_street, here.spot().await), (StreetAnswer::NotAsked, Some(Spot::of(DOOR))));
    here.live("Nevers", "", true).await.unwrap();
    assert_eq!(here.spot().await, None, "forgotten");
    here.live("Nevers", "12 rue de Nièvre", false).await.unwrap();
    here.live("Corbigny", "", false).await.unwrap();
    assert_eq!(here.spot().await, None, "in another town it means nothing");
    assert_eq!(here.asked(), 2, "nobody is asked of nothing");
    here.ground.close().await;
}

#[tokio::test]
async fn where_nobody_knows_the_street_the_town_is_kept_and_told_so() {
    let here = Here::open().await;
    let unknown = here.live("Nevers", "Rue introuvable", false).await.unwrap();
    assert_eq!((unknown.home_street, here.spot().await), (StreetAnswer::Unknown, None));
    let elsewhere = here.live("Nevers", "Rue du bout du monde", false).await.unwrap();
    assert_eq!((elsewhere.home_street, here.spot().await), (StreetAnswer::Unknown, None));
    here.live("Nevers", "12 rue de Nièvre", false).await.unwrap();
    *here.known.broken.lock().unwrap() = true;
    let down = here.live("Nevers", "Chemin du Nord", false).await.unwrap();
    assert_eq!(down.home_street, StreetAnswer::Unanswered);
    assert_eq!(here.spot().await, None, "not where they lived before");
    assert_eq!(down.places.home.unwrap().town.name, "Nevers");
    // Where no installation named anybody, nobody is asked, whatever is sent.
    let cmd = ChoosePlaces {
        home: NamedPlace { typed: "Nevers".to_owned(), chosen: None },
        home_street: NamedStreet { typed: "12 rue de Nièvre".to_owned(), forget: false },
        ..ChoosePlaces::default()
    };
    let off = choose_places(&here.ground.db, &here.odile, &Streets::default(), cmd).await.unwrap();
    assert_eq!((off.home_street, off.places.home.unwrap().spot), (StreetAnswer::Unknown, None));
    here.ground.close().await;
}

#[tokio::test]
async fn what_is_wrong_with_a_street_is_said_before_anybody_is_asked() {
    let here = Here::open().await;
    for (home, street, code) in [
        ("", "12 rue de Nièvre", "STREET_WITHOUT_TOWN"),
        ("Nevers", &*"é".repeat(121), "STREET_TOO_LONG"),
        ("Nevers", "rue\u{7}", "TEXT_INVISIBLE"),
    ] {
        let refused = here.live(home, street, false).await.unwrap_err();
        let problem = refused.problems()[0];
        assert_eq!((problem.field, problem.code), ("home_street", code));
    }
    let unsure = here.live("Saint-Aubin", "12 rue de Nièvre", false).await.unwrap_err();
    assert_eq!(unsure.problems()[0].code, "PLACE_WHICH");
    assert_eq!(here.asked(), 0);
    here.live("Nevers", &"é".repeat(120), false).await.unwrap();
    assert_eq!(here.asked(), 1);
    here.ground.close().await;
}

#[tokio::test]
async fn a9_a_member_has_twenty_streets_an_hour_looked_up_and_not_one_more() {
    let here = Here::open().await;
    for _ in 0..20 {
        here.live("Nevers", "12 rue de Nièvre", false).await.unwrap();
    }
    let refused = here.live("Nevers", "Chemin du Nord", false).await.unwrap_err();
    assert!(matches!(refused, ExchangeError::TooOften(_)), "{refused:?}");
    assert_eq!((here.asked(), here.spot().await), (20, Some(Spot::of(DOOR))), "what was known stays");
    here.live("Corbigny", "", false).await.unwrap();
    here.ground.close().await;
}

#[tokio::test]
async fn what_is_near_is_near_the_spot_and_others_learn_nothing_of_it() {
    let here = Here::open().await;
    let bruno = here.ground.member(here.odile.community, "Bruno").await;
    for (title, town) in [("Tailler une haie", "Nevers"), ("Garder un chat", "Varennes-Vauzelles")] {
        published_as(&here.ground, &bruno, Draft { town: town.to_owned(), ..draft(title) }).await;
    }
    let near = ListingFilter {
        near: Some(Near { whence: Whence::Home, kilometres: Some(20) }),
        order: Order::Nearest,
        ..ListingFilter::default()
    };
    let found = async || views::listings(&here.ground.db, &here.odile, &near, &first(50)).await.unwrap();
    here.live("Nevers", "", false).await.unwrap();
    assert_eq!(titles(&found().await), ["Tailler une haie", "Garder un chat"]);
    here.live("Nevers", "Chemin du Nord", false).await.unwrap();
    assert_eq!(titles(&found().await), ["Garder un chat", "Tailler une haie"], "seen from the north of the town");
    here.ground.close().await;
}
