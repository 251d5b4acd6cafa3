//! What is typed into a draft, made safe to keep: of bounded length, without control characters, lines without what nobody sees.

use super::SaveDraft;
use crate::draft::{Problems, field_problem};
use crate::{Direction, ExchangeError, TypedExtent, limits, mandate::LONGEST_NAME};
use community::text;

/// Which way it goes, and the draft as it is kept.
///
/// # Errors
/// A problem for every field that cannot be kept, in the order of the form.
pub(super) fn tidied(mut cmd: SaveDraft) -> Result<(Direction, SaveDraft), ExchangeError> {
    let mut tidying = Tidying(Problems::default());
    let direction = tidying.0.chosen("direction", cmd.draft.direction, Direction::Offer, "LISTING_DIRECTION_MISSING");
    let draft = &mut cmd.draft;
    tidying.line("title", &mut draft.title, limits::TITLE_MOST, "LISTING_TITLE_TOO_LONG");
    tidying.block("body", &mut draft.body, limits::BODY_MOST, "LISTING_BODY_TOO_LONG");
    tidying.line("town", &mut draft.town, limits::TOWN_MOST, "LISTING_TOWN_TOO_LONG");
    tidying.line("category", &mut draft.category, limits::DRAFT_WORD_MOST, "LISTING_CATEGORY_UNKNOWN");
    tidying.line("behalf_name", &mut cmd.behalf.name, LONGEST_NAME, "MANDATE_NAME_TOO_LONG");
    tidying.extent(&mut draft.extent);
    let problems = tidying.0.0;
    if problems.is_empty() { Ok((direction, cmd)) } else { Err(ExchangeError::Invalid(problems)) }
}

struct Tidying(Problems);

impl Tidying {
    fn line(&mut self, field: &'static str, typed: &mut String, most: usize, too_long: &'static str) {
        *typed =
            self.0.text(text::line(field, typed, most).map_err(|bad| field_problem(bad, "TEXT_MISSING", too_long)));
    }

    fn block(&mut self, field: &'static str, typed: &mut String, most: usize, too_long: &'static str) {
        *typed =
            self.0.text(text::block(field, typed, most).map_err(|bad| field_problem(bad, "TEXT_MISSING", too_long)));
    }

    /// Numbers, days and moments: any short text may stand there until it is published.
    fn extent(&mut self, typed: &mut TypedExtent) {
        let short = limits::DRAFT_WORD_MOST;
        self.line("starts_at", &mut typed.starts_at, short, "OUTING_TIME_UNREADABLE");
        self.line("ends_at", &mut typed.ends_at, short, "OUTING_TIME_UNREADABLE");
        self.line("seats", &mut typed.seats, short, "OUTING_SEATS_RANGE");
        self.line("quantity", &mut typed.quantity, short, "LISTING_QUANTITY_RANGE");
        self.line("loan_days", &mut typed.loan_days, short, "LISTING_LOAN_DAYS_RANGE");
        self.line("available_from", &mut typed.available_from, short, "LISTING_DAY_UNREADABLE");
        self.line("available_until", &mut typed.available_until, short, "LISTING_DAY_UNREADABLE");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Draft;
    use crate::saved_draft::Behalf;
    use kernel::ListingId;

    fn nothing_yet() -> SaveDraft {
        let draft = Draft { direction: Some(Direction::Request), ..Draft::default() };
        SaveDraft { id: ListingId(uuid::Uuid::from_u128(7)), draft, behalf: Behalf::default() }
    }

    fn codes(cmd: SaveDraft) -> Vec<(&'static str, &'static str)> {
        let refused = tidied(cmd).expect_err("refused");
        refused.problems().iter().map(|problem| (problem.field, problem.code)).collect()
    }

    #[test]
    fn a_draft_of_nothing_but_a_direction_is_kept_and_without_one_none_is() {
        assert_eq!(tidied(nothing_yet()).expect("kept"), (Direction::Request, nothing_yet()));
        let unsaid = SaveDraft { draft: Draft::default(), ..nothing_yet() };
        assert_eq!(codes(unsaid), [("direction", "LISTING_DIRECTION_MISSING")]);
    }

    #[test]
    fn what_is_typed_is_kept_tidied_though_it_could_not_be_published() {
        let mut typed = nothing_yet();
        typed.draft.title = " Un\r\n ".to_owned();
        typed.draft.extent.quantity = "une douzaine".to_owned();
        typed.draft.category = "Magie".to_owned();
        let kept = tidied(typed).expect("kept").1.draft;
        assert_eq!((kept.title.as_str(), kept.extent.quantity.as_str()), ("Un", "une douzaine"));
        assert_eq!(kept.category, "Magie");
    }

    #[test]
    fn texts_of_a_draft_are_kept_at_the_limit_and_refused_one_beyond() {
        let with = |more: usize| {
            let mut cmd = nothing_yet();
            cmd.draft.title = "é".repeat(120 + more);
            cmd.draft.body = "é".repeat(4_000 + more);
            cmd.draft.town = "é".repeat(80 + more);
            cmd.draft.category = "é".repeat(40 + more);
            cmd.draft.extent.seats = "9".repeat(40 + more);
            cmd.behalf.name = "é".repeat(40 + more);
            cmd
        };
        assert!(tidied(with(0)).is_ok());
        let all = [
            ("title", "LISTING_TITLE_TOO_LONG"),
            ("body", "LISTING_BODY_TOO_LONG"),
            ("town", "LISTING_TOWN_TOO_LONG"),
            ("category", "LISTING_CATEGORY_UNKNOWN"),
            ("behalf_name", "MANDATE_NAME_TOO_LONG"),
            ("seats", "OUTING_SEATS_RANGE"),
        ];
        assert_eq!(codes(with(1)), all);
    }

    #[test]
    fn nothing_invisible_is_kept_in_a_line() {
        let mut cmd = nothing_yet();
        cmd.draft.title = "V\u{200b}élo".to_owned();
        assert_eq!(codes(cmd), [("title", "TEXT_INVISIBLE")]);
    }
}
