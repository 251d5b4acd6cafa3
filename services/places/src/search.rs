//! Looking for places by what somebody types.

use crate::{
    Place, folded,
    gazetteer::{Gazetteer, letters},
    typing::{forgiven, mistakes, mistakes_in_beginning},
};
use std::collections::HashMap;

/// How many places a search finds at the most.
pub const MOST_FOUND: usize = 10;
/// Letters from which on a beginning says something: twenty thousand names begin with an "s".
const BEGINNING: usize = 3;
/// Letters from which on one mistake in a beginning is forgiven, if it is not in the first letter: fewer begin almost like thousands of names.
const ALMOST_BEGINNING: usize = 5;
/// The longest text that is looked for, characters; what follows is not read.
const LONGEST: usize = 80;

/// How a place was found; the first is the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum How {
    /// It is called so.
    Named,
    /// Its name begins so.
    Begins,
    /// With so many mistakes.
    Mistaken(usize),
    /// Its name begins almost so.
    AlmostBegins,
}

/// A name, and what tells it apart: "Corbigny, Nièvre", "58800 Corbigny", "Lima (Pérou)".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    pub name: String,
    pub apart: Vec<String>,
}

/// The places that may be meant, the likeliest first and at most [`MOST_FOUND`]: those called so, then those whose name begins so, then,
/// where there are few, those called almost so, and where nothing begins so, those that begin almost so; among equals the larger. A French
/// postcode or its beginning finds what bears it.
pub fn search(typed: &str) -> Vec<Place> {
    let asked = Asked::read(typed);
    let mut found = find(&asked);
    // Perhaps they are still typing.
    if found.iter().all(|(how, _)| matches!(how, How::Mistaken(_))) {
        let more = almost_beginning(&asked, &found);
        found.extend(more);
    }
    found.into_iter().map(|(_, place)| place).take(MOST_FOUND).collect()
}

/// The same with how each was found, and all of them.
pub(crate) fn find(asked: &Asked) -> Vec<(How, Place)> {
    let gazetteer = Gazetteer::get();
    let mut found: HashMap<u32, How> = HashMap::new();
    if asked.name.is_empty() {
        let code = asked.apart.first().map_or("", String::as_str);
        if code.len() >= 2 {
            found.extend(gazetteer.coded(code).map(|number| (number, How::Named)));
        }
        return ranked(found, asked);
    }
    for name in gazetteer.beginning(&asked.name) {
        let how = if name.folded.len() == asked.name.len() { How::Named } else { How::Begins };
        if how == How::Begins && asked.name.chars().count() < BEGINNING {
            continue;
        }
        let best = found.entry(name.place).or_insert(how);
        *best = how.min(*best);
    }
    let ranked_so_far = ranked(found.clone(), asked);
    if ranked_so_far.len() >= MOST_FOUND {
        return ranked_so_far;
    }
    almost(gazetteer, &asked.name, &mut found);
    ranked(found, asked)
}

/// The places that are called so and no others, in the order of [`find`]. No name is compared for mistakes, so that it costs little.
pub(crate) fn called(asked: &Asked) -> Vec<Place> {
    if asked.name.is_empty() {
        return Vec::new();
    }
    let begin = Gazetteer::get().beginning(&asked.name);
    // In the order of names the whole name comes before all that are longer.
    let whole = begin.take_while(|name| name.folded.len() == asked.name.len());
    let found = whole.map(|name| (name.place, How::Named)).collect();
    ranked(found, asked).into_iter().map(|(_, place)| place).collect()
}

/// Adds the places that are called almost so.
fn almost(gazetteer: &'static Gazetteer, asked: &str, found: &mut HashMap<u32, How>) {
    let most = forgiven(asked);
    if most == 0 {
        return;
    }
    let mine = letters(asked);
    // A mistake takes one letter away and brings another at the most.
    let alike = |theirs: u32| (mine & !theirs).count_ones().max((theirs & !mine).count_ones()) as usize <= most;
    for name in gazetteer.names().filter(|name| alike(name.letters)) {
        if let Some(count) = mistakes(asked, name.folded, most) {
            found.entry(name.place).or_insert(How::Mistaken(count));
        }
    }
}

/// The places whose name begins almost so, without those that were found.
fn almost_beginning(asked: &Asked, found: &[(How, Place)]) -> Vec<(How, Place)> {
    let (name, mine) = (asked.name.as_str(), letters(&asked.name));
    if name.chars().count() < ALMOST_BEGINNING {
        return Vec::new();
    }
    let first = name.chars().next().and_then(|first| name.get(..first.len_utf8())).unwrap_or_default();
    // One mistake takes one letter away.
    let alike = Gazetteer::get().beginning(first).filter(|other| (mine & !other.letters).count_ones() <= 1);
    let begin = alike.filter(|other| mistakes_in_beginning(name, other.folded, 1).is_some());
    let mut begin = ranked(begin.map(|other| (other.place, How::AlmostBegins)).collect(), asked);
    begin.retain(|(_, place)| !found.iter().any(|(_, known)| known.id == place.id));
    begin
}

