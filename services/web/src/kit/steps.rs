//! Where one is in a series: steps of a wizard, pages of a list.

use super::Html;
use askama::Template;
use phrases::Words;

#[derive(Template)]
#[template(path = "parts/progress.html")]
struct Progress<'a> {
    words: &'a Words,
    steps: Vec<Step>,
    now: usize,
}

struct Step {
    told: String,
    done: bool,
    now: bool,
}

/// The steps of a wizard, `now` counted from 0.
pub fn progress(steps: &[&str], now: usize, words: &Words) -> Html {
    let step = |(place, name): (usize, &&str)| Step {
        told: match place {
            _ if place < now => words.t1("common-step-done", "step", *name),
            _ if place == now => words.t1("common-step-now", "step", *name),
            _ => (*name).to_owned(),
        },
        done: place < now,
        now: place == now,
    };
    let steps = steps.iter().enumerate().map(step).collect();
    Html::of(&Progress { words, steps, now })
}

#[derive(Template)]
#[template(path = "parts/pager.html")]
struct Pager<'a> {
    words: &'a Words,
    first: Option<&'a str>,
    next: Option<&'a str>,
}

/// Onwards, and back to the start when one is not there; keyset pages have no numbers.
pub fn pager(first: Option<&str>, next: Option<&str>, words: &Words) -> Html {
    if first.is_none() && next.is_none() {
        return Html::default();
    }
    Html::of(&Pager { words, first, next })
}
