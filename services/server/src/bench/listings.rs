//! Lists, searches and kept searches among many listings, through the use cases and as the role that row-level security binds.

use super::{
    crowd::{self, Each},
    psql,
    trust::at,
};
use crate::{
    ground::{Failure, Ground},
    settings::Settings,
};
use exchange::{
    Direction, Kind, ListingFilter, Near, News, Order, SaveSearch, Whence,
    saved_search::{find, save_search},
    views,
};
use kernel::{Caller, Language, Me, PageRequest, Role, SavedSearchId, Standing, Who};
use places::Place;
use serde::Serialize;
use std::{collections::BTreeMap, fmt::Write as _, time::Instant};

/// Members of the large community at least, among whom listings and searches are shared out.
const MEMBERS: u32 = 2_000;
/// Searches that one member keeps.
const EACH: u32 = 20;
/// Searches that are kept at the same time.
const AT_ONCE: usize = 6;
/// What the small ones hold.
const SMALL: Each = Each { members: 20, listings: 100 };
/// Rows of a page.
const PAGE: u32 = 20;
/// How often a question is asked that is not timed, of each hundred that are.
const WARM: usize = 10;
/// How many words there are.
const WORDS: usize = 10_000;
/// What words are put together from.
const SYLLABLES: [&str; 22] = [
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "cha", "bre", "cli", "dro",
    "flu", "gra", "ple", "tri",
];

/// How much there is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Open listings of the large community.
    pub listings: u32,
    /// Small communities beside it.
    pub communities: u32,
    /// Searches that are kept in the large one.
    pub searches: u32,
    /// How often each question is asked.
    pub questions: usize,
}

/// What one kind of question costs.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Cost {
    /// Half of the answers came within so many milliseconds.
    pub p50_ms: f64,
    /// 99 of 100 did.
    pub p99_ms: f64,
    /// Rows of listings, terms, searches and marks that were read for one answer, on the average.
    pub rows_read: u64,
    /// How often one of their tables was read from end to end.
    pub seq_scans: u64,
}

/// The large community, filled.
pub struct Town<'a> {
    ground: &'a Ground,
    reader: Caller,
    /// Everybody, for the searches that they keep.
    members: Vec<Caller>,
    slug: String,
    size: Size,
    towns: Vec<Place>,
    words: Vec<String>,
}

impl<'a> Town<'a> {
    /// Launches the communities and fills them.
    pub async fn fill(ground: &'a Ground, settings: &Settings, size: Size) -> Result<Self, Failure> {
        let towns = towns();
        let words = words();
        crowd::settle(ground, settings, size.communities, SMALL).await?;
        let slug = "grande".to_owned();
        let id = super::people::launch(ground, settings, &slug, "owner-grande@example.test").await?;
        let members = (size.searches / EACH).max(MEMBERS);
        psql::listings(ground.owner()?, &slug, members, size.listings, &rows(&towns, &words))?;
        let caller = |(member, account)| {
            let me = Me { account, member, standing: Standing::Member, role: Role::None };
            Caller::new(id, Who::Member(me), Language::Fr)
        };
        let members: Vec<Caller> = psql::members(ground.owner()?, &slug)?.into_iter().map(caller).collect();
        let reader = members.last().cloned().ok_or("nobody is there")?;
        let town = Self { ground, reader, members, slug, size, towns, words };
        town.keep_searches().await?;
        psql::vacuum(ground.owner()?)?;
        Ok(town)
    }

