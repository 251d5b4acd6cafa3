//! Groups: which there are, asking for one, joining, looking after one's own, and the team's answers.

mod ask;
pub(crate) mod desk;
mod edit;
mod hand_over;
mod list;
mod one;
mod put_out;
mod samples;

use crate::doors::Doors;
use crate::form::Form;
use crate::kit::Choices;
use crate::preview::Preview;
use groups::{GroupView, Joining, Part};
use kernel::MemberId;
use phrases::Words;
use uuid::Uuid;

/// The addresses of this area.
pub fn doors(doors: Doors) -> Doors {
    doors
        .get("/groups", list::list)
        .post("/groups", ask::ask)
        .get("/groups/new", ask::new)
        .get("/groups/:id", one::show)
        .post("/groups/:id/join", one::join)
        .post("/groups/:id/leave", one::leave)
        .post("/groups/:id/answer", one::answer)
        .get("/groups/:id/edit", edit::show)
        .post("/groups/:id/edit", edit::edit)
        .get("/groups/:id/put-out", put_out::show)
        .post("/groups/:id/put-out", put_out::put_out)
        .get("/groups/:id/hand-over", hand_over::show)
        .post("/groups/:id/hand-over", hand_over::offer)
        .post("/groups/:id/hand-over/withdraw", hand_over::withdraw)
        .post("/groups/:id/take-over", hand_over::answer)
        .post("/groups/:id/close", one::close)
        .get("/steward/groups", desk::show)
        .post("/steward/groups/:id/grant", desk::grant)
        .post("/steward/groups/:id/decline", desk::decline)
        .post("/steward/groups/:id/close", one::close_by_office)
        .post("/steward/groups/:id/put-out", put_out::put_out_by_office)
}

/// The pages of this area in all states.
pub fn previews(preview: &Preview) -> Vec<(String, String)> {
    [
        list::previews(preview),
        ask::previews(preview),
        one::previews(preview),
        edit::previews(preview),
        put_out::previews(preview),
        hand_over::previews(preview),
        desk::previews(preview),
    ]
    .concat()
}

/// A group as lists show it, with its words chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub href: String,
    pub name: String,
    pub purpose: String,
    /// Who looks after it, how many are in it.
    pub byline: Vec<String>,
    /// What the reader is to it, or where it stands.
    pub tag: Option<String>,
}

impl Line {
    pub(super) fn of(view: &GroupView, words: Words) -> Self {
        let keeper = words.t1("group-kept-by", "name", view.keeper.name.as_str());
        let open = view.state == groups::GroupState::Open;
        let members = words.t1("group-count", "n", view.members);
        Self {
            href: format!("/groups/{}", view.id),
            name: view.name.clone(),
            purpose: view.purpose.clone(),
            byline: if open { vec![members, keeper] } else { Vec::new() },
            tag: tag(view).map(|key| words.t(key)),
        }
    }

    pub(super) fn all<'a>(views: impl IntoIterator<Item = &'a GroupView>, words: Words) -> Vec<Self> {
        views.into_iter().map(|view| Self::of(view, words)).collect()
    }
}

fn tag(view: &GroupView) -> Option<&'static str> {
    use groups::GroupState::{Asked, Closed, Declined, Open};
    match (view.state, view.part) {
        (Asked, _) => Some("group-tag-asked"),
        (Declined, _) => Some("group-tag-declined"),
        (Closed, _) => Some("group-tag-closed"),
        (Open, Part::Keeps) => Some("group-tag-keeps"),
        (Open, Part::In) => Some("group-tag-in"),
        (Open, Part::Waits) => Some("group-tag-waits"),
        (Open, Part::Outside) => None,
    }
}

/// How members come in, as a sentence.
pub(super) fn joining(joining: Joining, keeper: &str, words: Words) -> String {
    match joining {
        Joining::AtOnce => words.t("group-joining-at-once-said"),
        Joining::Asking => words.t1("group-joining-asking-said", "name", keeper),
    }
}

/// The question how members come in.
pub(super) fn joining_question(form: &Form, words: Words) -> Choices {
    form.choices("joining", words.t("group-field-joining"))
        .explained(Joining::AtOnce.as_str(), words.t("group-joining-at-once"), words.t("group-joining-at-once-more"))
        .explained(Joining::Asking.as_str(), words.t("group-joining-asking"), words.t("group-joining-asking-more"))
}

/// What was answered to it. What is no choice of ours lets in the fewest.
pub(super) fn joining_chosen(form: &Form) -> Joining {
    form.text("joining").parse().unwrap_or(Joining::Asking)
}

/// Whom a form is about. What is no id names nobody.
pub(super) fn named(form: &Form) -> MemberId {
    form.text("member").parse().unwrap_or(MemberId(Uuid::max()))
}
