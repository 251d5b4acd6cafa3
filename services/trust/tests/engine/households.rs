//! Two of one household are one voice: everything the engine says of a community with households is what it says of the community
//! written out anew with one vertex for each household, and a leaf for each who lives there (decision 0035).

use std::collections::{BTreeSet, HashSet};

use proptest::prelude::*;
use proptest::sample::Index;
use trust::{
    AdmissionPolicy, Application, Circumstances, Cure, Day, Departure, Evidence, Households, Leniency, MemberState,
    Missing, Move, Offer, Outcome, Reason, Standard, TrustGraph, View, WhyAside, cure, decide, verify, what_if,
    what_if_moved,
};

use super::oracle::{self, Purpose};
use super::world::{TODAY, World, cases, count, distinct, edge, grown, row, views, worlds};

const PURPOSES: [Purpose; 2] = [Purpose::Admission, Purpose::Keeping];

/// A community, and who lives with whom.
#[derive(Clone, Debug)]
struct Town {
    world: World,
    ties: Vec<(u32, u32)>,
}

impl Town {
    fn graph(&self) -> TrustGraph {
        let mut graph = self.world.graph();
        for &(one, other) in &self.ties {
            graph.tie(one, other).unwrap();
        }
        graph
    }

    /// Everybody's household, written down a second time: labels are spread until none changes.
    fn voices(&self) -> Vec<u32> {
        let mut voices: Vec<u32> = (0..self.world.len()).collect();
        loop {
            let mut changed = false;
            for &(one, other) in &self.ties {
                let least = voices[one as usize].min(voices[other as usize]);
                for member in [one, other] {
                    changed |= voices[member as usize] != least;
                    voices[member as usize] = least;
                }
            }
            if !changed {
                return voices;
            }
        }
    }

    fn contracted(&self, purpose: Purpose) -> Contracted {
        Contracted::of(self, purpose)
    }

    fn and(&self, one: u32, other: u32) -> Self {
        let mut more = self.clone();
        more.ties.push((one, other));
        more
    }
}

/// The community without households that says the same.
struct Contracted {
    world: World,
    voices: Vec<u32>,
    shares: Vec<bool>,
    stands: Vec<bool>,
}

impl Contracted {
    fn of(town: &Town, purpose: Purpose) -> Self {
        let (world, voices) = (&town.world, town.voices());
        let size = world.len();
        let stands: Vec<bool> = (0..size).map(|member| oracle::carries(world, member, purpose)).collect();
        let roots: HashSet<u32> = oracle::roots(world, purpose).into_iter().collect();
        let mut with: Vec<Vec<u32>> = vec![Vec::new(); voices.len()];
        for (member, &voice) in (0..).zip(&voices) {
            with[voice as usize].push(member);
        }
        let shares: Vec<bool> = (0..size).map(|member| with[voices[member as usize] as usize].len() > 1).collect();
        let state = |stands| if stands { MemberState::Member { since: Day::new(0) } } else { MemberState::Expelled };
        let voice_row = |voice: u32| {
            let household = &with[voice as usize];
            let standing = household.iter().any(|&one| stands[one as usize]);
            row(voice, household.iter().any(|one| roots.contains(one)), state(standing))
        };
        let leaf_row = |member: u32| row(size + member, roots.contains(&member), state(stands[member as usize]));
        let members = (0..size).map(voice_row).chain((0..size).map(leaf_row)).collect();
        let mut edges = Vec::new();
        for (from, to) in oracle::pairs(world).into_iter().filter(|pair| stands[pair.0 as usize]) {
            let (giver, taker) = (voices[from as usize], voices[to as usize]);
            // Somebody who does not stand may be asked about, and carries nobody.
            if giver != taker && (stands[to as usize] || !shares[to as usize]) {
                edges.push(edge(giver, taker, trust::EdgeState::Active));
            }
            edges.push(edge(giver, size + to, trust::EdgeState::Active));
        }
        Self { world: World { members, edges }, voices, shares, stands }
    }

    /// The vertex that means a member as somebody asked about.
    fn subject(&self, member: u32) -> u32 {
        if self.shares[member as usize] { count(self.voices.len()) + member } else { member }
    }

    /// Who is named for a voice: the first of it who stands.
    fn named(&self, voice: u32) -> u32 {
        let mut household = (0..count(self.voices.len())).filter(|&one| self.voices[one as usize] == voice);
        household.find(|&one| self.stands[one as usize]).unwrap()
    }

