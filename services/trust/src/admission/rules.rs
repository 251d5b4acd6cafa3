//! The rules asked one after another, and the verdict made of the answers.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};

use super::eligible::{Count, WhyAside};
use super::{Application, Circumstances, Figures, Missing, Outcome, Rule, Verdict};
use crate::certificate::Subject;
use crate::voices::Whose;
use crate::{AdmissionPolicy, Certificate, Day, Proof, TrustGraph, View, effective_k, effective_paths};

/// k = 0: sponsors are welcome but do not decide.
pub(super) fn steward(graph: &TrustGraph, policy: &AdmissionPolicy, at: &Circumstances, count: Count) -> Verdict {
    let view = graph.for_admission(Day::of(at.now), count.seniority_days);
    Verdict {
        outcome: Outcome::Waiting,
        rule: Rule::Steward,
        missing: vec![Missing::Steward],
        figures: figures(&view, policy, at, &count),
        payers: Vec::new(),
        set_aside: count.set_aside,
        certificate: None,
        again_at: None,
    }
}

pub(super) fn all(
    graph: &TrustGraph,
    policy: &AdmissionPolicy,
    application: &Application,
    at: &Circumstances,
    count: Count,
) -> Verdict {
    let view = graph.for_admission(Day::of(at.now), count.seniority_days).search_states(policy.search_states);
    let mut figures = figures(&view, policy, at, &count);
    let (proof, distance) = prove(&view, &count, asked(&figures));
    figures.distance = distance;
    figures.paths = proof.kappa();
    let unmet: Vec<(Rule, Missing)> = [
        sponsors(graph, &figures, &count),
        paths(&figures, &proof),
        too_far(policy, &figures),
        pace(policy, at),
        cooling(policy, application, at),
        reservation(application),
    ]
    .into_iter()
    .flatten()
    .collect();
    let rule = unmet.first().map_or(Rule::AllMet, |(rule, _)| *rule);
    let missing: Vec<Missing> = unmet.into_iter().map(|(_, missing)| missing).collect();
    let payers = if rule == Rule::AllMet { payers(&count, &proof, figures.sponsors_needed) } else { Vec::new() };
    Verdict {
        outcome: outcome(&missing),
        rule,
        certificate: certify(&view, &figures, &count, &payers, proof),
        again_at: again_at(graph, at, &missing, &figures, &count),
        missing,
        figures,
        payers,
        set_aside: count.set_aside,
    }
}

fn figures(view: &View<'_>, policy: &AdmissionPolicy, at: &Circumstances, count: &Count) -> Figures {
    let roots = u32::try_from(view.root_voices()).unwrap_or(u32::MAX);
    Figures {
        sponsors: u32::try_from(count.eligible.len()).unwrap_or(u32::MAX),
        sponsors_needed: effective_k(policy, at.members_yesterday),
        paths: None,
        paths_needed: effective_paths(policy, at.members_yesterday, roots),
        distance: None,
        roots,
        seniority_days: count.seniority_days,
    }
}

/// Paths to search for: those needed or, while that rule is off, one for each sponsor needed, because the picture is worth having.
fn asked(figures: &Figures) -> u32 {
    if figures.paths_needed > 0 { figures.paths_needed } else { figures.sponsors_needed }
}

/// κ of the newcomer, counted up to what is asked, and the steps from the nearest root (the first path found is a shortest one).
fn prove(view: &View<'_>, count: &Count, asked: u32) -> (Proof, Option<u32>) {
    let flow = view.search(Whose::Newcomer(&offered(count)), asked);
    let distance = flow.shortest;
    (flow.into(), distance)
}

fn offered(count: &Count) -> Vec<u32> {
    count.eligible.iter().map(|offer| offer.sponsor).collect()
}

fn sponsors(graph: &TrustGraph, figures: &Figures, count: &Count) -> Option<(Rule, Missing)> {
    let (have, need) = (figures.sponsors, figures.sponsors_needed);
    let without_token = count.further(graph, |why| (why == WhyAside::NoToken).then_some(())).len();
    if have >= need {
        None
    } else if have as usize + without_token >= need as usize {
        Some((Rule::Tokens, Missing::Tokens { have, need }))
    } else {
        Some((Rule::Sponsors, Missing::Sponsors { have, need }))
    }
}

/// While the rule is off (`paths_needed` 0), neither too few paths nor a search cut short stands in the way.
fn paths(figures: &Figures, proof: &Proof) -> Option<(Rule, Missing)> {
    let need = figures.paths_needed;
    let missing = match proof {
        Proof::Root | Proof::AtLeast { .. } => return None,
        Proof::Exactly { paths, .. } => Missing::Paths { have: u32::try_from(paths.len()).unwrap_or(u32::MAX), need },
        Proof::Undetermined { at_least, .. } => Missing::Search { at_least: *at_least, need },
    };
    // While sponsors are short, that their paths are few as well says nothing new, unless they hang on one another.
    let have = figures.paths.unwrap_or(0);
    let implied = figures.sponsors < figures.sponsors_needed && have == figures.sponsors;
    (need > 0 && !implied).then_some((Rule::Paths, missing))
}