    /// Every kind of question, one after the other, by its name.
    pub async fn measure(&self) -> Result<BTreeMap<&'static str, Cost>, Failure> {
        let mut costs = BTreeMap::new();
        for (name, filter) in KINDS {
            costs.insert(name, self.cost(async |number| self.list(&filter(self, number)).await).await?);
        }
        costs.insert("saved_searches", self.compared().await?);
        Ok(costs)
    }

    /// As members keep them: half of them words, of which a third are looked for near somewhere; the rest circles, most with a category. Six
    /// in ten are for offers, three for requests, a quarter for loans.
    async fn keep_searches(&self) -> Result<(), Failure> {
        let mut numbers = 0..usize::try_from(self.size.searches)?;
        loop {
            let some: Vec<_> = numbers.by_ref().take(AT_ONCE).map(|number| self.keep(number)).collect();
            if some.is_empty() {
                return Ok(());
            }
            futures_util::future::try_join_all(some).await?;
        }
    }

    async fn keep(&self, number: usize) -> Result<(), Failure> {
        let caller = self.members.get(number % self.members.len()).ok_or("nobody is there")?;
        let dice = |sides: usize| (number.wrapping_mul(2_654_435_761) >> 7) % sides;
        let worded = number.is_multiple_of(2);
        let filter = ListingFilter {
            direction: match dice(10) {
                0..=5 => Some(Direction::Offer),
                6..=8 => Some(Direction::Request),
                _ => None,
            },
            kind: (dice(4) == 0).then_some(Kind::Loan),
            category: (!worded && dice(3) > 0).then(|| theme(dice(97))),
            words: if worded { self.words.get(20 + dice(1_000)).cloned() } else { None },
            near: if worded && !number.is_multiple_of(6) { None } else { self.inhabited(dice(1_000_003)) },
            ..ListingFilter::default()
        };
        let id = SavedSearchId(self.ground.db.entropy().id());
        let cmd = SaveSearch { id, name: format!("Recherche {number}"), filter, news: News::App };
        Ok(save_search(&self.ground.db, caller, cmd).await?)
    }

    /// A circle where people live: the more, the oftener.
    fn inhabited(&self, dice: usize) -> Option<Near> {
        let all: u64 = self.towns.iter().map(|town| u64::from(town.population)).sum();
        let mut left = (dice as u64).wrapping_mul(7_919 * 613) % all.max(1);
        let town = self.towns.iter().find(|town| {
            let here = left < u64::from(town.population);
            left = left.saturating_sub(u64::from(town.population));
            here
        })?;
        Some(Near { whence: Whence::Place(town.id()), kilometres: [5, 10, 30, 50].get(dice % 4).copied() })
    }

    async fn list(&self, filter: &ListingFilter) -> Result<(), Failure> {
        let page = views::listings(&self.ground.db, &self.reader, filter, &PageRequest::new(PAGE, None)).await?;
        std::hint::black_box(page);
        Ok(())
    }

    /// Of the newest listings, which searches find each.
    async fn compared(&self) -> Result<Cost, Failure> {
        let house = Caller::house(self.reader.community);
        let newest = psql::newest(self.ground.owner()?, &self.slug, self.size.questions + WARM)?;
        self.cost(async |number| {
            let listing = *newest.get(number % newest.len()).ok_or("no listing")?;
            let found = find::finders(&self.ground.db, &house, listing).await?;
            std::hint::black_box(found);
            Ok(())
        })
        .await
    }

    async fn cost(&self, mut ask: impl AsyncFnMut(usize) -> Result<(), Failure>) -> Result<Cost, Failure> {
        for number in 0..WARM {
            ask(number).await?;
        }
        let before = self.counted().await?;
        let mut times = Vec::with_capacity(self.size.questions);
        for number in WARM..WARM + self.size.questions {
            let began = Instant::now();
            ask(number).await?;
            times.push(began.elapsed().as_secs_f64() * 1_000.0);
        }
        let after = self.counted().await?;
        Ok(Cost {
            p50_ms: at(&mut times, 50),
            p99_ms: at(&mut times, 99),
            rows_read: (after.0 - before.0) / u64::try_from(self.size.questions.max(1))?,
            seq_scans: after.1 - before.1,
        })
    }

    /// PostgreSQL counts what a connection read some time after it was idle, so it is asked for a moment later.
    async fn counted(&self) -> Result<(u64, u64), Failure> {
        tokio::time::sleep(std::time::Duration::from_secs(11)).await;
        self.list(&ListingFilter::default()).await?;
        psql::rows_read(self.ground.owner()?)
    }

    fn town(&self, number: usize) -> Option<Near> {
        let place = self.towns.get((number * 37) % self.towns.len().max(1))?;
        Some(Near { whence: Whence::Place(place.id()), kilometres: Some(30) })
    }

    /// The less common ones more often than they stand in listings: who looks for what is everywhere?
    fn word(&self, number: usize) -> Option<String> {
        self.words.get((number * number * 13 + 3) % self.words.len()).cloned()
    }
}

