//! The four short questions a listing is made of: read into a draft, filled from one, drawn the same when new or changed.

use super::{audience, extent, photos::Part, urgent, wording};
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{Choices, Field, Html};
use exchange::{Direction, Draft, ExchangeError, Kind, ListingRow, ListingView, Rules, Settlement};
use groups::GroupView;
use kernel::Refuse;
use phrases::Words;

/// What can be answered, for the template `listings/questions.html`.
#[derive(Debug, Clone)]
pub(crate) struct Questions {
    pub offers: bool,
    pub form: Form,
    /// Whether somebody asks who waits to come in: they give words only, no dates and no numbers, and may not look for places.
    pub waiting: bool,
    /// Its photos; nothing where there are none to be had.
    pub photos: Option<Part>,
    /// The groups its author is in.
    groups: Vec<GroupView>,
    kinds: Vec<OneKind>,
    pub settlements: Vec<(String, String)>,
    pub categories: Vec<(String, String)>,
}

/// A kind with its words.
#[derive(Debug, Clone)]
struct OneKind {
    value: &'static str,
    words: String,
    more: String,
}

impl Questions {
    /// The questions with what stands in `form`.
    pub(crate) fn new(form: Form, rules: &Rules, words: Words) -> Self {
        let settlements = rules.settlements.iter();
        let settlements = settlements.map(|one| (one.as_str().to_owned(), wording::settlement(*one, words)));
        let none = (String::new(), words.t("listing-no-category"));
        let categories = rules.categories.iter().map(|name| (name.clone(), name.clone()));
        Self {
            offers: direction(&form) == Some(Direction::Offer),
            waiting: false,
            kinds: Kind::ALL.iter().map(|one| one_kind(*one, words)).collect(),
            settlements: settlements.collect(),
            categories: std::iter::once(none).chain(categories).collect(),
            form,
            photos: None,
            groups: Vec::new(),
        }
    }

    /// The same for somebody who waits to come in.
    #[must_use]
    pub(crate) fn for_somebody_who_waits(self) -> Self {
        Self { waiting: true, ..self }
    }

    /// Whether anything is said, or wrong, about an outing.
    pub(crate) fn outing_in_use(&self) -> bool {
        extent::in_use(&self.form, &extent::OUTING)
    }

    /// Whether anything is said, or wrong, about how many and when.
    pub(crate) fn things_in_use(&self) -> bool {
        extent::in_use(&self.form, &extent::THINGS)
    }

    /// The same with the photos that are there.
    pub(crate) fn with_photos(mut self, part: Part) -> Self {
        part.fill(&mut self.form);
        Self { photos: Some(part), ..self }
    }

    /// The same with the groups its author is in: it may be for one of them.
    #[must_use]
    pub(crate) fn with_groups(mut self, mut groups: Vec<GroupView>) -> Self {
        groups.retain(GroupView::is_in);
        self.groups = groups;
        self
    }

    /// Where more photos are chosen, while there is room.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as templates hand it over")]
    pub(crate) fn photo_chooser(&self, words: &Words) -> Html {
        let left = self.photos.as_ref().map_or(0, |part| part.left);
        if left == 0 {
            return Html::default();
        }
        let hint = words.t1("listing-photos-hint", "n", left);
        Html::of(&self.form.files("photos", words.t("listing-photos-choose")).hint(hint).many())
    }

    /// Who sees it.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as templates hand it over")]
    pub(crate) fn audience(&self, words: &Words) -> Choices {
        let hint = words.t("audience-hint");
        audience::choices(&self.form, exchange::Audience::ALL, &self.groups, *words).hint(hint)
    }

    /// How soon it is needed, or that it can wait.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as templates hand it over")]
    pub(crate) fn urgency(&self, words: &Words) -> Choices {
        urgent::whether(&self.form, *words)
    }

    /// Where it is. Towns are offered to whoever may look for them: not to somebody who waits.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "as templates hand it over")]
    pub(crate) fn town(&self, words: &Words) -> Field {
        let field = self.form.field("town", words.t("listing-ask-town")).longest(80).optional();
        let field = field.hint(words.t("listing-ask-town-hint"));
        if self.waiting { field } else { field.towns_in_short() }
    }

