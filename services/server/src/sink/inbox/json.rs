//! The inbox for machines.

use super::super::store::{Inbox, Received};
use super::find;
use poem::{
    Result, handler,
    web::{Data, Json, Path, Query},
};
use serde::{Deserialize, Serialize};

/// Which messages.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Wish {
    /// Part of a recipient or subject.
    #[serde(default)]
    q: String,
    /// Only messages before this number.
    before: Option<u64>,
    /// How many, 100 at the most.
    limit: Option<usize>,
}

/// One message.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
    number: u64,
    from: String,
    to: Vec<String>,
    subject: String,
    text: String,
    links: Vec<String>,
}

#[handler]
pub(super) fn list_as_json(Data(inbox): Data<&Inbox>, Query(wish): Query<Wish>) -> Json<Vec<Shown>> {
    let limit = wish.limit.unwrap_or(20).min(100);
    Json(inbox.newest(&wish.q, wish.before, limit).iter().map(|message| shown(message)).collect())
}

#[handler]
pub(super) fn one_message(Data(inbox): Data<&Inbox>, Path(number): Path<u64>) -> Result<Json<Shown>> {
    let found = find(inbox, number)?;
    Ok(Json(shown(&found)))
}

fn shown(message: &Received) -> Shown {
    Shown {
        number: message.number,
        from: message.from.clone(),
        to: message.recipients.clone(),
        subject: message.subject.clone(),
        text: message.text(),
        links: message.links(),
    }
}
