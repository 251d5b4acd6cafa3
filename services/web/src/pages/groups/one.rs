//! `GET /groups/{id}`: what a group is for, who is in it, what is for it; joining, leaving, looking after it.

use super::{joining, samples, tag};
use crate::error_page::No;
use crate::form::{Form, TICKED};
use crate::kit::{self, Html};
use crate::pages::listings::{self, Card};
use crate::preview::Preview;
use crate::shell::{Place, Shell, page_with, see_and_say};
use crate::visit::Visit;
use askama::Template;
use exchange::{ListingFilter, ListingRow};
use groups::{
    AnswerJoining, CloseGroup, CloseGroupByOffice, GroupError, GroupMemberView, GroupState, GroupView, HandOverGroup,
    JoinGroup, LeaveGroup, Part,
};
use kernel::{Act, Cursor, GroupId, MemberId, PageRequest};
use membership::MemberCard;
use poem::web::{Path, Query};
use poem::{Response, handler};
use serde::Deserialize;
use uuid::Uuid;

#[derive(Template)]
#[template(path = "groups/one.html")]
struct One {
    s: Shell,
    form: Form,
    view: GroupView,
    /// Where it stands, or what the reader is to it.
    tag: Option<String>,
    keeper: String,
    joining: String,
    members: Vec<GroupMemberView>,
    pager: Html,
    /// To whom it could be handed over.
    heirs: Vec<(String, String)>,
    waiting: Vec<MemberCard>,
    cards: Vec<Card>,
    /// Whether the reader, of the team, may close it.
    office: bool,
}

#[derive(Deserialize)]
pub(super) struct Wish {
    after: Option<String>,
}

/// Members of a page, and listings shown.
const MEMBERS: u32 = 50;
const LISTINGS: u32 = 10;

/// `GET /groups/{id}`
#[handler]
pub(super) async fn show(visit: Visit, Path(id): Path<Uuid>, Query(wish): Query<Wish>) -> Result<Response, No> {
    let after = wish.after.as_deref().and_then(Cursor::decode);
    draw(&visit, id.into(), Form::blank(visit.words), after).await
}

/// `POST /groups/{id}/join`
#[handler]
pub(super) async fn join(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let done = groups::join_group(&visit.db, &visit.caller, JoinGroup { id: id.into() }).await;
    let said = if matches!(done, Ok(Part::Waits)) { "group-asked-to-join" } else { "group-joined" };
    then(&visit, id.into(), form, done.map(|_| ()), said).await
}

/// `POST /groups/{id}/leave`: leaves it, or takes back what was asked for.
#[handler]
pub(super) async fn leave(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    match groups::leave_group(&visit.db, &visit.caller, LeaveGroup { id: id.into() }).await {
        Ok(()) => Ok(see_and_say("/groups", "group-left")),
        Err(error) => again(&visit, id.into(), form, error).await,
    }
}

/// `POST /groups/{id}/answer`: its keeper answers somebody who asks to join.
#[handler]
pub(super) async fn answer(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let comes_in = form.text("comes_in") == TICKED;
    let cmd = AnswerJoining { group: id.into(), member: named(&form), comes_in };
    let done = groups::answer_joining(&visit.db, &visit.caller, cmd).await;
    then(&visit, id.into(), form, done, if comes_in { "group-let-in" } else { "group-not-let-in" }).await
}

/// `POST /groups/{id}/hand-over`: somebody else looks after it.
#[handler]
pub(super) async fn hand_over(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let cmd = HandOverGroup { id: id.into(), member: named(&form) };
    let done = groups::hand_over_group(&visit.db, &visit.caller, cmd).await;
    then(&visit, id.into(), form, done, "group-handed-over").await
}

/// `POST /groups/{id}/close`: its keeper closes it.
#[handler]
pub(super) async fn close(visit: Visit, Path(id): Path<Uuid>, _: Form) -> Result<Response, No> {
    groups::close_group(&visit.db, &visit.caller, CloseGroup { id: id.into() }).await?;
    Ok(see_and_say("/groups", "group-closed"))
}

/// `POST /steward/groups/{id}/close`: the team closes it.
#[handler]
pub(super) async fn close_by_office(visit: Visit, Path(id): Path<Uuid>, form: Form) -> Result<Response, No> {
    let cmd = CloseGroupByOffice { id: id.into(), reason: form.text("reason").to_owned() };
    let done = groups::close_group_by_office(&visit.db, &visit.caller, cmd).await;
    then(&visit, id.into(), form, done, "group-closed").await
}

/// What is no id names nobody.
fn named(form: &Form) -> MemberId {
    form.text("member").parse().unwrap_or(MemberId(Uuid::max()))
}