    /// The member whom a vertex means as somebody asked about, if it means one.
    fn whom(&self, vertex: u32) -> Option<u32> {
        let size = count(self.voices.len());
        match vertex.checked_sub(size) {
            Some(member) => Some(member).filter(|&member| self.shares[member as usize]),
            None => Some(vertex).filter(|&vertex| !self.shares[vertex as usize]),
        }
    }

    fn kappa(&self, member: u32) -> u32 {
        oracle::kappa_by_flow(&self.world, self.subject(member), Purpose::Keeping)
    }
}

/// Communities where some live together.
fn towns(most: u32) -> impl Strategy<Value = Town> {
    (worlds(most), proptest::collection::vec((any::<Index>(), any::<Index>()), 0..=(most as usize / 3))).prop_map(
        |(world, pairs)| {
            let ties = pairs.into_iter().map(|(one, other)| (world.pick(one), world.pick(other))).collect();
            Town { world, ties }
        },
    )
}

fn kappa(view: &View<'_>, member: u32) -> u32 {
    view.kappa_at_least(member, u32::MAX).kappa().unwrap_or(u32::MAX)
}

fn kappas(town: &Town) -> Vec<u32> {
    let graph = town.graph();
    (0..town.world.len()).map(|member| kappa(&graph.for_keeping(TODAY), member)).collect()
}

fn standard(k: u32) -> Standard {
    Standard { sponsors: k, paths: k, leniency: Leniency::default() }
}

/// Those who stand, and have at least k here and fewer there.
fn fallen(before: &Town, after: &Town, k: u32) -> Vec<u32> {
    let here = |town: &Town, member| kappa_of_contracted(town, member) >= k;
    let stands = |member: &u32| oracle::carries(&after.world, *member, Purpose::Keeping);
    (0..before.world.len()).filter(stands).filter(|&one| here(before, one) && !here(after, one)).collect()
}

