//! `GET /notifications`: what happened, the newest first.

use super::Line;
use crate::error_page::No;
use crate::kit::{self, Html};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page};
use crate::visit::Visit;
use askama::Template;
use kernel::{Cursor, PageRequest, Timestamp};
use notice::{Kind, NotificationView};
use poem::web::Query;
use poem::{Response, handler};
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "notifications/list.html")]
struct List {
    s: Shell,
    lines: Vec<Line>,
    pager: Html,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

/// Lines of a page.
const LINES: u32 = 30;

#[handler]
pub(super) async fn list(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, No> {
    let after = wish.after.as_deref().and_then(Cursor::decode);
    let found = notice::notifications(&visit.db, &visit.caller, PageRequest::new(LINES, after)).await?;
    let now = visit.now();
    let waits = visit.caller.me().is_some_and(|me| me.standing.is_waiting());
    let line = if waits { Line::of_guest } else { Line::of };
    let lines = found.items.iter().map(|view| line(view, visit.words, &now)).collect();
    let next = found.next.map(|cursor| format!("/notifications?after={}", cursor.encode()));
    let s = visit.shell(&visit.words.t("notifications-title"), Place::Elsewhere).await?;
    let pager = kit::pager(after.map(|_| "/notifications"), next.as_deref(), &visit.words);
    Ok(page(&List { s, lines, pager }))
}

impl List {
    fn any_unread(&self) -> bool {
        self.lines.iter().any(|line| line.unread)
    }
}

pub(super) fn previews(preview: &Preview) -> Vec<(String, String)> {
    let page = |name: &str, kinds: &[Kind]| {
        let lines = kinds.iter().enumerate().map(|(place, kind)| {
            let hours = i64::try_from(place * place * 5 + 1).unwrap_or(1);
            let at = preview.now - chrono::Duration::hours(hours);
            let read_at = (place > 2).then_some(at);
            Line::of(&NotificationView { read_at, ..sample(*kind, at) }, preview.words, &preview.now)
        });
        let lines = lines.collect();
        let pager = kit::pager(None, (!kinds.is_empty()).then_some("/notifications"), &preview.words);
        let s = preview.member("notifications-title", Place::Elsewhere);
        preview.page(name, &List { s, lines, pager })
    };
    vec![page("member-notifications", Kind::ALL), page("member-notifications-empty", &[])]
}

/// An invented notification.
pub(super) fn sample(kind: Kind, at: Timestamp) -> NotificationView {
    let id = Uuid::from_u128(0xa110 + kind as u128);
    NotificationView {
        id: id.into(),
        kind,
        actor: Some(id.into()),
        actor_name: "Karim Benali".to_owned(),
        listing: Some(id.into()),
        group: Some(id.into()),
        conversation: Some(id.into()),
        sponsorship: Some(id.into()),
        subject: "Remorque deux roues, à la journée".to_owned(),
        created_at: at,
        read_at: None,
    }
}
