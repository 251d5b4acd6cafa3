//! How somebody came in: the rule and its evidence, in words.

use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::see_and_say;
use crate::visit::Visit;
use kernel::{Act, AdmissionId, MemberId, Refusal, Timestamp};
use membership::MemberCard;
use phrases::Words;
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{AdmissionView, Recheck, WitnessStep};
use uuid::Uuid;

/// A decision as the page tells it.
pub(super) struct Entry {
    /// The rule, in a sentence.
    pub told: String,
    /// When.
    pub when: Timestamp,
    /// Each from a founder to a sponsor; whoever is gone has no name.
    pub paths: Vec<Vec<Option<MemberCard>>>,
    /// The steward's own words, for stewards.
    pub reason: Option<String>,
    /// Which decision a steward can check again.
    pub check: Option<Uuid>,
}

/// How this person came in; nothing for founders and those who were brought along, whom nobody decided about.
pub(super) async fn of(visit: &Visit, member: MemberId) -> Result<Option<Entry>, No> {
    let found = sponsorship::admission_of(&visit.db, &visit.caller, member).await?;
    let steward = visit.caller.may(Act::SeeStewardDesk);
    Ok(found.filter(|view| view.admitted).map(|view| told(view, visit.words, steward)))
}

fn told(view: AdmissionView, words: Words, steward: bool) -> Entry {
    let sentence = match (view.rule.as_str(), &view.verdict) {
        (sponsorship::EMAIL_DOMAIN, _) => words.t("members-entry-domain"),
        (sponsorship::BY_OFFICE, _) | (_, None) => words.t("members-entry-office"),
        (_, Some(verdict)) => words.t2(
            "members-entry-sponsors",
            "n",
            verdict.figures.sponsors,
            "paths",
            u32::try_from(view.paths.len()).unwrap_or(u32::MAX),
        ),
    };
    let check = (steward && !view.paths.is_empty()).then_some(view.id.0);
    let named = |path: Vec<WitnessStep>| path.into_iter().map(|step| step.member).collect();
    Entry {
        told: sentence,
        when: view.decided_at,
        paths: view.paths.into_iter().map(named).collect(),
        reason: view.reason.filter(|reason| !reason.is_empty()),
        check,
    }
}

/// `POST /steward/admissions/:id/check`: the certificate once more, against the ties as they were then.
#[handler]
pub async fn recheck(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let said = match sponsorship::recheck_certificate(&visit.db, &visit.caller, AdmissionId(id)).await? {
        Recheck::Holds => "members-entry-holds",
        Recheck::Fails(_) => "members-entry-fails",
        Recheck::None => return Err(No(Refusal::NOT_FOUND)),
    };
    let back =
        form.text("member").parse::<Uuid>().map_or_else(|_| "/members".to_owned(), |id| format!("/members/{id}"));
    Ok(see_and_say(&back, said))
}

pub(super) fn sample(p: &Preview) -> Entry {
    let path = |names: [&str; 2]| names.map(|name| Some(p.person(name, "Corbigny", kernel::Role::None))).to_vec();
    Entry {
        told: p.words.t2("members-entry-sponsors", "n", 3_u32, "paths", 3_u32),
        when: p.ago(200),
        paths: vec![
            path(["Odile", "Karim"]),
            vec![Some(p.person("Nadia", "Corbigny", kernel::Role::None)), None],
            path(["Hélène", "Yvette"]),
        ],
        reason: None,
        check: Some(Uuid::from_u128(7)),
    }
}