type Asked = fn(&Town<'_>, usize) -> ListingFilter;

/// The kinds of questions about lists.
const KINDS: [(&str, Asked); 6] = [
    ("newest", |_, _| ListingFilter::default()),
    ("nearest", |town, number| ListingFilter {
        near: town.town(number).map(|near| Near { kilometres: None, ..near }),
        order: Order::Nearest,
        ..ListingFilter::default()
    }),
    ("radius_category", |town, number| ListingFilter {
        near: town.town(number),
        category: Some(theme(number)),
        ..ListingFilter::default()
    }),
    ("text", |town, number| ListingFilter { words: town.word(number), ..ListingFilter::default() }),
    ("text_radius", |town, number| ListingFilter {
        words: town.word(number),
        near: town.town(number),
        ..ListingFilter::default()
    }),
    ("kind_and_two_common_words", |town, number| ListingFilter {
        words: town
            .words
            .get(number % 40)
            .zip(town.words.get(number % 7 + 40))
            .map(|(one, two)| format!("{one} {two}")),
        kind: Some(Kind::Loan),
        ..ListingFilter::default()
    }),
];

/// One of the community's categories.
fn theme(number: usize) -> String {
    format!("Thème {}", number % 12)
}

/// French towns of 200 people and more: the most people first.
fn towns() -> Vec<Place> {
    let mut towns: Vec<Place> =
        places::all().filter(|place| place.country == "FR" && place.population >= 200).collect();
    towns
        .sort_by(|one, two| two.population.cmp(&one.population).then_with(|| one.id().as_str().cmp(two.id().as_str())));
    towns
}

/// Made-up words, the same in every run, each once.
fn words() -> Vec<String> {
    let syllable = |at: usize| SYLLABLES.get(at % SYLLABLES.len()).copied().unwrap_or_default();
    let word = |number: usize| {
        let (low, high) = (number % SYLLABLES.len(), number / SYLLABLES.len());
        let (middle, top) = (high % SYLLABLES.len(), high / SYLLABLES.len());
        format!("{}{}{}", syllable(low), syllable(middle), syllable(top))
    };
    (0..WORDS).map(word).collect()
}

/// Words and towns as PostgreSQL copies them in.
fn rows(towns: &[Place], words: &[String]) -> String {
    let mut rows = String::from("copy word (number, word) from stdin;\n");
    for (number, word) in words.iter().enumerate() {
        let _ = writeln!(rows, "{number}\t{word}");
    }
    rows.push_str("\\.\ncopy somewhere (first, last, id, name, latitude, longitude, cell) from stdin;\n");
    let all: f64 = towns.iter().map(|town| f64::from(town.population)).sum();
    let mut first = 0.0;
    for town in towns {
        let last = first + f64::from(town.population) / all;
        let (point, cell) = (town.point, places::cell(town.point));
        let _ = writeln!(
            rows,
            "{first}\t{last}\t{}\t{}\t{}\t{}\t{cell}",
            town.id(),
            town.name,
            point.latitude,
            point.longitude
        );
        first = last;
    }
    rows.push_str("\\.\n");
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_and_towns_of_a_run_are_the_same_in_every_run_and_each_stands_once() {
        let words = words();
        let once: std::collections::BTreeSet<_> = words.iter().collect();
        assert_eq!(once.len(), WORDS);
        let towns = towns();
        assert_eq!(towns.first().map(|town| town.name), Some("Paris"));
        assert!(towns.len() > 20_000, "{}", towns.len());
    }
}
