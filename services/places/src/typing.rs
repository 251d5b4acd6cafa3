//! How far what was typed is from a name.

/// Letters to add, take away, change, or swap with their neighbour to make one text the other (the "optimal string alignment" distance);
/// nothing when it takes more than `most`.
pub fn mistakes(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    last_row(&one, &other, most)?.last().copied().filter(|found| *found <= most)
}

/// The same for a text that may go on: how many it takes to make `one` and the beginning of `other` the same.
pub fn mistakes_in_beginning(one: &str, other: &str, most: usize) -> Option<usize> {
    let one: Vec<char> = one.chars().collect();
    // No beginning that is longer is as near.
    let other: Vec<char> = other.chars().take(one.len() + most).collect();
    last_row(&one, &other, most)?.into_iter().min().filter(|found| *found <= most)
}

/// How far the whole of `one` is from each beginning of `other`; nothing when it is further than `most` from all.
fn last_row(one: &[char], other: &[char], most: usize) -> Option<Vec<usize>> {
    let first: Vec<usize> = (0..=other.len()).collect();
    let (mut before, mut last) = (first.clone(), first);
    let mut previous = None;
    for (at, letter) in one.iter().enumerate() {
        let row = row(&last, &before, (at, *letter, previous), other);
        if row.iter().min().is_none_or(|least| *least > most) {
            return None;
        }
        previous = Some(*letter);
        before = std::mem::replace(&mut last, row);
    }
    Some(last)
}

/// The next row of the table: `last` is the one above, `before` the one above that.
fn row(
    last: &[usize],
    before: &[usize],
    (at, letter, previous): (usize, char, Option<char>),
    other: &[char],
) -> Vec<usize> {
    let of = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
    let mut row = Vec::with_capacity(other.len() + 1);
    row.push(at + 1);
    let mut beside = None;
    for (column, against) in other.iter().enumerate() {
        let changed = of(last, column) + usize::from(letter != *against);
        let mut cost = changed.min(of(last, column + 1) + 1).min(of(&row, column) + 1);
        if previous == Some(*against) && beside == Some(letter) {
            cost = cost.min(of(before, column - 1) + 1);
        }
        row.push(cost);
        beside = Some(*against);
    }
    row
}

/// How many mistakes are forgiven in a text so long: none in short ones, where every change is another name.
pub fn forgiven(folded: &str) -> usize {
    match folded.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_counted_up_to_what_is_forgiven() {
        assert_eq!(mistakes("corbigny", "corbigny", 2), Some(0));
        assert_eq!(mistakes("corbini", "corbigny", 2), Some(2));
        assert_eq!(mistakes("nevesr", "nevers", 1), Some(1), "swapped");
        assert_eq!(mistakes("neves", "nevers", 1), Some(1));
        assert_eq!(mistakes("lyon", "lima", 1), None);
        assert_eq!(mistakes("", "ab", 1), None);
        assert_eq!((forgiven("gap"), forgiven("lyon"), forgiven("bordeaux")), (0, 1, 2));
    }

    #[test]
    fn mistakes_in_a_beginning_are_counted_however_it_goes_on() {
        assert_eq!(mistakes_in_beginning("corbi", "corbigny", 1), Some(0));
        assert_eq!(mistakes_in_beginning("corbgn", "corbigny", 1), Some(1), "left out");
        assert_eq!(mistakes_in_beginning("cobri", "corbigny", 1), Some(1), "swapped");
        assert_eq!(mistakes_in_beginning("corrbi", "corbigny", 1), Some(1), "one too many");
        assert_eq!(mistakes_in_beginning("corbgn", "nevers", 1), None);
        assert_eq!(mistakes_in_beginning("corbignac", "corbigny", 1), None, "too much at the end");
        assert_eq!(mistakes_in_beginning("corbignys", "corbigny", 1), Some(1));
    }
}