async fn then(
    visit: &Visit,
    id: GroupId,
    form: Form,
    done: Result<(), GroupError>,
    said: &str,
) -> Result<Response, No> {
    match done {
        Ok(()) => Ok(see_and_say(&format!("/groups/{id}"), said)),
        Err(error) => again(visit, id, form, error).await,
    }
}

async fn again(visit: &Visit, id: GroupId, mut form: Form, error: GroupError) -> Result<Response, No> {
    form.refused(error)?;
    draw(visit, id, form, None).await
}

async fn draw(visit: &Visit, id: GroupId, form: Form, after: Option<Cursor>) -> Result<Response, No> {
    let (db, caller) = (&visit.db, &visit.caller);
    let view = groups::views::group(db, caller, id).await?.ok_or(GroupError::NotFound)?;
    let members = groups::views::group_members(db, caller, id, &PageRequest::new(MEMBERS, after)).await?;
    let waiting = if view.keeps() { groups::views::group_waiting(db, caller, id).await? } else { Vec::new() };
    let filter = ListingFilter { group: Some(id), ..ListingFilter::default() };
    let found = if view.state == GroupState::Open {
        exchange::views::listings_in_full(db, caller, &filter, &PageRequest::new(LISTINGS, None)).await?.items
    } else {
        Vec::new()
    };
    let s = visit.shell(&view.name, Place::Members).await?;
    let next = members.next.map(|next| format!("/groups/{id}?after={}", next.encode()));
    let first = after.map(|_| format!("/groups/{id}"));
    let pager = kit::pager(first.as_deref(), next.as_deref(), &visit.words);
    let office = caller.may(Act::DecideGroups);
    let status = form.status();
    let page = One { pager, office, ..One::new(s, form, view, members.items, waiting, &found) };
    Ok(page_with(status, &page))
}

impl One {
    fn new(
        s: Shell,
        form: Form,
        view: GroupView,
        members: Vec<GroupMemberView>,
        waiting: Vec<MemberCard>,
        found: &[ListingRow],
    ) -> Self {
        let keeper = view.keeper.name.clone();
        let heirs = members.iter().filter(|one| view.keeps() && one.card.id != view.keeper.id);
        Self {
            tag: tag(&view).map(|key| s.t(key)),
            joining: joining(view.joining, kit::first_name(&keeper), s.words),
            heirs: heirs.map(|one| (one.card.id.to_string(), one.card.name.clone())).collect(),
            cards: Card::all(found, s.words, &s.now),
            pager: Html::default(),
            office: false,
            s,
            form,
            view,
            keeper,
            members,
            waiting,
        }
    }

    fn is_open(&self) -> bool {
        self.view.state == GroupState::Open
    }

    /// Whether the reader sees what is for it: who is in it, and the team.
    fn sees_listings(&self) -> bool {
        self.is_open() && (self.view.is_in() || self.office)
    }

    fn may_join(&self) -> bool {
        self.is_open() && self.view.part == Part::Outside
    }

    fn waits(&self) -> bool {
        self.is_open() && self.view.part == Part::Waits
    }

    fn may_leave(&self) -> bool {
        self.is_open() && self.view.part == Part::In
    }

    fn may_take_back(&self) -> bool {
        self.view.state == GroupState::Asked && self.view.part == Part::Keeps
    }

    fn asks_first(&self) -> bool {
        self.view.joining == groups::Joining::Asking
    }
}

pub(super) fn previews(p: &Preview) -> Vec<(String, String)> {
    let draw = |name: &str, number: usize, change: &dyn Fn(&mut One)| {
        let view = samples::all(p).into_iter().nth(number)?;
        let sees = view.is_in();
        let members = if sees { samples::members(p, &view) } else { Vec::new() };
        let rows = if sees { listings::samples::rows(p).into_iter().take(3).collect() } else { Vec::new() };
        let waiting = if view.keeps() { p.people().into_iter().take(2).collect() } else { Vec::new() };
        let s = p.member("group-list-title", Place::Members).titled(view.name.as_str());
        let mut one = One::new(s, Form::blank(p.words), view, members, waiting, &rows);
        change(&mut one);
        Some(p.page(name, &one))
    };
    let unsaid = |one: &mut One| {
        one.office = true;
        one.form.required("reason", groups::limits::REASON);
    };
    [
        draw("member-groups-in", 0, &|_| {}),
        draw("member-groups-kept", 1, &|_| {}),
        draw("member-groups-asked", 2, &|_| {}),
        draw("member-groups-outside", 3, &|_| {}),
        draw("member-groups-waits", 3, &|one| one.view.part = Part::Waits),
        draw("member-groups-full", 4, &|one| one.form.fail_all(p.words.refusal("GROUP_FULL"))),
        draw("desk-groups-one", 0, &|one| one.office = true),
        draw("desk-groups-close-error", 3, &unsaid),
    ]
    .into_iter()
    .flatten()
    .collect()
}
