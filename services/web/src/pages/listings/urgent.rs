//! How soon a request is needed: the question of its form, what lists and its page say of it, its author's say afterwards, and the team's.

use crate::error_page::No;
use crate::form::Form;
use crate::kit::Choices;
use crate::pages::steward::unanswered;
use crate::shell::see_and_say;
use crate::visit::Visit;
use exchange::{ListingRow, ListingView, SetUrgency, TakeUrgencyOff, Urgency, urgency};
use kernel::{Refuse, Timestamp};
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use uuid::Uuid;

/// What is answered by whoever can wait.
pub(super) const CAN_WAIT: &str = "no";

/// What was chosen; what is no choice of ours is not urgent, which its author can change.
pub(super) fn chosen(form: &Form) -> Option<Urgency> {
    form.text("urgency").parse().ok()
}

/// The question of the form: it can wait, or how soon it is needed.
pub(super) fn whether(form: &Form, words: Words) -> Choices {
    soon(question(form, words).option(CAN_WAIT, words.t("urgent-no")), words)
}

fn question(form: &Form, words: Words) -> Choices {
    form.choices("urgency", words.t("urgent-ask")).hint(words.t("urgent-hint"))
}

fn soon(choices: Choices, words: Words) -> Choices {
    Urgency::ALL.iter().fold(choices, |choices, one| choices.option(one.as_str(), words.t(name(*one))))
}

fn name(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Today => "urgent-today",
        Urgency::Tomorrow => "urgent-tomorrow",
        Urgency::ThreeDays => "urgent-three-days",
    }
}

/// What a row of a list says of it; nothing of what is not urgent, or not any more.
pub(super) fn tag(row: &ListingRow, words: Words, now: &Timestamp) -> Option<String> {
    row.urgent(*now).map(|until| said(until, words, now))
}

/// By which day, in the reader's words: the last moment that counts is the one before `until`.
fn said(until: Timestamp, words: Words, now: &Timestamp) -> String {
    let last = until - chrono::Duration::seconds(1);
    let day = |at: &Timestamp| at.with_timezone(&words.zone).date_naive();
    match (day(&last) - day(now)).num_days() {
        ..=0 => words.t("urgent-tag-today"),
        1 => words.t("urgent-tag-tomorrow"),
        _ => words.t1("urgent-tag-day", "day", words.day(&last)),
    }
}

/// What the page of one's own request offers, for the template `listings/urgent_mine.html`.
#[derive(Debug, Clone)]
pub(super) struct Mine {
    /// What is said of it while it is urgent.
    pub said: Option<String>,
    /// The question how soon, where it may become urgent.
    pub ask: Option<Choices>,
    /// Why the team took the mark off; empty where it did not.
    pub taken_off: String,
}

impl Mine {
    /// Nothing of somebody else's, and nothing where neither can be changed any more.
    pub(super) fn of(view: &ListingView, form: &Form, words: Words, now: &Timestamp) -> Option<Self> {
        let said = tag(&view.row, words, now);
        let ask = (said.is_none() && view.may_become_urgent()).then(|| soon(question(form, words), words));
        let taken_off = view.urgent_reason.clone();
        let any = said.is_some() || ask.is_some() || !taken_off.is_empty();
        (view.mine && any).then_some(Self { said, ask, taken_off })
    }
}

/// `POST /listings/{id}/urgent`: its author says by when it is needed.
#[handler]
pub(super) async fn mark(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let Some(urgency) = chosen(&form) else {
        let words = visit.words.t("urgent-choose");
        return super::item::again(&visit, id.into(), |form| form.fail("urgency", words)).await;
    };
    match urgency::set_urgency(&visit.db, &visit.caller, SetUrgency { id: id.into(), urgency: Some(urgency) }).await {
        Ok(()) => Ok(see_and_say(&format!("/listings/{id}"), "urgent-marked")),
        Err(error) if error.refusal().field == Some("urgency") => {
            let words = visit.words.refusal(error.refusal().code);
            let again = |form: &mut Form| {
                form.set("urgency", urgency.as_str());
                form.fail("urgency", words);
            };
            super::item::again(&visit, id.into(), again).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /listings/{id}/urgent/end`: it can wait after all.
#[handler]
pub(super) async fn end(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    urgency::set_urgency(&visit.db, &visit.caller, SetUrgency { id: id.into(), urgency: None }).await?;
    Ok(see_and_say(&format!("/listings/{id}"), "urgent-ended"))
}

/// `POST /steward/listings/{id}/not-urgent`: the team takes the mark off. Its reason has a field of its own, beside that for closing.
#[handler]
pub(crate) async fn take_off(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let reason = form.text("urgent_reason").to_owned();
    let done = urgency::take_off::take_urgency_off(
        &visit.db,
        &visit.caller,
        TakeUrgencyOff { id: id.into(), reason: reason.clone() },
    );
    let from_queue = form.text("from") == "queue";
    match done.await {
        Ok(()) if from_queue => Ok(see_and_say("/steward/unanswered", "urgent-taken-off")),
        Ok(()) => Ok(see_and_say(&format!("/listings/{id}"), "urgent-taken-off")),
        Err(error) if error.refusal().field == Some("reason") => {
            let words = visit.words.refusal(error.refusal().code);
            if from_queue {
                form.fail("urgent_reason", words);
                return unanswered::again(&visit, id.into(), form).await;
            }
            let again = |form: &mut Form| {
                form.set("urgent_reason", &reason);
                form.fail("urgent_reason", words);
            };
            super::item::again(&visit, id.into(), again).await
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    #[test]
    fn what_is_no_choice_is_not_urgent() {
        let words = sample_words();
        for text in ["", CAN_WAIT, "always"] {
            assert_eq!(chosen(&Form::blank(words).with("urgency", text)), None, "{text}");
        }
        for one in Urgency::ALL {
            assert_eq!(chosen(&Form::blank(words).with("urgency", one.as_str())), Some(*one));
        }
    }

    #[test]
    fn the_day_that_is_said_is_the_last_on_which_it_helps() {
        let words = Words::new(kernel::Language::En, chrono_tz::Tz::Europe__Paris);
        let now: Timestamp = "2026-03-03T09:00:00Z".parse().unwrap();
        let of = |until: &str| said(until.parse().unwrap(), words, &now);
        assert_eq!(of("2026-03-03T23:00:00Z"), words.t("urgent-tag-today"));
        assert_eq!(of("2026-03-04T23:00:00Z"), words.t("urgent-tag-tomorrow"));
        assert!(of("2026-03-06T23:00:00Z").contains("6 March"), "{}", of("2026-03-06T23:00:00Z"));
    }
}
