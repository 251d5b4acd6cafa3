//! What an operator looks at in the morning.

use super::letters::figures;
use crate::error_page::No;
use crate::form::Form;
use crate::kit::{self, Html};
use crate::pages::query::query;
use crate::shell::{Place, Shell, page_with, see};
use crate::visit::Visit;
use askama::Template;
use community::host_wish::{self, HostWish};
use community::operator::{self, BuriedJob, CommunityLine, LaneFigures, LetterLine};
use kernel::{Cursor, Page, PageRequest};
use membership::complaints::{self, LetterWatch};
use poem::{Response, handler};

#[derive(Template)]
#[template(path = "operator/desk.html")]
pub(super) struct DeskPage {
    pub(super) s: Shell,
    pub(super) site: community::Outside,
    pub(super) lanes: Vec<LaneFigures>,
    pub(super) buried: Page<BuriedJob>,
    pub(super) wishes: Page<HostWish>,
    /// Communities whose letters people complain of.
    pub(super) watched: Vec<LetterWatch>,
    /// The address to which letters are to go again.
    pub(super) lift: Form,
    /// Whose second keys are to go.
    pub(super) reset: Form,
    pub(super) letters: Page<LetterLine>,
    pub(super) communities: Page<CommunityLine>,
}

#[handler]
pub(super) async fn desk(visit: Visit) -> Result<Response, No> {
    if !visit.is_signed_in() {
        return Ok(see(&visit.sign_in_first()));
    }
    shown(&visit, Form::blank(visit.words), Form::blank(visit.words)).await
}

/// The desk, with the form that was sent from it and the other one.
pub(super) async fn shown(visit: &Visit, lift: Form, reset: Form) -> Result<Response, No> {
    let asked = query(visit);
    let page_of = |name: &str, rows| PageRequest::new(rows, Cursor::decode(asked.text(name)));
    let (db, caller) = (&visit.db, &visit.caller);
    let lanes = operator::queue(db, caller).await?.lanes;
    let buried = operator::buried(db, caller, page_of("buried", 20)).await?;
    let wishes = host_wish::waiting(db, caller, page_of("hosts", 20)).await?;
    let watched = complaints::watched(db, caller).await?;
    let letters = operator::last_letters(db, caller, page_of("letters", 20)).await?;
    let communities = operator::communities(db, caller, page_of("communities", 20)).await?;
    let s = visit.shell(&visit.words.t("operator-title"), Place::Elsewhere).await?;
    let site = visit.site.clone();
    let page = DeskPage { s, site, lanes, buried, wishes, watched, lift, reset, letters, communities };
    let status = if page.lift.is_good() { page.reset.status() } else { page.lift.status() };
    Ok(page_with(status, &page))
}

impl DeskPage {
    /// Whether everything goes its way.
    fn is_calm(&self) -> bool {
        let waits = !self.wishes.items.is_empty() || self.watched.iter().any(|watch| watch.held_since.is_some());
        self.lanes.iter().all(|lane| lane.buried == 0) && !waits
    }

    /// What stands where the communities will be.
    fn no_community(&self) -> Html {
        let (title, text) = (self.s.t("operator-communities-none"), self.s.t("operator-communities-none-text"));
        kit::empty(&title, &text, Some(("/launch", &self.s.t("landing-launch"))))
    }

    /// How many complaints about how many letters.
    fn figures(&self, watch: &LetterWatch) -> String {
        figures(&self.s, watch)
    }

    /// A lane's name.
    fn lane(&self, lane: &str) -> String {
        match lane {
            "security" => self.s.t("operator-lane-security"),
            "prompt" => self.s.t("operator-lane-prompt"),
            "bulk" => self.s.t("operator-lane-bulk"),
            other => other.to_owned(),
        }
    }

    /// How a letter ended, and the tag's tone.
    fn outcome(&self, outcome: &str) -> (String, &'static str) {
        match outcome {
            "sent" => (self.s.t("operator-letter-sent"), " tag--good"),
            "refused" => (self.s.t("operator-letter-refused"), " tag--bad"),
            "suppressed" => (self.s.t("operator-letter-suppressed"), " tag--warn"),
            other => (other.to_owned(), ""),
        }
    }

    /// Where a community answers.
    fn address(&self, line: &CommunityLine) -> Option<String> {
        line.primary_host.as_ref().map(|host| format!("{}/", self.site.at(host)))
    }

    /// The next page of one list.
    fn next(name: &str, next: Option<&Cursor>) -> Option<String> {
        next.map(|cursor| format!("/operator?{name}={}", cursor.encode()))
    }
}
