//! What each letter says: one file a letter, the same name as the folder of its templates. A letter here is plain data,
//! so that `maillon preview` can show it from samples; `jobs/` fills it with what is true at that moment.

pub mod account_changed;
pub mod application;
pub mod community_removal;
pub mod complaints;
pub mod confirm_address;
pub mod copy_ready;
pub mod digest;
pub mod founder;
pub mod guest_request;
pub mod help_suggested;
pub mod idle;
pub mod invitation;
pub mod listing_expiring;
pub mod mandate;
pub mod meeting;
pub mod new_message;
pub mod newcomer_admitted;
pub mod outing;
pub mod saved_search;
pub mod sign_in;
pub mod someone_applied;
pub mod sponsorship_asked;
pub mod sponsorship_declined;
pub mod sponsorship_given;
pub mod sponsorship_reminder;
pub mod standing;
pub mod urgent;
pub mod welcome;

use crate::mail::header::one_line;
use kernel::Timestamp;

/// An id for links in samples.
const SAMPLE: uuid::Uuid = uuid::Uuid::from_u128(0x4f7b);

/// The day on which samples were written.
fn sample_day() -> Timestamp {
    chrono::DateTime::from_timestamp(1_795_248_000, 0).unwrap_or_default()
}

/// What a person typed, as one line of at most `most` characters, cut with an ellipsis.
pub(crate) fn said(text: &str, most: usize) -> String {
    let line = one_line(text, most.saturating_sub(1));
    if one_line(text, most + 1).chars().count() > most {
        format!("{}…", line.trim_end())
    } else {
        one_line(text, most)
    }
}

/// What one calls somebody: the first word of their name, unless it is a title or an initial (`M.`, `J`).
pub(crate) fn first_name(name: &str) -> &str {
    let first = name.split_whitespace().next().unwrap_or(name);
    if first.contains('.') || first.chars().count() < 2 { name } else { first }
}

#[cfg(test)]
mod tests {
    use super::{first_name, said};

    #[test]
    fn people_are_called_by_their_first_name() {
        assert_eq!(first_name("Anne-Lise Perrin"), "Anne-Lise");
        assert_eq!(first_name("M. Perrin"), "M. Perrin");
        assert_eq!(first_name("J Perrin"), "J Perrin");
        assert_eq!(first_name("Odile"), "Odile");
        assert_eq!(first_name(""), "");
    }

    #[test]
    fn long_words_are_cut_with_an_ellipsis() {
        assert_eq!(said("abc\ndef", 20), "abc def");
        assert_eq!(said("abcdef", 6), "abcdef");
        assert_eq!(said("abcdefg", 6), "abcde…");
    }
}
