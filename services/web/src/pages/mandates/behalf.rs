//! The part of the form of a new request that says for whom it is.

use super::wording;
use crate::error_page::No;
use crate::form::Form;
use crate::visit::Visit;
use exchange::mandate::{AskFor, ForWhom, Relation};
use exchange::{ExchangeError, Publish, Published};
use kernel::MemberId;
use phrases::Words;

/// The fields of this part.
const FIELDS: [&str; 4] = ["behalf_member", "behalf_name", "behalf_relation", "behalf_consent"];

/// For the template `mandates/behalf.html`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Behalf {
    /// The member for whom it is, by name.
    pub member: Option<String>,
    /// Whether the part is shown unfolded: something stands in it, or something is said of it.
    pub open: bool,
    /// What somebody can be to the reader.
    pub relations: Vec<(String, String)>,
}

impl Behalf {
    /// With what stands in the form; the member's name looked up.
    pub(crate) async fn of(visit: &Visit, form: &Form) -> Result<Self, No> {
        let member = match form.text("behalf_member").parse::<MemberId>() {
            Err(_) => None,
            Ok(id) => membership::views::member(&visit.db, &visit.caller, id).await?.map(|found| found.card.name),
        };
        Ok(Self::new(visit.words, form, member))
    }

    /// The same with a name that is known.
    pub(crate) fn new(words: Words, form: &Form, member: Option<String>) -> Self {
        let none = (String::new(), words.t("mandate-ask-relation-none"));
        let each = Relation::ALL.iter().map(|one| (one.as_str().to_owned(), wording::relation_to_me(*one, words)));
        Self {
            member,
            open: is_told(form) || FIELDS.iter().any(|field| form.is_wrong(field)),
            relations: std::iter::once(none).chain(each).collect(),
        }
    }
}

/// Whether anything was said about somebody else.
fn is_told(form: &Form) -> bool {
    FIELDS.iter().any(|field| !form.text(field).is_empty())
}

/// Publishes for whom the form says.
pub(crate) async fn publish(visit: &Visit, form: &Form, publish: Publish) -> Result<Published, ExchangeError> {
    if !is_told(form) {
        return exchange::publish::publish(&visit.db, &visit.caller, publish).await;
    }
    let whom = match form.text("behalf_member") {
        "" => {
            ForWhom::Named { first_name: form.text("behalf_name").to_owned(), consents: form.ticked("behalf_consent") }
        }
        // A text that names nobody names nobody who is here.
        id => ForWhom::Member(id.parse().unwrap_or(MemberId(uuid::Uuid::max()))),
    };
    let cmd = AskFor { publish, whom, relation: form.text("behalf_relation").parse().ok() };
    exchange::mandate::ask_for(&visit.db, &visit.caller, cmd).await
}

/// Where the form leads once it is published, and what is said there.
pub(crate) fn then(form: &Form, done: &Published) -> (String, &'static str) {
    if form.text("behalf_member").is_empty() {
        (format!("/listings/{}", done.listing), "listing-published")
    } else {
        (format!("/listings/{}/mandate", done.listing), "mandate-asked-now")
    }
}
