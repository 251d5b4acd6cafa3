//! The filters of the list, read from the address and written back into addresses. What is not understood is left aside.

use super::wording;
use crate::form::Form;
use community::views::CommunityFace;
use exchange::{Direction, Kind, ListingFilter, Near, Order, Rules, Settlement, Whence};
use kernel::{GroupId, Timestamp};
use phrases::Words;
use std::str::FromStr;
use url::form_urlencoded::Serializer;

/// What can be asked, by the names of the address.
const NAMES: [&str; 10] = ["q", "direction", "kind", "settle", "category", "near", "town", "radius", "order", "group"];

/// The town that is named beside: what `near` means by it.
const TOWN: &str = "town";
/// The nearest first, and those of whom the reader is linked to best; every other order is the newest first.
const NEAREST: &str = "nearest";
pub(super) const TRUSTED: &str = "trusted";

/// What is asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    /// Name and value, in the order of [`NAMES`]; only what is understood.
    asked: Vec<(&'static str, String)>,
    /// What the group is called that is asked for, where that is known.
    group_name: Option<String>,
}

/// An active filter, with the address without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chip {
    pub label: String,
    pub href: String,
}

impl Filter {
    pub(crate) fn read(form: &Form, rules: &Rules) -> Self {
        let understood = |name: &str, value: &str| match name {
            "direction" => Direction::from_str(value).is_ok(),
            "kind" => Kind::from_str(value).is_ok(),
            "settle" => Settlement::from_str(value).is_ok(),
            "category" => rules.categories.iter().any(|one| one == value),
            "radius" => value.parse::<u32>().is_ok(),
            "order" => [NEAREST, TRUSTED].contains(&value),
            "group" => GroupId::from_str(value).is_ok(),
            _ => true,
        };
        let asked = NAMES.iter().map(|name| (*name, form.text(name)));
        let asked = asked.filter(|(name, value)| !value.is_empty() && understood(name, value));
        Self { asked: asked.map(|(name, value)| (name, value.chars().take(120).collect())).collect(), group_name: None }
    }

    /// The filters of a search as it is kept.
    pub(crate) fn of(kept: &ListingFilter) -> Self {
        let near = kept.near.as_ref().map(|near| match &near.whence {
            Whence::Home => "home".to_owned(),
            Whence::Work => "work".to_owned(),
            Whence::Place(id) => id.to_string(),
            Whence::Named(_) => TOWN.to_owned(),
        });
        let named = kept.near.as_ref().and_then(|near| match &near.whence {
            Whence::Named(town) => Some(town.clone()),
            _ => None,
        });
        let radius = kept.near.as_ref().and_then(|near| near.kilometres);
        let all = [
            ("q", kept.words.clone()),
            ("direction", kept.direction.map(|one| one.as_str().to_owned())),
            ("kind", kept.kind.map(|one| one.as_str().to_owned())),
            ("settle", kept.settlement.map(|one| one.as_str().to_owned())),
            ("category", kept.category.clone()),
            ("near", near),
            (TOWN, named.or_else(|| kept.town.clone())),
            ("radius", radius.map(|radius| radius.to_string())),
        ];
        Self { asked: all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect(), group_name: None }
    }

    /// Where the search is kept; nowhere, where it is one of a group.
    pub(crate) fn keep(&self) -> Option<String> {
        self.group().is_none().then(|| self.href().replacen("/listings", "/searches/new", 1))
    }

    /// The group that is asked for.
    pub(crate) fn group(&self) -> Option<GroupId> {
        self.parsed("group")
    }

    /// The same, knowing what that group is called.
    #[must_use]
    pub(crate) fn calling(self, group_name: Option<String>) -> Self {
        Self { group_name, ..self }
    }

    /// Names and values, for the hidden fields of a form. The order of a list is not kept.
    pub(crate) fn kept(&self) -> Vec<(&'static str, String)> {
        self.without("order")
    }

    /// The same with other words.
    pub(crate) fn with_words(&self, words: &str) -> Self {
        let mut asked = self.without("q");
        asked.insert(0, ("q", words.to_owned()));
        Self { asked, group_name: self.group_name.clone() }
    }

    /// What is looked for, a phrase each.
    pub(crate) fn said(&self, words: Words) -> Vec<String> {
        let direction = self.direction().map(|direction| match direction {
            Direction::Request => words.t("listing-requests"),
            Direction::Offer => words.t("listing-offers"),
        });
        let quoted = self.words().map(|typed| words.t1("searches-quoted", "words", typed));
        let narrowed = self.kept().into_iter().filter(|(name, _)| !matches!(*name, "q" | "direction"));
        let narrowed = narrowed.map(|(name, value)| self.label(name, &value, words));
        quoted.into_iter().chain(direction).chain(narrowed).collect()
    }

