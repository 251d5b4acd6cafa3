//! The way to the relay is slow, breaks, drips, tears or swallows (bar D8).

use crate::ground::{Ground, address, runner};
use chrono::Duration;
use faults::{Proxy, Target, Weather};
use std::{collections::BTreeSet, time::Duration as Pause};
use workers::mail::post::Relay;

const FOUNDERS: [&str; 5] = ["Ada", "Bruno", "Chloe", "Denis", "Emma"];

const WEATHERS: [(&str, Weather); 6] = [
    ("far", Weather::FAR),
    ("breaking", Weather { resets: 20, ..Weather::CALM }),
    ("dripping", Weather::DRIPPING),
    ("torn", Weather::torn_after(150)),
    ("deaf", Weather::DEAF),
    ("hole", Weather::BLACK_HOLE),
];

/// Letters leave in bad weather, then in calm weather until none is left.
async fn leave(ground: &Ground, way: &Proxy, weather: Weather) {
    let mut relay: Relay = format!("smtp://127.0.0.1:{}", way.port()).parse().unwrap();
    relay.patience = Pause::from_secs(6);
    let before = way.struck();
    way.set(weather);
    runner(&ground.db, relay).drain().await.unwrap();
    way.set(Weather::CALM);
    assert!(way.struck() > before, "{weather:?} struck nothing");
    let relay = format!("smtp://127.0.0.1:{}", way.port()).parse().unwrap();
    let calm = runner(&ground.db, relay);
    for _ in 0..4 {
        ground.clock.advance(Duration::minutes(10));
        calm.drain().await.unwrap();
    }
}

#[tokio::test]
async fn d08_whatever_the_way_to_the_relay_is_like_every_letter_arrives_and_only_itself_again() {
    let ground = Ground::open().await;
    let way = Proxy::start(Target::Port(ground.sink.address().port()), 8).await.unwrap();
    for (name, weather) in WEATHERS {
        ground.sink.clear();
        ground.community(name, "confiance", Some(1), &FOUNDERS).await;
        leave(&ground, &way, weather).await;
        let mut arrived = 0;
        for person in FOUNDERS.map(address).into_iter().chain([address(&format!("odile.{name}"))]) {
            // What the weather before kept back may still come: it is that community's, and was counted there.
            let mut letters = ground.letters_to(&person);
            letters.retain(|letter| letter.text().contains(&format!("://{name}.")));
            let kinds: BTreeSet<_> =
                letters.iter().map(|letter| (letter.header("Message-ID"), letter.text(), letter.html())).collect();
            assert_eq!(kinds.len(), 1, "{name}: {person} has {} letters", letters.len());
            arrived += letters.len();
        }
        println!("D8: the way to the relay, {name}: {} letters for 6 people, {} pieces struck", arrived, way.struck());
        assert_eq!(ground.jobs().await, Vec::<String>::new(), "{name}");
    }
    ground.close().await;
}