fn kappa_of_contracted(town: &Town, member: u32) -> u32 {
    if oracle::roots(&town.world, Purpose::Keeping).contains(&member) {
        return u32::MAX;
    }
    town.contracted(Purpose::Keeping).kappa(member)
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn kappa_is_that_of_the_community_written_out_with_one_vertex_a_household(town in towns(30)) {
        let graph = town.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let contracted = town.contracted(purpose);
            for member in (0..town.world.len()).filter(|&member| !view.is_root(member)) {
                prop_assert_eq!(kappa(view, member), contracted.kappa(member));
            }
        }
    }

    #[test]
    fn certificates_hold_and_their_cuts_name_each_household_once(town in towns(16), asked in 0_u32..6) {
        let graph = town.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let contracted = town.contracted(purpose);
            for member in 0..town.world.len() {
                let certificate = view.certify(member, asked).unwrap();
                prop_assert_eq!(verify(&graph, &certificate), Ok(()));
                prop_assert_eq!(certificate.holds(), view.is_root(member) || contracted.kappa(member) >= asked);
                if let Evidence::TooFew { cut, paths } = &certificate.evidence {
                    let voices: BTreeSet<u32> = cut.iter().map(|&one| view.voice(one)).collect();
                    prop_assert_eq!((voices.len(), paths.len()), (cut.len(), cut.len()));
                    prop_assert!(cut.iter().all(|&one| view.stands(one)));
                }
            }
        }
    }

    #[test]
    fn a_certificate_whose_paths_meet_in_one_household_is_refused(world in grown(7, 14, 3), who in any::<Index>(), one in 0_usize..3, other in 0_usize..3) {
        let (member, mut graph) = (7 + count(who.index(14)), world.graph());
        let alone = graph.for_keeping(TODAY).certify(member, 3).unwrap();
        let (one, other) = (alone.paths()[one][0], *alone.paths()[other].last().unwrap());
        graph.tie(one, other).unwrap();
        let meet = alone.paths().iter().filter(|path| path.contains(&one) || path.contains(&other)).count() > 1;
        let told = verify(&graph, &alone);
        if meet {
            prop_assert!(matches!(told, Err(trust::Flaw::Shared(_))), "{:?}", told);
        } else if one != member && other != member {
            let adjacent = alone.paths().iter().any(|path| path.windows(2).any(|pair| pair == [one, other]));
            prop_assert_eq!(told.is_ok(), one == other || adjacent);
        }
    }

    #[test]
    fn distances_dominators_and_dominated_sets_are_those_of_the_community_written_out(town in towns(20)) {
        let graph = town.graph();
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let contracted = town.contracted(purpose);
            let plain = contracted.world.graph();
            let plain = plain.for_keeping(TODAY);
            let (distances, tree) = (view.distances(), view.dominators());
            let (plain_distances, plain_tree) = (plain.distances(), plain.dominators());
            let sizes = tree.sizes();
            for member in 0..town.world.len() {
                let subject = contracted.subject(member);
                prop_assert_eq!(distances.of(member), plain_distances.of(subject));
                let chain = plain_tree.of(subject).map(|chain| {
                    let mut named: Vec<u32> = chain.into_iter().map(|voice| contracted.named(voice)).collect();
                    named.sort_unstable();
                    named
                });
                prop_assert_eq!(tree.of(member), chain);
                prop_assert_eq!(tree.hangs_on_nobody(member), plain_tree.hangs_on_nobody(subject));
                let voice = contracted.voices[member as usize];
                let below = plain_tree.dominated_by(voice).into_iter().filter_map(|vertex| contracted.whom(vertex));
                let mut below: Vec<u32> = below.filter(|&one| contracted.voices[one as usize] != voice).collect();
                below.sort_unstable();
                prop_assert_eq!(sizes[member as usize], below.len());
                prop_assert_eq!(tree.dominated_by(member), below);
            }
        }
    }

    #[test]
    fn i1_kappa_is_at_most_the_voices_that_sponsor_and_the_roots_voices(town in towns(20)) {
        let (graph, voices) = (town.graph(), town.voices());
        for (view, purpose) in views(&graph).iter().zip(PURPOSES) {
            let voice = |member: u32| voices[member as usize];
            let roots: HashSet<u32> = oracle::roots(&town.world, purpose).into_iter().map(voice).collect();
            prop_assert_eq!(view.root_voices(), roots.len());
            let pairs = oracle::pairs(&town.world);
            for member in (0..town.world.len()).filter(|&member| !view.is_root(member)) {
                let given = pairs.iter().filter(|pair| pair.1 == member && oracle::carries(&town.world, pair.0, purpose));
                let sponsors: HashSet<u32> = given.map(|pair| voice(pair.0)).collect();
                prop_assert!(kappa(view, member) as usize <= sponsors.len().min(roots.len()));
            }
        }
    }

    #[test]
    fn i2_with_households_too_a_new_word_lowers_nobody_and_a_departure_raises_nobody(town in towns(14), from in any::<Index>(), to in any::<Index>()) {
        let (from, to) = (town.world.pick(from), town.world.pick(to));
        let mut more = town.clone();
        more.world.edges.push(edge(from, to, trust::EdgeState::Active));
        let graph = town.graph();
        let without = graph.for_keeping(TODAY).without(&[from]);
        for (member, (before, after)) in (0..).zip(kappas(&town).into_iter().zip(kappas(&more))) {
            prop_assert!(after >= before);
            prop_assert!(member == from || kappa(&without, member) <= before);
        }
    }

    #[test]
    fn a_household_of_one_and_one_that_is_over_change_nothing(town in towns(16), who in any::<Index>(), one in any::<Index>(), other in any::<Index>()) {
        let (who, one, other) = (town.world.pick(who), town.world.pick(one), town.world.pick(other));
        let alone = Town { ties: Vec::new(), ..town.clone() };
        let (plain, mut graph) = (alone.graph(), alone.graph());
        graph.tie(who, who).unwrap();
        graph.tie(one, other).unwrap();
        graph.untie(other, one);
        prop_assert_eq!(graph.households(), &Households::default());
        let mut left = town.graph();
        for &(one, other) in town.ties.iter().rev() {
            left.untie(one, other);
        }
        for ((here, there), past) in views(&plain).iter().zip(views(&graph)).zip(views(&left)) {
            for member in 0..alone.world.len() {
                prop_assert_eq!(here.kappa_at_least(member, 3), there.kappa_at_least(member, 3));
                prop_assert_eq!(here.kappa_at_least(member, 3), past.kappa_at_least(member, 3));
            }
        }
    }

    #[test]
    fn two_households_become_one_moves_nobody_by_more_than_one_path(town in towns(16), one in any::<Index>(), other in any::<Index>()) {
        let joined = town.and(town.world.pick(one), town.world.pick(other));
        for (before, after) in kappas(&town).into_iter().zip(kappas(&joined)) {
            prop_assert!(before.abs_diff(after) <= 1);
        }
    }

    #[test]
    fn households_of_the_sound_lift_nobody_when_they_are_joined_and_drop_nobody_when_they_are_parted(town in towns(16), one in any::<Index>(), other in any::<Index>(), k in 1_u32..4) {
        let (one, other) = (town.world.pick(one), town.world.pick(other));
        let (voices, before) = (town.voices(), kappas(&town));
        let joining = |member: u32| [one, other].iter().any(|&it| voices[it as usize] == voices[member as usize]);
        let carries = |member: &u32| oracle::carries(&town.world, *member, Purpose::Keeping);
        let sound = (0..town.world.len()).filter(carries).filter(|&member| joining(member)).all(|member| before[member as usize] >= k);
        prop_assume!(sound);
        for (before, after) in before.into_iter().zip(kappas(&town.and(one, other))) {
            prop_assert!(before >= k || after < k);
        }
    }

    #[test]
    fn i6_k_words_of_k_households_that_are_sound_make_a_newcomer_sound(town in towns(16), wishes in proptest::collection::vec(any::<Index>(), 4), k in 1_u32..4) {
        let graph = town.graph();
        for view in views(&graph) {
            let sponsors = distinct(&wishes, town.world.len(), 4);
            let sound: Vec<u32> = sponsors.iter().copied().filter(|&one| view.stands(one) && view.kappa_at_least(one, k).holds()).collect();
            if view.voices_among(sound) >= k as usize {
                prop_assert!(view.kappa_of_newcomer(&sponsors, k).holds());
                prop_assert!(view.soundness(k).admits(&sponsors));
            }
        }
    }

    #[test]
    fn i17_the_census_and_the_fast_path_tell_what_each_ones_own_search_tells(town in towns(20), wishes in proptest::collection::vec(any::<Index>(), 4), k in 1_u32..4) {
        let graph = town.graph();
        for view in views(&graph) {
            let all = view.soundness(k);
            for member in 0..town.world.len() {
                let holds = view.stands(member) && view.kappa_at_least(member, k).holds();
                prop_assert_eq!(all.holds(member), holds);
            }
            let sponsors = distinct(&wishes, town.world.len(), 4);
            prop_assert!(!all.admits(&sponsors) || view.kappa_of_newcomer(&sponsors, k).holds());
            let found = view.kappa_of_newcomer(&sponsors, u32::MAX).kappa();
            prop_assert_eq!(found, Some(trust::lab::yardstick::kappa_by_petgraph(&view, &sponsors)));
        }
    }

    #[test]
    fn i13_whom_a_departure_lets_fall_is_told_by_two_searches_each(town in towns(16), who in any::<Index>(), k in 1_u32..4) {
        let (gone, graph) = (town.world.pick(who), town.graph());
        let mut after = town.clone();
        after.world.members[gone as usize].state = MemberState::Expelled;
        let departure = |k| Departure { who: vec![gone], reason: Reason::Conduct, day: TODAY, standard: standard(k) };
        let effects = what_if(&graph, &departure(k));
        prop_assert_eq!(&effects.falling, &fallen(&town, &after, k));
        prop_assert_eq!(&effects.orphans, &fallen(&town, &after, 1));
        prop_assert_eq!(effects.orphans, graph.for_keeping(TODAY).orphans_without(&[gone]));
    }

    #[test]
    fn i13_whom_a_move_lets_fall_is_told_by_two_searches_each_and_asking_changes_nothing(town in towns(16), one in any::<Index>(), other in any::<Index>(), k in 1_u32..4) {
        let (one, other) = (town.world.pick(one), town.world.pick(other));
        let joined = town.and(one, other);
        let graph = town.graph();
        let told = what_if_moved(&graph, Move::Together(one, other), TODAY, &standard(k));
        prop_assert_eq!(&told.falling, &fallen(&town, &joined, k));
        let good = |member: &u32| matches!(town.world.members[*member as usize].state, MemberState::Member { .. });
        let reviewed: Vec<u32> = told.reviews.iter().map(|review| review.member).collect();
        prop_assert_eq!(reviewed, told.falling.iter().copied().filter(good).collect::<Vec<_>>());
        let untouched = town.graph();
        prop_assert_eq!(graph.households(), untouched.households());
        // And back: where they were not together already, parting them leads to where we were.
        let mut parted = joined.graph();
        parted.untie(one, other);
        if parted.households() == graph.households() {
            let told = what_if_moved(&joined.graph(), Move::Apart(other, one), TODAY, &standard(k));
            prop_assert_eq!(told.falling, fallen(&joined, &town, k));
        }
    }

    #[test]
    fn i15_with_households_too_somebody_is_cured_exactly_when_kappa_suffices(town in towns(14), who in any::<Index>(), k in 1_u32..4) {
        let (mut town, member) = (town.clone(), town.world.pick(who));
        town.world.members[member as usize] = row(member, false, MemberState::UnderReview);
        let outcome = cure(&mut town.graph(), member, Day::new(3), TODAY, &standard(k));
        prop_assert_eq!(matches!(outcome, Cure::Cured(_)), kappa_of_contracted(&town, member) >= k);
    }

    #[test]
    fn i5_order_and_labels_do_not_matter_to_households((town, order, ties) in towns(12).prop_flat_map(|town| {
        let order: Vec<u32> = (0..town.world.len()).collect();
        let ties = Just(town.ties.clone()).prop_shuffle();
        (Just(town), Just(order).prop_shuffle(), ties)
    })) {
        let name = |number: u32| order[number as usize];
        let members = town.world.members.iter().map(|member| row(name(member.number), member.root, member.state));
        let edges = town.world.edges.iter().map(|old| edge(name(old.sponsor), name(old.member), old.state));
        let mut renamed = TrustGraph::build(members, edges).unwrap();
        for (one, other) in ties {
            renamed.tie(name(other), name(one)).unwrap();
        }
        for (before, after) in views(&town.graph()).iter().zip(views(&renamed)) {
            for member in 0..town.world.len() {
                prop_assert_eq!(kappa(before, member), kappa(&after, name(member)));
                prop_assert_eq!(before.distances().of(member), after.distances().of(name(member)));
            }
        }
    }

    #[test]
    fn i20_a_search_cut_short_proves_nothing_with_households_either(town in towns(16), limit in 0_usize..30) {
        let graph = town.graph();
        for view in views(&graph) {
            for member in 0..town.world.len() {
                let (whole, short) = (view.kappa_at_least(member, 3), view.clone().search_states(limit).kappa_at_least(member, 3));
                if let trust::Proof::Undetermined { at_least, .. } = short {
                    prop_assert!(at_least < 3 && at_least <= whole.kappa().unwrap());
                } else {
                    prop_assert_eq!(short, whole);
                }
            }
        }
    }

    #[test]
    fn i8_and_i9_fakes_gain_nothing_by_living_with_one_another_and_with_whoever_let_them_in(
        world in grown(7, 12, 3),
        accomplices in proptest::collection::vec(any::<Index>(), 1..4),
        words in proptest::collection::vec((any::<Index>(), any::<Index>()), 0..60),
        homes in proptest::collection::vec((any::<Index>(), any::<Index>()), 0..12),
        expelled in 0_usize..4,
    ) {
        let honest = world.len();
        let accomplices = distinct(&accomplices, honest, accomplices.len());
        let mut town = Town { world, ties: Vec::new() };
        let fakes: Vec<u32> = (0..10).map(|_| town.world.join(&[])).collect();
        let everybody: Vec<u32> = fakes.iter().chain(&accomplices).copied().collect();
        for (from, to) in words {
            let (from, to) = (everybody[from.index(everybody.len())], fakes[to.index(fakes.len())]);
            town.world.edges.push(edge(from, to, trust::EdgeState::Active));
        }
        for (one, other) in homes {
            town.ties.push((everybody[one.index(everybody.len())], everybody[other.index(everybody.len())]));
        }
        for &gone in accomplices.iter().take(expelled) {
            town.world.members[gone as usize].state = MemberState::Expelled;
        }
        let left = accomplices.len().saturating_sub(expelled);
        let graph = town.graph();
        for &fake in &fakes {
            prop_assert!(kappa(&graph.for_keeping(TODAY), fake) as usize <= left);
        }
    }
}

