//! Times of two things, and whether they can be told apart.

use std::{cmp::Ordering, fmt, time::Duration};

/// Two rows of times.
#[derive(Debug, Default)]
pub struct Compared {
    times: [Vec<Duration>; 2],
}

impl Compared {
    /// Adds a time to the first row (0) or the second (1).
    pub fn note(&mut self, row: usize, took: Duration) {
        self.times[row].push(took);
    }

    /// The share of all pairs in which the first was the slower one, ties by half: the area under the ROC curve, which is
    /// Mann and Whitney's U over n·m.
    pub fn area(&self) -> f64 {
        let [first, second] = &self.times;
        let against = |one: &Duration| second.iter().map(|other| halves(one.cmp(other))).sum::<u32>();
        let won: u32 = first.iter().map(against).sum();
        let pairs = u32::try_from(first.len() * second.len()).unwrap();
        f64::from(won) / f64::from(2 * pairs)
    }

    /// By how much the medians differ.
    pub fn medians_apart(&self) -> Duration {
        let [first, second] = self.times.each_ref().map(|row| median(row));
        first.abs_diff(second)
    }
}

/// Won, drawn or lost, in halves.
fn halves(order: Ordering) -> u32 {
    match order {
        Ordering::Greater => 2,
        Ordering::Equal => 1,
        Ordering::Less => 0,
    }
}

fn median(row: &[Duration]) -> Duration {
    let mut sorted = row.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}

impl fmt::Display for Compared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.times.each_ref().map(|row| median(row));
        write!(f, "{} pairs, medians {first:.2?} and {second:.2?}, area {:.3}", self.times[0].len(), self.area())
    }
}

#[test]
fn what_is_slower_is_told_and_what_is_alike_is_not() {
    let row = |shift: u64| (0..100).map(move |n| Duration::from_micros(1_000 + shift + (n * 37) % 100));
    let compared = |shift| Compared { times: [row(shift).collect(), row(0).collect()] };
    assert!((compared(0).area() - 0.5).abs() < 1e-9);
    assert!(compared(20).area() > 0.65, "{}", compared(20).area());
    assert!((compared(200).area() - 1.0).abs() < 1e-9);
    assert_eq!(compared(200).medians_apart(), Duration::from_micros(200));
}
