//! The fast paths answer like the whole search.

use proptest::prelude::*;
use proptest::sample::Index;

use super::world::{cases, count, distinct, grown, views, worlds};

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn i17_who_is_sound_is_told_alike_by_the_census_and_by_each_ones_own_search(world in worlds(20), k in 1_u32..4) {
        let graph = world.graph();
        for view in views(&graph) {
            let all = view.soundness(k);
            for member in 0..world.len() {
                let holds = view.stands(member) && view.kappa_at_least(member, k).holds();
                prop_assert_eq!(all.holds(member), holds);
            }
            prop_assert!(all.undetermined.is_empty() && all.searches <= world.len() as usize);
        }
    }

    #[test]
    fn i17_the_fast_path_admits_nobody_whom_the_whole_search_does_not(world in worlds(16), wishes in proptest::collection::vec(any::<Index>(), 4), k in 1_u32..4) {
        let graph = world.graph();
        for view in views(&graph) {
            let sponsors = distinct(&wishes, world.len(), 4);
            if view.soundness(k).admits(&sponsors) {
                prop_assert!(view.kappa_of_newcomer(&sponsors, k).holds());
            }
        }
    }

    #[test]
    fn i17_where_everybody_is_sound_the_fast_path_is_the_whole_rule(world in grown(7, 15, 3), wishes in proptest::collection::vec(any::<Index>(), 1..5)) {
        let graph = world.graph();
        let view = graph.for_keeping(super::world::TODAY);
        let sponsors = distinct(&wishes, world.len(), wishes.len());
        prop_assert_eq!(view.soundness(3).count(), world.len() as usize);
        prop_assert_eq!(view.soundness(3).searches, 0, "Lemma 1 settles a community grown by three words each");
        prop_assert_eq!(view.soundness(3).admits(&sponsors), view.kappa_of_newcomer(&sponsors, 3).holds());
        prop_assert_eq!(view.soundness(3).admits(&sponsors), count(sponsors.len()) >= 3);
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_yardstick_measures_the_same_thing(world in worlds(20), wishes in proptest::collection::vec(any::<Index>(), 4)) {
        let graph = world.graph();
        for view in views(&graph) {
            let sponsors = distinct(&wishes, world.len(), 4);
            let ours = view.kappa_of_newcomer(&sponsors, u32::MAX).kappa();
            prop_assert_eq!(ours, Some(trust::lab::yardstick::kappa_by_petgraph(&view, &sponsors)));
        }
    }
}
