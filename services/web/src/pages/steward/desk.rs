//! `GET /steward`: who waits, who is suspended.

use crate::error_page::No;
use crate::form::Form;
use crate::kit::{Html, pager};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with};
use crate::visit::Visit;
use askama::Template;
use kernel::{Cursor, PageRequest, Role, Standing};
use membership::{MemberCard, MemberFilter};
use poem::{Response, handler};
use sponsorship::NewcomerView;

const SHOWN: u32 = 30;

#[derive(Template)]
#[template(path = "steward/desk.html")]
struct DeskPage {
    s: Shell,
    form: Form,
    newcomers: Vec<NewcomerView>,
    suspended: Vec<MemberCard>,
    pager: Html,
    owner: bool,
}

impl DeskPage {
    /// Whether the team decides about this person.
    fn by_office(newcomer: &NewcomerView) -> bool {
        newcomer.needed == 0
    }
}

/// `GET /steward`
#[handler]
pub async fn show(visit: Visit, request: &poem::Request) -> Result<Response, No> {
    let query = Form::parse_text(visit.words, request.uri().query().unwrap_or_default().as_bytes());
    draw(&visit, Form::blank(visit.words), Cursor::decode(query.text("after"))).await
}

/// The desk, with what was typed where a decision was refused.
pub(super) async fn draw(visit: &Visit, form: Form, after: Option<Cursor>) -> Result<Response, No> {
    let waiting = sponsorship::newcomers(&visit.db, &visit.caller, PageRequest::new(SHOWN, after)).await?;
    let out = MemberFilter { standing: Some(Standing::Suspended), search: None };
    let suspended =
        membership::views::members(&visit.db, &visit.caller, out, PageRequest::new(SHOWN, None)).await?.items;
    let s = visit.shell(&visit.words.t("steward-title"), Place::Elsewhere).await?;
    let next = waiting.next.map(|next| format!("/steward?after={}", next.encode()));
    let pager = pager(after.map(|_| "/steward"), next.as_deref(), &s.words);
    let owner = visit.caller.may(kernel::Act::ManageCommunity);
    Ok(page_with(form.status(), &DeskPage { s, form, newcomers: waiting.items, suspended, pager, owner }))
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let newcomer = |name: &str, given, needed| NewcomerView {
        member: p.person(name, "Corbigny", Role::None),
        about: p.words.t("steward-sample-about"),
        applied_at: p.ago(12),
        given,
        needed,
        open: 1,
        namesake: given == 0,
    };
    let draw = |newcomers, suspended, form| DeskPage {
        s: p.steward("steward-title", Place::Elsewhere),
        form,
        newcomers,
        suspended,
        pager: Html::default(),
        owner: true,
    };
    let mut wrong = Form::blank(p.words);
    wrong.required("reason", 500);
    let refused = newcomer("Léa", 0, 0);
    let wrong = wrong.about(refused.member.id);
    let by_sponsors = vec![newcomer("Thomas", 2, 3), newcomer("Jean-Michel de la Roche-Guyon", 0, 3)];
    vec![
        p.page("desk-sponsors", &draw(by_sponsors, p.people(), Form::blank(p.words))),
        p.page("desk-office", &draw(vec![newcomer("Léa", 0, 0)], Vec::new(), Form::blank(p.words))),
        p.page("desk-error", &draw(vec![refused], Vec::new(), wrong)),
        p.page("desk-empty", &draw(Vec::new(), Vec::new(), Form::blank(p.words))),
    ]
}
