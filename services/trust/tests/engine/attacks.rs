//! Lemma 1 and Theorems 1 and 2: what fakes cannot do, whoever sponsors them.

use proptest::prelude::*;
use proptest::sample::Index;

use super::world::{TODAY, World, cases, count, distinct, edge, grown, views, worlds};

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn i6_k_distinct_sponsors_who_are_roots_or_have_kappa_k_give_kappa_k(world in worlds(14), k in 1_u32..5) {
        let graph = world.graph();
        for view in views(&graph) {
            let sure = |member: &u32| view.stands(*member) && view.kappa_at_least(*member, k).holds();
            let sponsors: Vec<u32> = (0..world.len()).filter(sure).take(k as usize).collect();
            if sponsors.len() == k as usize {
                prop_assert!(view.kappa_of_newcomer(&sponsors, k).holds());
            }
        }
    }

    #[test]
    fn i7_a_community_grown_by_k_sponsors_each_has_kappa_k_throughout(world in grown(4, 25, 3)) {
        let graph = world.graph();
        for member in 0..world.len() {
            prop_assert!(graph.for_keeping(TODAY).kappa_at_least(member, 3).holds());
        }
    }

    #[test]
    fn i8_no_fake_has_more_paths_than_there_are_compromised(attack in attacks()) {
        let graph = attack.world.graph();
        for &fake in &attack.fakes {
            prop_assert!(graph.for_keeping(TODAY).kappa_at_least(fake, u32::MAX).kappa().unwrap() <= count(attack.compromised.len()));
        }
    }

    #[test]
    fn i9_with_fewer_than_k_compromised_left_every_fake_falls_below_k(attack in attacks()) {
        let graph = attack.world.graph();
        for k in 1..=attack.compromised.len() {
            let expelled = &attack.compromised[k - 1..];
            let view = graph.for_keeping(TODAY).without(expelled);
            for &fake in &attack.fakes {
                prop_assert!(!view.kappa_at_least(fake, count(k)).holds());
            }
        }
    }
}

/// A community grown honestly, some of its members compromised, and fakes that sponsor one another at will.
#[derive(Clone, Debug)]
struct Attack {
    world: World,
    compromised: Vec<u32>,
    fakes: Vec<u32>,
}

fn attacks() -> impl Strategy<Value = Attack> {
    let fakes = proptest::collection::vec(proptest::collection::vec(any::<Index>(), 6), 1..10);
    let compromised = proptest::collection::vec(any::<Index>(), 5);
    (grown(7, 12, 3), compromised, 1_usize..5, fakes).prop_map(|(mut world, choice, c, fakes)| {
        let compromised = distinct(&choice, world.len(), c);
        let mut made: Vec<u32> = Vec::new();
        for wishes in fakes {
            let number = world.join(&[]);
            made.push(number);
            // Each wish is an edge from an accomplice or from any fake, earlier or (added below) later.
            for wish in wishes {
                let pool: Vec<u32> = compromised.iter().chain(&made).copied().collect();
                let (sponsor, other) = (pool[wish.index(pool.len())], made[wish.index(made.len())]);
                world.edges.push(edge(sponsor, number, trust::EdgeState::Active));
                world.edges.push(edge(number, other, trust::EdgeState::Active));
            }
        }
        Attack { world, compromised, fakes: made }
    })
}