fn hours_ago(hours: i64) -> chrono::DateTime<chrono::Utc> {
    now() - chrono::TimeDelta::hours(hours)
}

fn now() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::UNIX_EPOCH + chrono::TimeDelta::days(i64::from(TODAY.number()))
}

fn decided(graph: &TrustGraph, sponsors: &[(u32, u32)]) -> trust::Verdict {
    let offer = |&(sponsor, tokens_left): &(u32, u32)| Offer {
        sponsor,
        offered_at: hours_ago(72 + i64::from(sponsor)),
        tokens_left,
        barred: false,
    };
    let application =
        Application { applicant: None, offers: sponsors.iter().map(offer).collect(), open_reservations: 0 };
    let at = Circumstances { now: now(), opened: Day::new(0), admitted_today: 0, members_yesterday: 500 };
    decide(graph, &AdmissionPolicy::confiance(), &application, &at)
}

fn founders(count: u32) -> TrustGraph {
    let founder = |number| row(number, true, MemberState::Member { since: Day::new(0) });
    TrustGraph::build((0..count).map(founder), []).unwrap()
}

#[test]
fn two_of_one_household_are_one_voice_at_the_door() {
    let mut graph = founders(8);
    graph.tie(1, 2).unwrap();
    let couple = decided(&graph, &[(0, 4), (1, 4), (2, 4)]);
    assert_eq!(couple.outcome, Outcome::Waiting);
    assert_eq!(couple.missing, vec![Missing::Sponsors { have: 2, need: 3 }]);
    let aside: Vec<(u32, WhyAside)> = couple.set_aside.iter().map(|aside| (aside.sponsor, aside.why)).collect();
    assert_eq!(aside, vec![(1, WhyAside::SameHousehold)], "the earlier word of the two counts");
    let third = decided(&graph, &[(0, 4), (1, 4), (2, 4), (3, 4)]);
    assert_eq!((third.outcome, third.payers.as_slice()), (Outcome::Admitted, [0, 2, 3].as_slice()));
    assert_eq!(verify(&graph, third.certificate.as_ref().unwrap()), Ok(()));
    graph.untie(2, 1);
    assert_eq!(decided(&graph, &[(0, 4), (1, 4), (2, 4)]).outcome, Outcome::Admitted);
}

