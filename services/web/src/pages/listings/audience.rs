//! For whom a listing is: the question of its form, what its page says of it, and how more people come to see it.

use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Choices};
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::{Audience, ListingView, PassOn, State, Widen, audience};
use kernel::Refuse;
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// What was chosen; what is no choice of ours is for the fewest, which its author can widen.
pub(super) fn chosen(form: &Form) -> Audience {
    match form.text("audience") {
        "" => Audience::Everyone,
        word => word.parse().unwrap_or(Audience::Stewards),
    }
}

/// The question, with these to choose from.
pub(super) fn choices(form: &Form, some: &[Audience], words: Words) -> Choices {
    let choices = form.choices("audience", words.t("audience-ask"));
    some.iter().fold(choices, |choices, one| choices.explained(one.as_str(), words.t(name(*one)), words.t(more(*one))))
}

fn name(audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => "audience-everyone",
        Audience::Friends => "audience-friends",
        Audience::Stewards => "audience-stewards",
        Audience::StewardsMay => "audience-stewards-may",
        Audience::StewardsThen => "audience-stewards-then",
    }
}

fn more(audience: Audience) -> &'static str {
    match audience {
        Audience::Everyone => "audience-everyone-more",
        Audience::Friends => "audience-friends-more",
        Audience::Stewards => "audience-stewards-more",
        Audience::StewardsMay => "audience-stewards-may-more",
        Audience::StewardsThen => "audience-stewards-then-more",
    }
}

/// What a row of a list says of it; nothing of what is for everybody.
pub(super) fn tag(audience: Audience, words: Words) -> Option<String> {
    let key = match audience {
        Audience::Everyone => return None,
        Audience::Friends => "audience-tag-friends",
        Audience::Stewards | Audience::StewardsMay | Audience::StewardsThen => "audience-tag-stewards",
    };
    Some(words.t(key))
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
            wider: (view.mine && open).then(|| choices(form, &wider, words)),
            may_pass_on: view.may_pass_on,
            kept: view.may_moderate && !view.mine && audience == Audience::Stewards,
        })
    }
}

fn said(view: &ListingView, words: Words) -> String {
    let (mine, theirs) = match view.row.audience {
        Audience::Everyone => return String::new(),
        Audience::Friends => ("audience-mine-friends", "audience-read-friends"),
        Audience::Stewards => ("audience-mine-stewards", "audience-read-stewards"),
        Audience::StewardsMay => ("audience-mine-may", "audience-read-stewards"),
        Audience::StewardsThen => ("audience-mine-then", "audience-read-then"),
    };
    if view.mine { words.t(mine) } else { words.t1(theirs, "name", kit::first_name(&view.row.author.name)) }
}

/// `POST /listings/{id}/audience`: its author shows it to more people.
#[handler]
pub(super) async fn widen(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    if form.text("audience").is_empty() {
        let words = visit.words.t("audience-choose");
        return super::item::again(&visit, id.into(), |form| form.fail("audience", words)).await;
    }
    let cmd = Widen { id: id.into(), audience: chosen(&form) };
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
    use crate::shell::sample_words;

    #[test]
    fn what_is_no_choice_is_for_the_fewest() {
        let words = sample_words();
        assert_eq!(chosen(&Form::blank(words)), Audience::Everyone);
        assert_eq!(chosen(&Form::blank(words).with("audience", "all-of-them")), Audience::Stewards);
        for one in Audience::ALL {
            assert_eq!(chosen(&Form::blank(words).with("audience", one.as_str())), *one);
        }
    }

    #[test]
    fn every_audience_but_everybody_s_is_said_in_a_list() {
        let silent: Vec<&Audience> = Audience::ALL.iter().filter(|one| tag(**one, sample_words()).is_none()).collect();
        assert_eq!(silent, [&Audience::Everyone]);
    }
}