    /// What to write into the title, by example.
    pub(crate) fn title_hint(&self) -> &'static str {
        if self.offers { "listing-ask-title-hint-offer" } else { "listing-ask-title-hint-request" }
    }

    /// What to write into the text.
    pub(crate) fn body_hint(&self) -> &'static str {
        if self.offers { "listing-ask-body-hint-offer" } else { "listing-ask-body-hint-request" }
    }

    /// What others ask and offer.
    pub(crate) fn examples(&self) -> [&'static str; 3] {
        if self.offers {
            ["listing-example-offer-1", "listing-example-offer-2", "listing-example-offer-3"]
        } else {
            ["listing-example-request-1", "listing-example-request-2", "listing-example-request-3"]
        }
    }

    /// The kinds, each with what it means.
    pub(crate) fn kinds(&self, question: String) -> Choices {
        let choices = self.form.choices("kind", question);
        self.kinds
            .iter()
            .fold(choices, |choices, kind| choices.explained(kind.value, kind.words.as_str(), kind.more.as_str()))
    }
}

fn one_kind(kind: Kind, words: Words) -> OneKind {
    OneKind { value: kind.as_str(), words: wording::kind(kind, words), more: wording::kind_more(kind, words) }
}

/// Which way, if it was said.
pub(crate) fn direction(form: &Form) -> Option<Direction> {
    form.text("direction").parse().ok()
}

/// The draft as it was typed; the house says what cannot stay.
pub(crate) fn draft(form: &Form) -> Draft {
    let (audience, group) = audience::chosen(form);
    Draft {
        direction: direction(form),
        kind: form.text("kind").parse().ok(),
        settlements: form.all("settlements").into_iter().filter_map(|word| word.parse::<Settlement>().ok()).collect(),
        title: form.text("title").to_owned(),
        body: form.text("body").to_owned(),
        category: form.text("category").to_owned(),
        town: form.text("town").to_owned(),
        extent: extent::typed(form),
        audience,
        group,
        urgency: urgent::chosen(form),
    }
}

/// The form of a listing that exists.
pub(crate) fn filled(words: Words, view: &ListingView) -> Form {
    extent::filled(filled_with(words, &view.row, &view.body), &view.row.extent, words)
}

/// The same from what is known of it.
pub(crate) fn filled_with(words: Words, row: &ListingRow, body: &str) -> Form {
    let form = Form::blank(words)
        .with("direction", row.direction.as_str())
        .with("kind", row.kind.as_str())
        .with("title", row.title.as_str())
        .with("body", body)
        .with("category", row.category.as_str())
        .with("town", row.town.as_str());
    row.settlements.iter().fold(form, |form, one| form.with("settlements", one.as_str()))
}

/// The order of the questions on the page, which is also that of what is to be corrected.
const ORDER: [&str; 14] = [
    "direction",
    "title",
    "kind",
    "body",
    "settlements",
    "town",
    "category",
    "behalf_member",
    "behalf_name",
    "behalf_relation",
    "behalf_consent",
    "photos",
    "urgency",
    "audience",
];

/// Every field the house could not accept gets its sentence; what the page cannot help with is handed on.
pub(crate) fn blame(form: &mut Form, words: Words, error: ExchangeError) -> Result<(), No> {
    if error.problems().is_empty() {
        return form.refused(error);
    }
    let mut problems = error.problems().to_vec();
    let order = || ORDER.iter().chain(&extent::OUTING).chain(&extent::THINGS);
    problems.sort_by_key(|problem| order().position(|field| *field == problem.field));
    for problem in problems {
        let refusal = problem.refusal();
        match refusal.field {
            Some(field) => form.fail(field, words.refusal(refusal.code)),
            None => form.fail_all(words.refusal(refusal.code)),
        }
    }
    Ok(())
}

/// The refusal's own status for a form shown again: 409 for what was true a moment ago, else 422.
pub(crate) fn status_of(error: &impl Refuse) -> poem::http::StatusCode {
    crate::error_page::status(error.refusal().kind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preview::Preview;
    use crate::shell::sample_words;
    use kernel::{Language, Timestamp};

    #[test]
    fn a_listing_s_form_reads_back_as_the_same_draft() {
        let preview = Preview::new(Language::Fr, "Entraide", "v", Timestamp::default());
        let view = crate::pages::listings::samples::view(&preview).unwrap();
        let draft = draft(&filled(sample_words(), &view));
        assert_eq!(draft.direction, Some(view.row.direction));
        assert_eq!(draft.kind, Some(view.row.kind));
        assert_eq!(draft.settlements, view.row.settlements);
        assert_eq!(
            (draft.title, draft.body, draft.category, draft.town),
            (view.row.title, view.body, view.row.category, view.row.town)
        );
    }
}