fn ranked(found: HashMap<u32, How>, asked: &Asked) -> Vec<(How, Place)> {
    let gazetteer = Gazetteer::get();
    let places = found.into_iter().filter_map(|(number, how)| Some((how, gazetteer.place(number)?)));
    let mut places: Vec<(How, Place)> =
        places.filter(|(_, place)| asked.apart.iter().all(|one| tells(place, one))).collect();
    places.sort_by(|(how, one), (other_how, other)| {
        how.cmp(other_how).then(other.population.cmp(&one.population)).then(one.id.cmp(other.id))
    });
    places
}

/// Whether the place is in a region or country of that name, or has a postcode that begins so.
fn tells(place: &Place, apart: &str) -> bool {
    let named = |name: &str| folded(name) == apart;
    let [french, english] = place.countries;
    place.postcodes().any(|code| code.starts_with(apart))
        || named(place.region)
        || named(french)
        || named(english)
        || place.country.eq_ignore_ascii_case(apart)
}

impl Asked {
    pub(crate) fn read(typed: &str) -> Self {
        let typed: String = typed.chars().take(LONGEST).collect();
        let mut parts = typed.split([',', '(', ')', ';']).map(folded).filter(|part| !part.is_empty());
        let first = parts.next().unwrap_or_default();
        let (codes, words): (Vec<&str>, Vec<&str>) = first.split(' ').partition(|word| is_code(word));
        // Some names hold a number ("100 Mile House"): then it is one that no postcode is.
        let apart = codes.into_iter().map(str::to_owned).chain(parts).collect();
        Self { name: words.join(" "), apart }
    }
}

/// Two to five digits.
fn is_code(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Language;

    fn first(typed: &str) -> String {
        search(typed).first().map(|place| place.label(Language::Fr)).unwrap_or_default()
    }

    #[test]
    fn a_name_is_found_with_its_country_and_region() {
        assert_eq!(first("corbigny"), "Corbigny (58800, Nièvre, France)");
        assert_eq!(first("Chitry les Mines"), "Chitry-les-Mines (58800, Nièvre, France)");
        assert_eq!(first("Lima"), "Lima (Lima Province, Pérou)");
        assert_eq!(first("noumea"), "Nouméa (98800, Nouvelle-Calédonie)");
    }

    #[test]
    fn accents_and_the_short_saint_do_not_matter() {
        assert_eq!(first("saint etienne 42"), first("Saint-Étienne, Loire"));
        assert_eq!(first("St Etienne 42000"), "Saint-Étienne (42000, Loire, France)");
        assert_eq!(first("PERPIGNAN"), first("perpignan"));
    }

    #[test]
    fn a_town_is_found_by_the_name_that_strangers_give_it() {
        assert!(first("Londres").starts_with("London ("), "{}", first("Londres"));
        assert!(
            first("Munich").starts_with("Munich (") || first("Munich").starts_with("München ("),
            "{}",
            first("Munich")
        );
        assert!(first("Bruxelles").contains("Belgique"), "{}", first("Bruxelles"));
    }

    #[test]
    fn mistakes_are_forgiven_in_longer_names_only() {
        assert!(first("Corbingy").starts_with("Corbigny ("));
        assert!(first("Clamessy").starts_with("Clamecy ("));
        assert!(first("Strassbourg").starts_with("Strasbourg ("));
        assert!(search("gpa").iter().all(|place| place.name != "Gap"));
    }

    #[test]
    fn a_mistake_in_a_longer_beginning_is_forgiven_where_nothing_begins_so() {
        let finds = |typed: &str, name: &str| search(typed).iter().any(|place| place.name.starts_with(name));
        assert!(finds("corbgn", "Corbigny") && finds("saintaub", "Saint-Aubin"));
        assert!(!finds("crbi", "Corbigny"), "four letters are too few");
        assert!(!finds("dorbig", "Corbigny"), "the first is certain");
        let corbgn = search("corbgn");
        let mut ids: Vec<_> = corbgn.iter().map(|place| place.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), corbgn.len(), "each once");
    }

    #[test]
    fn a_postcode_and_its_beginning_find_what_bear_them() {
        let names: Vec<&str> = search("58800").iter().map(|place| place.name).collect();
        assert!(names.contains(&"Corbigny"), "{names:?}");
        assert!(search("588").iter().all(|place| place.postcodes().any(|code| code.starts_with("588"))));
        assert_eq!(search("588").len(), MOST_FOUND);
        assert_eq!(first("58800 chitry"), "Chitry-les-Mines (58800, Nièvre, France)");
        assert_eq!(first("75011"), "Paris 11e Arrondissement (75011, Paris, France)");
    }

    #[test]
    fn the_larger_of_two_that_are_called_alike_comes_first() {
        assert!(first("Paris").ends_with("France)"));
        assert!(first("Paris, Texas").contains("Texas"));
    }

    #[test]
    fn two_letters_are_a_whole_name_and_three_a_beginning() {
        assert!(search("y").iter().all(|place| crate::folded(place.name) == "y") && !search("y").is_empty());
        assert!(search("cor").iter().any(|place| place.name != "Cor"));
    }

    #[test]
    fn what_is_no_place_finds_none() {
        for typed in ["", "  ", "(,)", "5", "xqzwvkjh", "\u{0}"] {
            assert!(search(typed).is_empty(), "{typed:?}");
        }
        assert!(search(&"a".repeat(10_000)).is_empty());
    }
}
