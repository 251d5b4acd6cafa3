//! Which sentence tells of an entry.

use super::EntryView;
use kernel::{Act, act::Rule};

/// What is done, and the key of the sentence that tells of it, where there is one sentence.
const SENTENCES: &[(&str, &str)] = &[
    ("launched", "journal-launched"),
    ("founded", "journal-founded"),
    ("appointed", "journal-appointed"),
    ("imported", "journal-imported"),
    ("applied", "journal-applied"),
    ("community_changed", "journal-community-changed"),
    ("policy_changed", "journal-policy-changed"),
    ("host_activated", "journal-host-activated"),
    ("host_turned_down", "journal-host-turned-down"),
    ("listing_closed_by_office", "journal-listing-closed"),
    ("listing_urgency_taken_off", "journal-listing-urgency-taken-off"),
    ("listing_passed_on", "journal-listing-passed-on"),
    ("guest_request_let_through", "journal-guest-request-let-through"),
    ("guest_request_sent_back", "journal-guest-request-sent-back"),
    ("sign_in_replayed", "journal-sign-in-replayed"),
    ("sessions_ended", "journal-sessions-ended"),
    ("sponsorship_given", "journal-sponsorship-given"),
    ("sponsorship_withdrawn", "journal-sponsorship-withdrawn"),
    ("job_revived", "journal-job-revived"),
    ("factor_reset_asked", "journal-factor-reset-asked"),
    ("factor_reset", "journal-factor-reset"),
    ("suppression_lifted", "journal-suppression-lifted"),
    ("letters_held", "journal-letters-held"),
    ("letters_let_go", "journal-letters-let-go"),
    ("token_issued", "journal-token-issued"),
    ("token_revoked", "journal-token-revoked"),
    ("copy_asked", "journal-copy-asked"),
    ("erasure_asked", "journal-erasure-asked"),
    ("idle_erased", "journal-idle-erased"),
    ("member_erased", "journal-member-erased"),
    ("notes_expired", "journal-notes-expired"),
    ("removal_asked", "journal-removal-asked"),
    ("removal_called_off", "journal-removal-called-off"),
    ("community_removed", "journal-community-removed"),
    ("departure_proposed", "journal-departure-proposed"),
    ("departure_called_off", "journal-departure-called-off"),
    ("measure_given", "journal-measure-given"),
    ("measure_lifted", "journal-measure-lifted"),
    ("reservation_confided", "journal-reservation-confided"),
    ("reservation_withdrawn", "journal-reservation-withdrawn"),
    ("reservation_voiced", "journal-reservation-voiced"),
    ("household_said", "journal-household-said"),
    ("household_denied", "journal-household-denied"),
    ("household_begun", "journal-household-begun"),
    ("household_entered", "journal-household-entered"),
    ("household_ending", "journal-household-ending"),
    ("household_ended", "journal-household-ended"),
    ("household_kept", "journal-household-kept"),
    ("group_asked", "journal-group-asked"),
    ("group_granted", "journal-group-granted"),
    ("group_declined", "journal-group-declined"),
    ("group_closed", "journal-group-closed"),
    ("group_handed_over", "journal-group-handed-over"),
    ("group_taken_over", "journal-group-taken-over"),
    ("group_edited", "journal-group-edited"),
    ("group_put_out", "journal-group-put-out"),
    ("mandate_said", "journal-mandate-said"),
    ("mandate_asked", "journal-mandate-asked"),
    ("mandate_agreed", "journal-mandate-agreed"),
    ("mandate_ended", "journal-mandate-ended"),
    ("mandate_offered", "journal-mandate-offered"),
    ("mandate_taken", "journal-mandate-taken"),
    ("appealed", "journal-appealed"),
    ("appeal_answered", "journal-appeal-answered"),
    ("bulletin_written", "journal-bulletin-written"),
    ("bulletin_edited", "journal-bulletin-edited"),
    ("bulletin_taken_down", "journal-bulletin-taken-down"),
    ("denied_again", "journal-denied-again"),
];

impl EntryView {
    /// The key of the sentence, which names `actor`, `subject` and how often (`n`).
    pub fn phrase(&self) -> &'static str {
        match self.act.as_str() {
            "role_given" => self.of_role(),
            "standing_changed" => self.of_standing(),
            "denied" => self.of_denial(),
            act => SENTENCES.iter().find(|(done, _)| *done == act).map_or("journal-other", |(_, phrase)| phrase),
        }
    }

    /// How often it happened, where an entry tells of several times; else 1.
    pub fn times(&self) -> u64 {
        self.detail.get("times").and_then(serde_json::Value::as_u64).unwrap_or(1)
    }

    fn word(&self, field: &str) -> &str {
        self.detail.get(field).and_then(serde_json::Value::as_str).unwrap_or_default()
    }

    fn of_role(&self) -> &'static str {
        match self.word("to") {
            "owner" => "journal-role-owner",
            "steward" => "journal-role-steward",
            "editor" => "journal-role-editor",
            _ => "journal-role-none",
        }
    }

    fn of_standing(&self) -> &'static str {
        match (self.word("from"), self.word("to")) {
            ("suspended", "member" | "under_review") => "journal-reinstated",
            ("under_review", "member") if self.actor.is_none() => "journal-cured",
            ("under_review", "member") => "journal-confirmed",
            ("expelled", "member") => "journal-taken-back",
            (_, "member") => "journal-admitted",
            (_, "guest") => "journal-guest",
            (_, "applicant") => "journal-asks-again",
            (_, "under_review") => "journal-under-review",
            (_, "suspended") => "journal-suspended",
            (_, "expelled") => "journal-expelled",
            ("applicant" | "guest", "left") if self.actor != self.subject => "journal-refused",
            _ => "journal-left",
        }
    }

    fn of_denial(&self) -> &'static str {
        let asked = Act::ALL.iter().find(|act| format!("{act:?}") == self.word("act"));
        match asked.map(|act| act.rule()) {
            Some(Rule::Editor | Rule::Steward) => "journal-denied-team",
            Some(Rule::Owner) => "journal-denied-owners",
            Some(Rule::Operator | Rule::Monitor | Rule::House) => "journal-denied-operators",
            _ => "journal-denied",
        }
    }
}
