//! The simulations keep what the theorems promise, and are the same in every run.

use std::path::Path;

use trust::lab::simulate::{Attack, Place, Plan, Policy, Report, Run, Terms, simulate};

fn plan(policies: &[Policy], compromised: Vec<u32>, attacks: Vec<Attack>) -> Plan {
    Plan {
        places: vec![Place::Grown { members: 120 }, Place::Chain { members: 60 }, Place::TwoTowns { members: 60 }],
        policies: policies.to_vec(),
        attacks,
        compromised,
        seeds: vec![7],
        most_for_slow: 2_000,
        terms: Terms { k: 3, days: 365, most_fakes: 40 },
    }
}

fn report(plan: &Plan) -> Report {
    simulate(plan, Path::new("."), |_| ()).unwrap()
}

#[test]
fn i12_no_simulated_attack_brings_in_more_fakes_than_theorem_3_allows() {
    let report = report(&plan(&[Policy::Sponsors, Policy::Tokens, Policy::Whole], vec![4], Attack::ALL.to_vec()));
    assert_eq!(report.beyond_the_bound().len(), 0);
    let quotas = report.runs.iter().filter(|run| matches!(run.policy, Policy::Tokens | Policy::Whole));
    let beforehand = |run: &Run| matches!(run.attack, Attack::Latency | Attack::Inflation);
    assert!(quotas.clone().all(|run| run.outcome.bound.is_some() != beforehand(run)));
    assert!(
        quotas.filter(|run| run.outcome.fakes_in > 0 && !beforehand(run)).count() > 3,
        "the attacks come to nothing by themselves"
    );
    // Counting without tokens lets in as many as the attacker wants.
    let counted = report.runs.iter().filter(|run| run.policy == Policy::Sponsors && run.attack == Attack::Knot);
    assert!(counted.clone().count() > 0 && counted.clone().all(|run| run.outcome.fakes_in == 40));
}

#[test]
fn i8_fewer_accounts_than_k_bring_in_nobody() {
    let report =
        report(&plan(&Policy::ALL[1..5], vec![1, 2], vec![Attack::Colluders, Attack::StolenHub, Attack::StolenRoot]));
    for run in &report.runs {
        assert_eq!(run.outcome.fakes_in, 0, "{run:?}");
    }
}

#[test]
fn i9_after_the_clean_up_no_fake_is_left_by_paths_and_many_by_count() {
    let report = report(&plan(&Policy::ALL[1..5], vec![6], vec![Attack::Knot]));
    for run in &report.runs {
        match run.policy {
            Policy::Paths | Policy::Tokens | Policy::Whole => assert_eq!(run.outcome.fakes_left, 0, "{run:?}"),
            Policy::Sponsors => assert_eq!(run.outcome.fakes_left, 40, "{run:?}"),
            _ => {}
        }
    }
    let cleaning = report.cleaning.unwrap();
    let two_left = cleaning.points[6];
    assert_eq!((two_left.expelled, two_left.by_paths), (6, 0));
    assert!(two_left.by_count > 400, "{two_left:?}");
    assert!(cleaning.points.is_sorted_by_key(|point| std::cmp::Reverse(point.by_paths)));
}

#[test]
fn i19_the_same_plan_gives_the_same_report() {
    let plan = plan(&Policy::ALL, vec![4], vec![Attack::Sleeper, Attack::Griefing]);
    let json = |report: &Report| serde_json::to_string(report).unwrap();
    let (first, second) = (report(&plan), report(&plan));
    assert_eq!(json(&first), json(&second));
    assert_eq!(first.table(), second.table());
    assert!(first.table().contains("runs with more fakes than the theorems allow: 0"));
}

#[test]
fn i8_couples_who_are_known_count_once_and_fakes_gain_nothing_by_moving_in_with_them() {
    let policies = [Policy::Sponsors, Policy::Paths, Policy::Tokens, Policy::Whole];
    let four = report(&plan(&policies, vec![4], vec![Attack::Households]));
    for run in &four.runs {
        assert_eq!((run.outcome.fakes_in, run.policy), (0, run.policy), "two couples are two voices: {run:?}");
    }
    let eight = report(&plan(&policies, vec![8], vec![Attack::Households]));
    for &policy in &policies {
        let runs = || eight.runs.iter().filter(|run| run.policy == policy);
        assert!(runs().any(|run| run.outcome.fakes_in > 0), "four couples are voices enough: {policy:?}");
        assert!(runs().all(|run| run.outcome.fakes_left == 0), "{policy:?}");
    }
}

#[test]
fn words_talked_out_of_people_are_missed_only_where_words_are_counted() {
    let report = report(&plan(&[Policy::Sponsors, Policy::Tokens], vec![4], vec![Attack::Exhaustion]));
    for pair in report.runs.chunks_exact(2) {
        assert_eq!((pair[0].outcome.fakes_in, pair[1].outcome.fakes_in), (0, 0));
        assert!(pair[1].outcome.honest_in < pair[0].outcome.honest_in, "{pair:?}");
    }
}

#[test]
fn a_region_of_fakes_is_searched_within_the_limit_and_looks_no_closer_than_its_accomplices_allow() {
    let report = report(&plan(&[Policy::Paths], vec![2], vec![Attack::Latency, Attack::Inflation]));
    for run in &report.runs {
        match run.attack {
            Attack::Latency => {
                let states = run.outcome.hardest.unwrap();
                assert!(
                    states > 2 * 3 && states < 3 * 2 * 2 * 300,
                    "each of three searches sees a side at most twice: {run:?}"
                );
                assert_eq!(run.outcome.fakes_left, 0, "two accomplices are fewer than three");
            }
            // Two chains of two steps at the closest: 1 − (1 − 0.6²)².
            _ => assert!(run.outcome.closest.unwrap() <= 1.0 - (1.0_f64 - 0.36).powi(2) + 1e-9, "{run:?}"),
        }
    }
    assert!(report.table().contains("hardest search") && report.table().contains("closest fake"));
}

#[test]
fn the_real_webs_begin_as_their_papers_say() {
    let Some(folder) = super::lab::data() else { return };
    let plan = Plan {
        places: vec![Place::Otc, Place::Advogato],
        terms: Terms { k: 3, days: 2, most_fakes: 10 },
        ..plan(&[Policy::Paths], vec![2], vec![Attack::Colluders])
    };
    let report = simulate(&plan, &folder, |_| ()).unwrap();
    let members: Vec<usize> = report.runs.iter().map(|run| run.members).collect();
    assert_eq!(members[1], 6_539, "every account of Advogato");
    assert!((5_000..5_881).contains(&members[0]), "those of OTC whom good ratings reach in time: {members:?}");
}

#[test]
fn the_picture_says_in_words_what_it_shows() {
    let report = report(&plan(&[Policy::Paths], vec![3], vec![Attack::Colluders]));
    let (picture, cleaning) = (report.picture().unwrap(), report.cleaning.clone().unwrap());
    for point in cleaning.points {
        assert!(picture.contains(&format!(
            "after {} expulsions {} by count and {} by paths",
            point.expelled, point.by_count, point.by_paths
        )));
    }
    assert!(picture.contains("prefers-color-scheme: dark") && picture.len() < 5_000, "{}", picture.len());
}