    /// For the view.
    pub(crate) fn wanted(&self) -> ListingFilter {
        ListingFilter {
            direction: self.parsed("direction"),
            kind: self.parsed("kind"),
            settlement: self.parsed("settle"),
            category: self.text("category"),
            town: self.text("town").filter(|_| !self.near_town()),
            words: self.text("q"),
            near: self.whence().map(|whence| Near { whence, kilometres: self.parsed("radius") }),
            order: match self.text("order").as_deref() {
                Some(NEAREST) => Order::Nearest,
                Some(TRUSTED) => Order::Trusted,
                _ => Order::Newest,
            },
            group: self.group(),
            ..ListingFilter::default()
        }
    }

    fn near_town(&self) -> bool {
        self.text("near").as_deref() == Some(TOWN)
    }

    fn whence(&self) -> Option<Whence> {
        if self.near_town() {
            return Some(Whence::Named(self.text("town").unwrap_or_default()));
        }
        self.text("near").map(|near| Whence::read(&near))
    }

    /// The town that is named, when something near it is looked for.
    pub(crate) fn named_town(&self) -> Option<String> {
        match self.whence()? {
            Whence::Named(town) => Some(town),
            _ => None,
        }
    }

    /// The same, near this place.
    pub(crate) fn near(&self, code: &str) -> String {
        let mut asked: Vec<_> =
            self.asked.iter().filter(|(name, _)| !matches!(*name, "near" | "town")).cloned().collect();
        asked.push(("near", code.to_owned()));
        address(&asked)
    }

    /// The same, no further from this place than so many kilometres.
    pub(super) fn near_within(&self, code: &str, kilometres: u32) -> String {
        let others = self.asked.iter().filter(|(name, _)| !matches!(*name, "near" | "town" | "radius"));
        let mut asked: Vec<_> = others.cloned().collect();
        asked.extend([("near", code.to_owned()), ("radius", kilometres.to_string())]);
        address(&asked)
    }

    /// A place that is named by its code, with its label: one more answer to "near what?".
    pub(crate) fn place(&self, words: Words) -> Option<(String, String)> {
        match self.whence()? {
            Whence::Place(id) => Some((id.to_string(), ::places::place(&id)?.label(words.language))),
            _ => None,
        }
    }

    pub(crate) fn direction(&self) -> Option<Direction> {
        self.parsed("direction")
    }

    /// Words that were looked for, to begin a listing with.
    pub(crate) fn words(&self) -> Option<String> {
        self.text("q")
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.asked.is_empty()
    }

    /// The address of the list so filtered.
    pub(crate) fn href(&self) -> String {
        address(&self.asked)
    }

    /// The same with offers or requests only, or both.
    pub(crate) fn towards(&self, direction: Option<Direction>) -> String {
        let mut asked = self.without("direction");
        asked.extend(direction.map(|direction| ("direction", direction.as_str().to_owned())));
        address(&asked)
    }

    /// The same, from a place in the list on.
    pub(crate) fn after(&self, place: &str) -> String {
        let mut asked = self.asked.clone();
        asked.push(("after", place.to_owned()));
        address(&asked)
    }

