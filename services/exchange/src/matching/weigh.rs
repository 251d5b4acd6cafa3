//! How well an offer and a request go together, and why.

use super::concepts::table;
use super::meaning::{Meaning, Topic, Way};
use chrono::Duration;
use serde::{Deserialize, Serialize};

/// What the pair is like besides its words. What is not known neither helps nor hinders.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Circumstances {
    /// Between the two, from home or work, whichever is nearer.
    pub kilometres: Option<f64>,
    /// Whether both name the same town; nothing when one names none.
    pub same_town: Option<bool>,
    /// Whether both stand in the same of the community's categories; nothing when one stands in none.
    pub same_category: Option<bool>,
    /// Whether something that one gives in return is accepted by the other.
    pub settles: bool,
    /// Whether the times at which both can overlap; nothing when one says none.
    pub available: Option<bool>,
    /// T of the two authors (decision 15), from 0 to 1.
    pub trust: Option<f64>,
    /// Whether somebody vouched for both.
    pub common_sponsor: bool,
    /// Since the older of the two was published.
    pub age: Duration,
    /// How many like this one the reader was not interested in lately.
    pub declined: u32,
}

/// How well two listings go together.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighed {
    /// From 0 to 1; a pair is worth telling from [`WORTH_TELLING`] on.
    pub score: f64,
    /// Why, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// Something that speaks for a match, as its reader can be told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Both are about this, in the words of the reader's own listing.
    Words(Vec<String>),
    /// Both stand in the same category.
    Category,
    /// So near, in whole kilometres.
    Near(u32),
    /// In the same town.
    SameTown,
    /// Both can at the same time.
    Available,
    /// Somebody vouched for both authors.
    CommonSponsor,
    /// The ties between the authors are good.
    Trusted,
    /// Published within the last days.
    Fresh,
}

/// From this score on a pair is told.
pub const WORTH_TELLING: f64 = 0.48;
/// From this similarity of meaning on two listings are about the same.
const SAME_MEANING: f64 = 0.40;
/// How far a narrower thing is the wider one.
pub(super) const KIN: f64 = 0.55;
/// Words of one's own that a reason names.
const WORDS_SAID: usize = 3;
/// "Good" ties begin here (decision 15).
const GOOD_TIES: f64 = 0.4;

/// Whose words a reason is told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// Whoever offers.
    Offerer,
    /// Whoever asks.
    Asker,
}

/// Weighs a pair for its reader; nothing when the two are not about the same.
pub fn weigh(offer: &Meaning, request: &Meaning, around: &Circumstances, reader: Reader) -> Option<Weighed> {
    let meaning = likeness(offer, request);
    if meaning < SAME_MEANING {
        return None;
    }
    let score = score(meaning, around);
    (score >= WORTH_TELLING).then(|| Weighed { score, reasons: reasons(offer, request, around, reader) })
}

/// Meaning first; then what else is known. Each is neutral at one half.
fn score(meaning: f64, around: &Circumstances) -> f64 {
    let near = match (around.kilometres, around.same_town) {
        (Some(kilometres), _) => 1.0 / (1.0 + kilometres.max(0.0) / 10.0),
        (None, same) => half_or(same.map(|same| if same { 0.8 } else { 0.4 })),
    };
    let available = half_or(around.available.map(|yes| f64::from(u8::from(yes))));
    let category = half_or(around.same_category.map(|same| if same { 0.8 } else { 0.4 }));
    let trust = half_or(around.trust.map(|trust| 0.4 + 0.6 * trust));
    let fresh = 1.0 / (1.0 + days(around.age) / 30.0);
    let sum = 0.70 * meaning + 0.09 * near + 0.06 * available + 0.05 * category + 0.06 * trust + 0.04 * fresh;
    let settles = if around.settles { 1.0 } else { 0.8 };
    let liked = 0.85_f64.powi(i32::try_from(around.declined.min(4)).unwrap_or(4));
    sum * settles * liked
}

fn half_or(known: Option<f64>) -> f64 {
    known.unwrap_or(0.5)
}

fn days(age: Duration) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "some days")]
    let hours = age.num_hours().max(0) as f64;
    hours / 24.0
}

/// How far the two are about the same, from 0 to 1: what the request is about and the offer holds, and a little the other way round,
/// because one offer often holds several things; lessened where what is done, or the way of helping, differs.
pub(super) fn likeness(offer: &Meaning, request: &Meaning) -> f64 {
    let topics = 0.72 * covered(request, offer) + 0.28 * covered(offer, request);
    topics * doings(offer, request) * ways(&offer.ways, &request.ways) * rivals(offer, request)
}

