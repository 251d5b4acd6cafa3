//! The filters of the list, read from the address and written back into addresses. What is not understood is left aside.

use super::wording;
use crate::form::Form;
use exchange::{Direction, Kind, ListingFilter, Rules, Settlement};
use phrases::Words;
use std::str::FromStr;
use url::form_urlencoded::Serializer;

/// What can be asked, by the names of the address.
const NAMES: [&str; 6] = ["q", "direction", "kind", "settle", "category", "town"];

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    /// Name and value, in the order of [`NAMES`]; only what is understood.
    asked: Vec<(&'static str, String)>,
}

/// An active filter, with the address without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chip {
    pub label: String,
    pub href: String,
}

impl Filter {
    pub(super) fn read(form: &Form, rules: &Rules) -> Self {
        let understood = |name: &str, value: &str| match name {
            "direction" => Direction::from_str(value).is_ok(),
            "kind" => Kind::from_str(value).is_ok(),
            "settle" => Settlement::from_str(value).is_ok(),
            "category" => rules.categories.iter().any(|one| one == value),
            _ => true,
        };
        let asked = NAMES.iter().map(|name| (*name, form.text(name)));
        let asked = asked.filter(|(name, value)| !value.is_empty() && understood(name, value));
        Self { asked: asked.map(|(name, value)| (name, value.chars().take(120).collect())).collect() }
    }

    /// For the view.
    pub(super) fn wanted(&self) -> ListingFilter {
        ListingFilter {
            direction: self.parsed("direction"),
            kind: self.parsed("kind"),
            settlement: self.parsed("settle"),
            category: self.text("category"),
            town: self.text("town"),
            words: self.text("q"),
            ..ListingFilter::default()
        }
    }

    pub(super) fn direction(&self) -> Option<Direction> {
        self.parsed("direction")
    }

    /// Words that were looked for, to begin a listing with.
    pub(super) fn words(&self) -> Option<String> {
        self.text("q")
    }

    pub(super) fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// The address of the list so filtered.
    pub(super) fn href(&self) -> String {
        address(&self.asked)
    }

    /// The same with offers or requests only, or both.
    pub(super) fn towards(&self, direction: Option<Direction>) -> String {
        let mut asked = self.without("direction");
        asked.extend(direction.map(|direction| ("direction", direction.as_str().to_owned())));
        address(&asked)
    }

    /// The same, from a place in the list on.
    pub(super) fn after(&self, place: &str) -> String {
        let mut asked = self.asked.clone();
        asked.push(("after", place.to_owned()));
        address(&asked)
    }

    /// What is active besides the words and the direction, which are seen where they were chosen.
    pub(super) fn chips(&self, words: Words) -> Vec<Chip> {
        let folded = self.asked.iter().filter(|(name, _)| !matches!(*name, "q" | "direction"));
        folded
            .map(|(name, value)| Chip { label: label(name, value, words), href: address(&self.without(name)) })
            .collect()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.asked.iter().find(|(asked, _)| *asked == name).map(|(_, value)| value.clone())
    }

    fn parsed<T: FromStr>(&self, name: &str) -> Option<T> {
        self.text(name)?.parse().ok()
    }

    fn without(&self, name: &str) -> Vec<(&'static str, String)> {
        self.asked.iter().filter(|(asked, _)| *asked != name).cloned().collect()
    }
}

fn address(asked: &[(&'static str, String)]) -> String {
    let query = Serializer::new(String::new()).extend_pairs(asked).finish();
    if query.is_empty() { "/listings".to_owned() } else { format!("/listings?{query}") }
}

fn label(name: &str, value: &str, words: Words) -> String {
    let known = match name {
        "kind" => value.parse().ok().map(|kind| wording::kind(kind, words)),
        "settle" => value.parse().ok().map(|settlement| wording::settlement(settlement, words)),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::listings::samples;
    use crate::shell::sample_words;

    fn read(query: &str) -> Filter {
        Filter::read(&Form::parse_text(sample_words(), query.as_bytes()), &samples::rules(sample_words()))
    }

    #[test]
    fn filters_come_back_in_the_address_as_they_went() {
        let filter =
            read("q=perceuse+b%C3%A9ton&direction=offer&kind=loan&settle=gift&category=Jardin&town=Corbigny&x=1");
        let wanted = filter.wanted();
        assert_eq!(wanted.direction, Some(Direction::Offer));
        assert_eq!(wanted.words.as_deref(), Some("perceuse béton"));
        assert_eq!(read(filter.href().strip_prefix("/listings?").unwrap()), filter);
        assert_eq!(filter.chips(sample_words()).len(), 4);
    }

    #[test]
    fn what_is_not_understood_is_left_aside() {
        let filter = read("direction=up&kind=magic&settle=&category=Nothing&town=++&q=");
        assert!(filter.is_empty());
        assert_eq!(filter.href(), "/listings");
    }

    #[test]
    fn taking_a_filter_away_leaves_the_others() {
        let filter = read("direction=offer&kind=loan");
        let chips = filter.chips(sample_words());
        assert_eq!(chips.first().map(|chip| chip.href.as_str()), Some("/listings?direction=offer"));
        assert_eq!(filter.towards(None), "/listings?kind=loan");
    }
}
