//! An applicant who knows nobody asks for a host, and finds a day with them.

use super::room::elsewhere;
use crate::error_page::No;
use crate::form::Form;
use crate::pages::hosting::{samples, wording};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use kernel::{MeetingId, MeetingLineId, Refusal};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::hosting::{LONGEST_LINE, LONGEST_TOWN};
use sponsorship::{AskHost, CallOffMeeting, MeetingState, OwnMeeting, Way, WriteLine};
use uuid::Uuid;

#[derive(Template)]
#[template(path = "waiting/host.html")]
struct HostPage {
    s: Shell,
    form: Form,
    meetings: Vec<OwnMeeting>,
    ways: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "waiting/meeting.html")]
struct MeetingPage {
    s: Shell,
    form: Form,
    meeting: OwnMeeting,
}

impl HostPage {
    fn stands(&self, meeting: &OwnMeeting) -> String {
        stands(&self.s, meeting)
    }
}

impl MeetingPage {
    fn stands(&self) -> String {
        stands(&self.s, &self.meeting)
    }

    fn is_agreed(&self) -> bool {
        self.meeting.state == MeetingState::Agreed
    }
}

/// Where a meeting stands, in one sentence. Whoever was asked and has not answered is not named.
fn stands(s: &Shell, meeting: &OwnMeeting) -> String {
    let host = meeting.host_name.as_deref().unwrap_or_default();
    match (meeting.state, meeting.answer_by) {
        (MeetingState::Agreed, _) => s.t1("hosting-own-agreed", "name", host),
        (MeetingState::Met, _) => s.t1("hosting-own-met", "name", host),
        (_, Some(until)) => s.t1("hosting-own-asked", "until", s.day(&until)),
        (_, None) => s.t("hosting-own-nobody"),
    }
}

/// `GET /waiting/host`
#[handler]
pub(super) async fn show(visit: Visit) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string()).with("way", Way::Either.as_str());
    draw(&visit, form).await
}

/// `POST /waiting/host`
#[handler]
pub(super) async fn ask(visit: Visit, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let (id, town) = (form.id(), form.optional("town", LONGEST_TOWN));
    let (way, note) = (form.parse::<Way>("way", "common-field-choose"), form.required("note", LONGEST_LINE));
    let (Some(id), Some(town), Some(way), Some(note)) = (id, town, way, note) else { return draw(&visit, form).await };
    match sponsorship::ask_host(&visit.db, &visit.caller, AskHost { id: MeetingId(id), town, way, note }).await {
        Ok(()) => Ok(see_and_say("/waiting/host", "hosting-done-asked")),
        Err(error) => {
            form.refused(error)?;
            draw(&visit, form).await
        }
    }
}

/// `GET /waiting/meetings/:id`
#[handler]
pub(super) async fn show_one(visit: Visit, Path(id): Path<String>) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let form = Form::blank(visit.words).with("id", visit.fresh_id().to_string());
    draw_one(&visit, known(&id)?, form).await
}

/// `POST /waiting/meetings/:id/write`
#[handler]
pub(super) async fn write(visit: Visit, Path(id): Path<String>, mut form: Form) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let meeting = known(&id)?;
    let (line, words) = (form.id(), form.required("words", LONGEST_LINE));
    let (Some(line), Some(words)) = (line, words) else { return draw_one(&visit, meeting, form).await };
    let cmd = WriteLine { id: MeetingLineId(line), meeting, words };
    match sponsorship::write_to_host(&visit.db, &visit.caller, cmd).await {
        Ok(()) => Ok(see_and_say(&format!("/waiting/meetings/{meeting}"), "hosting-done-written")),
        Err(error) => {
            form.refused(error)?;
            draw_one(&visit, meeting, form).await
        }
    }
}

/// `POST /waiting/meetings/:id/call-off`
#[handler]
pub(super) async fn call_off(visit: Visit, Path(id): Path<String>) -> Result<Response, No> {
    if let Some(elsewhere) = elsewhere(&visit) {
        return Ok(elsewhere);
    }
    let meeting = known(&id)?;
    sponsorship::call_off_meeting(&visit.db, &visit.caller, CallOffMeeting { meeting }).await?;
    Ok(see_and_say("/waiting/host", "hosting-done-called-off"))
}

fn known(id: &str) -> Result<MeetingId, No> {
    id.parse::<Uuid>().map(MeetingId).map_err(|_| No(Refusal::NOT_FOUND))
}

async fn draw(visit: &Visit, form: Form) -> Result<Response, No> {
    let meetings = sponsorship::own_meetings(&visit.db, &visit.caller).await?;
    let s = visit.shell(&visit.words.t("hosting-own-title"), Place::Elsewhere).await?;
    Ok(page_with(form.status(), &HostPage { ways: wording::ways(s.words), s, form, meetings }))
}

async fn draw_one(visit: &Visit, id: MeetingId, form: Form) -> Result<Response, No> {
    let meetings = sponsorship::own_meetings(&visit.db, &visit.caller).await?;
    let meeting = meetings.into_iter().find(|one| one.id == id).ok_or(No(Refusal::NOT_FOUND))?;
    let s = visit.shell(&visit.words.t("hosting-own-one"), Place::Elsewhere).await?;
    Ok(page_with(form.status(), &MeetingPage { s, form, meeting }))
}

/// Nothing asked yet, on the way, with a fault, and one meeting in each state.
pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, meetings, form| {
        let s = p.visitor("hosting-own-title").signed_in("Thomas");
        p.page(name, &HostPage { s, form, meetings, ways: wording::ways(p.words) })
    };
    let one = |name: &str, meeting| {
        let s = p.visitor("hosting-own-one").signed_in("Thomas");
        p.page(name, &MeetingPage { s, form: Form::blank(p.words), meeting })
    };
    let all = || vec![sample(p, MeetingState::Seeking), sample(p, MeetingState::Agreed), sample(p, MeetingState::Met)];
    let mut wrong = Form::blank(p.words).with("way", "either");
    wrong.required("note", LONGEST_LINE);
    vec![
        page("waiting_host", Vec::new(), Form::blank(p.words).with("way", "either")),
        page("waiting_host_asked", all(), Form::blank(p.words).with("way", "either")),
        page("waiting_host_error", Vec::new(), wrong),
        one("waiting_meeting", sample(p, MeetingState::Seeking)),
        one("waiting_meeting_agreed", sample(p, MeetingState::Agreed)),
        one("waiting_meeting_met", sample(p, MeetingState::Met)),
    ]
}

fn sample(p: &Preview, state: MeetingState) -> OwnMeeting {
    let agreed = state != MeetingState::Seeking;
    OwnMeeting {
        id: MeetingId(Uuid::from_u128(71)),
        state,
        way: Way::Either,
        town: "Corbigny".to_owned(),
        note: p.words.t("hosting-sample-note"),
        asked_at: p.ago(4),
        host_name: agreed.then(|| "Odile Martin".to_owned()),
        host_town: "Corbigny".to_owned(),
        answer_by: (!agreed).then(|| p.ahead(1)),
        met_on: (state == MeetingState::Met).then(|| p.ago(1).date_naive()),
        lines: if agreed { samples::lines(p) } else { Vec::new() },
    }
}