/// The share of what `one` is about that `other` is about as well. A word of the text that stands for nothing known and is not met again
/// counts for nothing: texts tell stories.
fn covered(one: &Meaning, other: &Meaning) -> f64 {
    let (mut met, mut all) = (0.0, 0.0);
    for topic in &one.topics {
        let best = other.topics.iter().map(|against| alike(topic, against)).fold(0.0, f64::max);
        let story = !topic.title && topic.term.starts_with('\'');
        if best > 0.0 || !story {
            met += topic.weight * best;
            all += topic.weight;
        }
    }
    if all > 0.0 { met / all } else { 0.0 }
}

/// The same, one within the other, or nothing in common. What stands only in the other's text is less sure.
fn alike(topic: &Topic, against: &Topic) -> f64 {
    let place = if against.title || !topic.title { 1.0 } else { 0.8 };
    let wider = |one: &str, other: &str| table().named(one).is_some_and(|one| one.wider == Some(other));
    if topic.term == against.term {
        place
    } else if wider(&topic.term, &against.term) || wider(&against.term, &topic.term) {
        KIN * place
    } else {
        0.0
    }
}

/// Spanish is a language like Italian, and not what was asked for: where the titles name two of a kind and none in common.
fn rivals(offer: &Meaning, request: &Meaning) -> f64 {
    let titled = |meaning: &'_ Meaning| -> Vec<&'static str> {
        let concepts = meaning.topics.iter().filter(|topic| topic.title).filter_map(|topic| table().named(&topic.term));
        concepts.filter(|one| !one.doing).map(|one| one.name).collect()
    };
    let (offered, asked) = (titled(offer), titled(request));
    if offered.iter().any(|one| asked.contains(one)) {
        return 1.0;
    }
    let any =
        |related: &dyn Fn(&str, &str) -> bool| offered.iter().any(|one| asked.iter().any(|two| related(one, two)));
    let wider = |name: &str| table().named(name).and_then(|one| one.wider);
    let within = any(&|one, two| wider(one) == Some(two) || wider(two) == Some(one));
    let of_a_kind = any(&|one, two| wider(one).is_some() && wider(one) == wider(two));
    if of_a_kind && !within { 0.5 } else { 1.0 }
}

/// Mending is not carrying.
fn doings(offer: &Meaning, request: &Meaning) -> f64 {
    match (offer.doings.is_empty(), request.doings.is_empty()) {
        (false, false) if !offer.doings.iter().any(|one| request.doings.contains(one)) => 0.6,
        (true, false) => 0.9,
        _ => 1.0,
    }
}

fn ways(offer: &[Way], request: &[Way]) -> f64 {
    let each = offer.iter().flat_map(|one| request.iter().map(|other| way(*one, *other)));
    each.fold(0.0, f64::max)
}

/// How well a way of helping serves who wants another way.
fn way(offered: Way, wanted: Way) -> f64 {
    use Way::{Either, Hands, Join, Keep, Know, Lend, Roof, Teach};
    match (offered, wanted) {
        (one, other) if one == other => 1.0,
        (Keep, Lend) | (Either, Keep | Hands) | (Keep | Hands, Either) => 0.9,
        (Lend, Keep) => 0.85,
        (Hands, Know) | (Know, Hands | Teach) => 0.8,
        (Teach, Know | Join) | (Join, Teach) => 0.75,
        (Teach, Hands | Either) | (Hands | Either, Teach) | (Roof, Lend | Keep) | (Lend | Keep, Roof) => 0.5,
        (Hands, Join) | (Join, Hands) => 0.35,
        _ => 0.25,
    }
}

fn reasons(offer: &Meaning, request: &Meaning, around: &Circumstances, reader: Reader) -> Vec<Reason> {
    let (mine, theirs) = match reader {
        Reader::Offerer => (offer, request),
        Reader::Asker => (request, offer),
    };
    let met = mine.topics.iter().filter(|topic| theirs.topics.iter().any(|other| alike(topic, other) > 0.0));
    // A word of the text that stands for nothing known may be met by chance.
    let met = met.filter(|topic| topic.title || !topic.term.starts_with('\''));
    let words: Vec<String> = met.take(WORDS_SAID).map(|topic| topic.written.clone()).collect();
    let near = around.kilometres.filter(|far| (1.0..=30.0).contains(far)).map(whole);
    let same_town = around.same_town == Some(true) || around.kilometres.is_some_and(|far| far < 1.0);
    let said = [
        (!words.is_empty()).then_some(Reason::Words(words)),
        near.map(Reason::Near),
        (near.is_none() && same_town).then_some(Reason::SameTown),
        (around.available == Some(true)).then_some(Reason::Available),
        around.common_sponsor.then_some(Reason::CommonSponsor),
        (!around.common_sponsor && around.trust.is_some_and(|trust| trust >= GOOD_TIES)).then_some(Reason::Trusted),
        (around.same_category == Some(true)).then_some(Reason::Category),
        (days(around.age) <= 7.0).then_some(Reason::Fresh),
    ];
    said.into_iter().flatten().collect()
}

