//! What somebody's going would do to others: as a drawing and in words, wherever a steward is to see it before deciding.

use crate::kit::{Fallen, Html, fall};
use crate::preview::Preview;
use askama::Template;
use chrono::DateTime;
use kernel::Role;
use membership::MemberCard;
use phrases::Words;
use sponsorship::{Cause, Day, Degree, EffectsView, FallView};

#[derive(Template)]
#[template(path = "steward/effects.html")]
struct Effects<'a> {
    words: &'a Words,
    view: &'a EffectsView,
    name: &'a str,
    told: String,
    drawing: Html,
    fraud: bool,
}

impl Effects<'_> {
    fn falls(&self, fall: &FallView) -> String {
        let (name, day) = (fall.member.name.as_str(), date(*self.words, fall.until));
        if fall.paths == 0 {
            return self.words.t2("standing-falls-orphan", "name", name, "day", day);
        }
        let paths = i64::from(fall.paths);
        format!(
            "{} {}",
            self.words.t2("standing-falls-thin", "name", name, "paths", paths),
            self.words.t1("standing-falls-until", "day", day)
        )
    }

    fn others(&self) -> usize {
        usize::try_from(self.view.touched)
            .unwrap_or(usize::MAX)
            .saturating_sub(self.view.falls.len() + self.view.unclear.len())
    }
}

/// The last day of grace, in the reader's words.
pub(super) fn date(words: Words, day: Day) -> String {
    DateTime::from_timestamp(i64::from(day.number()) * 86_400, 0).map(|at| words.date(&at)).unwrap_or_default()
}

/// Why somebody is to go, in the reader's words.
pub(crate) fn cause(words: Words, cause: Cause) -> String {
    words.t(match cause {
        Cause::Suspension => "standing-cause-suspension",
        Cause::Conduct => "standing-cause-conduct",
        Cause::Fraud => "standing-cause-fraud",
    })
}

/// What was decided about how somebody vouches, in the reader's words.
pub(crate) fn degree(words: Words, degree: Degree) -> String {
    words.t(match degree {
        Degree::Warning => "standing-degree-warning",
        Degree::Pause => "standing-degree-pause",
        Degree::Smaller => "standing-degree-smaller",
        Degree::Strike => "standing-degree-strike",
    })
}

/// Draws and tells it.
pub(super) fn effects(words: Words, view: &EffectsView) -> Html {
    let name = view.member.name.as_str();
    let told = match view.touched {
        0 => words.t1("standing-effects-none", "name", name),
        touched => words.t2("standing-effects-some", "name", name, "n", touched),
    };
    let names: Vec<String> = view.sponsors.iter().map(|card| card.name.clone()).collect();
    let fallen: Vec<Fallen> =
        view.falls.iter().map(|fall| Fallen { name: fall.member.name.clone(), orphan: fall.paths == 0 }).collect();
    let unseen = usize::try_from(view.touched).unwrap_or(usize::MAX).saturating_sub(fallen.len());
    let drawing = fall(&told, name, &names, &fallen, unseen);
    Html::of(&Effects { words: &words, view, name, told, drawing, fraud: view.cause == Cause::Fraud })
}

/// What the previews show.
pub(super) fn sample(p: &Preview, two_stewards: bool) -> EffectsView {
    let person = |name: &str| -> MemberCard { p.person(name, "Corbigny", Role::None) };
    let day = Day::new(i32::try_from(p.ahead(30).timestamp() / 86_400).unwrap_or_default());
    let fall = |name: &str, paths| FallView { member: person(name), paths, need: 3, until: day };
    EffectsView {
        member: person("Bruno Faure"),
        cause: Cause::Fraud,
        falls: vec![fall("Léa Dubois", 0), fall("Marie-Antoinette de la Fontaine-Beaumarchais", 2), fall("Minh", 1)],
        unclear: vec![person("Fatou Diop")],
        orphans: vec![person("Léa Dubois")],
        recent: vec![person("Léa Dubois"), person("Minh")],
        sponsors: vec![person("Anne Petit"), person("Guy")],
        touched: 4,
        two_stewards,
        seen: "abc".to_owned(),
    }
}
