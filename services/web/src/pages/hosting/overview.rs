//! `GET /hosting`: what I agreed to, and whom I am to meet.

use super::{samples, wording};
use crate::error_page::No;
use crate::form::Form;
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use poem::{Response, handler};
use sponsorship::{HostMeeting, JoinRota, MeetingState, MyHosting};

#[derive(Template)]
#[template(path = "hosting/overview.html")]
struct OverviewPage {
    s: Shell,
    form: Form,
    hosting: MyHosting,
    ways: Vec<(String, String)>,
}

impl OverviewPage {
    /// Where a meeting stands, in a word.
    fn stands(&self, meeting: &HostMeeting) -> String {
        if meeting.waits_for_answer() {
            return self.s.until(&meeting.answer_by, &self.s.now);
        }
        self.s.t(match meeting.state {
            MeetingState::Met => "hosting-state-met",
            MeetingState::Ended => "hosting-state-ended",
            MeetingState::Agreed | MeetingState::Seeking => "hosting-state-agreed",
        })
    }
}

/// `GET /hosting`
#[handler]
pub async fn show(visit: Visit) -> Result<Response, No> {
    let hosting = sponsorship::my_hosting(&visit.db, &visit.caller).await?;
    let form = stored(&visit, &hosting);
    draw(&visit, hosting, form).await
}

/// `POST /hosting`
#[handler]
pub async fn join(visit: Visit, mut form: Form) -> Result<Response, No> {
    let town = form.optional("town", sponsorship::hosting::LONGEST_TOWN);
    let a_month = form.parse::<u32>("a_month", "common-field-number");
    if let (Some(town), Some(a_month)) = (town, a_month) {
        let ways = form.all("ways");
        let cmd = JoinRota { town, in_person: ways.contains(&"person"), by_video: ways.contains(&"video"), a_month };
        match sponsorship::join_rota(&visit.db, &visit.caller, cmd).await {
            Ok(()) => return Ok(see_and_say("/hosting", "hosting-joined")),
            Err(error) => form.refused(error)?,
        }
    }
    let hosting = sponsorship::my_hosting(&visit.db, &visit.caller).await?;
    draw(&visit, hosting, form).await
}

async fn draw(visit: &Visit, hosting: MyHosting, form: Form) -> Result<Response, No> {
    let s = visit.shell(&visit.words.t("hosting-title"), Place::Elsewhere).await?;
    let ways = wording::met_by(s.words);
    Ok(page_with(form.status(), &OverviewPage { s, form, hosting, ways }))
}

fn stored(visit: &Visit, hosting: &MyHosting) -> Form {
    let form = Form::blank(visit.words);
    let Some(terms) = &hosting.terms else {
        return form.with("town", &hosting.town).with("ways", "person").with("a_month", "2");
    };
    let form = form.with("town", &terms.town).with("a_month", terms.a_month.to_string());
    let form = if terms.in_person { form.with("ways", "person") } else { form };
    if terms.by_video { form.with("ways", "video") } else { form }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |hosting, form| OverviewPage {
        s: p.member("hosting-title", Place::Elsewhere),
        form,
        hosting,
        ways: wording::met_by(p.words),
    };
    let filled = Form::blank(p.words).with("town", "Corbigny").with("ways", "person").with("a_month", "2");
    let mut wrong = Form::blank(p.words).with("a_month", "x");
    let _not_a_number = wrong.parse::<u32>("a_month", "common-field-number");
    wrong.fail("ways", p.words.refusal("NO_WAY_TO_MEET"));
    vec![
        p.page("hosting", &draw(samples::hosting(p), filled)),
        p.page("hosting_empty", &draw(MyHosting::default(), Form::blank(p.words).with("a_month", "2"))),
        p.page("hosting_error", &draw(MyHosting::default(), wrong)),
    ]
}
