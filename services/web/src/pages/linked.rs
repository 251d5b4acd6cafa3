//! How the reader is linked to somebody, from the house's view of it to the drawing; for every page that shows it.

use crate::error_page::No;
use crate::kit::linkage::{Arrow, Hop};
use crate::kit::{self, Html};
use crate::preview::Preview;
use crate::visit::Visit;
use membership::MemberCard;
use phrases::Words;
use sponsorship::{ChainStep, ConnectionView};

/// The ties, ready to be shown.
#[derive(Debug, Clone)]
pub(crate) struct Linked {
    /// In two words: `Lien direct`; nothing when there is no tie.
    pub tag: Option<String>,
    /// Whether the tie is a good one: direct, or over several independent ways.
    pub good: bool,
    /// The ring and its words.
    pub drawn: Html,
    /// That there are more independent ways than are drawn.
    pub more: Option<String>,
}

/// How the reader is linked to `other`; nothing when they may not know, or the other is gone.
pub(crate) async fn to(visit: &Visit, other: &MemberCard) -> Result<Option<Linked>, No> {
    match sponsorship::connection(&visit.db, &visit.caller, other.id).await {
        Ok(view) => Ok(Some(linked(&other.name, &view, visit.words))),
        Err(error) => match No::from(error) {
            No(refusal) if refusal.kind == kernel::RefusalKind::NotFound => Ok(None),
            no => Err(no),
        },
    }
}

fn linked(name: &str, view: &ConnectionView, words: Words) -> Linked {
    let first = kit::first_name(name);
    let chains = chains(view, first);
    let direct = chains.iter().any(|chain| chain.len() == 1);
    let tag = match (chains.len(), direct) {
        (0, _) => None,
        (_, true) => Some("linkage-tag-direct"),
        (1, false) => Some("linkage-tag-one"),
        _ => Some("linkage-tag-several"),
    };
    Linked {
        tag: tag.map(|key| words.t(key)),
        good: direct || chains.len() > 1,
        drawn: kit::linkage(first, &chains, &words),
        more: (usize::from(view.independent) > chains.len()).then(|| words.t1("linkage-more", "n", view.independent)),
    }
}

/// The chains that share nobody, from the reader to `name`.
fn chains(view: &ConnectionView, name: &str) -> Vec<Vec<Hop>> {
    let shortest: Vec<Hop> = view.chain.iter().filter_map(hop).collect();
    let through = |card: &MemberCard, first: Arrow, second: Arrow| {
        let between = kit::first_name(&card.name).to_owned();
        vec![Hop { arrow: first, to: Some(between) }, Hop { arrow: second, to: Some(name.to_owned()) }]
    };
    // Who vouches for both, or is vouched for by both, is one more way, unless the shortest goes through them.
    let on_it =
        |card: &MemberCard| view.chain.iter().any(|step| step.member.as_ref().is_some_and(|one| one.id == card.id));
    let vouches = |card: &MemberCard| view.common_sponsors.iter().any(|one| one.id == card.id);
    let sponsors = view.common_sponsors.iter().filter(|card| !on_it(card));
    let sponsors = sponsors.map(|card| through(card, Arrow::IsVouchedFor, Arrow::Vouches));
    let sponsored = view.common_sponsored.iter().filter(|card| !on_it(card) && !vouches(card));
    let sponsored = sponsored.map(|card| through(card, Arrow::Vouches, Arrow::IsVouchedFor));
    let all = std::iter::once(shortest).chain(sponsors).chain(sponsored);
    all.filter(|chain| !chain.is_empty()).take(3).collect()
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
    let first = kit::first_name(name).to_owned();
    let hop = |to: Option<&str>, arrow| Hop { arrow, to: to.map(str::to_owned) };
    let chains = [
        vec![hop(Some("Anne"), Arrow::IsVouchedFor), hop(Some(&first), Arrow::IsVouchedFor)],
        vec![hop(Some("Karim"), Arrow::Vouches), hop(None, Arrow::Vouches), hop(Some(&first), Arrow::IsVouchedFor)],
    ];
    let words = preview.words;
    Linked {
        tag: Some(words.t("linkage-tag-several")),
        good: true,
        drawn: kit::linkage(&first, &chains, &words),
        more: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{Language, Role, Timestamp};

    fn preview() -> Preview {
        Preview::new(Language::Fr, "Entraide", "v", Timestamp::default())
    }

    fn person(name: &str) -> MemberCard {
        preview().person(name, "", Role::None)
    }

    fn step(name: Option<&str>, arrow: Option<sponsorship::Arrow>) -> ChainStep {
        ChainStep { member: name.map(person), arrow }
    }

    #[test]
    fn whoever_is_on_the_shortest_chain_or_twice_common_makes_no_second_chain() {
        let view = ConnectionView {
            chain: vec![
                step(Some("Odile"), None),
                step(Some("Anne"), Some(sponsorship::Arrow::SponsoredBy)),
                step(Some("Bruno"), Some(sponsorship::Arrow::Sponsored)),
            ],
            independent: 3,
            common_sponsors: vec![person("Anne"), person("Guy")],
            common_sponsored: vec![person("Guy")],
        };
        let chains = chains(&view, "Bruno");
        let through: Vec<&str> = chains.iter().filter_map(|chain| chain.first()?.to.as_deref()).collect();
        assert_eq!(through, ["Anne", "Guy"]);
        let linked = linked("Bruno Faure", &view, preview().words);
        assert!(linked.good && linked.more.is_some_and(|more| more.contains('3')));
    }

    #[test]
    fn who_may_not_be_named_is_a_question_mark_and_no_tie_is_no_tag() {
        let hidden = step(None, Some(sponsorship::Arrow::Mutual));
        let last = step(Some("Bruno"), Some(sponsorship::Arrow::Mutual));
        let view = ConnectionView { chain: vec![step(Some("Odile"), None), hidden, last], ..ConnectionView::default() };
        let linked = linked("Bruno", &view, preview().words);
        assert!(linked.drawn.as_str().contains(">?</text>") && !linked.good, "{:?}", linked.drawn);
        assert_eq!(super::linked("Bruno", &ConnectionView::default(), preview().words).tag, None);
    }
}