    /// What is active besides the words and the direction, which are seen where they were chosen.
    pub(crate) fn chips(&self, words: Words) -> Vec<Chip> {
        let folded = self.asked.iter().filter(|(name, _)| !matches!(*name, "q" | "direction"));
        folded
            .map(|(name, value)| Chip { label: self.label(name, value, words), href: address(&self.without(name)) })
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

/// The address of the map with the filters of this address of the list.
pub(super) fn on_the_map(list: &str) -> String {
    list.replacen("/listings", "/listings/map", 1)
}

fn address(asked: &[(&'static str, String)]) -> String {
    let query = Serializer::new(String::new()).extend_pairs(asked).finish();
    if query.is_empty() { "/listings".to_owned() } else { format!("/listings?{query}") }
}

impl Filter {
    fn label(&self, name: &str, value: &str, words: Words) -> String {
        let near = |what: &str| words.t1("listing-near-what", "what", what);
        match (name, value) {
            ("near", "home") => near(&words.t("listing-near-home")),
            ("near", "work") => near(&words.t("listing-near-work")),
            ("near", TOWN) => words.t("listing-filter-near"),
            ("near", _) => near(&self.place(words).map_or_else(|| value.to_owned(), |(_, label)| label)),
            ("radius", km) => words.t1("listing-near-radius", "km", km),
            ("order", TRUSTED) => words.t("listing-order-trusted"),
            ("order", _) => words.t("listing-order-nearest"),
            ("group", _) => self.group_name.clone().unwrap_or_else(|| words.t("listing-filter-group")),
            _ => label(name, value, words),
        }
    }
}

fn label(name: &str, value: &str, words: Words) -> String {
    let known = match name {
        "kind" => value.parse().ok().map(|kind| wording::kind(kind, words)),
        "settle" => value.parse().ok().map(|settlement| wording::settlement(settlement, words)),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// What can be asked for here, as the community's face tells.
pub(crate) fn rules(face: &CommunityFace, now: Timestamp) -> Rules {
    let settlements = face.policy.settlements.iter().filter_map(|word| word.parse::<Settlement>().ok());
    Rules {
        settlements: settlements.collect(),
        categories: face.categories.clone(),
        listing_days: face.listing_days,
        zone: face.timezone,
        now,
    }
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
    fn what_is_near_comes_back_in_the_address_as_it_went() {
        let filter = read("near=town&town=Corbigny&radius=30&order=nearest");
        let wanted = filter.wanted();
        assert_eq!(wanted.near, Some(Near { whence: Whence::Named("Corbigny".to_owned()), kilometres: Some(30) }));
        assert_eq!((wanted.order, wanted.town), (Order::Nearest, None));
        assert_eq!(read(filter.href().strip_prefix("/listings?").unwrap()), filter);
        assert_eq!(filter.near("f58083"), "/listings?radius=30&order=nearest&near=f58083");
        assert_eq!(
            read("near=home&radius=far&order=up").wanted().near,
            Some(Near { whence: Whence::Home, kilometres: None })
        );
    }

    #[test]
    fn an_order_comes_back_in_the_address_and_is_said() {
        let filter = read("q=scie&order=trusted");
        assert_eq!((filter.wanted().order, filter.wanted().near), (Order::Trusted, None));
        assert_eq!(filter.href(), "/listings?q=scie&order=trusted");
        let said =
            |query: &str| read(query).chips(sample_words()).into_iter().map(|chip| chip.label).collect::<Vec<_>>();
        assert_ne!(said("order=trusted"), said("order=nearest"));
        assert_eq!(filter.chips(sample_words()).first().map(|chip| chip.href.as_str()), Some("/listings?q=scie"));
    }

    #[test]
    fn a_kept_search_leads_to_the_list_it_came_from() {
        for query in [
            "q=v%C3%A9los&direction=offer&kind=loan&settle=gift&category=Jardin&near=home&radius=30",
            "near=f58083&radius=5",
            "near=work",
            "town=Corbigny",
        ] {
            let filter = read(query);
            assert_eq!(Filter::of(&filter.wanted()), filter, "{query}");
        }
        let keep = |query: &str| read(query).keep();
        assert_eq!(keep("q=scie&order=nearest&near=home").unwrap(), "/searches/new?q=scie&near=home&order=nearest");
        assert_eq!(keep("").unwrap(), "/searches/new");
        assert_eq!(
            keep("q=scie&group=00000000-0000-0000-0000-000000000007"),
            None,
            "nobody is told of a group by a search"
        );
        assert_eq!(read("q=scie").with_words("scier").href(), "/listings?q=scier");
    }

    #[test]
    fn the_map_takes_the_filters_of_the_list_and_leads_to_what_is_near() {
        let filter = read("q=jardin&direction=offer&near=home&town=Nevers&radius=30");
        assert_eq!(
            on_the_map(&filter.href()),
            "/listings/map?q=jardin&direction=offer&near=home&town=Nevers&radius=30"
        );
        assert_eq!(on_the_map("/listings"), "/listings/map");
        assert_eq!(filter.near_within("f58083", 5), "/listings?q=jardin&direction=offer&near=f58083&radius=5");
    }

    #[test]
    fn taking_a_filter_away_leaves_the_others() {
        let filter = read("direction=offer&kind=loan");
        let chips = filter.chips(sample_words());
        assert_eq!(chips.first().map(|chip| chip.href.as_str()), Some("/listings?direction=offer"));
        assert_eq!(filter.towards(None), "/listings?kind=loan");
    }
}
