//! Pairs of listings labelled by hand, and how well the matching does on them.
//!
//! `labelled/tune.txt` was looked at while the table and the weights were made, `labelled/judge.txt` was not: the figures that are told
//! are those of the second.

use super::{Circumstances, Meaning, Reader, weigh};
use crate::{Direction, Kind};
use chrono::Duration;
use kernel::Language;
use serde::Serialize;
use std::fmt::Write as _;

/// Which of the two files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// For tuning.
    Tune,
    /// For judging.
    Judge,
}

/// How well it does.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Figures {
    /// Labelled pairs.
    pub pairs: usize,
    /// Listings for which matches were sought.
    pub sought: usize,
    /// Of the first five told for each, the share that is labelled as helping.
    pub precision_at_5: f64,
    /// Of all that is labelled as helping, the share told among the first ten.
    pub recall: f64,
}

/// One listing for which matches are sought, among everything that goes the other way.
#[derive(Debug)]
struct Block {
    direction: Direction,
    meaning: Meaning,
    title: String,
    candidates: Vec<Candidate>,
}

#[derive(Debug)]
struct Candidate {
    helps: bool,
    title: String,
    meaning: Meaning,
}

/// The text of a part.
fn text(part: Part) -> &'static str {
    match part {
        Part::Tune => include_str!("labelled/tune.txt"),
        Part::Judge => include_str!("labelled/judge.txt"),
    }
}

/// A labelled listing as it was written.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    /// Which way it goes.
    pub direction: Direction,
    /// What it is about.
    pub kind: Kind,
    /// Its title.
    pub title: &'static str,
    /// Its text.
    pub body: &'static str,
}

/// Every listing of both parts.
pub fn texts() -> Vec<Said> {
    let mut all = Vec::new();
    for line in [Part::Tune, Part::Judge].into_iter().flat_map(|part| text(part).lines()) {
        let Some((sign, rest)) = line.split_once(' ') else { continue };
        let asked = if sign == "?" {
            rest.split_once(' ').and_then(|(word, rest)| Some((word.parse().ok()?, rest)))
        } else {
            None
        };
        let last = all.last().map(|said: &(Said, Direction)| said.1);
        let (direction, towards, rest) = match (asked, last) {
            (Some((direction, rest)), _) => (direction, direction, rest),
            (None, Some(towards)) => (opposite(towards), towards, rest),
            (None, None) => continue,
        };
        let mut parts = rest.splitn(3, '|').map(str::trim);
        if let (Some(Ok(kind)), Some(title), Some(body)) = (parts.next().map(str::parse), parts.next(), parts.next()) {
            all.push((Said { direction, kind, title, body }, towards));
        }
    }
    all.into_iter().map(|(said, _)| said).collect()
}

fn opposite(direction: Direction) -> Direction {
    match direction {
        Direction::Offer => Direction::Request,
        Direction::Request => Direction::Offer,
    }
}

fn read(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines() {
        let Some((sign, rest)) = line.split_once(' ') else { continue };
        match sign {
            "?" => blocks.extend(block(rest)),
            "+" | "-" => {
                if let (Some(block), Some((_, title, meaning))) = (blocks.last_mut(), listing(rest)) {
                    block.candidates.push(Candidate { helps: sign == "+", title, meaning });
                }
            }
            _ => {}
        }
    }
    blocks
}

fn block(rest: &str) -> Option<Block> {
    let (direction, rest) = rest.split_once(' ')?;
    let (_, title, meaning) = listing(rest)?;
    Some(Block { direction: direction.parse().ok()?, meaning, title, candidates: Vec::new() })
}

fn listing(rest: &str) -> Option<(Kind, String, Meaning)> {
    let mut parts = rest.splitn(3, '|').map(str::trim);
    let (kind, title, body) = (parts.next()?.parse().ok()?, parts.next()?, parts.next()?);
    Some((kind, title.to_owned(), Meaning::of(kind, title, body, Language::Fr)))
}

/// Looks for matches of every listing of a part among all listings of that part that go the other way, not only those it is labelled
/// with: whatever is told and not labelled as helping counts as wrong.
pub fn figures(part: Part) -> Figures {
    let blocks = read(text(part));
    let pairs = blocks.iter().map(|block| block.candidates.len()).sum();
    let (mut told, mut right, mut found, mut helping) = (0_u32, 0_u32, 0_u32, 0_u32);
    for (place, block) in blocks.iter().enumerate() {
        let ranked = ranked(&blocks, block);
        let helps = |one: &&(usize, &Candidate, f64)| one.0 == place && one.1.helps;
        told += count(ranked.iter().take(5).count());
        right += count(ranked.iter().take(5).filter(helps).count());
        found += count(ranked.iter().take(super::MOST).filter(helps).count());
        helping += count(block.candidates.iter().filter(|one| one.helps).count());
    }
    let share = |part: u32, of: u32| f64::from(part) / f64::from(of.max(1));
    Figures { pairs, sought: blocks.len(), precision_at_5: share(right, told), recall: share(found, helping) }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Everything that goes the other way and is worth telling, the best first.
fn ranked<'a>(blocks: &'a [Block], sought: &Block) -> Vec<(usize, &'a Candidate, f64)> {
    let around = Circumstances { settles: true, age: Duration::days(3), ..Circumstances::default() };
    let opposite = blocks.iter().enumerate().filter(|(_, block)| block.direction == sought.direction);
    let all = opposite.flat_map(|(place, block)| block.candidates.iter().map(move |one| (place, one)));
    let mut ranked: Vec<(usize, &Candidate, f64)> = all
        .filter_map(|(place, one)| {
            let weighed = match sought.direction {
                Direction::Offer => weigh(&sought.meaning, &one.meaning, &around, Reader::Offerer),
                Direction::Request => weigh(&one.meaning, &sought.meaning, &around, Reader::Asker),
            }?;
            Some((place, one, weighed.score))
        })
        .collect();
    ranked.sort_by(|one, other| other.2.total_cmp(&one.2));
    ranked
}

/// Every listing of a part with what is told for it and what is missed, for whoever works on the table. Not for the judging part.
pub fn told(part: Part) -> String {
    let blocks = read(text(part));
    let mut said = String::new();
    for (place, block) in blocks.iter().enumerate() {
        let ranked = ranked(&blocks, block);
        let _ = writeln!(said, "{}", block.title);
        for (of, one, score) in &ranked {
            let sign = if *of == place && one.helps { "right" } else { "wrong" };
            let _ = writeln!(said, "  {sign} {score:.2} {}", one.title);
        }
        let known = |one: &Candidate| ranked.iter().any(|(of, told, _)| *of == place && told.title == one.title);
        for missed in block.candidates.iter().filter(|one| one.helps && !known(one)) {
            let _ = writeln!(said, "  missed {}", missed.title);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_pairs_that_nothing_was_tuned_on_four_in_five_are_found_and_rightly() {
        let judged = figures(Part::Judge);
        assert!(judged.pairs >= 150 && judged.pairs + figures(Part::Tune).pairs >= 300, "{judged:?}");
        assert!(judged.precision_at_5 >= 0.8 && judged.recall >= 0.8, "{judged:?}");
    }

    #[test]
    fn as_many_labelled_pairs_would_not_help_as_would() {
        for part in [Part::Tune, Part::Judge] {
            let blocks = read(text(part));
            let pairs = || blocks.iter().flat_map(|block| &block.candidates);
            let (helping, all) = (pairs().filter(|one| one.helps).count(), pairs().count());
            assert!((all * 2 / 5..=all * 3 / 5).contains(&helping), "{helping} of {all}");
        }
    }
}
