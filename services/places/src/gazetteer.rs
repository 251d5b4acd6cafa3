//! The towns, unpacked once and then only read: the text as it was built, with where each line begins, and every name in order.

use crate::{Place, Point, folded};
use flate2::read::ZlibDecoder;
use std::{io::Read as _, sync::OnceLock};

static PACKED: &[u8] = include_bytes!("../data/gazetteer.bin");
static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();

/// All places. Empty if the bytes were damaged, which a test below excludes.
#[derive(Default)]
pub(crate) struct Gazetteer {
    text: &'static str,
    /// ISO code, French name, English name; in the order of codes.
    countries: Vec<[&'static str; 3]>,
    regions: Vec<&'static str>,
    /// Where the line of each place begins.
    lines: Vec<u32>,
    /// The numbers of the places, in the order of ids.
    by_id: Vec<u32>,
    names: Names,
    /// Postcode and place, in the order of postcodes.
    postcodes: Vec<(&'static str, u32)>,
}

/// Every folded name with its place, in the order of names; in one text, because there are three hundred thousand of them.
#[derive(Default)]
struct Names {
    text: String,
    all: Vec<Key>,
}

/// A name in the text of names.
#[derive(Clone, Copy)]
struct Key {
    begin: u32,
    length: u8,
    place: u32,
    letters: u32,
}

/// A name by which a place is found.
#[derive(Clone, Copy)]
pub(crate) struct Name {
    /// As it is compared.
    pub folded: &'static str,
    /// The number of the place.
    pub place: u32,
    /// Which letters are in it, a bit each.
    pub letters: u32,
}

impl Gazetteer {
    pub(crate) fn get() -> &'static Self {
        GAZETTEER.get_or_init(|| Self::read(PACKED).unwrap_or_default())
    }

    fn read(packed: &[u8]) -> Option<Self> {
        let mut text = String::new();
        ZlibDecoder::new(packed).read_to_string(&mut text).ok()?;
        // For the life of the process, like the packed bytes.
        let text: &'static str = text.leak();
        let mut tables = text.split("\n\n");
        let (countries, regions, places, others) = (tables.next()?, tables.next()?, tables.next()?, tables.next()?);
        let mut read = Self { text, ..Self::default() };
        read.countries = countries.lines().filter_map(cells::<3>).collect();
        read.regions = regions.lines().filter_map(|line| Some(cells::<2>(line)?[1])).collect();
        let start = places.as_ptr() as usize - text.as_ptr() as usize;
        let mut begin = u32::try_from(start).ok()?;
        for line in places.lines() {
            read.lines.push(begin);
            begin += u32::try_from(line.len()).ok()? + 1;
        }
        read.put_in_order(others);
        Some(read)
    }

    fn put_in_order(&mut self, others: &'static str) {
        let count = self.count();
        let mut by_id: Vec<(&'static str, u32)> = Vec::with_capacity(self.lines.len());
        for number in 0..count {
            let Some(place) = self.place(number) else { continue };
            by_id.push((place.id, number));
            self.names.add(&folded(place.name), number);
            self.postcodes.extend(place.postcodes().map(|code| (code, number)));
        }
        by_id.sort_unstable();
        self.by_id = by_id.into_iter().map(|(_, number)| number).collect();
        self.postcodes.sort_unstable();
        for line in others.lines() {
            let Some((id, names)) = line.split_once('\t') else { continue };
            let Some(number) = self.number(id) else { continue };
            names.split(',').for_each(|name| self.names.add(name, number));
        }
        self.names.sort();
    }

    /// The number of the place with this id.
    pub(crate) fn number(&self, id: &str) -> Option<u32> {
        let id_of = |number: &u32| self.line(*number).split('\t').next().unwrap_or_default();
        let at = self.by_id.binary_search_by(|number| id_of(number).cmp(id)).ok()?;
        self.by_id.get(at).copied()
    }

    /// How many places there are; their numbers begin with 0.
    pub(crate) fn count(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or_default()
    }

    /// The place of this number.
    pub(crate) fn place(&self, number: u32) -> Option<Place> {
        let [id, name, country, region, latitude, longitude, population, codes] = cells::<8>(self.line(number))?;
        let at = self.countries.binary_search_by(|[code, ..]| (*code).cmp(country)).ok()?;
        let [_, french, english] = *self.countries.get(at)?;
        let region = region.parse::<usize>().ok().and_then(|at| self.regions.get(at)).copied().unwrap_or_default();
        let degrees = |text: &str| text.parse::<f64>().ok().map(|thousandths| thousandths / 1_000.0);
        Some(Place {
            id,
            name,
            region,
            country,
            countries: [french, english],
            point: Point { latitude: degrees(latitude)?, longitude: degrees(longitude)? },
            population: population.parse().ok()?,
            codes,
        })
    }

    fn line(&self, number: u32) -> &'static str {
        let begin = self.lines.get(number as usize).and_then(|begin| self.text.get(*begin as usize..));
        begin.and_then(|rest| rest.split('\n').next()).unwrap_or_default()
    }

    /// The names that begin so, in their order.
    pub(crate) fn beginning(&'static self, begin: &str) -> impl Iterator<Item = Name> {
        let from = self.names.all.partition_point(|key| self.names.text_of(*key) < begin);
        let rest = self.names.all.get(from..).unwrap_or_default();
        let names = rest.iter().map(|key| self.names.name(*key));
        names.take_while(move |name| name.folded.starts_with(begin))
    }

    /// All names.
    pub(crate) fn names(&'static self) -> impl Iterator<Item = Name> {
        self.names.all.iter().map(|key| self.names.name(*key))
    }

    /// The places whose postcode begins so.
    pub(crate) fn coded(&self, begin: &str) -> impl Iterator<Item = u32> {
        let from = self.postcodes.partition_point(|(code, _)| *code < begin);
        let rest = self.postcodes.get(from..).unwrap_or_default();
        rest.iter().take_while(move |(code, _)| code.starts_with(begin)).map(|(_, place)| *place)
    }
}

impl Names {
    fn add(&mut self, name: &str, place: u32) {
        let (Ok(begin), Ok(length)) = (u32::try_from(self.text.len()), u8::try_from(name.len())) else { return };
        if length > 0 {
            self.text.push_str(name);
            self.all.push(Key { begin, length, place, letters: letters(name) });
        }
    }

