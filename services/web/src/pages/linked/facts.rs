//! What else is known of two people, beside their chains: whom both know, and what the other's time here says.

use phrases::Words;
use sponsorship::{Band, Common, ConnectionView, RecordView};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub icon: &'static str,
    pub text: String,
}

/// The lines about `name`, whom both know first.
pub(super) fn of(name: &str, view: &ConnectionView, words: Words) -> Vec<Fact> {
    let common =
        [("linkage-common-sponsors", &view.common_sponsors), ("linkage-common-sponsored", &view.common_sponsored)];
    let common = common.into_iter().filter(|(_, common)| common.count > 0);
    let common = common.map(|(key, common)| Fact { icon: "users", text: words.t1(key, "names", names(common, words)) });
    common.chain(view.record.iter().flat_map(|record| record_of(name, record, words))).collect()
}

/// `Anne, Guy et 2 autres`.
fn names(common: &Common, words: Words) -> String {
    let mut names: Vec<String> =
        common.named.iter().map(|card| crate::kit::first_name(&card.name).to_owned()).collect();
    let others = (common.count as usize).saturating_sub(names.len());
    let key = if names.is_empty() { "linkage-people" } else { "linkage-others" };
    if others > 0 {
        names.push(words.t1(key, "n", others));
    }
    words.list(&names)
}

fn record_of(name: &str, view: &RecordView, words: Words) -> Vec<Fact> {
    let record = view.record;
    let band = match record.band {
        Band::New => "linkage-band-new",
        Band::Settled => "linkage-band-settled",
        Band::Old => "linkage-band-old",
    };
    let mut facts = vec![Fact { icon: "clock", text: words.t1(band, "name", name) }];
    if record.sponsored > 0 {
        let values = [("name", name.into()), ("n", record.sponsored.into()), ("lasted", record.lasted.into())];
        facts.push(Fact { icon: "link", text: words.tn("linkage-sponsored", &values) });
    }
    if let Some(paths) = view.solid {
        facts.push(Fact { icon: "shield", text: words.t2("linkage-solid", "name", name, "n", paths) });
    }
    facts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preview::Preview;
    use kernel::{Language, Role, Timestamp};
    use sponsorship::Record;

    #[test]
    fn whoever_is_not_named_is_counted() {
        let preview = Preview::new(Language::Fr, "Entraide", "v", Timestamp::default());
        let anne = vec![preview.person("Anne Petit", "", Role::None)];
        let told = |named, count| names(&Common { named, count }, preview.words);
        assert_eq!(told(anne.clone(), 1), "Anne");
        assert_eq!(told(anne, 3), "Anne et 2\u{a0}autres");
        assert_eq!(told(Vec::new(), 1), "une personne");
    }

    #[test]
    fn a_record_says_how_long_whom_and_how_surely() {
        let preview = Preview::new(Language::Fr, "Entraide", "v", Timestamp::default());
        let lines = |sponsored, solid| {
            let record = Record { band: Band::Old, sponsored, lasted: 1, solid: solid > 0 };
            let record = Some(RecordView { record, solid: (solid > 0).then_some(solid) });
            of("Guy", &ConnectionView { record, ..ConnectionView::default() }, preview.words)
        };
        let all: Vec<String> = lines(2, 3).into_iter().map(|fact| fact.text).collect();
        assert!(all.iter().all(|line| line.contains("Guy") && !line.starts_with('[')), "{all:?}");
        assert_eq!((all.len(), lines(0, 0).len()), (3, 1));
    }
}
