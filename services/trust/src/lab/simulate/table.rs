//! The report as lines for people.

use std::fmt::Write;

use super::{Outcome, Report, Run};

pub(super) fn of(report: &Report) -> String {
    let mut text = String::new();
    let mut last = None;
    for run in &report.runs {
        let group = (run.place.clone(), run.attack, run.compromised, run.seed);
        if last.as_ref() != Some(&group) {
            heading(&mut text, run);
            last = Some(group);
        }
        line(&mut text, run);
    }
    if let Some(cleaning) = &report.cleaning {
        let _ = writeln!(
            text,
            "\nclean-up on {}: {} fakes let in by {} accounts, k = {}, {} honest members with as many paths",
            cleaning.place, cleaning.fakes, cleaning.compromised, cleaning.k, cleaning.honest
        );
        let _ =
            writeln!(text, "{:>8} {:>16} {:>16} {:>12}", "expelled", "left by count", "left by paths", "honest lost");
        for point in &cleaning.points {
            let _ = writeln!(
                text,
                "{:>8} {:>16} {:>16} {:>12}",
                point.expelled, point.by_count, point.by_paths, point.honest_lost
            );
        }
    }
    let _ = writeln!(text, "\nruns with more fakes than the theorems allow: {}", report.beyond_the_bound().len());
    text
}

fn heading(text: &mut String, run: &Run) {
    let _ = writeln!(
        text,
        "\n{} ({} members) · {} · c = {} · seed {}",
        run.place,
        run.members,
        run.attack.name(),
        run.compromised,
        run.seed
    );
    let _ = writeln!(
        text,
        "   {:>9} {:>7} {:>9} {:>11} {:>16} {:>12}",
        "fakes in", "bound", "expelled", "fakes left", "honest in", "honest lost"
    );
}

fn line(text: &mut String, run: &Run) {
    let outcome = &run.outcome;
    let bound = outcome.bound.map_or("–".to_owned(), |bound| bound.to_string());
    let honest = format!("{} of {}", outcome.honest_in, outcome.honest_asked);
    let _ = writeln!(
        text,
        "{} {:>9} {bound:>7} {:>9} {:>11} {honest:>16} {:>12}{}",
        run.policy.code(),
        outcome.fakes_in,
        outcome.expelled,
        outcome.fakes_left,
        outcome.honest_lost,
        beside(outcome)
    );
}

/// What is looked at with some attacks only.
fn beside(outcome: &Outcome) -> String {
    let hardest = outcome.hardest.map(|states| format!("  hardest search {states} states"));
    let closest = outcome.closest.map(|score| format!("  closest fake {score:.2}"));
    hardest.or(closest).unwrap_or_default()
}
