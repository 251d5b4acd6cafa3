//! The simulations keep what the theorems promise, and are the same in every run.

use std::path::Path;

use trust::lab::simulate::{Attack, Place, Plan, Policy, Report, Terms, simulate};

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
    assert!(quotas.clone().all(|run| run.outcome.bound.is_some()));
    assert!(quotas.filter(|run| run.outcome.fakes_in > 0).count() > 3, "the attacks come to nothing by themselves");
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
