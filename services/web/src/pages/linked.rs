//! How the reader is linked to somebody, from the house's view of it to the drawing; for every page that shows it.

mod facts;

use crate::error_page::No;
use crate::kit::linkage::{Arrow, Hop};
use crate::kit::{self, Html, Tone};
use crate::preview::Preview;
use crate::visit::Visit;
use askama::Template;
use facts::Fact;
use kernel::{Refusal, RefusalKind};
use membership::MemberCard;
use phrases::Words;
use sponsorship::{Band, ChainStep, Closeness, Common, ConnectionView, Record, RecordView};

/// The ties, ready to be shown.
#[derive(Debug, Clone)]
pub(crate) struct Linked {
    /// In two words: `Lien fort`; nothing when there is no tie.
    pub tag: Option<String>,
    /// Whether the tie is a good one.
    pub good: bool,
    /// The ring, the same in words, and what else is known.
    pub drawn: Html,
}

#[derive(Template)]
#[template(path = "parts/linked.html")]
struct Body {
    chains: Html,
    /// A shorter chain than those drawn, in words.
    shorter: Option<String>,
    /// That there may be more than are drawn.
    more: Option<String>,
    facts: Vec<Fact>,
    /// That the reader is named to nobody.
    unnamed: Option<String>,
    change: String,
}

/// How the reader is linked to `other`; nothing when they may not know, or the other is gone.
pub(crate) async fn to(visit: &Visit, other: &MemberCard) -> Result<Option<Linked>, No> {
    match sponsorship::connection(&visit.db, &visit.caller, other.id).await {
        Ok(view) => Ok(Some(linked(&other.name, &view, visit.words))),
        Err(error) => match No::from(error) {
            No(Refusal { kind: RefusalKind::NotFound, .. }) => Ok(None),
            No(Refusal { kind: RefusalKind::TooMany, .. }) => Ok(Some(later(visit.words))),
            no => Err(no),
        },
    }
}

/// The page stands without the ties where somebody has looked up very many.
fn later(words: Words) -> Linked {
    let (title, text) = (words.t("linkage-later-title"), words.t("linkage-later-text"));
    Linked { tag: None, good: false, drawn: kit::notice(Tone::Warn, &title, &text) }
}

fn linked(name: &str, view: &ConnectionView, words: Words) -> Linked {
    let first = kit::first_name(name);
    let chains: Vec<Vec<Hop>> = view.chains.iter().map(|chain| hops(chain)).collect();
    let body = Body {
        chains: kit::linkage(first, &chains, &words),
        shorter: shorter(view, &chains, words),
        more: view.more.then(|| words.t("linkage-capped")),
        facts: facts::of(first, view, words),
        unnamed: (!view.named).then(|| words.t("linkage-unnamed")),
        change: words.t("linkage-unnamed-change"),
    };
    Linked {
        tag: tag(view.closeness).map(|key| words.t(key)),
        good: view.closeness.is_some_and(|closeness| closeness >= Closeness::Good),
        drawn: Html::of(&body),
    }
}

fn tag(closeness: Option<Closeness>) -> Option<&'static str> {
    match closeness? {
        Closeness::None => None,
        Closeness::Faint => Some("linkage-tag-faint"),
        Closeness::Thin => Some("linkage-tag-thin"),
        Closeness::Good => Some("linkage-tag-good"),
        Closeness::Strong => Some("linkage-tag-strong"),
    }
}

/// The shortest chain in words, where it is none of those drawn: three that share nobody need not have it among them.
fn shorter(view: &ConnectionView, drawn: &[Vec<Hop>], words: Words) -> Option<String> {
    let shortest = hops(&view.chain);
    let least = drawn.iter().map(Vec::len).min().unwrap_or(usize::MAX);
    (!shortest.is_empty() && shortest.len() < least)
        .then(|| words.t1("linkage-shorter", "steps", kit::linkage::told(&shortest, words)))
}

fn hops(chain: &[ChainStep]) -> Vec<Hop> {
    chain.iter().filter_map(hop).collect()
}

