//! A listing as its author typed it, and the check that every field passes before it is kept.

use crate::extent::{self, Extent, TypedExtent};
use crate::{Audience, Direction, ExchangeError, FieldProblem, Kind, Rules, Settlement, Urgency, limits};
use community::text::{self, BadText};
use kernel::GroupId;

/// What the author typed and chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Offer or request; a form on which nothing was chosen says nothing.
    pub direction: Option<Direction>,
    /// What it is about; likewise.
    pub kind: Option<Kind>,
    /// What may be given in return, at least one.
    pub settlements: Vec<Settlement>,
    /// 3 to 120 characters on one line.
    pub title: String,
    /// 1 to 4,000 characters.
    pub body: String,
    /// One of the community's categories, or empty.
    pub category: String,
    /// Where, by the name of a town; may be empty.
    pub town: String,
    /// How many, when, for how long.
    pub extent: TypedExtent,
    /// For whom it is. Heeded when it is published; afterwards it is widened ([`crate::audience`]), never edited.
    pub audience: Audience,
    /// How soon it is needed, of a request that is urgent. Heeded when it is published; afterwards see [`crate::urgency`].
    pub urgency: Option<Urgency>,
    /// For which of the author's groups, with [`Audience::Group`]; else nothing.
    pub group: Option<GroupId>,
}

/// A draft that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Checked {
    pub direction: Direction,
    pub kind: Kind,
    pub settlements: Vec<&'static str>,
    pub title: String,
    pub body: String,
    pub category: String,
    pub town: String,
    pub extent: Extent,
    pub audience: Audience,
    pub urgency: Option<Urgency>,
    pub group: Option<GroupId>,
}

impl Draft {
    /// Looks at every field and collects one problem for each that cannot stay, in the order of the form.
    /// `before` is what stands there: a date that has passed meanwhile may stay.
    pub(crate) fn check(&self, rules: &Rules, before: Option<&Extent>) -> Result<Checked, ExchangeError> {
        let (extent, dates) = extent::check(&self.extent, (self.direction, self.kind), rules, before);
        let mut problems = Problems::default();
        let checked = Checked {
            direction: problems.chosen("direction", self.direction, Direction::Offer, "LISTING_DIRECTION_MISSING"),
            kind: problems.chosen("kind", self.kind, Kind::Good, "LISTING_KIND_MISSING"),
            title: problems.text(title(&self.title)),
            body: problems.text(body(&self.body)),
            settlements: problems.settlements(&self.settlements, rules),
            category: problems.text(category(&self.category, rules)),
            town: problems.text(town(&self.town)),
            extent,
            audience: self.audience,
            urgency: self.urgency,
            group: self.group,
        };
        // A group beside another audience: what was meant for a few would be shown to others.
        if (self.audience == Audience::Group) != self.group.is_some() {
            problems.note("audience", "AUDIENCE_GROUP_UNSAID");
        }
        problems.0.extend(dates);
        if self.urgency.is_some() && self.direction == Some(Direction::Offer) {
            problems.note("urgency", "URGENT_REQUEST_ONLY");
        }
        if problems.0.is_empty() { Ok(checked) } else { Err(ExchangeError::Invalid(problems.0)) }
    }
}

type Text = Result<String, FieldProblem>;

fn title(typed: &str) -> Text {
    let problem = |bad| field_problem(bad, "LISTING_TITLE_MISSING", "LISTING_TITLE_TOO_LONG");
    let title = text::needed_line("title", typed, limits::TITLE_MOST).map_err(problem)?;
    if title.chars().count() < limits::TITLE_LEAST {
        return Err(FieldProblem::new("title", "LISTING_TITLE_TOO_SHORT"));
    }
    Ok(title)
}

fn body(typed: &str) -> Text {
    text::needed_block("body", typed, limits::BODY_MOST)
        .map_err(|bad| field_problem(bad, "LISTING_BODY_MISSING", "LISTING_BODY_TOO_LONG"))
}

fn category(typed: &str, rules: &Rules) -> Text {
    let typed = typed.trim();
    let known = typed.is_empty() || rules.categories.iter().any(|one| one == typed);
    if known { Ok(typed.to_owned()) } else { Err(FieldProblem::new("category", "LISTING_CATEGORY_UNKNOWN")) }
}

fn town(typed: &str) -> Text {
    text::line("town", typed, limits::TOWN_MOST)
        .map_err(|bad| field_problem(bad, "TEXT_MISSING", "LISTING_TOWN_TOO_LONG"))
}

pub(crate) fn field_problem(bad: BadText, missing: &'static str, too_long: &'static str) -> FieldProblem {
    match bad {
        BadText::Missing(field) => FieldProblem::new(field, missing),
        BadText::TooLong(field) => FieldProblem::new(field, too_long),
        BadText::Invisible(field) | BadText::Reserved(field) => FieldProblem::new(field, "TEXT_INVISIBLE"),
    }
}

/// What is wrong with a form, in its order.
#[derive(Default)]
pub(crate) struct Problems(pub(crate) Vec<FieldProblem>);

impl Problems {
    fn note(&mut self, field: &'static str, code: &'static str) {
        self.0.push(FieldProblem::new(field, code));
    }

