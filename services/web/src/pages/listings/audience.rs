//! For whom a listing is: the question of its form, what its page says of it, and how more people come to see it.

use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Choices};
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::{Audience, ListingRow, ListingView, PassOn, State, Widen, audience};
use groups::GroupView;
use kernel::{GroupId, Refuse};
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// What stands before the id of a group among the answers.
const GROUP: &str = "group:";

/// What was chosen, and for which group; what is no choice of ours is for the fewest, which its author can widen.
pub(super) fn chosen(form: &Form) -> (Audience, Option<GroupId>) {
    let word = form.text("audience");
    if let Some(group) = word.strip_prefix(GROUP).and_then(|id| id.parse().ok()) {
        return (Audience::Group, Some(group));
    }
    match word {
        "" => (Audience::Everyone, None),
        word => (word.parse().unwrap_or(Audience::Stewards), None),
    }
}

/// The answer that names this group.
pub(super) fn answer_of(group: GroupId) -> String {
    format!("{GROUP}{group}")
}

/// A form that names a group its author is not in, or none, would be sent with nothing chosen, which is for everybody: it is for the fewest
/// then, and says so at the question.
pub(super) fn narrow(form: &mut Form, mine: &[GroupView], words: Words) {
    let (Audience::Group, group) = chosen(form) else { return };
    if mine.iter().any(|one| one.is_in() && Some(one.id) == group) {
        return;
    }
    form.set("audience", Audience::Stewards.as_str());
    if !form.is_wrong("audience") {
        form.fail("audience", words.t("audience-group-not-in"));
    }
}

/// The question, with these to choose from; one's own groups stand where a group can be chosen.
pub(super) fn choices(form: &Form, some: &[Audience], mine: &[GroupView], words: Words) -> Choices {
    explained(form.choices("audience", words.t("audience-ask")), some, mine, words)
}

fn explained(choices: Choices, some: &[Audience], mine: &[GroupView], words: Words) -> Choices {
    some.iter().fold(choices, |choices, one| match one {
        Audience::Group => mine.iter().fold(choices, |choices, group| {
            let name = words.t1("audience-group", "group", group.name.as_str());
            choices.explained(answer_of(group.id), name, words.t("audience-group-more"))
        }),
        one => choices.explained(one.as_str(), words.t(name(*one)), words.t(more(*one))),
    })
}

fn name(audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => "audience-everyone",
        Audience::Friends => "audience-friends",
        Audience::Group => "audience-group",
        Audience::Stewards => "audience-stewards",
        Audience::StewardsMay => "audience-stewards-may",
        Audience::StewardsThen => "audience-stewards-then",
    }
}

fn more(audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => "audience-everyone-more",
        Audience::Friends => "audience-friends-more",
        Audience::Group => "audience-group-more",
        Audience::Stewards => "audience-stewards-more",
        Audience::StewardsMay => "audience-stewards-may-more",
        Audience::StewardsThen => "audience-stewards-then-more",
    }
}

/// What a row of a list says of it; nothing of what is for everybody.
pub(super) fn tag(row: &ListingRow, words: Words) -> Option<String> {
    match row.audience {
        Audience::Everyone => None,
        Audience::Friends => Some(words.t("audience-tag-friends")),
        Audience::Group => Some(words.t1("audience-tag-group", "group", group_of(row))),
        Audience::Stewards | Audience::StewardsMay | Audience::StewardsThen => Some(words.t("audience-tag-stewards")),
    }
}

/// What the group is called that it is for.
fn group_of(row: &ListingRow) -> &str {
    row.group.as_ref().map_or("", |group| group.name.as_str())
}

/// What the page of a listing says of it, for the template `listings/for_whom.html`.
#[derive(Debug, Clone)]
pub(super) struct ForWhom {
    pub said: String,
    /// The question how much wider, to its author.
    pub wider: Option<Choices>,
    /// Whether the team may show it to everybody.
    pub may_pass_on: bool,
    /// Whether its author did not say that the team may.
    pub kept: bool,
}

impl ForWhom {
    /// Nothing where it is for everybody.
    pub(super) fn of(view: &ListingView, form: &Form, words: Words) -> Option<Self> {
        let audience = view.row.audience;
        if audience == Audience::Everyone {
            return None;
        }
        let wider: Vec<Audience> = Audience::ALL.iter().copied().filter(|one| audience.widens_to(*one)).collect();
        let open = view.row.state == State::Open;
        Some(Self {
            said: said(view, words),
            wider: (view.mine && open).then(|| choices(form, &wider, &[], words)),
            may_pass_on: view.may_pass_on,
            kept: view.may_moderate && !view.mine && audience == Audience::Stewards,
        })
    }
}

fn said(view: &ListingView, words: Words) -> String {
    let (mine, theirs) = match view.row.audience {
        Audience::Everyone => return String::new(),
        Audience::Friends => ("audience-mine-friends", "audience-read-friends"),
        Audience::Group => ("audience-mine-group", "audience-read-group"),
        Audience::Stewards => ("audience-mine-stewards", "audience-read-stewards"),
        Audience::StewardsMay => ("audience-mine-may", "audience-read-stewards"),
        Audience::StewardsThen => ("audience-mine-then", "audience-read-then"),
    };
    let (name, group) = (kit::first_name(&view.row.author.name), group_of(&view.row));
    words.t2(if view.mine { mine } else { theirs }, "name", name, "group", group)
}

