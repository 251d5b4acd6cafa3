//! `GET /` of a community: a member is at home, whoever waits is led to the waiting room, whoever was put out to
//! the page that says why, everybody else is shown what
//! this place is.

use super::{home, visitor};
use crate::doors::Doors;
use crate::error_page::No;
use crate::shell::see;
use crate::visit::Visit;
use kernel::{Standing, Who};
use poem::{Response, handler};

/// The first page.
pub fn doors(doors: Doors) -> Doors {
    doors.get("/", front)
}

#[handler]
async fn front(visit: Visit) -> Result<Response, No> {
    match visit.caller.who {
        Who::Member(me) if me.standing.is_inside() => Box::pin(home::home(visit)).await,
        Who::Member(me) if me.standing.is_waiting() => Ok(see("/waiting")),
        Who::Member(me) if matches!(me.standing, Standing::Suspended | Standing::Expelled) => Ok(see("/me/standing")),
        _ => visitor::welcome(&visit).await,
    }
}
