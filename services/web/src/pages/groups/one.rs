//! `GET /groups/{id}`: what a group is for, who is in it, what is for it; joining, leaving, looking after it.

use super::{joining, named, samples, tag};
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
    AnswerJoining, CloseGroup, CloseGroupByOffice, GroupError, GroupMemberView, GroupState, GroupView, JoinGroup,
    LeaveGroup, Matters, OfferView, Part, PutOutView,
};
use kernel::{Act, Cursor, GroupId, PageRequest};
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
    /// That it is offered to somebody, that the reader was put out of it, how they would come in.
    matters: Matters,
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
    shown(visit, id, form).await
}

/// Its page once more, with what was refused.
pub(super) async fn shown(visit: &Visit, id: GroupId, form: Form) -> Result<Response, No> {
    draw(visit, id, form, None).await
}

async fn draw(visit: &Visit, id: GroupId, form: Form, after: Option<Cursor>) -> Result<Response, No> {
    let (db, caller) = (&visit.db, &visit.caller);
    let view = groups::views::group(db, caller, id).await?.ok_or(GroupError::NotFound)?;
    let members = groups::views::group_members(db, caller, id, &PageRequest::new(MEMBERS, after)).await?;
    let waiting = if view.keeps() { groups::views::group_waiting(db, caller, id).await? } else { Vec::new() };
    let matters = groups::matters::matters(db, caller, id).await?;
    let filter = ListingFilter { group: Some(id), ..ListingFilter::default() };
    let found = if view.sees_listings {
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
    let page = One { pager, matters, office, ..One::new(s, form, view, members.items, waiting, &found) };
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
        Self {
            tag: tag(&view).map(|key| s.t(key)),
            joining: joining(view.joining, kit::first_name(&keeper), s.words),
            matters: Matters::of(&view, None, None, s.now),
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

    /// That the reader was put out of it, while they have not asked to come back.
    fn put_out(&self) -> Option<&PutOutView> {
        self.matters.put_out.as_ref().filter(|_| self.is_open() && self.view.part == Part::Outside)
    }

    /// Until when they cannot ask to; or who decides.
    fn again(&self, out: &PutOutView) -> String {
        if self.matters.may_join {
            self.s.t1("group-out-may", "name", kit::first_name(&self.keeper))
        } else {
            self.s.t1("group-out-again", "when", self.s.date(&out.again_at))
        }
    }

    /// That the reader is asked to look after it.
    fn offered(&self) -> Option<&OfferView> {
        self.matters.offer.as_ref().filter(|offer| offer.is_mine)
    }

    /// That the reader, who does, has asked somebody else to.
    fn offered_to(&self) -> Option<&OfferView> {
        self.matters.offer.as_ref().filter(|offer| !offer.is_mine)
    }

    /// Whether the reader may put this one out.
    fn may_put_out(&self, one: &GroupMemberView) -> bool {
        self.view.puts_out && one.card.id != self.view.keeper.id
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
    let offer = |is_mine: bool| {
        let to = p.person("Minh", "", kernel::Role::None);
        Some(OfferView { to, until: p.ahead(9), is_mine })
    };
    let out = |days: i64| {
        let reason = p.words.t("group-sample-out");
        Some(PutOutView { reason, at: p.ago(30 - days), again_at: p.ahead(days) })
    };
    let of_the_team = |one: &mut One| (one.office, one.view.puts_out) = (true, true);
    let unsaid = |one: &mut One| {
        one.office = true;
        one.form.required("reason", groups::limits::REASON);
    };
    [
        draw("member-groups-in", 0, &|_| {}),
        draw("member-groups-kept", 1, &|_| {}),
        draw("member-groups-offered", 1, &|one| one.matters = Matters::of(&one.view, offer(false), None, p.now)),
        draw("member-groups-offer-mine", 0, &|one| one.matters = Matters::of(&one.view, offer(true), None, p.now)),
        draw("member-groups-put-out-of", 3, &|one| one.matters = Matters::of(&one.view, None, out(20), p.now)),
        draw("member-groups-put-out-long-ago", 4, &|one| one.matters = Matters::of(&one.view, None, out(-1), p.now)),
        draw("member-groups-asked", 2, &|_| {}),
        draw("member-groups-outside", 3, &|_| {}),
        draw("member-groups-waits", 3, &|one| {
            one.view.part = Part::Waits;
            one.matters = Matters::of(&one.view, None, None, p.now);
        }),
        draw("member-groups-full", 4, &|one| one.form.fail_all(p.words.refusal("GROUP_FULL"))),
        draw("desk-groups-one", 0, &of_the_team),
        draw("desk-groups-close-error", 3, &unsaid),
    ]
    .into_iter()
    .flatten()
    .collect()
}