fn hop(step: &ChainStep) -> Option<Hop> {
    let to = step.member.as_ref().map(|card| kit::first_name(&card.name).to_owned());
    Some(Hop { arrow: arrow(step.arrow?), to })
}

fn arrow(arrow: sponsorship::Arrow) -> Arrow {
    match arrow {
        sponsorship::Arrow::Sponsored => Arrow::Vouches,
        sponsorship::Arrow::SponsoredBy => Arrow::IsVouchedFor,
        sponsorship::Arrow::Mutual => Arrow::Mutual,
    }
}

/// The ties of the design's own drawing: two chains, one through somebody unnamed.
pub(crate) fn sample(preview: &Preview, name: &str) -> Linked {
    use sponsorship::Arrow::{Sponsored, SponsoredBy};
    let person = |name: &str| Some(preview.person(name, "", kernel::Role::None));
    let step = |member, arrow| ChainStep { member, arrow };
    let odile = || step(person("Odile"), None);
    let short = vec![odile(), step(person("Anne"), Some(SponsoredBy)), step(person(name), Some(SponsoredBy))];
    let through = [("Karim", Sponsored)].map(|(name, arrow)| step(person(name), Some(arrow)));
    let long = [odile()]
        .into_iter()
        .chain(through)
        .chain([step(None, Some(Sponsored)), step(person(name), Some(SponsoredBy))]);
    let record = Record { band: Band::Settled, sponsored: 4, lasted: 3, solid: true };
    let view = ConnectionView {
        chain: short.clone(),
        chains: vec![short, long.collect()],
        independent: 2,
        closeness: Some(Closeness::Good),
        common_sponsors: Common { named: person("Anne").into_iter().collect(), count: 2 },
        record: Some(RecordView { record, solid: Some(3) }),
        ..ConnectionView::default()
    };
    linked(name, &view, preview.words)
}

/// What stands there when the reader has looked up very many.
pub(crate) fn sample_later(preview: &Preview) -> Linked {
    later(preview.words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Language, Role, Timestamp};

    fn preview() -> Preview {
        Preview::new(Language::Fr, "Entraide", "v", Timestamp::default())
    }

    fn step(name: Option<&str>, arrow: Option<sponsorship::Arrow>) -> ChainStep {
        ChainStep { member: name.map(|name| preview().person(name, "", Role::None)), arrow }
    }

    fn over(names: &[Option<&str>]) -> Vec<ChainStep> {
        let way = names.iter().map(|name| step(*name, Some(sponsorship::Arrow::Mutual)));
        std::iter::once(step(Some("Odile"), None)).chain(way).collect()
    }

    fn drawn(view: &ConnectionView) -> String {
        linked("Bruno Faure", view, preview().words).drawn.to_string()
    }

    #[test]
    fn who_may_not_be_named_is_a_question_mark_and_no_tie_is_no_tag() {
        let view = ConnectionView {
            chains: vec![over(&[None, Some("Bruno")])],
            independent: 1,
            closeness: Some(Closeness::Thin),
            ..ConnectionView::default()
        };
        let html = drawn(&view);
        assert!(html.contains(">?</text>") && html.contains("que vous connaissez peut-être"), "{html}");
        assert!(!linked("Bruno", &view, preview().words).good);
        assert_eq!(linked("Bruno", &ConnectionView::default(), preview().words).tag, None);
    }

    #[test]
    fn the_shortest_chain_is_told_where_none_of_those_drawn_is_as_short() {
        let short = over(&[Some("Anne"), Some("Bruno")]);
        let long = over(&[Some("Guy"), Some("Karim"), Some("Bruno")]);
        let view = |chains| ConnectionView { chain: short.clone(), chains, ..ConnectionView::default() };
        assert!(drawn(&view(vec![long.clone(), long.clone()])).contains("La plus courte"));
        assert!(!drawn(&view(vec![short.clone(), long])).contains("La plus courte"));
    }

    #[test]
    fn only_a_reader_whom_nobody_is_told_of_is_told_so() {
        let view = |named| ConnectionView { named, ..ConnectionView::default() };
        assert!(drawn(&view(false)).contains("/me#t-naming"));
        assert!(!drawn(&view(true)).contains("/me#t-naming"));
    }
}
