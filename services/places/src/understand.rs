//! What somebody means who names a place, where it can be known without asking back.

use crate::{
    Place,
    search::{Asked, How, MOST_FOUND, called, find},
};

/// What was meant.
#[derive(Debug, Clone, PartialEq)]
pub enum Understood {
    /// This place and no other.
    One(Place),
    /// One of these, which are all called so, the largest first: ask which.
    Several(Vec<Place>),
    /// Nothing is called so; one of these perhaps, the likeliest first, at most [`MOST_FOUND`].
    Almost(Vec<Place>),
    /// No place that we know.
    Nothing,
}

/// A town so large is meant when the next of its name has a twentieth of its people: Paris, Lima.
const WELL_KNOWN: u32 = 100_000;
const TIMES_LARGER: u32 = 20;

/// Reads the name of a town, with or without what tells it apart.
pub fn understand(typed: &str) -> Understood {
    let found = find(&Asked::read(typed));
    let named: Vec<Place> = found.iter().filter(|(how, _)| *how == How::Named).map(|(_, place)| *place).collect();
    match certain(&named) {
        Some(one) => Understood::One(one),
        None if !named.is_empty() => Understood::Several(named),
        None if found.is_empty() => Understood::Nothing,
        None => Understood::Almost(found.into_iter().map(|(_, place)| place).take(MOST_FOUND).collect()),
    }
}

/// Whether these words mean this place and no other, whoever reads them.
pub(crate) fn means(words: &str, place: &Place) -> bool {
    certain(&called(&Asked::read(words))).is_some_and(|one| one.id() == place.id())
}

/// Of the places that are called so, the largest first, the one that is meant without asking back.
fn certain(named: &[Place]) -> Option<Place> {
    match named {
        [one] => Some(*one),
        [first, second, ..]
            if first.population >= WELL_KNOWN && first.population / TIMES_LARGER >= second.population =>
        {
            Some(*first)
        }
        _ => None,
    }
}

impl Understood {
    /// The place, if it is certain.
    pub fn one(self) -> Option<Place> {
        match self {
            Self::One(place) => Some(place),
            _ => None,
        }
    }

    /// What to choose from, at most [`MOST_FOUND`]; nothing when it is certain.
    pub fn candidates(self) -> Vec<Place> {
        match self {
            Self::Several(mut places) | Self::Almost(mut places) => {
                places.truncate(MOST_FOUND);
                places
            }
            Self::One(_) | Self::Nothing => Vec::new(),
        }
    }

    /// The place, if it is certain; or that of those called so which is nearest to where somebody is, no further than `kilometres` away.
    pub fn nearest_to(self, here: Option<&Place>, kilometres: f64) -> Option<Place> {
        let named = match self {
            Self::One(place) => return Some(place),
            Self::Several(places) => places,
            Self::Almost(_) | Self::Nothing => return None,
        };
        let here = here?;
        let away = |place: &Place| place.point.kilometres_to(here.point);
        let near = named.into_iter().filter(|place| away(place) <= kilometres);
        near.min_by(|one, other| away(one).total_cmp(&away(other)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Language;

    fn one(typed: &str) -> Option<String> {
        understand(typed).one().map(|place| place.label(Language::En))
    }

    #[test]
    fn what_is_plain_is_not_asked_back() {
        assert_eq!(one("corbigny").as_deref(), Some("Corbigny (58800, Nièvre, France)"));
        assert!(one("Paris").is_some_and(|label| label.contains("France")));
        assert!(one("Lima").is_some_and(|label| label.contains("Peru")));
    }

    #[test]
    fn of_many_saint_aubins_it_is_asked_which() {
        let Understood::Several(candidates) = understand("Saint-Aubin") else { panic!("several") };
        assert!(candidates.len() > MOST_FOUND);
        assert!(candidates.iter().all(|place| crate::folded(place.name) == "saint aubin"));
    }

    #[test]
    fn a_mistake_is_asked_back_even_with_one_candidate() {
        let Understood::Almost(candidates) = understand("Corbingy") else { panic!("almost") };
        assert!(candidates.iter().any(|place| place.name == "Corbigny"));
        assert_eq!(understand("xqzwvkjh"), Understood::Nothing);
    }

    #[test]
    fn a_label_is_understood_as_the_place_it_labels() {
        for typed in ["Saint-Aubin", "Corbigny", "London", "Springfield", "Saint-Denis"] {
            for place in crate::search(typed) {
                for language in Language::ALL {
                    let label = place.label(language);
                    let meant = understand(&label);
                    let told = match &meant {
                        Understood::One(one) => one.id() == place.id(),
                        Understood::Several(all) => all.iter().any(|one| one.id() == place.id()),
                        Understood::Almost(_) | Understood::Nothing => false,
                    };
                    assert!(told, "{label}: {meant:?}");
                }
            }
        }
    }

    #[test]
    fn a_short_label_says_no_more_than_is_needed_to_be_understood() {
        let short = |id: &str| crate::place(&id.parse().unwrap()).unwrap().short_label(Language::Fr);
        assert_eq!(short("f58083"), "Corbigny");
        assert_eq!(short("f21541"), "Saint-Aubin (21190)");
        assert_eq!(short("g3936456"), "Lima", "well known");
        for typed in ["Saint-Aubin", "corbgny", "London", "Springfield", "Saint-Denis", "58800"] {
            for place in crate::search(typed) {
                for language in Language::ALL {
                    let (short, label) = (place.short_label(language), place.label(language));
                    assert!(short.len() <= label.len(), "{short}: {label}");
                    let alone = understand(&short).one().map(|one| one.id()) == Some(place.id());
                    assert!(alone || short == label, "{short} is not {label}");
                }
            }
        }
    }

    #[test]
    fn the_nearest_of_its_name_is_meant_by_whoever_lives_there() {
        let nevers = understand("Nevers").one().unwrap();
        let meant = understand("Saint-Aubin").nearest_to(Some(&nevers), 300.0).unwrap();
        assert!(meant.point.kilometres_to(nevers.point) < 300.0);
        assert!(understand("Saint-Aubin").nearest_to(None, 300.0).is_none());
        assert!(understand("Saint-Aubin").nearest_to(Some(&nevers), 1.0).is_none());
    }
}
