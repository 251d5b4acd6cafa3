//! `GET /hosting/meetings/:id`: who would like to meet me, and what I can do about it.

use super::{samples, wording};
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use kernel::{MeetingId, Refusal};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::{HostMeeting, MeetingState, TurnState};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "hosting/one.html")]
struct OnePage {
    s: Shell,
    form: Form,
    meeting: HostMeeting,
    met_by: Vec<(String, String)>,
}

impl OnePage {
    /// What the applicant would like, in one sentence.
    fn wish(&self) -> String {
        let way = wording::way(self.meeting.way, self.s.words);
        if self.meeting.town.is_empty() {
            return self.s.t1("hosting-wish", "way", way);
        }
        self.s.t2("hosting-wish-near", "way", way, "town", self.meeting.town.as_str())
    }

    fn is_agreed(&self) -> bool {
        self.meeting.state == MeetingState::Agreed
    }
}

/// `GET /hosting/meetings/:id`
#[handler]
pub async fn show(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw(&visit, MeetingId(id), form).await
}

/// The page with what was typed.
pub(super) async fn draw(visit: &Visit, id: MeetingId, form: Form) -> Result<Response, No> {
    let found = sponsorship::meeting_for_host(&visit.db, &visit.caller, id).await?;
    let meeting = found.ok_or(No(Refusal::NOT_FOUND))?;
    let title = visit.words.t1("hosting-one-title", "name", meeting.applicant.name.as_str());
    let s = visit.shell(&title, Place::Elsewhere).await?;
    Ok(page_with(form.status(), &OnePage { met_by: wording::met_by(s.words), s, form, meeting }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |meeting: HostMeeting, form| {
        let title = p.words.t1("hosting-one-title", "name", meeting.applicant.name.as_str());
        OnePage {
            s: p.member("hosting-title", Place::Elsewhere).titled(title),
            form,
            met_by: wording::met_by(p.words),
            meeting,
        }
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("words", 500);
    let asked = || samples::meeting(p, MeetingState::Seeking, TurnState::Asked);
    let blank = || Form::blank(p.words);
    vec![
        p.page("hosting_asked", &draw(asked(), blank())),
        p.page("hosting_asked_error", &draw(asked(), wrong)),
        p.page("hosting_agreed", &draw(samples::meeting(p, MeetingState::Agreed, TurnState::Accepted), blank())),
        p.page("hosting_met", &draw(samples::meeting(p, MeetingState::Met, TurnState::Accepted), blank())),
        p.page("hosting_over", &draw(samples::meeting(p, MeetingState::Ended, TurnState::Accepted), blank())),
    ]
}
