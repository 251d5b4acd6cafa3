//! A web of trust that grew in time, replayed: nobody is in before somebody who is in has named them.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::lab::synthetic::{GROWN_ON, Rows, word};
use crate::lab::{LabError, world};
use crate::{Day, MemberRow, MemberState};

/// Seconds of a day.
const DAY: f64 = 86_400.0;
/// Accounts that began: the first to name or be named.
const FOUNDERS: usize = 37;

/// One good rating.
struct Rating {
    from: u32,
    to: u32,
    day: Day,
}

/// Bitcoin-OTC (S. Kumar and others, ICDM 2016): good ratings in the order in which they were given. The last falls on [`GROWN_ON`].
pub(super) fn otc(folder: &Path) -> Result<Rows, LabError> {
    let mut last = 0.0_f64;
    let rows = world::read_file(&folder.join("bitcoin-otc.edges.gz"), |line| {
        let mut columns = line.split_ascii_whitespace();
        let (from, to) = (columns.next()?.parse::<u32>().ok()?, columns.next()?.parse::<u32>().ok()?);
        let (rating, at) = (columns.next()?.parse::<i32>().ok()?, columns.next()?.parse::<f64>().ok()?);
        Some((from, to, rating, at))
    })?;
    for row in &rows {
        last = last.max(row.3);
    }
    let good = rows.into_iter().filter(|row| row.2 > 0 && row.0 != row.1);
    Ok(replay(good.map(|(from, to, _, at)| Rating { from, to, day: day(last - at) })))
}

/// So many seconds before [`GROWN_ON`].
#[expect(clippy::cast_possible_truncation, reason = "days of a few years")]
fn day(seconds_before: f64) -> Day {
    Day::new(GROWN_ON.number() - (seconds_before / DAY) as i32)
}

/// Ratings must come in the order of time.
fn replay(ratings: impl Iterator<Item = Rating>) -> Rows {
    let mut rows = Rows::default();
    let mut numbers: HashMap<u32, u32> = HashMap::new();
    let mut given: HashSet<(u32, u32)> = HashSet::new();
    for Rating { from, to, day } in ratings {
        for account in [from, to] {
            let begins = rows.members.len() < FOUNDERS;
            if !numbers.contains_key(&account) && (begins || account == to && numbers.contains_key(&from)) {
                let number = u32::try_from(rows.members.len()).unwrap_or(u32::MAX);
                numbers.insert(account, number);
                let state = MemberState::Member { since: day };
                rows.members.push(MemberRow { number, root: begins, state });
            }
        }
        let pair = numbers.get(&from).copied().zip(numbers.get(&to).copied());
        if let Some((from, to)) = pair.filter(|pair| given.insert(*pair)) {
            rows.edges.push(word(from, to, day));
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_in_before_somebody_who_is_in_has_named_them() {
        let rating = |from, to, day| Rating { from, to, day: Day::new(day) };
        let mut told: Vec<Rating> = (0..19).map(|n| rating(2 * n, 2 * n + 1, 1)).collect();
        told.extend([rating(900, 901, 2), rating(0, 901, 3), rating(901, 902, 4), rating(0, 901, 5)]);
        let rows = replay(told.into_iter());
        assert_eq!(rows.members.iter().filter(|row| row.root).count(), 37);
        assert_eq!(rows.members.len(), 40, "900 was named by nobody who was in");
        assert_eq!(rows.edges.len(), 19 + 2, "a pair counts once");
        let last = rows.members.last().unwrap();
        assert_eq!(last.state, MemberState::Member { since: Day::new(4) });
    }
}