    /// What was chosen. The stand-in never leaves: the problem makes the whole check fail.
    pub(crate) fn chosen<T>(
        &mut self,
        field: &'static str,
        chosen: Option<T>,
        stand_in: T,
        missing: &'static str,
    ) -> T {
        chosen.unwrap_or_else(|| {
            self.note(field, missing);
            stand_in
        })
    }

    /// The text, or nothing and a problem more.
    pub(crate) fn text(&mut self, text: Text) -> String {
        text.unwrap_or_else(|problem| {
            self.0.push(problem);
            String::new()
        })
    }

    /// Each once, in the order of the forms.
    fn settlements(&mut self, chosen: &[Settlement], rules: &Rules) -> Vec<&'static str> {
        if chosen.is_empty() {
            self.note("settlements", "LISTING_SETTLEMENT_MISSING");
        } else if !chosen.iter().all(|one| rules.settlements.contains(one)) {
            self.note("settlements", "LISTING_SETTLEMENT_NOT_ALLOWED");
        }
        Settlement::ALL.iter().filter(|one| chosen.contains(one)).map(|one| one.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Refuse;

    fn rules() -> Rules {
        let settlements = vec![Settlement::Gift, Settlement::Barter];
        Rules {
            settlements,
            categories: vec!["Bricolage".to_owned()],
            listing_days: 60,
            zone: chrono_tz::Tz::Europe__Paris,
            now: kernel::Timestamp::default(),
        }
    }

    fn good() -> Draft {
        Draft {
            direction: Some(Direction::Offer),
            kind: Some(Kind::Loan),
            settlements: vec![Settlement::Barter, Settlement::Gift, Settlement::Gift],
            title: " Perceuse \n à percussion ".to_owned(),
            body: "Elle dort dans mon garage.\r\n".to_owned(),
            category: "Bricolage".to_owned(),
            town: "Corbigny".to_owned(),
            extent: TypedExtent::default(),
            audience: Audience::Everyone,
            urgency: None,
            group: None,
        }
    }

    fn codes(draft: &Draft) -> Vec<(&'static str, &'static str)> {
        let refused = draft.check(&rules(), None).expect_err("refused");
        refused.problems().iter().map(|problem| (problem.field, problem.code)).collect()
    }

    #[test]
    fn a_good_draft_is_kept_tidied() {
        let checked = good().check(&rules(), None).expect("good");
        assert_eq!(checked.title, "Perceuse à percussion");
        assert_eq!(checked.body, "Elle dort dans mon garage.");
        assert_eq!(checked.settlements, ["gift", "barter"]);
    }

    #[test]
    fn every_field_that_cannot_stay_is_named_at_once() {
        let draft = Draft { town: "x".repeat(81), category: "Magie".to_owned(), ..Draft::default() };
        assert_eq!(
            codes(&draft),
            [
                ("direction", "LISTING_DIRECTION_MISSING"),
                ("kind", "LISTING_KIND_MISSING"),
                ("title", "LISTING_TITLE_MISSING"),
                ("body", "LISTING_BODY_MISSING"),
                ("settlements", "LISTING_SETTLEMENT_MISSING"),
                ("category", "LISTING_CATEGORY_UNKNOWN"),
                ("town", "LISTING_TOWN_TOO_LONG"),
            ]
        );
        let refusal = draft.check(&rules(), None).expect_err("refused").refusal();
        assert_eq!((refusal.field, refusal.code), (Some("direction"), "LISTING_DIRECTION_MISSING"));
    }

    #[test]
    fn texts_are_accepted_at_the_limit_and_refused_one_beyond() {
        let with = |title: usize, body: usize, town: usize| Draft {
            title: "é".repeat(title),
            body: "é".repeat(body),
            town: "é".repeat(town),
            ..good()
        };
        assert!(with(3, 1, 0).check(&rules(), None).is_ok());
        assert!(with(120, 4_000, 80).check(&rules(), None).is_ok());
        assert_eq!(codes(&with(2, 1, 0)), [("title", "LISTING_TITLE_TOO_SHORT")]);
        assert_eq!(
            codes(&with(121, 4_001, 81)),
            [("title", "LISTING_TITLE_TOO_LONG"), ("body", "LISTING_BODY_TOO_LONG"), ("town", "LISTING_TOWN_TOO_LONG")]
        );
    }

    #[test]
    fn a_listing_is_for_a_group_and_says_which_or_for_neither() {
        let group = Some(GroupId(uuid::Uuid::from_u128(7)));
        assert!(Draft { audience: Audience::Group, group, ..good() }.check(&rules(), None).is_ok());
        let unsaid = [("audience", "AUDIENCE_GROUP_UNSAID")];
        assert_eq!(codes(&Draft { audience: Audience::Group, ..good() }), unsaid);
        assert_eq!(codes(&Draft { group, ..good() }), unsaid, "nothing meant for a group is shown to everybody");
    }

    #[test]
    fn what_the_community_does_not_allow_in_return_is_refused() {
        let paid = Draft { settlements: vec![Settlement::Gift, Settlement::Money], ..good() };
        assert_eq!(codes(&paid), [("settlements", "LISTING_SETTLEMENT_NOT_ALLOWED")]);
    }

    #[test]
    fn a_community_without_categories_imposes_none_and_knows_none() {
        let free = Rules { categories: Vec::new(), ..rules() };
        assert!(Draft { category: String::new(), ..good() }.check(&free, None).is_ok());
        assert!(good().check(&free, None).is_err());
    }
}