/// What says that it stays for whom it is.
pub(super) const AS_IT_IS: &str = "same";

/// For whom it is from now on, as the form of a change says; nothing where that stays.
pub(super) fn changed(form: &Form) -> Option<Audience> {
    let stays = ["", AS_IT_IS].contains(&form.text("audience"));
    (!stays).then(|| chosen(form).0)
}

/// What the form of a change says of it.
#[derive(Debug, Clone)]
pub(super) struct Present {
    pub said: String,
    /// The question how much wider; nothing where everybody sees it.
    pub wider: Option<Choices>,
}

impl Present {
    pub(super) fn of(view: &ListingView, form: &Form, words: Words) -> Self {
        let audience = view.row.audience;
        let wider: Vec<Audience> = Audience::ALL.iter().copied().filter(|one| audience.widens_to(*one)).collect();
        if wider.is_empty() {
            return Self { said: words.t("audience-mine-everyone"), wider: None };
        }
        let ask = form.choices("audience", words.t("audience-widen")).option(AS_IT_IS, words.t("audience-as-it-is"));
        Self { said: said(view, words), wider: Some(explained(ask, &wider, &[], words)) }
    }
}

/// `POST /listings/{id}/audience`: its author shows it to more people.
#[handler]
pub(super) async fn widen(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    if form.text("audience").is_empty() {
        let words = visit.words.t("audience-choose");
        return super::item::again(&visit, id.into(), |form| form.fail("audience", words)).await;
    }
    let cmd = Widen { id: id.into(), audience: chosen(&form).0 };
    match audience::widen(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/listings/{id}"), "audience-widened")),
        Err(error) if error.refusal().field == Some("audience") => {
            let words = visit.words.refusal(error.refusal().code);
            super::item::again(&visit, id.into(), |form| form.fail("audience", words)).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /steward/listings/{id}/pass-on`: the team shows it to everybody.
#[handler]
pub(crate) async fn pass_on(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    audience::pass_on(&visit.db, &visit.caller, PassOn { id: id.into() }).await?;
    Ok(see_and_say(&format!("/listings/{id}"), "audience-passed-on"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::listings::samples;
    use crate::preview::Preview;
    use crate::shell::sample_words;
    use kernel::{Language, Timestamp};

    #[test]
    fn what_is_no_choice_is_for_the_fewest() {
        let words = sample_words();
        let of = |word: &str| chosen(&Form::blank(words).with("audience", word));
        assert_eq!(chosen(&Form::blank(words)), (Audience::Everyone, None));
        assert_eq!(of("all-of-them"), (Audience::Stewards, None));
        assert_eq!(of("group:nonsense"), (Audience::Stewards, None));
        for one in Audience::ALL {
            assert_eq!(of(one.as_str()), (*one, None));
        }
        let group = GroupId(Uuid::from_u128(7));
        assert_eq!(of(&answer_of(group)), (Audience::Group, Some(group)));
    }

    #[test]
    fn a_form_for_a_group_that_one_is_not_in_is_for_the_fewest_and_says_so() {
        let words = sample_words();
        let narrowed = |word: &str| {
            let mut form = Form::blank(words).with("audience", word);
            narrow(&mut form, &[], words);
            (chosen(&form), form.is_wrong("audience"))
        };
        let group = answer_of(GroupId(Uuid::from_u128(7)));
        for word in [group.as_str(), Audience::Group.as_str()] {
            assert_eq!(narrowed(word), ((Audience::Stewards, None), true), "{word}");
        }
        assert_eq!(narrowed("friends"), ((Audience::Friends, None), false));
        assert_eq!(narrowed(""), ((Audience::Everyone, None), false));
    }

    #[test]
    fn what_is_changed_stays_for_whom_it_is_unless_more_people_are_chosen() {
        let words = sample_words();
        let of = |word: &str| changed(&Form::blank(words).with("audience", word));
        assert_eq!((changed(&Form::blank(words)), of(""), of(AS_IT_IS)), (None, None, None));
        assert_eq!((of("everyone"), of("friends")), (Some(Audience::Everyone), Some(Audience::Friends)));
        assert_eq!(of("all-of-them"), Some(Audience::Stewards), "which the house refuses");
        let preview = Preview::new(Language::Fr, "maillon", "0", Timestamp::default());
        let mut view = samples::view(&preview).unwrap();
        for audience in Audience::ALL {
            view.row.audience = *audience;
            let present = Present::of(&view, &Form::blank(words), words);
            assert_eq!(present.wider.is_none(), *audience == Audience::Everyone, "{audience:?}");
            assert!(!present.said.is_empty(), "{audience:?}");
        }
    }

    #[test]
    fn every_audience_but_everybody_s_is_said_in_a_list() {
        let preview = Preview::new(Language::Fr, "maillon", "0", Timestamp::default());
        let row = samples::rows(&preview).remove(0);
        let of = |audience| tag(&ListingRow { audience, ..row.clone() }, sample_words());
        let silent: Vec<&Audience> = Audience::ALL.iter().filter(|one| of(**one).is_none()).collect();
        assert_eq!(silent, [&Audience::Everyone]);
    }
}
