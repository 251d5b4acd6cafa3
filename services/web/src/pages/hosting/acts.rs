//! What a host does, each with one call of the house.

use super::one;
use crate::error_page::No;
use crate::form::Form;
use crate::shell::see_and_say;
use crate::visit::Visit;
use chrono::NaiveDate;
use kernel::{MeetingId, MeetingLineId};
use poem::web::Path;
use poem::{Response, handler};
use sponsorship::hosting::LONGEST_LINE;
use sponsorship::{AgreeToMeet, MetBy, PassOn, RecordMeeting, WriteLine};
use uuid::Uuid;

/// `POST /hosting/stop`
#[handler]
pub async fn stop(visit: Visit) -> Result<Response, No> {
    sponsorship::leave_rota(&visit.db, &visit.caller).await?;
    Ok(see_and_say("/hosting", "hosting-stopped"))
}

/// `POST /hosting/meetings/:id/agree`
#[handler]
pub async fn agree(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let meeting = MeetingId(id);
    let Some(words) = form.required("words", LONGEST_LINE) else { return one::draw(&visit, meeting, form).await };
    let done = sponsorship::agree_to_meet(&visit.db, &visit.caller, AgreeToMeet { meeting, words }).await;
    at_the_meeting(&visit, meeting, form, done, "hosting-done-agreed").await
}

/// `POST /hosting/meetings/:id/pass`
#[handler]
pub async fn pass(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, No> {
    sponsorship::pass_on(&visit.db, &visit.caller, PassOn { meeting: MeetingId(id) }).await?;
    Ok(see_and_say("/hosting", "hosting-done-passed"))
}

/// `POST /hosting/meetings/:id/write`
#[handler]
pub async fn write(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let meeting = MeetingId(id);
    let (line, words) = (form.id(), form.required("words", LONGEST_LINE));
    let (Some(line), Some(words)) = (line, words) else { return one::draw(&visit, meeting, form).await };
    let cmd = WriteLine { id: MeetingLineId(line), meeting, words };
    let done = sponsorship::write_to_newcomer(&visit.db, &visit.caller, cmd).await;
    at_the_meeting(&visit, meeting, form, done, "hosting-done-written").await
}

/// `POST /hosting/meetings/:id/met`: from here one goes on to the request, and vouches or not.
#[handler]
pub async fn met(visit: Visit, Path(id): Path<Uuid>, mut form: Form) -> Result<Response, No> {
    let meeting = MeetingId(id);
    let met_on = form.parse::<NaiveDate>("met_on", "hosting-field-date");
    let met_by = form.parse::<MetBy>("met_by", "common-field-choose");
    let (Some(met_on), Some(met_by)) = (met_on, met_by) else { return one::draw(&visit, meeting, form).await };
    match sponsorship::record_meeting(&visit.db, &visit.caller, RecordMeeting { meeting, met_on, met_by }).await {
        Ok(request) => Ok(see_and_say(&format!("/requests/{request}"), "hosting-done-met")),
        Err(error) => {
            form.refused(error)?;
            one::draw(&visit, meeting, form).await
        }
    }
}

/// Back to the meeting: with a word when it is done, with what was typed when it was refused.
async fn at_the_meeting<E: kernel::Refuse>(
    visit: &Visit,
    meeting: MeetingId,
    mut form: Form,
    done: Result<(), E>,
    said: &str,
) -> Result<Response, No> {
    match done {
        Ok(()) => Ok(see_and_say(&format!("/hosting/meetings/{meeting}"), said)),
        Err(error) => {
            form.refused(error)?;
            one::draw(visit, meeting, form).await
        }
    }
}
