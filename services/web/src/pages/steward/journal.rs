//! `GET /steward/journal`: what happened here, the newest first.

use crate::error_page::No;
use crate::kit::{Html, pager};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use community::journal::{self, EntryView};
use kernel::{Cursor, PageRequest, Timestamp};
use phrases::Words;
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;
use serde_json::json;

const SHOWN: u32 = 50;

#[derive(Template)]
#[template(path = "steward/journal.html")]
struct JournalPage {
    s: Shell,
    lines: Vec<Line>,
    pager: Html,
}

/// An entry as a line.
struct Line {
    text: String,
    reason: String,
    number: Option<i64>,
    date: String,
    machine: String,
}

impl Line {
    fn of(entry: &EntryView, words: Words) -> Self {
        let or = |name: &str, key: &str| if name.is_empty() { words.t(key) } else { name.to_owned() };
        let (actor, subject) = (or(&entry.actor_name, "journal-house"), or(&entry.subject_name, "common-somebody"));
        Self {
            text: words.tn(
                entry.phrase(),
                &[("actor", actor.into()), ("subject", subject.into()), ("n", entry.times().into())],
            ),
            reason: entry.reason.clone(),
            number: entry.number,
            date: format!("{}, {}", words.date(&entry.at), words.time(&entry.at)),
            machine: words.machine(&entry.at),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

/// `GET /steward/journal`
#[handler]
pub(super) async fn show(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    let after = wish.after.as_deref().and_then(Cursor::decode);
    let found = journal::entries(&visit.db, &visit.caller, PageRequest::new(SHOWN, after)).await?;
    let lines = found.items.iter().map(|entry| Line::of(entry, visit.words)).collect();
    let next = found.next.map(|next| format!("/steward/journal?after={}", next.encode()));
    let pager = pager(after.map(|_| "/steward/journal"), next.as_deref(), &visit.words);
    let s = visit.shell(&visit.words.t("journal-title"), Place::Elsewhere).await?;
    Ok(page(&JournalPage { s, lines, pager }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, entries: Vec<EntryView>| {
        let lines = entries.iter().map(|entry| Line::of(entry, p.words)).collect();
        let s = p.steward("journal-title", Place::Elsewhere);
        p.page(name, &JournalPage { s, lines, pager: Html::default() })
    };
    let at = p.ago(1);
    let entries = vec![
        sample("denied", json!({ "act": "GiveRoles" }), "", at),
        sample("denied_again", json!({ "act": "GiveRoles", "times": 149 }), "", at),
        sample("standing_changed", json!({ "from": "member", "to": "suspended" }), &p.words.t("journal-sample"), at),
        sample("role_given", json!({ "from": "none", "to": "steward" }), "", at),
        sample("community_changed", json!({}), "", at),
    ];
    vec![draw("desk-journal", entries), draw("desk-journal-empty", Vec::new())]
}

fn sample(act: &str, detail: serde_json::Value, reason: &str, at: Timestamp) -> EntryView {
    EntryView {
        number: Some(412),
        at,
        actor: None,
        actor_name: "Hélène Garnier".to_owned(),
        subject: None,
        subject_name: "Karim Benali".to_owned(),
        act: act.to_owned(),
        detail,
        reason: reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::sample_words;

    /// Every act that some source of the house writes.
    const ACTS: &[&str] = &[
        "launched",
        "founded",
        "appointed",
        "imported",
        "applied",
        "community_changed",
        "policy_changed",
        "host_activated",
        "host_turned_down",
        "listing_closed_by_office",
        "listing_urgency_taken_off",
        "listing_passed_on",
        "guest_request_let_through",
        "guest_request_sent_back",
        "sign_in_replayed",
        "sessions_ended",
        "sponsorship_given",
        "sponsorship_withdrawn",
        "job_revived",
        "suppression_lifted",
        "letters_held",
        "letters_let_go",
        "factor_reset_asked",
        "factor_reset",
        "token_issued",
        "token_revoked",
        "copy_asked",
        "erasure_asked",
        "group_asked",
        "group_granted",
        "group_declined",
        "group_closed",
        "group_handed_over",
        "group_taken_over",
        "group_edited",
        "group_put_out",
        "household_said",
        "household_denied",
        "household_begun",
        "household_entered",
        "household_ending",
        "household_ended",
        "household_kept",
        "mandate_said",
        "mandate_asked",
        "mandate_agreed",
        "mandate_ended",
        "mandate_offered",
        "mandate_taken",
        "idle_erased",
        "member_erased",
        "notes_expired",
        "removal_asked",
        "removal_called_off",
        "community_removed",
        "role_given",
        "standing_changed",
        "denied",
        "denied_again",
    ];

    #[test]
    fn every_act_has_a_sentence_of_its_own() {
        for act in ACTS {
            let line = Line::of(&sample(act, json!({}), "", Timestamp::default()), sample_words());
            assert!(!line.text.starts_with('['), "{act}: {}", line.text);
            let other = Line::of(&sample("nonsense", json!({}), "", Timestamp::default()), sample_words());
            assert_ne!(line.text, other.text, "{act}");
        }
    }
}
