//! Answers remembered for a moment: what is asked at every request and changes seldom.

use std::{
    borrow::Borrow,
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Answers remembered at the most; asking for invented things must not fill the memory.
const MOST: usize = 10_000;

/// The answers to questions of one kind, each for the same time.
pub(super) struct Moment<Q, A> {
    last: Duration,
    kept: Mutex<HashMap<Q, (Instant, A)>>,
}

impl<Q: Eq + Hash, A: Clone> Moment<Q, A> {
    /// Answers are forgotten after `last`; nothing is remembered when it is zero.
    pub(super) fn new(last: Duration) -> Self {
        Self { last, kept: Mutex::default() }
    }

    /// The answer, if it was remembered less than `last` before `now`.
    pub(super) fn at<K: Eq + Hash + ?Sized>(&self, now: Instant, question: &K) -> Option<A>
    where
        Q: Borrow<K>,
    {
        let kept = self.kept();
        let (since, answer) = kept.get(question)?;
        (now.duration_since(*since) < self.last).then(|| answer.clone())
    }

    /// Remembers what was asked for at `now`: the answer is at least as old as the question, never younger.
    pub(super) fn keep(&self, now: Instant, question: Q, answer: A) {
        if self.last.is_zero() {
            return;
        }
        let mut kept = self.kept();
        if kept.len() >= MOST {
            kept.retain(|_, (since, _)| now.duration_since(*since) < self.last);
        }
        if kept.len() < MOST {
            kept.insert(question, (now, answer));
        }
    }

    /// Forgets one answer.
    pub(super) fn forget<K: Eq + Hash + ?Sized>(&self, question: &K)
    where
        Q: Borrow<K>,
    {
        self.kept().remove(question);
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<Q, (Instant, A)>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAST: Duration = Duration::from_millis(500);

    #[test]
    fn an_answer_is_remembered_to_its_limit_and_not_longer() {
        let (moment, asked) = (Moment::<String, u8>::new(LAST), Instant::now());
        moment.keep(asked, "a".to_owned(), 1);
        assert_eq!(moment.at(asked + LAST.saturating_sub(Duration::from_nanos(1)), "a"), Some(1));
        assert_eq!(moment.at(asked + LAST, "a"), None);
        assert_eq!(moment.at(asked, "b"), None);
        moment.forget("a");
        assert_eq!(moment.at(asked, "a"), None);
    }

    #[test]
    fn nothing_is_remembered_for_no_time() {
        let (moment, asked) = (Moment::<String, u8>::new(Duration::ZERO), Instant::now());
        moment.keep(asked, "a".to_owned(), 1);
        assert_eq!(moment.at(asked, "a"), None);
        assert!(moment.kept().is_empty());
    }

    #[test]
    fn invented_questions_fill_no_memory_and_what_is_over_makes_room() {
        let (moment, asked) = (Moment::<usize, ()>::new(LAST), Instant::now());
        for question in 0..=MOST {
            moment.keep(asked, question, ());
        }
        assert_eq!(moment.kept().len(), MOST);
        assert_eq!(moment.at(asked, &MOST), None, "no room");
        moment.keep(asked + LAST, MOST, ());
        assert_eq!(moment.kept().len(), 1);
        assert_eq!(moment.at(asked + LAST, &MOST), Some(()));
    }
}