#[test]
fn of_a_household_the_one_with_a_token_speaks_and_the_other_is_not_missed() {
    let mut graph = founders(8);
    graph.tie(1, 2).unwrap();
    assert_eq!(decided(&graph, &[(0, 4), (1, 4), (2, 0), (3, 4)]).outcome, Outcome::Admitted);
    let short = decided(&graph, &[(0, 4), (1, 4), (2, 0)]);
    assert_eq!(short.missing, vec![Missing::Sponsors { have: 2, need: 3 }], "a token of the other would not help");
    let tokens = decided(&graph, &[(0, 4), (1, 0), (2, 0), (3, 4)]);
    assert_eq!(tokens.missing, vec![Missing::Tokens { have: 2, need: 3 }]);
}

#[test]
fn two_founders_of_one_household_are_one_root_to_the_rule_of_paths() {
    let mut graph = founders(7);
    assert_eq!(decided(&graph, &[(0, 4), (1, 4), (2, 4)]).figures.paths_needed, 3);
    graph.tie(5, 6).unwrap();
    let figures = decided(&graph, &[(0, 4), (1, 4), (2, 4)]).figures;
    assert_eq!((figures.roots, figures.paths_needed), (6, 0), "six roots are fewer than twice three and one");
}

#[test]
fn nobody_becomes_a_root_or_sound_by_whom_they_live_with() {
    let member = MemberState::Member { since: Day::new(0) };
    let people = (0..6).map(|number| row(number, number < 3, member));
    let words = [(0, 3), (1, 3), (2, 3), (0, 4)].map(|(from, to)| edge(from, to, trust::EdgeState::Active));
    let mut graph = TrustGraph::build(people, words).unwrap();
    graph.tie(4, 3).unwrap();
    graph.tie(5, 0).unwrap();
    let view = graph.for_keeping(TODAY);
    assert_eq!((kappa(&view, 3), kappa(&view, 4), kappa(&view, 5)), (3, 1, 0));
    assert!(!view.is_root(5));
}

#[test]
fn joining_may_lift_somebody_else_where_one_of_a_household_is_not_sound_and_then_the_path_says_so() {
    let member = MemberState::Member { since: Day::new(0) };
    let words = [(0, 1), (2, 3)].map(|(from, to)| edge(from, to, trust::EdgeState::Active));
    let mut graph = TrustGraph::build((0..4).map(|number| row(number, number == 0, member)), words).unwrap();
    assert_eq!(kappa(&graph.for_keeping(TODAY), 3), 0);
    graph.tie(1, 2).unwrap();
    let certificate = graph.for_keeping(TODAY).certify(3, 1).unwrap();
    assert_eq!(certificate.paths(), [vec![0, 1, 2]], "a word, a household, a word");
    assert_eq!(verify(&graph, &certificate), Ok(()));
}
