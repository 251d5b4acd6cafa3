//! What a policy means is counted by the same searches as everything else, and looking changes nothing.

use proptest::prelude::*;
use trust::{AdmissionPolicy, Foresight, Standard};

use super::world::{TODAY, cases, count, worlds};

fn asks(k: u32) -> AdmissionPolicy {
    AdmissionPolicy { sponsors: k, fewer_while_small: false, ..AdmissionPolicy::default() }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn who_would_fall_short_are_those_with_enough_paths_now_and_too_few_then(world in worlds(16), now in 1_u32..3, then in 0_u32..4) {
        let graph = world.graph();
        let (one, two) = (asks(now), asks(then));
        let seen = Foresight::of(&graph, &one, &two, TODAY, TODAY);
        let view = graph.for_keeping(TODAY);
        let enough = |policy: &AdmissionPolicy, member| {
            let need = Standard::on(policy, &graph, TODAY).need();
            need == 0 || view.is_root(member) || view.stands(member) && view.kappa_at_least(member, need).holds()
        };
        let inside = || graph.members().filter(|row| matches!(row.state, trust::MemberState::Member { .. } | trust::MemberState::UnderReview)).map(|row| row.number);
        let falling = inside().filter(|&one_of| enough(&one, one_of) && !enough(&two, one_of)).count();
        prop_assert_eq!(seen.falling, count(falling));
        prop_assert_eq!(seen.then.below, count(inside().filter(|&member| !enough(&two, member)).count()));
        prop_assert_eq!(seen.now.members, count(inside().count()));
        prop_assert!(then <= now || seen.falling <= seen.then.below);
    }
}

#[test]
fn what_bounds_false_accounts_is_said_and_so_is_that_nothing_does() {
    let graph = trust::TrustGraph::default();
    let means = |policy: &AdmissionPolicy| Foresight::of(&graph, policy, policy, TODAY, TODAY).now;
    let usual = means(&asks(3));
    assert_eq!(
        (usual.fakes, usual.fakes_at_most),
        (Some(4), Some(12)),
        "Theorem 3: four tokens, one missing in the first year"
    );
    let generous = AdmissionPolicy { first_year_tokens: Some(3), ..asks(3) };
    assert_eq!(means(&generous).fakes, None, "false accounts could pay for the next for ever");
    let strict = AdmissionPolicy { first_year_tokens: Some(0), ..asks(3) };
    assert_eq!(means(&strict).fakes, Some(2), "four tokens, three a newcomer, rounded up");
    assert_eq!((usual.reproduction, usual.members), (None, 0));
}