fn too_far(policy: &AdmissionPolicy, figures: &Figures) -> Option<(Rule, Missing)> {
    let at_most = policy.distance?;
    let near = figures.distance.is_some_and(|steps| steps <= at_most);
    (!near && figures.sponsors > 0).then_some((Rule::Distance, Missing::Distance { have: figures.distance, at_most }))
}

fn pace(policy: &AdmissionPolicy, at: &Circumstances) -> Option<(Rule, Missing)> {
    let at_most = policy.pace(at.members_yesterday);
    (at.admitted_today >= at_most).then_some((Rule::Pace, Missing::Pace { today: at.admitted_today, at_most }))
}

/// The cooling time runs from the first offer still open, whether it counts yet or not: that is when members could first object.
fn cooling(policy: &AdmissionPolicy, application: &Application, at: &Circumstances) -> Option<(Rule, Missing)> {
    let first = application.offers.iter().map(|offer| offer.offered_at).min()?;
    let until = first.checked_add_signed(TimeDelta::hours(i64::from(policy.cooling_hours)))?;
    (at.now < until).then_some((Rule::Cooling, Missing::Cooling { until }))
}

fn reservation(application: &Application) -> Option<(Rule, Missing)> {
    let open = application.open_reservations;
    (open > 0).then_some((Rule::Reservation, Missing::Reservation { open }))
}

/// Undetermined only when the sponsors are there and nothing is known to be wrong before the search.
fn outcome(missing: &[Missing]) -> Outcome {
    match missing.first() {
        None => Outcome::Admitted,
        Some(Missing::Search { .. }) => Outcome::Undetermined,
        Some(_) => Outcome::Waiting,
    }
}

/// k sponsors pay: first those by whom the witness paths arrive, so that the payers' edges alone carry κ; then the earliest.
fn payers(count: &Count, proof: &Proof, k: u32) -> Vec<u32> {
    let witnesses: Vec<u32> = match proof {
        Proof::AtLeast { paths } | Proof::Exactly { paths, .. } => {
            paths.iter().filter_map(|path| path.last().copied()).collect()
        }
        Proof::Root | Proof::Undetermined { .. } => Vec::new(),
    };
    let mut payers: Vec<u32> = offered(count).into_iter().filter(|sponsor| witnesses.contains(sponsor)).collect();
    payers.extend(offered(count).into_iter().filter(|sponsor| !witnesses.contains(sponsor)));
    payers.truncate(k as usize);
    payers.sort_unstable();
    payers
}

/// The certificate speaks of the payers once there are some, of all who count before.
fn certify(view: &View<'_>, figures: &Figures, count: &Count, payers: &[u32], proof: Proof) -> Option<Certificate> {
    let asked = asked(figures);
    if count.eligible.is_empty() {
        None
    } else if payers.is_empty() {
        let sponsors = view.heads_of_newcomer(&offered(count));
        Certificate::from_proof(Subject::Newcomer { sponsors }, view.standpoint(), asked, proof)
    } else {
        view.certify_newcomer(payers, asked)
    }
}

/// If all that is missing passes with time, the moment to ask again: the end of cooling, midnight, or a sponsor's coming of age.
fn again_at(
    graph: &TrustGraph,
    at: &Circumstances,
    missing: &[Missing],
    figures: &Figures,
    count: &Count,
) -> Option<DateTime<Utc>> {
    let midnight = |day: Day| DateTime::UNIX_EPOCH.checked_add_signed(TimeDelta::days(i64::from(day.number())));
    let mut latest: Option<DateTime<Utc>> = None;
    for reason in missing {
        let moment = match reason {
            Missing::Cooling { until } => Some(*until),
            Missing::Pace { .. } => Some((at.now.date_naive() + TimeDelta::days(1)).and_time(NaiveTime::MIN).and_utc()),
            Missing::Sponsors { .. } => coming_of_age(graph, figures, count).and_then(midnight),
            _ => None,
        }?;
        latest = latest.max(Some(moment));
    }
    latest
}

/// The day on which enough offers set aside only for youth will count.
fn coming_of_age(graph: &TrustGraph, figures: &Figures, count: &Count) -> Option<Day> {
    let days = count.further(graph, |why| if let WhyAside::TooNew { from } = why { Some(from) } else { None });
    let short = figures.sponsors_needed.checked_sub(figures.sponsors)?.checked_sub(1)?;
    days.get(short as usize).copied()
}