fn whole(kilometres: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 30")]
    let whole = kilometres.round().clamp(1.0, 30.0) as u32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use kernel::Language;

    fn meaning(kind: Kind, title: &str) -> Meaning {
        Meaning::of(kind, title, "", Language::Fr)
    }

    fn like(offer: (Kind, &str), request: (Kind, &str)) -> f64 {
        likeness(&meaning(offer.0, offer.1), &meaning(request.0, request.1))
    }

    fn weighed(around: &Circumstances) -> f64 {
        let (offer, request) = (meaning(Kind::Loan, "Perceuse"), meaning(Kind::Loan, "Cherche perceuse"));
        weigh(&offer, &request, around, Reader::Asker).unwrap().score
    }

    #[test]
    fn the_same_words_for_another_need_are_less_alike() {
        let lesson = (Kind::Skill, "Cours de piano");
        assert!(like(lesson, (Kind::Skill, "Apprendre le piano")) > 0.9);
        assert!(like(lesson, (Kind::Service, "Déplacer un piano")) < SAME_MEANING);
        assert!(like(lesson, (Kind::Good, "Piano droit")) < SAME_MEANING);
        assert!(like(lesson, (Kind::Skill, "Cours de guitare")) < SAME_MEANING, "two of a kind");
        assert!(like((Kind::Skill, "Cours de musique"), (Kind::Skill, "Apprendre le piano")) > SAME_MEANING, "wider");
    }

    #[test]
    fn two_of_a_kind_are_rivals_whatever_their_texts_share() {
        let of = |title: &str, body: &str| Meaning::of(Kind::Skill, title, body, Language::Fr);
        let french = of("Français pour personnes étrangères", "Lire, écrire, parler : deux soirs par semaine.");
        let english = of("Cours d’anglais", "Je suis français et je pars à l’étranger, deux soirs par semaine.");
        assert!(likeness(&french, &english) < SAME_MEANING);
    }

    #[test]
    fn one_language_finds_the_other() {
        assert!(like((Kind::Loan, "Lawn mower to lend"), (Kind::Loan, "Cherche tondeuse à gazon")) > 0.9);
    }

    #[test]
    fn what_is_not_known_neither_helps_nor_hinders_and_what_is_known_does() {
        let unknown = Circumstances { settles: true, ..Circumstances::default() };
        let known = |change: &dyn Fn(&mut Circumstances)| {
            let mut around = unknown;
            change(&mut around);
            weighed(&around)
        };
        let neutral = weighed(&unknown);
        assert!(known(&|around| around.kilometres = Some(1.0)) > neutral);
        assert!(known(&|around| around.kilometres = Some(40.0)) < neutral);
        assert!(known(&|around| around.same_town = Some(true)) > neutral);
        assert!(known(&|around| around.available = Some(false)) < neutral);
        assert!(known(&|around| around.trust = Some(0.7)) > neutral);
        assert!(known(&|around| around.trust = Some(0.0)) < neutral);
        assert!(known(&|around| around.age = Duration::days(40)) < neutral);
        assert!(known(&|around| around.settles = false) < neutral);
        assert!(known(&|around| around.declined = 2) < known(&|around| around.declined = 1));
    }

    #[test]
    fn only_what_speaks_for_a_match_is_told() {
        let around =
            Circumstances { kilometres: Some(2.4), trust: Some(0.1), settles: true, ..Circumstances::default() };
        let (offer, request) = (meaning(Kind::Loan, "Perceuse"), meaning(Kind::Loan, "Cherche perceuse"));
        let weighed = weigh(&offer, &request, &around, Reader::Offerer).unwrap();
        assert_eq!(weighed.reasons, [Reason::Words(vec!["Perceuse".to_owned()]), Reason::Near(2), Reason::Fresh]);
    }
}