    fn sort(&mut self) {
        let mut all = std::mem::take(&mut self.all);
        all.sort_unstable_by(|one, two| (self.text_of(*one), one.place).cmp(&(self.text_of(*two), two.place)));
        self.all = all;
    }

    fn text_of(&self, key: Key) -> &str {
        let begin = key.begin as usize;
        self.text.get(begin..begin + usize::from(key.length)).unwrap_or_default()
    }

    fn name(&'static self, key: Key) -> Name {
        Name { folded: self.text_of(key), place: key.place, letters: key.letters }
    }
}

/// Which of a to z are in the text, a bit each: names with different letters need not be compared.
pub(crate) fn letters(text: &str) -> u32 {
    text.bytes().filter(u8::is_ascii_lowercase).fold(0, |found, letter| found | 1 << (letter - b'a'))
}

fn cells<const N: usize>(line: &'static str) -> Option<[&'static str; N]> {
    let mut cells = line.split('\t');
    let mut read = [""; N];
    for cell in &mut read {
        *cell = cells.next()?;
    }
    Some(read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_line_is_a_place_that_its_id_finds() {
        let gazetteer = Gazetteer::get();
        assert!(gazetteer.lines.len() > 190_000);
        let mut ids = HashSet::new();
        for number in 0..u32::try_from(gazetteer.lines.len()).unwrap() {
            let place = gazetteer.place(number).unwrap();
            assert!(ids.insert(place.id), "{} twice", place.id);
            assert_eq!(gazetteer.number(place.id), Some(number));
            assert!(place.id.parse::<crate::PlaceId>().is_ok());
            assert!(place.point.latitude.abs() <= 90.0 && place.point.longitude.abs() <= 180.0);
            assert!(!place.name.is_empty() && place.name.len() <= 120, "{}", place.name);
        }
    }

    #[test]
    fn every_french_commune_is_there_with_its_postcodes_and_most_of_the_world_s_countries() {
        let gazetteer = Gazetteer::get();
        let places: Vec<Place> = (0..200_000).filter_map(|number| gazetteer.place(number)).collect();
        let communes: Vec<&Place> = places.iter().filter(|place| place.id.starts_with('f')).collect();
        // 34,969 communes of 2026 and 45 arrondissements, less seven communes of which no point is known.
        assert_eq!(communes.len(), 35_007);
        assert!(communes.iter().filter(|place| place.codes.is_empty()).count() <= 8);
        let countries: HashSet<&str> = places.iter().map(|place| place.country).collect();
        assert!(countries.len() >= 240, "{}", countries.len());
    }

    #[test]
    fn damaged_bytes_are_no_gazetteer() {
        assert!(Gazetteer::read(b"nonsense").is_none());
    }
}
