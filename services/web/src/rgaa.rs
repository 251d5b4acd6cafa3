//! How far the pages answer the RGAA, the French standard of accessibility, as our own reading found it. People read the same
//! grid: `infra/rgaa.md` is counted here, so that the declaration cannot say anything else.

use chrono::NaiveDate;
use std::sync::LazyLock;

/// How many criteria the standard has (RGAA 4.1.2).
pub(crate) const CRITERIA: usize = 106;

/// What the grid says today.
pub(crate) static REVIEW: LazyLock<Review> = LazyLock::new(|| Review::read(include_str!("../../../infra/rgaa.md")));

/// What was found about a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Held on every page that was looked at.
    Conform,
    /// Not held on one page or more.
    NotConform,
    /// There is nothing here to which it applies.
    NotApplicable,
    /// Only a person with an assistive technology can say, and nobody has.
    NotJudged,
}

/// What may be said of a site, in the words of the law (decree 2019-768, article 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Level {
    /// Every criterion that applies is held.
    Full,
    /// At least half of them are.
    Part,
    /// Fewer are; or no complete audit says how many.
    None,
}

impl Level {
    /// The last word of the names of its phrases.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Part => "part",
            Self::None => "none",
        }
    }
}

/// The grid, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Review {
    /// The day on which the last answer was given.
    pub on: Option<NaiveDate>,
    answers: Vec<(String, Answer)>,
}

impl Review {
    /// Reads the table's rows (`| 8.7 | what it asks | state | how |`) and the line `Reviewed on 2026-11-23`. A row whose state
    /// is none of the four is no answer.
    fn read(grid: &str) -> Self {
        let on = grid.lines().find_map(|line| line.strip_prefix("Reviewed on ")?.get(..10)?.parse().ok());
        Self { on, answers: grid.lines().filter_map(row).collect() }
    }

    /// How many criteria have this answer.
    pub(crate) fn count(&self, answer: Answer) -> usize {
        self.of(answer).len()
    }

    /// Which criteria have this answer, in the order of the standard: `8.7`.
    pub(crate) fn of(&self, answer: Answer) -> Vec<&str> {
        self.answers.iter().filter(|(_, found)| *found == answer).map(|(number, _)| number.as_str()).collect()
    }

    /// How many criteria apply and were judged.
    pub(crate) fn judged(&self) -> usize {
        self.count(Answer::Conform).saturating_add(self.count(Answer::NotConform))
    }

    /// How many percent of the judged ones are held; never more than the truth.
    pub(crate) fn share(&self) -> usize {
        let held = self.count(Answer::Conform).saturating_mul(100);
        held.checked_div(self.judged()).unwrap_or(0)
    }

    /// What may be said of the site. While a criterion is not judged there is no complete audit, whatever the share.
    pub(crate) fn level(&self) -> Level {
        let complete = self.answers.len() == CRITERIA && self.count(Answer::NotJudged) == 0;
        match (complete, self.count(Answer::NotConform), self.share()) {
            (true, 0, _) => Level::Full,
            (true, _, 50..) => Level::Part,
            _ => Level::None,
        }
    }
}

fn row(line: &str) -> Option<(String, Answer)> {
    let mut cells = line.strip_prefix("| ")?.split(" | ");
    let number = cells.next().filter(|number| number.starts_with(|first: char| first.is_ascii_digit()))?;
    let answer = match cells.nth(1)? {
        "conform" => Answer::Conform,
        "not conform" => Answer::NotConform,
        "not applicable" => Answer::NotApplicable,
        "not judged" => Answer::NotJudged,
        _ => return None,
    };
    Some((number.to_owned(), answer))
}

/// The name of the sentence that says what is not held yet about a criterion.
pub(crate) fn sentence_of(criterion: &str) -> String {
    format!("visitor-accessibility-not-{}", criterion.replace('.', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Language;
    use phrases::Words;
    use std::collections::BTreeSet;

    /// How many criteria each of the thirteen themes has.
    const THEMES: [usize; 13] = [9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12];

    fn grid_of(answers: &[(&str, usize)]) -> Review {
        let states = answers.iter().flat_map(|(state, times)| std::iter::repeat_n(*state, *times));
        let rows: Vec<String> =
            states.enumerate().map(|(n, state)| format!("| 1.{n} | asks | {state} | how |")).collect();
        Review::read(&rows.join("\n"))
    }

    #[test]
    fn x2_the_grid_answers_each_of_the_106_criteria_once_and_in_order() {
        let all: Vec<String> = (1..)
            .zip(THEMES)
            .flat_map(|(theme, criteria)| (1..=criteria).map(move |criterion| format!("{theme}.{criterion}")))
            .collect();
        assert_eq!(all.len(), CRITERIA);
        let answered: Vec<String> = REVIEW.answers.iter().map(|(number, _)| number.clone()).collect();
        assert_eq!(answered, all);
        assert!(REVIEW.on.is_some(), "the grid says on which day it was filled in");
    }

    #[test]
    fn x2_at_least_95_of_a_hundred_judged_criteria_are_held() {
        assert!(REVIEW.share() >= 95, "{} % of {}", REVIEW.share(), REVIEW.judged());
    }

    #[test]
    fn x2_the_declaration_has_a_sentence_for_each_criterion_that_is_not_held_and_for_no_other() {
        let missing: BTreeSet<String> = REVIEW.of(Answer::NotConform).into_iter().map(str::to_owned).collect();
        let all = REVIEW.answers.iter().map(|(number, _)| number);
        for language in Language::ALL {
            let words = Words::new(language, chrono_tz::Tz::Europe__Paris);
            let told: BTreeSet<String> =
                all.clone().filter(|number| words.find(&sentence_of(number)).is_some()).cloned().collect();
            assert_eq!(told, missing, "{}", language.code());
        }
    }

    #[test]
    fn x2_nothing_is_claimed_before_every_criterion_is_judged() {
        let level = |answers: &[(&str, usize)]| grid_of(answers).level();
        assert_eq!(level(&[("conform", 105), ("not judged", 1)]), Level::None);
        assert_eq!(level(&[("conform", 105)]), Level::None, "one has no answer");
        assert_eq!(level(&[("conform", 60), ("not applicable", 46)]), Level::Full);
        assert_eq!(level(&[("conform", 52), ("not conform", 52), ("not applicable", 2)]), Level::Part);
        assert_eq!(level(&[("conform", 51), ("not conform", 53), ("not applicable", 2)]), Level::None);
    }

    #[test]
    fn x2_the_share_is_of_what_applies_and_was_judged_and_never_rounded_up() {
        let review = grid_of(&[("conform", 2), ("not conform", 1), ("not applicable", 50), ("not judged", 53)]);
        assert_eq!((review.judged(), review.share()), (3, 66));
        assert_eq!(Review::read("| 1.1 | asks | perhaps | how |").share(), 0, "no answer is no share");
    }
}
